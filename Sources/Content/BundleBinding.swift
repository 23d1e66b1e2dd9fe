import Diagnostics
import Markdown
import YAML

/// Puts the pages of one bundle together: what the source language's file says holds for all, and what another file says
/// must not contradict it.
struct BundleBinding {
  let site: Site
  let facts: FactRegister
  /// The day as of which facts expire.
  let today: CalendarDate
  var diagnostics: [Diagnostic] = []

  init(site: Site, facts: FactRegister, today: CalendarDate) {
    self.site = site
    self.facts = facts
    self.today = today
  }

  /// The bundle of a source page and all its translations, the source among them.
  mutating func bundle(_ source: Page, _ translations: [Page]) -> Bundle {
    let matter = source.frontMatter
    for page in translations.dropFirst() { compare(page, with: source) }
    // `FrontMatter` reports the dates that are missing in a source page, so that a build with the stand-in is never published.
    let day = matter.date?.value ?? matter.checked?.value ?? Self.standIn
    return Bundle(
      kind: source.kind, slug: source.slug, source: source, translations: translations,
      topic: topic(matter.topic, in: source), audiences: audiences(matter.audience, in: source),
      order: matter.order?.value ?? Int.max,
      dates: (day, matter.checked?.value ?? day, matter.expires?.value), sources: sources(matter.sources, in: source),
      nature: matter.case?.value, contest: contest(matter.contest, in: source))
  }

  private static let standIn = CalendarDate(year: 1, month: 1, day: 1)

  private mutating func topic(_ id: Placed<String>?, in page: Page) -> Topic? {
    guard let id else { return nil }
    if let topic = site.topics.first(where: { $0.id == id.value }) { return topic }
    let known = site.topics.map(\.id)
    diagnostics.append(
      .unknownTopic(id.value, known: known, at: page.document.source.place(id.range)))
    return nil
  }

  private mutating func contest(_ matter: ContestMatter?, in page: Page) -> Contest? {
    guard let matter, let questions = matter.questions, let minutes = matter.minutes, let pass = matter.pass else {
      return nil
    }
    let topics = matter.topics.map { $0.value.compactMap { topic($0, in: page) } } ?? site.topics
    return Contest(topics: topics, questions: questions.value, minutes: minutes.value, pass: pass.value)
  }

  private mutating func audiences(_ ids: Placed<[Placed<String>]>?, in page: Page) -> [Audience] {
    (ids?.value ?? []).compactMap { id in
      if let audience = site.audiences.first(where: { $0.id == id.value }) { return audience }
      diagnostics.append(
        .unknownAudience(id.value, known: site.audiences.map(\.id), at: page.document.source.place(id.range)))
      return nil
    }
  }

  private mutating func sources(_ ids: Placed<[Placed<String>]>?, in page: Page) -> [Fact] {
    (ids?.value ?? []).compactMap { id in
      if let fact = facts[id.value] {
        if let expires = fact.expires, expires <= today {
          diagnostics.append(.expiredFact(id.value, on: expires, at: page.document.source.place(id.range)))
        }
        return fact
      }
      if facts.wasReported(id.value) { return nil }
      diagnostics.append(
        .unknownSource(
          id.value, like: Suggestion.nearest(to: id.value, among: facts.all.map(\.id)),
          at: page.document.source.place(id.range)))
      return nil
    }
  }

  private mutating func compare(_ page: Page, with source: Page) {
    let own = page.frontMatter
    let first = source.frontMatter
    // The same words stand elsewhere in another file, so places are left out of the comparison.
    func check<Value, Words: Equatable>(
      _ key: String, _ value: KeyPath<FrontMatter, Placed<Value>?>, _ words: (Value) -> Words
    ) {
      guard let mine = own[keyPath: value], words(mine.value) != first[keyPath: value].map({ words($0.value) }) else {
        return
      }
      let there = first[keyPath: value].map { source.document.source.place($0.range) } ?? source.document.source.place
      diagnostics.append(.contradiction(key, at: page.document.source.place(mine.range), source: there))
    }
    check("topic", \.topic) { $0 }
    check("audience", \.audience) { $0.map(\.value) }
    check("order", \.order) { $0 }
    check("date", \.date) { $0 }
    check("checked", \.checked) { $0 }
    check("expires", \.expires) { $0 }
    check("sources", \.sources) { $0.map(\.value) }
    check("case", \.case) { $0 }
    check("topics", \.contest?.topics) { $0.map(\.value) }
    check("questions", \.contest?.questions) { $0 }
    check("minutes", \.contest?.minutes) { $0 }
    check("pass", \.contest?.pass) { $0 }
  }
}

extension Diagnostic {
  fileprivate static func unknownTopic(_ id: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-topic", at: place,
      Wording(zh: "没有“\(id)”这个主题", en: "there is no topic “\(id)”"), hint: choice(id, known))
  }

  fileprivate static func unknownAudience(_ id: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-audience", at: place,
      Wording(zh: "没有“\(id)”这类读者", en: "there is no audience “\(id)”"), hint: choice(id, known))
  }

  private static func choice(_ id: String, _ known: [String]) -> Wording {
    if let like = Suggestion.nearest(to: id, among: known) {
      return .didYouMean(like)
    }
    let list = known.joined(separator: ", ")
    return Wording(
      zh: "site.yaml里有：\(list)。要用新的，先在那里加上。", en: "site.yaml has: \(list). Add a new one there first.")
  }

  fileprivate static func unknownSource(_ id: String, like: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-source", at: place,
      Wording(zh: "facts.yaml里没有“\(id)”这条依据", en: "facts.yaml has no fact “\(id)”"),
      hint: like.map { .didYouMean($0) }
        ?? Wording(
          zh: "先在facts.yaml里登记它，写明出处和核对日期。",
          en: "register it in facts.yaml first, with its source and the day it was checked."))
  }

  fileprivate static func contradiction(_ key: String, at place: Place, source: Place) -> Diagnostic {
    Diagnostic(
      .error, "contradiction", at: place,
      Wording(zh: "“\(key)”和原文写的不一样", en: "`\(key)` differs from what the original says"),
      hint: Wording(
        zh: "各种语言的“\(key)”必须相同：写在原文里，译文里删掉这一行。",
        en: "`\(key)` is the same in all languages: write it in the original and delete the line here."),
      notes: [.init(Wording(zh: "原文在这里", en: "the original is here"), at: source)])
  }
}
