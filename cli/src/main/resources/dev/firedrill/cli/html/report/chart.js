
// The values that an alert watches with their threshold, on the same time axis as the lanes above.
const PLOT_HEIGHT = 150;
const PLOT_TOP = 14;

function unfoldPoints(raw, chart) {
  const points = { t: [], v: [], low: Infinity, high: -Infinity };
  let step = 0;
  for (let i = 0; i < raw.length; i += 2) {
    step += raw[i];
    const number = raw[i + 1];
    points.t.push(chart.start + step * chart.step);
    points.v.push(number);
    if (typeof number === "number") {
      points.low = Math.min(points.low, number);
      points.high = Math.max(points.high, number);
    }
  }
  return points;
}

function unfoldChart(raw) {
  const chart = { watched: text(raw.watched), comparison: text(raw.comparison), limit: raw.limit, start: raw.start,
    step: raw.step, thinned: raw.thinned, omitted: raw.omitted };
  chart.lines = raw.lines.map(function (line) {
    return { labels: pairs(line.labels), of: line.of, points: unfoldPoints(line.points, raw),
      limits: line.limits ? unfoldPoints(line.limits, raw) : null };
  });
  let low = typeof raw.limit === "number" ? raw.limit : Infinity;
  let high = typeof raw.limit === "number" ? raw.limit : -Infinity;
  chart.lines.forEach(function (line) {
    [line.points].concat(line.limits || []).forEach(function (points) {
      low = Math.min(low, points.low);
      high = Math.max(high, points.high);
    });
  });
  if (!(low <= high)) { low = 0; high = 1; }
  // A bar of nothing is not a scale; what is near zero shows it.
  const room = high - low || Math.abs(high) || 1;
  chart.low = low >= 0 && low < room * 0.6 ? 0 : low - room * 0.08;
  chart.high = high + room * 0.1;
  return chart;
}

// The last point that is not after a time; -1 where there is none.
function pointAt(points, t) {
  let low = 0;
  let high = points.t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points.t[middle] <= t) { low = middle + 1; } else { high = middle; }
  }
  return low - 1;
}

// Of points that share a column of pixels only the first, the least, the greatest and the last make a difference.
function pathOf(points, y) {
  const parts = [];
  let drawing = false;
  let column = null;
  const dots = [];
  function draw(i) {
    parts.push(drawing ? "L" : "M", xOf(points.t[i]).toFixed(1), " ", y(points.v[i]).toFixed(1));
    drawing = true;
  }
  function flush() {
    if (!column) { return; }
    const kept = new Set([column.first, Math.min(column.least, column.greatest), Math.max(column.least, column.greatest), column.last]);
    column = null;
    kept.forEach(draw);
  }
  const from = Math.max(0, pointAt(points, view.from) - 1);
  for (let i = from; i < points.t.length; i++) {
    const number = points.v[i];
    if (typeof number !== "number") { flush(); drawing = false; continue; }
    const alone = !drawing && !column && typeof points.v[i + 1] !== "number";
    if (alone) { dots.push(s("circle", { class: "dot", cx: xOf(points.t[i]), cy: y(number), r: 2 })); }
    const x = Math.floor(xOf(points.t[i]));
    if (column && column.x === x) {
      if (number < points.v[column.least]) { column.least = i; }
      if (number > points.v[column.greatest]) { column.greatest = i; }
      column.last = i;
    } else {
      flush();
      column = { x: x, first: i, least: i, greatest: i, last: i };
    }
    if (points.t[i] > view.to) { break; }
  }
  flush();
  return { path: parts.join(""), dots: dots };
}

function bandsOf(instance, height) {
  return instance.intervals.filter(function (each) { return each.end >= view.from && each.start <= view.to; }).map(function (each) {
    const left = Math.max(0, xOf(each.start));
    const width = Math.max(1, Math.min(view.width, xOf(each.end)) - left);
    const word = stateWord(each);
    return [s("rect", { class: "band " + word, x: left, y: PLOT_TOP, width: width, height: height - PLOT_TOP,
      fill: each.firing ? null : "url(#pending-band)" }),
      s("rect", { class: word + "-edge", x: left, y: PLOT_TOP - 4, width: width, height: 4 })];
  });
}

