
// What canvases are painted with: the colours of the style sheet, and patterns made of them.
let ink = null;

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const names = ["firing", "firing-edge", "pending", "pending-soft", "pending-edge", "gap", "gap-edge", "line",
    "rule", "text", "soft", "card", "accent", "accent-soft", "good", "sunken", "sans"];
  ink = { patterns: new Map() };
  names.forEach(function (name) { ink[name] = style.getPropertyValue("--" + name).trim(); });
}

// Oblique lines: what is pending, and gaps, are told by more than their colour.
function hatch(stroke, ground, distance) {
  const key = stroke + ground + distance;
  if (!ink.patterns.has(key)) {
    const ratio = window.devicePixelRatio || 1;
    const size = Math.round(distance * ratio);
    const tile = document.createElement("canvas");
    tile.width = size; tile.height = size;
    const c = tile.getContext("2d");
    if (ground) { c.fillStyle = ground; c.fillRect(0, 0, size, size); }
    c.strokeStyle = stroke;
    c.lineWidth = Math.max(1, ratio * 1.3);
    c.beginPath();
    for (const shift of [-size, 0, size]) { c.moveTo(shift, size); c.lineTo(shift + size, 0); }
    c.stroke();
    const pattern = c.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / ratio));
    ink.patterns.set(key, pattern);
  }
  return ink.patterns.get(key);
}

// A canvas ready to be painted on, in CSS pixels.
function prepare(canvas, height) {
  const ratio = printing ? 3 : window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(view.width * ratio));
  const tall = Math.round(height * ratio);
  if (canvas.width !== width || canvas.height !== tall) { canvas.width = width; canvas.height = tall; }
  const c = canvas.getContext("2d");
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, view.width, height);
  return c;
}

// The first of some stretches, in order, that ends after a time.
function firstAfter(spans, t) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end < t) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

// Calls with left and right of what is in view; stretches closer than a pixel become one.
function eachBar(spans, draw) {
  let left = NaN;
  let right = NaN;
  let open = false;
  for (let i = firstAfter(spans, view.from); i < spans.length && spans[i].start <= view.to; i++) {
    const from = Math.max(-4, xOf(spans[i].start));
    const to = Math.min(view.width + 4, Math.max(xOf(spans[i].end), from + 1.5));
    if (from - right < 0.75) { right = Math.max(right, to); open = spans[i].open; } else {
      if (right > left) { draw(left, right, open); }
      left = from; right = to; open = spans[i].open;
    }
  }
  if (right > left) { draw(left, right, open); }
}

function paintGaps(c, height) {
  const gaps = stack.gapSpans;
  if (!gaps.length) { return; }
  c.fillStyle = hatch(ink["gap-edge"], ink.gap, 6);
  c.globalAlpha = 0.6;
  eachBar(gaps, function (left, right) { c.fillRect(left, 0, right - left, height); });
  c.globalAlpha = 1;
}

// Nobody sees the corners of what is a few pixels wide.
function bar(path, left, top, width, height, radius) {
  if (width < 4) { path.rect(left, top, width, height); } else { path.roundRect(left, top, width, height, radius); }
}
