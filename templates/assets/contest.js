// Contests and their certificates. Nothing is sent anywhere; the code that comes out at the end holds no name.
// The codes are those of Sources/Content/Contests: sixteen signs, the last of which tells a slip.
(function () {
  "use strict";
  var signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  var widths = [13, 6, 6, 1, 19];   // day, right, questions, passed, number
  var firstDay = Date.UTC(2026, 0, 1);
  var dayLength = 864e5;

  // SHA-256 (FIPS 180-4). Its constants are the first bits behind the point of roots of primes.
  var roots = (function () {
    var primes = [];
    for (var number = 2; primes.length < 64; number += 1) {
      if (primes.every(function (prime) { return number % prime; })) primes.push(number);
    }
    var bits = function (power) {
      return primes.map(function (prime) {
        var root = Math.pow(prime, power);
        return Math.floor((root - Math.floor(root)) * 4294967296) | 0;
      });
    };
    return { start: bits(1 / 2).slice(0, 8), rounds: bits(1 / 3) };
  }());
  var turn = function (word, count) { return (word >>> count) | (word << (32 - count)); };

  function hash(bytes) {
    var state = roots.start.slice();
    var all = bytes.concat([128]);
    while (all.length % 64 !== 56) all.push(0);
    for (var shift = 56; shift >= 0; shift -= 8) all.push(Math.floor(bytes.length * 8 / Math.pow(2, shift)) & 255);
    for (var start = 0; start < all.length; start += 64) {
      var words = [];
      var now = state.slice();
      for (var i = 0; i < 64; i += 1) {
        if (i < 16) {
          var at = start + i * 4;
          words[i] = (all[at] << 24) | (all[at + 1] << 16) | (all[at + 2] << 8) | all[at + 3];
        } else {
          var early = words[i - 15];
          var late = words[i - 2];
          words[i] = (words[i - 16] + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + words[i - 7] +
            (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10))) | 0;
        }
        var e = now[4];
        var a = now[0];
        var sum = (now[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & now[5]) ^ (~e & now[6])) +
          roots.rounds[i] + words[i]) | 0;
        var other = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & now[1]) ^ (a & now[2]) ^ (now[1] & now[2]))) | 0;
        now = [(sum + other) | 0, a, now[1], now[2], (now[3] + sum) | 0, e, now[5], now[6]];
      }
      state = state.map(function (word, place) { return (word + now[place]) | 0; });
    }
    return state.reduce(function (result, word) {
      return result.concat([word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
    }, []);
  }

  var bytesOf = function (text) { return text.split("").map(function (sign) { return sign.charCodeAt(0); }); };

  // HMAC (RFC 2104), for keys of up to 64 bytes.
  function sealed(text, key) {
    var block = bytesOf(key);
    while (block.length < 64) block.push(0);
    var mixed = function (byte) { return block.map(function (own) { return own ^ byte; }); };
    return hash(mixed(0x5c).concat(hash(mixed(0x36).concat(bytesOf(text)))));
  }

  var padded = function (number, width) {
    var bits = number.toString(2);
    while (bits.length < width) bits = "0" + bits;
    return bits;
  };
  var signsOf = function (bits) {
    return bits.replace(/.{5}/g, function (five) { return signs.charAt(parseInt(five, 2)); });
  };
  var timesAlpha = function (value) { return value & 16 ? (value << 1) ^ 37 : value << 1; };
  var sumOf = function (text) {
    return text.split("").reduce(function (sum, sign) { return timesAlpha(sum) ^ signs.indexOf(sign); }, 0);
  };

  function encode(parts, key) {
    var result = signsOf(parts.map(function (part, place) { return padded(part, widths[place]); }).join(""));
    var seal = sealed(result, key).slice(0, 4).map(function (byte) { return padded(byte, 8); }).join("").slice(0, 30);
    var text = result + signsOf(seal);
    return (text + signs.charAt(timesAlpha(sumOf(text)))).replace(/(.{4})(?=.)/g, "$1-");
  }

  // The parts of a code; null for what is none. Whether its seal is good only the organisers' program can tell.
  function decode(text) {
    var plain = text.replace(/-/g, "");
    if (plain.length !== 16 || !plain.split("").every(function (sign) { return signs.indexOf(sign) >= 0; })) return null;
    if (sumOf(plain)) return null;
    var bits = plain.slice(0, 9).split("").map(function (sign) { return padded(signs.indexOf(sign), 5); }).join("");
    return widths.map(function (width) {
      var part = parseInt(bits.slice(0, width), 2);
      bits = bits.slice(width);
      return part;
    });
  }

  function today() {
    var now = new Date();
    var days = Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - firstDay) / dayLength);
    return Math.min(Math.max(days, 0), 8191);
  }

  // Certificates

  var certificate = document.querySelector("[data-certificate]");
  if (certificate) {
    var name = document.querySelector("[data-name]");
    var slot = function (key) { return certificate.querySelector("[data-" + key + "]"); };
    var complete = function () {
      var parts = decode(location.hash.slice(1));
      if (!parts || !parts[3]) return;
      slot("right").textContent = parts[1];
      slot("of").textContent = parts[2];
      slot("day").textContent = dayText(new Date(firstDay + parts[0] * dayLength));
      slot("code").textContent = location.hash.slice(1);
    };
    complete();
    window.addEventListener("hashchange", complete);
    document.querySelector("[data-naming]").hidden = false;
    name.value = "";
    name.addEventListener("input", function () { slot("winner").textContent = name.value; });
  }

  // A day as the site writes it.
  function dayText(day) {
    var words = {
      YYYY: day.getUTCFullYear(), MMMM: certificate.getAttribute("data-months").split(" ")[day.getUTCMonth()],
      M: day.getUTCMonth() + 1, D: day.getUTCDate()
    };
    return certificate.getAttribute("data-format").replace(/YYYY|MMMM|M|D/g, function (part) { return words[part]; });
  }

  // Contests

  var contest = document.querySelector("[data-contest]");
  var tools = window.microclass;
  if (!contest || !tools) return;
  var say = function (key) { return contest.getAttribute("data-" + key); };
  var part = function (key) { return contest.querySelector("[data-" + key + "]"); };
  var own = "contests/" + say("contest");
  var main = document.querySelector("main");
  var items = [];
  var place = 0;
  var clock = null;   // when time is up, and the timer that looks; null without a limit
  var warned = false;

  contest.querySelector("[data-without-script]").hidden = true;
  part("start").hidden = false;
  showLast();
  part("begin").addEventListener("click", begin);
  part("again").addEventListener("click", begin);
  part("back").addEventListener("click", function () { show(place - 1); });
  part("next").addEventListener("click", function () { show(place + 1); });
  part("hand-in").addEventListener("click", handIn);
  part("hand-in-anyhow").addEventListener("click", finish);
  part("to-open").addEventListener("click", function () { show(openOnes()[0]); });
  part("extend").addEventListener("click", function () { clock.end += 5 * 6e4; quieten(); });
  part("unlimited").addEventListener("click", function () { stopClock(); quieten(); });

  // The code of the last time, in case its page was closed too early.
  function showLast() {
    var last = null;
    try { last = (JSON.parse(localStorage.getItem("progress") || "{}")[own] || {}).code; } catch (e) { /* private mode */ }
    if (!last) return;
    part("last").hidden = false;
    part("last-code").textContent = last;
  }

  function shuffled(things) {
    var order = things.slice();
    for (var last = order.length - 1; last > 0; last -= 1) {
      var other = Math.floor(Math.random() * (last + 1));
      var kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }

  // One question of every lesson before a second of any, so that each draw is about many things.
  function draw() {
    var rounds = [];
    shuffled(tools.list(document, "template[data-pool]")).forEach(function (pool) {
      shuffled(tools.list(pool.content || pool, ".question")).forEach(function (question, round) {
        (rounds[round] = rounds[round] || []).push({ question: question, pool: pool });
      });
    });
    return shuffled(Array.prototype.concat.apply([], rounds).slice(0, Number(say("questions"))));
  }

  function begin() {
    var paper = part("questions");
    paper.textContent = "";
    part("paper").insertBefore(paper, part("buttons"));
    items = draw().map(function (drawn, number) {
      var item = document.importNode(drawn.question, true);
      var nudge = item.querySelector(".nudge");
      if (nudge) item.removeChild(nudge);
      item.querySelector(".answer").hidden = true;
      item.querySelector(".prompt").setAttribute("data-number", number + 1);
      item.setAttribute("data-title", drawn.pool.getAttribute("data-title"));
      item.setAttribute("data-url", drawn.pool.getAttribute("data-url"));
      tools.deal(item, say);
      item.addEventListener("change", function () { part("open").hidden = true; });
      return paper.appendChild(item);
    });
    part("start").hidden = part("outcome").hidden = true;
    part("paper").hidden = false;
    main.classList.add("is-asking");
    stopClock();
    quieten();
    if (part("timed").checked) startClock();
    show(0);
  }

  function show(wanted) {
    place = wanted;
    items.forEach(function (item, number) { item.hidden = number !== place; });
    part("place").textContent = tools.fill(say("place"), [place + 1, items.length]);
    part("back").hidden = place === 0;
    part("next").hidden = place === items.length - 1;
    part("hand-in").hidden = place < items.length - 1;
    part("open").hidden = true;
    part("place").focus();
    contest.scrollIntoView();
  }

  function openOnes() {
    return items.map(function (item, number) { return tools.list(item, "input:checked").length ? -1 : number; })
      .filter(function (number) { return number >= 0; });
  }

  function handIn() {
    var open = openOnes();
    if (!open.length) { finish(); return; }
    part("open-words").textContent = tools.fill(say("open"), [open.length]);
    part("open").hidden = false;
    part("to-open").focus();
  }

  // The clock counts whole minutes, so that nothing moves on the page while somebody thinks.

  function startClock() {
    var length = Number(say("minutes")) * 6e4;
    clock = { end: Date.now() + length, warning: Math.min(12e4, length / 2), timer: setInterval(tick, 1000) };
    warned = false;
    tick();
  }

  function stopClock() {
    if (clock) clearInterval(clock.timer);
    clock = null;
    part("clock").textContent = say("no-limit");
  }

  function tick() {
    var left = clock.end - Date.now();
    if (left <= 0) { part("time-up").hidden = false; finish(); return; }
    var text = left < 6e4 ? say("last-minute") : tools.fill(say("left"), [Math.ceil(left / 6e4)]);
    if (part("clock").textContent !== text) part("clock").textContent = text;
    if (left > clock.warning || warned) return;
    warned = true;
    part("warning").hidden = false;
    part("warning-words").textContent = say("soon");
  }

  function quieten() {
    warned = false;
    part("warning").hidden = part("time-up").hidden = true;
    part("warning-words").textContent = "";
    if (clock) tick();
  }

  function finish() {
    var isUp = !part("time-up").hidden;
    stopClock();
    quieten();
    part("time-up").hidden = !isUp;
    var right = items.filter(function (item) {
      var verdict = tools.make("div", "verdict");
      var lesson = tools.make("a", "", item.getAttribute("data-title"));
      verdict.lang = item.querySelector(".options").lang;
      lesson.href = item.getAttribute("data-url");
      item.hidden = false;
      item.appendChild(verdict);
      var isRight = tools.settle(item, verdict, say) === "right";
      var more = tools.make("p", "verdict-more", say("read"));
      more.appendChild(lesson);
      if (!isRight) verdict.appendChild(more);
      return isRight;
    }).length;
    var hasPassed = right >= Number(say("pass"));
    var number = Math.floor(Math.random() * 524288);
    var code = encode([today(), right, items.length, hasPassed ? 1 : 0, number], say("key"));
    tools.note(own, function (memory) { memory.code = code; });

    part("verdict").textContent = say(hasPassed ? "passed" : "failed");
    part("score").textContent = tools.fill(say("score"), [right, items.length, say("pass")]);
    part("code").textContent = code;
    part("certificate-link").hidden = !hasPassed;
    part("certificate-link").href = say("certificate-page") + "#" + code;
    part("paper").hidden = part("open").hidden = true;
    main.classList.remove("is-asking");
    part("review").appendChild(part("questions"));
    part("outcome").hidden = false;
    part("verdict").focus();
    contest.scrollIntoView();
  }
}());
