finish(async function () {
  await settled();
  all(".toggle").forEach(function (each) { each.click(); });
  await settled();
  for (const svg of all(".plot > svg")) {
    check("drawn", /Infinity|NaN|undefined/.test(svg.innerHTML.replace(/<text[^]*?<\/text>/g, "")), false);
    const scale = Array.from(svg.querySelectorAll("text.halo:not(.threshold)")).map(function (each) { return each.textContent; });
    check("numbers of a scale", [new Set(scale).size, scale.includes("Infinity")], [scale.length, false]);
  }
  check("expressions", texts(".plot-name code"), ["huge > 1e+300", "odd != 1", "steps > 1000000"]);
  check("what is no number", texts(".chart-note"), ["▲ +Inf, ▼ -Inf, × NaN"]);
  check("each has its mark", all(".plot .odd").length, 1);
  const plot = all(".plot")[2];
  pointer(plot, "pointermove", xOf(3 * 60000));
  check("hovering tells all digits", find(".tooltip b").textContent, "1000001.5");

  // Keys lead to the same values.
  press(plot, "ArrowRight");
  check("first value", find(".tooltip b").textContent, "1000000");
  press(plot, "ArrowRight");
  check("second value", [find(".tooltip b").textContent, find(".cursor").hidden], ["1000000.5", false]);
  await settled();
  check("told", find("#live").textContent.includes("1000000.5"), true);
  press(plot, "ArrowLeft");
  check("back", find(".tooltip b").textContent, "1000000");
  press(plot, "Escape");
  check("closed", find(".tooltip").hidden, true);
});
