import Content
import Diagnostics
import Dispatch
import Synchronization

/// Rules that read one bundle after the other, and of each what all of them need.
protocol BundleRules: Sendable {
  /// - Parameter checks: the rules that are asked for; the others find nothing.
  init(_ checks: Set<Check>, for library: Library)

  /// What the rules find in a bundle.
  func diagnostics(in bundle: Bundle) -> [Diagnostic]
}

extension Library {
  /// What rules find in all bundles, in no particular order. It is worked out on all cores: a keystroke's save should not be
  /// waited for.
  func diagnostics(of rules: [any BundleRules]) -> [Diagnostic] {
    if rules.isEmpty { return [] }
    let bundles = bundles
    let size = 32
    let found = Mutex<[Diagnostic]>([])
    DispatchQueue.concurrentPerform(iterations: (bundles.count + size - 1) / size) { part in
      let own = bundles[part * size..<min(bundles.count, (part + 1) * size)].flatMap { bundle in
        rules.flatMap { $0.diagnostics(in: bundle) }
      }
      if !own.isEmpty { found.withLock { $0 += own } }
    }
    return found.withLock { $0 }
  }
}
