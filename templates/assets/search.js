// Searches the site, from a host and from a folder: the index comes in pieces, each a script that calls
// microclassSearch.put. Words are cut and compared as the site's builder does (Sources/Editions/Search).
(function () {
  "use strict";
  var form = document.querySelector("[data-index]");
  var folder = form.getAttribute("data-index");
  var index = null;

  // 1 ─ pieces of the index ─────────────────────────────────────────────

  var arrived = {}, awaited = {};
  function put(name, data) {
    var waiting = awaited[name] || [];
    if (data !== null) arrived[name] = data;
    delete awaited[name];
    waiting.forEach(function (done) { done(data); });
  }
  // Calls back with null when the piece cannot be had; the next call asks for it again.
  function load(name, done) {
    if (arrived.hasOwnProperty(name)) { done(arrived[name]); return; }
    if (awaited[name]) { awaited[name].push(done); return; }
    awaited[name] = [done];
    var script = document.createElement("script");
    script.src = folder + name + ".js";
    script.onerror = function () { put(name, null); };
    script.onload = function () { document.head.removeChild(script); if (awaited[name]) put(name, null); };
    document.head.appendChild(script);
  }
  // Calls back with all of them, or with null.
  function loadAll(names, done) {
    var left = names.length, all = [], failed = false;
    if (!left) done(all);
    names.forEach(function (name, place) {
      load(name, function (data) {
        all[place] = data;
        failed = failed || data === null;
        left -= 1;
        if (!left) done(failed ? null : all);
      });
    });
  }

  // 2 ─ text ────────────────────────────────────────────────────────────

  function foldedCode(code) {
    if (code >= 0x41 && code <= 0x5A) return code + 0x20;
    if (code >= 0xC0 && code <= 0xDE && code !== 0xD7) return code + 0x20;
    if (code >= 0xFF21 && code <= 0xFF3A) return code - 0xFEC0;
    if (code === 0xFF05 || (code >= 0xFF10 && code <= 0xFF19) || (code >= 0xFF41 && code <= 0xFF5A)) return code - 0xFEE0;
    return code === 0x2019 ? 0x27 : code;
  }
  function fold(text) {
    var result = "";
    for (var i = 0; i < text.length; i += 1) {
      var code = text.charCodeAt(i), folded = foldedCode(code);
      result += folded === code ? text.charAt(i) : String.fromCharCode(folded);
    }
    return result;
  }
  function isDigit(code) { return code >= 0x30 && code <= 0x39; }
  function isPlain(code) { return isDigit(code) || (code >= 0x61 && code <= 0x7A); }
  function isLetter(code) {
    if (code < 0x80) return isPlain(code);
    return !(code < 0xC0 || code === 0xD7 || code === 0xF7 || (code >= 0x2000 && code < 0x2C00) ||
      (code >= 0x3000 && code <= 0x3030 && !(code >= 0x3005 && code <= 0x3007)) || (code >= 0x303D && code <= 0x303F) ||
      code === 0x30FB || (code >= 0xFE10 && code < 0xFE70) || (code >= 0xFEFF && code < 0xFFFF));
  }
  function isSpelt(code) { return code < 0x2000 && isLetter(code); }
  // Whether a character is part of a run: a letter, or a mark inside a number, an address or a name.
  function belongs(text, i) {
    var code = text.charCodeAt(i), before = text.charCodeAt(i - 1), after = text.charCodeAt(i + 1);
    if (isLetter(code)) return true;
    if (code === 0x25) return i > 0 && isDigit(before);
    if (i === 0 || i + 1 >= text.length) return false;
    if (code === 0xB7) return isLetter(before) && isLetter(after);
    return "'+,-./:@_".indexOf(text.charAt(i)) >= 0 && isPlain(before) && isPlain(after);
  }
  function cutRuns(text) {
    var pieces = [], start = 0;
    for (var i = 0; i <= text.length; i += 1) {
      if (i < text.length && belongs(text, i)) continue;
      if (i > start) pieces.push({ run: true, text: text.slice(start, i), from: start, to: i });
      start = i + 1;
    }
    return pieces;
  }
  function cutWords(text) {
    var pieces = [], i = 0;
    while (i < text.length) {
      if (!isLetter(text.charCodeAt(i))) { i += 1; continue; }
      var start = i, word = "", run = !isSpelt(text.charCodeAt(i));
      if (run) {
        while (i < text.length && isLetter(text.charCodeAt(i)) && !isSpelt(text.charCodeAt(i))) i += 1;
        word = text.slice(start, i);
      } else {
        for (; i < text.length; i += 1) {
          var code = text.charCodeAt(i), mark = text.charAt(i);
          if (isSpelt(code)) { word += mark; continue; }
          if (i + 1 >= text.length || !isSpelt(text.charCodeAt(i + 1))) break;
          var inNumber = isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
          if (mark === "'" || ((mark === "." || mark === "·") && inNumber)) word += mark;
          else if (!(mark === "," && inNumber)) break;
        }
        if (word.length > 2 && word.slice(-2) === "'s") word = word.slice(0, -2);
      }
      pieces.push({ run: run, text: word, from: start, to: i });
    }
    return pieces;
  }
  function cut(text) { return (index.words ? cutWords : cutRuns)(fold(text)); }

  var VOWEL = /[aeiouy]/;
  function stem(word) {
    if (!index.stems || word.length < 4 || /[^a-z]/.test(word)) return word;
    if (/ies$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(sses|shes|ches|xes|zes)$/.test(word)) word = word.slice(0, -2);
    else if (/[^sui]s$/.test(word)) word = word.slice(0, -1);
    if (/ied$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/ing$/.test(word) && word.length > 5 && VOWEL.test(word.slice(0, -3))) word = word.slice(0, -3);
    else if (/eed$/.test(word)) word = word.length > 5 ? word.slice(0, -1) : word;
    else if (/ed$/.test(word) && word.length > 4 && VOWEL.test(word.slice(0, -2))) word = word.slice(0, -2);
    if (word.length > 3 && /([^aeiouy])\1$/.test(word)) word = word.slice(0, -1);
    return word.length > 3 && /e$/.test(word) ? word.slice(0, -1) : word;
  }

  // What a reader typed: runs and words without repetition; only the last word may be unfinished.
  function wanted(query) {
    var seen = {}, terms = [], pieces = cut(query);
    var isOpen = !/[\s,;.!?]$/.test(query);
    pieces.forEach(function (piece, place) {
      var isLast = isOpen && place === pieces.length - 1 && !piece.run;
      var text = piece.text.slice(0, index.longest), key = text + (isLast ? " " : "");
      if (seen.hasOwnProperty(key)) return;
      seen[key] = true;
      terms.push({ run: piece.run, text: text, stem: stem(text), open: isLast });
    });
    return terms;
  }
  // Where a term stands in a text: pairs of from and to.
  function spots(text, term) {
    var found = [];
    if (term.run) {
      var folded = fold(text);
      for (var at = folded.indexOf(term.text); at >= 0; at = folded.indexOf(term.text, at + term.text.length)) {
        found.push([at, at + term.text.length]);
      }
      return found;
    }
    cut(text).forEach(function (piece) {
      if (!piece.run && (stem(piece.text) === term.stem || (term.open && piece.text.indexOf(term.text) === 0))) {
        found.push([piece.from, piece.to]);
      }
    });
    return found;
  }
  function has(text, term) { return spots(text, term).length > 0; }

  // 3 ─ finding pages ───────────────────────────────────────────────────

  var SIGNS = {}, sign = 0;
  for (var code = 0x23; code <= 0x7E; code += 1) {
    if ("&<>\\".indexOf(String.fromCharCode(code)) < 0) { SIGNS[String.fromCharCode(code)] = sign; sign += 1; }
  }
  // Reads the numbers of Sources/Editions/Search/SearchCode.swift.
  function Reader(text) { this.text = text; this.at = 0; }
  Reader.prototype.sign = function () { this.at += 1; return SIGNS[this.text.charAt(this.at - 1)]; };
  Reader.prototype.number = function () {
    var first = this.sign();
    if (first < 70) return first;
    if (first < 83) return 70 + (first - 70) * 88 + this.sign();
    if (first < 86) return 1214 + ((first - 83) * 88 + this.sign()) * 88 + this.sign();
    return 24446 + ((this.sign() * 88 + this.sign()) * 88 + this.sign()) * 88 + this.sign();
  };
  function readPages(text, field, pages) {
    var reader = new Reader(text), page = -1, count = 0;
    while (reader.at < text.length) {
      var length = 1;
      if (SIGNS[text.charAt(reader.at)] === 87) { reader.sign(); length = reader.number() + 4; } else page += reader.number();
      for (; length; length -= 1) { page += 1; count += 1; pages[page] = field; }
    }
    return count;
  }
  // Fields: 0 title, 1 summary, 2 heading, 3 text.
  function readLists(lists) {
    var finds = { pages: {}, count: 0, sure: true };
    for (var i = 1; i < lists.length; i += 1) finds.count += readPages(lists[i], 4 - i, finds.pages);
    return finds;
  }
  // The pages of a text in one file of the tree; null when it may be in the next one.
  function scan(nodes, text) {
    var key = "", end = null, list = nodes.split("!");
    for (var i = 1; i < list.length; i += 1) {
      var reader = new Reader(list[i]), shared = reader.number(), parts = list[i].slice(reader.at).split(" ");
      key = key.slice(0, shared) + parts[0];
      if (key.indexOf(text) === 0) return readLists(parts);
      if (text.indexOf(key) === 0) end = parts;
      if (key > text) break;
    }
    if (end) {
      var finds = readLists(end);
      finds.sure = false;
      if (finds.count <= index.few) return finds;
    }
    return i < list.length ? readLists([]) : null;
  }
  function lookUp(text, done) {
    var firsts = index.firsts, low = 0, high = firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= text) low = middle + 1; else high = middle;
    }
    var begins = function (number) { return number < firsts.length && firsts[number].indexOf(text) === 0; };
    var inNext = function () {
      if (!begins(low)) { done(readLists([])); return; }
      load("k" + low, function (nodes) { done(nodes === null ? null : scan(nodes, text) || readLists([])); });
    };
    if (!low) { inNext(); return; }
    load("k" + (low - 1), function (nodes) {
      var finds = nodes === null ? null : scan(nodes, text);
      if (nodes === null || finds) done(finds); else inNext();
    });
  }
  function both(one, other) {
    for (var page in other.pages) {
      if (!one.pages.hasOwnProperty(page) || other.pages[page] < one.pages[page]) one.pages[page] = other.pages[page];
    }
    return one;
  }
  // The pages of a term, those of which the index is sure apart from those that must be read.
  function findTerm(term, done) {
    var texts = term.run ? [term.text] : ["=" + term.stem + "="].concat(term.open ? [term.text] : []);
    var left = texts.length, sure = { pages: {} }, unsure = { pages: {} }, failed = false;
    texts.forEach(function (text) {
      lookUp(text, function (finds) {
        if (finds) both(finds.sure ? sure : unsure, finds); else failed = true;
        left -= 1;
        if (!left) done(failed ? null : { sure: sure.pages, unsure: unsure.pages });
      });
    });
  }
  // The field in which a page has a term at best; 4 if it has it nowhere.
  function fieldOf(page, term) {
    if (has(page[1], term)) return 0;
    if (has(page[2], term)) return 1;
    if (page[6].some(function (part) { return has(part[1], term); })) return 2;
    return page[6].some(function (part) { return has(part[2], term); }) ? 3 : 4;
  }
  function readPage(number, done) {
    load("t" + Math.floor(number / index.together), function (pages) {
      done(pages === null ? null : pages[number % index.together]);
    });
  }
  function start(done) {
    if (index) { done(true); return; }
    load("index", function (data) {
      if (data && !index) {
        index = data;
        index.firsts = data.firsts ? data.firsts.split(" ") : [];
      }
      done(!!data);
    });
  }
  // Calls back with the terms and the numbers of all pages that have them, the best first; with null if the index cannot
  // be had.
  function find(query, done) {
    start(function (isThere) {
      if (!isThere) { done(null); return; }
      var terms = wanted(query), results = [], left = terms.length;
      if (!left) { done({ terms: terms, pages: [] }); return; }
      terms.forEach(function (term, place) {
        findTerm(term, function (finds) {
          results[place] = finds;
          left -= 1;
          if (!left) combine(terms, results, done);
        });
      });
    });
  }
  function combine(terms, results, done) {
    if (results.some(function (one) { return one === null; })) { done(null); return; }
    var found = [], doubtful = [], candidates = {};
    [results[0].sure, results[0].unsure].forEach(function (pages) { for (var page in pages) candidates[page] = true; });
    Object.keys(candidates).forEach(function (page) {
      var rank = 0, isSure = true;
      var hasAll = results.every(function (one) {
        var isIn = one.sure.hasOwnProperty(page);
        isSure = isSure && isIn && !one.unsure.hasOwnProperty(page);
        rank += isIn ? one.sure[page] : 0;
        return isIn || one.unsure.hasOwnProperty(page);
      });
      if (hasAll && isSure) found.push({ page: +page, rank: rank });
      if (hasAll && !isSure) doubtful.push(+page);
    });
    var left = doubtful.length, failed = false;
    var finish = function () {
      found.sort(function (one, other) { return one.rank - other.rank || one.page - other.page; });
      done(failed ? null : { terms: terms, pages: found.map(function (one) { return one.page; }) });
    };
    if (!left) finish();
    doubtful.forEach(function (number) {
      readPage(number, function (page) {
        if (page) {
          var rank = 0, hasAll = terms.every(function (term) {
            var field = fieldOf(page, term);
            rank += field;
            return field < 4;
          });
          if (hasAll) found.push({ page: number, rank: rank });
        } else failed = true;
        left -= 1;
        if (!left) finish();
      });
    });
  }
  window.microclassSearch = { put: put, find: find, page: readPage, cut: cut, stem: stem };

  // 4 ─ showing them ────────────────────────────────────────────────────

  var say = function (name, value) { return form.getAttribute("data-" + name).replace("{}", function () { return value; }); };
  var byID = function (id) { return document.getElementById("search-" + id); };
  var box = byID("words"), count = byID("count"), none = byID("none"), results = byID("results"), more = byID("more");
  var browse = byID("browse"), list = results.querySelector("ol");
  var AT_ONCE = 8, current = 0, hits = null, shown = 0;

  function make(name, className, parent) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (parent) parent.appendChild(element);
    return element;
  }
  // Puts a text into an element with what was looked for marked; from and to cut the text.
  function write(element, text, terms, from, to) {
    var found = [];
    terms.forEach(function (term) { found = found.concat(spots(text, term)); });
    found.sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; });
    var at = from;
    var plain = function (end) {
      if (end > at) element.appendChild(document.createTextNode(text.slice(at, end).replace(/\n/g, " ")));
      at = Math.max(at, end);
    };
    found.forEach(function (spot) {
      if (spot[1] <= at || spot[0] >= to) return;
      plain(spot[0]);
      make("mark", "", element).textContent = text.slice(at, Math.min(spot[1], to));
      at = Math.min(spot[1], to);
    });
    plain(to);
  }
  // The part of a page that has most of the terms; null for its head.
  function bestPart(page, terms) {
    var head = page[1] + "\n" + page[2], best = null, most = 0;
    var number = function (text) { return terms.filter(function (term) { return has(text, term); }).length; };
    if (number(head) === terms.length) return null;
    page[6].forEach(function (part) {
      var here = number(part[1] + "\n" + part[2]);
      if (here > most) { most = here; best = part; }
    });
    return most >= number(head) ? best : null;
  }
  function writeExcerpt(element, text, terms) {
    var first = text.length, before = index.words ? 70 : 24, length = index.words ? 220 : 90;
    terms.forEach(function (term) {
      var found = spots(text, term);
      if (found.length) first = Math.min(first, found[0][0]);
    });
    if (first === text.length) first = 0;
    var from = Math.max(0, first - before);
    var line = text.lastIndexOf("\n", first - 1) + 1;
    if (first && line > from) from = line;
    if (index.words && from > line) from = Math.max(from, text.indexOf(" ", from) + 1 || from);
    if (from > first) from = first;
    var to = Math.min(text.length, from + length);
    if (index.words && to < text.length) to = Math.max(first + 1, text.lastIndexOf(" ", to));
    if (from > line) element.appendChild(document.createTextNode("…"));
    write(element, text, terms, from, to);
    if (to < text.length) element.appendChild(document.createTextNode("…"));
  }
  function writeResult(page, terms) {
    var item = make("li", "result", list), part = bestPart(page, terms);
    var where = make("p", "result-where", item), heading = make("h3", "", item), link = make("a", "", heading);
    [page[3], page[4]].forEach(function (text) { if (text) make("span", "", where).textContent = text; });
    if (part && part[1]) {
      var words = form.getAttribute("data-in").split("{}"), section = make("span", "", where);
      section.appendChild(document.createTextNode(words[0]));
      write(make("span", "", section), part[1], terms, 0, part[1].length);
      section.appendChild(document.createTextNode(words[1] || ""));
      if (page[5]) section.lang = page[5];
    }
    link.href = page[0] + (part && part[0] ? "#" + encodeURIComponent(part[0]) : "");
    write(link, page[1], terms, 0, page[1].length);
    var excerpt = make("p", "", item);
    writeExcerpt(excerpt, part ? part[2] || part[1] : page[2], terms);
    if (page[5]) { link.lang = page[5]; excerpt.lang = page[5]; }
    return link;
  }
  function showMore(done) {
    var batch = hits.pages.slice(shown, shown + AT_ONCE), turn = current, terms = hits.terms;
    var left = batch.length, pages = [];
    batch.forEach(function (number, place) {
      readPage(number, function (page) {
        pages[place] = page;
        left -= 1;
        if (left || turn !== current) return;
        if (pages.indexOf(null) >= 0) { fail(); return; }
        if (!shown) list.textContent = "";
        var links = pages.map(function (one) { return writeResult(one, terms); });
        shown += batch.length;
        more.hidden = shown >= hits.pages.length;
        done(links[0]);
      });
    });
  }
  function fail() {
    arrange(null);
    count.textContent = say("failed", "");
  }
  // What is on the page: results, advice, or the topics to choose from.
  function arrange(number) {
    none.hidden = number !== 0;
    results.hidden = !number;
    browse.hidden = number > 0;
    if (!number) list.textContent = "";
    more.hidden = true;
  }
  function search(done) {
    var query = box.value.trim(), turn = current += 1;
    if (!query) { hits = null; count.textContent = ""; arrange(null); return; }
    find(box.value.replace(/^\s+/, ""), function (answer) {
      if (turn !== current) return;
      if (!answer) { fail(); return; }
      hits = answer;
      shown = 0;
      var number = answer.pages.length;
      if (!number) { arrange(0); count.textContent = say("none", query); return; }
      showMore(function (link) {
        none.hidden = browse.hidden = true;
        results.hidden = false;
        count.textContent = number === 1 ? say("found-one", "") : say("found", number);
        if (done) done(link);
      });
    });
    // A folder does not let a page change its address.
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(query)); } catch (e) { /* from file:// */ }
  }

  var timer = 0, asked = null;
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (box.value === asked) return;
      asked = box.value;
      search();
    }, 180);
  }
  box.addEventListener("input", function (event) { if (!event.isComposing) soon(); });
  box.addEventListener("compositionend", soon);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    asked = box.value;
    search(function (link) { link.focus(); });
  });
  more.addEventListener("click", function () { showMore(function (link) { link.focus(); }); });

  // Arrows go from the box through the results and back, Escape goes back at once.
  document.addEventListener("keydown", function (event) {
    var links = Array.prototype.slice.call(list.querySelectorAll("a"));
    var place = links.indexOf(document.activeElement), inBox = document.activeElement === box;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || (place < 0 && !inBox)) return;
    var key = event.key;
    if (key === "Escape" || key === "Esc") {
      if (inBox) { if (!box.value) return; box.value = ""; asked = ""; search(); } else { box.focus(); box.select(); }
    } else if (key === "ArrowDown" || key === "Down") {
      if (!links[place + 1]) return;
      links[place + 1].focus();
    } else if (key === "ArrowUp" || key === "Up") {
      if (inBox) return;
      (links[place - 1] || box).focus();
    } else return;
    event.preventDefault();
  });

  var given = /[?&]q=([^&]*)/.exec(location.search);
  if (given) try { box.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (e) { /* not UTF-8 */ }
  count.textContent = "";
  if (box.value) { asked = box.value; search(); }
}());
