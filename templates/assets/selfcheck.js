// Goes through a self-check one step at a time. Without this file the answers are links, and all steps stand on the page or,
// where the browser can, only the one that the address names. The address always names the step, so “back” works by itself.
(function () {
  "use strict";
  var walk = document.querySelector("[data-selfcheck]");
  if (!walk) return;
  var steps = Array.prototype.slice.call(walk.querySelectorAll(".step"));
  var path = document.createElement("div");
  // What was answered so far: the steps before the one that is shown, in their order.
  var trail = [];

  // From here on the style sheet leaves it to this file which step is shown; together they would show none for a moment.
  walk.classList.add("by-script");
  path.className = "answered";
  path.hidden = true;
  walk.parentNode.insertBefore(path, walk.nextSibling);

  function named() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (e) { /* not ours */ }
    return steps.filter(function (step) { return step.id === id; })[0];
  }

  function answer(from, to) {
    return Array.prototype.filter.call(from.querySelectorAll(".answers a"), function (link) {
      return decodeURIComponent(link.hash.slice(1)) === to.id;
    })[0];
  }

  // Forward along an answer, back to a step that was passed, or to one that was opened by its address.
  function follow(step) {
    var last = trail[trail.length - 1];
    var passed = trail.indexOf(step);
    if (passed >= 0) trail = trail.slice(0, passed + 1);
    else if (last && answer(last, step)) trail.push(step);
    else trail = [step];
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function showPath() {
    path.textContent = "";
    path.hidden = trail.length < 2;
    if (path.hidden) return;
    path.appendChild(element("h2", walk.getAttribute("data-path")));
    var list = document.createElement("ol");
    list.lang = steps[0].querySelector("h2").lang;
    trail.slice(0, -1).forEach(function (step, number) {
      var item = document.createElement("li");
      var heading = step.querySelector("h2").cloneNode(true);
      heading.removeChild(heading.querySelector(".step-number"));
      var link = element("a", heading.textContent.trim());
      link.href = "#" + step.id;
      item.appendChild(link);
      item.appendChild(element("b", " " + answer(step, trail[number + 1]).textContent));
      list.appendChild(item);
    });
    path.appendChild(list);
  }

  function show(isMoving) {
    var step = named() || steps[0];
    follow(step);
    steps.forEach(function (other) { other.hidden = other !== step; });
    showPath();
    if (!isMoving) return;
    var heading = step.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
    step.scrollIntoView();
  }

  show(false);
  window.addEventListener("hashchange", function () {
    if (!location.hash || named()) show(true);
  });
  // On paper the whole of it.
  window.addEventListener("beforeprint", function () { steps.forEach(function (step) { step.hidden = false; }); });
  window.addEventListener("afterprint", function () { show(false); });
}());
