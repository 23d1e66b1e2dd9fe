import ArgumentParser
import struct Content.Discrepancy
import Diagnostics
import Publishing

/// `microclass confirm`
struct ConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Write down that a translation agrees with its original. 译文对照原文核对过，记下来。",
    discussion: """
      Compare them first, passage by passage. From then on microclass check says which passages of the original have changed. \
      先逐段对照；记下以后，原文哪一段改了，microclass check都会说。
      """)

  @Argument(help: "Lessons, cases or pages, by the names of their folders. 课程、案例或页面的文件夹名。")
  var names: [String]

  @Option(
    name: .customLong("language"), parsing: .upToNextOption,
    help: "Languages of the translations (default: all). 译文的语言。")
  var languages: [String] = []

  @OptionGroup var options: ContentOptions

  mutating func run() async throws {
    let (names, languages, root, voice) = (names, languages, options.root, options.voice)
    let (confirmed, source) = try await voice.orExplain {
      try await RecordKeeper(of: ProjectFolder(root)).confirm(names, languages: languages)
    }
    guard !voice.isQuiet else { return }
    let language = voice.messageLanguage(source)
    for translation in confirmed { Console.output.write(Self.text(translation, language)) }
  }

  private static func text(_ translation: RecordKeeper.Confirmed, _ language: MessageLanguage) -> String {
    let what = "\(translation.folder) \(translation.language.code)"
    guard translation.isChanged else {
      return Wording(zh: "\(what)：已经核对过，没有变化。\n", en: "\(what): was confirmed as it is.\n")[language]
    }
    let found = translation.before.discrepancies
    let all = translation.passages
    let line =
      found.isEmpty
      ? Wording(zh: "\(what)：核对了，共\(all)段。\n", en: "\(what): confirmed, passages: \(all).\n")
      : Wording(
        zh: "\(what)：核对了，共\(all)段，上次核对以后变了\(found.count)段：\n",
        en: "\(what): confirmed, passages: \(all), of which changed since the last time: \(found.count)\n")
    return found.reduce(into: line[language]) { $0 += "  \(text($1)[language])\n" }
  }

  /// One passage, so that whoever confirmed it sees what that was.
  private static func text(_ discrepancy: Discrepancy) -> Wording {
    let (was, now) = (discrepancy.was ?? "", discrepancy.source?.words ?? "")
    let place = discrepancy.place.range.map { "\($0.lowerBound.line):\($0.lowerBound.column)" } ?? "1:1"
    switch discrepancy.kind {
    case .changed: return Wording(zh: "\(place) 原文改了：\(was) → \(now)", en: "\(place) original: \(was) → \(now)")
    case .added: return Wording(zh: "\(place) 原文加了，译文没有：\(now)", en: "\(place) only in the original: \(now)")
    case .removed: return Wording(zh: "\(place) 原文删了，译文还有：\(was)", en: "\(place) no longer in the original: \(was)")
    case .moved: return Wording(zh: "\(place) 次序变了：\(was)", en: "\(place) moved: \(was)")
    case .retranslated: return Wording(zh: "\(place) 译文改了：\(was)", en: "\(place) translated anew: \(was)")
    case .untranslated: return Wording(zh: "\(place) 译文删了：\(was)", en: "\(place) no longer translated: \(was)")
    case .fresh: return Wording(zh: "\(place) 新加的：\(now)", en: "\(place) new: \(now)")
    case .foreign: return Wording(zh: "\(place) 只有译文有", en: "\(place) only in the translation")
    }
  }
}
