finish(async function () {
  await settled();
  check("kinds", texts("#noise h3").map(function (each) { return each.replace(/ .*/, ""); }), ["Flapping", "Always", "Never"]);
  check("flapping", /keep_firing_for: 2m would have made that 1 firing/.test(find(".noise").textContent), true);
  check("inhibition", /^inhibit_rules:/.test(find(".noise pre").textContent), true);

  // A name leads to its alert, even where filters hide it.
  choose("search", "nothing like this");
  const link = all(".noise .link").pop();
  link.click();
  check("all are shown again", [shownAlerts().length, find("#timeline input").value], [3, ""]);
  check("its row", document.activeElement.querySelector(".title").textContent, link.textContent);
  check("why", /no series for DCGM_FI_DEV_GPU_TEMP/.test(document.activeElement.closest(".alert").querySelector(".about.soft").textContent), true);

  // What never was pending still shows how near it came.
  showAlert("MemoryFull");
  check("charts", all(".alert.open .plot").map(function (each) { return each.querySelectorAll(".value").length; }), [1]);
});
