
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
  if (!part.details.length) { return h("div", { class: "part" }, h("div", { class: "line" }, line)); }
  return h("details", { class: "part", open: outcome === "failed" }, h("summary", {}, line, fill(icon(CARET), { class: "caret" }, [])), part.details.map(function (each) { return h("pre", { text: text(each).trim() }); }));
}
