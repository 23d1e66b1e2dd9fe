import Glibc

/// A stream of the terminal or of a pipe, written with plain system calls.
struct Console: Sendable {
  private let handle: Int32

  /// Standard output.
  static let output = Console(handle: STDOUT_FILENO)
  /// Standard error.
  static let errors = Console(handle: STDERR_FILENO)

  /// Whether somebody is looking.
  var isTerminal: Bool { isatty(handle) == 1 }

  /// Writes all of a text; a reader who has gone away is no error.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
