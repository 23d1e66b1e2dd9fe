import ArgumentParser
import Diagnostics
import Publishing

/// How a command speaks to the person at the terminal.
struct Voice: Sendable {
  /// The language that was asked for; nil leaves it to the site.
  let language: MessageLanguage?
  /// Whether nothing but errors is said.
  let isQuiet: Bool
  let color: ColorChoice

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

  /// Says why something could not be done; the exit code is 2.
  func explained(_ message: Wording) -> ExitCode {
    let language = messageLanguage(nil)
    Console.errors.write("\(Wording(zh: "错误：", en: "error: ")[language])\(message[language])\n")
    return ExitCode(2)
  }
}
