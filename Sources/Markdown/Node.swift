/// One element of a Markdown document.
///
/// The nodes of a document stand in one array, each before its children, so that a subtree is a range of indices. There are
/// a hundred of them in a page and a million in a large site: they are small and hold no references.
package struct Node: Sendable, BitwiseCopyable {
  package let kind: Kind
  private var lower: UInt32
  private var upper: UInt32
  private var next: UInt32

  init(kind: Kind, range: Range<Int>, end: Int) {
    self.kind = kind
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
    next = UInt32(end)
  }

  /// The bytes of the source file that the node covers, markers included.
  package internal(set) var range: Range<Int> {
    get { Int(lower)..<Int(upper) }
    set { (lower, upper) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
  }

  /// Index in `Document.nodes` after the last node of this subtree.
  package internal(set) var end: Int {
    get { Int(next) }
    set { next = UInt32(newValue) }
  }

  /// What a node is. `Text` values are looked up with `Document.string(_:)` or `Document.bytes(_:)`.
  package enum Kind: Hashable, Sendable, BitwiseCopyable {
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
    /// How its columns are set is looked up with `Document.alignments(_:)`.
    case table(columns: Text)
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

  /// A piece of text with all escapes and entities resolved: where it stands in the file, or, beyond the file's length, in
  /// the document's own texts.
  package struct Text: Hashable, Sendable, BitwiseCopyable {
    let lower: UInt32
    let upper: UInt32

    package var isEmpty: Bool { lower == upper }
  }

  /// A list's marks.
  package struct List: Hashable, Sendable, BitwiseCopyable {
    /// The first number of an ordered list, nil for bullets.
    package let start: Int?
    /// No blank lines between the items: paragraphs in them are not set apart.
    package let isTight: Bool
  }

  /// `[ ]` or `[x]` at the start of a list item.
  package enum Checkbox: Hashable, Sendable, BitwiseCopyable {
    case empty
    case checked
  }

  /// How a table column is set.
  package enum Alignment: UInt8, Hashable, Sendable {
    case none, left, center, right
  }

  /// The kinds of callouts, as they are written.
  package enum Callout: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    case note = "NOTE"
    case tip = "TIP"
    case warning = "WARNING"
    /// A swindler's words.
    case bait = "BAIT"
    /// Only for the instructor's forms.
    case teacher = "TEACHER"
  }
}
