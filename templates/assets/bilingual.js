// Side by side: one language alone or both, for the whole page and block by block. Without this file both are shown.
(function () {
  "use strict";
  var pairs = document.querySelector(".pairs[data-show]");
  var links = document.querySelectorAll(".opening [hreflang]");
  if (!pairs || links.length !== 2) return;
  var list = function (from, selector) { return Array.prototype.slice.call(from.querySelectorAll(selector)); };
  var sides = list(document, ".opening [hreflang]").map(function (link) { return { tag: link.lang, name: link.textContent }; });
  var remembered = function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } };
  var side = "both", buttons = [];

  function make(text, tag) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    if (tag) button.lang = tag;
    return button;
  }

  function show(value) {
    side = value;
    pairs.classList.toggle("only-first", value === sides[0].tag);
    pairs.classList.toggle("only-second", value === sides[1].tag);
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button.getAttribute("data-side") === value)); });
    list(pairs, ".pair").forEach(function (pair) { open(pair, false); });
    level();
  }

  // The button of a block names the language that is not shown: `En`, `中`.
  function open(pair, isOpen) {
    var button = pair.querySelector(".other-side");
    pair.classList.toggle("is-open", isOpen);
    if (!button) return;
    var other = sides[side === sides[0].tag ? 1 : 0];
    button.setAttribute("aria-expanded", String(isOpen));
    button.setAttribute("aria-label", other.name);
    button.title = pairs.getAttribute("data-other");
    button.lang = other.tag;
    button.firstChild.textContent = other.name.slice(0, /^[\u3400-\u9fff]/.test(other.name) ? 1 : 2);
  }

  // Where both stand side by side, the items of a list and of its translation stand side by side too.
  function level() {
    list(pairs, ".pair").forEach(function (pair) {
      var items = list(pair, ".cell").map(function (cell) { return list(cell, ".cell > ul > li, .cell > ol > li"); });
      if (items.length !== 2 || !items[0].length || items[0].length !== items[1].length) return;
      items[0].forEach(function (item, index) {
        var two = [item, items[1][index]];
        two.forEach(function (one) { one.style.minHeight = ""; });
        var boxes = two.map(function (one) { return one.getBoundingClientRect(); });
        if (side !== "both" || boxes[0].right > boxes[1].left) return;
        var most = Math.max(boxes[0].height, boxes[1].height);
        two.forEach(function (one) { one.style.minHeight = most + "px"; });
      });
    });
  }

  list(pairs, ".pair").forEach(function (pair) {
    if (pair.querySelector(".is-empty")) { pair.classList.add("is-lone"); return; }
    var button = make("");
    button.className = "other-side";
    button.appendChild(document.createElement("span"));
    pair.appendChild(button);
  });

  var choice = document.createElement("div");
  choice.className = "side-choice";
  choice.setAttribute("role", "group");
  choice.setAttribute("aria-label", pairs.getAttribute("data-show"));
  buttons = [["both", pairs.getAttribute("data-both"), ""]].concat(sides.map(function (one) { return [one.tag, one.name, one.tag]; }))
    .map(function (one) {
      var button = make(one[1], one[2]);
      button.setAttribute("data-side", one[0]);
      return choice.appendChild(button);
    });
  pairs.insertBefore(choice, pairs.firstChild);

  choice.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    show(button.getAttribute("data-side"));
    try { localStorage.setItem("sides", side); } catch (e) { /* private mode */ }
  });
  pairs.addEventListener("click", function (event) {
    var pair = event.target.closest(".pair");
    if (!pair) return;
    if (event.target.closest(".other-side")) open(pair, !pair.classList.contains("is-open"));
    list(pairs, ".is-here").forEach(function (one) { one.classList.remove("is-here"); });
    pair.classList.add("is-here");
  });

  window.addEventListener("resize", level);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(level);

  // On a phone one language at a time is easier to read: the reader's own, if it is one of the two.
  var wanted = [remembered("sides"), remembered("language"), navigator.language, sides[0].tag];
  var base = function (tag) { return String(tag).split("-")[0]; };
  var isNarrow = window.matchMedia && window.matchMedia("(max-width: 37.99em)").matches;
  if (wanted[0] === "both" || (!wanted[0] && !isNarrow)) show("both");
  else show(wanted.map(function (tag) { return sides.filter(function (one) { return base(one.tag) === base(tag); })[0]; }).filter(Boolean)[0].tag);
}());
