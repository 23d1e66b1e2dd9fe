import Synchronization

/// A value that is worked out when it is first asked for.
final class Later<Value: Sendable>: Sendable {
  private let known: Mutex<Value?> = Mutex(nil)
  private let work: @Sendable () -> Value

  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// The value; it is not kept when nobody has asked for it before.
  func lookedAt() -> Value { known.withLock { $0 } ?? work() }

  /// The value; whoever asks while it is worked out waits.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = work()
      known = value
      return value
    }
  }
}
