package import Diagnostics

/// What somebody confirmed of a translation: which passage of the original each of its passages says. A file
/// `<language>.confirmed` beside the page, one line for a pair of passages.
package struct Confirmation: Sendable {
  /// A pair of passages, or one that has no counterpart.
  struct Line: Sendable {
    let source: Passage.Hash?
    let translation: Passage.Hash?
    /// See `Particulars`.
    let sourceParticulars: [String]
    let translationParticulars: [String]
    /// The first words of the original's passage, or of the translation's where there is none in the original.
    let words: String
  }

  let lines: [Line]
  /// Whether the file could not be understood, which was reported.
  package let isDamaged: Bool

  /// A file that is there but is no text, which was reported.
  package static let unreadable = Confirmation(lines: [], isDamaged: true)

  /// What a person confirms who has compared a translation with its original.
  package init(of translation: Proof, with source: Proof) {
    lines = BlockAlignment.passages(source, translation).map { first, second in
      Line(
        source: first.map { source.passages[$0].hash }, translation: second.map { translation.passages[$0].hash },
        sourceParticulars: first.map(source.particulars) ?? [],
        translationParticulars: second.map(translation.particulars) ?? [],
        words: first.map(source.words) ?? second.map(translation.words) ?? "")
    }
    isDamaged = false
  }

  private init(lines: [Line], isDamaged: Bool) {
    self.lines = lines
    self.isDamaged = isDamaged
  }

  /// The file's text.
  package var text: String {
    lines.reduce(into: Self.heading) { text, line in
      let cells = [
        line.source?.text ?? Self.nothing, line.translation?.text ?? Self.nothing,
        line.sourceParticulars.joined(separator: "; "), line.translationParticulars.joined(separator: "; "), line.words,
      ]
      text += cells.joined(separator: " | ") + "\n"
    }
  }

  private static let nothing = "-"

  private static let heading = """
    # 这份译文的哪些段落对照原文核对过。由“microclass confirm”写成，不要手改；丢了就再核对一遍。
    # Which passages of this translation were compared with the original. Written by “microclass confirm”: do not edit it; if it is lost, confirm again.
    # 原文 original | 译文 translation | 原文里的数字等 its figures | 译文里的数字等 figures here | 开头几个字 first words

    """

  /// The confirmation in a file. What is not understood is reported, and then the whole of it is not relied on.
  package static func reading(_ source: SourceFile) -> Diagnosed<Confirmation> {
    var diagnostics: [Diagnostic] = []
    var lines: [Line] = []
    for number in 1...max(1, source.lineCount) {
      let range = source.lineRange(number)
      let text = source.text(range)
      if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
      if let line = Line(text) {
        lines.append(line)
      } else {
        diagnostics.append(.damaged(text, at: source.place(Self.fault(in: text, from: range.lowerBound))))
        if diagnostics.count == limit { break }
      }
    }
    if lines.isEmpty, diagnostics.isEmpty { diagnostics.append(.empty(at: source.place)) }
    return Diagnosed(Confirmation(lines: lines, isDamaged: !diagnostics.isEmpty), diagnostics)
  }

  /// How many remarks one file gets.
  private static let limit = 3

  /// The bytes of the first thing in a line that is not as it should be.
  private static func fault(in line: String, from start: Int) -> Range<Int> {
    var place = start
    for cell in line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).prefix(2) {
      let text = cell.trimmed
      let lead = cell.utf8.distance(from: cell.startIndex, to: text.startIndex)
      if text != nothing, Passage.Hash(text) == nil { return place + lead..<place + lead + text.utf8.count }
      place += cell.utf8.count + 1
    }
    return start..<start + line.utf8.count
  }

  /// The cells of a line, at most five, without white space at their ends.
  fileprivate static func cells(_ line: String) -> [Substring] {
    line.utf8.split(separator: UInt8(ascii: "|"), maxSplits: 4, omittingEmptySubsequences: false).map {
      Substring($0).trimmed
    }
  }
}

extension Confirmation.Line {
  /// A line as it is written; nil for anything else.
  fileprivate init?(_ text: String) {
    let cells = Confirmation.cells(text)
    guard cells.count == 5 else { return nil }
    let hashes = cells.prefix(2).map { Passage.Hash($0) }
    guard zip(hashes, cells).allSatisfy({ $0 != nil || $1 == "-" }), hashes.contains(where: { $0 != nil }) else {
      return nil
    }
    func particulars(_ cell: Substring) -> [String] {
      cell.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0).trimmed) }
    }
    self.init(
      source: hashes[0], translation: hashes[1], sourceParticulars: particulars(cells[2]),
      translationParticulars: particulars(cells[3]), words: String(cells[4]))
  }
}

extension Diagnostic {
  fileprivate static func damaged(_ line: String, at place: Place) -> Diagnostic {
    let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) }
    return Diagnostic(
      .error, "damaged-confirmation", at: place,
      isConflict
        ? Wording(
          zh: "这里留着两份修改合并时的记号，不知道哪些译文核对过", en: "marks of a merge were left here, so it is not known what was confirmed")
        : Wording(zh: "这一行改坏了，不知道哪些译文核对过", en: "this line was damaged, so it is not known what was confirmed"),
      hint: .confirmAgain)
  }

  fileprivate static func empty(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "damaged-confirmation", at: place,
      Wording(zh: "这个文件是空的，不知道哪些译文核对过", en: "this file is empty, so it is not known what was confirmed"),
      hint: .confirmAgain)
  }
}

extension Wording {
  fileprivate static let confirmAgain = Wording(
    zh: "这个文件不能手改。把译文和原文对照一遍，再运行microclass confirm。",
    en: "this file is not edited by hand: compare the translation with the original, then run microclass confirm.")
}
