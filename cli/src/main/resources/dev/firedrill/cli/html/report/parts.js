
// The parts of a rehearsal, with what is wrong in detail.
const MARKS = { passed: "✓", failed: "✕", missing: "–" };
const TITLES = { lint: "Lint", test: "Tests", routes: "Routes", replay: "Replay", simulate: "Pages" };

function partsSection() {
  if (!stack.parts) { return null; }
  const failed = stack.parts.filter(function (part) { return text(part.outcome) === "failed"; }).length;
  return h("section", { class: "section", id: "parts", "aria-labelledby": "parts-title" },
    h("header", {}, h("h2", { id: "parts-title", text: "Rehearsal" }), h("p", { text: failed ? counted(failed, "part") + " failed" : "no part failed" })),
    h("div", { class: "card" }, stack.parts.map(partItem)));
}

function partItem(part) {
  const outcome = text(part.outcome);
  const title = text(part.title);
  const line = [h("span", { class: "mark " + outcome, "aria-label": outcome, role: "img", text: MARKS[outcome] }),
    h("span", { class: "title", text: TITLES[title] || title }), h("span", { class: "soft", text: text(part.summary) })];
  if (!part.details.length && !part.items.length) { return h("div", { class: "part" }, h("div", { class: "line" }, line)); }
  const item = h("details", { class: "part", open: outcome === "failed" }, h("summary", {}, line, fill(icon(CARET), { class: "caret" }, [])));
  item.append(partBody(part));
  return item;
}

function partBody(part) {
  const rows = part.items.map(function (item) { return item.map(text); });
  rows.sort(function (a, b) { return TONES.indexOf(a[0]) - TONES.indexOf(b[0]); });
  const list = h("ul", { class: "items" });
  const rest = growing(rows, 60, foundItem, list);
  // What the items say with their sources needs not be said again.
  const told = rows.some(function (row) { return row[4] !== ""; });
  return h("div", {}, rows.length ? [list, rest] : null, told ? null : part.details.map(function (each) { return scrolling("Details", h("pre", { text: text(each).trim() })); }));
}

const TONES = ["error", "failed", "warning", "info", "passed"];
const TONE_CLASSES = { error: "high", failed: "high", warning: "middle", info: "low", passed: "good" };

function foundItem(row) {
  const line = [h("span", { class: "badge " + TONE_CLASSES[row[0]], text: row[0] }), h("span", { class: "what" }, h("b", { text: row[1] }), row[3] ? " " + row[3] : null), h("span", { class: "soft mono", text: row[2] })];
  return h("li", {}, row[4] ? h("details", {}, h("summary", { class: "item" }, line), scrolling("Where it stands", h("pre", { text: row[4].trim() }))) : h("div", { class: "item" }, line));
}
