import Checks
import Content
package import Diagnostics
import Markdown

/// What `microclass check --fix` puts right: the findings that carry a certain repair.
///
/// Only the words of pages change. A repair that would change anything else of a page – a fact, code, an address, a
/// heading's level, a quiz – is left out, whichever rule proposes it.
package struct Repair: Sendable {
  /// A page that was changed, or would be.
  package struct File: Sendable {
    package let before: SourceFile
    package let after: SourceFile

    /// The changed lines, as `diff -u` shows them.
    package var diff: String { LineDiff(before, after).text }
  }

  /// In the order of their paths.
  package var files: [File] = []
  /// How many repairs were made in them.
  package var count = 0
  /// Pages that need repairs but were left alone, and why.
  package var remarks: [Diagnostic] = []

  /// A text with some repairs made. Of two that touch the same bytes the first is made; the other may come up again.
  /// - Returns: the text, and how many were made.
  static func applying(_ fixes: [Diagnostic.Fix], to source: SourceFile) -> (source: SourceFile, count: Int) {
    var bytes: [UInt8] = []
    var done = 0
    var count = 0
    for fix in fixes.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      // Two at the same place, or one that reaches into the next line, are more than a slip of the pen.
      guard fix.range.lowerBound > done || (count == 0 && fix.range.lowerBound >= 0),
        fix.range.upperBound <= source.bytes.count, isWithinLine(fix, source)
      else { continue }
      bytes += source.bytes[done..<fix.range.lowerBound] + Array(fix.replacement.utf8)
      done = fix.range.upperBound
      count += 1
    }
    bytes += source.bytes[done...]
    return (SourceFile(path: source.path, text: String(decoding: bytes, as: UTF8.self)), count)
  }

  private static func isWithinLine(_ fix: Diagnostic.Fix, _ source: SourceFile) -> Bool {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    return !source.bytes[fix.range].contains(where: isEnd) && !fix.replacement.utf8.contains(where: isEnd)
  }

  /// A page with the repairs that leave everything but its words as it is.
  static func repairing(
    _ source: SourceFile, _ fixes: [Diagnostic.Fix], at address: PageAddress, of site: Site
  ) -> (source: SourceFile, count: Int) {
    let before = PageShape(source, at: address, of: site)
    let all = applying(fixes, to: source)
    if PageShape(all.source, at: address, of: site) == before { return all }
    // One of them is to blame: each is tried by itself, from the end, so that the places of the others stay true.
    var result = (source: source, count: 0)
    for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }).prefix(200) {
      let next = applying([fix], to: result.source)
      if next.count == 1, PageShape(next.source, at: address, of: site) == before {
        result = (next.source, result.count + 1)
      }
    }
    return result
  }
}

extension Build {
  /// Makes the certain repairs, again until nothing more is found: one may bring out the next. A file keeps its encoding,
  /// its byte order mark and its line ends, and is replaced in one step.
  /// - Parameter isTrial: whether nothing is to be written.
  package func repair(isTrial: Bool) async throws -> Repair {
    var repair = Repair()
    var originals: [String: SourceFile] = [:]
    var trial = self
    // Every round leaves fewer slips than the one before; the limit is for rules that contradict each other.
    for _ in 0..<100 {
      var report = Report()
      guard let library = try await trial.library(&report)?.checked else { return repair }
      let found = report.diagnostics.filter(options.rules.shows) + Audit(of: library, options.rules).findings
      let fixes = Dictionary(grouping: found.filter { $0.fix != nil }, by: \.place.path)
      var isChanged = false
      for page in library.bundles.flatMap(\.translations) {
        guard let own = fixes[page.path], let address = PageAddress(path: page.path) else { continue }
        let source = page.document.source
        let repaired = Repair.repairing(source, own.compactMap(\.fix), at: address, of: library.site)
        guard repaired.count > 0, repaired.source.bytes != source.bytes else { continue }
        originals[page.path] = originals[page.path] ?? source
        trial.project.drafts[page.path] = repaired.source
        repair.count += repaired.count
        isChanged = true
      }
      if !isChanged { break }
    }
    for (path, before) in originals.sorted(by: { $0.key < $1.key }) {
      guard let after = trial.project.drafts[path], after.bytes != before.bytes else { continue }
      if let remark = try write(after, over: before, isTrial: isTrial) {
        repair.remarks.append(remark)
      } else {
        repair.files.append(Repair.File(before: before, after: after))
      }
    }
    return repair
  }

