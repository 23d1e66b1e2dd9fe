import ArgumentParser
import struct Content.CalendarDate
import struct Content.Site
import Diagnostics
import Glibc
import Publishing

/// What `build` and `check` have in common.
struct RunOptions: ParsableArguments {
  @Option(name: .customLong("base-url"), help: "The site's address, in place of the one in site.yaml. 网站地址。")
  var baseURL: String?

  @Flag(help: "Include drafts. 连草稿一起。")
  var drafts = false

  @Option(help: "The day as of which things expire, YYYY-MM-DD (default: today). 按哪一天判断过期。")
  var today: Day?

  @Flag(help: "Treat warnings as errors. 把警告当作错误。")
  var strict = false

  @Flag(help: "Say at the end where the time went. 最后列出时间用在哪里。")
  var timings = false

  mutating func validate() throws {
    if let baseURL, !Site.isBaseURL(baseURL) {
      throw ValidationError("--base-url: “\(baseURL)” must begin with https:// or http://. 网址要以https://开头。")
    }
  }

  /// The options of a run.
  var build: Build.Options {
    var options = Build.Options(today: today?.date ?? Self.systemDate)
    options.baseURL = baseURL
    options.includesDrafts = drafts
    options.isStrict = strict
    return options
  }

  /// What is printed of all that was found: when quiet only errors, and with `--strict` warnings too, for they count as
  /// errors then.
  func shown(_ diagnostics: [Diagnostic], quietly: Bool) -> [Diagnostic] {
    quietly && !strict ? diagnostics.filter { $0.severity == .error } : diagnostics
  }

  /// The system's date, in its own time zone.
  static var systemDate: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