function drawChart(svg, chart, instance) {
  const height = PLOT_HEIGHT;
  function y(number) { return height - 1 - (number - chart.low) / (chart.high - chart.low) * (height - PLOT_TOP - 1); }
  const chosenLines = chart.lines.filter(function (line) { return instance && line.of.includes(instance.index); });
  const front = chosenLines.length ? chosenLines : chart.lines.slice(0, 1);
  const parts = [];
  const numbers = valueTicks(chart.low, chart.high, 4);
  numbers.forEach(function (number) { parts.push(s("path", { class: "grid", d: "M0 " + y(number) + "H" + view.width })); });
  stack.gapSpans.forEach(function (gap) {
    parts.push(s("rect", { class: "gap", x: xOf(gap.start), y: 0, width: Math.max(1, xOf(gap.end) - xOf(gap.start)), height: height }));
  });
  if (instance) { parts.push(bandsOf(instance, height)); }
  chart.lines.filter(function (line) { return !front.includes(line); }).forEach(function (line) {
    parts.push(s("path", { class: "other", d: pathOf(line.points, y).path }));
  });
  front.forEach(function (line) {
    if (line.limits) { parts.push(s("path", { class: "threshold", d: pathOf(line.limits, y).path })); }
    const drawn = pathOf(line.points, y);
    parts.push(s("path", { class: "value", d: drawn.path }), drawn.dots);
  });
  if (typeof chart.limit === "number") { parts.push(s("path", { class: "threshold", d: "M0 " + y(chart.limit) + "H" + view.width })); }
  const labels = numbers.filter(function (number) { return y(number) > 12; }).map(function (number) {
    return s("text", { class: "halo", x: 4, y: y(number) - 4 }, short(number));
  });
  if (typeof chart.limit === "number") {
    labels.push(s("text", { class: "halo threshold", x: view.width - 4, y: y(chart.limit) - 5, "text-anchor": "end" }, chart.comparison.split(" ")[0] + " " + short(chart.limit)));
  }
  svg.setAttribute("viewBox", "0 0 " + view.width + " " + (height + 2));
  svg.replaceChildren.apply(svg, [s("svg", { width: view.width, height: height + 1, overflow: "hidden" }, parts)].concat(labels));
}

// Patterns that all charts share.
function chartPatterns() {
  return s("svg", { width: 0, height: 0, class: "unseen", "aria-hidden": "true" }, s("defs", {},
    s("pattern", { id: "pending-band", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      s("rect", { width: 2, height: 6, class: "pending-edge", opacity: 0.35 }))));
}

function valuesTip(chart, front, t) {
  const shown = chart.lines.slice().sort(function (a, b) { return front(b) - front(a); }).slice(0, 5);
  const rows = shown.map(function (line) {
    const at = pointAt(line.points, t + chart.step / 2);
    const number = at < 0 || line.points.v[at] === null ? "no value" : short(line.points.v[at]);
    const limit = line.limits && line.limits.v[pointAt(line.limits, t + chart.step / 2)];
    return h("div", {}, h("b", { text: number }), limit === undefined || limit === null ? null : " " + chart.comparison.split(" ")[0] + " " + short(limit), " ",
      labelsOf(line.labels, new Set(["__name__"])));
  });
  const step = chart.start + Math.round((t - chart.start) / chart.step) * chart.step;
  const exact = chart.thinned <= 1 || shown.length > 0 && shown[0].points.t[pointAt(shown[0].points, t + chart.step / 2)] === step;
  return [h("div", { class: "when", text: (exact ? "" : "about ") + full(step) })].concat(rows,
    typeof chart.limit === "number" ? h("div", { class: "soft", text: "compared by " + chart.comparison }) : []);
}

function chartNote(chart) {
  const notes = [];
  if (chart.thinned > 1) { notes.push("least and greatest value of every " + duration(2 * chart.thinned * chart.step) + ", all around changes of state"); }
  if (chart.omitted) { notes.push(grouped(chart.omitted) + " more series not shown"); }
  return notes.join("; ");
}

function plotRow(raw, alert) {
  const chart = unfoldChart(raw);
  const svg = s("svg", { role: "img", "aria-label": "Values of " + chart.watched + (chart.comparison ? ", compared by " + chart.comparison : "")
    + ". The table of intervals has the values at state changes." });
  const plot = h("div", { class: "plot" }, svg);
  let instance = null;
  function draw() { if (view.width > 0) { drawChart(svg, chart, instance); } }
  plot.tipAt = function (t) {
    return valuesTip(chart, function (line) { return instance && line.of.includes(instance.index) ? 1 : 0; }, t);
  };
  const note = chartNote(chart);
  return { draw: draw, choose: function (other) { instance = other; draw(); },
    element: h("div", { class: "row plot-row" }, h("div", { class: "name plot-name" }, h("code", { text: chart.watched + (chart.comparison ? " " + chart.comparison : "") }),
      note ? h("div", { class: "chart-note", text: note }) : null), plot, h("div", { class: "sums" })) };
}
