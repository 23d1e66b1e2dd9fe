import Content
import Diagnostics
import Dispatch
import Markdown
import Synchronization

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

  /// All of the above and which bundles there are, because they link to one another, in a form that changes with any of it.
  let custom: String

  init(of library: Library) {
    spacing = library.site.guardrails.spacing
    let habits = Self.habits(of: library.pagesWithText)
    hasCurlyEnglish = habits.balance > 0
    unusedForms = Set(MixedVariant.equals).subtracting(habits.forms)
    registeredDigits = Set(
      library.facts.all.flatMap { fact in
        library.site.languages.flatMap { Self.digitRuns(in: fact.value[$0]) }
      })
    organisers = library.site.languages.map { Array(library.site.organiser[$0].unicodeScalars) }.filter { !$0.isEmpty }
    let addresses = library.bundles.map { "\($0.kind.folder)/\($0.slug)" }
    // The rest of it comes from `site.yaml` and `facts.yaml`.
    custom = "\(hasCurlyEnglish) \(unusedForms.sorted()) \(addresses)"
  }

  /// How pages are written: how many more curly than straight marks there are in all of the English text, and which of some
  /// forms are used at all.
  private static func habits(of pages: [Page]) -> (balance: Int, forms: Set<String>) {
    let all = Mutex((balance: 0, forms: Set<String>()))
    let size = 64
    DispatchQueue.concurrentPerform(iterations: (pages.count + size - 1) / size) { part in
      var balance = 0
      var forms: Set<String> = []
      for page in pages[part * size..<min(pages.count, (part + 1) * size)] {
        let bytes = page.document.source.bytes
        if Passage.Script(page.language).isEnglish { balance += curlyBalance(in: bytes) }
        for form in MixedVariant.equals where !forms.contains(form) {
          if page.document.source.firstRange(of: Array(form.utf8), in: 0..<bytes.count) != nil { forms.insert(form) }
        }
      }
      all.withLock { all in
        all.balance += balance
        all.forms.formUnion(forms)
      }
    }
    return all.withLock { $0 }
  }

  private static func curlyBalance(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var balance = 0
      for index in bytes.indices {
        if bytes[index] == UInt8(ascii: "'") {
          balance -= 1
        } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
          (0x98...0x9D).contains(bytes[index + 2])
        {
          balance += 1
        }
      }
      return balance
    }
  }

  private static func digitRuns(in text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isNumber }.map(String.init).filter { $0.count >= 5 }
  }
}
