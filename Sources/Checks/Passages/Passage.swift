import Content
import Markdown

/// The text of one paragraph, heading or cell as its readers see it: markup is looked through, and every character knows
/// its place in the file.
struct Passage {
  /// Where the text stands.
  enum Setting {
    /// The title or the summary, above the text.
    case frontMatter
    case heading, cell, prose
  }

  let page: Page
  /// The paragraph, heading or cell; nil for the title and the summary.
  let node: Int?
  let setting: Setting
  /// Whether a swindler speaks.
  let isBait: Bool
  /// Whether it belongs to a quote of a law, which is to stay as it is.
  let isLaw: Bool
  /// The section's role, where it has one.
  let role: Role?
  let glyphs: [Glyph]
  /// Everything that occurs in it.
  let kinds: Glyph.Kind
  let script: Script

  /// By which language's rules it is written.
  enum Script {
    case chinese(isSimplified: Bool)
    case english
    case other

    init(_ language: Language) {
      let tag = language.tag.lowercased()
      if tag == "zh" || tag.hasPrefix("zh-") {
        let isTraditional = ["hant", "tw", "hk", "mo"].contains { tag.contains("-" + $0) }
        self = .chinese(isSimplified: !isTraditional)
      } else if tag == "en" || tag.hasPrefix("en-") {
        self = .english
      } else {
        self = .other
      }
    }

    var isChinese: Bool { if case .chinese = self { true } else { false } }
    var isEnglish: Bool { if case .english = self { true } else { false } }
  }

  /// The character at an index, nil beyond the ends.
  subscript(index: Int) -> Glyph? { index >= 0 && index < glyphs.count ? glyphs[index] : nil }

  /// Whether a character is this one, and means it: nothing in code or an address is.
  func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    guard index >= 0, index < glyphs.count, glyphs[index].scalar == scalar else { return false }
    return !glyphs[index].isOne(of: [.opaque, .fact])
  }

  /// Whether the characters from an index on are those of a text.
  func has(_ text: [Unicode.Scalar], from index: Int) -> Bool {
    guard index >= 0, index + text.count <= glyphs.count else { return false }
    return !text.indices.contains { glyphs[index + $0].scalar != text[$0] }
  }

  /// The kind of the character at an index; none beyond the ends.
  func kind(_ index: Int) -> Glyph.Kind { self[index]?.kind ?? [] }

  /// Whether the character at an index is one of some kinds.
  func isOne(of kinds: Glyph.Kind, at index: Int) -> Bool { self[index]?.isOne(of: kinds) ?? false }

  /// The bytes of the file from the first to the last of some characters.
  func range(_ indices: Range<Int>) -> Range<Int> {
    guard let first = self[indices.lowerBound], let last = self[indices.upperBound - 1], !indices.isEmpty else {
      return 0..<0
    }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  /// Whether some characters stand side by side in the file, without markup between them.
  func isUnbroken(_ indices: Range<Int>) -> Bool {
    indices.dropFirst().allSatisfy { glyphs[$0 - 1].range.upperBound == glyphs[$0].range.lowerBound }
  }

  /// Some characters as a string.
  func text(_ indices: Range<Int>) -> String {
    var text = ""
    for glyph in glyphs[indices.clamped(to: glyphs.indices)] { text.unicodeScalars.append(glyph.scalar) }
    return text
  }

  /// The indices of the sentence that holds an index, its final mark included.
  func sentence(at index: Int) -> Range<Int> {
    var lower = min(index, glyphs.count)
    while lower > 0, !endsSentence(lower - 1) { lower -= 1 }
    var upper = index
    while upper < glyphs.count, !endsSentence(upper) { upper += 1 }
    return lower..<min(upper + 1, glyphs.count)
  }

  private func endsSentence(_ index: Int) -> Bool {
    switch glyphs[index].scalar {
    case "。", "！", "？", "；", "!", "?": true
    case ".": isOne(of: [.space, .lineEnd], at: index + 1) || index + 1 == glyphs.count
    default: false
    }
  }
}
