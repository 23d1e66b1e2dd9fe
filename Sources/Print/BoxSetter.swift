import Diagnostics
import Typesetting

/// Sets what stands in a box at a fixed place, in the largest type that fits it.
struct BoxSetter {
  let box: Format.Box
  let panel: Format.Panel
  let document: PrintDocument
  let work: SheetSetter.Work
  let palette: Palette
  let cache: TextCache
  /// The size of the running text, for boxes that have none of their own.
  let bodySize: Double
  var structure: StructureTree
  let parent: StructureTree.ID

  private var content: PrintDocument.Content { document.content }
  private var words: PrintWords { document.words }

  /// What is drawn in the box, on its side.
  mutating func placed(_ diagnostics: inout [Diagnostic]) -> SheetSetter.Placed {
    switch box.content {
    case .fill(let corner):
      return SheetSetter.Placed(grounds: [.init(area: box.area, corner: corner, colour: colour(box.type.colour))])
    case .line:
      return SheetSetter.Placed(items: [
        Frame.Item(.path(.rectangle(box.area), Paint(fill: colour(box.type.colour))), element: nil)
      ])
    case .picture: return picture()
    case .text(let source):
      guard let text = text(source) else { return SheetSetter.Placed() }
      let level = level(source)
      return fitted(Self.name(source), &diagnostics) { $0.paragraphs(text, $1, level: level) }
    case .hotlines(let list):
      return fitted(Wording(zh: "热线", en: "list of hotlines"), &diagnostics) {
        $0.hotlines(list, $1)
      }
    case .code(let target):
      if work.isLocal, target == .lesson { return SheetSetter.Placed() }
      switch target {
      case .lesson:
        return code(content.pageAddress, alt: words["print_scan_lesson"], &diagnostics)
      case .edition:
        return code(content.editionAddress, alt: words["print_scan_edition"], &diagnostics)
      }
    case .outlet, .flow: return SheetSetter.Placed()
    }
  }

  private func colour(_ name: ColourName) -> Colour { palette.colour(name, accent: content.accent) }

  // MARK: Text

  private func text(_ source: Format.TextSource) -> [StyledText]? {
    let colon = words["label_colon"]
    switch source {
    case .title: return [StyledText(content.title)]
    case .summary: return [StyledText(content.summary)]
    case .topic: return content.topic.isEmpty ? nil : [StyledText(content.topic)]
    case .slogan: return content.slogan.map { [$0] }
    case .site: return [StyledText(content.site)]
    case .organiser: return [StyledText(words["organised_by"] + content.organiser)]
    case .sources:
      guard !content.sources.isEmpty else { return nil }
      return [
        StyledText(
          words["sources"] + colon + content.sources.joined(separator: words["source_separator"])
            + words["full_stop"])
      ]
    case .dates:
      let checked = words["checked_label"] + colon + content.checked
      return [StyledText(checked + (content.expires.map { " · " + words["expires_label"] + colon + $0 } ?? ""))]
    case .identity:
      let parts = [
        words["print_edition"] + colon + content.code, content.languageName, content.date,
        content.expires.map { words["expires_label"] + colon + $0 },
      ]
      return [StyledText(parts.compactMap { $0 }.joined(separator: " · "))]
    case .address:
      return [StyledText([StyledText.Span(content.pageAddress.shortAddress, .none, link: content.pageAddress)])]
    case .word(let name): return [StyledText(words[name])]
    }
  }

  /// What a text is called in messages.
  private static func name(_ source: Format.TextSource) -> Wording {
    switch source {
    case .title: Wording(zh: "标题", en: "title")
    case .summary: Wording(zh: "一句话简介", en: "summary")
    case .topic: Wording(zh: "专题名", en: "topic’s name")
    case .slogan: Wording(zh: "口诀", en: "slogan")
    case .site: Wording(zh: "网站名", en: "site’s name")
    case .organiser: Wording(zh: "主办单位", en: "organiser’s name")
    case .sources: Wording(zh: "依据", en: "list of sources")
    case .dates: Wording(zh: "日期", en: "line of dates")
    case .identity: Wording(zh: "版次", en: "edition’s line")
    case .address: Wording(zh: "网址", en: "address")
    case .word(let name): Wording(zh: "界面文字“\(name)”", en: "word “\(name)”")
    }
  }

  /// The level of heading that a text is; nil for a paragraph.
  private func level(_ source: Format.TextSource) -> Int? {
    if let level = box.type.level { return level > 0 ? level : nil }
    if case .title = source { return 1 }
    return nil
  }

