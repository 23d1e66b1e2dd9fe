/// Percent-coding of addresses (RFC 3986, section 2.1).
enum PercentCoding {
  /// A fragment with everything coded that may not stand there.
  static func encoded(_ text: String) -> String { text.coded(keeping: fragmentMarks) }

  /// A relative path; the slashes between its parts stay.
  static func encodedPath(_ path: String) -> String { path.coded(keeping: pathMarks) }

  /// A relative path from so many folders up.
  static func encodedPath(_ path: Slice<UnsafeBufferPointer<UInt8>>, up folders: Int) -> String {
    encoded(path, keeping: pathMarks, up: folders)
  }

  /// A whole address that somebody wrote: what is already coded stays, spaces and the like are coded.
  static func encodedAddress(_ text: String) -> String { text.coded(keeping: addressMarks) }

  private static let fragmentMarks = Kept("-._~!$'()*,;:@/?")
  private static let pathMarks = Kept("-._~!$'()*,;@/")
  private static let addressMarks = Kept("-._~!$&'()*+,;:@/?#[]=%")

  /// The characters of ASCII that stay as they are, a bit for each: letters, digits and some marks.
  fileprivate struct Kept {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ marks: String) {
      let all = marks + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
      for byte in all.utf8 { if byte < 64 { low |= 1 << byte } else { high |= 1 << (byte - 64) } }
    }

    func contains(_ byte: UInt8) -> Bool {
      byte < 64 ? low >> byte & 1 == 1 : byte < 128 && high >> (byte - 64) & 1 == 1
    }
  }

  fileprivate static func encoded(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, keeping kept: Kept, up folders: Int
  ) -> String {
    var length = folders * 3 + text.count
    for byte in text where !kept.contains(byte) { length += 2 }
    return String(unsafeUninitializedCapacity: length) { result in
      var end = 0
      func append(_ byte: UInt8) {
        result[end] = byte
        end += 1
      }
      for _ in 0..<folders {
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "/"))
      }
      for byte in text {
        if kept.contains(byte) {
          append(byte)
        } else {
          append(UInt8(ascii: "%"))
          append(digit(byte >> 4))
          append(digit(byte & 15))
        }
      }
      return end
    }
  }

  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
  }
}

extension String {
  fileprivate func coded(keeping kept: PercentCoding.Kept) -> String {
    var text = self
    return text.withUTF8 { PercentCoding.encoded($0[...], keeping: kept, up: 0) }
  }
}
