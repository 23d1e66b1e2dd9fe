internal import Diagnostics

/// The slips that people make in YAML, recognised in a line that libyaml could not understand.
struct YAMLSlip {
  let rule: String
  /// Offsets in the file.
  let range: Range<Int>
  let message: Wording
  let hint: Wording
}

extension YAMLSlip {
  /// The slip in a 1-based line of the file, if there is one that is known.
  init?(in source: SourceFile, line: Int, within range: Range<Int>) {
    let whole = source.lineRange(line).clamped(to: range)
    var text = LineText(source.text(whole), start: whole.lowerBound)
    if let slip = Self.indentation(&text) ?? Self.mark(&text) { self = slip } else { return nil }
  }

  /// Tabs and wide spaces at the beginning of the line.
  private static func indentation(_ text: inout LineText) -> YAMLSlip? {
    while let character = text.first, character.isWhitespace {
      switch character {
      case " ": break
      case "\t": return YAMLSlip("tab-indentation", text.range(of: 1), .tab, hint: .twoSpaces)
      default: return YAMLSlip("full-width-space", text.range(of: 1), .wideSpace, hint: .plainSpace)
      }
      text.drop(1)
    }
    return nil
  }

  /// What stands at the beginning of the text: a list's dash, a comment's sign, a key.
  private static func mark(_ text: inout LineText) -> YAMLSlip? {
    guard let first = text.first, first != "#" else { return nil }
    if first == "＃" { return YAMLSlip("full-width-hash", text.range(of: 1), .wideHash, hint: .plainHash) }
    while text.hasPrefix("- ") {
      text.drop(1)
      text.dropSpaces()
    }
    if text.first == "-", let second = text.character(1), !"- \t".contains(second) {
      return YAMLSlip("missing-space", text.range(of: 1), .spaceAfterDash, hint: .dashAndSpace)
    }
    if text.first == "-", text.character(1) == "\t" {
      return YAMLSlip("tab-indentation", text.range(1, 1), .tab, hint: .plainSpace)
    }
    if let first = text.first, !"\"'[{".contains(first) {
      if let slip = keyEnd(&text) { return slip }
    }
    return value(&text)
  }

  /// Finds the colon after the key and goes to the value; a line without any is a value itself.
  private static func keyEnd(_ text: inout LineText) -> YAMLSlip? {
    for index in text.indices {
      switch text.character(index) {
      case "：":
        return YAMLSlip("full-width-colon", text.range(index, 1), .wideColon, hint: .colonAndSpace)
      case ":":
        let next = text.character(index + 1)
        switch next {
        case nil, " ":
          text.drop(index + 1)
          text.dropSpaces()
          return nil
        case "\t": return YAMLSlip("tab-indentation", text.range(index + 1, 1), .tab, hint: .colonAndSpace)
        case "\u{3000}", "\u{A0}":
          return YAMLSlip("full-width-space", text.range(index + 1, 1), .wideSpace, hint: .colonAndSpace)
        case "/": return nil
        default: return YAMLSlip("missing-space", text.range(index, 1), .spaceAfterColon, hint: .colonAndSpace)
        }
      default: continue
      }
    }
    return nil
  }

  private static func value(_ text: inout LineText) -> YAMLSlip? {
    text.cutComment()
    guard let first = text.first else { return nil }
    switch first {
    case "\"", "'": return quoted(text, by: first)
    case "[", "{": return bracketed(text, by: first)
    case "“", "‘", "「", "『":
      return text.contains(": ")
        ? YAMLSlip("full-width-quote", text.range(of: 1), .wideQuotes, hint: .straightQuotes) : nil
    case "*", "&", "!", "%", "@", "`", ",", "]", "}":
      return YAMLSlip("unquoted-value", text.range(of: 1), .startsWith(first), hint: .straightQuotes)
    case "|", ">":
      let rest = text.rest(after: 1)
      return rest.allSatisfy({ "+-0123456789".contains($0) })
        ? nil : YAMLSlip("unquoted-value", text.range(of: 1), .startsWith(first), hint: .straightQuotes)
    case "-", "?":
      return text.character(1) == " "
        ? YAMLSlip("unquoted-value", text.range(of: 1), .startsWith(first), hint: .straightQuotes) : nil
    default:
      return text.index(of: ": ").map {
        YAMLSlip("unquoted-value", text.range($0, 1), .colonInValue, hint: .straightQuotes)
      }
    }
  }

  private static func quoted(_ text: LineText, by quote: Character) -> YAMLSlip? {
    var index = 1
    while let character = text.character(index),
      character != quote || text.character(index + 1) == quote && quote == "'"
    {
      index += character == "\\" && quote == "\"" || character == quote ? 2 : 1
    }
    guard text.character(index) != nil else {
      let isMixed = text.contains("”") || text.contains("’") || text.contains("“")
      return YAMLSlip(
        "unclosed-quote", text.range(of: 1), .unclosed(quote), hint: isMixed ? .sameQuotes : .closeQuote(quote))
    }
    let rest = text.rest(after: index + 1)
    guard let next = rest.first, !",]}:#".contains(next) else { return nil }
    return YAMLSlip("text-after-quote", text.range(index, 1), .textAfterQuote, hint: .curlyInside)
  }

