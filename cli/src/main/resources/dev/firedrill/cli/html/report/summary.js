
// The head of the page: what it is of, one sentence, four figures.
const NIGHT_STARTS = 22;
const NIGHT_ENDS = 7;

function hourOf(t) { return local(t).getUTCHours(); }

function isNight(t) { const hour = hourOf(t); return hour >= NIGHT_STARTS || hour < NIGHT_ENDS; }

function isWeekend(t) { return local(t).getUTCDay() % 6 === 0; }

function card(title, big, note, alarm) {
  return h("div", { class: "card figure" + (alarm ? " alarm" : "") }, h("dt", { text: title }),
    h("dd", {}, h("div", { class: "big", text: big }), h("div", { class: "note", text: note })));
}

function longestOf(alerts) {
  let longest = null;
  for (const alert of alerts) {
    for (const event of alert.events) {
      const length = event.interval.end - event.interval.start;
      if (event.interval.firing && (!longest || length > longest.length)) { longest = { length: length, alert: alert }; }
    }
  }
  return longest;
}

function sumOf(items, get) { return items.reduce(function (sum, each) { return sum + get(each); }, 0); }

function figures() {
  const alerts = stack.alerts;
  const fired = alerts.filter(function (alert) { return alert.firings > 0; });
  const firings = sumOf(alerts, function (alert) { return alert.firings; });
  const flaps = sumOf(alerts, function (alert) { return alert.flaps; });
  const longest = longestOf(alerts);
  const starts = alerts.flatMap(function (alert) { return alert.events; }).filter(function (event) { return event.interval.firing; })
    .map(function (event) { return event.interval.start; });
  const cards = [
    card("Firings", grouped(firings), fired.length + " of " + counted(alerts.length, "alert") + " fired"),
    card("Time firing", about(sumOf(alerts, function (alert) { return alert.firing; })),
      longest ? "longest " + about(longest.length) + ", " + longest.alert.name : "all instances together")
  ];
  if (stack.notifications) {
    const pages = stack.notifications.list.filter(function (each) { return each.firing; });
    const receivers = new Set(pages.map(function (each) { return each.receiver; }));
    const held = heldAlerts();
    cards.push(card("Pages", grouped(pages.length), "to " + counted(receivers.size, "receiver") + (held ? ", " + counted(held, "alert") + " held back" : "")));
    cards.push(nightCard("Pages at night", pages.map(function (each) { return each.time; })));
  } else {
    cards.push(card("Flaps", grouped(flaps), "fired again within an hour"));
    cards.push(nightCard("Firings at night", starts));
  }
  return h("dl", { class: "cards" }, cards);
}

function nightCard(title, times) {
  const nights = times.filter(isNight).length;
  const weekend = times.filter(isWeekend).length;
  return card(title, grouped(nights), "22:00 to 07:00; " + grouped(weekend) + " at weekends", nights > 0);
}

function verdict() {
  const alerts = stack.alerts;
  if (!alerts) { return null; }
  if (stack.sweep) { return h("p", { class: "verdict" }, text(stack.sweep.alert) + ": ", h("code", { text: text(stack.sweep.expr) }), ", with " + counted(stack.sweep.rows.length, "setting") + "."); }
  const fired = alerts.filter(function (alert) { return alert.firings > 0; });
  const open = fired.filter(function (alert) { return alert.events.some(function (e) { return e.interval.firing && e.interval.open; }); });
  const flaps = sumOf(alerts, function (alert) { return alert.flaps; });
  let line = fired.length === 0 ? "None of the " + alerts.length + " alerts would have fired."
    : fired.length + " of " + counted(alerts.length, "alert") + " would have fired, " + counted(sumOf(fired, function (a) { return a.firings; }), "time") + " in all.";
  if (open.length) { line += " At the end of the data " + (open.length === 1 ? open[0].name + " is" : open.length + " are") + " still firing."; }
  if (flaps) { line += " " + counted(flaps, "time") + " an instance fired again within an hour after it was resolved."; }
  const coverage = stack.coverage;
  if (coverage && coverage.gaps.length) { line += " The data have " + counted(coverage.gaps.length / 2, "gap") + "."; }
  const missing = coverage ? missingSelectors(coverage).length : 0;
  if (missing) { line += " " + counted(missing, "selector") + " of the rules found no series."; }
  return h("p", { class: "verdict", text: line });
}

function masthead() {
  return h("header", { class: "masthead" },
    h("div", { class: "what" },
      h("div", { class: "brand" }, flame(), "Firedrill"),
      h("h1", { text: data.title + subject() }),
      stack.alerts ? h("p", { class: "range", text: span(0, stack.length) + " " + stack.zone + " · " + about(stack.length) }) : null,
      verdict(), drill()),
    h("div", { class: "tools no-print" }, stackChoice(), themeChoice(), printButton()));
}

// What is shown did not happen so where faults were put into the data.
function drill() {
  if (!stack.faults) { return null; }
  return h("div", { class: "drill" }, h("p", {}, h("span", { class: "badge middle", text: "drill" }), " with " + counted(stack.faults.length, "fault") + " put into the data:"),
    h("ul", {}, stack.faults.map(function (each) { return h("li", {}, h("code", { text: text(each) })); })));
}

// The stack, or else the rule files.
function subject() {
  if (stack.name) { return " of " + stack.name; }
  const files = Array.from(new Set((stack.alerts || []).map(function (alert) { return alert.path.split("/").pop(); }))).filter(Boolean);
  return files.length === 0 ? "" : " of " + files.slice(0, 2).join(", ") + (files.length > 2 ? " and " + (files.length - 2) + " more" : "");
}

function flame() {
  return s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
    s("path", { d: "M8 1c.6 2.6 4.5 4.2 4.5 8.3A4.5 4.5 0 0 1 8 14.5a4.5 4.5 0 0 1-4.5-5C3.500 7.500 4.800 6.500 5.300 5c.9.6 1.300 1.400 1.300 2.200C7.600 5.800 8.300 3.600 8 1z",
      fill: "var(--firing)" }));
}

function stackChoice() {
  if (data.stacks.length < 2) { return null; }
  const select = h("select", { class: "select", "aria-label": "Stack" }, data.stacks.map(function (each, index) {
    return h("option", { value: index, text: text(each.name) });
  }));
  select.value = data.stacks.indexOf(stack.raw);
  select.addEventListener("change", function () { chosen.clear(); show(+select.value); });
  return select;
}
