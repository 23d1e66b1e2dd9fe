import Diagnostics
import Publishing

/// What a run is doing, on one line of a terminal; nothing in a pipe.
struct Progress: Sendable {
  private let isShown: Bool
  private let language: MessageLanguage

  init(_ voice: Voice) {
    isShown = Console.errors.isTerminal && !voice.isQuiet
    language = voice.messageLanguage(nil)
  }

  /// Shows a step in place of the last one.
  func show(_ step: Build.Step) {
    guard isShown else { return }
    let words =
      switch step {
      case .reading: Wording(zh: "正在读取原稿…", en: "reading …")
      case .printing(let done, let all): Wording(zh: "正在排印…\(done)/\(all)", en: "printing … \(done) of \(all)")
      case .making: Wording(zh: "正在生成网页…", en: "making pages …")
      case .writing: Wording(zh: "正在写入…", en: "writing …")
      }
    Console.errors.write("\r\u{1B}[K\(words[language])")
  }

  /// Takes the line away.
  func clear() {
    if isShown { Console.errors.write("\r\u{1B}[K") }
  }
}