  private static func bracketed(_ text: LineText, by bracket: Character) -> YAMLSlip? {
    if text.hasPrefix("{{") {
      return YAMLSlip("unquoted-value", text.range(of: 2), .factUnquoted, hint: .straightQuotes)
    }
    let closing: Character = bracket == "[" ? "]" : "}"
    let wide = bracket == "[" ? "］】" : "｝"
    guard let end = text.lastIndex(of: closing) else {
      if let place = text.indices.first(where: { text.character($0).map(wide.contains) ?? false }) {
        return YAMLSlip("full-width-bracket", text.range(place, 1), .wideBracket, hint: .bracket(closing))
      }
      return nil
    }
    if !text.rest(after: end + 1).isEmpty, !text.rest(after: end + 1).hasPrefix(",") {
      return YAMLSlip("unquoted-value", text.range(of: 1), .startsWith(bracket), hint: .straightQuotes)
    }
    if bracket == "{", let colon = text.index(of: "：") {
      return YAMLSlip("full-width-colon", text.range(colon, 1), .wideColon, hint: .colonAndSpace)
    }
    return nil
  }

  private init(_ rule: String, _ range: Range<Int>, _ message: Wording, hint: Wording) {
    self.rule = rule
    self.range = range
    self.message = message
    self.hint = hint
  }
}

extension Wording {
  fileprivate static let tab = Wording(zh: "这里有制表符（Tab）", en: "tab character")
  fileprivate static let twoSpaces = Wording(zh: "缩进用空格，每层两个", en: "indent with spaces, two for each level")
  fileprivate static let wideSpace = Wording(zh: "这里的空格是全角空格", en: "full-width space")
  fileprivate static let plainSpace = Wording(zh: "改用普通的英文空格", en: "use an ordinary space")
  fileprivate static let wideHash = Wording(zh: "“＃”是全角的，不能开始注释", en: "full-width `＃` does not begin a comment")
  fileprivate static let plainHash = Wording(zh: "改用英文的“#”", en: "use `#`")
  fileprivate static let spaceAfterDash = Wording(zh: "“-”后面缺少空格", en: "missing space after `-`")
  fileprivate static let dashAndSpace = Wording(zh: "列表的每一项写成“- 内容”", en: "write each item of a list as `- text`")
  fileprivate static let wideColon = Wording(zh: "冒号是中文的（全角“：”）", en: "full-width colon `：`")
  fileprivate static let spaceAfterColon = Wording(zh: "冒号后面缺少空格", en: "missing space after the colon")
  fileprivate static let colonAndSpace = Wording(
    zh: "改用英文冒号加一个空格：“title: 标题”", en: "write an ASCII colon and a space: `title: text`")
  fileprivate static let wideQuotes = Wording(
    zh: "中文引号不能括住值，值里面又有冒号加空格", en: "curly quotes do not enclose a value, and this one contains a colon and a space")
  fileprivate static let straightQuotes = Wording(
    zh: "用英文双引号把整个值括起来：\"…\"", en: "put the whole value in straight quotes: \"…\"")
  fileprivate static func startsWith(_ character: Character) -> Wording {
    Wording(
      zh: "值以“\(character)”开头，这个符号在 YAML 里另有用处",
      en: "value starts with `\(character)`, which means something else in YAML")
  }
  fileprivate static let colonInValue = Wording(
    zh: "值里面有冒号加空格，会被当成另一个键", en: "colon and space inside the value: it reads as another key")
  fileprivate static func unclosed(_ quote: Character) -> Wording {
    Wording(zh: "引号没有收尾：这一行只有开头的 \(quote)", en: "unclosed quote: this line has only the opening \(quote)")
  }
  fileprivate static let sameQuotes = Wording(
    zh: "开头和收尾要用同一种英文引号；中文引号只能用在里面", en: "begin and end with the same straight quote; curly quotes belong inside")
  fileprivate static func closeQuote(_ quote: Character) -> Wording {
    Wording(zh: "在值的末尾加上 \(quote)", en: "add \(quote) at the end of the value")
  }
  fileprivate static let textAfterQuote = Wording(zh: "引号已经收尾，后面还有字", en: "text after the closing quote")
  fileprivate static let curlyInside = Wording(
    zh: "整个值用一对英文引号括起来，里面的引语用中文引号“…”",
    en: "put the whole value in one pair of straight quotes, and use curly quotes inside")
  fileprivate static let factUnquoted = Wording(
    zh: "值以“{{”开头，YAML 会把它当成映射", en: "value starts with `{{`, which YAML takes for a map")
  fileprivate static let wideBracket = Wording(zh: "收尾的括号是全角的", en: "full-width closing bracket")
  fileprivate static func bracket(_ closing: Character) -> Wording {
    Wording(zh: "改用英文的“\(closing)”", en: "use `\(closing)`")
  }
}
