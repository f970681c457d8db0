
// Puts the page together, and keeps what is chosen in its address.
const SECTIONS = [partsSection, sweepSection, timelineSection, receiversSection, messagesSection, noiseSection, coverageSection];
let remembering = 0;

function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(function () {
    const words = new URLSearchParams();
    if (data.stacks.length > 1) { words.set("stack", String(data.stacks.indexOf(stack.raw))); }
    chosen.forEach(function (wanted, name) { words.set(name, wanted); });
    if (stack.alerts && !wholeInView()) { words.set("from", String(Math.round(view.from))); words.set("to", String(Math.round(view.to))); }
    if (stack.timeline) {
      const open = stack.timeline.rows.filter(function (row) { return row.open; }).map(function (row) { return row.alert.index; });
      if (open.length) { words.set("open", open.join(".")); }
    }
    try { history.replaceState(null, "", "#" + words.toString()); } catch (e) { /* an address that stays as it is */ }
  }, 250);
}

function recall() {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const name of words.keys()) {
    if (name === "q" || name === "state" || name === "receiver" || name === "sort" || name.startsWith("label.")) { chosen.set(name, words.get(name)); }
  }
  return words;
}

function navigation(main) {
  const links = Array.from(main.querySelectorAll("section.section")).map(function (section) {
    return h("a", { href: "#" + section.id, text: section.querySelector("h2").textContent, onclick: function (event) {
      event.preventDefault();
      section.scrollIntoView();
      section.querySelector("h2").setAttribute("tabindex", "-1");
      section.querySelector("h2").focus({ preventScroll: true });
    } });
  });
  return links.length > 1 ? h("nav", { class: "nav", "aria-label": "Sections" }, links) : null;
}

// Marks the section that is being read.
function follow(main, nav) {
  const seen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) { return; }
      nav.querySelectorAll("a").forEach(function (link) {
        if (link.hash === "#" + entry.target.id) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
      });
    });
  }, { rootMargin: "-20% 0px -70% 0px" });
  main.querySelectorAll("section.section").forEach(function (section) { seen.observe(section); });
}

function show(index) {
  const page = document.getElementById("page");
  watchers.length = 0;
  removeLanes(page);
  stack = unfold(data.stacks[index]);
  stack.raw = data.stacks[index];
  stack.gapSpans = [];
  const gaps = stack.coverage ? stack.coverage.gaps : [];
  for (let i = 0; i < gaps.length; i += 2) { stack.gapSpans.push({ start: gaps[i], end: gaps[i + 1] }); }
  view.from = 0;
  view.to = total();
  const main = h("main", { id: "main", tabindex: "-1" }, stack.alerts && !stack.sweep ? figures() : null, SECTIONS.map(function (make) { return make(); }));
  const nav = navigation(main);
  if (nav) { follow(main, nav); }
  page.replaceChildren(h("div", { class: "page" }, masthead(), nav || "", main,
    h("footer", { class: "foot" }, h("span", { text: "Made by Firedrill " + data.version + ". This file loads nothing from anywhere." }), h("span", { text: "Times in " + stack.zone }))), tip, chartPatterns());
  if (stack.timeline) {
    measure(stack.timeline.axis);
    stack.timeline.apply();
  }
}

function start() {
  startTheme();
  const words = recall();
  const wanted = +words.get("stack") || 0;
  show(wanted < data.stacks.length ? wanted : 0);
  if (words.has("from") && words.has("to")) { look(+words.get("from"), +words.get("to")); }
  if (words.has("open") && stack.timeline) {
    words.get("open").split(".").forEach(function (index) { const row = stack.timeline.rows[+index]; if (row) { row.toggle(true); } });
  }
}

start();
