import Content
import Diagnostics
import Editions
import Print
import Synchronization

/// Prints artworks, each only when something that decides its files has changed since it was printed last.
struct Press: Sendable {
  /// What came of all artworks.
  struct Prints: Sendable {
    /// Every finished file.
    var outputs: [Output] = []
    /// The sheets of which every file is finished.
    var sheets: [PrintedSheet] = []
    /// What there is to say about them, whether it was found in this run or in an earlier one.
    var remarks: [Diagnostic] = []
    /// How many files were made in this run.
    var rendered = 0
    /// What is to be remembered of all this.
    var printings: [Printing] = []
  }

  /// The project's folder, whose files remarks point to.
  private let project: ProjectFolder
  /// Where finished files go, and what is remembered; without it everything is made, and thrown away.
  private let rack: DryingRack?
  /// Whether finished files will be published, so that they must get to the rack.
  private let isPublishing: Bool
  /// How many files of those that have to be made are finished.
  private let progress: @Sendable (_ done: Int, _ all: Int) -> Void

  init(
    _ project: ProjectFolder, _ rack: DryingRack?, isPublishing: Bool,
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
  ) {
    (self.project, self.rack, self.isPublishing, self.progress) = (project, rack, isPublishing, progress)
  }

  /// Prints what jobs ask for. Throws what the disk refuses.
  func print(_ jobs: [PrintShop.Job]) async throws -> Prints {
    var prints = Prints()
    let kept = kept(of: jobs)
    prints.printings = kept
    var results = Dictionary(kept.flatMap(\.results).map { ($0.file, $0) }) { _, later in later }
    let orders = jobs.map(\.artwork).map { artwork in
      (artwork: artwork, wanted: artwork.files.indices.filter { results[artwork.files[$0]] == nil })
    }.filter { !$0.wanted.isEmpty }
    let all = orders.reduce(0) { $0 + $1.wanted.count }
    let done = Mutex(0)
    let (rack, project, isPublishing, progress) = (rack, project, isPublishing, progress)
    let made = try await inParallel(orders, by: 1) { artwork, wanted in
      var finished: [Int: Int] = [:]
      let remarks = try artwork.render(wanted) { index, bytes in
        do {
          try rack?.hang(bytes, artwork.files[index])
        } catch  where !isPublishing {
          // A check finds as much when the disk is full.
        }
        finished[index] = bytes.count
      }
      let printing = Printing(
        results: wanted.map { Printing.Result(file: artwork.files[$0], size: finished[$0]) }, remarks: remarks,
        sources: project.sources(of: remarks))
      // What is not remembered is made again.
      try? rack?.note(printing)
      done.withLock { done in
        done += wanted.count
        progress(done, all)
      }
      return printing
    }
    prints.printings += made
    for result in made.lazy.flatMap(\.results) {
      results[result.file] = result
      if result.size != nil { prints.rendered += 1 }
    }
    prints.remarks = prints.printings.flatMap(\.remarks)
    for job in jobs {
      var finished: Set<String> = []
      for file in job.artwork.files {
        guard let result = results[file], let content = content(of: result) else { continue }
        prints.outputs.append(Output(path: file.path, content: content))
        finished.insert(file.path)
      }
      prints.sheets += job.sheets.filter { finished.isSuperset(of: [$0.path] + $0.thumbnails) }
    }
    return prints
  }

  /// Where the bytes of a file are; nil when it could not be printed.
  private func content(of result: Printing.Result) -> Output.Content? {
    guard let size = result.size else { return nil }
    if result.published != nil { return .published }
    return rack.map { .file(at: $0.place(of: result.file, size: size)) } ?? .bytes([])
  }

  /// What an earlier run printed and is still right and still there.
  private func kept(of jobs: [PrintShop.Job]) -> [Printing] {
    guard let rack else { return [] }
    let wanted = Set(jobs.lazy.flatMap(\.artwork.files))
    var seen: Set<Artwork.File> = []
    var kept: [Printing] = []
    // The last printing of a file counts.
    for var printing in rack.printings.reversed() {
      var results: [Printing.Result] = []
      for var result in printing.results where wanted.contains(result.file) && seen.insert(result.file).inserted {
        if let size = result.size {
          if result.published != rack.published(result.file.path) { result.published = nil }
          if result.published == nil, rack.finished(result.file, size: size) == nil { continue }
        }
        results.append(result)
      }
      // A remark may be about a file that is no more: then all are made again, to hear what is still to be said.
      let isWhole = printing.remarks.isEmpty || results.count == printing.results.count
      guard !results.isEmpty, isWhole, printing.sources == project.sources(of: printing.remarks) else { continue }
      printing.results = results
      kept.append(printing)
    }
    return kept.reversed()
  }
}

extension ProjectFolder {
  /// The files to which remarks point, as they are now.
  fileprivate func sources(of remarks: [Diagnostic]) -> [Printing.Source] {
    if remarks.isEmpty { return [] }
    let paths = Set(remarks.flatMap { remark in [remark.place.path] + remark.notes.map(\.place.path) })
    return paths.sorted().map { Printing.Source(path: $0, digest: Digest(ofFile: path + "/" + $0)?.hex) }
  }
}
