import Content
import Diagnostics
import Typesetting

/// A lesson in one language as text for paper: what a reader reads, without the addresses and the marks of web pages.
///
/// It is encoded to decide whether a file must be made again, so nothing that is printed may be missing from it.
package struct PrintDocument: Sendable {
  /// All that is printed, as values.
  struct Content: Hashable, Sendable, Encodable {
    var slug: String
    /// The language's code and tag.
    var language: String
    var tag: String
    /// Its own name for itself.
    var languageName: String
    var title: String
    /// One sentence.
    var summary: String
    var topic: String
    /// The name of the topic's colour.
    var accent: String
    /// The topic's picture and what it shows.
    var picture: Figure?
    var sections: [PrintSection]
    var slogan: StyledText?
    /// What stands before the questions.
    var quizIntroduction: [PrintBlock]
    var questions: [PrintQuestion]
    var hotlines: [PrintHotline]
    /// The site's name.
    var site: String
    var organiser: String
    /// The sources' names, each once.
    var sources: [String]
    /// Days as people write them.
    var checked: String
    var expires: String?
    /// The day as of which it is printed, as 2026-11-21.
    var date: String
    /// The edition's code.
    var code: String
    /// Addresses on the host.
    var pageAddress: String
    var editionAddress: String
  }

  struct Figure: Hashable, Sendable, Encodable {
    var picture: PrintPicture
    var alt: String
    var drawing: Drawing { picture.drawing }
  }

  let content: Content
  /// The words of its language.
  let words: PrintWords
  /// Where its sections stand in the file, for saying what does not fit.
  let places: [Place]
  let source: SourceFile

  /// The file as a whole.
  var place: Place { source.place }

  /// Where a character first stands in the file; nil when it comes from elsewhere.
  func place(of character: Unicode.Scalar) -> Place? {
    let bytes = Array(String(character).utf8)
    guard let range = source.bytes.firstRange(of: bytes) else { return nil }
    return source.place(range)
  }
  /// Of its content and its words. Made once, for many sheets ask for it.
  let digest: Digest
}

/// A picture that can be printed. Its file's digest is encoded in place of its outlines, which are thousands of numbers and
/// decided by the file.
struct PrintPicture: Hashable, Sendable, Encodable {
  private enum CodingKeys: CodingKey { case digest }

  let drawing: Drawing
  private let digest: String

  init(_ drawing: Drawing, from bytes: [UInt8]) {
    var digest = Digest()
    digest.add(bytes)
    self.drawing = drawing
    self.digest = digest.hex
  }
}

/// A section of a lesson.
struct PrintSection: Hashable, Sendable, Encodable {
  var role: String?
  var heading: StyledText
  var blocks: [PrintBlock]
}

/// A block of a section.
indirect enum PrintBlock: Hashable, Sendable, Encodable {
  case paragraph(StyledText)
  /// A heading below the section's own.
  case heading(StyledText)
  /// `start` is the first number of an ordered list.
  case list(start: Int?, items: [[PrintBlock]])
  case callout(PrintCallout, [PrintBlock])
  case quote([PrintBlock])
  /// The first row is the heading.
  case table(columns: [PrintAlignment], rows: [[StyledText]])
  case figure(PrintDocument.Figure)
  case rule
}

/// The callouts that are printed; the teacher's stay off paper.
enum PrintCallout: String, Hashable, Sendable, Encodable {
  case note, tip, warning, bait
}

/// How a column of a table is set.
enum PrintAlignment: String, Hashable, Sendable, Encodable {
  case left, centre, right
}

/// A question of the paper quiz.
struct PrintQuestion: Hashable, Sendable, Encodable {
  struct Option: Hashable, Sendable, Encodable {
    var text: StyledText
    var isRight: Bool
  }

  var prompt: [PrintBlock]
  var options: [Option]
  var isMultiple: Bool
  /// Whether the options are right and wrong, which keep their order.
  var isTrueFalse: Bool
  var explanation: [PrintBlock]
}

/// A number to call.
struct PrintHotline: Hashable, Sendable, Encodable {
  var number: String
  var name: String
  var purpose: String
}
