
// The values that an alert watches with their threshold, on the same time axis as the lanes above.
const PLOT_HEIGHT = 150;
const PLOT_TOP = 14;

// Runs of values at one step after the other. What is no number has its text in `odd`; where there is
// nothing at all the line breaks. Of each block the places of its least and its greatest value are known,
// so that lines of many points are drawn without a look at each.
const BLOCK = 16;

function unfoldPoints(raw, chart) {
  let count = 0;
  raw.forEach(function (run) { count += run.length; });
  const t = new Float64Array(count);
  const v = new Float64Array(count);
  const points = { t: t, v: v, size: 0, odd: new Map(), low: Infinity, high: -Infinity, least: [], greatest: [] };
  let step = 0;
  function add(number, at) {
    t[points.size] = chart.start + at * chart.step;
    v[points.size] = typeof number === "number" ? number : NaN;
    if (typeof number === "string") { points.odd.set(points.size, number); }
    points.size++;
  }
  raw.forEach(function (run) {
    let at = 0;
    if (run[0] === null) { add(null, step + 1); at = 1; }
    step += run[at];
    for (let i = at + 1; i < run.length; i++) {
      if (i > at + 1) { step++; }
      add(run[i], step);
    }
  });
  for (let from = 0; from < points.size; from += BLOCK) { addBlock(points, from, Math.min(points.size, from + BLOCK)); }
  return points;
}

// A block that is no unbroken piece of the line has places of -1.
function addBlock(points, from, to) {
  let least = from;
  let greatest = from;
  let whole = to - from === BLOCK;
  for (let i = from; i < to; i++) {
    const number = points.v[i];
    if (number !== number) { whole = false; continue; }
    if (!(number >= points.v[least])) { least = i; }
    if (!(number <= points.v[greatest])) { greatest = i; }
    points.low = Math.min(points.low, number);
    points.high = Math.max(points.high, number);
  }
  points.least.push(whole ? least : -1);
  points.greatest.push(whole ? greatest : -1);
}

// As a table shows it; undefined where there is no value.
function valueAt(points, i) {
  if (i < 0) { return undefined; }
  return points.odd.has(i) ? points.odd.get(i) : points.v[i] === points.v[i] ? points.v[i] : undefined;
}

function unfoldChart(raw) {
  const chart = { watched: text(raw.watched), comparison: text(raw.comparison), limit: raw.limit, start: raw.start,
    step: raw.step, thinned: raw.thinned, omitted: raw.omitted };
  chart.lines = raw.lines.map(function (line) {
    return { labels: pairs(line.labels), of: line.of, points: unfoldPoints(line.points, raw),
      limits: line.limits ? unfoldPoints(line.limits, raw) : null };
  });
  chart.odd = Array.from(new Set(chart.lines.flatMap(function (line) { return Array.from(line.points.odd.values()); }))).sort();
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
  const room = Math.min(high - low, Number.MAX_VALUE) || Math.abs(high) || 1;
  chart.low = low >= 0 && low < room * 0.6 ? 0 : Math.max(low - room * 0.08, -Number.MAX_VALUE);
  chart.high = Math.min(high + room * 0.1, Number.MAX_VALUE);
  return chart;
}

// The last point that is not after a time; -1 where there is none.
function pointAt(points, t) {
  let low = 0;
  let high = points.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points.t[middle] <= t) { low = middle + 1; } else { high = middle; }
  }
  return low - 1;
}

// Of points that share a column of pixels only the first, the least, the greatest and the last make a difference.
function pathOf(points, y) {
  const parts = [];
  const dots = [];
  const odd = { places: new Set(), marks: [] };
  const v = points.v;
  const scale = view.width / (view.to - view.from);
  let drawing = false;
  let column = -Infinity;
  let first = -1;
  let least = -1;
  let greatest = -1;
  let last = -1;
  function draw(i) {
    parts.push(drawing ? "L" : "M", ((points.t[i] - view.from) * scale).toFixed(1), " ", y(v[i]).toFixed(1));
    drawing = true;
  }
  function flush() {
    if (first < 0) { return; }
    const low = Math.min(least, greatest);
    const high = Math.max(least, greatest);
    draw(first);
    if (low > first) { draw(low); }
    if (high > low) { draw(high); }
    if (last > high) { draw(last); }
    first = -1;
  }
  const from = Math.max(0, pointAt(points, view.from) - 1);
  for (let i = from; i < points.size; i++) {
    const number = v[i];
    if (number !== number) {
      flush();
      drawing = false;
      if (points.odd.has(i) && points.t[i] >= view.from && points.t[i] <= view.to) { markOdd(odd, points.odd.get(i), (points.t[i] - view.from) * scale); }
      continue;
    }
    const x = Math.floor((points.t[i] - view.from) * scale);
    const alone = !drawing && first < 0 && (i + 1 === points.size || v[i + 1] !== v[i + 1]);
    if (alone) { dots.push(s("circle", { class: "dot", cx: (points.t[i] - view.from) * scale, cy: y(number), r: 2 })); }
    if (first < 0 || column !== x) {
      flush();
      column = x;
      first = least = greatest = last = i;
    } else {
      let end = i;
      let low = i;
      let high = i;
      const block = i / BLOCK;
      // Blocks that end in the same column at one go.
      if (i % BLOCK === 0 && points.least[block] >= 0 && Math.floor((points.t[i + BLOCK - 1] - view.from) * scale) === x) {
        end = i + BLOCK - 1;
        low = points.least[block];
        high = points.greatest[block];
      }
      if (v[low] < v[least]) { least = low; }
      if (v[high] > v[greatest]) { greatest = high; }
      last = i = end;
    }
    if (points.t[i] > view.to) { break; }
  }
  flush();
  return { path: parts.join(""), dots: dots, odd: odd.marks.join("") };
}

