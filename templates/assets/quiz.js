// Turns the quiz of a page into one that answers back. Without this file every answer stands in its <details>.
// What a reader has done is remembered on this device only, under “progress”; progress.js shows it and forgets it.
(function () {
  "use strict";
  var list = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var make = function (name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  var fill = function (text, values) {
    return String(text).replace(/\{(\d)\}/g, function (_, place) { return values[place]; });
  };
  var isRight = function (input) { return input.hasAttribute("data-right"); };
  var verdicts = { right: "is-right", wrong: "is-wrong", partly: "is-wrong", none: "is-wrong" };

  function note(key, change) {
    try {
      var all = JSON.parse(localStorage.getItem("progress") || "{}");
      change(all[key] || (all[key] = {}));
      localStorage.setItem("progress", JSON.stringify(all));
    } catch (e) { /* private mode */ }
  }

  // Puts the options of a question in another order; their letters stay A, B, C.
  function deal(item, say) {
    var options = list(item, ".option");
    if (item.hasAttribute("data-fixed") || options.length < 3) return;
    var letters = options.map(function (option) { return option.querySelector(".letter").textContent; });
    for (var last = options.length - 1; last > 0; last -= 1) {
      var other = Math.floor(Math.random() * (last + 1));
      var kept = options[last];
      options[last] = options[other];
      options[other] = kept;
    }
    var answer = item.querySelector(".answer");
    var right = [];
    options.forEach(function (option, place) {
      var input = option.querySelector("input");
      var remark = answer.querySelector('[data-for="' + input.id + '"]');
      option.parentNode.appendChild(option);
      option.querySelector(".letter").textContent = letters[place];
      if (isRight(input)) right.push(letters[place]);
      if (remark) { answer.appendChild(remark); remark.querySelector(".letter").textContent = letters[place]; }
    });
    answer.querySelector(".answer-letters strong").textContent = say("answer") + right.join(say("separator"));
  }

  // Marks the options of an answered question and says in its verdict how it went; returns that in a word.
  function settle(item, verdict, say) {
    var answer = item.querySelector(".answer");
    var inputs = list(item, "input");
    var chosen = inputs.filter(function (input) { return input.checked; });
    var hits = chosen.filter(isRight).length;
    var needed = inputs.filter(isRight).length;
    var missed = needed - hits;
    var result = !chosen.length ? "none" : !missed && hits === chosen.length ? "right" : hits ? "partly" : "wrong";

    inputs.forEach(function (input) {
      input.disabled = true;
      var word = isRight(input) ? "right" : input.checked ? "wrong" : "";
      if (!word) return;
      input.parentNode.classList.add(word);
      input.nextElementSibling.appendChild(make("span", "mark", say("is-" + word)));
    });

    item.setAttribute("data-result", result);
    verdict.textContent = "";
    verdict.classList.add(verdicts[result]);
    verdict.appendChild(make("p", "verdict-word", say(result)));
    if (result === "partly") verdict.appendChild(make("p", "", fill(say("counts"), [hits, missed, chosen.length - hits])));
    if (result !== "right") verdict.appendChild(answer.querySelector(".answer-letters").cloneNode(true));
    chosen.forEach(function (input) {
      var remark = answer.querySelector('[data-for="' + input.id + '"]');
      if (remark) verdict.appendChild(remark.cloneNode(true));
    });
    var reason = answer.querySelector(".explanation");
    if (reason) verdict.appendChild(reason.cloneNode(true));
    return result;
  }

  // The contest asks its questions in the same way.
  window.microclass = { list: list, make: make, fill: fill, note: note, deal: deal, settle: settle };

  list(document, "[data-quiz]").forEach(function (quiz) {
    var say = function (key) { return quiz.getAttribute("data-" + key); };
    var items = list(quiz, ".question");
    var score = make("div", "score");
    score.setAttribute("role", "status");
    score.tabIndex = -1;
    quiz.appendChild(score);

    items.forEach(function (item) {
      var button = make("button", "check", say("check"));
      var verdict = make("div", "verdict");
      button.type = "button";
      verdict.setAttribute("role", "status");
      verdict.setAttribute("lang", item.querySelector(".options").lang);
      item.querySelector(".answer").hidden = true;
      item.appendChild(button);
      item.appendChild(verdict);
      button.addEventListener("click", function () { mark(item, button, verdict); });
    });

    // Whoever comes to the quiz at the end of a lesson has the text behind them.
    if (document.querySelector("article [data-quiz]") === quiz) {
      var reach = function () {
        if (quiz.getBoundingClientRect().top > window.innerHeight) return;
        window.removeEventListener("scroll", reach);
        note(say("quiz"), function (own) { own.read = 1; });
      };
      window.addEventListener("scroll", reach);
    }

    function mark(item, button, verdict) {
      if (!list(item, "input:checked").length) { verdict.textContent = say("choose"); return; }
      settle(item, verdict, say);
      // It is read because it gets the focus; as a live region it would be read twice.
      verdict.setAttribute("role", "group");
      verdict.setAttribute("aria-label", verdict.querySelector(".verdict-word").textContent);
      verdict.tabIndex = -1;
      verdict.focus();
      button.hidden = true;
      finish();
    }

    function finish() {
      var done = items.filter(function (item) { return item.hasAttribute("data-result"); });
      if (done.length < items.length) return;
      var wrong = items.filter(function (item) { return item.getAttribute("data-result") !== "right"; });
      var right = items.length - wrong.length;
      note(say("quiz"), function (own) { own.right = Math.max(own.right || 0, right); own.of = items.length; });
      score.appendChild(make("p", "score-number", say("score") + " " + right + " / " + items.length));
      score.appendChild(make("p", "", say(wrong.length ? "some" : "all")));
      if (wrong.length) offer("retry-wrong", wrong);
      offer("retry", items);
    }

    function offer(word, some) {
      var again = make("button", "", say(word));
      again.type = "button";
      again.addEventListener("click", function () { restart(some); });
      score.appendChild(again);
    }

    function restart(some) {
      score.textContent = "";
      some.forEach(function (item) {
        item.removeAttribute("data-result");
        list(item, "input").forEach(function (input) { input.checked = false; input.disabled = false; });
        list(item, ".option").forEach(function (option) { option.classList.remove("right", "wrong"); });
        list(item, ".mark").forEach(function (mark) { mark.parentNode.removeChild(mark); });
        deal(item, say);
        var verdict = item.querySelector(".verdict");
        verdict.textContent = "";
        verdict.className = "verdict";
        verdict.setAttribute("role", "status");
        verdict.removeAttribute("aria-label");
        item.querySelector(".check").hidden = false;
      });
      some[0].querySelector("input").focus();
    }
  });
}());
