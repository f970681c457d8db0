// What JSON says, as the page writes it.
function day_(time) { return time.slice(0, 10) + " " + time.slice(11, 19); }

function seconds_(from, to) { return (Date.parse(to) - Date.parse(from)) / 1000; }

function words_(seconds) {
  let left = Math.round(seconds);
  let out = "";
  [["d", 86400], ["h", 3600], ["m", 60], ["s", 1]].forEach(function (unit) {
    const count = Math.floor(left / unit[1]);
    left -= count * unit[1];
    out += count ? count + unit[0] : "";
  });
  return out || "0s";
}

function two_(seconds) {
  const unit = seconds >= 86400 ? 3600 : seconds >= 3600 ? 60 : 1;
  return words_(Math.round(seconds / unit) * unit).replace(/([a-z])(\d)/, "$1 $2");
}

function pages_(list) { return list.filter(function (each) { return each.status === "firing"; }); }

function counts_(receiver) {
  const own = expected.notifications.filter(function (each) { return each.receiver === receiver; });
  return [pages_(own).length, own.length - pages_(own).length].map(String);
}

finish(async function () {
  await settled();
  const totals = expected.totals;
  const longest = Math.max.apply(null, expected.alerts.map(function (alert) { return alert.longest_seconds; }));
  check("longest", longest, totals.longest_seconds);
  check("figures", texts(".figure .big"), [String(totals.firings), two_(totals.firing_seconds), String(pages_(expected.notifications).length), "0"]);
  check("of alerts", find(".figure .note").textContent, totals.alerts_fired + " of " + totals.alerts + " alerts fired");
  check("the longest", all(".figure .note")[1].textContent.indexOf("longest " + two_(longest) + ", "), 0);
  check("sums", texts(".alert > .row > .sums"), expected.alerts.map(function (alert) { return alert.firings + "× " + two_(alert.firing_seconds); }));
  check("places", stack.alerts.map(function (alert) { return alert.path + ":" + alert.line; }), expected.alerts.map(function (alert) { return alert.path + ":" + alert.line; }));

  // Each interval of each instance, in its table.
  const shown = {};
  all(".alert").forEach(function (row) {
    row.querySelector(".toggle").click();
    const name = row.querySelector(".title").textContent;
    const buttons = Array.from(row.querySelectorAll(".instance"));
    (buttons.length ? buttons : [null]).forEach(function (button) {
      if (button) { button.click(); }
      const labels = Array.from(row.querySelectorAll(".all-labels .label")).map(function (label) { return label.textContent; }).join(" ");
      shown[labels] = Array.from(row.querySelectorAll(".inner tbody tr")).map(function (tr) {
        return Array.from(tr.children).map(function (td) { return td.textContent; });
      });
    });
    row.querySelector(".toggle").click();
  });
  let count = 0;
  expected.alerts.forEach(function (alert) {
    alert.instances.forEach(function (instance) {
      const labels = Object.keys(instance.labels).map(function (key) { return key + "=" + instance.labels[key]; }).join(" ");
      check(labels, shown[labels], instance.intervals.map(function (each) {
        count++;
        const end = each.start.slice(0, 10) === each.end.slice(0, 10) ? day_(each.end).slice(11) : day_(each.end);
        const word = each.open ? " (still so at the end of the data)" : each.in_gap ? " (ended in a gap of the data)" : "";
        return [each.state, day_(each.start), end + word, words_(seconds_(each.start, each.end)), each.value, each.peak];
      }));
    });
  });
  check("intervals were compared", count > 10, true);

  // Whom it was told.
  const names = Array.from(new Set(expected.notifications.map(function (each) { return each.receiver; })));
  check("told", all(".told .row").map(function (row) { return row.querySelector(".name").textContent + " " + row.querySelector(".sums").textContent; }).sort(),
    names.map(function (name) { return name + " " + counts_(name)[0] + " pages"; }).sort());
  check("receivers", all(".receiver").map(function (card) {
    return [card.querySelector("h3").textContent].concat(Array.from(card.querySelectorAll(".counts b")).slice(0, 2).map(function (b) { return b.textContent; }));
  }).sort(), names.map(function (name) { return [name].concat(counts_(name)); }).sort());
  check("messages", all(".message").map(function (message) {
    return [message.querySelector(".time").textContent, message.querySelector("b").textContent, message.querySelector(".reason").textContent.split(" · ")[0]];
  }), expected.notifications.map(function (each) { return [day_(each.time), each.receiver, each.reason]; }));
  check("held", all(".held tbody tr").map(function (row) { return row.cells[0].textContent; }), expected.held_back.map(function (each) { return day_(each.time); }));

  // What it stands on.
  check("data", texts("#data-section dd").slice(0, 2), [expected.data.series, expected.data.samples].map(function (n) { return n.toLocaleString("en-US"); }));
});
