
// Elements are made one by one, never from markup, so that no text of the data can become any.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const name of Object.keys(properties || {})) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) { continue; }
    if (name === "text") { element.textContent = value; }
    else if (name.startsWith("on")) { element.addEventListener(name.slice(2), value); }
    else { element.setAttribute(name, value === true ? "" : value); }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) { element.append(child); }
  }
  return element;
}

function h(tag, properties) {
  return fill(document.createElement(tag), properties, Array.prototype.slice.call(arguments, 2));
}

function s(tag, properties) {
  return fill(document.createElementNS(SVG, tag), properties, Array.prototype.slice.call(arguments, 2));
}

function icon(path) {
  return s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
    s("path", { d: path, fill: "none", stroke: "currentColor", "stroke-width": "1.6",
      "stroke-linecap": "round", "stroke-linejoin": "round" }));
}

// A box that scrolls sideways where it is too narrow; keys reach it, and it has a name, while it does.
const widths = new ResizeObserver(function (entries) {
  entries.forEach(function (entry) {
    const box = entry.target;
    const wide = box.scrollWidth > box.clientWidth;
    [["tabindex", "0"], ["role", "region"], ["aria-label", box.scrolls]].forEach(function (each) {
      if (wide) { box.setAttribute(each[0], each[1]); } else { box.removeAttribute(each[0]); }
    });
  });
});

function scrolling(name, box) {
  box.scrolls = name;
  box.classList.add("scroll");
  widths.observe(box);
  return box;
}

const live = document.getElementById("live");
let announcing = 0;

// Told to screen readers; only the last of several in a row.
function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(function () { live.textContent = text; }, 150);
}

// A list that grows by steps, so that long ones cost nothing until somebody asks: the button for it.
function growing(items, step, make, into) {
  const more = h("div", { class: "more no-print" });
  const button = h("button", { class: "button", type: "button" });
  let shown = 0;
  function grow() {
    const until = Math.min(items.length, shown + step);
    for (; shown < until; shown++) { into.append(make(items[shown], shown)); }
    more.hidden = shown >= items.length;
    button.textContent = "Show more (" + (items.length - shown) + " left)";
  }
  button.addEventListener("click", function () {
    grow();
    announce(shown + " of " + items.length + " shown");
  });
  more.append(button);
  grow();
  return more;
}
