
// Filters and order of the timeline; what is chosen is kept in the address, so that it can be passed on.
const ORDERS = {
  file: ["as in the files", function (a, b) { return a.alert.index - b.alert.index; }],
  firing: ["longest firing", function (a, b) { return b.alert.firing - a.alert.firing || a.alert.index - b.alert.index; }],
  firings: ["most firings", function (a, b) { return b.alert.firings - a.alert.firings || a.alert.index - b.alert.index; }],
  first: ["first to fire", function (a, b) { return firstFiring(a.alert) - firstFiring(b.alert) || a.alert.index - b.alert.index; }],
  severity: ["severity", function (a, b) { return severityRank(a.alert) - severityRank(b.alert) || a.alert.index - b.alert.index; }],
  name: ["name", function (a, b) { return a.alert.name.localeCompare(b.alert.name); }]
};
const STATES = { fired: "fired", pending: "pending only", quiet: "never active" };
const chosen = new Map();

function firstFiring(alert) { return alert.spans.firing.length ? alert.spans.firing[0].start : Infinity; }

function severityRank(alert) { return alert.severity.length ? Math.min.apply(null, alert.severity.map(rankOf)) : RANKS.length + 1; }

function matches(alert) {
  for (const entry of chosen) {
    const name = entry[0];
    const wanted = entry[1];
    if (name === "q" && !wanted.toLowerCase().split(/\s+/).every(function (word) { return alert.words.includes(word); })) { return false; }
    if (name === "state" && alert.state !== wanted) { return false; }
    if (name === "receiver" && !alert.receivers.has(wanted)) { return false; }
    if (name.startsWith("label.") && !alert.facets.get(name.slice(6)).has(wanted)) { return false; }
  }
  return true;
}

function choice(name, title, options, apply) {
  const select = h("select", { class: "select" }, options.map(function (option) { return h("option", { value: option[0], text: option[1] }); }));
  const neutral = options[0][0];
  select.value = chosen.get(name) || neutral;
  if (select.selectedIndex < 0) { select.value = neutral; chosen.delete(name); }
  function mark() { select.classList.toggle("chosen", select.value !== neutral); }
  mark();
  select.addEventListener("change", function () {
    if (select.value === neutral) { chosen.delete(name); } else { chosen.set(name, select.value); }
    mark();
    apply();
  });
  return h("label", { class: "field" }, title, select);
}

function facetOptions(name) {
  const counts = new Map();
  stack.alerts.forEach(function (alert) {
    alert.facets.get(name).forEach(function (each) { counts.set(each, (counts.get(each) || 0) + 1); });
  });
  const values = Array.from(counts.keys());
  values.sort(function (a, b) { return name === "severity" ? rankOf(a) - rankOf(b) || a.localeCompare(b) : a.localeCompare(b); });
  return [["", "all"]].concat(values.map(function (each) { return [each, (each === "" ? "(none)" : each) + " (" + counts.get(each) + ")"]; }));
}

function receiverOptions() {
  const names = new Set(stack.alerts.flatMap(function (alert) { return Array.from(alert.receivers); }));
  return [["", "all"]].concat(Array.from(names).sort().map(function (name) { return [name, name]; }));
}

function filterBar(timeline) {
  const what = stack.sweep ? "setting" : "alert";
  function apply() {
    const order = ORDERS[chosen.get("sort")] || ORDERS.file;
    const rows = timeline.rows.filter(function (row) { return matches(row.alert); }).sort(order[1]);
    timeline.show(rows);
    const told = rows.length === timeline.rows.length ? counted(rows.length, what)
      : rows.length + " of " + counted(timeline.rows.length, what);
    const place = document.getElementById("shown");
    if (place) { place.textContent = told; }
    announce(told + " shown");
    remember();
  }
  const search = h("input", { class: "input", type: "search", placeholder: "name, label, expression, annotation" });
  search.value = chosen.get("q") || "";
  search.addEventListener("input", function () {
    if (search.value.trim()) { chosen.set("q", search.value.trim()); } else { chosen.delete("q"); }
    apply();
  });
  const fields = stack.facets.map(function (name) { return choice("label." + name, name, facetOptions(name), apply); });
  const receivers = receiverOptions();
  if (receivers.length > 2) { fields.push(choice("receiver", "receiver", receivers, apply)); }
  timeline.apply = apply;
  const form = h("form", { class: "tools filters", role: "search", "aria-label": "Filter alerts", onsubmit: function (e) { e.preventDefault(); } },
    h("label", { class: "field wide" }, "search", search), fields,
    choice("state", "state", [["", "all"]].concat(Object.entries(STATES)), apply),
    choice("sort", "order", Object.keys(ORDERS).map(function (key) { return [key, ORDERS[key][0]]; }), apply),
    h("div", { class: "group push" },
      zoomButton("Pan to the left", "M10 3.5 5.5 8 10 12.5", function () { panBy(-0.3); }),
      zoomButton("Zoom in", "M8 3.5v9M3.5 8h9", function () { zoomBy(0.5, middleOfView()); }),
      zoomButton("Zoom out", "M3.5 8h9", function () { zoomBy(2, middleOfView()); }),
      zoomButton("Show all of the time", "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", function () { look(0, total()); }),
      zoomButton("Pan to the right", "M6 3.5 10.5 8 6 12.5", function () { panBy(0.3); })));
  timeline.clear = function () {
    chosen.clear();
    form.reset();
    form.querySelectorAll(".chosen").forEach(function (each) { each.classList.remove("chosen"); });
    apply();
  };
  return form;
}

function zoomButton(title, path, act) {
  return h("button", { class: "button square", type: "button", title: title, "aria-label": title,
    onclick: function () { act(); announceView(); } }, icon(path));
}
