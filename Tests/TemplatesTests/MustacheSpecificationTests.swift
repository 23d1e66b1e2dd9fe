import Testing

@testable import Templates

/// The mustache specification's own tests. They run when `MUSTACHE_SPEC` names a copy of its folder `specs/`.
///
/// Not run: the module `~lambdas` (10 tests). A lambda is data that is a function, and no `FieldKind` is one.
@Suite(.enabled(if: SpecificationTest.folder != nil, "set MUSTACHE_SPEC to a copy of mustache/spec's folder specs/"))
struct MustacheSpecificationTests {
  static let modules = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance", "~dynamic-names",
  ]

  @Test(
    "The specification holds, except where being strict is the point", arguments: SpecificationTest.all(in: modules))
  func specification(test: SpecificationTest) {
    if let reason = Refusal.reason(for: test) {
      guard case .refused(let rules) = test.outcome() else {
        Issue.record("\(test.testDescription) was not refused: \(reason.why)")
        return
      }
      #expect(Set(rules) == [reason.rule], "\(reason.why)")
    } else {
      #expect(test.outcome() == .text(test.expected))
    }
  }

  @Test("Every test named as differing is there")
  func refusals() {
    let names = Set(SpecificationTest.all(in: Self.modules).map(\.testDescription))
    #expect(Refusal.byName.keys.filter { !names.contains($0) }.isEmpty)
  }
}

/// Where we differ from the specification, on purpose, and the rule that says so to a designer.
private struct Refusal {
  let rule: String
  let why: String

  static func reason(for test: SpecificationTest) -> Refusal? {
    // The whole module: which template is meant must be known when templates are loaded.
    if test.module == "~dynamic-names" { return dynamic }
    return byName[test.testDescription]
  }

  static let byName: [String: Refusal] = [
    "interpolation: Basic Context Miss Interpolation": unknown,
    "interpolation: Triple Mustache Context Miss Interpolation": unknown,
    "interpolation: Ampersand Context Miss Interpolation": unknown,
    "interpolation: Dotted Names - Broken Chains": unknown,
    "interpolation: Dotted Names - Broken Chain Resolution": unknown,
    "interpolation: Dotted Names - Context Precedence": unknown,
    "interpolation: Dotted Names are never single keys": unknown,
    "inverted: Context": unknown,
    "inverted: List": unknown,
    "inverted: Context Misses": unknown,
    "inverted: Dotted Names - Broken Chains": unknown,
    "sections: Context Misses": unknown,
    "sections: Dotted Names - Broken Chains": unknown,
    "~inheritance: Negative Sections": unknown,

    "interpolation: Implicit Iterators - Basic Interpolation": notARecord,
    "interpolation: Implicit Iterators - HTML Escaping": notARecord,
    "interpolation: Implicit Iterators - Triple Mustache": notARecord,
    "interpolation: Implicit Iterators - Ampersand": notARecord,
    "interpolation: Implicit Iterators - Basic Integer Interpolation": notARecord,
    "sections: Implicit Iterator - Root-level": notARecord,

    "sections: Implicit Iterator - Array": Refusal(rule: "unknown-name", why: "a list of lists has no shape"),
    "sections: Implicit Iterator - Triple mustache": raw,
    "sections: Implicit Iterator - Ampersand": raw,
    "partials: Failed Lookup": Refusal(rule: "missing-partial", why: "a missing template is a slip"),
    "partials: Recursion": Refusal(rule: "recursive-partial", why: "templates are put into one another on loading"),
  ]

  private static let unknown = Refusal(rule: "unknown-name", why: "a name that the data does not have is a slip")
  private static let notARecord = Refusal(rule: "unknown-name", why: "a page is always rendered from a record")
  private static let raw = Refusal(rule: "raw-text", why: "plain texts never go out unescaped")
  private static let dynamic = Refusal(rule: "dynamic-name", why: "which template is meant must be known on loading")
}
