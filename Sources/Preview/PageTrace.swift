import Editions

/// What tells whether a browser shows a page as it is now.
struct PageTrace {
  /// Of everything but the names of style sheets, which are exchanged without loading the page anew.
  let digest: String
  /// The style sheets, as they are named in the page.
  let styles: [String]

  init(_ page: [UInt8]) {
    var bare: [UInt8] = []
    bare.reserveCapacity(page.count)
    var styles: [String] = []
    let end = Array(".css\"".utf8)
    var start = 0
    var index = 0
    while index + end.count <= page.count {
      guard page[index] == end[0], page[index..<(index + end.count)].elementsEqual(end) else {
        index += 1
        continue
      }
      // A quoted address that ends in `.0123456789abcdef.css`.
      let quote = page[start..<index].lastIndex(of: UInt8(ascii: "\"")) ?? start
      let name = page[(quote + 1)..<(index + 4)]
      let stem = name.dropLast(4)
      if stem.suffix(16).allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }), stem.count > 17 {
        styles.append(String(decoding: name, as: UTF8.self))
        bare += page[start..<(index - 16)]
        start = index
      }
      index += end.count
    }
    bare += page[start...]
    digest = Fingerprint.digits(of: bare)
    self.styles = styles
  }
}
