package import Content
package import Diagnostics
import Dispatch
import Synchronization

/// Rules that read one bundle after the other, and of each what all of them need.
protocol BundleRules: Sendable {
  /// - Parameter checks: the rules that are asked for; the others find nothing.
  init(_ checks: Set<Check>, for library: Library)

  /// What the rules find in a bundle.
  func diagnostics(in bundle: Bundle) -> [Diagnostic]
}

/// Gives what rules found in a bundle when it was the same, or has it worked out.
package typealias Recall = @Sendable (_ bundle: Bundle, _ work: () -> [Diagnostic]) -> [Diagnostic]

extension Library {
  /// What rules for single bundles know of all the others, in a form that changes with any of it: which there are, because
  /// they may link to one another, and what most of them do.
  package var custom: String {
    let style = HouseStyle(of: self)
    let addresses = bundles.map { "\($0.kind.folder)/\($0.slug)" }
    return "\(style.hasCurlyEnglish) \(style.unusedForms.sorted()) \(addresses)"
  }

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
