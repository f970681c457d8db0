
// Which stretch of time all lanes and charts show, and who wants to know when that changes.
const view = { from: 0, to: 1, width: 0 };
const watchers = [];
let frame = 0;

function watchView(watcher) { watchers.push(watcher); }

function invalidate() {
  if (!frame) {
    frame = requestAnimationFrame(function () {
      frame = 0;
      outdate();
      watchers.forEach(function (watcher) { watcher(); });
    });
  }
}

function total() { return Math.max(1, stack.length); }

function look(from, to) {
  const least = Math.min(total(), 10000);
  const length = Math.min(total(), Math.max(least, to - from));
  const middle = (from + to) / 2;
  let start = to - from === length ? from : middle - length / 2;
  start = Math.max(0, Math.min(total() - length, start));
  view.from = start;
  view.to = start + length;
  invalidate();
  remember();
}

function zoomBy(factor, around) {
  const length = (view.to - view.from) * factor;
  const share = (around - view.from) / (view.to - view.from);
  look(around - length * share, around + length * (1 - share));
}

function panBy(share) {
  const by = (view.to - view.from) * share;
  look(view.from + by, view.to + by);
}

function middleOfView() { return (view.from + view.to) / 2; }

function wholeInView() { return view.from <= 0 && view.to >= total(); }

function xOf(t) { return (t - view.from) / (view.to - view.from) * view.width; }

function timeAt(x) { return view.from + x / Math.max(1, view.width) * (view.to - view.from); }
