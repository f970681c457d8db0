
// Who would have been told: by receiver, over time and by hour of the day.
function receiversSection() {
  if (!stack.notifications) { return null; }
  const list = stack.notifications.list;
  const used = stack.notifications.receivers.filter(function (receiver) {
    return list.some(function (each) { return each.receiver === receiver.name; });
  });
  const unused = stack.notifications.receivers.filter(function (receiver) { return !used.includes(receiver); });
  const cards = used.map(function (receiver) { return receiverCard(receiver, list.filter(function (each) { return each.receiver === receiver.name; })); });
  return h("section", { class: "section", id: "receivers", "aria-labelledby": "receivers-title" },
    h("header", {}, h("h2", { id: "receivers-title", text: "Receivers" }),
      h("p", { text: "pages are notifications with a firing alert" })),
    cards.length ? h("div", { class: "columns" }, cards) : h("p", { class: "card empty", text: "Nobody would have been told." }),
    unused.length ? h("p", { class: "unused soft" }, "Not told at all: " + unused.map(function (each) { return each.name; }).join(", ")) : null);
}

function receiverCard(receiver, list) {
  const pages = list.filter(function (each) { return each.firing; });
  const hours = new Array(24).fill(0);
  pages.forEach(function (each) { hours[hourOf(each.time)]++; });
  const nights = pages.filter(function (each) { return isNight(each.time); }).length;
  const weekend = pages.filter(function (each) { return isWeekend(each.time); }).length;
  return h("article", { class: "card receiver" },
    h("header", {}, h("h3", { text: receiver.name }), receiver.kinds.map(function (kind) { return h("span", { class: "badge", text: kind }); })),
    h("p", { class: "counts" }, h("b", { text: grouped(pages.length) }), pages.length === 1 ? " page, " : " pages, ", h("b", { text: grouped(list.length - pages.length) }),
      " resolved · ", h("b", { text: grouped(nights) }), " at night · ", h("b", { text: grouped(weekend) }), " at weekends"),
    hourChart(hours, receiver.name));
}

function hourChart(hours, name) {
  const most = Math.max.apply(null, hours.concat([1]));
  const bars = hours.map(function (count, hour) {
    const dark = hour >= NIGHT_STARTS || hour < NIGHT_ENDS;
    const tall = count / most * 44;
    return count ? s("rect", { class: "bar" + (dark ? " dark" : ""), x: hour * 12 + 1.5, y: 50 - tall, width: 9, height: tall, rx: 1.5 },
      s("title", {}, hour + ":00 to " + hour + ":59: " + count)) : null;
  });
  const told = hours.map(function (count, hour) { return count ? hour + ":00: " + count : ""; }).filter(Boolean).join(", ");
  return s("svg", { class: "hours", viewBox: "0 0 288 66", role: "img", "aria-label": "Pages of " + name + " by hour of day. " + (told || "none") },
    s("rect", { class: "night", x: 0, y: 0, width: NIGHT_ENDS * 12, height: 50 }),
    s("rect", { class: "night", x: NIGHT_STARTS * 12, y: 0, width: (24 - NIGHT_STARTS) * 12, height: 50 }),
    bars, s("path", { class: "base", d: "M0 50.500H288" }),
    [0, 6, 12, 18].map(function (hour) { return s("text", { x: hour * 12 + 6, y: 62 }, String(hour).padStart(2, "0")); }));
}
