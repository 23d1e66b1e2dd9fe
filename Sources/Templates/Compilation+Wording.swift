internal import Diagnostics

extension Wording {
  static func unknown(_ name: String, of owner: String?) -> Wording {
    if let owner { return Wording(zh: "“\(owner)”里没有“\(name)”", en: "`\(owner)` has no `\(name)`") }
    return Wording(zh: "不认识“\(name)”", en: "`\(name)` is not a known name here")
  }
  static func known(_ names: [String]) -> Wording? {
    if names.isEmpty { return nil }
    let shown = names.prefix(12)
    let more = names.count > shown.count
    return Wording(
      zh: "这里可以用：" + shown.joined(separator: "、") + (more ? " 等" : ""),
      en: "known here: " + shown.joined(separator: ", ") + (more ? ", …" : ""))
  }
  static let noItem = Wording(zh: "“.”在这里没有所指", en: "`.` stands for nothing here")
  static let whereItem = Wording(zh: "“.”只用在文字列表的循环里", en: "`.` is the item inside a section on a list of texts")
  static func rawText(_ name: String) -> Wording {
    Wording(zh: "“\(name)”是普通文字，不能不转义就输出", en: "`\(name)` is plain text and must be escaped")
  }
  static func useBraces(_ name: String) -> Wording { Wording(zh: "写成 {{\(name)}}", en: "write `{{\(name)}}`") }
  static func escapedMarkup(_ name: String) -> Wording {
    Wording(zh: "“\(name)”是做好的 HTML，转义会让标签显示出来", en: "`\(name)` is finished HTML; escaping would show its tags")
  }
  static func useTriple(_ name: String) -> Wording { Wording(zh: "写成 {{{\(name)}}}", en: "write `{{{\(name)}}}`") }
  static func noText(_ name: String, _ kind: FieldKind) -> Wording {
    let found = kind.noun
    return Wording(zh: "“\(name)”是\(found.zh)，不是文字", en: "`\(name)` is \(found.en), not a text")
  }
  static func tableAsText(_ name: String) -> Wording {
    Wording(zh: "“\(name)”是一组文字，不是一段文字", en: "`\(name)` is a table of texts, not a text")
  }
  static func dotted(_ name: String) -> Wording {
    Wording(zh: "写成 {{\(name).名字}}", en: "write `{{\(name).name}}`")
  }
  static func useSection(_ name: String) -> Wording {
    Wording(zh: "写成 {{#\(name)}}…{{/\(name)}}", en: "write `{{#\(name)}}…{{/\(name)}}`")
  }
  static func alwaysThere(_ name: String) -> Wording {
    Wording(zh: "“\(name)”是文字，总是有的，不能当条件", en: "`\(name)` is a text that is always there, so it is no condition")
  }
  static func neverMissing(_ name: String) -> Wording {
    Wording(zh: "“\(name)”总是有的，“^”的内容永远不会出现", en: "`\(name)` is always there, so this would never show")
  }
  static func missing(_ name: String) -> Wording { Wording(zh: "没有模板“\(name)”", en: "there is no template `\(name)`") }
  static func recursive(_ name: String) -> Wording {
    Wording(zh: "模板“\(name)”又用到了自己", en: "template `\(name)` uses itself")
  }
  static let useList = Wording(zh: "模板里不能递归；层次用列表来写", en: "templates cannot recurse; write levels as lists")
  static func unknownBlock(_ block: String, in template: String) -> Wording {
    Wording(zh: "模板“\(template)”里没有“\(block)”这一块可以替换", en: "template `\(template)` has no block `\(block)` to replace")
  }
  static let usedHere = Wording(zh: "在这里用到", en: "used here")
}

extension FieldKind {
  /// What it is called in messages.
  fileprivate var noun: Wording {
    switch self {
    case .text, .optionalText: Wording(zh: "文字", en: "a text")
    case .markup, .optionalMarkup: Wording(zh: "HTML", en: "HTML")
    case .flag: Wording(zh: "条件", en: "a condition")
    case .texts, .list: Wording(zh: "列表", en: "a list")
    case .record, .optionalRecord, .included: Wording(zh: "一组内容", en: "a record")
    }
  }
}
