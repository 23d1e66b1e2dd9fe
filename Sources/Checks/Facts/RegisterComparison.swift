import Content
import Diagnostics
import Markdown

/// Figures in the text that the register of facts does not answer for: nobody would notice when they change.
///
/// Hotlines and laws are looked for everywhere but in a swindler's words. Sums of money, rates and dates count only where the
/// page stands by them: not in little stories, questions and their answers, links to other pages, what somebody else says between
/// quotation marks, and examples. They must be said by a fact that the page cites in `sources` or names by `{{…}}`.
struct RegisterComparison: BundleRules {
  private let library: Library
  private let rules: Set<Check>
  private let registered: [Language: RegisteredFigures]

  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    let named = bundle.factNames
    let cited = !bundle.kind.isTaught ? nil : named.union(bundle.sources.map(\.id))
    return bundle.translations.flatMap { findings(in: $0, of: bundle, cited: cited, named: named) }
  }

  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle) {
    self.library = library
    rules = checks
    registered = Dictionary(
      uniqueKeysWithValues: library.site.languages.map { ($0, RegisteredFigures(library.facts, in: $0)) })
  }

  /// - Parameters:
  ///   - cited: the facts that the page rests on; nil for a page of the site, which rests on all of them.
  ///   - named: those among them whose names stand in the text.
  private func findings(in page: Page, of bundle: Bundle, cited: Set<String>?, named: Set<String>) -> [Diagnostic] {
    guard let registered = registered[page.language] else { return [] }
    let isMadeUp = bundle.nature?.basis == .fictional
    return page.statements(isMadeUp: isMadeUp).flatMap { text -> [Diagnostic] in
      let source = page.document.source
      let isFrontMatter = page.document.frontMatter?.contains(text.statement.text.range.lowerBound) == true
      var seen: Set<Range<Int>> = []
      return text.statement.figures.compactMap { found in
        guard seen.insert(found.range).inserted || isArticle(found.figure), counts(found, in: text) else { return nil }
        let remark = RegisterRemark(
          figure: registered.normal(found.figure), text: text.statement.text(found.range),
          place: text.statement.place(found.range, in: source))
        return finding(remark, registered, cited: cited, named: named, isFrontMatter: isFrontMatter)
      }
    }
  }

  private func isArticle(_ figure: Figure) -> Bool {
    if case .article = figure { true } else { false }
  }

  /// Whether the page stands by a figure.
  private func counts(_ found: FoundFigure, in text: StatedText) -> Bool {
    switch found.figure {
    case .hotline, .law, .article, .decree: true
    case .amount, .rate, .date:
      !text.isStory && !text.given.contains(found.figure) && !text.statement.isQuoted(found.range)
        && !text.statement.isLinked(found.range) && !text.statement.isExample(found.range)
    }
  }

  private func finding(
    _ remark: RegisterRemark, _ registered: RegisteredFigures, cited: Set<String>?, named: Set<String>,
    isFrontMatter: Bool
  ) -> Diagnostic? {
    let names = registered.names[remark.figure] ?? []
    switch remark.figure {
    case .hotline, .law:
      // Front matter takes no names of facts.
      if let name = names.first { return isFrontMatter ? nil : literal(remark, name) }
      if case .law = remark.figure, !registered.facts(saying: remark.figure, among: nil).isEmpty { return nil }
    case .amount, .rate, .date, .article, .decree:
      if let name = names.first(where: named.contains) { return isFrontMatter ? nil : literal(remark, name) }
      if !registered.facts(saying: remark.figure, among: cited).isEmpty { return nil }
    }
    // Of a law that is not registered its title says enough.
    if case .article(_, of: .some(let law)) = remark.figure,
      registered.facts(saying: .law(law), among: nil).isEmpty
    {
      return nil
    }
    guard rules.contains(remark.figure.rule) else { return nil }
    return .unregistered(remark, name: names.first, fact: registered.facts(saying: remark.figure, among: nil).first)
  }

  private func literal(_ remark: RegisterRemark, _ name: String) -> Diagnostic? {
    rules.contains(.literalFact) ? .literalFact(remark, name) : nil
  }
}

/// A figure with what a message says about it.
struct RegisterRemark {
  let figure: Figure
  /// As it is written.
  let text: String
  let place: Place
}

extension Bundle {
  /// The names of facts in the texts of all languages.
  var factNames: Set<String> {
    var names: Set<String> = []
    for page in translations {
      for node in page.document.nodes {
        if case .fact(let name) = node.kind { names.insert(page.document.string(name)) }
      }
    }
    return names
  }
}

extension Diagnostic {
  fileprivate static func literalFact(_ remark: RegisterRemark, _ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "literal-fact", at: remark.place,
      Wording(
        zh: "“\(remark.text)”已在facts.yaml里登记，这里却直接写了出来",
        en: "“\(remark.text)” is registered in facts.yaml, but is written out here"),
      hint: Wording(
        zh: "写成{{\(name)}}，以后改一处，处处都对。", en: "write {{\(name)}}: when it changes, it changes everywhere at once."))
  }

  /// - Parameters:
  ///   - name: a fact that says just this.
  ///   - fact: a fact that says it among other things, and that the page does not cite.
  fileprivate static func unregistered(_ remark: RegisterRemark, name: String?, fact: String?) -> Diagnostic {
    let hint: Wording
    if let name {
      hint = Wording(
        zh: "说的是同一件事，就写{{\(name)}}；不是，就先在facts.yaml里登记。",
        en: "if this is the same thing, write {{\(name)}}; if not, register it in facts.yaml first.")
    } else if let fact {
      hint = Wording(
        zh: "依据是\(fact)，就把它加到sources里；不是，就先在facts.yaml里登记。",
        en: "if it rests on \(fact), add that to `sources`; if not, register it in facts.yaml first.")
    } else {
      hint = Wording(
        zh: "查清出处，先在facts.yaml里登记；查不到的，不要写。",
        en: "find out who says so and register it in facts.yaml; if nobody does, take it out.")
    }
    return Diagnostic(
      remark.figure.severity, remark.figure.rule.rawValue, at: remark.place, remark.figure.message(remark.text),
      hint: hint)
  }
}

extension Figure {
  /// A wrong number to dial costs a reader money at once.
  fileprivate var severity: Diagnostic.Severity {
    switch self {
    case .hotline: .error
    case .amount, .rate, .date, .law, .article, .decree: .warning
    }
  }

  fileprivate func message(_ text: String) -> Wording {
    switch self {
    case .hotline:
      Wording(zh: "“\(text)”不是登记过的电话", en: "“\(text)” is not a registered hotline")
    case .amount:
      Wording(zh: "“\(text)”这个金额没有依据", en: "no fact that this page cites says the amount “\(text)”")
    case .rate:
      Wording(zh: "“\(text)”这个比率没有依据", en: "no fact that this page cites says the rate “\(text)”")
    case .date:
      Wording(zh: "“\(text)”这个日期没有依据", en: "no fact that this page cites says the date “\(text)”")
    case .law, .decree:
      Wording(zh: "“\(text)”不是登记过的法规", en: "“\(text)” is not a registered law")
    case .article(let number, of: let law):
      if let law {
        Wording(
          zh: "登记的事实里没有《\(law)》第\(number)条", en: "no fact that this page cites rests on article \(number) of the \(law)"
        )
      } else {
        Wording(zh: "登记的事实里没有“\(text)”", en: "no fact that this page cites rests on “\(text)”")
      }
    }
  }
}
