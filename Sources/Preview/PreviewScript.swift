/// What the preview adds to pages on their way to the browser; nothing of it is published.
enum PreviewScript {
  /// A page with the preview's script in its head.
  static func inserted(into page: [UInt8]) -> [UInt8] {
    let line = Array("<script src=\"/.microclass/preview.js\" defer></script>\n".utf8)
    let head = Array("</head>".utf8)
    var index = 0
    while index + head.count <= page.count {
      if page[index] == head[0], page[index..<(index + head.count)].elementsEqual(head) {
        return Array(page[..<index]) + line + Array(page[index...])
      }
      index += 1
    }
    return page + line
  }

  /// A page for when there is none.
  static let emptyPage = Array(
    "<!doctype html><html><head><meta charset=\"utf-8\"><title>microclass</title></head></html>".utf8)

  /// Takes the place of the site's worker.
  static let worker = Array(
    """
    self.addEventListener("install", function () { self.skipWaiting(); });
    self.addEventListener("activate", function () { self.registration.unregister(); });

    """.utf8)

  /// Asks for news, loads the page anew where it has changed, and shows remarks over it.
  static let script = Array(
    """
    (function () {
      "use strict";
      var seen = "", digest = null, panel = null, isHidden = false, shown = "";
      var place = "microclass scroll " + location.pathname;
      try {
        var kept = sessionStorage.getItem(place);
        sessionStorage.removeItem(place);
        if (kept) window.scrollTo({ top: Number(kept), behavior: "instant" });
      } catch (e) { /* no storage */ }

      function element(name, className, text) {
        var made = document.createElement(name);
        made.className = className;
        if (text) made.textContent = text;
        return made;
      }
      // Lines of a file keep their form, so that the caret points to the right place; words may wrap.
      function article(remark) {
        var made = element("article", ""), lines = remark.replace(/\\n$/, "").split("\\n");
        lines.forEach(function (line) {
          var isCode = /^\\s*\\d*\\s*\\| /.test(line), last = made.lastChild;
          if (isCode && last && last.tagName === "PRE") last.textContent += "\\n" + line;
          else made.appendChild(element(isCode ? "pre" : "p", "", isCode ? line : line.trim()));
        });
        return made;
      }
      function swap(styles) {
        var links = document.querySelectorAll("link[rel=stylesheet]");
        for (var index = 0, next = 0; index < links.length; index += 1) {
          var link = links[index];
          if (link.href.indexOf("/.microclass/") >= 0) continue;
          var wanted = styles[next];
          next += 1;
          if (!wanted || link.getAttribute("href") === wanted) continue;
          // The old sheet stays until the new one is there, so that nothing flashes.
          var sheet = link.cloneNode(false);
          sheet.setAttribute("href", wanted);
          sheet.onload = (function (old) { return function () { old.parentNode.removeChild(old); }; }(link));
          link.parentNode.insertBefore(sheet, link.nextSibling);
        }
      }
      function reload() {
        try {
          sessionStorage.setItem(place, String(window.pageYOffset));
          history.scrollRestoration = "manual";
        } catch (e) { /* no storage */ }
        location.reload();
      }
      function show(news) {
        var text = JSON.stringify([news.title, news.remarks, news.marks, news.isRefused, news.more]);
        if (text === shown) return;
        shown = text;
        if (panel) { panel.parentNode.removeChild(panel); panel = null; }
        if (!news.remarks.length && !news.marks.length) return;
        panel = element("section", "microclass-preview");
        panel.lang = news.lang;
        panel.setAttribute("role", "status");
        if (news.isRefused) panel.className += " microclass-refused";
        if (news.isRefused) isHidden = false;
        news.marks.forEach(function (mark) { panel.appendChild(element("p", "microclass-mark", mark)); });
        if (news.remarks.length) {
          var button = element("button", "microclass-title", news.title);
          var list = element("div", "microclass-remarks");
          news.remarks.forEach(function (remark) { list.appendChild(article(remark)); });
          if (news.more) list.appendChild(element("p", "", news.more));
          button.type = "button";
          var fold = function () {
            list.hidden = isHidden;
            button.setAttribute("aria-expanded", String(!isHidden));
          };
          if (!news.isRefused) isHidden = true;
          button.addEventListener("click", function () { isHidden = !isHidden; fold(); });
          fold();
          panel.appendChild(button);
          panel.appendChild(list);
        }
        document.body.appendChild(panel);
      }
      function ask() {
        var request = new XMLHttpRequest();
        request.open("GET", "/.microclass/news?seen=" + encodeURIComponent(seen) + "&page=" + encodeURIComponent(decodeURI(location.pathname)));
        request.onload = function () {
          if (request.status !== 200) { setTimeout(ask, 1000); return; }
          var news = JSON.parse(request.responseText);
          if (digest === null) digest = news.digest;
          if (digest !== news.digest) { reload(); return; }
          seen = news.seen;
          swap(news.styles);
          show(news);
          ask();
        };
        request.onerror = function () { setTimeout(ask, 700); };
        request.send();
      }
      var look = document.createElement("link");
      look.rel = "stylesheet";
      look.href = "/.microclass/preview.css";
      document.head.appendChild(look);
      ask();
    }());

    """.utf8)

  /// How remarks look.
  static let style = Array(
    """
    .microclass-preview { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 70vh; overflow: auto;
      box-sizing: border-box; margin: 0; padding: 0; font: 15px/1.5 system-ui, sans-serif; color: #1d1d1f; background: #fffbe8;
      border-top: 4px solid #b7791f; box-shadow: 0 -2px 12px rgba(0, 0, 0, .3); }
    .microclass-refused { background: #fff1f0; border-color: #b3261e; }
    .microclass-preview .microclass-mark { margin: 0; padding: 8px 16px; color: #fff; background: #6b4e16; font-weight: 600; }
    .microclass-preview .microclass-title { display: block; width: 100%; min-height: 44px; margin: 0; padding: 8px 16px; border: 0;
      background: none; color: inherit; font: inherit; font-weight: 600; text-align: start; cursor: pointer; }
    .microclass-preview .microclass-title::before { content: "▸ "; }
    .microclass-preview .microclass-title[aria-expanded=true]::before { content: "▾ "; }
    .microclass-preview .microclass-title:focus-visible { outline: 3px solid #1a56c4; outline-offset: -3px; }
    .microclass-preview .microclass-remarks { padding: 0 16px 12px; }
    .microclass-preview [hidden] { display: none; }
    .microclass-preview article { margin: 0 0 10px; padding: 8px 10px; background: #fff; border: 1px solid rgba(0, 0, 0, .2);
      border-radius: 4px; }
    .microclass-preview article p { margin: 0; }
    .microclass-preview article p:first-child { font-weight: 600; }
    .microclass-preview pre { margin: 4px 0; padding: 4px 8px; overflow-x: auto; background: #f4f4f4; color: #1d1d1f; border: 0; font: 14px/1.5 "Noto Sans Mono CJK SC", "Sarasa Mono SC", "NSimSun", monospace; white-space: pre; }
    @media print { .microclass-preview { display: none; } }

    """.utf8)
}
