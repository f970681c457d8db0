// What scripts that play a user need: each step waits for the page to have painted itself.
const complaints = [];
addEventListener("error", function (event) { complaints.push("error: " + event.message); });
new ReportingObserver(function (reports) {
  reports.forEach(function (report) { complaints.push("policy: " + JSON.stringify(report.body)); });
}, { types: ["csp-violation"], buffered: true }).observe();

function check(what, got, expected) {
  if (JSON.stringify(got) !== JSON.stringify(expected)) {
    complaints.push(what + ": " + JSON.stringify(got) + " instead of " + JSON.stringify(expected));
  }
}

function find(selector) { return document.querySelector(selector); }

function all(selector) { return Array.from(document.querySelectorAll(selector)); }

function texts(selector) { return all(selector).map(function (each) { return each.textContent; }); }

function press(element, key, more) {
  element.focus();
  element.dispatchEvent(new KeyboardEvent("keydown", Object.assign({ key: key, bubbles: true, cancelable: true }, more)));
}

function pointer(element, type, x, more) {
  const box = element.getBoundingClientRect();
  element.dispatchEvent(new PointerEvent(type, Object.assign({ clientX: box.left + x, clientY: box.top + box.height / 2,
    bubbles: true, cancelable: true, button: 0, pointerId: 1, pointerType: "mouse" }, more)));
}

function painting() { return new Promise(function (done) { requestAnimationFrame(function () { setTimeout(done, 0); }); }); }

// Timers have run out, and what came into sight is noticed and painted.
async function settled() {
  await new Promise(function (done) { setTimeout(done, 400); });
  await painting();
  await painting();
}

function choose(title, chosenValue) {
  const field = all("#timeline label.field").find(function (each) { return each.firstChild.textContent === title; });
  const select = field.querySelector("select, input");
  select.value = chosenValue;
  select.dispatchEvent(new Event(select.tagName === "INPUT" ? "input" : "change", { bubbles: true }));
}

function shownAlerts() { return all(".alert:not([hidden]) .title").map(function (each) { return each.textContent; }); }

function painted(lane) {
  const canvas = lane.querySelector("canvas");
  if (canvas.width === 0) { return 0; }
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let count = 0;
  for (let i = 3; i < pixels.length; i += 4) { count += pixels[i] > 200 ? 1 : 0; }
  return count;
}

function finish(steps) {
  steps().catch(function (error) { complaints.push(String(error && error.stack || error)); }).then(function () {
    console.log("played: " + (complaints.length ? complaints.join("; ") : "all is well"));
  });
}
