// Shows on home and topic pages what has been read and answered on this device, and forgets it when asked to.
(function () {
  "use strict";
  var panel = document.querySelector("[data-progress]");
  if (!panel) return;
  var list = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var say = function (key) { return panel.getAttribute("data-" + key); };
  var part = function (name) { return panel.querySelector("[data-" + name + "]"); };
  var all = {};
  try { all = JSON.parse(localStorage.getItem("progress") || "{}") || {}; } catch (e) { /* private mode, or not ours */ }

  var cards = list(document, "[data-lesson]");
  var begun = cards.filter(function (card) { return all[card.getAttribute("data-lesson")]; });
  var isRead = function (card) { return (all[card.getAttribute("data-lesson")] || {}).read; };
  var read = cards.filter(isRead).length;
  if (!begun.length) return;

  begun.forEach(function (card) {
    var own = all[card.getAttribute("data-lesson")];
    var badge = function (text) {
      var mark = document.createElement("span");
      mark.className = "badge";
      mark.textContent = text;
      card.querySelector(".card-foot").appendChild(document.createTextNode(" "));
      card.querySelector(".card-foot").appendChild(mark);
    };
    if (own.read) badge("✓ " + say("read"));
    if (own.of) badge(say("quiz") + " " + own.right + "/" + own.of);
  });

  part("words").textContent = say("count").replace("{0}", read).replace("{1}", cards.length);
  part("bar").max = cards.length;
  part("bar").value = read;
  var next = cards.filter(function (card) { return !isRead(card); })[0];
  if (next) {
    var from = next.querySelector("h3 a");
    part("next").href = from.href;
    part("next").textContent = from.textContent;
  } else {
    part("next").parentNode.hidden = true;
  }
  panel.hidden = false;

  part("forget").addEventListener("click", function () { part("sure").hidden = false; part("yes").focus(); });
  part("no").addEventListener("click", function () { part("sure").hidden = true; part("forget").focus(); });
  part("yes").addEventListener("click", function () {
    try { localStorage.removeItem("progress"); } catch (e) { /* private mode */ }
    list(document, ".badge").forEach(function (mark) { mark.parentNode.removeChild(mark); });
    panel.textContent = say("forgotten");
    panel.tabIndex = -1;
    panel.focus();
  });
}());
