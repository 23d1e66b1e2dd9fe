// Small things on every page. The page is complete without this file.
(function () {
  "use strict";
  var each = function (selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); };

  // The reader's choice of language is remembered on this device only.
  var remember = function (tag) { try { localStorage.setItem("language", tag); } catch (e) { /* private mode */ } };
  var remembered = function () { try { return localStorage.getItem("language"); } catch (e) { return null; } };
  each("a[data-language]", function (link) {
    link.addEventListener("click", function () { remember(link.getAttribute("data-language")); });
  });

  // The page that asks for the language goes on by itself where it knows the answer.
  if (document.querySelector("[data-choose-language]") && location.hash !== "#choose") {
    var wanted = [remembered()].concat(navigator.languages || [navigator.language]);
    var base = function (tag) { return String(tag).toLowerCase().split("-")[0]; };
    var target = null;
    wanted.forEach(function (tag) {
      if (tag && !target) each("a[data-language]", function (link) {
        if (!target && base(link.getAttribute("data-language")) === base(tag)) target = link;
      });
    });
    if (target) location.replace(target.href);
  }

  // On a host: the worker that keeps pages for times without a line, and the site as an app. From a folder neither is tried.
  var own = document.currentScript, app = own && own.getAttribute("data-app");
  if (own && "serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
    if (app) {
      var manifest = document.createElement("link");
      manifest.rel = "manifest";
      manifest.href = app;
      document.head.appendChild(manifest);
    }
    window.addEventListener("load", function () {
      navigator.serviceWorker.register(new URL("../sw.js", own.src).href).catch(function () { /* private mode, or another host */ });
    });
  }

  // “/” leads to the search box.
  document.addEventListener("keydown", function (event) {
    var boxes = document.querySelectorAll("[name=q]"), box = boxes[boxes.length - 1];
    if (event.key !== "/" || !box || /^(input|select|textarea)$/i.test(event.target.nodeName)) return;
    event.preventDefault();
    box.focus();
  });

  // Leaflets: the print button; and the largest step of type that fits each side with this device's fonts. On a phone the
  // sides are not shown as sheets, so the step that was chosen when the site was built stays.
  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  each("[data-fit]", function (side) {
    if (getComputedStyle(side).overflowY !== "hidden") return;
    var name = side.className.replace(/fit-\d/, "");
    for (var step = 0; step <= 5; step += 1) {
      side.className = name + " fit-" + step;
      if (side.scrollHeight <= side.clientHeight + 1) break;
    }
  });
}());
