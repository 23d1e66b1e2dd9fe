import Diagnostics
import Glibc
import Publishing

/// The one line with which every run ends.
struct Summary {
  let report: Build.Report
  /// What was done, for people.
  let verdict: Wording
  private let start: timespec

  /// The time at which a run begins.
  static func now() -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }

  init(_ report: Build.Report, _ verdict: Wording, since start: timespec) {
    self.report = report
    self.verdict = verdict
    self.start = start
  }

  /// The line in a language.
  func line(_ language: MessageLanguage) -> String {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    let counts = Wording(
      zh: (errors > 0 ? "\(errors)个错误，" : "") + "\(warnings)个警告",
      en: (errors > 0 ? "\(errors) error\(errors == 1 ? "" : "s"), " : "")
        + "\(warnings) warning\(warnings == 1 ? "" : "s")")
    return Wording(
      zh: "\(verdict.zh)；\(counts.zh)；用时\(seconds)秒。", en: "\(verdict.en); \(counts.en); \(seconds) s.")[language]
  }

  /// The time since the start, in seconds with two decimals.
  private var seconds: String {
    let now = Self.now()
    let hundredths = (now.tv_sec - start.tv_sec) * 100 + (now.tv_nsec - start.tv_nsec) / 10_000_000
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
