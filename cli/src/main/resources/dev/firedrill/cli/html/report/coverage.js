
// What the results stand on.
function missingSelectors(coverage) {
  const missing = [];
  for (let i = 0; i < coverage.selectors.length; i += 2) {
    if (coverage.selectors[i + 1] === 0) { missing.push(text(coverage.selectors[i])); }
  }
  return missing;
}

function fact(title, content) { return h("div", {}, h("dt", { text: title }), h("dd", { text: content })); }

function coverageSection() {
  const coverage = stack.coverage;
  if (!coverage) { return null; }
  const selectors = coverage.selectors.length / 2;
  const missing = missingSelectors(coverage);
  const facts = h("dl", { class: "facts-grid" }, fact("Series", grouped(coverage.series)), fact("Samples", coverage.samples === undefined ? "on the server" : grouped(coverage.samples)),
    fact("Usually apart", apart(coverage)),
    fact("Selectors with data", (selectors - missing.length) + " of " + selectors),
    fact("Known before the start", coverage.wanted === 0 ? "nothing needed" : duration(coverage.available) + " of " + duration(coverage.wanted)),
    fact("Failed evaluations", grouped(coverage.failed)));
  return h("section", { class: "section", id: "data-section", "aria-labelledby": "data-title" },
    h("header", {}, h("h2", { id: "data-title", text: "Data" }), h("p", { text: "what these results stand on" })),
    h("div", { class: "card" }, h("div", { class: "block" }, facts, warmUpNote(coverage), notes(coverage.notes)), gapBlock(coverage), skippedBlock(coverage), selectorBlock(coverage, missing), failureBlock(coverage)));
}

function apart(coverage) {
  const words = [];
  for (let i = 0; i < coverage.resolutions.length; i += 2) {
    const step = coverage.resolutions[i];
    if (step) { words.push(duration(step) + (coverage.resolutions.length > 2 ? " (" + grouped(coverage.resolutions[i + 1]) + " series)" : "")); }
  }
  return words.length ? words.join(", ") : "unknown";
}

function warmUpNote(coverage) {
  return coverage.available < coverage.wanted
    ? h("p", { class: "soft note-line", text: "Ranges and for reach back " + duration(coverage.wanted) + ", of which the data have " + duration(coverage.available) + ": " + (coverage.whole === undefined ? "all results" : "results until " + full(coverage.whole)) + " may lack what came before." })
    : null;
}

function notes(sentences) {
  return sentences.map(function (each) { return h("p", { class: "soft note-line", text: text(each) + "." }); });
}

function skippedBlock(coverage) {
  if (!coverage.skipped.length) { return null; }
  return h("div", { class: "block" }, h("h4", { text: "Not read as rules" }),
    h("ul", {}, coverage.skipped.map(function (each) { return h("li", { text: text(each) }); })));
}

function gapBlock(coverage) {
  if (!coverage.counted) { return h("div", { class: "block" }, h("h4", { text: "Gaps: not known" })); }
  if (!stack.gapSpans.length) { return null; }
  return h("div", { class: "block" }, h("h4", { text: "Gaps: no sample" }),
    h("ul", {}, stack.gapSpans.map(function (gap, i) {
      const steps = coverage.lacking[i];
      const series = steps.length ? "of series with a sample every " + steps.map(duration).join(", ") : "of any series";
      return h("li", { text: span(gap.start, gap.end) + ", " + duration(gap.end - gap.start) + ", " + series });
    })));
}

function selectorBlock(coverage, missing) {
  const rows = [];
  for (let i = 0; i < coverage.selectors.length; i += 2) { rows.push([text(coverage.selectors[i]), coverage.selectors[i + 1]]); }
  rows.sort(function (a, b) { return (a[1] > 0) - (b[1] > 0); });
  return h("details", { class: "block", open: missing.length > 0 }, h("summary", {}, h("b", { text: "Selectors" }), h("span", { class: "soft", text: missing.length ? "  " + missing.length + " without data" : "  all with data" })),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Selector" }), h("th", { scope: "col", class: "number", text: "Series" }))),
      h("tbody", {}, rows.map(function (row) {
        return h("tr", {}, h("td", {}, h("code", { text: row[0] })), h("td", { class: "number" }, row[1] ? grouped(row[1]) : h("span", { class: "badge high", text: "none" })));
      }))));
}

function failureBlock(coverage) {
  if (!coverage.failed) { return null; }
  return h("details", { class: "block", open: true }, h("summary", {}, h("b", { text: "Failed evaluations" })),
    h("table", {}, h("tbody", {}, coverage.failures.map(function (each) {
      return h("tr", {}, h("td", { class: "time", text: full(each[0]) }), h("td", { text: text(each[1]) }), h("td", { text: text(each[2]) }));
    }))));
}
