/// Applies a function to every item on all cores. The results are in the order of the items, whatever the number of cores.
/// - Parameter size: how many items one task takes; small items are cheaper by the dozen.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], by size: Int = 16, _ transform: @escaping @Sendable (Item) throws -> Result
) async rethrows -> [Result] {
  return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
    for start in stride(from: 0, to: items.count, by: size) {
      group.addTask { (start, try items[start..<min(start + size, items.count)].map(transform)) }
    }
    var chunks: [(Int, [Result])] = []
    for try await chunk in group { chunks.append(chunk) }
    return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}
