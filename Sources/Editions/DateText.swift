package import Content

extension Words {
  /// A day as people write it in this language: `date_format` with `YYYY`, `M`, `D` for numbers and `MMMM` for the name of
  /// the month, which stands in `months`.
  package func text(_ date: CalendarDate) -> String {
    var result = ""
    var rest = self["date_format"][...]
    let parts: [(String, String)] = [
      ("YYYY", String(date.year)),
      ("MMMM", months.isEmpty ? String(date.month) : months[date.month - 1]),
      ("M", String(date.month)), ("D", String(date.day)),
    ]
    while let first = rest.first {
      if let part = parts.first(where: { rest.hasPrefix($0.0) }) {
        result += part.1
        rest = rest.dropFirst(part.0.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
