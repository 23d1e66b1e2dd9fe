/// Whether an instruction tells somebody to do something or not to. It is unclear wherever the two languages are free to say
/// it either way: `leave it` for 不领.
enum Polarity {
  case positive, negative, unclear

  init(chinese text: ArraySlice<Unicode.Scalar>) {
    let text = Array(text)
    var isUnclear = false
    var index = 0
    while index < text.count {
      if let skip = Self.chineseHarmless.word(in: text, at: index) {
        if skip.meaning { isUnclear = true }
        index = skip.end
        continue
      }
      switch text[index] {
      case "不", "没", "别", "勿", "莫", "未", "无", "非", "禁", "拒":
        // `有没有`, `是不是`, `对不对` ask.
        if index > 0, index + 1 < text.count, text[index - 1] == text[index + 1] {
          isUnclear = true
        } else {
          self = .negative
          return
        }
      default: break
      }
      index += 1
    }
    self = isUnclear ? .unclear : .positive
  }

  init(english text: ArraySlice<Unicode.Scalar>) {
    let tokens = EnglishToken.tokens(of: Array(text))
    var isUnclear = false
    for token in tokens where token.kind == .word {
      let word = token.text
      if Self.englishNegatives.contains(word) || word.hasSuffix("n't") {
        self = .negative
        return
      }
      if Self.englishUnclear.contains(word) || word.hasPrefix("un") || word.hasPrefix("dis") || word.hasSuffix("less") {
        isUnclear = true
      }
    }
    self = isUnclear ? .unclear : .positive
  }

  /// Words with a negative in them that deny nothing (false), or that one language may say without it (true).
  private static let chineseHarmless = WordTable<Bool>([
    "不仅 不但 不过 不管 不论 不同 不久 不断 不少 不只 不止 不妨 差不多 不错 不单 不光 了不起 不如 无论 特别 别人 别的 别处 别家 级别 区别 识别 辨别 分别 性别 告别 个别 鉴别 类别 国别 莫名 莫非 除非 并非 无非 无所谓 未来 未必 非常 非法 非法集资 未成年 未成年人 没错 不得了 不好意思 无线 非柜面 对不起 非接触 不特定 不良 不明":
      false,
    "拒绝 停 挂断 免费 错 假 骗 关掉 关闭 删 少 缺 只 才 先 再 唯一 防 小心 当心 外 难 反 警惕 冻结 限制 忘 丢 失 断 空 挡 离 退 舍 亏 损 收回 取消 之前 以前": true,
  ])

  private static let englishNegatives: Set<String> = [
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "nowhere", "non",
  ]

  private static let englishUnclear: Set<String> = [
    "only", "until", "before", "stop", "leave", "hang", "ignore", "avoid", "skip", "refuse", "hardly", "barely", "few",
    "little", "less", "too", "instead", "away", "out", "off", "wrong", "false", "fake", "free", "keep", "lose", "lost",
    "loss", "losses", "fail", "miss", "missing", "lack", "empty", "nil", "deny", "decline", "forbidden", "barred",
    "prohibited", "against", "strange", "stranger", "strangers", "closed", "but", "rather", "illegal", "beware",
    "careful", "dead", "gone", "outside", "excepted", "except", "invalid", "impossible", "resist", "turn", "rude",
    "secret", "bare", "stay", "clear", "back", "yourself", "own", "whatever", "whether", "far", "hard", "end",
  ]
}
