private import CHarfBuzz

/// Shapes text with HarfBuzz in the fonts of a book.
package struct Shaper: Shaping {
  private let fonts: FontBook

  package init(_ fonts: FontBook) { self.fonts = fonts }

  package func metrics(_ face: Face) -> FontMetrics { fonts.metrics(face) }

  package func shaped(_ text: StyledText, language: String) -> ShapedText {
    let characters = Characters(of: text, language: language)
    var glyphs: [ShapedText.Glyph] = []
    var clusters: [ShapedText.Cluster] = []
    var start = 0
    while start < characters.count {
      let span = characters.spans[start]
      var end = start + 1
      while end < characters.count, characters.spans[end] == span { end += 1 }
      let run = Run(characters, start..<end, face: text.spans[span].emphasis.face, language: language)
      run.shape(fonts, &glyphs, &clusters)
      start = end
    }
    return ShapedText(text: characters.text, spans: text.spans, glyphs: glyphs, clusters: clusters)
  }
}

/// Characters of one span and face.
private struct Run {
  private let characters: Characters
  private let range: Range<Int>
  private let face: Face
  private let language: String

  init(_ characters: Characters, _ range: Range<Int>, face: Face, language: String) {
    (self.characters, self.range, self.face, self.language) = (characters, range, face, language)
  }

  /// Adds its glyphs and clusters.
  func shape(_ fonts: FontBook, _ glyphs: inout [ShapedText.Glyph], _ clusters: inout [ShapedText.Cluster]) {
    let font = fonts[face]
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN)
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1))
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    for index in range { hb_buffer_add(buffer, characters.drawn[index], UInt32(characters.offsets[index])) }
    let features = characters.narrow(in: range).flatMap { index in
      let start = UInt32(characters.offsets[index])
      return Self.narrowing.map { hb_feature_t(tag: $0, value: 1, start: start, end: start + 1) }
    }
    hb_shape(font.font, buffer, features, UInt32(features.count))

    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    let end = range.upperBound < characters.count ? characters.offsets[range.upperBound] : characters.text.count
    let scale = 1 / font.unitsPerEm
    var index = 0
    while index < Int(count) {
      let offset = Int(infos[index].cluster)
      let first = glyphs.count
      var advance = 0.0
      while index < Int(count), Int(infos[index].cluster) == offset {
        let position = positions[index]
        glyphs.append(
          ShapedText.Glyph(
            id: UInt16(truncatingIfNeeded: infos[index].codepoint),
            x: advance + Double(position.x_offset) * scale, rise: Double(position.y_offset) * scale))
        advance += Double(position.x_advance) * scale
        index += 1
      }
      let next = index < Int(count) ? Int(infos[index].cluster) : end
      clusters.append(
        ShapedText.Cluster(
          glyphs: first..<glyphs.count, text: offset..<next, advance: advance,
          span: characters.spans[range.lowerBound], face: face))
    }
  }

  /// The narrow forms of quotation marks and ellipses (pwid), and of marks that have none, half a square (halt).
  private static let narrowing = [FontTag.number("pwid"), FontTag.number("halt")]
}

extension StyledText.Emphasis {
  /// The face that shows it.
  package var face: Face {
    switch self {
    case .none: .regular
    case .strong, .hotline: .bold
    }
  }
}

/// The characters of a styled text, and what is drawn for each.
private struct Characters {
  private(set) var text: [UInt8] = []
  /// Where each begins in the text.
  private(set) var offsets: [Int] = []
  private(set) var spans: [Int] = []
  /// What the font is asked for: a control character is drawn as a space, a Chinese dash as the bar that joins its
  /// neighbour (U+2015), because the font's dash is made for Latin letters.
  private(set) var drawn: [UInt32] = []
  private let isChinese: Bool
  var count: Int { offsets.count }

  init(of styled: StyledText, language: String) {
    isChinese = language.hasPrefix("zh")
    for (number, span) in styled.spans.enumerated() {
      for scalar in span.text.unicodeScalars {
        offsets.append(text.count)
        spans.append(number)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        drawn.append(Self.form(of: scalar, isChinese: isChinese))
      }
    }
  }

  private static func form(of scalar: Unicode.Scalar, isChinese: Bool) -> UInt32 {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": 0x20
    case "\u{2014}" where isChinese: 0x2015
    default: scalar.value
    }
  }

  /// The indices of marks that stand in their narrow form: all of them in other languages than Chinese, and in Chinese
  /// an apostrophe between Latin letters.
  func narrow(in range: Range<Int>) -> [Int] {
    range.filter { index in
      switch drawn[index] {
      case 0x2018, 0x201C, 0x201D, 0x2026, 0xB7, 0x2022: !isChinese
      case 0x2019: !isChinese || isLetter(index - 1) && isLetter(index + 1)
      default: false
      }
    }
  }

  private func isLetter(_ index: Int) -> Bool {
    guard drawn.indices.contains(index) else { return false }
    let value = drawn[index]
    return 0x41...0x5A ~= value || 0x61...0x7A ~= value || 0xC0...0x24F ~= value
  }
}
