import Content

extension SheetView {
  /// A lesson in a format; nil when it was not printed in it.
  init?(_ slug: String, in format: PrintedSheet.Format, setting: Setting) {
    // The reader's own language comes first, and what an office printer can print before what a print shop needs.
    let sheets = setting.rack.sheets(of: slug, in: format)
    let own = sheets.filter { $0.languages.first == setting.language }
    let others = sheets.filter { $0.languages.first != setting.language }
    let ordered = (own + others).filter { !$0.isForShop } + (own + others).filter(\.isForShop)
    guard !ordered.isEmpty else { return nil }
    var seen: Set<[Language]> = []
    self.init(
      format: FormatView(format, in: setting),
      files: ordered.enumerated().map { number, sheet in
        let sides: SheetFileView.Sides = seen.insert(sheet.languages).inserted ? (number == 0 ? .shown : .named) : .none
        return SheetFileView(sheet, sides, in: setting)
      })
  }
}

extension SheetFileView {
  /// What is said of a sheet's sides.
  enum Sides {
    case shown, named, none
  }

  init(_ sheet: PrintedSheet, _ sides: Sides = .none, in setting: Setting) {
    let words = setting.words
    let names = sheet.languages.map(\.name).joined(separator: " + ")
    let file = Address(path: sheet.path)
    let links = sheet.thumbnails.map { file.link(to: Address(path: $0)) }
    self.init(
      url: setting.link(to: file),
      label: names + " " + words[sheet.isPicture ? "desk_picture" : "desk_pdf"],
      tag: sheet.languages.first?.tag ?? setting.language.tag,
      codes: sheet.languages.map(\.code).joined(separator: " "), sides: sides == .shown ? sheet.sides(in: setting) : [],
      sideURLs: sides == .named && !links.isEmpty ? links.joined(separator: " ") : nil, isForShop: sheet.isForShop)
  }
}

extension PrintedSheet {
  /// Small pictures of its sides, described by the format and the side.
  func sides(in setting: Setting) -> [PictureView] {
    let words = setting.words
    let name = format.name[setting.language]
    return thumbnails.enumerated().map { index, path in
      let side =
        switch (index, thumbnails.count) {
        case (_, 1): words["desk_side_only"]
        case (0, _): words["desk_side_front"]
        case (1, 2): words["desk_side_back"]
        default: words["desk_side_other"] + String(index + 1)
        }
      return PictureView(
        url: setting.link(to: Address(path: path)), width: String(thumbnailSize.width),
        height: String(thumbnailSize.height), alt: name + words["label_colon"] + side)
    }
  }
}

extension FormatView {
  init(_ format: PrintedSheet.Format, in setting: Setting) {
    self.init(id: format.id, name: format.name[setting.language], note: format.note[setting.language])
  }
}

extension HandlingView {
  /// Every way in which some of the formats are printed, folded and cut, in their order.
  static func all(_ formats: [PrintedSheet.Format], in setting: Setting) -> [HandlingView] {
    var order: [String] = []
    var groups: [String: [PrintedSheet.Format]] = [:]
    for format in formats {
      let id = format.duplex.rawValue + (format.isFolded ? "-folded" : "") + (format.isCut ? "-cut" : "")
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(format)
    }
    return order.compactMap { id in
      guard let formats = groups[id], let first = formats.first else { return nil }
      let views = formats.map { FormatView($0, in: setting) }
      return HandlingView(
        id: id, formats: views, names: views.map(\.name).joined(separator: setting.words["answer_separator"]),
        turnsOnShortEdge: first.duplex == .flipOnShortEdge, turnsOnLongEdge: first.duplex == .flipOnLongEdge,
        isFolded: first.isFolded, isCut: first.isCut)
    }
  }
}
