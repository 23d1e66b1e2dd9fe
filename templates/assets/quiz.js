// Turns the quiz of a page into one that answers back. Without this file every answer stands in its <details>.
(function () {
  "use strict";
  var list = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var make = function (name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  list(document, "[data-quiz]").forEach(function (quiz) {
    var say = function (key) { return quiz.getAttribute("data-" + key); };
    var items = list(quiz, ".question");
    var score = make("div", "score");
    score.setAttribute("role", "status");
    score.tabIndex = -1;
    quiz.appendChild(score);

    items.forEach(function (item) {
      var answer = item.querySelector(".answer");
      var button = make("button", "check", say("check"));
      var verdict = make("div", "verdict");
      button.type = "button";
      verdict.setAttribute("role", "status");
      verdict.setAttribute("lang", item.querySelector(".options").lang);
      answer.hidden = true;
      item.appendChild(button);
      item.appendChild(verdict);
      button.addEventListener("click", function () { mark(item, answer, button, verdict); });
    });

    function mark(item, answer, button, verdict) {
      var inputs = list(item, "input");
      var chosen = inputs.filter(function (input) { return input.checked; });
      verdict.textContent = "";
      if (!chosen.length) { verdict.textContent = say("choose"); return; }

      var isRight = function (input) { return input.hasAttribute("data-right"); };
      var hits = chosen.filter(isRight).length;
      var needed = inputs.filter(isRight).length;
      var correct = hits === needed && hits === chosen.length;

      inputs.forEach(function (input) {
        input.disabled = true;
        var word = isRight(input) ? "right" : input.checked ? "wrong" : "";
        if (!word) return;
        input.parentNode.classList.add(word);
        input.nextElementSibling.appendChild(make("span", "mark", say("is-" + word)));
      });

      item.setAttribute("data-result", correct ? "right" : "wrong");
      verdict.classList.add(correct ? "is-right" : "is-wrong");
      verdict.appendChild(make("p", "verdict-word", say(correct ? "right" : hits ? "partly" : "wrong")));
      if (!correct) verdict.appendChild(answer.querySelector(".answer-letters").cloneNode(true));
      chosen.forEach(function (input) {
        var remark = answer.querySelector('[data-for="' + input.id + '"]');
        if (remark && !(correct && needed === 1 && !isRight(input))) verdict.appendChild(remark.cloneNode(true));
      });
      var reason = answer.querySelector(".explanation");
      if (reason) verdict.appendChild(reason.cloneNode(true));
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
      var right = done.filter(function (item) { return item.getAttribute("data-result") === "right"; }).length;
      var again = make("button", "", say("retry"));
      again.type = "button";
      again.addEventListener("click", restart);
      score.appendChild(make("p", "score-number", say("score") + " " + right + " / " + items.length));
      score.appendChild(make("p", "", say(right === items.length ? "all" : "some")));
      score.appendChild(again);
    }

    function restart() {
      score.textContent = "";
      items.forEach(function (item) {
        item.removeAttribute("data-result");
        list(item, "input").forEach(function (input) { input.checked = false; input.disabled = false; });
        list(item, ".option").forEach(function (option) { option.classList.remove("right", "wrong"); });
        list(item, ".mark").forEach(function (mark) { mark.parentNode.removeChild(mark); });
        var verdict = item.querySelector(".verdict");
        verdict.textContent = "";
        verdict.className = "verdict";
        verdict.setAttribute("role", "status");
        verdict.removeAttribute("aria-label");
        item.querySelector(".check").hidden = false;
      });
      items[0].querySelector("input").focus();
    }
  });
}());
