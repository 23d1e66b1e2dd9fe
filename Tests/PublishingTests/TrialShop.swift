import Content
import Diagnostics
import Editions
import Foundation
import Glibc
import Print
import Publishing
import Synchronization

/// A print shop whose sheets are plain texts, and which counts what it prints. A sheet is printed anew when its text
/// changes, and for no other reason.
final class TrialShop: Sendable {
  /// One file that is printed: `zh/fake-police.pdf` with a text of its own. A text that begins with `too long` is not
  /// printed; one that begins with `tight` is, but not without a word.
  typealias Sheets = KeyValuePairs<String, String>

  /// The paths of what was printed since the last look, in alphabetical order.
  var printed: [String] {
    log.withLock { log in
      defer { log = [] }
      return log.sorted()
    }
  }
  private let log = Mutex<[String]>([])
  private let pace: UInt32

  private let copies: Int

  /// - Parameters:
  ///   - pace: how many microseconds it takes to print a sheet.
  ///   - copies: how many times a sheet says its text.
  init(pace: UInt32 = 0, copies: Int = 1) {
    self.pace = pace
    self.copies = copies
  }

  /// Publishes a site together with sheets. Each element of `artworks` is a group of sheets that are printed together.
  @discardableResult
  func publish(_ site: URL, _ artworks: [Sheets], to output: String? = nil, strict: Bool = false) async throws
    -> Build.Report
  {
    try await build(site, artworks, strict: strict).publish(to: output ?? site.path + "/public")
  }

  /// Checks a site together with sheets.
  func check(_ site: URL, _ artworks: [Sheets]) async throws -> Build.Report {
    try await build(site, artworks, strict: false).check(for: site.path + "/public")
  }

  /// Prints sheets into a folder, whatever the order; `selection` is what the order asks of the print shop.
  func print(
    _ site: URL, _ artworks: [Sheets], _ order: Build.PrintOrder = Build.PrintOrder(), to output: String? = nil,
    strict: Bool = false
  ) async throws -> Build.PrintReport {
    try await build(site, artworks, strict: strict).print(order, to: output ?? site.path + "/print")
  }

  /// What the print shop was asked for last.
  var selection: PrintShop.Selection? { asked.withLock { $0 } }
  private let asked = Mutex<PrintShop.Selection?>(nil)

  private func build(_ site: URL, _ artworks: [Sheets], strict: Bool) throws -> Build {
    var options = Build.Options(today: today)
    options.isStrict = strict
    return Build(try ProjectFolder(site.path), options) { _ in
    } printing: { library, selection in
      self.asked.withLock { $0 = selection }
      return artworks.map { self.job($0.map { ($0.key, $0.value) }, site, library) }
    }
  }

  private func job(_ files: [(path: String, text: String)], _ site: URL, _ library: Library) -> PrintShop.Job {
    let format = PrintedSheet.Format(
      id: "trifold", name: library.site.title, note: library.site.title, duplex: .flipOnShortEdge, isFolded: true,
      isCut: false)
    // What ends in .png is the thumbnail of a sheet.
    let sheets = files.filter { $0.path.hasSuffix(".pdf") }.map { file in
      PrintedSheet(
        slug: "fake-police", format: format, languages: [library.site.source], isForShop: false, outlet: nil,
        path: file.path, thumbnails: [])
    }
    let artwork = Artwork(files: files.map { Artwork.File(path: $0.path, key: $0.text) }) { wanted, deliver in
      var remarks: [Diagnostic] = []
      for index in wanted {
        let (path, text) = files[index]
        self.log.withLock { $0.append(path) }
        usleep(self.pace)
        if text.hasPrefix("too long") || text.hasPrefix("tight") { remarks.append(.trial(path, text, in: site)) }
        if !text.hasPrefix("too long") {
          try deliver(index, Array(String(repeating: "%PDF \(text)\n", count: self.copies).utf8))
        }
      }
      return remarks
    }
    return PrintShop.Job(sheets: sheets, artwork: artwork)
  }
}

extension Diagnostic {
  /// What is said of a sheet, at the title of the lesson about fake police, with everything that a diagnostic can have.
  fileprivate static func trial(_ path: String, _ text: String, in site: URL) -> Diagnostic {
    let file = "content/lessons/fake-police/zh.md"
    let lines = ((try? String(contentsOf: site.appending(path: file), encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = lines.firstIndex { $0.hasPrefix("title:") } ?? 0
    let start = Position(line: line + 1, column: 8)
    let place = Place(
      path: file, range: start..<Position(line: line + 1, column: 12), line: lines.isEmpty ? nil : String(lines[line]))
    return Diagnostic(
      .warning, "overflow", at: place, Wording(zh: "“\(path)”放不下：\(text)", en: "“\(path)” does not fit:\t\(text)"),
      hint: Wording(zh: "写短一点。\n或者\\少写。", en: "make it shorter."),
      notes: [
        .init(Wording(zh: "版式在这里", en: "the format is here"), at: Place(path: "templates/print/trifold.yaml"))
      ])
  }
}
