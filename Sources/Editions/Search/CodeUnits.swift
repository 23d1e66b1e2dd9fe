/// Text between UTF-8, in which it is kept, and UTF-16, in which scripts count it.
extension String {
  /// Its UTF-16 code units.
  var codeUnits: [UInt16] {
    var text = self
    return text.withUTF8 { bytes in
      [UInt16](unsafeUninitializedCapacity: bytes.count) { units, count in
        var index = 0
        // What follows a first byte; the bytes of a string are always whole characters.
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        while index < bytes.count {
          let first = UInt32(bytes[index])
          if first < 0x80 {
            units[count] = UInt16(first)
            index += 1
          } else if first < 0xE0 {
            units[count] = UInt16((first & 0x1F) << 6 | rest(1))
            index += 2
          } else if first < 0xF0 {
            units[count] = UInt16((first & 0xF) << 12 | rest(1) << 6 | rest(2))
            index += 3
          } else {
            let beyond = ((first & 7) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)) - 0x10000
            units[count] = UInt16(0xD800 + beyond >> 10)
            units[count + 1] = UInt16(0xDC00 + beyond & 0x3FF)
            count += 1
            index += 4
          }
          count += 1
        }
      }
    }
  }
}

extension [UInt8] {
  /// Appends UTF-16 code units as UTF-8. Half of a pair becomes U+FFFD.
  mutating func append(codeUnits units: ArraySlice<UInt16>) {
    var index = units.startIndex
    while index < units.endIndex {
      var scalar = UInt32(units[index])
      index += 1
      if scalar & 0xF800 == 0xD800 {
        if scalar < 0xDC00, index < units.endIndex, units[index] & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(units[index] & 0x3FF)
          index += 1
        } else {
          scalar = 0xFFFD
        }
      }
      if scalar < 0x80 {
        append(UInt8(scalar))
        continue
      }
      if scalar < 0x800 {
        append(UInt8(0xC0 | scalar >> 6))
      } else {
        if scalar < 0x10000 {
          append(UInt8(0xE0 | scalar >> 12))
        } else {
          append(UInt8(0xF0 | scalar >> 18))
          append(UInt8(0x80 | scalar >> 12 & 0x3F))
        }
        append(UInt8(0x80 | scalar >> 6 & 0x3F))
      }
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
