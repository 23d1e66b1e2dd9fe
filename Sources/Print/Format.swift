import Content
import Diagnostics
import Editions
import Typesetting

/// A paper format: where everything stands on a sheet, and in which type. A designer's file in `templates/print/`.
///
/// Lengths are in points; the file has them in millimetres (pictures for screens: in pixels, each a point).
struct Format: Hashable, Sendable {
  /// What is made of the sheets.
  enum Product: Hashable, Sendable {
    case pdf
    case png
  }

  /// For the languages of a sheet.
  enum Languages: String, Hashable, Sendable, CaseIterable {
    /// A sheet for each language.
    case one
    /// One sheet in two languages.
    case two
  }

  /// The name of its file without `.yaml`.
  var id: String
  /// Its name and what it is for, by language code.
  var names: [String: String]
  var notes: [String: String]
  /// Its place in lists.
  var order: Int
  var product: Product
  var languages: Languages
  /// The finished sheet after cutting.
  var sheet: Size
  /// How far colour is printed over the edge for a print shop.
  var bleed: Double
  /// What an office printer cannot reach at the edges of the paper.
  var safe: Double
  var profiles: [Layout.Profile]
  var duplex: Layout.Duplex
  /// Columns and rows in which the sides are repeated on a sheet, which is then cut apart.
  var columns: Int
  var rows: Int
  /// The size of a copy; together they stand in the middle of the sheet.
  var cell: Size
  /// Whether outlets have editions of their own.
  var isLocal: Bool
  var sides: [Side]
  var body: BodyType
  var flows: [String: Flow]
  /// In the order in which they are read.
  var panels: [Panel]

  /// The top left corners of the copies on the sheet.
  var copies: [Point] {
    let left = (sheet.width - Double(columns) * cell.width) / 2
    let top = (sheet.height - Double(rows) * cell.height) / 2
    return (0..<columns * rows).map { copy in
      Point(left + Double(copy % columns) * cell.width, top + Double(copy / columns) * cell.height)
    }
  }

  /// The names of the words that it prints.
  var words: [String] {
    panels.flatMap(\.boxes).compactMap { box in
      if case .text(.word(let name)) = box.content { name } else { nil }
    }
  }

  /// One side of a sheet of paper.
  struct Side: Hashable, Sendable {
    var name: String
    /// Points from the left edge at which it is folded.
    var folds: [Double]
    /// Whether it is repeated on further sheets until everything is printed.
    var grows: Bool
  }

  /// The type of the running text.
  struct BodyType: Hashable, Sendable {
    /// Points; the largest and the least.
    var size: Double
    var least: Double
    /// Distance of the lines in sizes, by language code.
    var leading: [String: Double]
    /// Between paragraphs, in sizes.
    var gap: Double
    /// The size of a section's heading, in sizes.
    var heading: Double
  }

  /// What runs through boxes, from one to the next.
  enum Flow: Hashable, Sendable {
    case sections(Selection)
    /// The questions in an order of their options: `A`, `B`.
    case questions(version: String)
    /// The answers for all versions.
    case key(versions: [String])
  }

  /// What of a lesson's sections is printed.
  struct Selection: Hashable, Sendable {
    /// In the order in which they are printed; `other` stands for sections without a role.
    var roles: [String]
    /// Whether headings are printed.
    var hasHeadings: Bool
    /// Kinds of blocks that are left out.
    var omitted: Set<BlockKind>
    /// The most items of a list; nil for all.
    var items: Int?
    /// When of a list's items only the bold beginning is printed, or the first sentence where nothing is bold.
    var brief: Brief
  }

  /// When texts are shortened.
  enum Brief: String, Hashable, Sendable, CaseIterable {
    case never = "no"
    case always = "yes"
    /// Where the whole text does not fit.
    case ifNeeded = "if-needed"
  }

  /// The kinds of blocks that a format can leave out.
  enum BlockKind: String, Hashable, Sendable, CaseIterable {
    case paragraph, list, callout, table, quote, figure
  }

  /// A face of the sheet: a rectangle with boxes.
  struct Panel: Hashable, Sendable {
    /// What it is called in messages, by language code.
    var names: [String: String]
    /// Index in `sides`.
    var side: Int
    var area: Rect
    /// Which of two languages it is in: 0 or 1.
    var language: Int
    /// In the order in which they are read; later ones cover earlier ones.
    var boxes: [Box]
  }

  /// Something at a fixed place of a panel.
  struct Box: Hashable, Sendable {
    var content: BoxContent
    /// On the side.
    var area: Rect
    var type: BoxType
    var audience: Audience
  }

  /// The editions in which a box is printed. One for public places carries nothing of a bank's own (facts.md, L-37).
  enum Audience: String, Hashable, Sendable, CaseIterable {
    case all, `public`, local
  }

  enum BoxContent: Hashable, Sendable {
    case fill(corner: Double)
    case line
    case picture
    case text(TextSource)
    case hotlines(HotlineList)
    case code(CodeTarget)
    /// Name, address, telephone and hours of an outlet.
    case outlet
    case flow(String)
  }

  /// How hotlines are listed.
  struct HotlineList: Hashable, Sendable {
    var columns: Int
    /// Whether only the number and the name are printed, without what to call it for.
    var isBrief: Bool
    /// The first so many; nil for all.
    var count: Int?
    /// The size of the numbers, in sizes of the names.
    var number: Double
  }

  /// The texts that can stand in a box.
  enum TextSource: Hashable, Sendable {
    case title, summary, topic, slogan, site, organiser, sources, dates, identity, address
    /// A word of `templates/strings/`.
    case word(String)
  }

  /// Where a QR code leads.
  enum CodeTarget: String, Hashable, Sendable, Codable {
    /// To the lesson.
    case lesson = "qr-lesson"
    /// To the page that says whether the edition is still current.
    case edition = "qr-edition"
  }

  /// The type of a box.
  struct BoxType: Hashable, Sendable {
    /// Points; nil for the running text's.
    var size: Double?
    var least: Double?
    var isBold: Bool
    var colour: ColourName
    var alignment: Alignment
    var vertical: VerticalAlignment
    /// Distance of the lines in sizes; nil for the running text's.
    var leading: Double?
    /// What it is to a reader; nil to let its content decide.
    var level: Int?
  }

  enum Alignment: String, Hashable, Sendable, CaseIterable { case left, centre, justified }
  enum VerticalAlignment: String, Hashable, Sendable, CaseIterable { case top, middle, bottom }
}

/// The colours that a format may name; which they are depends on the lesson's topic.
enum ColourName: String, Hashable, Sendable, CaseIterable {
  /// The topic's colour, dark enough for white text on it.
  case accent
  /// The topic's colour, light enough for black text on it.
  case tint
  /// The white of the paper.
  case paper
  /// Black.
  case ink
  /// Grey for what is less important, still with a contrast of 7 to 1.
  case soft
  /// Thin lines.
  case line
  /// Warnings.
  case danger
}
