public import Foundation

/// The folder `Tests/` of the project, found from this file's own place.
public let testsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

/// Compares a text with an expected file beside the example. With `UPDATE_EXPECTED=1` in the environment the file is
/// written anew and the comparison holds; the review is then the diff.
/// - Returns: nil when they agree, else the first line that differs, for showing.
public func difference(of actual: String, from expected: URL) throws -> String? {
  if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
    try actual.write(to: expected, atomically: true, encoding: .utf8)
    return nil
  }
  let wanted = (try? String(contentsOf: expected, encoding: .utf8)) ?? ""
  if wanted == actual { return nil }
  let left = wanted.split(separator: "\n", omittingEmptySubsequences: false)
  let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
  return """
    \(expected.lastPathComponent) differs in line \(line + 1)
    expected: \(line < left.count ? left[line] : "(end)")
    actual:   \(line < right.count ? right[line] : "(end)")
    """
}
