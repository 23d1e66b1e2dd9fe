/// Line ends that are nothing in the output because Chinese is written without spaces.
extension InlineReader {
  /// Decides for each line end in the source whether it stands for a space. The characters on both sides count, with
  /// markup looked through.
  mutating func joinLines() {
    for index in tokens.indices where tokens[index].kind == .softBreak {
      if let before = lastScalar(before: index), let after = firstScalar(after: index), joins(before, after) {
        tokens[index].kind = .joinedLine
      }
    }
  }

  private func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if CJK.isWrittenWithoutSpaces(before) {
      return CJK.isWrittenWithoutSpaces(after) || CJK.isAmbiguousMark(after)
    }
    return CJK.isAmbiguousMark(before) && CJK.isWrittenWithoutSpaces(after)
  }

  private func lastScalar(before index: Int) -> Unicode.Scalar? {
    var index = index - 1
    while index >= 0, isMarkup(tokens[index]) { index -= 1 }
    guard index >= 0 else { return nil }
    let text = bytes(of: tokens[index])
    return text.bytes.scalar(endingAt: text.range.upperBound, from: text.range.lowerBound)?.scalar
  }

  private func firstScalar(after index: Int) -> Unicode.Scalar? {
    var index = index + 1
    while index < tokens.count, isMarkup(tokens[index]) { index += 1 }
    guard index < tokens.count else { return nil }
    let text = bytes(of: tokens[index])
    return text.bytes.scalar(at: text.range.lowerBound, before: text.range.upperBound)?.scalar
  }

  private func isMarkup(_ token: InlineToken) -> Bool {
    switch token.kind {
    case .openEmphasis, .openStrong, .closeEmphasis, .closeStrong, .openLink, .openBareLink, .closeLink: true
    case .text, .escape, .delimiters, .softBreak, .joinedLine, .lineBreak, .code, .html, .fact, .openImage: false
    }
  }

  private func bytes(of token: InlineToken) -> (bytes: [UInt8], range: Range<Int>) {
    switch token.kind {
    case .text, .delimiters: (content, token.range)
    case .escape, .code: (tree.texts, token.text)
    case .softBreak, .joinedLine, .lineBreak, .html, .fact, .openEmphasis, .openStrong, .closeEmphasis, .closeStrong,
      .openLink, .openImage, .openBareLink, .closeLink:
      (content, token.range.lowerBound..<token.range.lowerBound)
    }
  }
}
