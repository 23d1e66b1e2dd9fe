import ArgumentParser
import struct Content.CalendarDate
import Diagnostics
import Publishing

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(help: "The folder that holds content/ and templates/. 项目文件夹。")
  var root = "."

  @Option(help: "Language of messages, zh or en (default: the site's first language). 提示用的语言。")
  var language: MessageLanguage?

  @Flag(help: "Say nothing but errors. 只报告错误。")
  var quiet = false

  @Option(help: "Whether to colour messages: auto, always or never. 是否用颜色。")
  var color = ColorChoice.auto

  /// Whether to colour what goes to a stream.
  func isColored(_ console: Console) -> Bool {
    switch color {
    case .auto: console.isTerminal
    case .always: true
    case .never: false
    }
  }

  /// The language of messages for a site whose first language is known.
  func messageLanguage(_ source: String?) -> MessageLanguage {
    language ?? source.map { $0 == "zh" ? .zh : .en } ?? .zh
  }

  /// Does something that may be refused by the disk or by the state of the project; then it says why and ends with exit
  /// code 2.
  func orExplain<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch let error as PublishingError {
      throw explained(error.message)
    } catch let error as FileSystemError {
      throw explained(error.message)
    }
  }

  private func explained(_ message: Wording) -> ExitCode {
    let language = messageLanguage(nil)
    Console.errors.write("\(Wording(zh: "错误：", en: "error: ")[language])\(message[language])\n")
    return ExitCode(2)
  }
}

/// When to colour messages.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension MessageLanguage: ExpressibleByArgument {}

/// A day given on the command line.
struct Day: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }
}
