
// Every notification with what it said, and what was held back.
const MESSAGES_SHOWN = 40;

function messagesSection() {
  if (!stack.notifications || !stack.notifications.list.length && !stack.notifications.held.length) { return null; }
  const all = stack.notifications.list;
  const wanted = { receiver: "", firing: "" };
  const list = h("div", { class: "messages" });
  const told = h("p", {});
  function fillList(first) {
    const some = all.filter(function (each) {
      return (!wanted.receiver || each.receiver === wanted.receiver) && (wanted.firing === "" || String(each.firing) === wanted.firing);
    });
    const items = h("div", {});
    const rest = growing(some, MESSAGES_SHOWN, messageItem, items);
    list.replaceChildren(items, rest);
    told.textContent = some.length === all.length ? counted(all.length, "notification") : some.length + " of " + counted(all.length, "notification");
    if (!first) { announce(told.textContent); }
  }
  function pick(title, key, options) {
    const select = h("select", { class: "select" }, options.map(function (option) { return h("option", { value: option[0], text: option[1] }); }));
    select.addEventListener("change", function () {
      wanted[key] = select.value;
      select.classList.toggle("chosen", select.value !== "");
      fillList(false);
    });
    return h("label", { class: "field" }, title, select);
  }
  const names = Array.from(new Set(all.map(function (each) { return each.receiver; }))).sort();
  fillList(true);
  return h("section", { class: "section", id: "notifications", "aria-labelledby": "notifications-title" },
    h("header", {}, h("h2", { id: "notifications-title", text: "Notifications" }), told),
    h("div", { class: "card" }, h("div", { class: "tools filters" },
      pick("receiver", "receiver", [["", "all"]].concat(names.map(function (name) { return [name, name]; }))),
      pick("status", "firing", [["", "all"], ["true", "firing"], ["false", "resolved"]])), list),
    heldTable());
}

function statusBadge(firing) {
  return h("span", { class: "badge " + (firing ? "high" : "good") }, firing ? "● firing" : "✓ resolved");
}

function messageItem(each) {
  const item = h("details", { class: "message" },
    h("summary", {}, h("span", { class: "time", text: full(each.time) }), h("span", {}, statusBadge(each.firing)),
      h("b", { text: each.receiver }), h("span", { class: "group-labels" }, each.group.length ? labelsOf(each.group, new Set()) : h("span", { class: "soft", text: "all alerts of the route" })),
      h("span", { class: "reason", text: each.reason + (each.count > 1 ? " · " + each.count + " alerts" : "") })));
  item.addEventListener("toggle", function () {
    if (item.open && item.children.length === 1) { item.append(messageBody(each)); }
  });
  return item;
}

function messageBody(each) {
  const common = new Set(each.group.map(function (pair) { return pair[0]; }));
  return h("div", { class: "body" },
    each.message ? bubble(each) : h("p", { class: "soft", text: "What it said is left out: there are too many notifications for one page. firedrill simulate --format json has all." }),
    each.alerts.length === 0 ? null : scrolling("Alerts of the notification to " + each.receiver + " by " + each.kind + ", " + full(each.time), h("div", {}, h("table", {}, h("caption", { class: "unseen", text: "Alerts of the notification" }),
      h("thead", {}, h("tr", {}, ["Status", "Labels", "Since", "Until"].map(function (t) { return h("th", { scope: "col", text: t }); }))),
      h("tbody", {}, each.alerts.map(function (alert) {
        return h("tr", {}, h("td", { text: alert.end === undefined ? "firing" : "resolved" }), h("td", {}, labelsOf(alert.labels, common)),
          h("td", { class: "time", text: full(alert.start) }), h("td", { class: "time", text: alert.end === undefined ? "" : full(alert.end) }));
      }))))),
    h("p", { class: "facts" }, h("span", {}, "sent by ", h("b", { text: each.kind })), h("span", {}, "delivery ", h("b", { text: each.delivery })),
      h("span", {}, "route ", h("b", { class: "mono", text: each.route }))));
}

function bubble(each) {
  const rows = [];
  for (let i = 0; i < each.message.length; i += 3) {
    const content = text(each.message[i + 1]);
    if (content !== "") {
      rows.push(h("dt", { text: text(each.message[i]) }), h("dd", { class: each.message[i + 2] ? "broken" : null, text: (each.message[i + 2] ? "template fails: " : "") + content }));
    }
  }
  return h("dl", { class: "bubble" + (each.firing ? " firing" : "") }, rows);
}

// An alert that was kept from two receivers is one.
function heldAlerts() {
  return new Set(stack.notifications.held.map(function (each) { return JSON.stringify(each.labels); })).size;
}

function heldTable() {
  const held = stack.notifications.held;
  if (!held.length) { return null; }
  const body = h("tbody", {});
  const rest = growing(held, MESSAGES_SHOWN, function (each) {
    return h("tr", {}, h("td", { class: "time", text: full(each.time) }), h("td", { class: "time", text: each.until === undefined ? "the end" : full(each.until) }),
      h("td", { text: each.receiver }), h("td", {}, labelsOf(each.labels, new Set())), h("td", {}, h("b", { text: each.stage }), h("div", { class: "soft", text: each.by })));
  }, body);
  return h("div", { class: "held", id: "held" }, h("header", {}, h("h3", { text: "Held back" }), h("span", { class: "soft", text: " " + counted(heldAlerts(), "alert") + " somebody was not told of, and why" })),
    scrolling("Table of what was held back", h("div", { class: "card block" }, h("table", {}, h("thead", {}, h("tr", {}, ["From", "Until", "Receiver", "Alert", "By"].map(function (t) { return h("th", { scope: "col", text: t }); }))), body), rest)));
}
