
// Other settings of an alert: a row each, which leads to the one in the timeline.
function sweepSection() {
  const sweep = stack.sweep;
  if (!sweep) { return null; }
  const body = h("tbody", {});
  const more = growing(sweep.rows, 100, function (row) { return sweepRow(sweep, row); }, body);
  return h("section", { class: "section", id: "sweep", "aria-labelledby": "sweep-title" },
    h("header", {}, h("h2", { id: "sweep-title", text: "Settings" }), h("p", {}, h("code", { text: text(sweep.path) + ":" + sweep.line }), ", varied: " + text(sweep.now))),
    h("div", { class: "card" }, sweepAdvice(sweep), sweepValues(sweep),
      scrolling("Table of settings", h("div", { class: "block" }, h("table", { class: "sweep" }, h("caption", { class: "unseen", text: "Settings of " + text(sweep.alert) + " and what came of each" }),
        h("thead", {}, h("tr", {}, sweep.head.map(function (title, index) { return h("th", { scope: "col", class: index < sweep.settings ? null : "number", text: text(title) }); }), h("th", { scope: "col" }, h("span", { class: "unseen", text: "mark" })))),
        body), more)),
      sweepLegend(sweep), sweepIncidents(sweep)));
}

function sweepRow(sweep, row) {
  const name = text(row.name);
  const marks = [row.current ? h("span", { class: "badge", text: "as it is" }) : null, row.chosen ? h("span", { class: "badge good", text: "recommended" }) : null];
  return h("tr", { class: row.chosen ? "chosen" : null }, row.cells.map(function (place, index) {
    if (index > 0) { return h("td", { class: index < sweep.settings ? null : "number", text: text(place) }); }
    return h("th", { scope: "row" }, stack.alerts && stack.alerts.some(function (alert) { return alert.name === name; })
      ? h("button", { class: "link", type: "button", text: text(place), title: "Show when it fires", "aria-label": name + ": show when it fires", onclick: function () { showAlert(name); } })
      : text(place));
  }), h("td", {}, marks));
}

function sweepAdvice(sweep) {
  if (!sweep.advice.length) { return null; }
  return h("div", { class: "block" }, sweep.advice.map(function (line, index) { return h("p", { class: index ? "soft" : null, text: text(line) }); }));
}

// What is watched, where thresholds are quantiles of it.
function sweepValues(sweep) {
  const values = sweep.values;
  if (!values) { return null; }
  return h("div", { class: "block values" }, h("h3", { text: "Values" }), h("p", { text: text(values.summary) }),
    scrolling("Values of the most telling series", h("div", {}, h("table", {}, h("caption", { class: "unseen", text: "The most telling value of each series" }),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "number", text: "value" }), h("th", { scope: "col", text: "at" }), h("th", { scope: "col", text: "series" }))),
      h("tbody", {}, values.closest.map(function (each) {
        return h("tr", {}, h("td", { class: "number", text: text(each[0]) }), h("td", { class: "time", text: full(each[1]) }), h("td", {}, h("code", { text: text(each[2]) })));
      }))))),
    values.more ? h("p", { class: "soft", text: "and " + values.more + " more series" }) : null);
}

function sweepLegend(sweep) {
  if (!sweep.legend.length) { return null; }
  return h("div", { class: "block legend-lines" }, sweep.legend.map(function (line) { return h("p", { class: "soft", text: text(line) }); }));
}

function sweepIncidents(sweep) {
  if (!sweep.incidents.length) { return null; }
  return h("div", { class: "block" }, h("h3", {}, "Incidents ", h("span", { class: "badge", text: sweep.incidents.length })),
    h("ul", {}, sweep.incidents.map(function (each) {
      const labels = text(each[3]);
      return h("li", {}, text(each[2]) ? h("b", { text: text(each[2]) + "  " }) : null, each[0] === each[1] ? full(each[0]) : span(each[0], each[1]), labels ? h("code", { class: "soft", text: "  " + labels }) : null);
    })));
}
