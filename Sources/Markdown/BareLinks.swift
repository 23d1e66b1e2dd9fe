/// Addresses written without any markup: GFM's extended autolinks, but ending before Chinese text.
extension InlineReader {
  /// Makes links of bare addresses.
  /// - Returns: whether one of them holds asterisks or underscores that cmark could have taken for emphasis.
  mutating func findBareLinks() -> Bool {
    var links: [Range<Int>] = []
    var index = 0
    var depth = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .openLink, .openImage: depth += 1
      case .closeLink: depth -= 1
      case .text where depth == 0: findLinks(from: index, into: &links)
      default: break
      }
      index += 1
    }
    if links.isEmpty { return false }
    insert(links)
    var hasRuns = false
    var link = 0
    for run in runs.indices {
      while link < links.count, links[link].upperBound <= runs[run].range.lowerBound { link += 1 }
      guard link < links.count else { break }
      if links[link].contains(runs[run].range.lowerBound) {
        runs[run].isLiteral = true
        hasRuns = true
      }
    }
    return hasRuns
  }

  /// Finds the addresses that start in one token of text.
  private func findLinks(from index: Int, into links: inout [Range<Int>]) {
    let token = tokens[index].range
    var offset = max(token.lowerBound, links.last?.upperBound ?? start)
    while offset < token.upperBound {
      let byte = content[offset] | 0x20
      if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w"),
        let host = hostStart(at: offset), let link = link(at: offset, host: host, from: index)
      {
        links.append(link)
        offset = link.upperBound
      } else {
        offset += 1
      }
    }
  }

  /// Where the host's name starts if an address starts here.
  private func hostStart(at offset: Int) -> Int? {
    let isWWW = content[offset] == UInt8(ascii: "w")
    if isWWW, !content.has("www.", at: offset, before: end) { return nil }
    if offset > start {
      let before = content[offset - 1]
      if before.isLetter { return nil }
      if isWWW, before < 0x80, !before.isSpace, !"*_~(".utf8.contains(before) { return nil }
    }
    if isWWW { return offset }
    for scheme: StaticString in ["http://", "https://"] where hasIgnoringCase(scheme, at: offset) {
      return offset + scheme.utf8CodeUnitCount
    }
    return nil
  }

  private func hasIgnoringCase(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for index in wanted.indices {
        let byte = content[offset + index]
        if byte != wanted[index], !byte.isLetter || byte | 0x20 != wanted[index] { return false }
      }
      return true
    }
  }

  private func link(at start: Int, host: Int, from index: Int) -> Range<Int>? {
    let limit = textEnd(from: index)
    guard let hostEnd = hostEnd(from: host, before: limit, needsDot: host == start) else { return nil }
    var upper = hostEnd
    while upper < limit, !content[upper].isSpace, content[upper] != UInt8(ascii: "<"), content[upper] < 0xE1 {
      upper += 1
    }
    upper = withoutTrailingMarks(start..<upper)
    for token in tokens[index...] {
      if token.range.lowerBound >= upper { break }
      if token.kind == .escape, token.range.upperBound > upper { upper = token.range.lowerBound }
    }
    return upper > host ? start..<upper : nil
  }

  /// Where the text ends in which a token stands: at code, at a link, at a line end.
  private func textEnd(from index: Int) -> Int {
    var upper = tokens[index].range.upperBound
    for token in tokens[index...] {
      switch token.kind {
      case .text, .escape, .delimiters, .openEmphasis, .openStrong, .closeEmphasis, .closeStrong:
        upper = token.range.upperBound
      default:
        return upper
      }
      // No address reaches beyond white space, so there is no need to look further.
      if token.kind == .text, content[token.range].contains(where: { $0.isSpace || $0 >= 0xE1 }),
        token.range.lowerBound > tokens[index].range.lowerBound
      {
        return upper
      }
    }
    return upper
  }

  /// The end of a host's name: letters, digits, hyphens, dots, and underscores but not in its last two parts.
  private func hostEnd(from start: Int, before limit: Int, needsDot: Bool) -> Int? {
    var index = start
    var dots = 0
    var lowLines = (last: 0, beforeLast: 0)
    while index < limit {
      let byte = content[index]
      if byte == UInt8(ascii: "_") {
        lowLines.last += 1
      } else if byte == UInt8(ascii: ".") {
        guard index > start else { break }
        lowLines = (0, lowLines.last)
        dots += 1
      } else if !(byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || (byte >= 0x80 && byte < 0xE1)) {
        break
      }
      index += 1
    }
    guard index > start, lowLines == (0, 0), dots > 0 || !needsDot else { return nil }
    return index
  }

  /// The end of an address without the punctuation that belongs to the sentence.
  private func withoutTrailingMarks(_ range: Range<Int>) -> Int {
    var upper = range.upperBound
    var surplus: Int?
    while upper > range.lowerBound {
      let byte = content[upper - 1]
      if "?!.,:*_~'\"".utf8.contains(byte) {
        upper -= 1
      } else if byte == UInt8(ascii: ";") {
        var start = upper - 1
        while start > range.lowerBound, content[start - 1].isLetter || content[start - 1].isDigit { start -= 1 }
        let isEntity = start < upper - 1 && start > range.lowerBound && content[start - 1] == UInt8(ascii: "&")
        upper = isEntity ? start - 1 : upper - 1
      } else if byte == UInt8(ascii: ")") {
        let left = surplus ?? closingSurplus(range.lowerBound..<upper)
        if left <= 0 { break }
        surplus = left - 1
        upper -= 1
      } else {
        break
      }
    }
    return upper
  }

  /// How many closing parentheses more than opening ones there are.
  private func closingSurplus(_ range: Range<Int>) -> Int {
    var surplus = 0
    for index in range {
      if content[index] == UInt8(ascii: ")") { surplus += 1 }
      if content[index] == UInt8(ascii: "(") { surplus -= 1 }
    }
    return surplus
  }

  /// Puts the borders of links between the tokens.
  private mutating func insert(_ links: [Range<Int>]) {
    let old = tokens
    tokens.removeAll(keepingCapacity: true)
    var next = 0
    var isInside = false
    for token in old {
      var rest = token.range
      func part(to upper: Int) -> InlineToken {
        var part = token
        part.range = rest.lowerBound..<upper
        return part
      }
      while next < links.count {
        let border = isInside ? links[next].upperBound : links[next].lowerBound
        guard border < rest.upperBound || (isInside && border == rest.upperBound) else { break }
        if border > rest.lowerBound { tokens.append(part(to: border)) }
        rest = border..<rest.upperBound
        tokens.append(InlineToken(isInside ? .closeLink : .openBareLink, border..<border))
        if isInside { next += 1 }
        isInside.toggle()
      }
      if !rest.isEmpty || token.range.isEmpty { tokens.append(part(to: rest.upperBound)) }
    }
  }
}
