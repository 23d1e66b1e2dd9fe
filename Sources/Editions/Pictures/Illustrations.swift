import Content
import Markdown
import Templates

/// What is drawn inside a page's text for those who would rather look than read. Everything that it shows the text says, too,
/// so none of it is read aloud.
enum Illustrations {
  /// Drawings by the nodes at whose beginning they stand: icons at the items of red flags, bars in tables of percentages.
  static func drawings(in section: Section, of page: Page, _ setting: Setting) -> [Int: Markup] {
    var drawings: [Int: Markup] = [:]
    let document = page.document
    for block in document.siblings(in: section.blocks) {
      switch document.nodes[block].kind {
      case .list where section.role == .signs:
        for item in document.children(of: block) {
          // What the item links to is not what it says.
          let text = document.plainText(of: item)
          let icons = setting.theme.icons
          drawings[item] = icons.icon(for: text, in: page.language.code) ?? icons.icon(named: "flag")
        }
      case .table(let columns):
        let columns = document.alignments(columns)
        for (cell, share) in shares(in: block, columns, of: page, setting.library) { drawings[cell] = bar(share) }
      default: break
      }
    }
    return drawings
  }

  /// The cells of a table's second column with the length of their bars, from 0 to 1 for the longest; none unless the table
  /// is marked as one to be drawn: it has two columns, the second is set to the right, and each of its cells is one
  /// percentage.
  static func shares(
    in table: Int, _ columns: [Node.Alignment], of page: Page, _ library: Library
  ) -> [(cell: Int, share: Double)] {
    guard columns.count == 2, columns[1] == .right else { return [] }
    var figures: [(cell: Int, value: Double)] = []
    for row in page.document.children(of: table).dropFirst() {
      let cells = Array(page.document.children(of: row))
      guard cells.count == 2, let value = percentage(library.text(of: cells[1], in: page)) else { return [] }
      figures.append((cells[1], value))
    }
    guard figures.count > 1, let longest = figures.map(\.value).max(), longest > 0 else { return [] }
    return figures.map { ($0.cell, $0.value / longest) }
  }

  private static func percentage(_ text: String) -> Double? {
    let text = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    guard let last = text.last, last == "%" || last == "％" else { return nil }
    let digits = text.dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ ($0.isASCII && $0.isNumber) || $0 == "." }) else { return nil }
    return Double(digits)
  }

  private static func bar(_ share: Double) -> Markup {
    let tenths = Int((share * 1000).rounded())
    return Markup(
      html:
        "<svg class=\"bar\" aria-hidden=\"true\"><rect width=\"\(tenths / 10).\(tenths % 10)%\" height=\"100%\"/></svg>"
    )
  }
}
