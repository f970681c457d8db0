
// Light or dark: as the system has it, or as chosen.
const dark = matchMedia("(prefers-color-scheme: dark)");
let theme = "auto";

function applyTheme() {
  const name = printing ? "light" : theme === "auto" ? (dark.matches ? "dark" : "light") : theme;
  document.documentElement.setAttribute("data-theme", name);
  readInk();
}

function keepTheme(name) {
  theme = name;
  // Pages from files have no storage in some browsers.
  try { localStorage.setItem("firedrill-theme", name); } catch (e) { /* then it is forgotten */ }
  applyTheme();
  invalidate();
}

function startTheme() {
  try { theme = localStorage.getItem("firedrill-theme") || "auto"; } catch (e) { theme = "auto"; }
  const asked = /(?:^#|&)theme=(light|dark|auto)/.exec(location.hash);
  if (asked) { theme = asked[1]; }
  applyTheme();
  [dark, matchMedia("(forced-colors: active)")].forEach(function (query) {
    query.addEventListener("change", function () { applyTheme(); invalidate(); });
  });
}

function themeChoice() {
  const group = h("div", { class: "group", role: "group", "aria-label": "Colours" });
  ["auto", "light", "dark"].forEach(function (name) {
    const button = h("button", { class: "button", type: "button", "aria-pressed": String(theme === name), text: name.charAt(0).toUpperCase() + name.slice(1) });
    button.addEventListener("click", function () {
      keepTheme(name);
      Array.from(group.children).forEach(function (each) { each.setAttribute("aria-pressed", String(each === button)); });
    });
    group.append(button);
  });
  return group;
}
