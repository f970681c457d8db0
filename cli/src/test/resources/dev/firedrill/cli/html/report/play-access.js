// What tools that audit pages for everybody's use look for.
function visible(element) { return element.getClientRects().length > 0 && !element.closest(".unseen, .skip, [hidden]"); }

function nameOf(element) {
  const labelled = element.getAttribute("aria-labelledby");
  return (element.getAttribute("aria-label") || labelled && document.getElementById(labelled).textContent
    || element.labels && element.labels.length && element.labels[0].textContent || element.textContent || "").trim();
}

function rgb(text) {
  const parts = text.match(/[\d.]+/g).map(Number);
  const unit = text.startsWith("color(") ? 255 : 1;
  return { red: parts[0] * unit, green: parts[1] * unit, blue: parts[2] * unit, alpha: parts.length > 3 ? parts[3] : 1 };
}

function over(front, back) {
  function mix(one, other) { return one * front.alpha + other * (1 - front.alpha); }
  return { red: mix(front.red, back.red), green: mix(front.green, back.green), blue: mix(front.blue, back.blue), alpha: 1 };
}

function groundOf(element) {
  if (!element) { return { red: 255, green: 255, blue: 255, alpha: 1 }; }
  const own = rgb(getComputedStyle(element).backgroundColor);
  return own.alpha === 1 ? own : over(own, groundOf(element.parentElement));
}

function luminance(colour) {
  const parts = [colour.red, colour.green, colour.blue].map(function (each) {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

function contrast(front, back) {
  const both = [luminance(over(front, back)), luminance(back)].sort(function (a, b) { return b - a; });
  return (both[0] + 0.05) / (both[1] + 0.05);
}

function faintTexts() {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !visible(element) || element.closest("script, style")) { continue; }
    const style = getComputedStyle(element);
    const paint = element.closest("svg") ? style.fill : style.color;
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5;
    const got = contrast(rgb(paint), groundOf(element));
    if (got < least) { found.add(element.tagName + "." + element.getAttribute("class") + " '" + element.textContent.slice(0, 30) + "' " + got.toFixed(2)); }
  }
  return Array.from(found);
}

function unfocused() {
  return all("a[href], button, select, input, summary, [tabindex='0']").filter(function (each) {
    if (!visible(each) && !each.classList.contains("skip")) { return false; }
    each.focus();
    const style = getComputedStyle(each);
    return document.activeElement !== each || !each.matches(":focus-visible") || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1;
  }).map(function (each) { return each.outerHTML.slice(0, 120); });
}

function headingJumps() {
  const levels = all("h1, h2, h3, h4").filter(visible).map(function (each) { return +each.tagName[1]; });
  return levels.filter(function (level, i) { return i > 0 && level > levels[i - 1] + 1; });
}

function audit(when) {
  check(when + ": contrast", faintTexts(), []);
  check(when + ": focus is seen", unfocused(), []);
  check(when + ": names", all("button, select, input, a, summary, [tabindex='0'], [role='img'], [role='application'], section, nav, form, [role='region']")
    .filter(function (each) { return !nameOf(each); }).map(function (each) { return each.outerHTML.slice(0, 120); }), []);
  const ids = all("[id]").map(function (each) { return each.id; });
  check(when + ": ids", ids.filter(function (id, i) { return ids.indexOf(id) !== i; }), []);
  check(when + ": what is pointed to", all("[aria-controls], [aria-labelledby], a[href^='#']").filter(function (each) {
    return !document.getElementById(each.getAttribute("aria-controls") || each.getAttribute("aria-labelledby") || each.hash.slice(1));
  }).map(function (each) { return each.outerHTML.slice(0, 120); }), []);
  check(when + ": room for fingers", all("button, select, input, summary").filter(function (each) {
    return visible(each) && each.getBoundingClientRect().height < 23.9;
  }).map(function (each) { return each.outerHTML.slice(0, 120); }), []);
  check(when + ": regions are told apart", all("[role=region]").map(nameOf).filter(function (name, i, names) { return names.indexOf(name) !== i; }), []);
  check(when + ": headings", [all("h1").length, headingJumps()], [1, []]);
  check(when + ": table heads", all("table").filter(function (table) {
    return table.querySelector("thead") && !Array.from(table.querySelectorAll("thead th")).every(function (th) { return th.scope === "col"; });
  }).length, 0);
  check(when + ": no order of its own", all("[tabindex]").filter(function (each) { return each.tabIndex > 0; }).length, 0);
  check(when + ": landmarks", ["main", "header.masthead", "footer", "h1"].map(function (each) { return all(each).length; }), [1, 1, 1, 1]);
  check(when + ": nothing sticks out", document.documentElement.scrollWidth <= innerWidth, true);
  check(when + ": controls in controls", all("button button, a button, button a, summary button, summary a, label button").length, 0);
}

finish(async function () {
  await settled();
  audit("as it opens");
  all(".alert .toggle").forEach(function (each) { each.click(); });
  all("details").forEach(function (each) { each.open = true; });
  await settled();
  audit("all open");
  const darkButton = all(".masthead .button").find(function (each) { return each.textContent === "Dark"; });
  darkButton.click();
  await settled();
  audit("dark");
  check("pressed", darkButton.getAttribute("aria-pressed"), "true");

  // Escape undoes what was opened last, and the focus stays where it makes sense.
  const lane = find(".alert .lane");
  press(lane, "ArrowRight");
  press(lane, "Escape");
  check("tooltip closes first", [find(".tooltip").hidden, find(".alert").classList.contains("open")], [true, true]);
  const inside = find(".alert .detail .lane, .alert .detail .scroll, .alert .detail button");
  inside.setAttribute("tabindex", "0");
  press(inside, "Escape");
  check("then its row", [find(".alert").classList.contains("open"), document.activeElement === find(".alert .toggle")], [false, true]);
  const message = find(".message");
  if (message) {
    press(message.querySelector("summary"), "Escape");
    check("and a message", message.open, false);
  }
  pointer(lane, "pointerdown", 10);
  pointer(lane, "pointermove", 90);
  check("a stretch is being chosen", find(".chosen-range").hidden, false);
  press(lane, "Escape");
  pointer(lane, "pointerup", 90);
  check("and is given up", [find(".chosen-range").hidden, wholeInView()], [true, true]);

  // States are told by more than their colour.
  check("words", texts(".legend .state").every(function (each) { return each.trim(); }), true);
  const rules = Array.from(document.styleSheets[0].cssRules);
  check("less motion", rules.some(function (rule) { return /prefers-reduced-motion: reduce/.test(rule.conditionText || ""); }), true);
  check("skip link", find(".skip").getAttribute("href"), "#main");
});
