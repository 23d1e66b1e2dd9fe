package import Content

extension Words {
  /// A day as people write it in this language: `date_format` with `YYYY`, `M`, `D` for numbers and `MMMM` for the name of
  /// the month, which stands in `months`.
  package func text(_ date: CalendarDate) -> String {
    var result: [UInt8] = []
    var rest = self["date_format"].utf8[...]
    while let first = rest.first {
      var length = 1
      switch first {
      case UInt8(ascii: "Y") where rest.starts(with: "YYYY".utf8):
        result += String(date.year).utf8
        length = 4
      case UInt8(ascii: "M") where rest.starts(with: "MMMM".utf8):
        result += (months.isEmpty ? String(date.month) : months[date.month - 1]).utf8
        length = 4
      case UInt8(ascii: "M"): result += String(date.month).utf8
      case UInt8(ascii: "D"): result += String(date.day).utf8
      default: result.append(first)
      }
      rest = rest.dropFirst(length)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
