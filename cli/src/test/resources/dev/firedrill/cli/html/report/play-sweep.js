finish(async function () {
  await settled();
  check("sections", texts("section.section > header h2"), ["Settings", "Timeline", "Data"]);
  check("no sums over settings", find(".cards"), null);
  check("settings", texts(".sweep tbody th"), ["1m", "5m", "15m"]);
  check("firings", all(".sweep tbody tr").map(function (row) { return row.cells[1].textContent; }), ["5", "2", "1"]);
  check("marks", all(".sweep tbody tr").map(function (row) { return row.lastChild.textContent; }), ["", "as it isrecommended", ""]);
  check("incident", /^w2 lost/.test(find("#sweep .block li").textContent), true);

  // A row leads to when the setting fires, with its chart.
  all(".sweep .link")[0].click();
  check("its row", document.activeElement.querySelector(".title").textContent, "for=1m");
  check("chart", all(".alert.open .plot").length > 0, true);
  check("timeline", shownAlerts(), ["for=1m", "for=5m", "for=15m"]);
});
