
// What is painted while it is in sight, and forgotten when it is not: lanes and charts. Each is painted
// once for a stretch of time.
const lanes = new Map();
const inSight = new Set();
let period = 0;
let forgetting = 0;
const sight = new IntersectionObserver(function (entries) {
  for (const entry of entries) {
    const lane = lanes.get(entry.target);
    if (!lane) { continue; }
    if (entry.isIntersecting) { inSight.add(lane); paintLane(lane); } else { inSight.delete(lane); }
  }
  if (!forgetting) { forgetting = setTimeout(forgetUnseen, 4000); }
}, { rootMargin: "120px 0px" });

// Gives memory back. Not at once: who scrolls comes back, and for a picture of the whole page browsers
// lose sight for a moment.
function forgetUnseen() {
  forgetting = 0;
  for (const lane of lanes.values()) {
    if (lane.painted >= 0 && !inSight.has(lane)) {
      lane.forget();
      lane.painted = -1;
    }
  }
}

function paintLane(lane) {
  if (view.width > 0 && lane.painted !== period) {
    lane.painted = period;
    lane.paint();
  }
}

function watchSight(element, paint, forget) {
  const lane = { element: element, paint: paint, forget: forget, painted: -1 };
  lanes.set(element, lane);
  sight.observe(element);
  return lane;
}

function addLane(element, paint) {
  const canvas = h("canvas", { "aria-hidden": "true", width: 0, height: 0 });
  element.append(canvas);
  return watchSight(element, function () { paint(canvas); }, function () { canvas.width = 0; });
}

function removeLanes(within) {
  for (const element of Array.from(lanes.keys())) {
    if (within.contains(element)) {
      sight.unobserve(element);
      inSight.delete(lanes.get(element));
      lanes.delete(element);
    }
  }
}

// What was painted before shows something else.
function outdate() { period++; }

function paintLanes(all) {
  const some = all ? lanes.values() : inSight;
  for (const lane of some) { paintLane(lane); }
}

// Those at the top are painted before anybody scrolls, whether or not sight is known yet.
function paintFirst(elements) {
  for (const element of elements) { paintLane(lanes.get(element)); }
}

// Bars of a kind are one path: filling each of many by itself takes most of the time.
function paintSpans(canvas, spans, height) {
  const c = prepare(canvas, height);
  paintGaps(c, height);
  const middle = height / 2;
  c.fillStyle = ink.line;
  c.fillRect(0, Math.round(middle), view.width, 1);
  const edged = new Path2D();
  const narrow = new Path2D();
  eachBar(spans.pending, function (left, right) { bar(right - left > 4 ? edged : narrow, left, middle - 4, right - left, 8, 2); });
  c.fillStyle = ink["pending-edge"];
  c.fill(narrow);
  c.fillStyle = hatch(ink.pending, ink["pending-soft"], 4);
  c.fill(edged);
  c.strokeStyle = ink["pending-edge"];
  c.lineWidth = 1;
  c.stroke(edged);
  const firing = new Path2D();
  const arrows = new Path2D();
  eachBar(spans.firing, function (left, right, open) {
    bar(firing, left, middle - 8, right - left, 16, 2.5);
    // An arrow where the end of the data is not the end of the alert.
    if (open && right - left > 12 && right <= view.width + 1) {
      arrows.moveTo(right - 9, middle - 4); arrows.lineTo(right - 4, middle); arrows.lineTo(right - 9, middle + 4);
    }
  });
  c.fillStyle = ink.firing;
  c.fill(firing);
  c.fillStyle = ink.card;
  c.fill(arrows);
}

// Notifications are moments: a bar up where an alert fires, a ring where all is well again.
function paintMoments(canvas, list, height) {
  const c = prepare(canvas, height);
  paintGaps(c, height);
  const middle = height / 2;
  c.fillStyle = ink.line;
  c.fillRect(0, Math.round(middle), view.width, 1);
  let last = { true: -9, false: -9 };
  for (const each of list) {
    const x = xOf(each.time);
    if (x < -4 || x > view.width + 4 || x - last[each.firing] < 1) { continue; }
    last[each.firing] = x;
    if (each.firing) {
      c.fillStyle = ink.firing;
      c.fillRect(x - 1.5, middle - 9, 3, 18);
    } else {
      c.strokeStyle = ink.good;
      c.fillStyle = ink.card;
      c.lineWidth = 1.8;
      c.beginPath();
      c.arc(x, middle, 3.6, 0, 7);
      c.fill();
      c.stroke();
    }
  }
}

