
// Pointer, wheel and keys on the timeline.
function steer(timeline) {
  const box = timeline.box;
  const cursor = h("div", { class: "cursor", hidden: true });
  const range = h("div", { class: "chosen-range", hidden: true });
  box.append(cursor, range);
  let drag = null;

  function offset() { return timeline.axis.getBoundingClientRect().left - box.getBoundingClientRect().left; }
  function place(event) { return event.clientX - timeline.axis.getBoundingClientRect().left; }
  function surface(event) { return event.target.closest(".lane, .axis, .plot"); }

  box.addEventListener("pointerdown", function (event) {
    const target = surface(event);
    if (!target || event.button !== 0) { return; }
    const pans = event.pointerType === "touch" || event.shiftKey || target.classList.contains("axis");
    drag = { x: place(event), from: view.from, to: view.to, pans: pans, moved: false, id: event.pointerId };
  });
  box.addEventListener("pointermove", function (event) {
    if (drag) { dragTo(event); return; }
    hover(event);
  });
  function dragTo(event) {
    const x = place(event);
    if (!drag.moved && Math.abs(x - drag.x) < 4) { return; }
    if (!drag.moved) { drag.moved = true; box.setPointerCapture(drag.id); hideTip(); cursor.hidden = true; }
    if (drag.pans) {
      const by = (drag.x - x) / view.width * (drag.to - drag.from);
      look(drag.from + by, drag.to + by);
    } else {
      const left = Math.max(0, Math.min(x, drag.x));
      const right = Math.min(view.width, Math.max(x, drag.x));
      range.hidden = false;
      range.style.left = offset() + left + "px";
      range.style.width = right - left + "px";
    }
  }
  box.addEventListener("pointerup", function (event) {
    if (drag && drag.moved && !drag.pans) {
      const ends = [timeAt(drag.x), timeAt(place(event))].sort(function (a, b) { return a - b; });
      look(ends[0], ends[1]);
      announceView();
    }
    drag = null;
    range.hidden = true;
  });
  function giveUp() { drag = null; range.hidden = true; }
  box.addEventListener("pointercancel", giveUp);
  box.addEventListener("pointerleave", function () { cursor.hidden = true; hideTip(); });
  box.addEventListener("dblclick", function (event) { if (surface(event)) { look(0, total()); announceView(); } });
  box.addEventListener("wheel", function (event) {
    const target = surface(event);
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const zooms = event.ctrlKey || event.metaKey || (target && target.classList.contains("axis"));
    if (!target || !(sideways || zooms)) { return; }
    event.preventDefault();
    if (sideways && !event.ctrlKey) { panBy(event.deltaX / Math.max(1, view.width)); }
    else { zoomBy(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 220), timeAt(place(event))); }
  }, { passive: false });

  function hover(event) {
    const target = surface(event);
    if (!target || event.pointerType === "touch") { cursor.hidden = true; hideTip(); return; }
    const x = place(event);
    cursor.hidden = x < 0 || x > view.width;
    cursor.style.transform = "translateX(" + (offset() + x) + "px)";
    const content = contentAt(target, timeAt(x));
    if (content) { showTip(event.clientX, event.clientY, content); } else { hideTip(); }
  }

  timeline.point = function (x) {
    cursor.hidden = false;
    cursor.style.transform = "translateX(" + (offset() + x) + "px)";
  };
  box.addEventListener("keydown", function (event) {
    if (drag && event.key === "Escape") { giveUp(); } else { keys(event, timeline); }
  });
  box.addEventListener("focusout", function () { cursor.hidden = true; hideTip(); });
}

const TIP_MOST = 4;

function contentAt(target, t) {
  const slack = 4 / Math.max(1, view.width) * (view.to - view.from);
  if (target.tipAt) { return target.tipAt(t, slack); }
  if (!target.events) { return [h("div", { class: "when", text: full(Math.round(t / 1000) * 1000) })]; }
  const found = target.events.filter(function (event) { return event.interval.start - slack <= t && t <= event.interval.end + slack; });
  if (!found.length) { return [h("div", { class: "when", text: full(Math.round(t / 1000) * 1000) })]; }
  found.sort(function (a, b) { return b.interval.firing - a.interval.firing; });
  const shown = found.slice(0, TIP_MOST).map(tipOf);
  if (found.length > TIP_MOST) {
    shown.push(h("div", { class: "entry soft", text: "and " + (found.length - TIP_MOST) + " more" }));
  }
  return shown;
}

