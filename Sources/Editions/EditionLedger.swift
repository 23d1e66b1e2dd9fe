import Content
import Diagnostics

/// Every printed edition that is known, and how it stands.
struct EditionLedger: Sendable {
  /// What a reader who holds a sheet wants to know.
  enum Standing: Sendable {
    /// It may be handed out, until its date if it has one.
    case current
    /// There is a newer one.
    case replaced(by: EditionIdentity)
    /// It must not be handed out, nor followed.
    case withdrawn(EditionRegister.Withdrawal, newer: EditionIdentity?)
    /// Its date has passed, or its lesson is not published any more.
    case expired
  }

  /// A printed edition.
  struct Edition: Sendable {
    let code: String
    let slug: String
    let language: Language
    /// When its facts were last checked.
    let date: CalendarDate
    /// Nil where the date is not known or there is none.
    let expires: CalendarDate?
    let standing: Standing
  }

  /// Current ones in reading order, then all others as they were written down.
  let editions: [Edition]

  /// The ledger of a library. A code that stands for two editions is reported, and so is the withdrawal of an edition that
  /// would still be printed.
  static func keeping(_ library: Library, recall: EditionIdentity.Recall? = nil) -> Diagnosed<EditionLedger> {
    var diagnostics: [Diagnostic] = []
    var editions: [Edition] = []
    var current: [String: EditionIdentity] = [:]
    var newest: [String: EditionIdentity] = [:]
    let register = Dictionary(library.editions.entries.map { ($0.code, $0) }) { first, _ in first }
    func isOther(_ entry: EditionRegister.Entry, than identity: EditionIdentity) -> Bool {
      entry.lesson != identity.slug || entry.language != identity.language
    }
    for bundle in library.lessons {
      for page in bundle.translations {
        let identity = EditionIdentity(of: page, in: bundle, of: library, recall: recall)
        if let entry = register[identity.code], isOther(entry, than: identity) {
          diagnostics.append(.sharedCode(identity.code, at: Place(path: page.path), first: entry.place))
        }
        if let first = current[identity.code] {
          let path = PageAddress(kind: .lesson, slug: first.slug, language: first.language.code).path
          diagnostics.append(.sharedCode(identity.code, at: Place(path: page.path), first: Place(path: path)))
          continue
        }
        current[identity.code] = identity
        newest[Self.key(identity.slug, identity.language)] = identity
        editions.append(Edition(identity, .current))
      }
    }
    let expired = library.expiredLessons.flatMap { bundle in
      bundle.translations.map { EditionIdentity(of: $0, in: bundle, of: library, recall: recall) }
    }
    let expiry = Dictionary(expired.map { ($0.code, $0.expires) }) { first, _ in first }
    for entry in library.editions.entries {
      let newer = newest[Self.key(entry.lesson, entry.language)]
      if current[entry.code] != nil {
        if entry.withdrawal != nil { diagnostics.append(.withdrawnStillCurrent(entry)) }
      } else if let withdrawal = entry.withdrawal {
        editions.append(Edition(entry, .withdrawn(withdrawal, newer: newer)))
      } else if let newer {
        editions.append(Edition(entry, .replaced(by: newer)))
      } else {
        editions.append(Edition(entry, .expired, expires: expiry[entry.code] ?? nil))
      }
    }
    for identity in expired where current[identity.code] == nil && register[identity.code] == nil {
      editions.append(Edition(identity, .expired))
    }
    return Diagnosed(EditionLedger(editions: editions), diagnostics)
  }

  private static func key(_ slug: String, _ language: Language) -> String { "\(language.code)/\(slug)" }
}

extension EditionLedger.Edition {
  fileprivate init(_ identity: EditionIdentity, _ standing: EditionLedger.Standing) {
    self.init(
      code: identity.code, slug: identity.slug, language: identity.language, date: identity.date,
      expires: identity.expires, standing: standing)
  }

  fileprivate init(
    _ entry: EditionRegister.Entry, _ standing: EditionLedger.Standing, expires: CalendarDate? = nil
  ) {
    self.init(
      code: entry.code, slug: entry.lesson, language: entry.language, date: entry.date, expires: expires,
      standing: standing)
  }
}

extension Diagnostic {
  fileprivate static func sharedCode(_ code: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .error, "shared-edition-code", at: place,
      Wording(zh: "版次码“\(code)”碰巧和另一版一样", en: "the code “\(code)” happens to be that of another edition, too"),
      hint: Wording(
        zh: "极少碰到。随便改动一个字，版次码就会变。", en: "this is very rare. Change any word of the text, and it gets another code."),
      notes: [.init(Wording(zh: "另一版在这里", en: "the other edition is here"), at: first)])
  }

  fileprivate static func withdrawnStillCurrent(_ entry: EditionRegister.Entry) -> Diagnostic {
    Diagnostic(
      .error, "withdrawn-edition-current", at: entry.place,
      Wording(
        zh: "“\(entry.code)”已经作废，可课程没有改，印出来还是这一版",
        en: "“\(entry.code)” is withdrawn, but the lesson has not changed and would still be printed as this edition"),
      hint: Wording(
        zh: "先把content/lessons/\(entry.lesson)里错的地方改好，版次码就会换成新的。来不及改，先写上draft: true。",
        en:
          "correct content/lessons/\(entry.lesson) first: it then gets a new code. Until you can, mark it `draft: true`."
      ))
  }
}
