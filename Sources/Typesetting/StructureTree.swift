/// What the text of a layout is, in the order in which it is read: for screen readers and for those who copy it (the
/// logical structure of ISO 32000-1, 14.7, with the rules of PDF/UA-1, ISO 14289-1).
package struct StructureTree: Hashable, Sendable {
  package typealias ID = Int

  package enum Kind: Hashable, Sendable {
    case document
    /// A panel, a side or another part with a purpose of its own.
    case section
    /// 1 to 6.
    case heading(Int)
    case paragraph
    case list
    case item
    /// An item's bullet or number.
    case label
    /// What follows an item's bullet or number.
    case body
    case table
    case row
    case headingCell
    case cell
    /// Words quoted from somebody.
    case quote
    /// Set apart from the text.
    case note
    case link
    /// What it shows, in words.
    case figure(alt: String)
  }

  package struct Element: Hashable, Sendable {
    package let kind: Kind
    /// Nil for the document itself, which is element 0.
    package let parent: ID?
    /// A language tag (BCP 47) where it differs from the parent's.
    package let language: String?
  }

  /// Every element after its parent; children in the order of reading.
  package private(set) var elements: [Element] = [Element(kind: .document, parent: nil, language: nil)]

  /// The document itself.
  package static let root: ID = 0

  package init() {}

  /// Adds the last child of an element.
  package mutating func add(_ kind: Kind, to parent: ID, language: String? = nil) -> ID {
    elements.append(Element(kind: kind, parent: parent, language: language))
    return elements.count - 1
  }
}
