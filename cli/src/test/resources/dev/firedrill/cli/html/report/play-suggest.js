finish(async function () {
  await settled();
  check("values", /has 1018 values of 2 series: max 0.965625, p99.9 0.9640625/.test(find(".values p").textContent), true);
  check("closest", all(".values tbody tr").map(function (row) { return row.cells[0].textContent; }), ["0.965625", "0.940625"]);
  check("when", all(".values tbody tr")[0].cells[1].textContent, "2026-11-20 08:25:45");
  check("quantiles", all(".sweep tbody tr").slice(1, 3).map(function (row) { return row.cells[6].textContent; }), ["max", "p99.9"]);

  // On paper nothing scrolls, and charts fit their column.
  const rules = Array.from(document.styleSheets[0].cssRules).filter(function (rule) { return rule.conditionText === "print"; })[0].cssRules;
  const pre = Array.from(rules).filter(function (rule) { return rule.selectorText === "pre"; })[0].style;
  check("pre on paper", [pre.whiteSpace, pre.getPropertyPriority("white-space")], ["pre-wrap", "important"]);
  all(".sweep .link")[0].click();
  await settled();
  const box = find(".plot > svg").getAttribute("viewBox");
  dispatchEvent(new Event("beforeprint"));
  check("chart on paper", find(".plot > svg").getAttribute("viewBox").split(" ")[2], "420");
  check("all unfolded", all(".alert:not(.quiet):not(.open)").length, 0);
  dispatchEvent(new Event("afterprint"));
  await settled();
  check("chart on the screen", find(".plot > svg").getAttribute("viewBox"), box);
});