// What is no number has no height: it stands at the edges, once in a few pixels.
const ODD_MARKS = { "+Inf": ["-3 7 3-6 3 6z", PLOT_TOP], "-Inf": ["-3-7 3 6 3-6z", PLOT_HEIGHT - 1], "NaN": ["-3-7 6 6m0-6-6 6", PLOT_HEIGHT - 1] };

function markOdd(odd, kind, x) {
  const place = kind + Math.floor(x / 7);
  if (!odd.places.has(place)) {
    odd.places.add(place);
    odd.marks.push("M", x.toFixed(1), " ", ODD_MARKS[kind][1], "m", ODD_MARKS[kind][0]);
  }
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
  // Halves, where the difference is beyond all numbers.
  const part = Number.isFinite(chart.high - chart.low) ? 1 : 0.5;
  function y(number) { return height - 1 - (number * part - chart.low * part) / (chart.high * part - chart.low * part) * (height - PLOT_TOP - 1); }
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
    parts.push(s("path", { class: "value", d: drawn.path }), drawn.dots, drawn.odd ? s("path", { class: "odd", d: drawn.odd }) : []);
  });
  if (typeof chart.limit === "number") { parts.push(s("path", { class: "threshold", d: "M0 " + y(chart.limit) + "H" + view.width })); }
  const told = shortScale(numbers);
  const labels = numbers.map(function (number, i) {
    return y(number) > 12 ? s("text", { class: "halo", x: 4, y: y(number) - 4 }, told[i]) : null;
  }).filter(Boolean);
  if (typeof chart.limit === "number") {
    labels.push(s("text", { class: "halo threshold", x: view.width - 4, y: y(chart.limit) - 5, "text-anchor": "end" }, chart.comparison.split(" ")[0] + " " + shortened(chart.limit, 7)));
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
  const step = chart.start + Math.round((t - chart.start) / chart.step) * chart.step;
  const rows = shown.map(function (line) {
    const number = valueAt(line.points, pointAt(line.points, step));
    const limit = line.limits ? valueAt(line.limits, pointAt(line.limits, step)) : undefined;
    return h("div", {}, h("b", { text: number === undefined ? "no value" : (isExact(line.points, step) ? "" : "about ") + value(number) }),
      limit === undefined ? null : " " + chart.comparison.split(" ")[0] + " " + value(limit), " ", labelsOf(line.labels, new Set(["__name__"])));
  });
  return [h("div", { class: "when", text: full(step) })].concat(rows,
    typeof chart.limit === "number" ? h("div", { class: "soft", text: "compared by " + chart.comparison }) : []);
}

// Whether the value at a step was not thinned out: it is there, or between two that are the same.
function isExact(points, step) {
  const at = pointAt(points, step);
  return at >= 0 && (points.t[at] === step || points.v[at] === points.v[at + 1]);
}

const ODD_SIGNS = { "+Inf": "▲", "-Inf": "▼", "NaN": "×" };

function chartNote(chart) {
  const notes = [];
  if (chart.thinned > 1) {
    notes.push("thinned out where the page has no room for all: the least and the greatest value of every " + duration(chart.thinned * chart.step));
  }
  if (chart.odd.length) { notes.push(chart.odd.map(function (kind) { return ODD_SIGNS[kind] + " " + kind; }).join(", ")); }
  if (chart.omitted) { notes.push(grouped(chart.omitted) + " more series not shown"); }
  return notes.join("; ");
}

function plotRow(raw, alert) {
  const chart = unfoldChart(raw);
  const svg = s("svg", { "aria-hidden": "true" });
  const plot = h("div", { class: "plot", tabindex: "0", role: "application", "aria-roledescription": "chart",
    "aria-label": "Values of " + chart.watched + (chart.comparison ? ", compared by " + chart.comparison : "") + ". Arrow keys go through them." }, svg);
  plot.step = chart.step;
  let instance = null;
  const lane = watchSight(plot, function () { drawChart(svg, chart, instance); }, function () { svg.replaceChildren(); });
  plot.tipAt = function (t) {
    return valuesTip(chart, function (line) { return instance && line.of.includes(instance.index) ? 1 : 0; }, t);
  };
  const note = chartNote(chart);
  return { choose: function (other) { instance = other; lane.painted = -1; paintLane(lane); },
    element: h("div", { class: "row plot-row" }, h("div", { class: "name plot-name" }, h("code", { text: chart.watched + (chart.comparison ? " " + chart.comparison : "") }),
      note ? h("div", { class: "chart-note", text: note }) : null), plot, h("div", { class: "sums" })) };
}
