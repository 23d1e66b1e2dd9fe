import Diagnostics

/// The difference of two texts with the same number of lines, in the unified form that `diff` and `git` show.
struct LineDiff {
  private let before: SourceFile
  private let after: SourceFile
  /// Unchanged lines that are shown round a change.
  private static let context = 1

  init(_ before: SourceFile, _ after: SourceFile) {
    (self.before, self.after) = (before, after)
  }

  /// Both names, then every change with its lines; nothing for equal texts.
  var text: String {
    let count = before.lineCount
    let changed = (1...max(1, count)).filter { line($0, of: before) != line($0, of: after) }
    if changed.isEmpty { return "" }
    var text = "--- \(before.path)\n+++ \(after.path)\n"
    for hunk in hunks(changed, count) {
      text += "@@ -\(hunk.lowerBound),\(hunk.count) +\(hunk.lowerBound),\(hunk.count) @@\n"
      var index = hunk.lowerBound
      while index < hunk.upperBound {
        var end = index
        while end < hunk.upperBound, line(end, of: before) != line(end, of: after) { end += 1 }
        if end == index {
          text += " " + line(index, of: before) + "\n"
          index += 1
        } else {
          for number in index..<end { text += "-" + line(number, of: before) + "\n" }
          for number in index..<end { text += "+" + line(number, of: after) + "\n" }
          index = end
        }
      }
    }
    return text
  }

  private func line(_ number: Int, of source: SourceFile) -> String { source.text(source.lineRange(number)) }

  /// Changed lines with those round them; neighbours are one.
  private func hunks(_ changed: [Int], _ count: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for line in changed {
      let range = max(1, line - Self.context)..<min(count, line + Self.context) + 1
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }
}
