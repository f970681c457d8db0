finish(async function () {
  await settled();
  const hour = 3600000;
  const change = Date.UTC(2025, 9, 26, 1) - stack.start;
  check("before clocks are put back", full(change - 1800000), "2025-10-26 02:30:00+02:00");
  check("after", full(change + 1800000), "2025-10-26 02:30:00+01:00");
  check("told once", full(change + hour), "2025-10-26 03:00:00");
  check("of two offsets", span(change - hour / 2, change + hour / 2), "2025-10-26 02:30:00+02:00 to 02:30:00+01:00");
  function labels(from, to) { look(from, to); return timeTicks().map(function (tick) { return [tick.label, (tick.t - change) / hour]; }); }
  view.width = 800;
  check("the hour that comes twice", labels(change - 3 * hour, change + 3 * hour),
    [["Sun 26 Oct", -3], ["01:00", -2], ["02:00", -1], ["03:00", 1], ["04:00", 2], ["05:00", 3]]);
  stack.zone = "+05:30";
  check("half hours", [full(change), timeTicks()[0].label.slice(-2)], ["2025-10-26 06:30:00", "00"]);
  stack.zone = "UTC-03:00";
  check("offsets by another name", full(change), "2025-10-25 22:00:00");
  stack.zone = "Africa/Cairo";
  const spring = Date.UTC(2025, 3, 24, 22) - stack.start;
  check("a day without its midnight", roundTimes(Date.UTC(2025, 3, 24), Date.UTC(2025, 3, 26), 86400000).map(function (tick) { return [tick.label, (tick.t - spring) / hour]; }),
    [["Thu 24 Apr", -24], ["Fri 25 Apr", 0], ["Sat 26 Apr", 23]]);
  check("weeks start on Monday", roundTimes(Date.UTC(2025, 3, 1), Date.UTC(2025, 3, 20), 7 * 86400000).map(function (tick) { return tick.label; }), ["7 Apr", "14 Apr"]);
  stack.zone = "UTC";
  check("years", roundMonths(Date.UTC(2023, 10, 5), Date.UTC(2025, 1, 1), 3).map(function (tick) { return [tick.label, new Date(stack.start + tick.t).toISOString().slice(0, 10)]; }),
    [["2024", "2024-01-01"], ["Apr", "2024-04-01"], ["Jul", "2024-07-01"], ["Oct", "2024-10-01"], ["2025", "2025-01-01"]]);
});
