/// What may not stand in an SVG picture that is published: it could run in the reader's browser or load something from
/// elsewhere when it is opened by itself.
enum SVGSafety {
  /// The first thing in the picture that cannot be published, in the picture's own words; nil when there is none.
  static func objection(to bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    for forbidden in ["<script", "<foreignobject", "<iframe", "<!entity", "javascript:", "<?xml-stylesheet", "@import"]
    where text[...].firstRange(ofASCII: forbidden) != nil {
      return forbidden
    }
    for (name, sign) in [("href", "="), ("src", "="), ("url", "(")] as [(String, Character)] {
      var rest = text[...]
      while let found = rest.firstRange(ofASCII: name) {
        rest = rest[found.upperBound...]
        let assignment = rest.drop(while: \.isWhitespace)
        guard assignment.first == sign else { continue }
        let address = assignment.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        if !address.hasPrefix("#") {
          let shown = address.prefix(30).prefix { !$0.isWhitespace && $0 != "\"" && $0 != ">" && $0 != "'" }
          return "\(name)\(sign)\(shown)"
        }
      }
    }
    return eventHandler(in: text).map { String($0) }
  }

  /// An attribute such as `onload=`.
  private static func eventHandler(in text: String) -> Substring? {
    var rest = text[...]
    while let found = rest.firstRange(ofASCII: "on") {
      let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let name = rest[found.lowerBound...].prefix { $0.isLetter }
      let after = rest[name.endIndex...].drop { $0.isWhitespace }
      if before?.isWhitespace == true || before == "/" || before == "\"" || before == "'", name.count > 4,
        after.first == "="
      {
        return name
      }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}

extension Substring {
  /// The first place of a text in ASCII, found by its bytes: by characters a picture would take longer than a lesson.
  fileprivate func firstRange(ofASCII wanted: String) -> Range<Index>? {
    let wanted = Array(wanted.utf8)
    var text = self
    let offset = text.withUTF8 { bytes in
      stride(from: 0, through: bytes.count - wanted.count, by: 1).first { offset in
        bytes[offset] == wanted[0] && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
      }
    }
    return offset.map { offset in
      let start = utf8.index(startIndex, offsetBy: offset)
      return start..<utf8.index(start, offsetBy: wanted.count)
    }
  }
}
