import Diagnostics

extension Quantity {
  /// What the quantity says, in the words of each language of messages, with how it is written where that differs.
  var words: Wording {
    let spoken = spoken
    let isSame = { (text: String) in text == self.written }
    return Wording(
      zh: isSame(spoken.zh) ? "“\(written)”" : "\(spoken.zh)（“\(written)”）",
      en: isSame(spoken.en) ? "“\(written)”" : "\(spoken.en) (“\(written)”)")
  }

  private var spoken: Wording {
    let (zh, en) = (value.chinese, value.english)
    switch unit {
    case .amount(let currency): return Wording(zh: zh + currency.name.zh, en: en + " " + currency.name.en)
    case .percent:
      return Wording(zh: (period?.name.zh ?? "") + zh + "%", en: en + "%" + (period.map { " " + $0.name.en } ?? ""))
    case .points: return Wording(zh: zh + "个百分点", en: en + " percentage points")
    case .ratio: return Wording(zh: zh + "倍", en: en + " times as much")
    case .times: return Wording(zh: zh + "次", en: en + " times")
    case .price: return Wording(zh: "原价的" + zh + "%", en: en + "% of the price")
    case .count(.people): return Wording(zh: zh + "人", en: en + " people")
    case .count(.attendances): return Wording(zh: zh + "人次", en: en + " attendances")
    case .count(.households): return Wording(zh: zh + "户", en: en + " households")
    case .count(.things), .plain: return Wording(zh: zh, en: en)
    case .ordinal: return Wording(zh: "第" + zh, en: "number " + en)
    case .date: return spokenDate
    case .clock:
      let minutes = value.whole ?? 0
      let time = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
      return Wording(zh: time, en: time)
    case .time: return spokenTime
    case .months:
      if let months = value.whole, months % 12 == 0 {
        return Wording(zh: "\(months / 12)年", en: "\(months / 12) years")
      }
      return Wording(zh: zh + "个月", en: en + " months")
    case .workingDays: return Wording(zh: zh + "个工作日", en: en + " working days")
    case .age: return Wording(zh: zh + "岁", en: "age " + en)
    case .digits, .vague, .span: return Wording(zh: written, en: written)
    case .article: return Wording(zh: "第" + zh + "条（款）", en: "Article (paragraph) " + en)
    }
  }

  private var spokenDate: Wording {
    let (year, month, day) = dateParts
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let parts = [day > 0 ? "\(day)" : "", month > 0 ? names[month - 1] : "", year > 0 ? "\(year)" : ""]
    return Wording(
      zh: (year > 0 ? "\(year)年" : "") + (month > 0 ? "\(month)月" : "") + (day > 0 ? "\(day)日" : ""),
      en: parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private var spokenTime: Wording {
    guard let seconds = value.whole else { return Wording(zh: written, en: written) }
    let units = [(86_400, "天", "days"), (3600, "小时", "hours"), (60, "分钟", "minutes"), (1, "秒", "seconds")]
    let unit = units.first { seconds % $0.0 == 0 } ?? units[3]
    return Wording(zh: "\(seconds / unit.0)\(unit.1)", en: "\(seconds / unit.0) \(unit.2)")
  }
}

extension ExactNumber {
  /// In 万 and 亿: `1.9万`.
  fileprivate var chinese: String {
    for (power, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万")] {
      if let part = over(power), ExactNumber(1) <= part, let text = part.decimal(places: 4) { return text + name }
    }
    return decimal(places: 4) ?? "\(numerator)/\(denominator)"
  }

  /// With commas: `19,000`.
  fileprivate var english: String {
    guard let whole else { return decimal(places: 4) ?? "\(numerator)/\(denominator)" }
    if whole >= 1_000_000_000, whole % 100_000_000 == 0, let text = over(1_000_000_000)?.decimal(places: 4) {
      return text + " billion"
    }
    var text = ""
    for (index, digit) in String(whole).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// As digits with a point; nil when it needs more places.
  private func decimal(places: Int) -> String? {
    var (digits, remainder) = ("", numerator % denominator)
    for _ in 0..<places where remainder != 0 {
      remainder *= 10
      digits += "\(remainder / denominator)"
      remainder %= denominator
    }
    guard remainder == 0 else { return nil }
    return "\(numerator / denominator)" + (digits.isEmpty ? "" : "." + digits)
  }
}

extension Quantity.Currency {
  fileprivate var name: Wording {
    switch self {
    case .yuan: Wording(zh: "元", en: "yuan")
    case .usDollar: Wording(zh: "美元", en: "US dollars")
    case .euro: Wording(zh: "欧元", en: "euros")
    case .pound: Wording(zh: "英镑", en: "pounds")
    case .yen: Wording(zh: "日元", en: "yen")
    case .hongKongDollar: Wording(zh: "港元", en: "Hong Kong dollars")
    case .otherDollar: Wording(zh: "元（外币）", en: "dollars")
    case .won: Wording(zh: "韩元", en: "won")
    case .fen: Wording(zh: "分", en: "fen")
    }
  }
}

extension Quantity.Period {
  var name: Wording {
    switch self {
    case .transaction: Wording(zh: "每笔", en: "per transaction")
    case .day: Wording(zh: "每天", en: "a day")
    case .month: Wording(zh: "每月", en: "a month")
    case .year: Wording(zh: "每年", en: "a year")
    case .person: Wording(zh: "每人", en: "per person")
    }
  }
}

extension Quantity.Qualifier {
  var name: Wording {
    switch self {
    case .exact, .unclear, .lowest, .highest: Wording(zh: "正好", en: "exactly")
    case .about: Wording(zh: "大约", en: "about")
    case .nearly: Wording(zh: "将近", en: "nearly")
    case .more: Wording(zh: "超过", en: "more than")
    case .atLeast: Wording(zh: "至少", en: "at least")
    case .atMost: Wording(zh: "至多", en: "at most")
    case .under: Wording(zh: "不到", en: "under")
    case .before: Wording(zh: "在此之前", en: "before")
    case .from: Wording(zh: "从此开始", en: "from then on")
    }
  }
}
