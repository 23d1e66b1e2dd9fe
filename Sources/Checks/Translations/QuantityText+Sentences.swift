extension QuantityText {
  /// The sentences of the text, each with its mark.
  /// - Parameter lead: the characters at its beginning that are one by themselves.
  func sentences(lead: Int = 0) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      let ends =
        switch scalar {
        case "。", "！", "？", "\n": true
        case ".", "!", "?": index >= scalars.count || scalars[index] == "\n" || scalars[index].isSentenceTail
        default: index == lead
        }
      guard ends else { continue }
      while index < scalars.count, scalars[index].isSentenceTail || scalars[index] == "」" { index += 1 }
      sentences.append(start..<index)
      start = index
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    return sentences
  }
}

extension Unicode.Scalar {
  /// Whether it is a blank or a quotation mark behind a full stop.
  fileprivate var isSentenceTail: Bool {
    switch self {
    case " ", "”", "’", "\"": true
    default: false
    }
  }
}
