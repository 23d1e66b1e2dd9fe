import Typesetting

/// Writes the items of pages, of a layout or of an overlay, into a file.
struct Press {
  /// What its pages have in common.
  struct Setting {
    let profile: Layout.Profile
    let book: FontBook
    let texts: GlyphTexts
    /// Whether it writes an overlay, whose glyphs are in fonts of their own and whose pages have content already.
    let isLocal: Bool
  }

  var file: ObjectFile
  var forms: Forms
  /// Gets the marks and links.
  var tagging: Tagging
  let deflater: Deflater
  private let setting: Setting

  /// What the items belong to that are being drawn.
  private enum Open: Equatable {
    case nothing, artifact
    case mark(StructureTree.ID)
  }

  init(_ setting: Setting, file: ObjectFile, forms: Forms, tagging: Tagging, deflater: Deflater) {
    (self.setting, self.file, self.forms, self.tagging) = (setting, file, forms, tagging)
    self.deflater = deflater
  }

  /// Draws items on a page: neighbours of one structure element as one mark, decoration as artifacts.
  mutating func print(_ items: [Frame.Item], on sheet: inout Sheet) {
    var stream = ContentStream(
      profile: setting.profile, height: sheet.size.height, decimals: 2, isContinued: setting.isLocal)
    var open = Open.nothing
    for item in items where item.isVisible {
      let kind = tagging.kind(of: item.element)
      let wanted = kind == nil ? .artifact : item.element.map(Open.mark) ?? .artifact
      if open != wanted {
        if open != .nothing { stream.end() }
        open = wanted
        stream.begin(kind, number: sheet.marks.count)
        if case .mark(let element) = wanted {
          tagging.add(Tagging.Mark(element: element, page: sheet.index, number: sheet.marks.count))
          sheet.marks.append(element)
        }
      }
      if case .mark(let element) = open { tagging.note(item, of: element, onPage: sheet.size.height) }
      draw(item.shape, into: &stream)
    }
    guard open != .nothing else { return }
    stream.end()
    let content = file.reserve()
    file.add(content, EncodedStream(stream.bytes, with: deflater))
    sheet.contents.append(content)
    sheet.resources.merge(stream.resources)
  }

  /// Takes up links; they are written when all words are known.
  mutating func take(_ links: [Frame.Link], on sheet: inout Sheet) {
    for link in links where tagging.kind(of: link.element) != nil {
      let reference = file.reserve()
      sheet.annotations.append(reference)
      tagging.add(
        Tagging.Annotation(
          element: link.element, page: sheet.index, reference: reference, area: link.area, address: link.address))
    }
  }

  private mutating func draw(_ shape: Frame.Item.Shape, into stream: inout ContentStream) {
    switch shape {
    case .text(let run, let point):
      let font = setting.book[run.face]
      stream.draw(
        run, at: point, font: Resources.FontName(isLocal: setting.isLocal, face: run.face), texts: setting.texts,
        width: { EmbeddedFont.width(of: $0, in: font) })
    case .path(let path, let paint): stream.draw(path, paint)
    case .drawing(let drawing, let rect):
      let form = forms.form(of: drawing, profile: setting.profile, into: &file, with: deflater)
      stream.draw(form: form, size: drawing.size, in: rect)
    case .code(let code, let rect, let colour): stream.draw(code, in: rect, colour)
    }
  }
}
