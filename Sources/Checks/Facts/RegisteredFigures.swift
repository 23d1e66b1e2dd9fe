import Content

/// The figures of the register in one language: which fact says what.
struct RegisteredFigures {
  /// The figures in the words and the sources of each fact.
  private(set) var figures: [String: Set<Figure>] = [:]
  /// The facts that say a figure, in the order of the register.
  private(set) var facts: [Figure: [String]] = [:]
  /// The facts that say nothing but a figure, and so can stand in its place.
  private(set) var names: [Figure: [String]] = [:]
  /// The titles of the laws that stand for a fact: `{{antifraud-law}}`.
  private var titles: [String: String] = [:]

  init(_ register: FactRegister, in language: Language) {
    let laws = register.all.filter { $0.kind == .law }
    for fact in laws where fact.value[language].count < 80 {
      let statement = Statement(fact.value[language], in: language)
      let title = statement.laws.first { $0.range == statement.scalars.indices }
      if case .law(let name) = title?.figure { titles[fact.id] = name }
    }
    for fact in register.all {
      let value = Statement(fact.value[language], in: language)
      let isNumber = fact.kind == .hotline && fact.value[language].utf8.allSatisfy { $0 < 0x3A }
      var found = value.figures
      if isNumber {
        let digits = fact.value[language].filter(\.isNumber)
        found.append(FoundFigure(figure: .hotline(digits), range: value.scalars.indices))
      }
      for figure in found where figure.range == value.scalars.indices { add(figure.figure, fact.id, to: &names) }
      let all = (found + Statement(fact.source[language], in: language).figures).map { normal($0.figure) }
      figures[fact.id, default: []].formUnion(all)
      for figure in Set(all) { add(figure, fact.id, to: &facts) }
    }
  }

  private func add(_ figure: Figure, _ id: String, to table: inout [Figure: [String]]) {
    if table[figure]?.last != id { table[figure, default: []].append(id) }
  }

  /// A figure with the title of a law in the place of its fact's name.
  func normal(_ figure: Figure) -> Figure {
    guard case .article(let number, of: .some(let name)) = figure, name.hasPrefix("{{") else { return figure }
    return .article(number, of: titles[String(name.dropFirst(2).dropLast(2))])
  }

  /// The facts among some that say a figure. A month is said by a day in it, and an article of a law that the text does not
  /// name by that of any.
  func facts(saying figure: Figure, among ids: Set<String>?) -> [String] {
    let figure = normal(figure)
    if let exact = facts[figure]?.filter({ ids?.contains($0) ?? true }), !exact.isEmpty { return exact }
    let isLoose: (Figure) -> Bool
    switch figure {
    case .date(let year, let month, day: nil):
      isLoose = { if case .date(year, month, _) = $0 { true } else { false } }
    case .article(let number, of: nil):
      isLoose = { if case .article(number, _) = $0 { true } else { false } }
    case .hotline, .amount, .rate, .date, .law, .article, .decree: return []
    }
    guard let ids else { return facts.filter { isLoose($0.key) }.flatMap(\.value).sorted() }
    return ids.filter { figures[$0]?.contains(where: isLoose) == true }.sorted()
  }
}
