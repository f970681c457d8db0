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
});
