// Text size, contrast, the mode for older readers, colours, and the door to reading aloud. What the reader chose is kept on
// this device only, as a few words in one place; `early.js` puts them on the root of each page, and the style sheet does the rest.
(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.getElementById("comfort");
  var opener = document.querySelector(".comfort-button");
  if (!panel || !opener) return;
  var list = function (from, selector) { return Array.prototype.slice.call(from.querySelectorAll(selector)); };
  var system = window.matchMedia ? window.matchMedia("(prefers-contrast: more)") : { matches: false };
  var words = function () { return (root.getAttribute("data-comfort") || "").split(" ").filter(Boolean); };
  var has = function (word) { return words().indexOf(word) >= 0; };

  function show(text) {
    root.setAttribute("data-comfort", text);
    list(panel, "[data-word]").forEach(function (button) {
      var word = button.getAttribute("data-word");
      var isOn = word ? has(word) : !others(button).some(has);
      if (word === "contrast" && system.matches) isOn = !has("no-contrast");
      button.setAttribute("aria-pressed", String(isOn));
    });
  }

  // The words of the choice that a button belongs to: one of them holds at a time.
  function others(button) {
    return list(button.parentNode, "[data-word]").map(function (one) { return one.getAttribute("data-word"); }).filter(Boolean);
  }

  function choose(button) {
    var word = button.getAttribute("data-word");
    var isOn = button.getAttribute("aria-pressed") === "true";
    var gone = button.hasAttribute("data-toggle") ? [word, "no-" + word] : others(button);
    var kept = words().filter(function (one) { return gone.indexOf(one) < 0; });
    if (word && !(isOn && button.hasAttribute("data-toggle"))) kept.push(word);
    if (word === "contrast" && isOn && system.matches) kept.push("no-contrast");
    show(kept.join(" "));
    try { localStorage.setItem("comfort", kept.join(" ")); } catch (e) { /* private mode: until the page is left */ }
  }

  function open(isOpen) {
    panel.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) panel.querySelector("button").focus(); else opener.focus();
  }

  show(root.getAttribute("data-comfort") || "");
  opener.addEventListener("click", function () { open(panel.hidden); });
  panel.addEventListener("keydown", function (event) { if (event.key === "Escape") open(false); });
  panel.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-word")) choose(button);
    if (button.hasAttribute("data-done")) open(false);
  });

  // Another window of this site, or this page when one comes back to it, follows what was chosen meanwhile.
  function follow() { try { show(localStorage.getItem("comfort") || ""); } catch (e) { /* private mode */ } }
  window.addEventListener("storage", function (event) { if (event.key === "comfort") follow(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) follow(); });

  // Reading aloud is offered where the device has a voice for the page's language; some devices name their voices late.
  var speech = window.speechSynthesis;
  var listeners = list(document, "[data-listen]");
  function offer() {
    var title = document.querySelector("main h1");
    var tag = ((title && title.closest("[lang]")) || root).lang.split("-")[0].toLowerCase();
    var hasVoice = speech.getVoices().some(function (voice) { return voice.lang.toLowerCase().split(/[-_]/)[0] === tag; });
    listeners.forEach(function (button) { button.hidden = !hasVoice; });
  }
  if (speech && window.SpeechSynthesisUtterance) {
    offer();
    speech.onvoiceschanged = offer;
    listeners.forEach(function (button) { button.addEventListener("click", load); });
  }
  // Its script is fetched when it is first asked for; it starts by itself and then answers the buttons.
  function load() {
    listeners.forEach(function (button) { button.removeEventListener("click", load); });
    var style = document.createElement("link"), script = document.createElement("script");
    style.rel = "stylesheet";
    style.href = panel.getAttribute("data-reading-style");
    script.src = panel.getAttribute("data-reading-script");
    document.head.appendChild(style);
    document.head.appendChild(script);
  }
}());
