extension LineEnds {
  /// Web and mail addresses end a line only after a separator, and short ones only when nothing else is left.
  mutating func keepAddresses() {
    var start = 0
    while start < kinds.count {
      guard isPart(start) else {
        start += 1
        continue
      }
      let end = kinds.indices[start...].first { !isPart($0) } ?? kinds.count
      if isAddress(start..<end) { keepAddress(start..<end) }
      start = end
    }
  }

  /// Whether a cluster can be a part of an address: ASCII, and no space.
  private func isPart(_ index: Int) -> Bool { (0x21...0x7E).contains(scalars[index].value) }

  private func isAddress(_ range: Range<Int>) -> Bool {
    guard range.count > 4 else { return false }
    let text = scalars[range]
    let dots = text.dropFirst().dropLast().contains(".")
    return dots && (text.contains("/") || text.contains("@") || text.starts(with: "www.".unicodeScalars))
      && text.contains { $0.properties.isAlphabetic }
  }

  private mutating func keepAddress(_ range: Range<Int>) {
    let isLong = range.count > 20
    // At least three characters stay on each side, and "https://" does not stand alone.
    for index in range.dropFirst() where joints[index].strength < .forced {
      let isSeparated =
        joints[index].strength == .word || joints[index].strength == .free || joints[index].strength == .address
      guard isSeparated else { continue }
      let mayEnd =
        Self.separators.contains(scalars[index - 1]) && index - range.lowerBound > 2 && range.upperBound - index > 2
        && !(scalars[index - 1] == "/" && scalars[index - 2] == "/")
      joints[index].strength = mayEnd ? (isLong ? .address : .unit) : .word
      joints[index].harm = scalars[index - 1] == "." ? 2 : 1
    }
  }

  private static let separators: Set<Unicode.Scalar> = ["/", ".", "-", "?", "&", "=", "_"]
}
