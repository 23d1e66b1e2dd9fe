internal import Diagnostics

/// A name in a template and where it stands.
struct TemplateName: Sendable {
  let text: String
  let range: Range<Int>
}

/// One tag of a template, from its opening to its closing braces.
struct TemplateTag {
  enum Kind {
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case rawVariable
    case section
    case invertedSection
    case end
    case partial
    case parent
    case block
    case comment
    case delimiters
  }

  let kind: Kind
  let name: TemplateName
  let range: Range<Int>
}

/// A template's text being cut into tags.
struct TagScanner {
  private let source: SourceFile
  private var offset = 0
  private var opening = TagScanner.braces.opening
  private var closing = TagScanner.braces.closing
  private(set) var diagnostics: [Diagnostic] = []

  private static let braces = (opening: Array("{{".utf8), closing: Array("}}".utf8))

  init(_ source: SourceFile) {
    self.source = source
  }

  /// The next tag; nil when there is none.
  mutating func next() -> TemplateTag? {
    let bytes = source.bytes
    while let start = bytes.firstIndex(of: opening, from: offset) {
      var inner = start + opening.count
      var kind = TemplateTag.Kind.variable
      var end = closing
      if inner < bytes.count {
        switch bytes[inner] {
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .invertedSection
        case UInt8(ascii: "/"): kind = .end
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "<"): kind = .parent
        case UInt8(ascii: "$"): kind = .block
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "&"): kind = .rawVariable
        case UInt8(ascii: "{") where opening == Self.braces.opening:
          kind = .rawVariable
          end = [UInt8(ascii: "}")] + closing
        case UInt8(ascii: "="):
          kind = .delimiters
          end = [UInt8(ascii: "=")] + closing
        default: inner -= 1
        }
        inner += 1
      }
      guard let stop = bytes.firstIndex(of: end, from: inner) else {
        offset = bytes.count
        report("unclosed-tag", start..<start + opening.count, .unclosed(String(decoding: end, as: UTF8.self)))
        return nil
      }
      // A tag does not reach into the next one.
      if kind != .comment, let other = bytes.firstIndex(of: opening, from: inner), other < stop {
        offset = other
        report("unclosed-tag", start..<start + opening.count, .unclosed(String(decoding: end, as: UTF8.self)))
        continue
      }
      let range = start..<stop + end.count
      let name = source.bytes.trimmed(inner..<stop)
      offset = range.upperBound
      let tag = TemplateTag(kind: kind, name: TemplateName(text: source.text(name), range: name), range: range)
      switch kind {
      case .comment: return tag
      case .delimiters:
        setDelimiters(tag)
        return tag
      case .variable, .rawVariable, .section, .invertedSection, .end, .partial, .parent, .block:
        if isGood(tag) { return tag }
      }
    }
    return nil
  }

  private mutating func setDelimiters(_ tag: TemplateTag) {
    let parts = tag.name.text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !tag.name.text.contains("=") else {
      report("bad-delimiters", tag.range, .badDelimiters, hint: .writeDelimiters)
      return
    }
    (opening, closing) = (Array(parts[0].utf8), Array(parts[1].utf8))
  }

  private mutating func isGood(_ tag: TemplateTag) -> Bool {
    let name = tag.name.text
    if name.isEmpty {
      report("empty-tag", tag.range, .emptyTag)
      return false
    }
    if name.hasPrefix("*"), [.partial, .parent].contains(tag.kind) {
      report("dynamic-name", tag.name.range, .dynamicName, hint: .useSections)
      return false
    }
    if name.contains(where: \.isWhitespace)
      || (name != "." && name.split(separator: ".").joined(separator: ".") != name)
    {
      report("bad-name", tag.name.range, .badName(name))
      return false
    }
    return true
  }

  private mutating func report(_ rule: String, _ range: Range<Int>, _ message: Wording, hint: Wording? = nil) {
    diagnostics.append(Diagnostic(.error, rule, at: source.place(range), message, hint: hint))
  }
}

extension [UInt8] {
  /// Offset of the first occurrence of `pattern` at `offset` or after it.
  fileprivate func firstIndex(of pattern: [UInt8], from offset: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var index = offset
    while index + pattern.count <= count {
      if self[index] == first, self[index..<index + pattern.count].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, blanks.contains(self[lower]) { lower += 1 }
    while lower < upper, blanks.contains(self[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

extension Wording {
  fileprivate static func unclosed(_ end: String) -> Wording {
    Wording(zh: "标签没有收尾：缺少“\(end)”", en: "unclosed tag: `\(end)` is missing")
  }
  fileprivate static let badDelimiters = Wording(zh: "定界符写法有误", en: "malformed delimiters")
  fileprivate static let writeDelimiters = Wording(
    zh: "写成 {{=<% %>=}}，里面不能有“=”", en: "write `{{=<% %>=}}`, without `=` inside")
  fileprivate static let emptyTag = Wording(zh: "标签里没有名字", en: "tag without a name")
  fileprivate static let dynamicName = Wording(
    zh: "不支持动态名字“*…”：用哪个模板要在加载时就知道",
    en: "dynamic names (`*…`) are not supported: which template is meant must be known on loading")
  fileprivate static let useSections = Wording(
    zh: "用 {{#条件}}{{>模板}}{{/条件}} 来选择", en: "choose with `{{#flag}}{{>template}}{{/flag}}`")
  fileprivate static func badName(_ name: String) -> Wording {
    Wording(
      zh: "“\(name)”不是名字：名字里没有空格，点只在中间", en: "`\(name)` is no name: names have no spaces, and dots only between parts")
  }
}
