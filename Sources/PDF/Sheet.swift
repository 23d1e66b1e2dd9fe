import Typesetting

/// A page of a file while what belongs to it is gathered.
struct Sheet: Sendable {
  /// In the layout's pages; also its key in the parent tree.
  let index: Int
  let reference: Reference
  let size: Size
  private let trim: Rect
  private let bleed: Rect
  /// Content streams, back to front.
  var contents: [Reference] = []
  var resources = Resources()
  /// The element of each mark in the order of their numbers; those of an overlay belong to its own tree.
  var marks: [StructureTree.ID] = []
  var annotations: [Reference] = []

  init(_ frame: Frame, index: Int, reference: Reference) {
    (self.index, self.reference, size) = (index, reference, frame.size)
    let whole = Rect(0, 0, frame.size.width, frame.size.height)
    bleed = frame.bleed.clipped(to: whole)
    trim = frame.trim.clipped(to: bleed)
  }

  /// The page object (ISO 32000-1, 7.7.3.3, 14.11.2). The crop box is the media box: a print shop shall see the marks,
  /// and an office page has nothing outside.
  func write(
    into text: inout [UInt8], parent: Reference, profile: Layout.Profile, fonts: [Resources.FontName: Reference]
  ) {
    text.put("<</Type/Page/Parent ")
    text.put(parent)
    for (name, box) in [("MediaBox", Rect(0, 0, size.width, size.height)), ("BleedBox", bleed), ("TrimBox", trim)] {
      text.put(name: name)
      text.put(box, height: size.height)
    }
    text.put("/Contents[")
    text.put(contents)
    text.put("]/Resources")
    resources.write(into: &text, fonts: fonts)
    if resources.isTransparent {
      switch profile {
      case .office: text.put("/Group<</S/Transparency/CS/DeviceRGB>>")
      case .shop: text.put("/Group<</S/Transparency/CS/DeviceCMYK>>")
      }
    }
    if !marks.isEmpty {
      text.put("/StructParents ")
      text.put(index)
    }
    if !annotations.isEmpty {
      text.put("/Annots[")
      text.put(annotations)
      text.put("]")
    }
    // Links are reached in the order of the structure (ISO 14289-1, 7.18.3).
    text.put("/Tabs/S>>")
  }
}

extension Rect {
  /// The part of it that lies inside another rectangle; that rectangle when there is none.
  fileprivate func clipped(to outer: Rect) -> Rect {
    let (left, top) = (max(x, outer.x), max(y, outer.y))
    let (right, bottom) = (min(right, outer.right), min(bottom, outer.bottom))
    return left < right && top < bottom ? Rect(left, top, right - left, bottom - top) : outer
  }
}
