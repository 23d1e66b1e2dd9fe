import Typesetting

/// Items of lists with fewer words.
extension PrintBlock {
  /// Of an item its bold beginning, or its first sentence where nothing is bold, and every later sentence that has a
  /// number to call: who reads only the short form must not miss it.
  static func shortened(_ blocks: [PrintBlock]) -> [PrintBlock] {
    guard case .paragraph(let text)? = blocks.first else { return blocks }
    // A number to call in the middle of bold words is bold too.
    var lead = Array(text.spans.prefix { $0.emphasis != .none })
    var rest = Array(text.spans.dropFirst(lead.count))
    if lead.contains(where: { $0.emphasis == .strong }) {
      for index in lead.indices where lead[index].emphasis == .strong { lead[index].emphasis = .none }
    } else {
      let sentences = StyledText(text.spans).sentences
      lead = sentences.first?.spans ?? []
      rest = sentences.dropFirst().flatMap(\.spans)
    }
    let calls = StyledText(rest).sentences.filter { $0.spans.contains { $0.emphasis == .hotline } }
    guard !calls.isEmpty else { return [.paragraph(StyledText(lead).withoutFullStop)] }
    let joint =
      lead.last?.text.unicodeScalars.last.map { $0.isASCII && $0 != " " } == true ? [StyledText.Span(" ")] : []
    return [.paragraph(StyledText(lead + joint + calls.flatMap(\.spans)))]
  }
}

extension StyledText {
  /// The text sentence by sentence, full stops and following spaces included.
  fileprivate var sentences: [StyledText] {
    var sentences: [StyledText] = []
    var current: [Span] = []
    for span in spans {
      var rest = span.text[...]
      while let end = rest.sentenceEnd {
        current.append(Span(String(rest[..<end]), span.emphasis, link: span.link))
        sentences.append(StyledText(current))
        current = []
        rest = rest[end...]
      }
      if !rest.isEmpty { current.append(Span(String(rest), span.emphasis, link: span.link)) }
    }
    return current.isEmpty ? sentences : sentences + [StyledText(current)]
  }

  /// The text without a full stop and spaces at its end: an item of a few words needs none.
  fileprivate var withoutFullStop: StyledText {
    var spans = spans
    while let last = spans.last {
      let text = last.text
      if let end = text.last, "。.；;，,：: ".contains(end) {
        spans[spans.count - 1].text.removeLast()
      } else if text.isEmpty {
        spans.removeLast()
      } else {
        break
      }
    }
    return StyledText(spans)
  }
}

extension Substring {
  /// After the first full stop or exclamation mark, and after the space that follows it in English; nil when there is none.
  fileprivate var sentenceEnd: Index? {
    for index in indices {
      let next = self.index(after: index)
      if "。！".contains(self[index]) { return next }
      if ".!".contains(self[index]), next < endIndex, self[next] == " " { return self.index(after: next) }
    }
    return nil
  }
}
