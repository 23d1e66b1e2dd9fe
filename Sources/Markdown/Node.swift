/// One element of a Markdown document.
///
/// The nodes of a document stand in one array, each before its children, so that a subtree is a range of indices.
package struct Node: Sendable {
  package let kind: Kind
  /// The bytes of the source file that the node covers, markers included.
  package internal(set) var range: Range<Int>
  /// Index in `Document.nodes` after the last node of this subtree.
  package internal(set) var end: Int

  /// What a node is. `Text` values are looked up with `Document.string(_:)` or `Document.bytes(_:)`.
  package enum Kind: Hashable, Sendable {
    // Blocks
    case document
    case paragraph
    /// `id` is what the editor wrote as `{#id}`.
    case heading(level: Int, id: Text?)
    case thematicBreak
    case blockQuote
    /// A block quote whose first line is `[!NAME]`.
    case callout(Callout)
    case list(List)
    case item(Checkbox?)
    case codeBlock(language: Text, text: Text)
    case htmlBlock(Text)
    case table([Alignment])
    /// The first row of a table is its heading.
    case tableRow(isHeading: Bool)
    case tableCell

    // Inline
    case text(Text)
    /// A line end in the source that is a space in the output.
    case softBreak
    /// A line end between two Chinese characters, which is nothing in the output.
    case joinedLine
    case lineBreak
    case code(Text)
    case html(Text)
    case emphasis
    case strong
    /// `isBare` when the editor wrote only the address.
    case link(destination: Text, title: Text, isBare: Bool)
    case image(destination: Text, title: Text)
    /// `{{name}}`
    case fact(name: Text)
  }

  /// A piece of text with all escapes and entities resolved, kept in the document.
  package struct Text: Hashable, Sendable {
    let lower: UInt32
    let upper: UInt32

    package var isEmpty: Bool { lower == upper }
  }

  /// A list's marks.
  package struct List: Hashable, Sendable {
    /// The first number of an ordered list, nil for bullets.
    package let start: Int?
    /// No blank lines between the items: paragraphs in them are not set apart.
    package let isTight: Bool
  }

  /// `[ ]` or `[x]` at the start of a list item.
  package enum Checkbox: Hashable, Sendable {
    case empty
    case checked
  }

  /// How a table column is set.
  package enum Alignment: Hashable, Sendable {
    case none, left, center, right
  }

  /// The kinds of callouts, as they are written.
  package enum Callout: String, Hashable, Sendable, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case warning = "WARNING"
    /// A swindler's words.
    case bait = "BAIT"
    /// Only for the instructor's forms.
    case teacher = "TEACHER"
  }
}
