/// A YAML value that knows its place.
///
/// Scalars stay texts: `yes`, `2026-11-21` and `110` are all texts here, and what they mean is for the reader of the
/// record to say. Only the empty plain scalar, `~` and `null` are nothing.
package struct YAMLNode: Sendable {
  /// What stands there.
  package enum Value: Sendable {
    /// A text, and whether it was written without quotes and not as a block (`|`, `>`).
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    /// Entries in the order of the file; no key occurs twice.
    case map([Entry])
    case null
  }

  /// A key of a map with its value.
  package struct Entry: Sendable {
    package let key: String
    package let keyRange: Range<Int>
    package let value: YAMLNode

    package init(key: String, keyRange: Range<Int>, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package let value: Value
  /// Offsets of the value in the bytes of its file.
  package let range: Range<Int>

  package init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// How many lists and maps may stand inside one another.
  package static let depthLimit = 32
}
