import Typesetting

/// What a file says of itself, once as XMP (ISO 16684-1) and once, in the same words, as the information dictionary
/// (ISO 32000-1, 14.3).
struct Metadata: Sendable {
  var title: String
  let subject: String
  let author: String
  let language: String
  /// As 2026-11-21.
  let date: String
  /// Whether the file follows every rule of PDF/UA-1 and may say so.
  var isAccessible: Bool

  init(_ layout: Layout) {
    (title, subject, author) = (layout.title, layout.subject, layout.author)
    (language, date) = (layout.language, layout.date)
    isAccessible = false
  }

  /// The metadata stream, which stays readable for programs that know no PDF.
  var xmp: EncodedStream {
    var text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:format>application/pdf</dc:format>

      """
    if !title.isEmpty { text += "<dc:title><rdf:Alt>\(inDefaultLanguage(title))</rdf:Alt></dc:title>\n" }
    if !author.isEmpty { text += "<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>\n" }
    if !subject.isEmpty {
      text += "<dc:description><rdf:Alt>\(inDefaultLanguage(subject))</rdf:Alt></dc:description>\n"
    }
    if !language.isEmpty {
      text += "<dc:language><rdf:Bag><rdf:li>\(escaped(language))</rdf:li></rdf:Bag></dc:language>\n"
    }
    if !date.isEmpty { text += "<xmp:CreateDate>\(escaped(date))</xmp:CreateDate>\n" }
    text += "<pdf:Producer>\(producer)</pdf:Producer>\n"
    if isAccessible { text += "<pdfuaid:part>1</pdfuaid:part>\n" }
    // "r": the packet has no room for changes.
    text += "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return EncodedStream(plain: Array(text.utf8))
  }

  /// The information dictionary.
  func writeInfo(into text: inout [UInt8]) {
    text.put("<<")
    for (key, value) in [("Title", title), ("Author", author), ("Subject", subject)] where !value.isEmpty {
      text.put(name: key)
      text.put(textString: value)
    }
    let digits = date.utf8.filter { (0x30...0x39).contains($0) }
    if digits.count == 8 {
      text.put("/CreationDate(D:")
      text.append(contentsOf: digits)
      text.put(")")
    }
    text.put("/Producer")
    text.put(textString: producer)
    text.put(">>")
  }

  private func inDefaultLanguage(_ text: String) -> String {
    "<rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li>"
  }

  /// A text in XML; characters that XML forbids are left out.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{9}", "\u{A}", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }
}

private let producer = "microclass"
