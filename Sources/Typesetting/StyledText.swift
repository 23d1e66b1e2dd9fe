/// The text of one paragraph with its emphasis, before it is shaped.
package struct StyledText: Hashable, Sendable, Codable {
  /// What stands out in a paragraph.
  package enum Emphasis: Hashable, Sendable, Codable {
    case none
    /// Bold.
    case strong
    /// A number to call: bold, in the accent's colour, never broken.
    case hotline
  }

  package struct Span: Hashable, Sendable, Codable {
    package var text: String
    package var emphasis: Emphasis
    /// The address that it opens in a PDF.
    package var link: String?

    package init(_ text: String, _ emphasis: Emphasis = .none, link: String? = nil) {
      (self.text, self.emphasis, self.link) = (text, emphasis, link)
    }
  }

  package var spans: [Span]

  package init(_ spans: [Span]) { self.spans = spans }
  package init(_ text: String, _ emphasis: Emphasis = .none) { spans = [Span(text, emphasis)] }

  package var string: String { spans.map(\.text).joined() }
}
