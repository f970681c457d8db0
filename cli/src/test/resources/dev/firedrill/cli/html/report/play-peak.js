// The heights that a drawn line reaches, in values of its chart.
function heights(chart) {
  const y = find(".plot .value").getAttribute("d").split(/[ML]/).filter(Boolean).map(function (pair) { return +pair.split(" ")[1]; });
  return y.map(function (each) { return chart.low + (PLOT_HEIGHT - 1 - each) / (PLOT_HEIGHT - PLOT_TOP - 1) * (chart.high - chart.low); });
}

finish(async function () {
  await settled();
  find(".toggle").click();
  await settled();
  const chart = unfoldChart(stack.alerts[0].charts[0]);
  const points = chart.lines[0].points;
  check("all values are there", [chart.thinned, find(".chart-note"), points.size > 20000], [1, null, true]);

  // A minute of two weeks is far narrower than a pixel, up and down.
  check("few points are drawn", find(".plot .value").getAttribute("d").split(/[ML]/).length < 4 * view.width, true);
  check("peak", Math.abs(Math.max.apply(null, heights(chart)) - 90) < 0.5, true);
  check("trough", Math.abs(Math.min.apply(null, heights(chart)) + 90) < 0.5, true);

  // Wherever the pieces lie that are drawn at one go, no value goes beyond what is drawn.
  for (const from of [0.1, 0.33, 0.5001, 0.6]) {
    look(total() * from, total() * (from + 0.3));
    await settled();
    const inView = Array.from(points.v).filter(function (each, i) { return points.t[i] >= view.from && points.t[i] <= view.to; });
    const drawn = heights(chart);
    check("greatest from " + from, Math.max.apply(null, inView) - Math.max.apply(null, drawn) < 0.5, true);
    check("least from " + from, Math.min.apply(null, drawn) - Math.min.apply(null, inView) < 0.5, true);
  }

  // Close up each value has its point.
  look(7000 * 60000, 7060 * 60000);
  await settled();
  const steps = find(".plot .value").getAttribute("d").split(/[ML]/).length - 1;
  check("each minute", steps >= 60 && steps <= 64, true);
  pointer(find(".plot"), "pointermove", xOf(7040 * 60000));
  check("its value", /-90/.test(find(".tooltip").textContent) && !/about/.test(find(".tooltip").textContent), true);

  check("told where values were thinned out", chartNote({ thinned: 8, step: 60000, omitted: 0, odd: [] }),
    "thinned out where the page has no room for all: the least and the greatest value of every 8m");
  const some = unfoldPoints([[0, 1], [8, 5, 5], [null, 20, 7, "NaN"]], { start: 0, step: 1 });
  check("values between points that were thinned out", [0, 4, 8, 9, 15, 28, 29].map(function (t) {
    return [valueAt(some, pointAt(some, t)), isExact(some, t)];
  }), [[1, true], [1, false], [5, true], [5, true], [null, false], [null, false], [7, true]]);
});
