package import Content

extension Library {
  /// The bundles of which a bundle's page shows cards: those before and after it, and others about the same topic.
  package func neighbours(of bundle: Bundle) -> [Bundle] {
    let pair = pair(around: bundle)
    return [pair.previous, pair.next].compactMap { $0 } + related(to: bundle)
  }

  /// Up to four others about the same topic: those that follow it, then those before it, so that every one of a large
  /// topic leads on to others.
  func related(to bundle: Bundle) -> [Bundle] {
    guard let topic = bundle.topic, let place = positionInTopic(of: bundle) else { return [] }
    let all = bundles(about: topic)
    let after = all[(place + 1)...].prefix(4)
    return Array(after) + all[..<place].prefix(4 - after.count)
  }

  /// The one before and the one after it in reading order.
  func pair(around bundle: Bundle) -> (previous: Bundle?, next: Bundle?) {
    guard bundle.kind.isTaught else { return (nil, nil) }
    let all = bundles(bundle.kind)
    guard let place = position(of: bundle) else { return (nil, nil) }
    return (place > 0 ? all[place - 1] : nil, place + 1 < all.count ? all[place + 1] : nil)
  }
}
