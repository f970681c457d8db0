finish(async function () {
  await settled();
  all(".toggle").forEach(function (each) { each.click(); });
  all("details").forEach(function (each) { each.open = true; });
  press(find(".lane:not(.crowd)"), "ArrowRight");
  await settled();
  check("nothing ran", window.hacked, undefined);
  check("no markup", all("img, iframe, b b, svg[onload], script[src]").length, 0);
  check("scripts", document.scripts.length, 2);
  check("name", shownAlerts(), ["<img src=x onerror=window.hacked=1>"]);
  check("severity", find(".badge").textContent, "<b>critical</b>");
  check("label", texts(".all-labels .label").includes("job=<svg onload=window.hacked=1>"), true);
  check("annotation", find(".notes dd").textContent, "<\/script><iframe srcdoc='x'>");
});