function announceView() { announce(wholeInView() ? "All of the time is shown" : "Shown: " + span(view.from, view.to)); }

function keys(event, timeline) {
  const lane = event.target.closest(".lane");
  const plot = event.target.closest(".plot");
  const toggle = event.target.closest(".toggle");
  const zooms = { "+": 0.6, "=": 0.6, "-": 1 / 0.6 };
  if (event.ctrlKey || event.metaKey || event.altKey) { return; }
  if (zooms[event.key]) { zoomBy(zooms[event.key], middleOfView()); announceView(); }
  else if (event.key === "0") { look(0, total()); announceView(); }
  else if (event.key === "Escape") { leave(event, timeline); return; }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!lane && !toggle) { return; }
    step(timeline, event.target, event.key === "ArrowDown" ? 1 : -1, Boolean(toggle));
  } else if ((lane || plot) && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const way = event.key === "ArrowRight" ? 1 : -1;
    if (event.shiftKey) { panBy(way * 0.2); announceView(); } else if (lane) { walk(lane, way); } else { walkValues(timeline, plot, way); }
  } else { return; }
  event.preventDefault();
}

// What was opened last closes: first what is shown of an interval, then the row that the focus is in.
function leave(event, timeline) {
  if (!tip.hidden) { hideTip(); return; }
  const row = timeline.rows.find(function (each) { return each.open && each.element.contains(event.target); });
  if (row) {
    row.button.focus();
    row.toggle(false);
  }
}

// So do messages, parts and what else unfolds.
addEventListener("keydown", function (event) {
  const details = event.key === "Escape" && event.target.closest && event.target.closest("details[open]");
  if (details) {
    details.querySelector("summary").focus();
    details.open = false;
  }
});

function step(timeline, from, way, toToggle) {
  const row = from.closest(".alert");
  const at = timeline.shown.findIndex(function (each) { return each.element === row; });
  const next = timeline.shown[at + way];
  if (next) { (toToggle ? next.button : next.lane).focus(); }
}

// To the next value of a chart; where a hundredth of what is in view has many, by hundredths.
function walkValues(timeline, plot, way) {
  const length = view.to - view.from;
  const by = Math.max(1, Math.round(length / 100 / plot.step)) * plot.step;
  const first = way > 0 ? view.from : view.to;
  plot.at = Math.max(0, Math.min(total(), plot.at === undefined ? first : plot.at + way * by));
  if (plot.at > view.to || plot.at < view.from) { look(plot.at - length / 2, plot.at + length / 2); }
  const content = plot.tipAt(plot.at);
  const box = plot.getBoundingClientRect();
  timeline.point(xOf(plot.at));
  showTip(box.left + xOf(plot.at), box.bottom - 12, content);
  announce(content.map(function (each) { return each.textContent; }).join(", "));
}

// To the next interval of a lane, which comes into view.
function walk(lane, way) {
  const events = lane.events || [];
  if (!events.length) { announce("no intervals"); return; }
  const at = lane.at === undefined ? (way > 0 ? 0 : events.length - 1) : Math.max(0, Math.min(events.length - 1, lane.at + way));
  lane.at = at;
  const interval = events[at].interval;
  const length = view.to - view.from;
  if (interval.start > view.to || interval.end < view.from) { look(interval.start - length / 2, interval.start + length / 2); }
  const box = lane.getBoundingClientRect();
  const x = Math.max(0, Math.min(view.width, (xOf(interval.start) + xOf(interval.end)) / 2));
  showTip(box.left + x, box.bottom - 12, [tipOf(events[at])]);
  announce((at + 1) + " of " + events.length + ": " + spoken(events[at]));
}
