extension Claims {
  /// Reads Chinese: a negative stands before what it negates and reaches to the end of its clause.
  init(chinese text: [Unicode.Scalar]) {
    var reader = ChineseClaimReader(text: text)
    reader.read()
    self = reader.claims
  }
}

/// Walks over a Chinese text, clause by clause.
private struct ChineseClaimReader {
  let text: [Unicode.Scalar]
  var claims = Claims()
  private var clause = Clause()
  private var index = 0
  /// Where the last deed ended.
  private var end = -1
  /// Whether the clause before denied something, without forbidding, and whether it said `不是`.
  private var hasCondition = false
  private var isContrast = false
  private var hasNotBe = false

  init(text: [Unicode.Scalar]) { self.text = text }

  mutating func read() {
    while index < text.count {
      if skipQuestion() || readComplement() || skipQuantity() { continue }
      if let word = Self.words.word(in: text, at: index) {
        meet(word.meaning, until: word.end)
        index = word.end
      } else {
        meet(text[index])
        index += 1
      }
    }
    finish(carries: false)
  }

  private func character(_ offset: Int) -> Unicode.Scalar? {
    text.indices.contains(index + offset) ? text[index + offset] : nil
  }

  /// `有没有`, `是不是`, `能不能` ask.
  private mutating func skipQuestion() -> Bool {
    guard text[index] == "不" || text[index] == "没", let next = character(1), next == character(-1) else { return false }
    claims.doubt(in: &clause)
    index += 2
    return true
  }

  /// In `拿不出` and `查不到` the negative follows what it negates.
  private mutating func readComplement() -> Bool {
    guard index == end, text[index] == "不", let next = character(1), Self.complements.contains(next),
      let last = claims.all.indices.last
    else { return false }
    claims.all[last].polarity = claims.all[last].polarity == .negated ? .unclear : .negated
    claims.negatives += 1
    if clause.denied == 0 { clause.start = last }
    clause.denied += 1
    index += 2
    return true
  }

  /// `不到三天` is a quantity.
  private mutating func skipQuantity() -> Bool {
    guard text[index] == "不", character(1) == "到", let next = character(2), next.isNumeral else { return false }
    index += 2
    return true
  }

  private mutating func meet(_ mark: Unicode.Scalar) {
    switch mark {
    case "，", ",": finish(carries: true)
    case "。", "；", "：", "！", "？", "\n", ";", ":", "!", "?", "（", "）": finish(carries: false)
    case "、":
      if claims.negatives > 0 { claims.isShared = true }
      // `不租、借`.
      if case .rest(let isStrong) = clause.reach, index == end { clause.reach = .head(isStrong, until: index + 6) }
    case "不", "没":
      // `没看没问` are two words and one negative.
      if case .rest(false) = clause.reach, index == end {
        deny(false, isFirm: false)
      } else {
        deny(false)
      }
    case "未", "无", "非": deny(false)
    case "别", "勿", "禁", "莫": deny(true)
    default: break
    }
  }

  private mutating func meet(_ meaning: Meaning, until end: Int) {
    switch meaning {
    case .nothing: break
    case .prohibition: deny(true, at: end - 1)
    case .denial: deny(false, at: end - 1)
    case .notBe:
      hasNotBe = true
      deny(false, at: end - 1)
    case .hint: claims.hint(in: &clause)
    case .trait: claims.hints += 1
    case .doubt: claims.doubt(in: &clause)
    case .then:
      // `不交也能办`: what follows is not denied.
      if clause.denied > 0 { finish(carries: false) } else { resume() }
    case .contrast: if isContrast { resume() }
    case .must: if case .carried = clause.reach { clause.reach = .none }
    case .deeds(let deeds):
      if deeds.isThing {
        claims.all.append(.init(deeds: deeds, polarity: polarity(ofThingAt: index)))
      } else {
        claims.state(deeds, at: index, in: &clause)
      }
      self.end = end
    }
  }

  /// `不交就不放` sets a condition and `不是钱，是名字` tells what it is: other languages say both without a negative.
  private mutating func resume() {
    if hasCondition { claims.denials.removeLast() }
    hasCondition = false
    if case .carried = clause.reach { clause.reach = .none }
  }

  private mutating func deny(_ isStrong: Bool, at place: Int? = nil, isFirm: Bool = true) {
    let end = (place ?? index) + (isStrong ? 14 : 4)
    claims.deny(isStrong, until: end, in: &clause, isFirm: isFirm)
  }

  /// Ends a clause; whether a prohibition goes on in the next nobody knows.
  private mutating func finish(carries: Bool) {
    let reach = clause.reach
    let count = claims.denials.count
    let isFirm = if case .unclear = reach { false } else { true }
    claims.end(&clause, from: clause.start, isFirm: isFirm)
    hasCondition = carries && !reach.forbids && claims.denials.count > count
    isContrast = hasNotBe
    hasNotBe = false
    clause.reach = carries && reach.forbids ? .carried : .none
  }

  /// Only what stands right behind 有 or 没有 is had or lacked, or behind a 的 that belongs to it.
  private func polarity(ofThingAt index: Int) -> Claims.Polarity {
    let width = index > 0 && text[index - 1] == "的" ? 10 : 3
    var place = index
    while place > max(0, index - width) {
      place -= 1
      switch text[place] {
      case "，", "。": return .unclear
      case "没", "无": return .negated
      case "有":
        guard place > 0 else { return .affirmed }
        switch text[place - 1] {
        case "没", "无": return .negated
        case "所", "持", "只": return .unclear
        default: return .affirmed
        }
      default: break
      }
    }
    return .unclear
  }
}

