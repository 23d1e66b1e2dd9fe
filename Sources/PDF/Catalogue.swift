import Typesetting

/// The objects that hold a file together (ISO 32000-1, 7.7).
struct Catalogue: Sendable {
  let reference: Reference
  let pages: Reference
  let info: Reference
  let metadata: Reference

  init(in file: inout ObjectFile) {
    (reference, pages) = (file.reserve(), file.reserve())
    (info, metadata) = (file.reserve(), file.reserve())
  }

  /// Writes the catalogue and the list of pages; what they name may be written later.
  func write(
    _ layout: Layout, sheets: [Sheet], structure: Reference, outline: Reference?, into file: inout ObjectFile
  ) {
    file.add(pages) { text in
      text.put("<</Type/Pages/Count ")
      text.put(sheets.count)
      text.put("/Kids[")
      text.put(sheets.map(\.reference))
      text.put("]>>")
    }
    file.add(reference) { text in
      text.put("<</Type/Catalog/Pages ")
      text.put(pages)
      text.put("/Metadata ")
      text.put(metadata)
      text.put("/StructTreeRoot ")
      text.put(structure)
      text.put("/MarkInfo<</Marked true>>")
      if !layout.language.isEmpty {
        text.put("/Lang")
        text.put(textString: layout.language)
      }
      if let outline {
        text.put("/Outlines ")
        text.put(outline)
      }
      // Printed at its true size, on the paper that it is made for (12.2).
      text.put("/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/PickTrayByPDFSize true")
      switch layout.duplex {
      case .oneSided: text.put("/Duplex/Simplex>>>>")
      case .flipOnShortEdge: text.put("/Duplex/DuplexFlipShortEdge>>>>")
      case .flipOnLongEdge: text.put("/Duplex/DuplexFlipLongEdge>>>>")
      }
    }
  }
}
