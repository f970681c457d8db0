
// What a row unfolds to: the rule, its instances, their intervals and annotations.
const INSTANCES_SHOWN = 12;
const INTERVALS_SHOWN = 60;

function commonLabels(instances) {
  const common = new Map(instances[0].map);
  for (const instance of instances) {
    for (const name of Array.from(common.keys())) {
      if (instance.map.get(name) !== common.get(name)) { common.delete(name); }
    }
  }
  return common;
}

function aboutRule(alert) {
  const facts = [["for", alert.hold ? duration(alert.hold) : "0s"]];
  if (alert.keep) { facts.push(["keep_firing_for", duration(alert.keep)]); }
  if (alert.step) { facts.push(["evaluated every", duration(alert.step)]); }
  facts.push(["group", alert.group]);
  if (alert.path) { facts.push(["in", alert.path + ":" + alert.line]); }
  if (alert.receivers.size) { facts.push(["goes to", Array.from(alert.receivers).join(", ")]); }
  return h("div", { class: "about" }, h("pre", { text: alert.expr }),
    h("div", { class: "facts" }, facts.map(function (fact) { return h("span", {}, fact[0] + " ", h("b", { text: fact[1] })); })));
}

// Labels that tell most instances apart stand first: not all of them have room.
function byDifference(instances) {
  const values = new Map();
  for (const instance of instances) {
    for (const pair of instance.labels) {
      if (!values.has(pair[0])) { values.set(pair[0], new Set()); }
      values.get(pair[0]).add(pair[1]);
    }
  }
  return function (a, b) { return values.get(b[0]).size - values.get(a[0]).size; };
}

function instanceRow(alert, instance, hidden, order, choose) {
  const labels = labelsOf(instance.labels.slice().sort(order), hidden);
  const button = h("button", { class: "instance", type: "button", "aria-pressed": "false" },
    labels);
  button.title = instance.labels.map(function (pair) { return pair.join("="); }).join("  ");
  button.addEventListener("click", function () { choose(instance); });
  const lane = h("div", { class: "lane", tabindex: "0", role: "application", "aria-roledescription": "timeline",
    "aria-label": instance.labels.map(function (pair) { return pair.join(" "); }).join(", ") + ": "
      + counted(instance.firings, "firing") + ", " + duration(instance.firing) });
  const spans = lanesOf(instance.intervals);
  lane.events = instance.intervals.map(function (interval) { return { interval: interval, instance: instance }; });
  addLane(lane, function (canvas) { paintSpans(canvas, spans, 26); });
  return { instance: instance, button: button,
    element: h("div", { class: "row instance-row" }, h("div", { class: "name" }, button), lane, sums(instance.firings, instance.firing)) };
}

function sums(firings, firing) {
  return h("div", { class: "sums" }, firings ? [h("b", { text: grouped(firings) + "×" }), " " + about(firing)] : "–");
}

// Native histograms are texts, some of them long.
function valueCell(number) {
  const told = value(number);
  return h("td", { class: told.length > 24 ? "histogram" : "number", text: told });
}

function intervalTable(alert, instance) {
  const body = h("tbody", {});
  const rest = growing(instance.intervals, INTERVALS_SHOWN, function (interval) {
    return h("tr", {}, h("td", {}, stateOf(interval)), h("td", { class: "time", text: full(interval.start) }),
      h("td", { class: "time" }, day(interval.start) === day(interval.end) ? clock(interval.end) : full(interval.end),
        endWord(interval) ? h("div", { class: "soft", text: endWord(interval) }) : null),
      h("td", { class: "number", text: duration(interval.end - interval.start) }),
      valueCell(interval.value), valueCell(interval.peak));
  }, body);
  return scrolling("Intervals of " + alert.name + ": " + instance.labels.map(function (pair) { return pair.join(" "); }).join(", "), h("div", {},
    h("table", {}, h("caption", { class: "unseen", text: "Intervals of the instance" }),
      h("thead", {}, h("tr", {}, ["State", "Start", "End"].map(function (t) { return h("th", { scope: "col", text: t }); }),
        ["Duration", "Value at start", "Peak"].map(function (t) { return h("th", { scope: "col", class: "number", text: t }); }))), body),
    rest));
}

function annotationList(instance) {
  if (!instance.annotations.length) { return h("p", { class: "soft", text: "none" }); }
  return h("dl", { class: "notes" }, instance.annotations.map(function (pair) {
    return [h("dt", { text: pair[0] }), h("dd", { text: pair[1] })];
  }));
}

// What the noise report knows of an alert that never fired.
function whyNever(alert) {
  return (stack.noise || []).filter(function (each) { return each.kind === "never" && text(each.alerts[0]) === alert.name; })
    .flatMap(function (each) { return [each.text].concat(each.more).map(text); });
}

function fillDetail(alert, detail) {
  detail.append(aboutRule(alert));
  if (!alert.instances.length) {
    detail.append(h("div", { class: "about soft" }, h("p", {}, "Its expression gave nothing in this time: the alert was never pending.",
      whyNever(alert).map(function (reason) { return [h("br", {}), reason]; }))));
  }
  const plots = alert.charts.map(plotRow);
  if (!plots.length && alert.instances.length) {
    detail.append(h("div", { class: "about soft" }, h("p", { text: "No chart: what it asks for has no numbers of its own that could be drawn." })));
  }
  if (alert.instances.length < 2) { detail.append.apply(detail, plots.map(function (plot) { return plot.element; })); }
  if (!alert.instances.length) { plots.forEach(function (plot) { plot.choose(null); }); return; }
  const ordered = alert.instances.slice().sort(function (a, b) { return b.firing - a.firing || b.intervals.length - a.intervals.length; });
  const common = commonLabels(ordered);
  const hidden = new Set(common.keys());
  const order = byDifference(ordered);
  const inner = h("div", { class: "inner" });
  const rows = [];
  function choose(instance) {
    rows.forEach(function (row) { row.button.setAttribute("aria-pressed", String(row.instance === instance)); });
    inner.replaceChildren(h("div", {}, h("h4", { text: "Intervals" }), intervalTable(alert, instance)),
      h("div", {}, h("h4", { text: "Labels" }), h("p", { class: "all-labels" }, labelsOf(instance.labels, new Set())),
        h("h4", { text: "Annotations" }), annotationList(instance)));
    plots.forEach(function (plot) { plot.choose(instance); });
  }
  if (ordered.length > 1) {
    detail.append(h("div", { class: "about common" }, h("h4", {}, counted(ordered.length, "instance"), h("span", { class: "soft", text: ", all with " }),
      labelsOf(Array.from(common), new Set(["alertname"])))));
  }
  if (ordered.length > 1) {
    const list = h("div", { class: "instances" });
    detail.append(list, growing(ordered, INSTANCES_SHOWN, function (instance) {
      const row = instanceRow(alert, instance, hidden, order, choose);
      rows.push(row);
      return row.element;
    }, list));
    detail.append.apply(detail, plots.map(function (plot) { return plot.element; }));
  }
  detail.append(inner);
  choose(ordered[0]);
}
