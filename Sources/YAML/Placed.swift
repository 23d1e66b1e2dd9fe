/// A value and where in its file it stands.
package struct Placed<Value: Sendable>: Sendable {
  package let value: Value
  /// Offsets in the bytes of the file.
  package let range: Range<Int>

  package init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// Another value at the same place.
  package func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Placed<Other> {
    Placed<Other>(try transform(value), at: range)
  }
}

extension Placed: Equatable where Value: Equatable {}
extension Placed: Hashable where Value: Hashable {}
