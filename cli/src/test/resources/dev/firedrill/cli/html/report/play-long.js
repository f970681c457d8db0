finish(async function () {
  await settled();
  all(".toggle").forEach(function (each) { each.click(); });
  all("details").forEach(function (each) { each.open = true; });
  await settled();
  check("nothing goes beyond the page", document.documentElement.scrollWidth, document.documentElement.clientWidth);
  check("names keep their place", all(".toggle").filter(function (each) { return each.scrollWidth > each.clientWidth; }).length, 0);
  check("what tells instances apart comes first", texts(".instance .label:first-child").sort(), ["pod=a", "pod=a", "pod=b", "pod=b"]);
  const regions = all("[role=region]").map(function (each) { return each.getAttribute("aria-label"); });
  check("regions have names of their own", new Set(regions).size, regions.length);
});
