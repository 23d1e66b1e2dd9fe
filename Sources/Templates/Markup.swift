/// Finished HTML, which templates put in as it is. That it is a type of its own keeps plain texts from going out
/// unescaped, and finished HTML from being escaped twice.
package struct Markup: Hashable, Sendable {
  /// The HTML in UTF-8.
  package private(set) var bytes: [UInt8]

  package init() {
    bytes = []
  }

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// HTML written as a string.
  package init(html: String) {
    bytes = Array(html.utf8)
  }

  /// A plain text, escaped.
  package init(escaping text: String) {
    bytes = []
    append(escaping: text)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  package mutating func append(html: String) { bytes += html.utf8 }

  package mutating func append(escaping text: String) { bytes.append(escaping: text) }

  package mutating func append(_ other: Markup) { bytes += other.bytes }

  /// Gives the bytes to a writer that appends HTML; nothing is copied.
  package mutating func append(with write: (inout [UInt8]) -> Void) { write(&bytes) }
}
