import ArgumentParser
import Diagnostics
import Glibc
import Preview
import Publishing
import Typesetting

/// `microclass serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site in a browser while it is being written. 边写边看。",
    discussion: """
      Pages load themselves again when a file is saved; drafts are shown, too. Nothing is published. Ctrl-C ends it.
      保存文件后网页自动更新；草稿也看得到；什么也不发布。按Ctrl-C结束。
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The port. 端口。")
  var port: UInt16 = 3150

  @Option(
    help: "The address at which it answers; 0.0.0.0 lets phones in the same network in. 地址；0.0.0.0允许同一网络里的手机访问。")
  var host = "127.0.0.1"

  @Option(help: "The day as of which things expire, YYYY-MM-DD (default: today). 按哪一天判断过期。")
  var today: Day?

  @Flag(help: "Look at the files again and again, for network drives. 网络盘上请加这一项。")
  var poll = false

  mutating func run() async throws {
    let (voice, today, root) = (common.voice, today, common.root)
    var options = Preview.Options()
    (options.host, options.port, options.isLooking, options.language) = (host, port, poll, common.language)
    let preview = Preview(of: root, options) { address in
      var run = Build.Options(today: today?.date ?? RunOptions.systemDate)
      run.baseURL = address
      run.includesDrafts = true
      return run
    }
    let terminal = ServeTerminal(voice)
    try await voice.orExplain {
      do {
        try await preview.run { terminal.tell($0) }
      } catch let failure as Preview.Failure {
        throw voice.explained(Self.words(failure))
      }
    }
  }

  private static func words(_ failure: Preview.Failure) -> Wording {
    switch failure {
    case .portTaken(let port):
      Wording(
        zh: "端口\(port)已被占用，也许另一个预览还开着。关掉它，或者用--port换一个，例如--port \(port + 1)。",
        en: "port \(port) is taken; perhaps another preview is running. End it, or choose another: --port \(port + 1).")
    case .refused(let host, let port, let reason):
      Wording(
        zh: "不能在\(host):\(port)上提供预览：\(String(cString: strerror(reason)))。--host要写这台电脑的IPv4地址。",
        en:
          "the preview cannot answer at \(host):\(port): \(String(cString: strerror(reason))). --host takes an IPv4 address of this machine."
      )
    }
  }
}

/// What the preview says at the terminal.
private struct ServeTerminal: Sendable {
  let voice: Voice

  init(_ voice: Voice) { self.voice = voice }

  func tell(_ event: Preview.Event) {
    let language = voice.messageLanguage(nil)
    switch event {
    case .started(let address, let phone):
      say(Wording(zh: "预览：\(address)　按Ctrl-C结束。", en: "Preview: \(address)  Ctrl-C ends it.")[language])
      if let phone { tellPhone(phone, language) }
    case .looking:
      say(
        Wording(
          zh: "系统不报告文件的变化，改为定时查看，更新会慢一点。",
          en:
            "The system does not tell of changes here; files are looked at from time to time, so it takes a little longer."
        )[language])
    case .read(let report, let milliseconds):
      let language = voice.messageLanguage(report.sourceLanguage)
      let shown = voice.isQuiet ? report.diagnostics.filter { $0.severity == .error } : report.diagnostics
      Console.errors.write(DiagnosticText(language: language, isColored: voice.isColored(.errors)).text(of: shown))
      let errors = report.diagnostics.count { $0.severity == .error }
      let warnings = report.diagnostics.count - errors
      let verdict =
        report.isRefused
        ? Wording(zh: "有错误，浏览器里还是原来的网页", en: "errors; the browser still shows the pages as they were")
        : Wording(zh: "\(report.pages)个网页", en: "\(report.pages) pages")
      say(
        Wording(
          zh: "\(Self.time) \(verdict.zh)；\(errors)个错误，\(warnings)个警告；用时\(milliseconds)毫秒。",
          en: "\(Self.time) \(verdict.en); \(errors) errors, \(warnings) warnings; \(milliseconds) ms.")[language])
    case .failed(let problem):
      Console.errors.write("\(Wording(zh: "错误：", en: "error: ")[language])\(problem[language])\n")
    }
  }

  /// The address for a phone, as a code to scan, and what it means to let others in.
  private func tellPhone(_ address: String, _ language: MessageLanguage) {
    say(
      Wording(
        zh: "手机（同一网络）：\(address)\n注意：同一网络里的任何人都能打开它，看到草稿。用完请按Ctrl-C关掉；在公共网络里不要用。",
        en:
          "On a phone in the same network: \(address)\nMind: anybody in this network can open it and read drafts. End it when you are done, and do not use it in a public network."
      )[language])
    if Console.output.isTerminal, let code = QRCode(text: address, correction: .low) { say(Self.picture(of: code)) }
  }

  /// A code in black and white, two rows of modules in a line, with the quiet zone that readers need.
  static func picture(of code: QRCode) -> String {
    let margin = 2
    func isDark(_ column: Int, _ row: Int) -> Bool {
      (0..<code.width).contains(column) && (0..<code.width).contains(row) && code.modules[row * code.width + column]
    }
    var lines: [String] = []
    for row in stride(from: -margin, to: code.width + margin, by: 2) {
      var line = "\u{1B}[30;107m"
      for column in -margin..<(code.width + margin) {
        switch (isDark(column, row), isDark(column, row + 1)) {
        case (true, true): line += "█"
        case (true, false): line += "▀"
        case (false, true): line += "▄"
        case (false, false): line += " "
        }
      }
      lines.append(line + "\u{1B}[0m")
    }
    return lines.joined(separator: "\n")
  }

  private func say(_ text: String) { if !voice.isQuiet { Console.output.write(text + "\n") } }

  /// The time of day.
  private static var time: String {
    var now = Glibc.time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}
