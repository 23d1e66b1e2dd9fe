import Typesetting

/// What a content stream calls by name (ISO 32000-1, 7.8.3).
struct Resources: Sendable {
  /// A font of the document.
  struct FontName: Hashable, Comparable, Sendable {
    /// Whether it has the glyphs of overlays, not those of the layout.
    let isLocal: Bool
    let face: Face

    var name: String { (isLocal ? "L" : "F") + String(face.rawValue) }

    static func < (left: Self, right: Self) -> Bool { left.name < right.name }
  }

  /// Parameters that only a dictionary can set (8.4.5).
  enum GraphicsState: Hashable, Sendable {
    /// Whether ink is printed over what is below instead of in its place.
    case overprint(Bool)
    /// In thousandths.
    case opacity(Int)

    var name: String {
      switch self {
      case .overprint(true): "K"
      case .overprint(false): "N"
      case .opacity(let value): "A\(value)"
      }
    }

    /// The parameters. Overprint mode 1: inks that are 0 leave what is below (8.6.7).
    var entries: String {
      switch self {
      case .overprint(true): "/OP true/op true/OPM 1"
      case .overprint(false): "/OP false/op false/OPM 0"
      case .opacity(1000): "/CA 1/ca 1"
      case .opacity(let value):
        {
          var number: [UInt8] = []
          number.put(Double(value) / 1000, decimals: 3)
          let text = String(decoding: number, as: UTF8.self)
          return "/CA \(text)/ca \(text)"
        }()
      }
    }
  }

  var fonts: Set<FontName> = []
  var states: Set<GraphicsState> = []
  var forms: Set<Reference> = []
  /// Whether something that is called, or something inside it, is not quite opaque.
  var isTransparent = false

  /// The name by which a form is called.
  static func name(of form: Reference) -> String { "X\(form.number)" }

  mutating func merge(_ other: Resources) {
    fonts.formUnion(other.fonts)
    states.formUnion(other.states)
    forms.formUnion(other.forms)
    isTransparent = isTransparent || other.isTransparent
  }

  /// The dictionary, sorted by name.
  func write(into text: inout [UInt8], fonts references: [FontName: Reference]) {
    text.put("<<")
    if !fonts.isEmpty {
      text.put("/Font<<")
      for font in fonts.sorted() {
        guard let reference = references[font] else { continue }
        text.put(name: font.name)
        text.put(" ")
        text.put(reference)
      }
      text.put(">>")
    }
    if !forms.isEmpty {
      text.put("/XObject<<")
      for form in forms.sorted(by: { $0.number < $1.number }) {
        text.put(name: Self.name(of: form))
        text.put(" ")
        text.put(form)
      }
      text.put(">>")
    }
    if !states.isEmpty {
      text.put("/ExtGState<<")
      for state in states.sorted(by: { $0.name < $1.name }) {
        text.put(name: state.name)
        text.put("<<")
        text.put(text: state.entries)
        text.put(">>")
      }
      text.put(">>")
    }
    text.put(">>")
  }
}
