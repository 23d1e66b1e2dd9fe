/// Reads the quantities of an English text.
struct EnglishQuantities {
  let source: QuantityText
  let tokens: [EnglishToken]
  var found: [Quantity] = []
  /// For each quantity the tokens it was read from.
  var places: [Range<Int>] = []
  /// Where reading goes on.
  var position = 0

  static func quantities(in text: QuantityText) -> [Quantity] {
    var reader = EnglishQuantities(source: text, tokens: EnglishToken.tokens(of: text.scalars))
    while reader.position < reader.tokens.count { reader.readNext() }
    reader.shareUnits()
    return reader.found
  }

  /// What is said about how exact the things are that stand in the text as objects, in their order.
  static func qualifiersOfObjects(in text: QuantityText) -> [Quantity.Qualifier] {
    let reader = EnglishQuantities(source: text, tokens: EnglishToken.tokens(of: text.scalars))
    let object = String(QuantityText.object)
    return reader.tokens.indices.filter { reader.tokens[$0].text == object }.map { reader.qualifier($0, $0 + 1) }
  }

  private mutating func readNext() {
    let start = position
    position = start + 1
    switch tokens[start].kind {
    case .sign: break
    case .number:
      if readName(at: start) || readDigitalDate(at: start) || readClock(at: start) || readDate(at: start) { return }
      if readDecree(at: start) { return }
      readNumber(at: start)
    case .word:
      let word = tokens[start].text
      guard EnglishWords.sieve.mayHold(word), EnglishWords.beginners.contains(word) else { return }
      if EnglishWords.small[word] != nil || EnglishWords.tens[word] != nil || word == "a" || word == "an"
        || word == "half"
      {
        readNumber(at: start)
      } else if EnglishWords.months[word] != nil {
        _ = readDate(at: start)
      } else if EnglishWords.articles.contains(word) {
        readArticles(at: start)
      } else {
        readWord(word, at: start)
      }
    }
  }

  /// `twice`, `doubled`, `hundreds`, `third`, `both`.
  private mutating func readWord(_ word: String, at start: Int) {
    if let multiple = EnglishWords.multiples[word] {
      let next = text(start + 1)
      if next == "-" || next == "check" || next == "sided" { return }
      add(ExactNumber(multiple.factor), .ratio, start..<start + 1, multiple.isCertain ? .hard : .soft)
    } else if let span = EnglishWords.spans[word] {
      if text(start - 1) != "opening" { add(ExactNumber(span), .span, start..<start + 1, .soft) }
    } else if let power = EnglishWords.plurals[word] {
      var value = power
      if let of = EnglishWords.plurals[text(start + 2)], text(start + 1) == "of" { value *= of }
      add(ExactNumber(value), .vague, start..<start + (value == power ? 1 : 3), .soft)
      position = start + (value == power ? 1 : 3)
    } else if let ordinal = EnglishWords.ordinals[word] {
      if text(start + 1) == "-" { return }
      add(ExactNumber(ordinal), .ordinal, start..<start + 1, ordinal == 1 ? .optional : .soft)
    } else {
      switch word {
      case "once": add(.one, .times, start..<start + 1, .optional)
      case "twice": add(ExactNumber(2), .times, start..<start + 1, .soft)
      case "thrice": add(ExactNumber(3), .times, start..<start + 1, .soft)
      case "both", "couple", "pair", "two's", "neither", "either":
        add(ExactNumber(2), .count(.things), start..<start + 1, .optional)
      case "fortnight": add(ExactNumber(1_209_600), .time, start..<start + 1, .hard)
      case "several" where EnglishWords.powers[text(start + 1)] != nil:
        add(ExactNumber(EnglishWords.powers[text(start + 1)] ?? 1), .vague, start..<start + 2, .soft)
        position = start + 2
      default: break
      }
    }
  }

  private mutating func readNumber(at start: Int) {
    guard let numeral = numeral(at: start) else { return }
    position = max(position, numeral.end)
    readCounted(numeral, at: start)
  }

  mutating func add(
    _ value: ExactNumber, _ unit: Quantity.Unit, _ tokens: Range<Int>, _ weight: Quantity.Weight,
    qualifier: Quantity.Qualifier = .exact, period: Quantity.Period? = nil, written: String? = nil
  ) {
    let positions =
      self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    found.append(
      Quantity(
        value: value, unit: unit, qualifier: qualifier, period: period, weight: weight,
        written: written ?? source.string(positions), range: source.range(positions), position: positions))
    places.append(tokens)
  }

  /// A token's text; empty beyond the ends.
  func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

  /// Position after a hyphen, if one stands there.
  func afterHyphen(_ index: Int) -> Int { Self.dashes.contains(text(index)) ? index + 1 : index }

  static let dashes: Set<String> = ["-", "‑", "–", "—", "−"]

  /// In `two or three years` and `RMB 500,000 to 5 million` the unit stands with only one of the two.
  private mutating func shareUnits() {
    for index in found.indices.dropFirst().reversed() {
      let between = places[index - 1].upperBound..<max(places[index - 1].upperBound, places[index].lowerBound)
      let words = tokens[between].map(\.text)
      let isRange =
        words == ["to"] || words == ["and"] && isAfterBetween(index - 1)
        || words.count == 1 && Self.dashes.contains(words[0])
      guard isRange || words == ["or"] || words == ["and"] || words == [","] && found[index].weight == .hard else {
        continue
      }
      let (left, right) = (found[index - 1], found[index])
      if left.unit == .plain, right.unit != .plain, right.unit != .ordinal, right.unit != .date, right.unit != .digits {
        guard words != [","] || left.weight == right.weight else { continue }
        if !isRange, right.unit == .percent || right.unit == .price { continue }
        share(right, with: index - 1, isRange: isRange, from: index)
      } else if right.unit == .plain, case .amount = left.unit {
        found[index].unit = left.unit
        let power = numeral(at: places[index].lowerBound)?.power ?? 1
        if isRange, power > 1, left.value < ExactNumber(1000), let value = left.value.times(ExactNumber(power)) {
          found[index - 1].value = value
        }
      }
      if isRange, found[index - 1].unit == found[index].unit, found[index - 1].value < found[index].value,
        found[index].unit != .date
      {
        if found[index - 1].qualifier == .exact { found[index - 1].qualifier = .lowest }
        found[index].qualifier = .highest
        let weight: Quantity.Weight = .hard
        (found[index - 1].weight, found[index].weight) = (weight, weight)
      }
    }
  }

  private func isAfterBetween(_ index: Int) -> Bool { text(places[index].lowerBound - 1) == "between" }

  private mutating func share(_ right: Quantity, with index: Int, isRange: Bool, from rightIndex: Int) {
    let tokens = places[rightIndex]
    found[index].unit = right.unit
    found[index].period = found[index].period ?? right.period
    if found[index].weight != .optional || right.weight == .hard { found[index].weight = right.weight }
    // What the second number was multiplied by to be in its measure.
    guard let bare = numeral(at: tokens.lowerBound) ?? numeral(at: tokens.lowerBound + 1) else { return }
    if let factor = right.value.times(ExactNumber(bare.value.denominator))?.over(max(1, bare.value.numerator)),
      let value = found[index].value.times(factor)
    {
      found[index].value = value
    }
    if bare.power > 1, found[index].value < ExactNumber(1000),
      let value = found[index].value.times(ExactNumber(bare.power))
    {
      found[index].value = value
    }
  }
}
