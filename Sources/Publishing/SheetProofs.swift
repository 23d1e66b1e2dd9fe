import Diagnostics
import Print
import Synchronization

/// What there is to say about sheets that have changed while a program ran: each is set once, to see whether its text fits.
final class SheetProofs: Sendable {
  private struct State {
    /// The keys of the sheets as they were at the beginning, by their paths; nil before the first look.
    var first: [String: String]?
    /// By key and path.
    var remarks: [Artwork.File: [Diagnostic]] = [:]
  }

  private let state = Mutex(State())

  /// Sets the sheets that are new since the first look; nil when it was interrupted. What was set by then is known.
  func remarks(on artworks: [Artwork], unless isInterrupted: () -> Bool) -> [Diagnostic]? {
    let sheets = artworks.compactMap { artwork in artwork.files.first.map { (file: $0, artwork: artwork) } }
    let first = state.withLock { state in
      // Of sheets that are no more only so many are known as there are others: who takes back a word has them at once.
      if state.remarks.count > 2 * sheets.count {
        let there = Set(sheets.map(\.file))
        state.remarks = state.remarks.filter { there.contains($0.key) }
      }
      if state.first == nil { state.first = Dictionary(sheets.map { ($0.file.path, $0.file.key) }) { one, _ in one } }
      return state.first ?? [:]
    }
    var found: [Diagnostic] = []
    for (file, artwork) in sheets where first[file.path] != file.key {
      if let known = state.withLock({ $0.remarks[file] }) {
        found += known
        continue
      }
      if isInterrupted() { return nil }
      let remarks = (try? artwork.render([0]) { _, _ in }) ?? []
      state.withLock { $0.remarks[file] = remarks }
      found += remarks
    }
    return found
  }
}
