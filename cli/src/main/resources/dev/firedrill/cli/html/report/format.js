
// Times, durations and numbers for people; the zone is the one that the report was made for.
const FIXED = /^(?:Z|(?:UTC|GMT|UT)?(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?)$/;
const formats = {};

function formatter(zone) {
  if (!formats[zone]) {
    let known = zone;
    // Browsers know few of the zones that Java does by other names.
    try { new Intl.DateTimeFormat("en-GB", { timeZone: known }); } catch (e) { known = "UTC"; }
    formats[zone] = new Intl.DateTimeFormat("en-GB", { timeZone: known, hourCycle: "h23", year: "numeric", month: "2-digit",
      day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  }
  return formats[zone];
}

// Zones are apart by quarters of an hour, so that one look at the calendar does for each.
const QUARTER = 900000;
const offsets = {};

// Milliseconds by which the zone is ahead of UTC.
function zoneOffset(millis) {
  if (!offsets[stack.zone]) { offsets[stack.zone] = new Map(); }
  const known = offsets[stack.zone];
  const quarter = Math.floor(millis / QUARTER);
  if (!known.has(quarter)) { known.set(quarter, offsetOf(stack.zone, quarter * QUARTER)); }
  return known.get(quarter);
}

function offsetOf(zone, millis) {
  const fixed = FIXED.exec(zone);
  if (fixed) { return (fixed[1] === "-" ? -1000 : 1000) * ((+fixed[2] || 0) * 3600 + (+fixed[3] || 0) * 60 + (+fixed[4] || 0)); }
  const p = {};
  for (const part of formatter(zone).formatToParts(millis)) { p[part.type] = part.value; }
  return Date.UTC(+p.year, p.month - 1, +p.day, +p.hour, +p.minute, +p.second) - millis;
}

// A date whose UTC parts are what calendar and clock of the zone show.
function local(t) { return new Date(stack.start + t + zoneOffset(stack.start + t)); }

function day(t) { return local(t).toISOString().slice(0, 10); }

function clock(t) {
  const told = local(t).toISOString();
  return told.slice(11, told.endsWith(".000Z") ? 19 : 23) + whichOfTwo(stack.start + t);
}

// The offset where clocks show the time twice, since they are put back.
function whichOfTwo(millis) {
  const own = zoneOffset(millis);
  const twice = [-6, 6].some(function (hours) {
    const other = zoneOffset(millis + hours * 3600000);
    return other !== own && zoneOffset(millis + own - other) === other;
  });
  return twice ? offsetText(own) : "";
}

function offsetText(offset) {
  if (offset === 0) { return "Z"; }
  const minutes = Math.abs(offset) / 60000;
  return (offset < 0 ? "-" : "+") + String(Math.floor(minutes / 60)).padStart(2, "0") + ":" + String(minutes % 60).padStart(2, "0");
}

function full(t) { return day(t) + " " + clock(t); }

function span(from, to) { return full(from) + " to " + (day(from) === day(to) ? clock(to) : full(to)); }

const UNITS = [["d", 86400000], ["h", 3600000], ["m", 60000], ["s", 1000], ["ms", 1]];

// As Prometheus writes durations: 1h30m.
function duration(millis) {
  let left = Math.round(millis);
  if (left === 0) { return "0s"; }
  let out = "";
  for (const unit of UNITS) {
    const count = Math.floor(left / unit[1]);
    if (count > 0) { out += count + unit[0]; left -= count * unit[1]; }
  }
  return out;
}

// For figures: rounded to two units.
function about(millis) {
  const first = UNITS.findIndex(function (unit) { return millis >= unit[1]; });
  const last = UNITS[Math.min(UNITS.length - 1, first < 0 ? UNITS.length - 1 : first + 1)][1];
  const words = duration(Math.round(millis / last) * last).match(/\d+[a-z]+/g);
  return words.slice(0, 2).join(" ");
}

function value(number) { return typeof number === "number" ? String(number) : number; }

// Four digits are enough for a label on a line; tables say all.
function short(number) { return shortened(number, 4); }

function shortened(number, digits) {
  if (typeof number !== "number") { return number; }
  const size = Math.abs(number);
  const units = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e4, "k"]];
  for (const unit of size < 1e15 ? units : []) {
    if (size >= unit[0]) {
      const scale = unit[1] === "k" ? 1e3 : unit[0];
      return String(+(number / scale).toPrecision(digits)) + unit[1];
    }
  }
  return String(+number.toPrecision(digits));
}

// Numbers of a scale, with as many digits as tell them apart.
function shortScale(numbers) {
  let digits = 4;
  while (digits < 15 && new Set(numbers.map(function (number) { return shortened(number, digits); })).size < numbers.length) { digits++; }
  return numbers.map(function (number) { return shortened(number, digits); });
}

function grouped(number) { return number.toLocaleString("en-US"); }

function counted(number, word) { return grouped(number) + " " + word + (number === 1 ? "" : "s"); }
