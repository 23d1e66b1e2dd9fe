import Content
import Diagnostics
import Markdown

/// What the rules have to know of the whole site: the choices that its editors made.
struct HouseStyle {
  /// Whether a space stands between Han characters and Latin letters.
  let spacing: Guardrails.Spacing
  /// Whether English is written with curly quotation marks.
  let hasCurlyEnglish: Bool
  /// Digits of the registered facts: numbers that may be printed.
  let registeredDigits: Set<String>
  /// The name of the bank or body that publishes the site, in all languages.
  let organisers: [[Unicode.Scalar]]

  /// Of words with two right forms, those whose preferred form the site does not use.
  let unusedForms: Set<String>

  init(of library: Library) {
    spacing = library.site.guardrails.spacing
    hasCurlyEnglish = Self.hasCurlyEnglish(in: library)
    registeredDigits = Set(
      library.facts.all.flatMap { fact in
        library.site.languages.flatMap { Self.digitRuns(in: fact.value[$0]) }
      })
    unusedForms = Set(
      MixedVariant.equals.filter { form in
        let wanted = Array(form.utf8)
        return !library.pagesWithText.contains { page in
          let source = page.document.source
          return source.firstRange(of: wanted, in: 0..<source.bytes.count) != nil
        }
      })
    organisers = library.site.languages.map { Array(library.site.organiser[$0].unicodeScalars) }.filter { !$0.isEmpty }
  }

  /// Whether there are more curly than straight marks in all of the English text.
  private static func hasCurlyEnglish(in library: Library) -> Bool {
    var balance = 0
    for page in library.pagesWithText where Passage.Script(page.language).isEnglish {
      page.document.source.bytes.withUnsafeBufferPointer { bytes in
        for index in bytes.indices {
          if bytes[index] == UInt8(ascii: "'") {
            balance -= 1
          } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
            (0x98...0x9D).contains(bytes[index + 2])
          {
            balance += 1
          }
        }
      }
    }
    return balance > 0
  }

  private static func digitRuns(in text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isNumber }.map(String.init).filter { $0.count >= 5 }
  }
}
