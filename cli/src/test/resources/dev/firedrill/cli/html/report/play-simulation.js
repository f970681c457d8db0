finish(async function () {
  await settled();
  check("headline", find("h1").textContent, "Simulation of alert_rules.yml");
  check("cards", texts(".figure .big"), ["7", "1h 35m", "9", "0"]);
  check("sections", texts("section.section h2"), ["Timeline", "Receivers", "Notifications", "Noise", "Data"]);
  check("one heading of the page", all("h1").length, 1);
  check("all alerts", shownAlerts().length, 6);

  // A lane is painted, and its arrow keys tell of its intervals one by one.
  const lane = find(".alert .lane");
  check("lane is painted", painted(lane) > 100, true);
  press(lane, "ArrowRight");
  check("tooltip", /pending for 3m.*value at start 0/.test(find(".tooltip").textContent), true);
  press(lane, "ArrowRight");
  await settled();
  check("announced", find("#live").textContent.slice(0, 23), "2 of 7: pending 2026-11");
  press(lane, "Escape");
  check("tooltip is gone", find(".tooltip").hidden, true);

  // The pointer shows the same.
  const event = lane.events.find(function (each) { return each.interval.firing; });
  pointer(lane, "pointermove", xOf((event.interval.start + event.interval.end) / 2));
  check("hover", /firing for 7m/.test(find(".tooltip").textContent), true);
  pointer(lane, "pointerleave", 0);

  // Zoom by keys, by dragging, by the wheel and by buttons; pan; all again.
  press(lane, "+");
  check("zoomed by key", Math.round((view.to - view.from) / total() * 100), 60);
  press(lane, "0");
  check("all of it", wholeInView(), true);
  pointer(lane, "pointerdown", view.width * 0.25);
  pointer(lane, "pointermove", view.width * 0.5);
  pointer(lane, "pointerup", view.width * 0.5);
  check("zoomed by dragging", [view.from, view.to].map(function (t) { return Math.round(t / total() * 100); }), [25, 50]);
  find("[aria-label='Pan to the right']").click();
  check("panned", Math.round(view.from / total() * 1000), 325);
  press(lane, "ArrowLeft", { shiftKey: true });
  check("panned back", Math.round(view.from / total() * 1000), 275);
  lane.dispatchEvent(new WheelEvent("wheel", { deltaY: 1000, ctrlKey: true, clientX: 700, bubbles: true, cancelable: true }));
  check("zoomed out by the wheel", view.to - view.from > total() * 0.25, true);
  find("[aria-label='Show all of the time']").click();
  check("all again", wholeInView(), true);
  await settled();
  check("told", find("#live").textContent, "All of the time is shown");

  // Filters.
  choose("severity", "warning");
  check("by severity", shownAlerts(), ["HighTaskFailureRate", "TaskStuck", "GPUMemorySaturation"]);
  await settled();
  check("count is told", [find("#shown").textContent, find("#live").textContent], ["3 of 6 alerts", "3 of 6 alerts shown"]);
  check("kept in the address", location.hash, "#label.severity=warning");
  choose("severity", "");
  choose("receiver", "email-oncall");
  check("by receiver", shownAlerts(), ["WorkerDisconnected", "WorkerError", "NoActiveWorkers"]);
  choose("receiver", "");
  choose("search", "gpu worker");
  check("by text", shownAlerts(), ["GPUMemorySaturation"]);
  choose("search", "nothing like this");
  check("none", [shownAlerts().length, find(".list + .empty").hidden], [0, false]);
  choose("search", "");
  choose("order", "firing");
  check("order", shownAlerts(), ["HighTaskFailureRate", "TaskStuck", "WorkerDisconnected", "GPUMemorySaturation", "NoActiveWorkers", "WorkerError"]);
  choose("order", "file");

  // A row unfolds to instances, intervals and annotations, and folds again.
  const row = all(".alert")[2];
  const toggle = row.querySelector(".toggle");
  toggle.click();
  check("unfolded", [toggle.getAttribute("aria-expanded"), row.querySelectorAll(".instance").length], ["true", 2]);
  check("intervals", Array.from(row.querySelectorAll(".inner tbody tr")).map(function (tr) { return tr.children[3].textContent; }), ["5m", "13m"]);
  check("chart", [row.querySelectorAll(".plot .value").length, row.querySelectorAll(".band").length, row.querySelector(".plot text.threshold").textContent], [1, 2, "== 0"]);
  pointer(row.querySelector(".plot"), "pointermove", 30);
  check("values under the pointer", /2026-11-20 08:0.*cluster=west.*compared by == 0/.test(find(".tooltip").textContent), true);
  row.querySelectorAll(".instance")[1].click();
  check("other instance", row.querySelectorAll(".inner tbody tr").length, 1);
  check("annotations", /No active workers in east/.test(row.querySelector(".notes").textContent), true);
  press(toggle, "ArrowDown");
  check("next row", document.activeElement.textContent, "HighTaskFailureRatewarning");
  toggle.click();
  check("folded", [row.querySelector(".detail").hidden, row.querySelectorAll(".detail *").length], [true, 0]);

  check("no noise", /None: no alert flaps/.test(find("#noise").textContent), true);

  // Whom it was told, on the same axis.
  check("told", texts(".told .name"), ["slack-critical", "email-oncall", "slack-warning"]);
  const told = find(".told .lane");
  check("moments are painted", painted(told) > 50, true);
  press(told, "ArrowRight");
  check("a moment", /firing slack-critical by slack.*first notification.*1 alert/.test(find(".tooltip").textContent), true);
  press(told, "Escape");

  // Receivers and messages.
  check("receivers", texts(".receiver h3"), ["email-oncall", "slack-critical", "slack-warning"]);
  check("hours", find(".receiver svg").getAttribute("aria-label"), "Pages of email-oncall by hour of day. 8:00: 2, 9:00: 1");
  check("messages", all(".message").length, 18);
  find(".message").open = true;
  await settled();
  check("rendered", /WorkerDisconnected/.test(find(".message .bubble").textContent), true);
  check("held back alerts", find(".held header").textContent, "Held back 1 alert somebody was not told of, and why");
  check("held back", all(".held tbody tr").length, 2);

  // Dark and light; paper shows all that happened.
  texts(".masthead .group .button").forEach(function (name, at) { if (name === "Dark") { all(".masthead .group .button")[at].click(); } });
  check("dark", [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor], ["dark", "rgb(14, 17, 22)"]);
  dispatchEvent(new Event("beforeprint"));
  check("on paper", [document.documentElement.dataset.theme, all(".alert.open").length, all(".message .bubble").length], ["light", 6, 18]);
  dispatchEvent(new Event("afterprint"));
  check("after printing", [document.documentElement.dataset.theme, all(".alert.open").length], ["dark", 0]);

  // Whatever takes the focus has a name.
  const nameless = all("button, select, input, a, summary, [tabindex='0']").filter(function (each) {
    return !(each.textContent.trim() || each.getAttribute("aria-label") || each.labels && each.labels.length);
  });
  check("names", nameless.map(function (each) { return each.outerHTML; }), []);
});
