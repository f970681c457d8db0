
// Times, durations and numbers for people; the zone is the one that the report was made for.
const formats = {};

function formatter(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats[key]) {
    let known = zone;
    // Old browsers know no zones such as +02:00.
    try { new Intl.DateTimeFormat("en-GB", { timeZone: known }); } catch (e) { known = "UTC"; }
    formats[key] = new Intl.DateTimeFormat("en-GB", Object.assign({ timeZone: known, hourCycle: "h23" }, options));
  }
  return formats[key];
}

const ALL_PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
  minute: "2-digit", second: "2-digit", weekday: "short" };

function partsOf(millis) {
  const parts = {};
  for (const part of formatter(stack.zone, ALL_PARTS).formatToParts(millis)) { parts[part.type] = part.value; }
  return parts;
}

function day(t) { const p = partsOf(stack.start + t); return p.year + "-" + p.month + "-" + p.day; }

function clock(t) {
  const p = partsOf(stack.start + t);
  const rest = ((stack.start + t) % 1000 + 1000) % 1000;
  return p.hour + ":" + p.minute + ":" + p.second + (rest ? "." + String(rest).padStart(3, "0") : "");
}

function full(t) { return day(t) + " " + clock(t); }

function span(from, to) { return full(from) + " to " + (day(from) === day(to) ? clock(to) : full(to)); }

// Milliseconds by which the zone is ahead of UTC.
function zoneOffset(millis) {
  const p = partsOf(millis);
  const local = Date.UTC(+p.year, p.month - 1, +p.day, +p.hour, +p.minute, +p.second);
  return local - Math.floor(millis / 1000) * 1000;
}

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

// Four digits are enough for an axis and a label on a line; tables say all.
function short(number) {
  if (typeof number !== "number") { return number; }
  const size = Math.abs(number);
  const units = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e4, "k"]];
  for (const unit of units) {
    if (size >= unit[0]) {
      const scale = unit[1] === "k" ? 1e3 : unit[0];
      return String(+(number / scale).toPrecision(4)) + unit[1];
    }
  }
  return String(+number.toPrecision(4));
}

function grouped(number) { return number.toLocaleString("en-US"); }

function counted(number, word) { return grouped(number) + " " + word + (number === 1 ? "" : "s"); }
