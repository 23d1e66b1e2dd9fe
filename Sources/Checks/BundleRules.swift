package import Content
package import Diagnostics
import Dispatch
import Synchronization

/// Rules that read one bundle after the other, and of each what all of them need.
protocol BundleRules: Sendable {
  /// - Parameters:
  ///   - checks: the rules that are asked for; the others find nothing.
  ///   - style: what is the custom of the whole library.
  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle)

  /// What the rules find in a bundle.
  func diagnostics(in bundle: Bundle) -> [Diagnostic]
}

/// What is known of a library from an earlier look at it.
package struct AuditRecall: Sendable {
  let habits: HabitRecall
  let findings: @Sendable (_ custom: String) -> Recall

  /// - Parameters:
  ///   - habits: of single pages.
  ///   - findings: of the rules in bundles, in a library of a certain custom.
  package init(
    habits: @escaping HabitRecall,
    findings: @escaping @Sendable (_ custom: String) -> Recall
  ) {
    (self.habits, self.findings) = (habits, findings)
  }
}

/// Gives what rules found in a bundle when it was the same, or has it worked out.
package typealias Recall = @Sendable (_ bundle: Bundle, _ work: () -> [Diagnostic]) -> [Diagnostic]

extension Library {
  /// What rules find in all bundles, in no particular order. It is worked out on all cores: a keystroke's save should not be
  /// waited for.
  /// - Parameter recall: gives what is known of a bundle, or has it worked out.
  func diagnostics(of rules: [any BundleRules], recall: Recall?) -> [Diagnostic] {
    if rules.isEmpty { return [] }
    let bundles = bundles
    let size = 32
    let found = Mutex<[Diagnostic]>([])
    DispatchQueue.concurrentPerform(iterations: (bundles.count + size - 1) / size) { part in
      let own = bundles[part * size..<min(bundles.count, (part + 1) * size)].flatMap { bundle in
        func work() -> [Diagnostic] { rules.flatMap { $0.diagnostics(in: bundle) } }
        return recall?(bundle, work) ?? work()
      }
      if !own.isEmpty { found.withLock { $0 += own } }
    }
    return found.withLock { $0 }
  }
}

/// Rules that look at each bundle by itself, and share no reading of it.
struct SingleRules: BundleRules {
  private let library: Library
  private let checks: [Check]

  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle) {
    self.library = library
    self.checks = Check.allCases.filter(checks.contains)
  }

  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    let library = library.holding(only: bundle)
    return checks.flatMap { $0.findings(inOnly: library) }
  }
}
