import Content
import Diagnostics
import Markdown

/// A promise of return, a superlative or a luring phrase that stands in the text as if it were ours: outside a `[!BAIT]`, not
/// in quotation marks, and not in a sentence that warns of it.
enum UnmarkedBait {
  private static let chinese: [String] = [
    "稳赚不赔", "稳赚", "包赚", "只赚不赔", "保本保息", "保本保收益", "保本高息", "保本高收益", "保证收益", "保证本金", "零风险", "无风险", "没有任何风险",
    "高收益低风险", "低风险高收益", "高额回报", "高额返利", "最高收益", "收益最高", "超高收益", "年化收益高达", "日赚", "月入过万", "躺赚", "躺着赚钱", "内部额度",
    "内部消息", "秒到账", "秒批", "低门槛", "名额有限", "机会难得", "错过不再", "仅限今日", "限时抢购", "立即抢购", "马上翻倍", "轻松翻倍", "最佳理财", "最佳投资",
    "最佳选择", "收益第一", "全国第一", "国家级项目", "国家级平台", "百分百收益", "财富自由",
  ]
  private static let english: [String] = [
    "guaranteed return", "guaranteed profit", "guaranteed income", "guaranteed interest", "guaranteed yield",
    "risk-free",
    "no risk", "zero risk", "without any risk", "can’t lose", "cannot lose", "double your money", "get rich quick",
    "sure profit", "sure-fire", "act now", "limited offer", "limited places", "highest return", "best investment",
    "instant cash", "instant approval", "passive income",
  ]

  /// Words that show that a sentence does not promise but warns or reports.
  private static let warnings: [String] = [
    "不得", "不能", "不会", "不要", "不可", "不存在", "不是", "不等于", "不靠谱", "不承诺", "不保证", "不能信", "没有这", "没有那", "没有什么", "没有“", "无法",
    "并非",
    "切勿", "请勿", "别", "莫", "未必", "哪有", "怎么可能", "吗", "？", "说", "称", "讲", "喊", "吹", "号称", "凡", "只要", "如果", "若", "要是", "遇到",
    "碰到", "看到",
    "听到", "听见", "当心", "小心", "警惕", "留神", "提防", "谨防", "防", "拒绝", "远离", "识破", "信号", "特征", "话术", "违法", "非法", "举报", "忽悠",
    "上当", "受骗",
    "骗", "诈", "假", "陷阱", "圈套", "套路", "幌子", "诱", "谎", "禁", "打着", "以“", "许诺", "对方", "他们", "所谓", "宣传", "广告", "往往", "多半",
    "都是",
  ]
  private static let englishWarnings: [String] = [
    "not", "no one", "nobody", "never", "n’t", "n't", "scam", "fraud", "fake", "trap", "if ", "beware", "say", "said",
    "claim",
    "they ", "he ", "she ", "promise", "anyone who", "whoever", "warning", "sign", "false", "swindl", "?", "lure",
    "trick", "illegal", "barred",
    "so-called", "offers of", "talk of", "ads", "advert",
  ]

  private static let table = Dictionary(grouping: chinese.map { Array($0.unicodeScalars) }) { $0[0] }
  private static let englishTable = Dictionary(grouping: english.map { Array($0.unicodeScalars) }) { $0[0] }

  private static let sieve = Sieve(beginnings: (chinese + english).map { Array($0.unicodeScalars) })

  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard !passage.isBait, !passage.isLaw, passage.role != .signs else { return }
    let isChinese = passage.script.isChinese && passage.kinds.contains(.han)
    guard isChinese || passage.script.isEnglish else { return }
    let table = isChinese ? Self.table : Self.englishTable
    let sieve = Self.sieve
    var quotes = 0
    var index = 0
    while index < passage.glyphs.count {
      let glyph = passage.glyphs[index]
      switch glyph.scalar {
      case "“", "‘", "「", "《": quotes += 1
      case "”", "」", "》": quotes = max(0, quotes - 1)
      case "’" where isChinese || !passage.isOne(of: .letter, at: index + 1): quotes = max(0, quotes - 1)
      default: break
      }
      guard quotes == 0, let next = passage[index + 1]?.scalar, sieve.mayBegin(glyph.scalar.small, next.small),
        !glyph.isOne(of: [.opaque, .fact]), let found = phrase(at: index, passage, table, isChinese),
        !isWarned(found, passage, isChinese), !passage.isExercise
      else {
        index += 1
        continue
      }
      remarks.append(.unmarkedBait(passage.text(found), at: passage.range(found)))
      index = found.upperBound
    }
  }

  /// The longest phrase that starts at an index.
  private static func phrase(
    at index: Int, _ passage: Passage, _ table: [Unicode.Scalar: [[Unicode.Scalar]]], _ isChinese: Bool
  ) -> Range<Int>? {
    if !isChinese, passage.isOne(of: .letter, at: index - 1) { return nil }
    let first = passage.glyphs[index].scalar
    let key = isChinese ? first : first.small
    guard let phrases = table[key] else { return nil }
    let fitting = phrases.filter { phrase in
      index + phrase.count <= passage.glyphs.count
        && phrase.indices.allSatisfy { offset in
          let scalar = passage.glyphs[index + offset].scalar
          return (isChinese ? scalar : scalar.small) == phrase[offset]
        }
    }
    guard let count = fitting.map(\.count).max() else { return nil }
    return index..<index + count
  }

  /// Whether the sentence without the phrase shows that it warns or reports.
  private static func isWarned(_ phrase: Range<Int>, _ passage: Passage, _ isChinese: Bool) -> Bool {
    let sentence = passage.sentence(at: phrase.lowerBound)
    let before = passage.text(sentence.lowerBound..<phrase.lowerBound)
    let after = passage.text(phrase.upperBound..<max(phrase.upperBound, sentence.upperBound))
    if isChinese { return warnings.contains { before.contains($0) || after.contains($0) } }
    let rest = (before + " … " + after).lowercased() + " "
    return englishWarnings.contains { rest.contains($0) }
  }
}

extension Passage {
  /// Whether it is a question, or an answer to it that is wrong: both may say what nobody should believe.
  fileprivate var isExercise: Bool {
    guard let node, let quiz = page.quiz else { return false }
    let nodes = page.document.nodes
    return quiz.questions.contains { question in
      question.prompt.contains { $0 <= node && node < nodes[$0].end }
        || question.options.contains { !$0.isRight && $0.item < node && node < nodes[$0.item].end }
    }
  }
}

extension Remark {
  fileprivate static func unmarkedBait(_ phrase: String, at range: Range<Int>) -> Remark {
    Remark(
      .error, .unmarkedBait, at: range,
      Wording(zh: "“\(phrase)”看上去像是我们说的", en: "“\(phrase)” reads as if we said it"),
      hint: Wording(
        zh:
          "骗子的话放进“> [!BAIT]”或者引号里，并说明它是陷阱；自己的话不许诺收益、不用“最”字。法律依据：《广告法》第九条、第二十五条（L-36、L-34），金融产品网络营销管理办法（L-33）。",
        en:
          "put a swindler’s words into a “> [!BAIT]” or into quotation marks, and say that it is a trap; promise nothing in our own words. The law: Advertising Law, Arts. 9 and 25 (L-36, L-34); rules on marketing financial products online (L-33)."
      ))
  }
}
