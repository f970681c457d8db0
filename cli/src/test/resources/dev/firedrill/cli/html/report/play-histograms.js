finish(async function () {
  await settled();
  const lane = find(".alert .lane");
  press(lane, "ArrowRight");
  check("tooltip", texts(".tooltip .values b"), ["{count:3, sum:5, (0.5,1]:1, (1,2]:2}", "{count:9, sum:14, (0.5,1]:4, (1,2]:5}"]);
  await settled();
  check("told", find("#live").textContent.includes("value {count:3, sum:5, (0.5,1]:1, (1,2]:2}, peak {count:9"), true);
  find(".toggle").click();
  check("table", texts(".inner td.histogram"), ["{count:3, sum:5, (0.5,1]:1, (1,2]:2}", "{count:9, sum:14, (0.5,1]:4, (1,2]:5}"]);
  check("chart", find(".plot-name code").textContent, "histogram_count(parts)");
  check("nothing unknown", /NaN|undefined|null/.test(find("#page").textContent), false);
});
