// Reads a page aloud with the device's own voice, sentence by sentence, each in its language; the sentence is marked.
// Fetched by `comfort.js` when it is first asked for, and begins at once, at the heading the reader has come to.
(function () {
  "use strict";
  var BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, label, summary, figcaption, blockquote, pre, div, section";
  var SILENT = "nav, button, select, script, .sr-only, .rail, .take-away, .provenance, .related, .onward, [aria-hidden=true]";
  // A full stop ends a sentence only before a space or a closing mark: not in 0.2 %.
  var SENTENCE = /(?:[^。！？；…!?.]|\.(?=[^\s”’)"']))*[。！？；…!?.]*[”’」』）)"']*\s*/g;
  var CLAUSE = /(?:[^，,：:]|[,:](?=\S))*[，,：:]?\s*/g;
  var LONG = 120;

  var speech = window.speechSynthesis;
  var panel = document.getElementById("comfort");
  var main = document.querySelector("main");
  var say = function (key) { return panel.getAttribute("data-" + key); };
  var list = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var marks = window.CSS && CSS.highlights && window.Highlight ? CSS.highlights : null;

  var numbers = {};
  list(".hotlines .number, a.tel").forEach(function (one) { numbers[one.textContent.trim()] = true; });

  var sentences = [], place = 0, turn = 0, isPaused = false, failures = 0;
  var strip = null, pause = null, opener = null, utterance = null, marked = null;

  // What there is to read: each sentence with its text, its language, its place in the page, and the block it stands in.
  function collect() {
    var found = [], run = [], block = null, tongue = null, node;
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, null, false);
    while ((node = walker.nextNode())) {
      var parent = node.parentNode;
      if (parent.closest(SILENT) || !parent.getClientRects().length) continue;
      var own = parent.closest(BLOCKS) || main;
      var spoken = parent.closest("[lang]") || document.documentElement;
      if (own !== block || spoken !== tongue) { split(run, block, tongue, found); run = []; block = own; tongue = spoken; }
      run.push(node);
    }
    split(run, block, tongue, found);
    return found;
  }

  function split(run, block, tongue, found) {
    var text = run.map(function (node) { return node.data; }).join("");
    if (!text.trim()) return;
    var start = 0;
    pieces(text).forEach(function (piece) {
      var end = start + piece.length;
      var spoken = piece.replace(/\s+/g, " ").trim();
      if (/[^\s\W_]|[^\x00-\x7f]/.test(spoken)) {
        var from = locate(run, start + piece.search(/\S/)), to = locate(run, start + piece.replace(/\s+$/, "").length);
        found.push({ text: digits(spoken), tag: tongue.lang, from: from, to: to, block: block });
      }
      start = end;
    });
  }

  // Numbers to call are read digit by digit.
  function digits(text) {
    return text.replace(/\d+/g, function (number) { return numbers[number] ? number.split("").join(" ") : number; });
  }

  // Some voices stop in the middle of what is very long; that is read comma by comma.
  function pieces(text) {
    return (text.match(SENTENCE) || []).filter(Boolean).reduce(function (all, sentence) {
      return all.concat(sentence.length > LONG ? sentence.match(CLAUSE).filter(Boolean) : [sentence]);
    }, []);
  }

  function locate(run, offset) {
    for (var index = 0; index < run.length - 1 && offset > run[index].data.length; index += 1) offset -= run[index].data.length;
    return { node: run[index], offset: offset };
  }

  // A voice of the text's language: of the same country where it is named, and one that needs no line.
  function voice(tag) {
    var base = tag.split("-")[0].toLowerCase();
    var wanted = base === "zh" ? "zh-cn" : tag.toLowerCase();
    var best = null, most = -1;
    speech.getVoices().forEach(function (one) {
      var name = one.lang.toLowerCase().replace("_", "-");
      if (name.split("-")[0] !== base) return;
      var points = (name === wanted ? 2 : 0) + (one.localService ? 1 : 0);
      if (points > most) { best = one; most = points; }
    });
    return best;
  }

  function mark(sentence) {
    if (marked) marked.classList.remove("is-being-read");
    if (marks) marks.delete("reading");
    marked = null;
    if (!sentence) return;
    var range = document.createRange();
    range.setStart(sentence.from.node, sentence.from.offset);
    range.setEnd(sentence.to.node, sentence.to.offset);
    if (marks) marks.set("reading", new window.Highlight(range));
    else { marked = sentence.block; marked.classList.add("is-being-read"); }
    var box = range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight - strip.offsetHeight) {
      window.scrollTo(0, window.pageYOffset + box.top - window.innerHeight / 3);
    }
  }

  function read() {
    var sentence = sentences[place];
    if (!sentence || failures > 3) { stop(); return; }
    var own = voice(sentence.tag), mine = turn += 1;
    if (!own) { place += 1; read(); return; }
    mark(sentence);
    utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = own;
    utterance.lang = own.lang;
    utterance.rate = .9;
    utterance.onend = function () { if (mine === turn) { failures = 0; place += 1; read(); } };
    utterance.onerror = function () { if (mine === turn) { failures += 1; place += 1; read(); } };
    speech.speak(utterance);
  }

  // Halting forgets the sentence rather than holding it: some phones cannot go on inside one.
  function halt() { turn += 1; speech.cancel(); }

  function setPaused(value) {
    isPaused = value;
    pause.textContent = say(value ? "continue" : "pause");
    halt();
    if (!value) read();
  }

  function stop() {
    halt();
    mark(null);
    if (!strip) return;
    var hadFocus = strip.contains(document.activeElement);
    strip.parentNode.removeChild(strip);
    strip = null;
    list(".read-here").forEach(function (button) { button.parentNode.removeChild(button); });
    document.body.classList.remove("is-read-aloud");
    if (hadFocus && opener) opener.focus();
  }

  function button(text, className, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.className = className;
    made.addEventListener("click", action);
    return made;
  }

  function start(heading) {
    if (!strip) {
      strip = document.createElement("div");
      strip.className = "reading-strip";
      strip.setAttribute("role", "region");
      strip.setAttribute("aria-label", say("reading"));
      pause = strip.appendChild(button(say("pause"), "", function () { setPaused(!isPaused); }));
      strip.appendChild(button(say("stop"), "", stop));
      document.body.appendChild(strip);
      document.body.classList.add("is-read-aloud");
      list("main h1, main h2").forEach(function (one) {
        if (one.closest(SILENT) || !one.getClientRects().length) return;
        var here = button(say("here"), "read-here", function () { start(one); });
        here.setAttribute("aria-label", say("here") + " " + one.textContent);
        one.parentNode.insertBefore(here, one.nextSibling);
      });
    }
    if (!panel.hidden) panel.querySelector("[data-done]").click();
    sentences = collect();
    place = 0;
    failures = 0;
    while (heading && sentences[place] && !heading.contains(sentences[place].from.node)) place += 1;
    if (place >= sentences.length) place = 0;
    setPaused(false);
    if (strip) pause.focus();
  }

  // The heading the reader has come to: the last one above the middle of the window.
  function nearest() {
    return list("main h1, main h2").filter(function (one) {
      return !one.closest(SILENT) && one.getClientRects().length && one.getBoundingClientRect().top < window.innerHeight / 2;
    }).pop();
  }

  function begin(event) {
    opener = event.currentTarget;
    start(window.pageYOffset > 40 ? nearest() : null);
  }

  window.addEventListener("pagehide", stop);
  list("[data-listen]").forEach(function (one) { one.addEventListener("click", begin); });
  begin({ currentTarget: list("[data-listen]").filter(function (one) { return one.offsetParent; })[0] || null });
}());
