// Saving a topic for times without a line, and the list of what is saved. Hidden where there is no worker.
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  var box = document.querySelector("[data-save]"), shelf = document.querySelector("[data-saved]");
  var ask = function (question, hear) {
    navigator.serviceWorker.ready.then(function (registration) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (event) { hear(event.data, registration); };
      registration.active.postMessage(question, [channel.port2]);
    });
  };
  var find = function (place, name) { return place.querySelector("[data-" + name + "]"); };
  var kilobytes = function (bytes) {
    return bytes < 1e6 ? Math.ceil(bytes / 1e3) + " KB" : (bytes / 1e6).toFixed(1) + " MB";
  };

  if (box) {
    var button = find(box, "save-button"), report = find(box, "save-report"), words = button.getAttribute("data-again");
    var listed = box.getAttribute("data-save"), request = new XMLHttpRequest();
    request.open("GET", listed);
    request.onload = function () {
      var list;
      try { list = JSON.parse(request.responseText); } catch (e) { return; }
      var size = kilobytes(list.bytes), isBusy = false;
      var tell = function (name, more) {
        report.textContent = report.getAttribute("data-" + name).replace("{pages}", list.files.length).replace("{size}", size)
          .replace("{done}", more || "");
      };
      tell("size");
      ask({ count: list.files }, function (answer) {
        if (answer.count === list.files.length) { button.textContent = words; tell("done"); }
        box.hidden = false;
      });
      button.addEventListener("click", function () {
        if (isBusy) return;
        isBusy = true;
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () { /* not granted */ });
        tell("busy", "0");
        // The list is saved too, so that the button knows without a line what is saved.
        ask({ save: list.files.concat(listed.replace(/^(\.\.\/)+/, "")) }, function (answer) {
          if (answer.done && !answer.failed) tell("busy", String(Math.min(answer.done, list.files.length)));
          if (!answer.saved && !answer.failed) return;
          isBusy = false;
          tell(answer.saved ? "done" : "failed");
          if (answer.saved) button.textContent = words;
        });
      });
    };
    request.send();
  }

  if (shelf) {
    var root = new URL(shelf.getAttribute("data-saved"), location.href).href;
    var wanted = location.hash.slice(1), again = find(shelf, "again");
    if (wanted && /^[a-z0-9][a-z0-9\/._-]*$/i.test(wanted)) { again.href = root + wanted; find(shelf, "wanted").hidden = false; }
    ask({ list: true }, function (answer) {
      var list = find(shelf, "list"), reader = new DOMParser();
      answer.pages.forEach(function (page) {
        var item = document.createElement("li"), link = document.createElement("a");
        link.href = root + page.path;
        link.textContent = reader.parseFromString(page.title, "text/html").body.textContent.trim().replace(/\s+/g, " ");
        item.appendChild(link);
        list.appendChild(item);
      });
      find(shelf, "some").hidden = !answer.pages.length;
      find(shelf, "none").hidden = answer.pages.length > 0;
      find(shelf, "forget").addEventListener("click", function () {
        ask({ forget: true }, function () {
          find(shelf, "some").hidden = true;
          find(shelf, "none").hidden = false;
          find(shelf, "none").focus();
        });
      });
    });
  }
}());
