// The worker: keeps what a reader has visited or saved, for times without a line. It is published as sw.js at the top of
// the site, with a first line that says what belongs to this version: `self.site`.
//
// One cache holds one version. A file is kept only if its bytes are those of this version: pages are listed with their
// digests, assets have theirs in their names. So what another version answers, a half-copied host or the log-in page of a
// wireless network is shown, but never kept, and nothing old ever stands beside something new.
(function () {
  "use strict";
  var site = self.site;
  var root = new URL("./", self.location.href).href;
  var family = "microclass " + new URL(root).pathname + " ";
  var own = family + site.version;
  var wishes = family + "wishes";
  var patience = 8000;
  var lists = {};

  // Paths below the top of the site.

  function pathOf(address) {
    var url = address.split("#")[0].split("?")[0];
    if (url.indexOf(root) !== 0) return null;
    var path = url.slice(root.length);
    return path === "" || path.slice(-1) === "/" ? path + "index.html" : path;
  }
  function folderOf(path) { return path.indexOf("/") < 0 ? "" : path.split("/")[0]; }
  function lastingDigest(path) { var found = /\.([0-9a-f]{16})\.[a-z0-9]+$/.exec(path); return found && found[1]; }
  function isPlain(path) { return /\.(html|json|js)$/.test(path) && path !== "sw.js" && folderOf(path) !== "print"; }
  function inOrder(items, action) {
    return items.reduce(function (before, item) { return before.then(function () { return action(item); }); }, Promise.resolve());
  }

  // FNV-1a over 64 bits, as 16 digits.
  function digest(buffer) {
    var bytes = new Uint8Array(buffer), high = 0xcbf29ce4, low = 0x84222325;
    for (var index = 0; index < bytes.length; index += 1) {
      low = (low ^ bytes[index]) >>> 0;
      var product = low * 0x1b3, next = product >>> 0;
      high = (Math.imul(high, 0x1b3) + (product - next) / 4294967296 + (low << 8)) >>> 0;
      low = next;
    }
    return ("0000000" + high.toString(16)).slice(-8) + ("0000000" + low.toString(16)).slice(-8);
  }

  // What belongs to this version

  function listOf(path) {
    var file = site.lists[folderOf(path)] || site.lists[""];
    if (!lists[file]) {
      lists[file] = hold(file).then(function () { return stored(file); }).then(function (kept) { return kept.json(); });
      lists[file].catch(function () { delete lists[file]; });
    }
    return lists[file];
  }
  function digestOf(path) {
    var known = lastingDigest(path);
    if (known) return Promise.resolve(known);
    return listOf(path).then(function (list) { return list.files[path]; });
  }

  // Keeping

  function stored(path) {
    return caches.open(own).then(function (cache) { return cache.match(root + path); });
  }
  /// Keeps an answer if it is this version's; says whether it is.
  function keep(path, response) {
    return Promise.all([digestOf(path), response.arrayBuffer()]).then(function (both) {
      if (!both[0] || digest(both[1]) !== both[0]) return false;
      var headers = { "Content-Type": response.headers.get("Content-Type") || "", "X-Kept": new Date().toISOString() };
      var policy = response.headers.get("Content-Security-Policy");
      if (policy) headers["Content-Security-Policy"] = policy;
      return caches.open(own).then(function (cache) {
        return cache.put(root + path, new Response(both[1], { headers: headers }));
      }).then(function () { return true; });
    });
  }
  function load(path) { return fetch(root + path, { cache: "no-cache", credentials: "same-origin" }); }
  /// A file that never changes: from any version's cache, else from the host.
  function lasting(path) {
    return stored(path).then(function (found) {
      return found || caches.match(root + path).then(function (other) {
        return (other ? Promise.resolve(other) : fetch(root + path, { credentials: "same-origin" })).then(function (response) {
          if (response.ok) keep(path, response.clone()).catch(function () { /* no room */ });
          return response;
        });
      });
    });
  }
  function hold(path) {
    return stored(path).then(function (found) {
      return found || caches.match(root + path).then(function (other) { return other || fetch(root + path, { credentials: "same-origin" }); })
        .then(function (response) { return response.ok ? keep(path, response) : false; })
        .then(function (isKept) { if (!isKept) throw new Error(path); });
    });
  }
  /// The assets that a kept page names.
  function holdAssets(path) {
    if (!/\.html$/.test(path)) return Promise.resolve();
    return stored(path).then(function (page) { return page ? page.text() : ""; }).then(function (text) {
      var seen = {};
      (text.match(/assets\/[^"'\s?#)&<>]+\.[0-9a-f]{16}\.[a-z0-9]+/g) || []).forEach(function (name) { seen[name] = true; });
      return inOrder(Object.keys(seen), hold);
    });
  }
  /// Keeps a page and its assets as this version has them, or fails.
  function take(path) {
    return load(path).then(function (response) { return response.ok ? keep(path, response) : false; }).then(function (isKept) {
      if (!isKept) throw new Error(path);
      return holdAssets(path);
    });
  }
  function wish(path) {
    return caches.open(wishes).then(function (cache) { return cache.put(root + path, new Response("")); });
  }
  function paths(cacheName) {
    return caches.open(cacheName).then(function (cache) { return cache.keys(); }).then(function (keys) {
      return keys.map(function (request) { return pathOf(request.url); }).filter(Boolean);
    });
  }
  function earlier() {
    return caches.keys().then(function (names) {
      return names.filter(function (name) { return name.indexOf(family) === 0 && name !== own && name !== wishes; });
    });
  }

  // A new version brings along, as they are now, all pages that were kept of the one before; if it cannot, the one before
  // stays in charge with all that it has.
  function moveIn() {
    var away = Object.keys(site.away).map(function (folder) { return site.away[folder]; });
    return earlier().then(function (names) { return Promise.all(names.concat(wishes).map(paths)); }).then(function (found) {
      var all = {};
      away.concat.apply(away, found).forEach(function (path) { if (!lastingDigest(path)) all[path] = true; });
      return inOrder(Object.keys(all), function (path) {
        return digestOf(path).then(function (wanted) {
          if (!wanted) return null;
          return caches.match(root + path).then(function (old) { return old ? keep(path, old) : false; })
            .then(function (isSame) { return isSame ? holdAssets(path) : take(path); });
        });
      });
    }).then(function () { return caches.delete(wishes); });
  }
  // The earlier versions' pages go at once. The last one's pictures stay for pages that are still open.
  function clearOut() {
    return earlier().then(function (names) {
      return inOrder(names, function (name) {
        if (name !== names[names.length - 1]) return caches.delete(name);
        return caches.open(name).then(function (cache) {
          return paths(name).then(function (found) {
            return inOrder(found.filter(function (path) { return !lastingDigest(path); }), function (path) { return cache.delete(root + path); });
          });
        });
      });
    });
  }
  function keepOpenPages() {
    return self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(function (windows) {
      return inOrder(windows, function (client) {
        var path = pathOf(client.url);
        return path && isPlain(path) ? take(path).catch(function () { return wish(path); }) : null;
      });
    });
  }

  // Answering

  function marked(path, page) {
    return Promise.all([listOf(path), page.text()]).then(function (both) {
      var day = new Date(page.headers.get("X-Kept"));
      var options = { year: "numeric", month: "long", day: "numeric" };
      var notice = both[0].notice.html.replace("{date}", day.toLocaleDateString(both[0].notice.lang, options));
      var place = both[1].indexOf("<main");
      if (place < 0) throw new Error(path);
      return new Response(both[1].slice(0, place) + notice + both[1].slice(place), { headers: page.headers });
    });
  }
  function away(path) {
    return Response.redirect(root + (site.away[folderOf(path)] || site.away[""]) + "#" + path, 302);
  }
  function isAway(path) {
    return Object.keys(site.away).some(function (folder) { return site.away[folder] === path; });
  }
  function inTime(answer) {
    return new Promise(function (resolve, reject) {
      setTimeout(reject, patience);
      answer.then(resolve, reject);
    });
  }
  function later(event, work) {
    try { event.waitUntil(work.catch(function () { /* no room, or no line */ })); } catch (e) { /* answered already */ }
  }
  function answer(event, path) {
    var isPage = event.request.mode === "navigate";
    var request = new Request(event.request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" });
    var fresh = fetch(request).then(function (response) {
      if (response.status >= 500) throw new Error(String(response.status));
      if (response.ok) {
        later(event, keep(path, response.clone()).then(function (isKept) { return isKept ? holdAssets(path) : isPage ? wish(path) : null; }));
      }
      return response;
    });
    return stored(path).then(function (page) {
      if (!page) return fresh.catch(function (error) { if (isPage && !isAway(path)) return away(path); throw error; });
      return inTime(fresh).catch(function () { return isPage && !isAway(path) ? marked(path, page) : page; });
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(moveIn().then(function () { return self.skipWaiting(); }));
  });
  self.addEventListener("activate", function (event) {
    event.waitUntil(clearOut().then(function () { return self.clients.claim(); }).then(keepOpenPages));
  });
  self.addEventListener("fetch", function (event) {
    var path = event.request.method === "GET" ? pathOf(event.request.url) : null;
    if (path === null || event.request.headers.get("Range")) return;
    if (lastingDigest(path)) event.respondWith(lasting(path));
    else if (isPlain(path)) event.respondWith(answer(event, path));
  });

  // What pages ask: { save: paths }, { count: paths }, { list: true }, { forget: true }.
  self.addEventListener("message", function (event) {
    var ask = event.data || {}, port = event.ports[0], done = 0;
    if (!port) return;
    var say = function (words) { port.postMessage(words); };
    var work = Promise.resolve();
    if (ask.save) {
      work = inOrder(ask.save, function (path) {
        return take(path).then(function () { done += 1; say({ done: done, of: ask.save.length }); });
      }).then(function () { say({ saved: true }); });
    } else if (ask.count) {
      work = paths(own).then(function (found) {
        say({ count: ask.count.filter(function (path) { return found.indexOf(path) >= 0; }).length });
      });
    } else if (ask.list) {
      work = paths(own).then(function (found) {
        var pages = [];
        return inOrder(found.filter(function (path) { return /\.html$/.test(path) && !isAway(path); }).sort(), function (path) {
          return stored(path).then(function (page) { return page.text(); }).then(function (text) {
            var title = /<h1[^>]*>([^]*?)<\/h1>/.exec(text) || /<title>([^]*?)<\/title>/.exec(text);
            pages.push({ path: path, title: title ? title[1] : path });
          });
        }).then(function () { say({ pages: pages }); });
      });
    } else if (ask.forget) {
      work = caches.open(own).then(function (cache) {
        return paths(own).then(function (found) {
          return inOrder(found.filter(function (path) { return /\.html$/.test(path) && !isAway(path); }), function (path) { return cache.delete(root + path); });
        });
      }).then(function () { say({ forgotten: true }); });
    }
    event.waitUntil(work.catch(function () { say({ failed: true, done: done }); }));
  });
}());
