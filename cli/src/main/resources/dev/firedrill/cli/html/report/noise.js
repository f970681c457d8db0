
// What makes alerts noisy: by kind, each with a way to the alert.
const NOISE_KINDS = [
  ["flapping", "Flapping", "fire again and again"],
  ["together", "Always together", "tell the same story twice"],
  ["always", "Firing all the time", "are no news"],
  ["never", "Never fired", "and what is known of why"]
];

function noiseSection() {
  if (!stack.noise) { return null; }
  const kinds = NOISE_KINDS.map(function (kind) {
    return [kind, stack.noise.filter(function (each) { return each.kind === kind[0]; })];
  }).filter(function (entry) { return entry[1].length; });
  return h("section", { class: "section", id: "noise", "aria-labelledby": "noise-title" },
    h("header", {}, h("h2", { id: "noise-title", text: "Noise" }), h("p", { text: "alerts that people stop listening to" })),
    kinds.length ? h("div", { class: "card" }, kinds.map(noiseKind))
      : h("p", { class: "card empty", text: "None: no alert flaps, fires all the time or only with another, and each has fired." }));
}

function noiseKind(entry) {
  const kind = entry[0];
  const body = h("ul", { class: "noises" });
  const rest = growing(entry[1], 20, noiseItem, body);
  return h("div", { class: "block" }, h("h3", {}, kind[1], " ", h("span", { class: "badge", text: entry[1].length }), h("span", { class: "soft", text: "  " + kind[2] })), body, rest);
}

function noiseItem(each) {
  return h("li", { class: "noise" },
    h("div", { class: "names" }, each.alerts.map(function (place) {
      const name = text(place);
      return h("button", { class: "link", type: "button", text: name, title: "Show it in the timeline", onclick: function () { showAlert(name); } });
    })),
    h("div", {}, h("p", { text: text(each.text) }), each.more.map(function (more) { return h("p", { class: "soft", text: text(more) }); }),
      each.yaml === undefined ? null : h("pre", { text: text(each.yaml).trim() })));
}

// Unfolds the row of an alert and goes there; filters that hide it are taken back.
function showAlert(name) {
  const row = stack.timeline && stack.timeline.rows.find(function (each) { return each.alert.name === name; });
  if (!row) { return; }
  if (row.element.hidden) { stack.timeline.clear(); }
  row.toggle(true);
  row.element.scrollIntoView({ block: "center" });
  row.button.focus({ preventScroll: true });
}
