
// One lane of the timeline: painted while it is in sight, forgotten when it is not.
const lanes = new Map();
const inSight = new Set();
const sight = new IntersectionObserver(function (entries) {
  for (const entry of entries) {
    const lane = lanes.get(entry.target);
    if (!lane) { continue; }
    if (entry.isIntersecting) { inSight.add(lane); lane.paint(); } else {
      inSight.delete(lane);
      lane.canvas.width = 0; // gives its memory back
    }
  }
}, { rootMargin: "120px 0px" });

function addLane(element, paint) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  element.append(canvas);
  const lane = { element: element, canvas: canvas, paint: function () { if (view.width > 0) { paint(canvas); } } };
  lanes.set(element, lane);
  sight.observe(element);
  return lane;
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

function paintLanes(all) {
  const some = all ? lanes.values() : inSight;
  for (const lane of some) { lane.paint(); }
}

// Those at the top are painted before anybody scrolls, whether or not sight is known yet.
function paintFirst(count) {
  for (const lane of lanes.values()) {
    if (count-- <= 0) { break; }
    lane.paint();
  }
}

function paintSpans(canvas, spans, height) {
  const c = prepare(canvas, height);
  paintGaps(c, height);
  const middle = height / 2;
  c.fillStyle = ink.line;
  c.fillRect(0, Math.round(middle), view.width, 1);
  c.fillStyle = hatch(ink.pending, ink["pending-soft"], 4);
  c.strokeStyle = ink["pending-edge"];
  c.lineWidth = 1;
  eachBar(spans.pending, function (left, right) {
    bar(c, left, middle - 4, right - left, 8, 2);
    c.fill();
    if (right - left > 4) { c.stroke(); }
  });
  eachBar(spans.firing, function (left, right, open) {
    c.fillStyle = ink.firing;
    bar(c, left, middle - 8, right - left, 16, 2.5);
    c.fill();
    // An arrow where the end of the data is not the end of the alert.
    if (open && right - left > 12 && right <= view.width + 1) {
      c.fillStyle = ink.card;
      c.beginPath();
      c.moveTo(right - 9, middle - 4); c.lineTo(right - 4, middle); c.lineTo(right - 9, middle + 4);
      c.fill();
    }
  });
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
      bar(c, x - 1.5, middle - 9, 3, 18, 1.5);
      c.fill();
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

// How many instances fire at the same time: a step after the other.
function crowdOf(alerts) {
  const changes = [];
  for (const alert of alerts) {
    for (const event of alert.events) {
      if (event.interval.firing) {
        changes.push([event.interval.start, 1], [event.interval.end, -1]);
      }
    }
  }
  changes.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  const steps = [];
  let count = 0;
  let most = 0;
  for (const change of changes) {
    count += change[1];
    most = Math.max(most, count);
    const last = steps[steps.length - 1];
    if (last && last[0] === change[0]) { last[1] = count; } else { steps.push([change[0], count]); }
  }
  return { steps: steps, most: most };
}

function paintCrowd(canvas, crowd, height) {
  const c = prepare(canvas, height);
  paintGaps(c, height);
  const scale = (height - 8) / Math.max(1, crowd.most);
  // The most of each pixel, so that peaks survive.
  const columns = new Float64Array(Math.ceil(view.width) + 1);
  for (let i = 0; i < crowd.steps.length; i++) {
    const start = crowd.steps[i][0];
    const end = i + 1 < crowd.steps.length ? crowd.steps[i + 1][0] : start;
    if (end < view.from || start > view.to || crowd.steps[i][1] === 0) { continue; }
    const left = Math.max(0, Math.floor(xOf(start)));
    const right = Math.min(columns.length - 1, Math.max(left, Math.ceil(xOf(end)) - 1));
    for (let x = left; x <= right; x++) { columns[x] = Math.max(columns[x], crowd.steps[i][1]); }
  }
  c.fillStyle = ink.firing;
  c.globalAlpha = 0.85;
  for (let x = 0; x < columns.length; x++) {
    if (columns[x] > 0) { c.fillRect(x, height - columns[x] * scale, 1.05, columns[x] * scale); }
  }
  c.globalAlpha = 1;
  c.fillStyle = ink.rule;
  c.fillRect(0, height - 1, view.width, 1);
}
