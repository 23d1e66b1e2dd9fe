import Diagnostics
import Glibc
import Publishing
import Synchronization

/// What a run is doing, on one line of a terminal, and where its time went.
///
/// The line comes after a second, so that short work passes in silence; in a pipe there is none.
final class Progress: Sendable {
  private struct State {
    var stage: Stage?
    /// Seconds, as the system's clock counts them.
    var stageStart = 0.0
    var lastShown = 0.0
    var spent: [(stage: Stage, seconds: Double)] = []

    /// Ends the stage that is going on.
    mutating func close(at now: Double) {
      if let stage { spent.append((stage, now - stageStart)) }
    }
  }

  /// The stages of a run, as people are told of them.
  private enum Stage: CaseIterable {
    case reading, linking, checking, preparing, printing, planning, making, writing
  }

  private let isShown: Bool
  private let language: MessageLanguage
  private let start = Progress.clock()
  private let state = Mutex(State())

  init(_ voice: Voice) {
    isShown = Console.errors.isTerminal && !voice.isQuiet
    language = voice.messageLanguage(nil)
  }

  /// Takes note of a step, and shows it in place of the last one.
  func show(_ step: Build.Step) {
    let now = Self.clock()
    let (stage, count) = Self.stage(of: step)
    let line: String? = state.withLock { state in
      if state.stage != stage {
        state.close(at: now)
        (state.stage, state.stageStart) = (stage, now)
      }
      guard isShown, now - start > 1, now - state.lastShown > 0.1 || count == nil else { return nil }
      state.lastShown = now
      return text(stage, count, since: now - state.stageStart)
    }
    if let line { Console.errors.write("\r\u{1B}[K\(line)") }
  }

  /// Takes the line away.
  func clear() {
    let isWritten = state.withLock { state in
      state.close(at: Self.clock())
      state.stage = nil
      return state.lastShown > 0
    }
    if isWritten { Console.errors.write("\r\u{1B}[K") }
  }

  /// A table of the stages, in their order, with the time on the clock that each took, in milliseconds.
  func timings(_ language: MessageLanguage) -> String {
    let spent = state.withLock { $0.spent }
    let all = spent.reduce(0) { $0 + $1.seconds }
    var table = ""
    for stage in Stage.allCases {
      let seconds = spent.filter { $0.stage == stage }.reduce(0) { $0 + $1.seconds }
      if seconds > 0 { table += Self.row(seconds, of: all, Self.words(stage)[language]) }
    }
    return table + Self.row(all, of: all, Wording(zh: "合计", en: "all")[language])
  }

  private static func row(_ seconds: Double, of all: Double, _ words: String) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: " ", count: max(0, width - digits.count)) + digits
    }
    let share = all > 0 ? Int((seconds / all * 100).rounded()) : 0
    return "\(padded(Int((seconds * 1000).rounded()), 8)) ms \(padded(share, 3))%  \(words)\n"
  }

  private func text(_ stage: Stage, _ count: (done: Int, all: Int)?, since seconds: Double) -> String {
    let words = Self.words(stage)[language]
    guard let count, count.all > 0 else { return words + " …" }
    let width = 24
    let full = min(width, width * count.done / count.all)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    var line = "\(words) \(bar) \(count.done)/\(count.all)"
    if seconds > 1, count.done > 0, count.done < count.all {
      let left = Int((seconds * Double(count.all - count.done) / Double(count.done)).rounded(.up))
      line += Wording(zh: "，还要约\(left)秒", en: ", about \(left) s left")[language]
    }
    return line
  }

  private static func stage(of step: Build.Step) -> (stage: Stage, count: (done: Int, all: Int)?) {
    switch step {
    case .reading: (.reading, nil)
    case .linking: (.linking, nil)
    case .checking: (.checking, nil)
    case .preparing: (.preparing, nil)
    case .printing(let done, let all): (.printing, (done, all))
    case .planning: (.planning, nil)
    case .making(let done, let all): (.making, (done, all))
    case .writing: (.writing, nil)
    }
  }

  private static func words(_ stage: Stage) -> Wording {
    switch stage {
    case .reading: Wording(zh: "读取原稿", en: "reading")
    case .linking: Wording(zh: "核对链接和记录", en: "linking pages and records")
    case .checking: Wording(zh: "检查规则", en: "checking")
    case .preparing: Wording(zh: "准备模板和字体", en: "preparing templates and fonts")
    case .printing: Wording(zh: "排印", en: "printing")
    case .planning: Wording(zh: "安排页面和索引", en: "planning pages and the index")
    case .making: Wording(zh: "生成网页", en: "making pages")
    case .writing: Wording(zh: "写入", en: "writing")
    }
  }

  /// Seconds on a clock that is never set back.
  private static func clock() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