extension Unicode.Scalar {
  fileprivate var isNumeral: Bool {
    switch self {
    case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "半", "几": true
    default: isDigit
    }
  }
}

extension ChineseClaimReader {
  /// What a word does to its clause.
  private enum Meaning {
    case prohibition, denial, notBe, doubt, hint
    /// A hint that says nothing of the deeds around it.
    case trait
    /// It begins what follows from a condition, or what is so instead.
    case then, contrast
    /// It says that something is to be done: no prohibition goes on behind it.
    case must
    /// It only looks like one of the others.
    case nothing
    case deeds(Deeds)
  }

  /// Characters behind 不 that make it the end of a verb.
  private static let complements: Set<Unicode.Scalar> = [
    "到", "出", "上", "懂", "了", "得", "回", "起", "清", "动", "成", "着",
  ]

  private static let words = WordTable(
    Deeds.chinese.map { ($0.key, .deeds($0.value)) } + particles.map { ($0.key, $0.value) })

  private static let particles: KeyValuePairs<String, Meaning> = [
    """
    不要 不得 不能 不可 不可以 不准 不许 切勿 切莫 严禁 禁止 从不 决不 绝不 不会 不应 不应当 不该 千万别 绝不会 不能够 从没 \
    从来没 从来不
    """: .prohibition,
    "没有 不必 不用 无需 无须 不需要 不再 并不 并没有 并非 从未 没能 未经 尚未 不算 不属于": .denial,
    "不是": .notBe,
    "要 应 应当 应该 必须 请 可以 能 会 马上 立即 先 都 再": .must,
    "陌生 陌生人 生人": .trait,
    "就 才 便 也能 也可以 也要 也会": .then,
    "是 而是": .contrast,
    """
    不好 不差 不假 不多 不够 不一样 没问题 不吃亏 不对 不对劲 不清 说不清 不放心 不舒服 不方便 不满 不足 \
    不便 不利 不熟 不明 不妥 不同 没了 打折 折扣 没关系 没事 不高 不低 不大 不小 不远 不近 不长 不早 不晚 不易 没人的 \
    没有？ 没有。 没有” 不信您 不信你 不要紧 不怕 零 一字不差 分毫不差 不少 不良 不可靠 不可信 不可能 不仅 \
    不但 不管 不论 无论 不止 不过 免费 错 假 骗人 少 缺 丢 舍 亏 白拿 白给 白送 白花 \
    瞒 保密 一样 离开 离手 走开 走人 断开 违反 守住 守好 保住 推脱 防 躲 独自 不断 不停 不久 不妨 了不起 \
    毫不 不起 没错 不行 不合 自称 所谓 冒充 谎 装 还是 照样 仍 倒 不说了 不聊了 相同
    """: .hint,
    """
    推掉 推辞 推脱 只 除非 免得 以免 避免 防止 谨防 警惕 当心 小心 抵制 远离 杜绝 唯一 难 之前 以前 何必 难道 \
    怎么会 哪有 哪里 谁会 无非 不得不 不能不 不得已 要不 不然 否则 忘 差点 几乎 不如 而不是 吗 呢 么 是否 \
    拿不准 说不准 吃不准 停 挂断 再说
    """: .doubt,
    """
    不只 差不多 不错 不单 不光 什么 特别 别人 别的 非要 非得 处非 没收 连接不 别处 别家 别院 级别 区别 识别 \
    辨别 分别 性别 告别 个别 鉴别 类别 国别 莫名 无所谓 未来 非常 非法 非法集资 未成年 未成年人 不得了 无线 \
    非柜面 非接触 非存款类 不特定 无期 不用说 不好意思 对不起 未满 没有谁 不超过 不低于 不少于 不晚于 不高于 \
    不多于 不早于 从不良 代填 代签 代客 短信 微信 征信 信用 信息 信件 信托 重要 主要 只要 要是 要么 要紧 社会 \
    机会 协会 委员会 会计 会议 会员 一点 地点 观点 特点 几点 点钟 优点 有点 网点 打算 打招呼 交通 交往 交易 \
    交流 看来 看似 好看 保护 保障 提醒 提前 提出 加上 加倍 加息 更加 增加 用户 信用卡 利用 作用 真正 天真 同学 \
    同事 同时 共同 开始 开心 公开 装修 发现 发生 发展 发行 开发 发票 收入 收益 收款 收据 争取 领导 本领 存款 \
    投诉 投保 投票 印象 复印 印章 选项 动心 活动 移动 自动 主动 流动 劳动 行动 动静 电动 检查 调查 \
    看法 概念 纪念 念头 据说 小说 说法 讲师 直接 接着 接触 接近 连接 打工 打扰 标签 签证 问题 疑问 顾问 \
    问卷 采取 紧急 恐怕 哪怕 管理 理财 理由 代理 办法 办公 举办 办案 退休 借口 借条 借据 借鉴 贷款公司 \
    反诈 转身 转眼 好听 打听 看门 一看就 给他看 交谈 收拾 收银 买家 卖家 安全感 存放 寄存 停车
    """: .nothing,
  ]
}
