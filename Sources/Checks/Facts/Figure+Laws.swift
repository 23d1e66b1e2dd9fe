extension Statement {
  /// The laws, articles of laws and decrees that are cited.
  var laws: [FoundFigure] {
    let titles = chineseTitles + englishTitles
    return titles + chineseArticles(titles) + englishArticles(titles) + decrees
  }

  /// `《…法》`: books and lessons stand between title marks, too, but do not end in a word for a law.
  private var chineseTitles: [FoundFigure] {
    var found: [FoundFigure] = []
    for start in scalars.indices where scalars[start] == "《" {
      guard let length = scalars[start...].prefix(60).firstIndex(of: "》") else { continue }
      let title = text(start + 1..<length)
      guard Self.endings.contains(where: { title.hasSuffix($0) }) else { continue }
      found.append(FoundFigure(figure: .law(Self.shortTitle(title)), range: start..<length + 1))
    }
    return found
  }

  /// The words of a title in English: capitals, with small words between them, and a word for a law among them.
  private var englishTitles: [FoundFigure] {
    var found: [FoundFigure] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isLatin, scalars[index].value < 0x61, scalar(index - 1)?.isLatin != true else {
        index += 1
        continue
      }
      var words: [String] = []
      var end = index
      var next = index
      while let word = word(at: next) {
        let isCapital = word.first?.isUppercase == true
        guard isCapital || Self.smallWords.contains(word) else { break }
        words.append(word)
        let behind = next + word.unicodeScalars.count
        if isCapital { end = behind }
        guard scalar(behind) == " " || scalar(behind) == "-" || scalar(behind) == "’" else { break }
        next = behind + 1
      }
      while let last = words.last, Self.smallWords.contains(last) { words.removeLast() }
      // A sentence's first word has a capital, too.
      var start = index
      while let first = words.first, Self.articles.contains(first) || Self.smallWords.contains(first.lowercased()) {
        start = afterBlanks(start + words.removeFirst().unicodeScalars.count)
      }
      if words.count > 1, words.contains(where: { Self.kinds.contains($0) }) {
        found.append(FoundFigure(figure: .law(text(start..<end)), range: start..<end))
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// `第十六条` behind a law's title or name, and those that follow it in a row.
  private func chineseArticles(_ titles: [FoundFigure]) -> [FoundFigure] {
    var found: [FoundFigure] = []
    var row: (end: Int, law: String?)?
    for start in scalars.indices where scalars[start] == "第" {
      guard let (number, end) = articleNumber(at: start + 1), scalar(end) == "条" else { continue }
      let law: String?
      if let known = row, scalars[known.end..<start].allSatisfy({ "、，和及至第款项一二三四五六七八九十".unicodeScalars.contains($0) }) {
        law = known.law
      } else if let before = scalar(start - 1) {
        if before == Statement.mark {
          law = facts[start - 1].map { "{{\($0)}}" }
        } else if before == "》" {
          guard let title = titles.first(where: { $0.range.upperBound == start }) else { continue }
          law = title.name
        } else if "法例定释则典".unicodeScalars.contains(before) || has("办法", at: start - 2) {
          law = nil
        } else {
          continue
        }
      } else {
        continue
      }
      row = (end + 1, law)
      found.append(FoundFigure(figure: .article(number, of: law), range: start..<end + 1))
    }
    return found
  }

  /// `Article 16`, `Art. 5`, `Arts. 26 and 30–32`, with the law that the same sentence names.
  private func englishArticles(_ titles: [FoundFigure]) -> [FoundFigure] {
    var found: [FoundFigure] = []
    for start in scalars.indices where scalars[start] == "A" && scalar(start - 1)?.isLatin != true {
      guard let word = first(of: ["Articles ", "Article ", "Arts. ", "Art. "], at: start) else { continue }
      var index = start + word.unicodeScalars.count
      let law = law(near: start, titles)
      var last: Int?
      while let number = plainNumber(at: index) {
        // Of a range all articles are cited; one of more than fifty is none.
        let lowest = last.map { $0 < number.value && number.value - $0 < 50 ? $0 + 1 : number.value } ?? number.value
        for article in lowest...number.value {
          found.append(FoundFigure(figure: .article(article, of: law), range: start..<number.end))
        }
        index = number.end
        last = nil
        if scalar(index) == "(", let close = scalars[index...].prefix(4).firstIndex(of: ")") { index = close + 1 }
        if scalar(index) == "–" {
          last = number.value
          index += 1
        } else if let separator = first(of: [", ", " and "], at: index),
          scalar(index + separator.unicodeScalars.count)?.digit != nil
        {
          index += separator.unicodeScalars.count
        } else {
          break
        }
      }
    }
    return found
  }

  /// The law that the words around an index name: behind it (`Article 16 of the …`), or else before it.
  private func law(near index: Int, _ titles: [FoundFigure]) -> String? {
    let named = facts.map { (place: $0.key, name: "{{\($0.value)}}") }
    let sentence = (named + titles.map { (place: $0.range.lowerBound, name: $0.name) }).filter { mark in
      let between = scalars[min(mark.place, index)..<max(mark.place, index)]
      return between.count < 120 && !between.contains(";") && !between.indices.contains(where: isSentenceEnd)
    }.sorted { $0.place < $1.place }
    let behind = sentence.first { $0.place > index && $0.place < index + 40 }
    return behind?.name ?? sentence.last { $0.place < index }?.name
  }

  /// Whether a full stop at an index ends a sentence, and not an abbreviation.
  private func isSentenceEnd(_ index: Int) -> Bool {
    guard scalars[index] == ".", scalar(index + 1) == " ", let next = scalar(index + 2), ("A"..."Z").contains(next)
    else {
      return false
    }
    return !has("Art", at: index - 3) && !has("Arts", at: index - 4) && !has("No", at: index - 2)
  }

  /// `第737号`, `令第9号`, `Decree No. 737`, `Order 119`.
  private var decrees: [FoundFigure] {
    scalars.indices.compactMap { start in
      if scalars[start] == "令" {
        let digits = scalar(start + 1) == "第" ? start + 2 : start + 1
        guard let number = plainNumber(at: digits), scalar(number.end) == "号" else { return nil }
        return FoundFigure(figure: .decree(number.value), range: start..<number.end + 1)
      }
      guard scalars[start] == "D" || scalars[start] == "O",
        let word = first(of: ["Decree No. ", "Decree ", "Order No. "], at: start),
        let number = plainNumber(at: start + word.unicodeScalars.count)
      else { return nil }
      return FoundFigure(figure: .decree(number.value), range: start..<number.end)
    }
  }

  private struct PlainNumber {
    let value: Int
    let end: Int
  }

  private func plainNumber(at start: Int) -> PlainNumber? {
    var value = 0
    var end = start
    while end < start + 6, let digit = scalar(end)?.digit {
      value = value * 10 + digit
      end += 1
    }
    return end > start ? PlainNumber(value: value, end: end) : nil
  }

  private func articleNumber(at start: Int) -> (Int, Int)? {
    if let number = plainNumber(at: start) { return (number.value, number.end) }
    guard let numeral = ChineseNumeral(in: scalars, at: start), let number = numeral.value.whole else { return nil }
    return (number, numeral.end)
  }

  /// A law's title without the country's name.
  static func shortTitle(_ title: String) -> String {
    let state = "中华人民共和国"
    return title.hasPrefix(state) ? String(title.dropFirst(state.count)) : title
  }

  private static let endings = [
    "法", "条例", "办法", "规定", "解释", "细则", "法典", "决定", "意见", "通知", "指引", "准则", "规则", "批复", "公告",
  ]
  private static let kinds: Set<String> = [
    "Law", "Regulation", "Regulations", "Measures", "Provisions", "Rules", "Code",
  ]
  private static let smallWords: Set<String> = ["of", "on", "and", "by", "for", "the", "in", "to"]
  private static let articles: Set<String> = ["The", "A", "An", "This", "That", "Your", "Our", "These"]
}

extension FoundFigure {
  /// The title of a law; empty for anything else.
  fileprivate var name: String {
    if case .law(let title) = figure { title } else { "" }
  }
}
