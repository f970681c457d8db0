
// What is under the pointer, or what the arrow keys have come to.
const tip = h("div", { class: "tooltip", role: "tooltip", hidden: true });

function showTip(x, y, content) {
  tip.replaceChildren.apply(tip, content);
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(document.documentElement.clientWidth - box.width - 8, x + 14));
  const top = y + 18 + box.height > innerHeight ? y - box.height - 12 : y + 18;
  tip.style.transform = "translate(" + left + "px," + Math.max(8, top) + "px)";
}

function hideTip() { tip.hidden = true; }

function stateWord(interval) { return interval.firing ? "firing" : "pending"; }

function stateOf(interval) {
  return h("span", { class: "state" }, h("span", { class: "swatch " + stateWord(interval) }), stateWord(interval));
}

function labelsOf(list, without) {
  return list.filter(function (pair) { return !without.has(pair[0]); })
    .map(function (pair) { return h("span", { class: "label" }, pair[0] + "=", h("b", { text: pair[1] })); });
}

function endWord(interval) {
  return interval.open ? "still so at the end of the data" : interval.inGap ? "ended in a gap of the data" : "";
}

function intervalTip(event) {
  const interval = event.interval;
  const shownValues = interval.firing || value(interval.value) !== value(interval.peak);
  const summary = event.instance.annotations.find(function (pair) { return pair[0] === "summary"; })
    || event.instance.annotations.find(function (pair) { return pair[0] === "description"; });
  return h("div", { class: "entry" },
    h("div", {}, stateOf(interval), " for ", h("b", { text: duration(interval.end - interval.start) }),
      endWord(interval) ? h("span", { class: "soft", text: " · " + endWord(interval) }) : null),
    h("div", { class: "when", text: span(interval.start, interval.end) }),
    h("div", { class: "values" }, "value at start ", h("b", { text: value(interval.value) }),
      shownValues ? [", peak ", h("b", { text: value(interval.peak) })] : null),
    h("div", {}, labelsOf(event.instance.labels, new Set(["alertname"]))),
    summary ? h("div", { class: "summary", text: summary[1] }) : null);
}

function momentTip(note) {
  return h("div", { class: "entry" }, h("div", {}, statusBadge(note.firing), " ", h("b", { text: note.receiver }), h("span", { class: "soft", text: " by " + note.kind })),
    h("div", { class: "when", text: full(note.time) + " · " + note.reason }), h("div", {}, labelsOf(note.group, new Set())),
    h("div", { class: "soft", text: counted(note.count, "alert") }));
}

function tipOf(event) { return event.note ? momentTip(event.note) : intervalTip(event); }

function spoken(event) {
  if (event.note) {
    return (event.note.firing ? "firing" : "resolved") + ", " + full(event.note.time) + ", " + event.note.reason + ", "
      + event.note.group.map(function (pair) { return pair.join(" "); }).join(", ");
  }
  const interval = event.interval;
  return stateWord(interval) + " " + span(interval.start, interval.end) + ", " + duration(interval.end - interval.start)
    + ", value " + value(interval.value) + ", peak " + value(interval.peak) + ", "
    + event.instance.labels.map(function (pair) { return pair.join(" "); }).join(", ");
}
