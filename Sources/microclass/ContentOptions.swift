import ArgumentParser
import Diagnostics

/// What the commands understand for which `--language` is a language of the content, and not of messages.
struct ContentOptions: ParsableArguments {
  @Option(help: "The folder that holds content/ and templates/. 项目文件夹。")
  var root = "."

  @Option(help: "Language of messages, zh or en (default: the site's first language). 提示用的语言。")
  var messages: MessageLanguage?

  @Flag(help: "Say nothing but errors. 只报告错误。")
  var quiet = false

  @Option(help: "Whether to colour messages: auto, always or never. 是否用颜色。")
  var color = ColorChoice.auto

  /// How the command speaks.
  var voice: Voice { Voice(language: messages, isQuiet: quiet, color: color) }
}
