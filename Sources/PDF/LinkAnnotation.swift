import Typesetting

extension Tagging.Annotation {
  /// The annotation's object (ISO 32000-1, 12.5.6.5): printed with the page and described, as PDF/UA wants (ISO 14289-1,
  /// 7.18).
  /// - Parameters:
  ///   - description: what the link says; its address stands in for nothing.
  ///   - key: in the parent tree.
  func write(into text: inout [UInt8], description: String, key: Int, sheet: Sheet) {
    text.put("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect")
    text.put(area, height: sheet.size.height)
    text.put("/P ")
    text.put(sheet.reference)
    text.put("/Contents")
    text.put(textString: description.isEmpty ? address : description)
    text.put("/StructParent ")
    text.put(key)
    text.put("/A<</S/URI/URI")
    text.put(string: Self.ascii(address))
    text.put(">>>>")
  }

  /// An address in ASCII, other characters as `%` and two digits for each byte (RFC 3986, 2.1; RFC 3987, 3.1).
  static func ascii(_ address: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in address.utf8 {
      if (0x21...0x7E).contains(byte) {
        result.append(byte)
      } else {
        result.put("%")
        result.put(hexadecimal: byte)
      }
    }
    return result
  }
}