// All changes of the number of firing instances, in order, with the places of the alerts that they are of.
function changesOf(alerts) {
  const changes = [];
  for (const alert of alerts) {
    for (const event of alert.events) {
      if (event.interval.firing) { changes.push([event.interval.start, 1, alert.index], [event.interval.end, -1, alert.index]); }
    }
  }
  changes.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  return { t: Float64Array.from(changes, function (each) { return each[0]; }),
    by: Int8Array.from(changes, function (each) { return each[1]; }), of: Uint32Array.from(changes, function (each) { return each[2]; }) };
}

// The time axis, and which part of all the time is in view.
function paintAxis(canvas, height) {
  const c = prepare(canvas, height);
  c.textAlign = "center";
  c.textBaseline = "middle";
  for (const tick of timeTicks()) {
    c.font = (tick.day ? "600 " : "") + "11.5px " + ink.sans;
    c.fillStyle = tick.day ? ink.text : ink.soft;
    const half = c.measureText(tick.label).width / 2;
    c.fillText(tick.label, Math.max(half, Math.min(view.width - half, xOf(tick.t))), height / 2);
  }
  if (!wholeInView() && !printing) {
    c.fillStyle = ink.accent;
    c.fillRect(view.from / total() * view.width, height - 3, (view.to - view.from) / total() * view.width, 3);
  }
}

// How many instances of some alerts fire at the same time: from when on how many.
function crowdOf(changes, alerts) {
  const counted = new Uint8Array(stack.alerts.length);
  for (const alert of alerts) { counted[alert.index] = 1; }
  const crowd = { t: new Float64Array(changes.t.length), n: new Uint32Array(changes.t.length), size: 0, most: 0 };
  let count = 0;
  for (let i = 0; i < changes.t.length; i++) {
    if (!counted[changes.of[i]]) { continue; }
    count += changes.by[i];
    crowd.most = Math.max(crowd.most, count);
    if (crowd.size === 0 || crowd.t[crowd.size - 1] !== changes.t[i]) { crowd.t[crowd.size++] = changes.t[i]; }
    crowd.n[crowd.size - 1] = count;
  }
  return crowd;
}

function paintCrowd(canvas, crowd, height) {
  const c = prepare(canvas, height);
  paintGaps(c, height);
  const scale = (height - 8) / Math.max(1, crowd.most);
  // The most of each pixel, so that peaks survive.
  const columns = new Float64Array(Math.ceil(view.width) + 1);
  for (let i = 0; i < crowd.size; i++) {
    const start = crowd.t[i];
    const end = i + 1 < crowd.size ? crowd.t[i + 1] : start;
    if (start > view.to) { break; }
    if (end < view.from || crowd.n[i] === 0) { continue; }
    const left = Math.max(0, Math.floor(xOf(start)));
    const right = Math.min(columns.length - 1, Math.max(left, Math.ceil(xOf(end)) - 1));
    for (let x = left; x <= right; x++) { columns[x] = Math.max(columns[x], crowd.n[i]); }
  }
  // One shape: columns by themselves have seams where they are scaled.
  const shape = new Path2D();
  for (let x = 0; x < columns.length; x++) {
    let end = x + 1;
    while (end < columns.length && columns[end] === columns[x]) { end++; }
    if (columns[x] > 0) { shape.rect(x, height - columns[x] * scale, end - x, columns[x] * scale); }
    x = end - 1;
  }
  c.fillStyle = ink.firing;
  c.globalAlpha = 0.85;
  c.fill(shape);
  c.globalAlpha = 1;
  c.fillStyle = ink.rule;
  c.fillRect(0, height - 1, view.width, 1);
}
