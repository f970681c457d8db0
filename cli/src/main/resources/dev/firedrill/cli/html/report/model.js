
// The data of the page, unfolded: texts by their places, intervals as objects.
const data = JSON.parse(document.getElementById("data").textContent);
let stack = null;

function text(place) { return data.texts[place]; }

function pairs(places) {
  const all = [];
  for (let i = 0; i < places.length; i += 2) { all.push([text(places[i]), text(places[i + 1])]); }
  return all;
}

function intervalsOf(raw) {
  const all = [];
  for (let i = 0; i < raw.length; i += 5) {
    all.push({ firing: (raw[i] & 1) > 0, open: (raw[i] & 2) > 0, inGap: (raw[i] & 4) > 0,
      start: raw[i + 1], end: raw[i + 1] + raw[i + 2], value: raw[i + 3], peak: raw[i + 4] });
  }
  return all;
}

function firingTime(intervals) {
  return intervals.reduce(function (sum, each) { return sum + (each.firing ? each.end - each.start : 0); }, 0);
}

function unfoldInstance(raw, index) {
  const intervals = intervalsOf(raw.intervals);
  const labels = pairs(raw.labels);
  return { index: index, labels: labels, map: new Map(labels), annotations: pairs(raw.annotations), intervals: intervals,
    receivers: (raw.receivers || []).map(text), firing: firingTime(intervals),
    firings: intervals.filter(function (each) { return each.firing; }).length };
}

// The values that an alert has of a label, over all of its instances; as written where it never was active.
function valuesOf(alert, name) {
  const found = new Set();
  for (const instance of alert.instances) {
    if (instance.map.has(name)) { found.add(instance.map.get(name)); }
  }
  if (alert.instances.length === 0) {
    alert.own.forEach(function (pair) {
      if (pair[0] === name && !pair[1].includes("{{")) { found.add(pair[1]); }
    });
  }
  return found;
}

// Stretches in which at least one of the intervals lies, in order.
function union(intervals) {
  const all = [];
  for (const each of intervals.slice().sort(function (a, b) { return a.start - b.start; })) {
    const last = all[all.length - 1];
    if (last && each.start <= last.end) {
      if (each.end >= last.end) { last.end = each.end; last.open = last.open || each.open; }
    } else { all.push({ start: each.start, end: each.end, open: each.open }); }
  }
  return all;
}

function lanesOf(intervals) {
  return { firing: union(intervals.filter(function (each) { return each.firing; })),
    pending: union(intervals.filter(function (each) { return !each.firing; })) };
}

function unfoldAlert(raw, index, facets) {
  const alert = { index: index, name: text(raw.name), group: text(raw.group), path: text(raw.path), line: raw.line,
    expr: text(raw.expr), hold: raw.for, keep: raw.keep, step: raw.step, own: pairs(raw.labels),
    firings: raw.firings, firing: raw.firing, flaps: raw.flaps, charts: raw.charts || [],
    instances: raw.instances.map(unfoldInstance) };
  alert.events = [];
  alert.instances.forEach(function (instance) {
    instance.intervals.forEach(function (interval) { alert.events.push({ interval: interval, instance: instance }); });
  });
  alert.events.sort(function (a, b) { return a.interval.start - b.interval.start; });
  alert.spans = lanesOf(alert.events.map(function (event) { return event.interval; }));
  alert.facets = new Map(facets.map(function (name) { return [name, valuesOf(alert, name)]; }));
  alert.severity = Array.from(valuesOf(alert, "severity"));
  alert.receivers = new Set(alert.instances.flatMap(function (instance) { return instance.receivers; }));
  alert.state = alert.firings > 0 ? "fired" : alert.events.length > 0 ? "pending" : "quiet";
  const words = [alert.name, alert.group, alert.expr, alert.path].concat(alert.own.flat(), Array.from(alert.receivers));
  alert.instances.forEach(function (instance) { words.push(instance.labels.flat().join(" "), instance.annotations.flat().join(" ")); });
  alert.words = words.join("\n").toLowerCase();
  return alert;
}

function unfoldNotification(raw) {
  return { time: raw.time, receiver: text(raw.receiver), kind: text(raw.kind), firing: raw.firing,
    delivery: text(raw.delivery), reason: text(raw.reason), group: pairs(raw.group), route: text(raw.route),
    count: raw.count, alerts: (raw.alerts || []).map(function (each) { return { labels: pairs(each[0]), start: each[1], end: each[2] }; }),
    message: raw.message };
}

function unfold(raw) {
  const unfolded = Object.assign({}, raw, { name: text(raw.name) });
  const facets = raw.alerts ? raw.alerts.facets.map(text) : [];
  unfolded.facets = facets;
  unfolded.alerts = raw.alerts
    ? raw.alerts.list.map(function (each, index) { return unfoldAlert(each, index, facets); }) : null;
  if (raw.notifications) {
    unfolded.notifications = {
      receivers: raw.notifications.receivers.map(function (each) { return { name: text(each.name), kinds: each.kinds.map(text) }; }),
      list: raw.notifications.list.map(unfoldNotification),
      held: raw.notifications.held.map(function (each) {
        return { time: each.time, until: each.until, receiver: text(each.receiver), stage: text(each.stage),
          by: text(each.by), labels: pairs(each.labels) };
      })
    };
  }
  return unfolded;
}

const RANKS = ["critical", "page", "emergency", "fatal", "high", "error", "major", "warning", "warn", "medium",
  "minor", "ticket", "low", "info", "notice", "debug", "none"];

function rankOf(severity) {
  const rank = RANKS.indexOf(severity.toLowerCase());
  return rank < 0 ? RANKS.length : rank;
}

function severityBadge(severity) {
  const rank = rankOf(severity);
  const tone = rank < 7 ? " high" : rank < 11 ? " middle" : rank < RANKS.length ? " low" : "";
  return h("span", { class: "badge" + tone, text: severity });
}