  /// Replaces a page; says why when that cannot be done.
  private func write(_ after: SourceFile, over before: SourceFile, isTrial: Bool) throws -> Diagnostic? {
    let file = project.path + "/" + before.path
    let bytes = try FileSystem.read(file)
    guard SourceFile.decoding(path: before.path, bytes: bytes).value?.bytes == before.bytes else {
      return .changedMeanwhile(before.place)
    }
    guard let encoded = SourceFile.encoding(after.bytes, like: bytes) else { return .unwritable(before.place) }
    if !isTrial { try FileSystem.replace(FileSystem.resolved(file) ?? file, with: encoded) }
    return nil
  }
}

/// Everything of a page but its words: two pages of the same shape differ only in these.
private struct PageShape: Equatable {
  private var parts: [String] = []

  init(_ source: SourceFile, at address: PageAddress, of site: Site) {
    let read = Page.reading(source, at: address, of: site)
    guard let page = read.value else { return }
    let document = page.document
    for node in document.nodes {
      if let part = part(node.kind, document) { parts.append(part) }
    }
    parts += page.sections.map { $0.role?.id ?? "" }
    parts += (page.quiz?.questions ?? []).map { "\($0.kind) \($0.options.map(\.isRight))" }
    parts += read.diagnostics.filter { $0.severity == .error }.map(\.rule).sorted()
    guard let range = document.frontMatter else { return }
    // Title and summary are words; the rest of the front matter is not.
    parts += source.text(range).split(whereSeparator: \.isNewline).map(String.init).map { line in
      ["title:", "summary:"].first { line.hasPrefix($0) } ?? line
    }
  }

  /// What a node is beside its words; nil for words and line ends.
  private func part(_ kind: Node.Kind, _ document: Document) -> String? {
    switch kind {
    case .text, .softBreak, .joinedLine: nil
    case .heading(let level, let id): "heading \(level) \(id.map(document.string) ?? "")"
    case .codeBlock(let language, let text): "code \(document.string(language)) \(document.string(text))"
    case .htmlBlock(let text), .html(let text), .code(let text): "code \(document.string(text))"
    case .fact(let name): "fact \(document.string(name))"
    case .link(let address, let title, _): "link \(document.string(address)) \(document.string(title))"
    case .image(let address, let title): "image \(document.string(address)) \(document.string(title))"
    case .callout(let callout): "callout \(callout.rawValue)"
    case .document: "document"
    case .paragraph: "paragraph"
    case .thematicBreak: "rule"
    case .blockQuote: "quote"
    case .list(let list): "list \(list.start ?? -1) \(list.isTight)"
    case .item(let box): "item \(box.map { "\($0)" } ?? "")"
    case .table(let columns): "table \(document.alignments(columns))"
    case .tableRow: "row"
    case .tableCell: "cell"
    case .lineBreak: "break"
    case .emphasis: "emphasis"
    case .strong: "strong"
    }
  }
}

extension Diagnostic {
  fileprivate static func changedMeanwhile(_ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "not-repaired", at: place,
      Wording(zh: "文件刚刚被改过，没有动它", en: "the file has just been changed by somebody, and was left alone"),
      hint: Wording(zh: "再运行一次。", en: "run it again."))
  }

  fileprivate static func unwritable(_ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "not-repaired", at: place,
      Wording(
        zh: "用这个文件的编码写不回去，没有动它", en: "the file cannot be written back in its encoding, and was left alone"),
      hint: Wording(zh: "另存为UTF-8，再运行一次。", en: "save it in UTF-8, and run it again."))
  }
}
