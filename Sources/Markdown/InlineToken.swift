/// A piece of the text of a paragraph, heading or cell, in the order of the source.
///
/// Together the tokens cover the text without gaps: markers are tokens of their own or belong to the token before or
/// after them.
struct InlineToken {
  enum Kind: UInt8 {
    /// Text that stands in the source as it is.
    case text
    /// Text that is written otherwise in the source: an escape or an entity. Its text is cmark's.
    case escape
    /// Asterisks or underscores that are text.
    case delimiters
    case softBreak, joinedLine, lineBreak
    case code, html
    /// `{{name}}`; its text is the name, as a range of the contents.
    case fact
    case openEmphasis, openStrong, closeEmphasis, closeStrong
    case openLink, openImage, openBareLink, closeLink
  }

  var kind: Kind
  /// Where it stands in the contents.
  var range: Range<Int>
  /// Its text or address in the texts of cmark's tree.
  var text = 0..<0
  /// The title of a link.
  var title = 0..<0

  init(_ kind: Kind, _ range: Range<Int>, text: Range<Int> = 0..<0, title: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
    self.text = text
    self.title = title
  }
}
