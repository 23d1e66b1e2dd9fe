/// Numbers as a few printable characters that may stand between quotation marks in a script; `search.js` reads them.
///
/// There are 88 signs. A number below 70 is one sign; larger ones begin with a sign from 70 on, and take two, three or five.
/// The last sign begins no number: in a list it says that pages follow one another.
enum SearchCode {
  private static let signs: [UInt8] = (0x23...0x7E).filter { ![0x26, 0x3C, 0x3E, 0x5C].contains($0) }
  private static let one = 70
  private static let two = 13 * 88
  private static let three = 3 * 88 * 88
  private static let run = 87

  /// Appends a number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    if rest < one { return bytes.append(signs[rest]) }
    rest -= one
    if rest < two {
      bytes += [signs[one + rest / 88], signs[rest % 88]]
      return
    }
    rest -= two
    if rest < three {
      bytes += [signs[83 + rest / 7744], signs[rest / 88 % 88], signs[rest % 88]]
      return
    }
    rest -= three
    bytes += [signs[86], signs[rest / 681_472 % 88], signs[rest / 7744 % 88], signs[rest / 88 % 88], signs[rest % 88]]
  }

  /// Appends page numbers, which ascend: how far it is from each to the next, less one; of four or more that follow one
  /// another only how many they are.
  static func append(_ pages: [Int], to bytes: inout [UInt8]) {
    var previous = -1
    var following = 0
    for page in pages {
      if page == previous + 1 {
        following += 1
      } else {
        append(following: following, to: &bytes)
        following = 0
        append(page - previous - 1, to: &bytes)
      }
      previous = page
    }
    append(following: following, to: &bytes)
  }

  private static func append(following count: Int, to bytes: inout [UInt8]) {
    if count > 3 {
      bytes.append(signs[run])
      append(count - 4, to: &bytes)
    } else {
      for _ in 0..<count { append(0, to: &bytes) }
    }
  }
}
