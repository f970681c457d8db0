
// On paper everything that happened is unfolded, in light colours, and charts are as wide as their column
// is there, whatever it is on the screen.
const PAPER = 420;
// More would be hundreds of pages that nobody reads; then those are unfolded that are so on the screen.
const MOST_UNFOLDED = 60;
let printing = false;
let screenWidth = 0;
let unfolded = [];

function beforePrint() {
  if (printing) { return; }
  printing = true;
  screenWidth = view.width;
  view.width = PAPER;
  applyTheme();
  const rows = stack.timeline ? stack.timeline.shown.filter(function (row) { return !row.open && row.alert.events.length; }) : [];
  const many = rows.length > MOST_UNFOLDED;
  document.querySelectorAll(".paper").forEach(function (each) { each.hidden = !many; });
  unfolded = many ? [] : rows;
  unfolded.slice().forEach(function (row) { row.toggle(true); });
  document.querySelectorAll("details:not([open])").forEach(function (each) { each.open = true; unfolded.push(each); });
  // Children of a message are made when it opens, which the browser tells too late.
  document.querySelectorAll(".message").forEach(function (each) { each.dispatchEvent(new Event("toggle")); });
  outdate();
  watchers.forEach(function (watcher) { watcher(); });
  paintLanes(true);
}

function afterPrint() {
  printing = false;
  view.width = screenWidth;
  applyTheme();
  unfolded.forEach(function (each) { if (each.toggle) { each.toggle(false); } else { each.open = false; } });
  unfolded = [];
  forgetUnseen();
  invalidate();
}

function printButton() {
  return h("button", { class: "button", type: "button", text: "Print", onclick: function () { print(); } });
}

addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
