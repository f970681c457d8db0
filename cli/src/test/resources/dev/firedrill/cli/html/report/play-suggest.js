finish(async function () {
  await settled();
  check("values", /has 1018 values of 2 series: max 0.965625, p99.9 0.9640625/.test(find(".values p").textContent), true);
  check("closest", all(".values tbody tr").map(function (row) { return row.cells[0].textContent; }), ["0.965625", "0.940625"]);
  check("when", all(".values tbody tr")[0].cells[1].textContent, "2026-11-20 08:25:45");
  check("quantiles", all(".sweep tbody tr").slice(1, 3).map(function (row) { return row.cells[6].textContent; }), ["max", "p99.9"]);
});
