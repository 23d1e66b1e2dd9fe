// The print desk: shows only the sheets that were chosen, and keeps the choice in the address, so that it can be sent to
// somebody. In the lists of outlets and editions: finds those that say what is written. All are complete without this file.
(function () {
  "use strict";
  var list = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var words = function (text) { return (text || "").split(" ").filter(Boolean); };
  var desk = document.querySelector("[data-desk]");
  if (desk) start(); else search();

  function start() {
    var about = document.getElementById("about");
    var found = desk.querySelector("[data-found]");
    var choice = { about: "", format: desk.querySelector("[name=format]").value, language: desk.getAttribute("data-desk") };
    var first = choice;
    list(desk, ".sheet a").forEach(function (link) {
      var shown = list(link, ".sides img").map(function (image) { return image.src; });
      if (shown.length) link.setAttribute("data-sides", shown.join(" "));
    });
    desk.querySelector("[data-choices]").hidden = false;

    about.addEventListener("change", function () {
      // Who has chosen one lesson wants to see all that there is of it.
      choose({ about: about.value, format: /^lesson-/.test(about.value) ? "" : choice.format, language: choice.language });
    });
    list(desk, "[name=format]").forEach(function (input) {
      input.addEventListener("change", function () {
        choose({ about: choice.about, format: input.value, language: choice.language });
      });
    });
    list(desk, "[name=version]").forEach(function (input) {
      input.addEventListener("change", function () {
        choose({ about: choice.about, format: choice.format, language: input.value });
      });
    });
    // A jump to the instructions would take the place of the choice in the address.
    list(desk, "a[href='#how']").forEach(function (link) {
      link.addEventListener("click", function (event) {
        var target = document.getElementById("how");
        event.preventDefault();
        target.tabIndex = -1;
        target.focus();
        target.scrollIntoView();
      });
    });
    window.addEventListener("hashchange", read);
    read();

    function read() {
      var text = location.hash.slice(1);
      var read = { about: first.about, format: first.format, language: first.language };
      if (/^(lesson|topic)-/.test(text)) {
        read.about = text;
        read.format = "";
      } else {
        text.split("&").forEach(function (part) {
          var pair = part.split("=");
          if (pair.length === 2 && read.hasOwnProperty(pair[0])) read[pair[0]] = pair[1];
        });
      }
      if (!list(about, "option").some(function (option) { return option.value === read.about; })) read.about = first.about;
      if (!check("format", read.format)) read.format = first.format;
      if (!check("version", read.language)) read.language = first.language;
      choice = read;
      show();
    }

    function choose(made) {
      choice = made;
      // All of them are plain words.
      var parts = ["about", "format", "language"].map(function (key) { return key + "=" + choice[key]; });
      history.replaceState(null, "", "#" + parts.join("&"));
      show();
    }

    function check(name, value) {
      return list(desk, "[name=" + name + "]").some(function (input) {
        if (input.value !== value) return false;
        input.checked = true;
        return true;
      });
    }

    function show() {
      var count = 0;
      desk.classList.toggle("one-format", !!choice.format);
      about.value = choice.about;
      check("format", choice.format);
      check("version", choice.language);
      list(desk, ".desk-group").forEach(function (group) {
        var isAll = !choice.about || choice.about === group.id;
        var isEmpty = true;
        list(group, ".desk-item").forEach(function (item) {
          var isWanted = isAll || choice.about === item.id;
          var sheets = isWanted ? list(item, ".sheet").filter(showSheet).length : 0;
          list(item, "[data-in]").forEach(function (link) { if (!link.closest(".sheet")) link.hidden = !isInLanguage(link); });
          item.hidden = !sheets;
          if (sheets) isEmpty = false;
          count += sheets;
        });
        group.hidden = isEmpty;
      });
      list(desk, ".format-notes [data-format]").forEach(function (note) {
        note.hidden = note.getAttribute("data-format") !== choice.format;
      });
      list(desk, ".handling").forEach(function (part) {
        part.hidden = choice.format && words(part.getAttribute("data-formats")).indexOf(choice.format) < 0;
      });
      desk.querySelector("[data-shop]") && (desk.querySelector("[data-shop]").hidden =
        !list(desk, ".sheet small").some(function (mark) { return mark.offsetParent; }));
      found.textContent = count ? found.getAttribute("data-found") + count : found.getAttribute("data-none");
    }

    function isInLanguage(link) {
      return !choice.language || words(link.getAttribute("data-in")).indexOf(choice.language) >= 0;
    }

    // Shows the files of a sheet that are in the language, the first of them with the picture of its sides.
    function showSheet(sheet) {
      var isWanted = !choice.format || sheet.getAttribute("data-format") === choice.format;
      var links = list(sheet, "a").filter(function (link) {
        link.hidden = !isInLanguage(link);
        return !link.hidden;
      });
      sheet.hidden = !isWanted || !links.length;
      var sides = sheet.querySelector(".sides");
      if (sheet.hidden) return false;
      if (sides) {
        // They are relative to the file itself.
        var addresses = words(links[0].getAttribute("data-sides")).map(function (one) {
          return new URL(one, links[0].href).href;
        });
        if (sides.parentNode !== links[0]) links[0].insertBefore(sides, links[0].firstChild);
        sides.hidden = !addresses.length;
        list(sides, "img").forEach(function (image, index) {
          image.hidden = index >= addresses.length;
          if (!image.hidden && image.src !== addresses[index]) image.src = addresses[index];
        });
      }
      return true;
    }
  }

  function search() {
    var field = document.querySelector("[data-search]");
    if (!field) return;
    var input = field.querySelector("input");
    var nothing = document.querySelector("[data-nothing]");
    var entries = list(document, "[data-entry]").map(function (element) {
      return { element: element, text: element.textContent.toLowerCase() };
    });
    field.hidden = false;
    input.addEventListener("input", function () {
      var wanted = words(input.value.toLowerCase().replace(/\s+/g, " "));
      var count = 0;
      entries.forEach(function (entry) {
        var isFound = wanted.every(function (word) { return entry.text.indexOf(word) >= 0; });
        entry.element.hidden = !isFound;
        if (isFound) count += 1;
      });
      nothing.textContent = count ? "" : nothing.getAttribute("data-nothing");
    });
  }
}());
