
// The timeline: a row an alert, the axis above, everything at the same scale.
const FIRST = 40;
const CARET = "M6 3.5 10.5 8 6 12.5";

function rowOf(alert) {
  const detail = h("div", { class: "detail", id: "detail-" + alert.index, hidden: true });
  const button = h("button", { class: "toggle", type: "button", "aria-expanded": "false", "aria-controls": detail.id },
    fill(icon(CARET), { class: "caret" }, []), h("span", { class: "title", text: alert.name }), alert.severity.slice(0, 2).map(severityBadge));
  button.title = alert.name;
  const lane = h("div", { class: "lane", tabindex: "0", role: "application", "aria-roledescription": "timeline", "aria-label": alert.name + ": "
    + (alert.firings ? "fired " + counted(alert.firings, "time") + ", " + duration(alert.firing) + " in all" : "did not fire")
    + ". Arrow keys go through its intervals." });
  lane.events = alert.events;
  const element = h("section", { class: "alert " + alert.state },
    h("div", { class: "row" }, h("h3", { class: "name" }, button), lane, sums(alert.firings, alert.firing)), detail);
  addLane(lane, function (canvas) { paintSpans(canvas, alert.spans, 26); });
  const row = { alert: alert, element: element, detail: detail, button: button, lane: lane, open: false, toggle: function (open) {
    if (open === row.open) { return; }
    row.open = open;
    button.setAttribute("aria-expanded", String(open));
    element.classList.toggle("open", open);
    detail.hidden = !open;
    if (open) { fillDetail(alert, detail); } else { removeLanes(detail); detail.replaceChildren(); }
    remember();
  } };
  button.addEventListener("click", function () { row.toggle(!row.open); });
  return row;
}

// Whom it was told, at the same scale.
function receiverRows() {
  const list = stack.notifications ? stack.notifications.list : [];
  const names = Array.from(new Set(list.map(function (each) { return each.receiver; })));
  if (!names.length) { return null; }
  return h("div", { class: "told" }, h("h3", { class: "told-title", text: "Told" }), names.map(function (name) {
    const own = list.filter(function (each) { return each.receiver === name; });
    const pages = own.filter(function (each) { return each.firing; }).length;
    const lane = h("div", { class: "lane", tabindex: "0", role: "application", "aria-roledescription": "timeline", "aria-label": name + ": " + counted(pages, "page") + ", " + (own.length - pages) + " resolved. Arrow keys go through them." });
    lane.events = own.map(function (note) { return { note: note, interval: { start: note.time, end: note.time, firing: note.firing } }; });
    addLane(lane, function (canvas) { paintMoments(canvas, own, 26); });
    return h("div", { class: "row" }, h("div", { class: "name", text: name }), lane, h("div", { class: "sums" }, h("b", { text: grouped(pages) }), pages === 1 ? " page" : " pages"));
  }));
}

function axisRow() {
  const axis = h("div", { class: "axis", "aria-hidden": "true" });
  addLane(axis, function (canvas) { paintAxis(canvas, 30); });
  return axis;
}

function timelineSection() {
  if (!stack.alerts) { return null; }
  const axis = axisRow();
  const crowdLane = h("div", { class: "lane crowd", role: "img" });
  const crowdSums = h("div", { class: "sums" });
  const head = h("div", { class: "head" }, h("div", { class: "row clock" }, h("div", { class: "name", text: stack.zone }), axis, h("div", { class: "sums" })),
    stack.sweep ? null : h("div", { class: "row crowd-row" }, h("div", { class: "name", text: "Firing at the same time" }), crowdLane, crowdSums));
  const rows = stack.alerts.map(rowOf);
  const list = h("div", { class: "list" }, rows.map(function (row) { return row.element; }));
  const empty = h("p", { class: "empty", text: "No alert matches the filters.", hidden: true });
  const lanesBox = h("div", { class: "lanes" }, head, list, empty, receiverRows());
  const changes = changesOf(stack.alerts);
  let crowd = crowdOf(changes, stack.alerts);
  const crowdPaint = addLane(crowdLane, function (canvas) { paintCrowd(canvas, crowd, 40); });
  const timeline = { rows: rows, list: list, box: lanesBox, axis: axis, shown: rows, show: function (chosen) {
    const set = new Set(chosen);
    rows.forEach(function (row) { if (row.element.hidden === set.has(row)) { row.element.hidden = !set.has(row); } });
    arrange(list, chosen);
    timeline.shown = chosen;
    empty.hidden = chosen.length > 0;
    crowd = crowdOf(changes, chosen.map(function (row) { return row.alert; }));
    crowdPaint.painted = -1;
    crowdSums.replaceChildren("at most ", h("b", { text: grouped(crowd.most) }));
    crowdLane.setAttribute("aria-label", "At most " + counted(crowd.most, "instance") + " fired at the same time");
    paintFirst([axis, crowdLane].concat(chosen.slice(0, FIRST).map(function (row) { return row.lane; })));
  } };
  stack.timeline = timeline;
  const card = h("div", { class: "card timeline" }, filterBar(timeline), lanesBox, legend());
  steer(timeline);
  watchView(function () { paintLanes(false); });
  new ResizeObserver(function () { measure(axis); }).observe(axis);
  return h("section", { class: "section", id: "timeline", "aria-labelledby": "timeline-title" },
    h("header", {}, h("h2", { id: "timeline-title", text: "Timeline" }), h("p", { id: "shown" }),
      h("p", { class: "paper", hidden: true, text: "Of so many, only what was unfolded on the screen is unfolded on paper." })), card);
}

// Only what stands in the wrong place moves: most filters leave the order as it is.
function arrange(list, rows) {
  let before = null;
  for (const row of rows) {
    const element = row.element;
    if (before ? !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) : false) { before.after(element); }
    before = element;
  }
}

function measure(axis) {
  const width = axis.clientWidth;
  if (width > 0 && width !== view.width && !printing) {
    view.width = width;
    invalidate();
  }
}

function legend() {
  return h("div", { class: "legend" },
    [["firing", "firing"], ["pending", "pending"], ["gap", "gap in the data"], ["paged", "page"], ["resolved", "resolved"]].map(function (each) {
      const told = stack.notifications && stack.notifications.list.length;
      return each[0] === "gap" && !stack.gapSpans.length || (each[0] === "paged" || each[0] === "resolved") && !told ? null
        : h("span", { class: "state" }, h("span", { class: "swatch " + each[0] }), each[1]);
    }),
    h("span", { class: "keys" }, "Drag to zoom, ", h("kbd", { text: "Ctrl" }), " + wheel, ", h("kbd", { text: "+" }), " ", h("kbd", { text: "−" }),
      " ", h("kbd", { text: "0" }), ", ", h("kbd", { text: "Shift" }), " + arrows to pan, arrows for the next interval or value"));
}
