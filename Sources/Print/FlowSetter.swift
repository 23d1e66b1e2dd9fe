import Typesetting

/// Sets what runs through the boxes of a flow.
struct FlowSetter {
  let flow: Format.Flow
  let document: PrintDocument
  /// Whether what may be shortened is.
  let isShortened: Bool
  var blocks: BlockSetter

  private var words: PrintWords { document.words }

  mutating func pieces(to parent: StructureTree.ID) -> [Piece] {
    switch flow {
    case .sections(let selection): sections(selection, to: parent)
    case .questions(let version): questions(version, to: parent)
    case .key(let versions): key(versions, to: parent)
    }
  }

  private mutating func sections(_ selection: Format.Selection, to parent: StructureTree.ID) -> [Piece] {
    let isBrief =
      switch selection.brief {
      case .never: false
      case .always: true
      case .ifNeeded: isShortened
      }
    var pieces: [Piece] = []
    for role in selection.roles {
      for section in document.content.sections where section.role == role || (role == "other" && section.role == nil) {
        let wanted = section.blocks.compactMap { $0.selected(by: selection, isBrief: isBrief) }
        guard !wanted.isEmpty else { continue }
        pieces += blocks.section(
          PrintSection(role: section.role, heading: section.heading, blocks: wanted),
          hasHeading: selection.hasHeadings, to: parent)
      }
    }
    return pieces
  }

  // MARK: Quiz

  private mutating func questions(_ version: String, to parent: StructureTree.ID) -> [Piece] {
    let size = blocks.look.size
    var pieces = blocks.blocks(document.content.quizIntroduction, x: 0, to: parent)
    let list = blocks.text.structure.add(.list, to: parent)
    for (index, question) in document.content.questions.enumerated() {
      var (set, body) = blocks.item(prompt(question), number: index + 1, to: list)
      let inner = blocks.text.structure.add(.list, to: body)
      for (place, option) in question.shuffled(version).enumerated() {
        set.append(self.option(option, letter: Self.letter(place), isMultiple: question.isMultiple, to: inner))
      }
      var whole = Piece.joined(set)
      whole.gap = 1.1 * size
      whole.breakCost = 0
      pieces.append(whole)
    }
    return pieces
  }

  private func prompt(_ question: PrintQuestion) -> [PrintBlock] {
    let kind =
      question.isTrueFalse
      ? words["print_true_false"] : question.isMultiple ? words["print_choose_all"] : words["print_choose_one"]
    var prompt = question.prompt
    if case .paragraph(let text)? = prompt.last {
      prompt[prompt.count - 1] = .paragraph(StyledText(text.bold.spans + [StyledText.Span(" " + kind)]))
    }
    return prompt
  }

  private mutating func option(
    _ option: PrintQuestion.Option, letter: String, isMultiple: Bool, to list: StructureTree.ID
  ) -> Piece {
    let size = blocks.look.size
    let item = blocks.text.structure.add(.item, to: list)
    let label = blocks.text.structure.add(.label, to: item)
    let body = blocks.text.structure.add(.body, to: item)
    let leading = blocks.look.leading * size
    let x = 1.7 * size
    let style = TextSetter.Style(size: size, leading: leading, isBold: true, colour: blocks.look.accent)
    let letters = blocks.text.lines(StyledText(letter), style, x: x + 1.35 * size, width: 2 * size, element: label)
    var plain = style
    plain.isBold = false
    plain.colour = .black
    plain.hotline = blocks.look.accent
    var piece = Piece.joined(
      blocks.text.lines(option.text, plain, x: x + 2.5 * size, width: blocks.width - x - 2.5 * size, element: body))
    let side = 0.92 * size
    let box = Rect(x, (leading - side) / 2, side, side)
    piece.items =
      [
        Frame.Item(
          .path(
            .rounded(box, radius: isMultiple ? 0.1 * size : side / 2),
            Paint(stroke: .init(.black, width: 0.07 * size))), element: nil)
      ] + (letters.first?.items ?? []) + piece.items
    piece.gap = 0.28 * size
    return piece
  }

  private mutating func key(_ versions: [String], to parent: StructureTree.ID) -> [Piece] {
    let list = blocks.text.structure.add(.list, to: parent)
    var pieces: [Piece] = []
    for (index, question) in document.content.questions.enumerated() {
      var spans: [StyledText.Span] = []
      for version in versions {
        let letters = question.shuffled(version).enumerated().filter(\.element.isRight).map { Self.letter($0.offset) }
        spans.append(StyledText.Span(words["print_version"].replacingPlaceholder(version) + words["label_colon"]))
        spans.append(StyledText.Span(letters.joined() + "    ", .strong))
      }
      let answer = [.paragraph(StyledText(spans))] + question.explanation
      var whole = Piece.joined(blocks.item(answer, number: index + 1, to: list).pieces)
      whole.gap = 0.9 * blocks.look.size
      pieces.append(whole)
    }
    return pieces
  }

  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(place, 25))))
  }
}

extension PrintBlock {
  /// The block as a selection wants it; nil when it is left out.
  /// - Parameter isBrief: whether of a list's items only the beginnings are wanted.
  func selected(by selection: Format.Selection, isBrief: Bool) -> PrintBlock? {
    let kind: Format.BlockKind
    switch self {
    case .paragraph, .heading, .rule: kind = .paragraph
    case .list: kind = .list
    case .callout: kind = .callout
    case .quote: kind = .quote
    case .table: kind = .table
    case .figure: kind = .figure
    }
    guard !selection.omitted.contains(kind) else { return nil }
    guard case .list(let start, let items) = self else { return self }
    let kept = selection.items.map { Array(items.prefix($0)) } ?? items
    return .list(start: start, items: isBrief ? kept.map { Self.shortened($0) } : kept)
  }
}

extension PrintQuestion {
  /// The options in the order of a version. The first version has them as they were written; in each further one they are
  /// turned by one place, so that no option keeps its letter and neighbours cannot read off each other. Right and wrong
  /// never change places.
  func shuffled(_ version: String) -> [Option] {
    guard !isTrueFalse, options.count > 1, let letter = version.utf8.first else { return options }
    let shift = Int(letter &- UInt8(ascii: "A")) % options.count
    return Array(options[shift...] + options[..<shift])
  }
}

extension String {
  /// `{}` in a word is where a name goes.
  fileprivate func replacingPlaceholder(_ text: String) -> String {
    guard let range = firstRange(of: "{}") else { return self + " " + text }
    return self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
