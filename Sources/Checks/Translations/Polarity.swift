/// What a sentence says about doing something, as far as it can be told without understanding it.
enum Polarity {
  /// 不要, 不得, 切勿; do not, never, may not.
  case forbids
  /// Any other negative: 没有, 不多; not, nothing.
  case denies
  /// A word that one of the languages may say as a negative: `leave it` for 不领.
  case unclear
  case affirms

  /// Whether a negative was read, of whatever sort.
  var isNegative: Bool {
    switch self {
    case .forbids, .denies: true
    case .unclear, .affirms: false
    }
  }

  /// Whether two languages cannot both be right. Only questions are exact enough for negatives that forbid nothing.
  func contradicts(_ other: Polarity, isQuestion: Bool) -> Bool {
    switch (self, other) {
    case (.forbids, .affirms), (.affirms, .forbids): true
    case (.denies, .affirms), (.affirms, .denies): isQuestion
    case (.forbids, _), (.denies, _), (.unclear, _), (.affirms, _): false
    }
  }

  init(chinese text: ArraySlice<Unicode.Scalar>) {
    let text = Array(text)
    var found = Polarity.affirms
    var index = 0
    while index < text.count {
      // `有没有`, `是不是`, `能不能` ask.
      if text[index] == "不" || text[index] == "没", index > 0, index + 1 < text.count,
        text[index - 1] == text[index + 1]
      {
        if found == .affirms { found = .unclear }
        index += 2
        continue
      }
      if let word = Self.chinese.word(in: text, at: index) {
        if word.meaning == .forbids {
          self = .forbids
          return
        }
        if found != .denies, word.meaning != .affirms { found = word.meaning }
        index = word.end
        continue
      }
      switch text[index] {
      case "不", "没", "未", "无", "非", "莫": found = .denies
      case "别", "勿", "禁":
        self = .forbids
        return
      default: break
      }
      index += 1
    }
    self = found
  }

  init(english text: ArraySlice<Unicode.Scalar>) {
    let tokens = EnglishToken.tokens(of: Array(text))
    var found = Polarity.affirms
    let sieve = Self.sieve
    for (index, token) in tokens.enumerated() where token.kind == .word {
      let word = token.text
      if found == .affirms, Self.isNegated(word) { found = .unclear }
      switch sieve.mayHold(word) ? Self.english[word] : nil {
      // `They can’t do enough for you`.
      case .forbids where tokens[index...].prefix(5).contains { $0.text == "enough" }:
        if found == .affirms { found = .unclear }
      case .forbids:
        self = .forbids
        return
      case .modal where index + 1 < tokens.count && tokens[index + 1].text == "not":
        self = .forbids
        return
      case .imperative where Self.isFirst(index, of: tokens) && (word != "do" || tokens.text(index + 1) == "not"):
        self = .forbids
        return
      case .denies: found = .denies
      case .evades where found == .affirms: found = .unclear
      case nil where Self.isContracted(word), .imperative where Self.isContracted(word): found = .denies
      case .modal, .imperative, .evades, nil: break
      }
    }
    self = found
  }

  /// Whether a word begins or ends as many negatives do. Few words have the letter that is looked for first.
  private static func isNegated(_ word: String) -> Bool {
    switch word.utf8.first {
    case UInt8(ascii: "u") where word.hasPrefix("un"): true
    case UInt8(ascii: "d") where word.hasPrefix("dis"): true
    default: word.utf8.last == UInt8(ascii: "s") && word.hasSuffix("less")
    }
  }

  private static func isContracted(_ word: String) -> Bool {
    word.utf8.last == UInt8(ascii: "t") && word.hasSuffix("n't")
  }

  private static let chinese = WordTable<Polarity>([
    "不要 不得 不能 不可 不可以 不准 不许 不允许 切勿 切莫 严禁 禁止 从不 决不 绝不 不会 不应 不应当 不该 不必 不用 千万别": .forbids,
    """
    不仅 不但 不过 不管 不论 不同 不久 不断 不少 不只 不止 不妨 差不多 不错 不单 不光 了不起 不如 无论 特别 别人 别的 别处 别家 别院 级别 区别 识别 辨别 分别 性别 \
    告别 个别 鉴别 类别 国别 莫名 无所谓 未来 非常 非法 非法集资 未成年 未成年人 不得了 无线 非柜面 非接触 非存款类 不特定 不良 从不良 从不同 无期 不要紧 不能不 不得不 不得已 不会不 不可靠 不可信 不可能 不用说
    """: .affirms,
    """
    拒绝 回绝 停 挂断 免费 错 假 骗 关掉 关闭 删 少 缺 只 才 唯一 小心 当心 难 警惕 冻结 限制 忘 丢 舍 亏 损 收回 \
    取消 之前 别怕 别急 别着急 别慌 别惊慌 别担心 别紧张 别动 别难过 别放在心上 别客气 别灰心 不要怕 不要急 \
    不要着急 不要慌 不要惊慌 不要担心 不要紧张 不要动 不要难过 不要放在心上 不要客气 不要灰心 不用怕 不用急 \
    不用着急 不用慌 不用惊慌 不用担心 不用紧张 不用动 不用难过 不用放在心上 不用客气 不用灰心 不必怕 不必急 \
    不必着急 不必慌 不必惊慌 不必担心 不必紧张 不必动 不必难过 不必放在心上 不必客气 不必灰心 千万别怕 千万别急 \
    千万别着急 千万别慌 千万别惊慌 千万别担心 千万别紧张 千万别动 千万别难过 千万别放在心上 千万别客气 千万别灰心 \
    先别怕 先别急 先别着急 先别慌 先别惊慌 先别担心 先别紧张 先别动 先别难过 先别放在心上 先别客气 先别灰心 不要只 \
    别只 不能只 不可只 不得只 不应只 不该只 不能光 不要光 别光 以前 除非 并非 无非 要不 不然 对不起 不好意思 没错 \
    拿不准 说不准 吃不准 白 陌生 瞒 保密 一样
    """: .unclear,
  ])

  /// What an English word does to its sentence.
  private enum Role {
    case forbids, modal, imperative, denies, evades
  }

  /// Whether a sentence or a clause begins with a word.
  private static func isFirst(_ index: Int, of tokens: [EnglishToken]) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    return before.kind == .sign || before.text == "and" || before.text == "but" || before.text == "so"
      || before.text == "please" || before.text == "then"
  }

  private static let english: [String: Role] = {
    let words: KeyValuePairs<String, Role> = [
      "never cannot can't mustn't shouldn't won't forbidden prohibited needn't": .forbids,
      "must may should can will shall need": .modal, "do don't": .imperative,
      "not no none nobody nothing neither nor nowhere non nil": .denies,
      """
      only until without before stop leave hang ignore avoid skip refuse hardly barely few little less instead \
      away wrong false fake keep lose lost loss losses fail miss missing lack empty deny decline barred against \
      strange stranger strangers stay out keeping keeps closed but rather illegal beware careful dead gone \
      outside excepted except invalid impossible resist rude secret back whatever whether anyone mind wait
      """: .evades,
    ]
    var roles: [String: Role] = [:]
    for (list, role) in words { for word in list.split(separator: " ") { roles[String(word)] = role } }
    return roles
  }()

  private static let sieve = Sieve(words: english.keys)
}

extension [EnglishToken] {
  fileprivate func text(_ index: Int) -> String { index < count ? self[index].text : "" }
}
