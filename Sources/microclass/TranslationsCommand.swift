import ArgumentParser
import struct Content.Language
import Diagnostics
import Publishing

/// `microclass translations`
struct TranslationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations", abstract: "List how far translations can be relied on, the worst first. 列出译文的情况。")

  @Option(help: "How to print the list: text or json. 输出格式。")
  var format = ListFormat.text

  @OptionGroup var options: ContentOptions

  mutating func run() async throws {
    let (root, voice) = (options.root, options.voice)
    let (translations, source) = try await voice.orExplain {
      try await RecordKeeper(of: ProjectFolder(root)).translations()
    }
    let language = voice.messageLanguage(source)
    switch format {
    case .text:
      Console.output.write(Self.table(translations, language))
      if !voice.isQuiet { Console.errors.write(Self.summary(translations)[language] + "\n") }
    case .json: Console.output.write(Self.json(translations))
    }
  }

  private static func table(_ translations: [RecordKeeper.Translation], _ language: MessageLanguage) -> String {
    let widths = (
      translations.map(\.folder.count).max() ?? 0, translations.map(\.language.code.count).max() ?? 0
    )
    return translations.reduce(into: "") { text, row in
      text += padded(row.folder, widths.0) + "  " + padded(row.language.code, widths.1) + "  "
      text += state(row)[language] + "\n"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func state(_ row: RecordKeeper.Translation) -> Wording {
    switch row.state {
    case .missing: return Wording(zh: "没有译文", en: "missing")
    case .neverConfirmed: return Wording(zh: "从未核对", en: "never confirmed")
    case .damaged: return Wording(zh: "核对记录坏了", en: "confirmation damaged")
    case .confirmed: return Wording(zh: "已核对", en: "confirmed")
    case .wrong, .stale, .changed:
      var parts: [Wording] = []
      if row.stale > 0 { parts.append(Wording(zh: "过时\(row.stale)段", en: "blocks stale: \(row.stale)")) }
      if row.changed > 0 {
        parts.append(Wording(zh: "译文改动未核对\(row.changed)段", en: "changed here: \(row.changed)"))
      }
      if row.facts > 0 { parts.append(Wording(zh: "其中有要紧内容的\(row.facts)段", en: "with facts: \(row.facts)")) }
      return Wording(
        zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }
  }

  private static func summary(_ translations: [RecordKeeper.Translation]) -> Wording {
    let (all, good) = (translations.count, translations.count { $0.state == .confirmed })
    return Wording(zh: "译文\(all)篇，已核对\(good)篇。", en: "\(all) translations, of which confirmed: \(good).")
  }

  /// One object a line, always with the same keys; nothing in them needs escaping.
  private static func json(_ translations: [RecordKeeper.Translation]) -> String {
    if translations.isEmpty { return "[]\n" }
    let rows = translations.map { row in
      "  {\"content\":\"\(row.folder)\",\"language\":\"\(row.language.code)\",\"state\":\"\(row.state.rawValue)\","
        + "\"stale\":\(row.stale),\"changed\":\(row.changed),\"facts\":\(row.facts)}"
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n]\n"
  }
}
