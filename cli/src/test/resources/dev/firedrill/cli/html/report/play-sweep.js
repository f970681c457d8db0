finish(async function () {
  await settled();
  check("sections", texts("section.section > header h2"), ["Settings", "Timeline", "Data"]);
  check("no sums over settings", find(".cards"), null);
  check("settings", texts(".sweep tbody th"), ["1m", "5m", "15m"]);
  check("firings", all(".sweep tbody tr").map(function (row) { return row.cells[1].textContent; }), ["5", "2", "1"]);
  check("marks", all(".sweep tbody tr").map(function (row) { return row.lastChild.textContent; }), ["", "as it isrecommended", ""]);
  check("incident", /^w2 lost/.test(find("#sweep .block li").textContent), true);

  check("place", /alert_rules.yml:\d+, varied: for is 5m/.test(find("#sweep > header").textContent), true);
  check("legend", texts(".legend-lines p").length, 3);
  check("outside", /^1 incident outside the time left out: next year/.test(texts(".legend-lines p")[2]), true);
  check("no values", find(".values"), null);

  // What is too wide for its box can be reached by keys.
  const box = find(".sweep").closest(".scroll");
  check("fits", box.hasAttribute("tabindex"), false);
  box.style.width = "120px";
  await settled();
  check("too wide", [box.tabIndex, box.getAttribute("role"), box.getAttribute("aria-label")], [0, "region", "Table of settings"]);
  box.style.width = "";

  // A row leads to when the setting fires, with its chart.
  all(".sweep .link")[0].click();
  check("its row", document.activeElement.querySelector(".title").textContent, "for=1m");
  check("chart", all(".alert.open .plot").length > 0, true);
  check("timeline", shownAlerts(), ["for=1m", "for=5m", "for=15m"]);
});
