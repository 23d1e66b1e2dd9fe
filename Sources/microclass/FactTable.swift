import Content
import Diagnostics

/// The register of facts as a list for people or for programs.
struct FactTable {
  let uses: [FactUse]
  /// Days ahead within which a fact is said to fall due.
  let due: Int
  let language: MessageLanguage

  /// What falls due first, then every fact with the places where it is used.
  var text: String {
    let falling = uses.filter { $0.daysLeft <= due }.sorted { ($0.daysLeft, $0.fact.id) < ($1.daysLeft, $1.fact.id) }
    var text = Wording.due(falling.count, days: due)[language] + "\n"
    for use in falling { text += "  " + use.fact.id + Wording.left(use)[language] + "\n" }
    text += "\n" + Wording.all(uses.count)[language] + "\n"
    for use in uses {
      text += "\(use.fact.id)  \(use.fact.kind.rawValue)  \(shortened(value(of: use.fact)))\n"
      text += "  " + Wording.dates(use.fact)[language] + Wording.use(use)[language] + "\n"
      for place in places(use) { text += "    " + place + "\n" }
    }
    return text
  }

  /// One JSON array, one fact a line.
  var json: String {
    let quoted = DiagnosticJSON.quoted
    let lines = uses.map { use in
      let fact = use.fact
      let places = use.places.map {
        "{\"path\":" + quoted($0.path) + ",\"line\":\($0.range?.lowerBound.line ?? 1)}"
      }
      return "  {\"id\":" + quoted(fact.id) + ",\"kind\":" + quoted(fact.kind.rawValue)
        + ",\"value\":" + quoted(value(of: fact)) + ",\"checked\":" + quoted(fact.checked.iso)
        + ",\"expires\":" + (fact.expires.map { quoted($0.iso) } ?? "null") + ",\"daysLeft\":\(use.daysLeft)"
        + ",\"due\":\(use.daysLeft <= due),\"sheets\":\(use.sheets),\"uses\":[" + places.joined(separator: ",") + "]}"
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private func value(of fact: Fact) -> String { fact.value[code: language.rawValue] }

  private func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }

  /// The places, those in one file together: `content/lessons/call/zh.md:8,12`.
  private func places(_ use: FactUse) -> [String] {
    var files: [(path: String, lines: [Int])] = []
    for place in use.places {
      let line = place.range?.lowerBound.line ?? 1
      if files.last?.path == place.path {
        files[files.count - 1].lines.append(line)
      } else {
        files.append((place.path, [line]))
      }
    }
    return files.map { file in
      var lines: [Int] = []
      for line in file.lines where lines.last != line { lines.append(line) }
      return file.path + ":" + lines.map(String.init).joined(separator: ",")
    }
  }
}

extension Wording {
  fileprivate static func due(_ count: Int, days: Int) -> Wording {
    Wording(
      zh: "\(days)天之内到期：\(count)条", en: "due within \(days) days: \(count) fact\(count == 1 ? "" : "s")")
  }

  fileprivate static func left(_ use: FactUse) -> Wording {
    let days = use.daysLeft
    if days <= 0 { return Wording(zh: "：已经到期", en: ": due now") }
    return Wording(zh: "：还有\(days)天", en: ": in \(days) day\(days == 1 ? "" : "s")")
  }

  fileprivate static func all(_ count: Int) -> Wording {
    Wording(zh: "全部：\(count)条", en: "all: \(count) fact\(count == 1 ? "" : "s")")
  }

  fileprivate static func dates(_ fact: Fact) -> Wording {
    Wording(
      zh: "核对于\(fact.checked.iso)" + (fact.expires.map { "，\($0.iso)到期" } ?? ""),
      en: "checked \(fact.checked.iso)" + (fact.expires.map { ", expires \($0.iso)" } ?? ""))
  }

  fileprivate static func use(_ use: FactUse) -> Wording {
    let (places, sheets) = (use.places.count, use.sheets)
    if places == 0 { return Wording(zh: "；没有用到", en: "; not used") }
    return Wording(
      zh: "；用了\(places)处，印在\(sheets)张上",
      en: "; used in \(places) place\(places == 1 ? "" : "s"), on \(sheets) sheet\(sheets == 1 ? "" : "s")")
  }
}
