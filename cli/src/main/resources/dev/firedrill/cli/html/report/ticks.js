
// Places on the time axis that are round in the zone of the report, and how they are labelled.
const STEPS = [1, 2, 5, 10, 15, 30].map(function (n) { return n * 1000; })
  .concat([1, 2, 5, 10, 15, 30].map(function (n) { return n * 60000; }))
  .concat([1, 2, 3, 6, 12].map(function (n) { return n * 3600000; }))
  .concat([1, 2, 7, 14, 28, 91, 182, 364].map(function (n) { return n * 86400000; }));

function timeTicks() {
  const wanted = Math.max(2, Math.floor(view.width / 92));
  const length = view.to - view.from;
  const step = STEPS.find(function (each) { return length / each <= wanted; }) || STEPS[STEPS.length - 1];
  const offset = zoneOffset(stack.start + view.from);
  const ticks = [];
  let local = Math.ceil((stack.start + view.from + offset) / step) * step;
  for (let i = 0; i < 200; i++, local += step) {
    // Where clocks change in between, ticks stay at round local times.
    const guess = local - offset;
    const t = guess + offset - zoneOffset(guess) - stack.start;
    if (t > view.to) { break; }
    if (t >= view.from) { ticks.push({ t: t, label: tickLabel(t, step), day: local % 86400000 === 0 }); }
  }
  return ticks;
}

function tickLabel(t, step) {
  const p = partsOf(stack.start + t);
  if (p.hour === "00" && p.minute === "00" && p.second === "00") {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    return (step < 7 * 86400000 ? p.weekday + " " : "") + (+p.day) + " " + months[p.month - 1];
  }
  return p.hour + ":" + p.minute + (step < 60000 ? ":" + p.second : "");
}

// Round numbers that span some values.
function valueTicks(low, high, wanted) {
  const raw = (high - low) / Math.max(1, wanted);
  const power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = [1, 2, 2.5, 5, 10].map(function (n) { return n * power; }).find(function (n) { return n >= raw * 0.999; });
  const ticks = [];
  for (let n = Math.ceil(low / step); n * step <= high + step * 1e-6 && ticks.length < 50; n++) {
    ticks.push(+(n * step).toPrecision(12));
  }
  return ticks;
}
