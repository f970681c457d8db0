
// Places on the time axis that are round in the zone of the report, and how they are labelled.
const DAY = 86400000;
const STEPS = [1, 2, 5, 10, 15, 30].map(function (n) { return n * 1000; })
  .concat([1, 2, 5, 10, 15, 30].map(function (n) { return n * 60000; }))
  .concat([1, 2, 3, 6, 12].map(function (n) { return n * 3600000; }))
  .concat([1, 2, 7, 14].map(function (n) { return n * DAY; }));
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MONTH = 30.44 * DAY;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
// The first Monday of the epoch, which starts on a Thursday.
const MONDAY = 4 * DAY;

function timeTicks() {
  const wanted = Math.max(2, Math.floor(view.width / 84));
  const length = view.to - view.from;
  const step = STEPS.find(function (each) { return length / each <= wanted; });
  const from = stack.start + view.from + zoneOffset(stack.start + view.from);
  const to = stack.start + view.to + zoneOffset(stack.start + view.to);
  const ticks = step ? roundTimes(from, to, step) : roundMonths(from, to, MONTH_STEPS.find(function (each) { return length / MONTH / each <= wanted; }) || 120);
  return ticks.filter(function (tick) { return tick.t >= view.from && tick.t <= view.to; });
}

function roundTimes(from, to, step) {
  const base = step >= 7 * DAY ? MONDAY : 0;
  const ticks = [];
  for (let at = Math.ceil((from - base) / step) * step + base; at <= to + 2 * 3600000 && ticks.length < 200; at += step) {
    const t = timeOf(at);
    const shown = stack.start + t + zoneOffset(stack.start + t) === at;
    // Clocks that are put forward never show some times; days start nevertheless.
    if (shown || step >= DAY) { ticks.push({ t: t, label: tickLabel(new Date(at), step), day: at % DAY === 0 }); }
  }
  return ticks;
}

function roundMonths(from, to, step) {
  const ticks = [];
  const first = new Date(from).getUTCFullYear() * 12 + new Date(from).getUTCMonth();
  for (let month = Math.ceil(first / step) * step; ticks.length < 200; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) { return ticks; }
    ticks.push({ t: timeOf(at), label: month % 12 ? MONTHS[month % 12] : String(month / 12), day: month % 12 === 0 });
  }
  return ticks;
}

// When clocks of the zone show a time; the first time where they do so twice.
function timeOf(at) {
  const ahead = Math.max(zoneOffset(at - DAY), zoneOffset(at + DAY));
  const early = at - ahead;
  return (zoneOffset(early) === ahead ? early : at - zoneOffset(early)) - stack.start;
}

function tickLabel(at, step) {
  const told = at.toISOString();
  return at % DAY === 0 ? (step < 7 * DAY ? WEEKDAYS[at.getUTCDay()] + " " : "") + at.getUTCDate() + " " + MONTHS[at.getUTCMonth()]
    : told.slice(11, step < 60000 ? 19 : 16);
}

// Round numbers that span some values.
function valueTicks(low, high, wanted) {
  const raw = high / wanted - low / wanted;
  const power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = [1, 2, 2.5, 5, 10].map(function (n) { return n * power; }).find(function (n) { return n >= raw * 0.999; });
  const ticks = [];
  for (let n = Math.ceil(low / step); n * step - step * 1e-6 <= high && ticks.length < 50; n++) {
    ticks.push(+(n * step).toPrecision(15));
  }
  return ticks;
}
