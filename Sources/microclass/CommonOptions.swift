import ArgumentParser
import struct Content.CalendarDate
import Diagnostics

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

  /// How the command speaks.
  var voice: Voice { Voice(language: language, isQuiet: quiet, color: color) }
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
