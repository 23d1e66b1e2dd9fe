internal import Diagnostics

extension Record {
  /// A text. A number or a date is a text too.
  package mutating func text(_ key: String) -> Placed<String>? {
    node(key).flatMap { text(of: $0, key) }
  }

  /// A text that must be there.
  package mutating func requiredText(_ key: String) -> Placed<String>? {
    requiredNode(key).flatMap { text(of: $0, key) }
  }

  /// One text or a list of texts; empty when the key is missing.
  package mutating func texts(_ key: String) -> [Placed<String>] {
    node(key).map { texts(of: $0, key) } ?? []
  }

  /// One text or a list of texts, at least one.
  package mutating func requiredTexts(_ key: String) -> [Placed<String>] {
    guard let node = requiredNode(key) else { return [] }
    if case .list(let items) = node.value, items.isEmpty {
      report(.error, "missing-key", at: node.range, .emptyList(key))
    }
    return texts(of: node, key)
  }

  /// Every entry with its text, for maps whose keys are names that somebody chose. Makes all keys known.
  package mutating func eachText() -> [(key: Placed<String>, text: Placed<String>)] {
    keys.compactMap { key in
      requiredText(key.value).map { (key, $0) }
    }
  }

  /// Yes or no: `true`, `false`, `yes`, `no`, and in Chinese `是`, `否`.
  package mutating func flag(_ key: String) -> Placed<Bool>? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.value {
      switch text {
      case "true", "True", "TRUE", "yes", "Yes", "YES", "是": return Placed(true, at: node.range)
      case "false", "False", "FALSE", "no", "No", "NO", "否": return Placed(false, at: node.range)
      default: break
      }
    }
    report(.error, "wrong-type", at: node.range, .wrongType(key, wanted: .flag, found: node), hint: .trueOrFalse)
    return nil
  }

  /// A whole number.
  package mutating func integer(_ key: String) -> Placed<Int>? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.value {
      if let number = Int(text) { return Placed(number, at: node.range) }
      if text.contains(where: { ("０"..."９").contains($0) }) {
        report(.error, "wrong-type", at: node.range, .wideDigits, hint: .plainDigits)
        return nil
      }
    }
    report(.error, "wrong-type", at: node.range, .wrongType(key, wanted: .integer, found: node))
    return nil
  }

  private mutating func text(of node: YAMLNode, _ key: String) -> Placed<String>? {
    switch node.value {
    case .scalar(let text, _): return Placed(text, at: node.range)
    case .map, .list, .null:
      report(
        .error, "wrong-type", at: node.range, .wrongType(key, wanted: .text, found: node), hint: hint(forText: node))
      return nil
    }
  }

  private mutating func texts(of node: YAMLNode, _ key: String) -> [Placed<String>] {
    switch node.value {
    case .scalar(let text, let isPlain):
      if isPlain, let bracket = text.first, "［【".contains(bracket), let end = text.last, "］】]".contains(end) {
        report(.error, "full-width-bracket", at: node.range, .wideBrackets, hint: .plainList)
        return []
      }
      if isPlain, text.first == "-" || text.first == "－" {
        report(.error, "missing-space", at: node.range, .dashWithoutSpace, hint: .dashAndSpace)
        return []
      }
      return [Placed(text, at: node.range)]
    case .list(let items):
      return items.compactMap { text(of: $0, key) }
    case .map, .null:
      report(.error, "wrong-type", at: node.range, .wrongType(key, wanted: .list, found: node), hint: .plainList)
      return []
    }
  }

  private func hint(forText node: YAMLNode) -> Wording? {
    switch node.value {
    case .list, .map: .quoteIfText
    case .scalar, .null: nil
    }
  }
}

extension YAMLNode {
  /// What the value is called in messages.
  var kindName: Wording {
    switch value {
    case .scalar(let text, _): Wording(zh: "“\(text.shortened)”", en: "`\(text.shortened)`")
    case .list: Wording(zh: "一个列表", en: "a list")
    case .map: Wording(zh: "一组“名字: 内容”", en: "a map")
    case .null: Wording(zh: "空的", en: "nothing")
    }
  }
}

extension String {
  /// The first twenty characters, for messages.
  fileprivate var shortened: String {
    let line = prefix { !$0.isNewline }
    return line.count == count && count <= 20 ? self : line.prefix(20) + "…"
  }
}

/// What can be wanted of a value.
enum WantedKind {
  case text
  case list
  case flag
  case integer
}

extension Wording {
  static func wrongType(_ key: String, wanted: WantedKind, found node: YAMLNode) -> Wording {
    let found = node.kindName
    let name =
      switch wanted {
      case .text: Wording(zh: "一段文字", en: "a text")
      case .list: Wording(zh: "一个列表", en: "a list")
      case .flag: Wording(zh: " true 或 false", en: "true or false")
      case .integer: Wording(zh: "一个整数", en: "a whole number")
      }
    return Wording(zh: "“\(key)”应当是\(name.zh)，却是\(found.zh)", en: "`\(key)` wants \(name.en), found \(found.en)")
  }
  fileprivate static func emptyList(_ key: String) -> Wording {
    Wording(zh: "“\(key)”的列表是空的", en: "the list of `\(key)` is empty")
  }
  fileprivate static let trueOrFalse = Wording(zh: "写 true（是）或 false（否）", en: "write `true` or `false`")
  fileprivate static let wideDigits = Wording(zh: "数字是全角的", en: "full-width digits")
  fileprivate static let plainDigits = Wording(zh: "改用英文数字 0–9", en: "use the digits 0–9")
  fileprivate static let wideBrackets = Wording(zh: "列表的方括号是全角的", en: "full-width brackets round a list")
  fileprivate static let plainList = Wording(zh: "列表写成 [一, 二, 三]", en: "write a list as `[one, two, three]`")
  fileprivate static let dashWithoutSpace = Wording(
    zh: "“-”后面缺少空格，没有成为列表", en: "missing space after `-`: this is no list")
  fileprivate static let dashAndSpace = Wording(
    zh: "每一项另起一行，写成“- 内容”", en: "write each item in a line of its own as `- text`")
  fileprivate static let quoteIfText = Wording(
    zh: "如果本来就是文字，请用英文双引号 \"…\" 把整个值括起来", en: "if it is meant as text, put the whole value in straight quotes \"…\"")
}
