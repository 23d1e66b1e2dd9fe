import Diagnostics

/// A product, an offer or the telephone of the bank that publishes the lesson: a public-interest text may show a name and
/// nothing more.
enum Promotion {
  private static let chinese: [String] = [
    "我行推出", "本行推出", "我行新推", "本行新推", "我行产品", "本行产品", "我行理财", "本行理财", "我行热销", "我行客户经理", "我行特推", "欢迎选购", "欢迎购买", "欢迎办理",
    "欢迎认购", "欢迎咨询", "欢迎致电", "火热发售", "火热销售", "限量发售", "开户有礼", "办卡有礼", "开户即送", "办卡即送", "专属理财", "专属优惠", "优惠利率", "利率优惠",
    "限时优惠", "手续费减免", "扫码办理", "扫码开户", "扫码购买", "立即开户", "立即申请", "立即购买",
  ]
  private static let english: [String] = [
    "our bank’s new", "our bank offers", "we offer you", "open an account with us", "invest with us",
    "our wealth management",
    "our wealth-management", "our new product", "special offer", "apply today", "open an account today", "buy now",
  ]
  private static let chineseTable = Dictionary(grouping: chinese.map { Array($0.unicodeScalars) }) { $0[0] }
  private static let englishTable = Dictionary(grouping: english.map { Array($0.unicodeScalars) }) { $0[0] }

  private static let sieve = Sieve(beginnings: (chinese + english).map { Array($0.unicodeScalars) })

  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard !passage.isBait, !passage.isLaw else { return }
    let isChinese = passage.script.isChinese && passage.kinds.contains(.han)
    guard isChinese || passage.script.isEnglish else { return }
    let table = isChinese ? chineseTable : englishTable
    let sieve = Self.sieve
    var quotes = 0
    for index in passage.glyphs.indices {
      let scalar = passage.glyphs[index].scalar
      if scalar == "“" || scalar == "《" { quotes += 1 }
      if scalar == "”" || scalar == "》" { quotes = max(0, quotes - 1) }
      guard quotes == 0, let next = passage[index + 1]?.scalar, sieve.mayBegin(scalar.small, next.small),
        let phrases = table[scalar.small]
      else { continue }
      for phrase in phrases where has(phrase, from: index, passage) {
        let found = index..<index + phrase.count
        if isChinese, isWarned(found, passage) { continue }
        remarks.append(.promotion(.product(passage.text(found)), at: passage.range(found)))
      }
    }
    telephone(passage, style, &remarks)
  }

  private static func has(_ phrase: [Unicode.Scalar], from index: Int, _ passage: Passage) -> Bool {
    guard index + phrase.count <= passage.glyphs.count else { return false }
    return phrase.indices.allSatisfy { passage.glyphs[index + $0].scalar.small == phrase[$0] }
  }

  /// Whether the sentence is about swindlers who speak like that.
  private static func isWarned(_ phrase: Range<Int>, _ passage: Passage) -> Bool {
    let sentence = passage.text(passage.sentence(at: phrase.lowerBound))
    return ["骗", "假", "冒充", "自称", "不要", "不得", "别", "当心", "警惕", "谨防", "对方", "他们"].contains { sentence.contains($0) }
  }

  /// A number behind the publisher's own name, unless it is registered.
  private static func telephone(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.digit) else { return }
    for string in DigitString.all(in: passage) where string.digits.count >= 5 && string.digits.count <= 12 {
      let sentence = passage.sentence(at: string.glyphs.lowerBound)
      let before = Array(passage.glyphs[sentence.lowerBound..<string.glyphs.lowerBound].map(\.scalar))
      let names =
        style.organisers + [Array("我行".unicodeScalars), Array("本行".unicodeScalars), Array("our bank".unicodeScalars)]
      let text = passage.text(sentence.lowerBound..<string.glyphs.lowerBound).lowercased()
      let isCalled = ["电话", "热线", "致电", "拨打", "call ", "phone", "tel:"].contains { text.contains($0) }
      guard isCalled, names.contains(where: { contains($0, in: before) }), !style.registeredDigits.contains(string.text)
      else { continue }
      remarks.append(.promotion(.telephone, at: passage.range(string.glyphs)))
      return
    }
  }

  private static func contains(_ name: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Bool {
    guard name.count <= text.count else { return false }
    return (0...text.count - name.count).contains { text[$0..<$0 + name.count].elementsEqual(name) }
  }

  /// What is promoted.
  enum Pitch {
    case product(String)
    case telephone
  }
}

extension Remark {
  fileprivate static func promotion(_ pitch: Promotion.Pitch, at range: Range<Int>) -> Remark {
    let message =
      switch pitch {
      case .product(let phrase):
        Wording(zh: "“\(phrase)”是推销的话", en: "“\(phrase)” promotes a product")
      case .telephone: Wording(zh: "这里有主办单位的电话", en: "the publisher’s own telephone number")
      }
    return Remark(
      .error, .promotion, at: range, message,
      hint: Wording(
        zh: "公益宣传可以写单位名称，不写产品、地址、网址和电话。法律依据：《公益广告促进和管理暂行办法》（L-37）。",
        en:
          "a public-interest text may name the body behind it, but no product, address, web address or telephone. The law: Interim Measures on public-interest advertising (L-37)."
      ))
  }
}
