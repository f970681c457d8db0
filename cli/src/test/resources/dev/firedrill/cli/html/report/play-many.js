finish(async function () {
  await settled();
  check("rows", shownAlerts().length, 500);
  check("few lanes are painted", inSight.size > 5 && inSight.size < 80, true);
  check("others have no pixels", all(".alert canvas").filter(function (each) { return each.width > 0; }).length < 80, true);
  choose("team", "web");
  await settled();
  check("filtered", find("#shown").textContent, "125 of 500 alerts");
  all(".alert:not([hidden])")[100].scrollIntoView();
  const far = all(".alert:not([hidden])")[100].querySelector(".lane");
  // Sight is noticed between frames, of which a busy machine has few.
  for (let i = 0; i < 20 && painted(far) < 100; i++) { await settled(); }
  check("painted when it comes into sight", painted(far) > 100, true);

  // Zooming changes no element, and paints what is in sight only, charts of open rows too.
  all(".alert:not([hidden]) .toggle").slice(0, 20).forEach(function (each) { each.click(); });
  scrollTo(0, 0);
  await settled();
  const records = [];
  const changed = new MutationObserver(function (some) { records.push.apply(records, some); });
  changed.observe(find(".lanes"), { subtree: true, childList: true, attributes: true });
  find(".alert .lane").dispatchEvent(new WheelEvent("wheel", { deltaY: -100, ctrlKey: true, clientX: 700, bubbles: true, cancelable: true }));
  await settled();
  check("elements that change", records.filter(function (record) { return !record.target.closest(".plot"); }).map(function (record) { return record.target.outerHTML.slice(0, 80); }), []);
  const fresh = Array.from(lanes.values()).filter(function (lane) { return lane.painted === period; });
  check("painted again", [fresh.length >= 3, fresh.length === inSight.size, fresh.length < lanes.size / 2], [true, true, true]);

  // Hundreds of alerts are not unfolded on paper, where nobody asked for them.
  dispatchEvent(new Event("beforeprint"));
  check("on paper", [all(".alert.open").length, find(".paper").hidden], [20, false]);
  dispatchEvent(new Event("afterprint"));
  check("after printing", [all(".alert.open").length, find(".paper").getClientRects().length], [20, 0]);
});
