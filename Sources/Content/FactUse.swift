package import Diagnostics
import Markdown
import YAML

/// A registered fact, where it is used, and when somebody must look at it again.
package struct FactUse: Sendable {
  package let fact: Fact
  /// Where its name stands, in the order of files and places.
  package let places: [Place]
  /// On how many sheets it stands: a lesson in a language is one.
  package let sheets: Int
  /// Days until it expires or is older than the site allows; zero or less when that has come.
  package let daysLeft: Int
}

extension Library {
  /// The uses of all facts, in the order of the register.
  package var factUses: [FactUse] {
    var places: [String: [Place]] = [:]
    var sheets: [String: Set<String>] = [:]
    // Sheets of lessons that have expired are still in people’s hands.
    for bundle in bundles + expiredLessons {
      for page in bundle.translations {
        for (name, range) in page.factNames {
          places[name, default: []].append(page.document.source.place(range))
          guard bundle.kind == .lesson else { continue }
          // What a lesson rests on is named on its sheets in every language.
          let isText = page.document.frontMatter?.contains(range.lowerBound) != true
          for printed in isText ? [page] : bundle.translations { sheets[name, default: []].insert(printed.path) }
        }
      }
    }
    for name in site.references.hotlines {
      places[name.value, default: []].append(site.references.file.place(name.range))
      sheets[name.value, default: []].formUnion((lessons + expiredLessons).flatMap(\.translations).map(\.path))
    }
    let (today, age) = (today, site.guardrails.factAge)
    return facts.all.map { fact in
      let stale = age - today.days(since: fact.checked) + 1
      let expired = fact.expires.map { $0.days(since: today) }
      return FactUse(
        fact: fact, places: (places[fact.id] ?? []).sorted(by: Self.precedes), sheets: sheets[fact.id]?.count ?? 0,
        daysLeft: min(stale, expired ?? stale))
    }
  }

  private static func precedes(_ left: Place, _ right: Place) -> Bool {
    let lines = (left.range?.lowerBound.line ?? 0, right.range?.lowerBound.line ?? 0)
    return (left.path, lines.0) < (right.path, lines.1)
  }
}

extension Page {
  /// The names of facts in the text and under `sources`, with their bytes.
  fileprivate var factNames: [(name: String, range: Range<Int>)] {
    let cited = (frontMatter.sources?.value ?? []).map { (name: $0.value, range: $0.range) }
    return cited
      + document.nodes.compactMap { node in
        guard case .fact(let name) = node.kind else { return nil }
        return (document.string(name), node.range)
      }
  }
}