  /// Sets something in the largest type at which it fits the box, in quarter points.
  private mutating func fitted(
    _ name: Wording, _ diagnostics: inout [Diagnostic],
    _ set: (inout BoxText, TextSetter.Style) -> [Piece]
  ) -> SheetSetter.Placed {
    let size = box.type.size ?? bodySize
    let least = min(box.type.least ?? size, size)
    let leading = box.type.leading ?? work.format.body.leading[content.language] ?? 1.4
    func style(_ size: Double) -> TextSetter.Style {
      TextSetter.Style(
        size: size, leading: leading * size, isBold: box.type.isBold, colour: colour(box.type.colour),
        hotline: box.type.colour == .ink ? colour(.accent) : colour(box.type.colour),
        alignment: alignment, isBalanced: isBalanced)
    }
    func trial(_ step: Int) -> (fits: Bool, isTorn: Bool) {
      var text = boxText(isFinal: false)
      let whole = Piece.joined(set(&text, style(size - Double(step) / 4)))
      return (!text.isTooWide && whole.height <= box.area.height + 0.01, text.isTorn)
    }
    let steps = Int(((size - least) * 4).rounded(.down))
    guard var step = (0...steps).first(where: { trial($0).fits }) else {
      diagnostics.append(.boxOverflow(name, panel, work, at: document.place))
      return SheetSetter.Placed()
    }
    // A title or a slogan may be a good deal smaller if its lines then end where the voice does.
    if content.tag.hasPrefix("zh"), trial(step).isTorn {
      let limit = min(steps, Int((size - (size - Double(step) / 4) * Self.smallest) * 4))
      if step < limit, let whole = (step + 1...limit).first(where: { !trial($0).isTorn }) { step = whole }
    }
    var text = boxText(isFinal: true)
    let whole = Piece.joined(set(&text, style(size - Double(step) / 4)))
    structure = text.setter.structure
    let rest = box.area.height - whole.height
    let y =
      switch box.type.vertical {
      case .top: box.area.y
      case .middle: box.area.y + rest / 2
      case .bottom: box.area.y + rest
      }
    let moved = whole.moved(by: box.area.x, y)
    return SheetSetter.Placed(items: moved.items, links: moved.links)
  }

  /// The share of its size that a title keeps when it is made smaller for better lines.
  private static let smallest = 0.68

  /// Titles, slogans and what stands in the middle have lines of about equal length.
  private var isBalanced: Bool {
    switch box.content {
    case .text(.title), .text(.slogan): true
    case .text, .hotlines, .fill, .line, .picture, .code, .outlet, .flow: box.type.alignment == .centre
    }
  }

  private var alignment: Composer.Alignment {
    switch box.type.alignment {
    case .left: .ragged
    case .centre: .centred
    case .justified: content.tag.hasPrefix("zh") ? .justified : .ragged
    }
  }

  private func boxText(isFinal: Bool) -> BoxText {
    var setter = TextSetter(cache: cache, language: content.tag, isFinal: isFinal)
    setter.structure = structure
    return BoxText(
      setter: setter, width: box.area.width, parent: parent, hotlines: content.hotlines,
      soft: colour(box.type.colour == .ink ? .soft : box.type.colour))
  }

  // MARK: Pictures and codes

  private mutating func picture() -> SheetSetter.Placed {
    guard let picture = content.picture else { return SheetSetter.Placed() }
    let element = structure.add(.figure(alt: picture.alt), to: parent)
    let size = picture.drawing.size
    let scale = min(box.area.width / size.width, box.area.height / size.height)
    let rest = (width: box.area.width - size.width * scale, height: box.area.height - size.height * scale)
    let x =
      switch box.type.alignment {
      case .left, .justified: box.area.x
      case .centre: box.area.x + rest.width / 2
      }
    let y =
      switch box.type.vertical {
      case .top: box.area.y
      case .middle: box.area.y + rest.height / 2
      case .bottom: box.area.y + rest.height
      }
    let area = Rect(x, y, size.width * scale, size.height * scale)
    return SheetSetter.Placed(items: [Frame.Item(.drawing(picture.drawing, in: area), element: element)])
  }

  private mutating func code(
    _ address: String, alt: String, _ diagnostics: inout [Diagnostic]
  ) -> SheetSetter.Placed {
    guard let items = CodeSetter.items(address, alt: alt, in: box.area, &structure, parent) else {
      diagnostics.append(
        .boxOverflow(Wording(zh: "二维码", en: "QR code"), panel, work, at: document.place))
      return SheetSetter.Placed()
    }
    return SheetSetter.Placed(items: items)
  }
}

/// Sets a QR code with the white rim of four modules that readers need (ISO/IEC 18004, 6.3.8).
enum CodeSetter {
  /// Nil when the address is too long for a code.
  static func items(
    _ address: String, alt: String, in area: Rect, _ structure: inout StructureTree, _ parent: StructureTree.ID
  ) -> [Frame.Item]? {
    guard let code = QRCode(text: address, correction: .medium) else { return nil }
    let element = structure.add(.figure(alt: alt + " " + address), to: parent)
    let side = min(area.width, area.height)
    let ground = Rect(area.x + (area.width - side) / 2, area.y + (area.height - side) / 2, side, side)
    let rim = side * 4 / Double(code.width + 8)
    return [
      Frame.Item(.path(.rectangle(ground), Paint(fill: .white)), element: nil),
      Frame.Item(.code(code, in: ground.inset(by: rim), .black), element: element),
    ]
  }
}

extension String {
  /// An address as people read it, without its scheme.
  fileprivate var shortAddress: String {
    for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
    return self
  }
}
