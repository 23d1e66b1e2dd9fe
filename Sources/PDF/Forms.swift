import Typesetting

/// Drawings as form XObjects (ISO 32000-1, 8.10): each is written once, however often it is drawn.
struct Forms: Sendable {
  struct Form: Sendable {
    let reference: Reference
    /// Whether something of it is not quite opaque.
    let isTransparent: Bool
  }

  private var forms: [Drawing: Form] = [:]

  /// The drawing's form, which is written when it is the first time.
  mutating func form(
    of drawing: Drawing, profile: Layout.Profile, into file: inout ObjectFile, with deflater: Deflater
  ) -> Form {
    if let form = forms[drawing] { return form }
    // Coordinates may be of any size, and a picture is drawn at any size: a step is a 20,000th of its longer side.
    let side = max(drawing.size.width, drawing.size.height)
    let decimals = (0..<6).first { (pow10(-$0)) * 20_000 <= side } ?? 6
    var stream = ContentStream(profile: profile, height: nil, decimals: decimals)
    for shape in drawing.shapes { stream.draw(shape.path, shape.paint) }
    let form = Form(reference: file.reserve(), isTransparent: stream.resources.isTransparent)
    var entries: [UInt8] = []
    entries.put("/Type/XObject/Subtype/Form/BBox[0 0 ")
    entries.put(drawing.size.width, decimals: 6)
    entries.put(" ")
    entries.put(drawing.size.height, decimals: 6)
    entries.put("]/Resources")
    stream.resources.write(into: &entries, fonts: [:])
    file.add(form.reference, EncodedStream(stream.bytes, with: deflater), entries: entries)
    forms[drawing] = form
    return form
  }
}

private func pow10(_ exponent: Int) -> Double { [1, 0.1, 0.01, 0.001, 0.0001, 0.000_01, 0.000_001][-exponent] }
