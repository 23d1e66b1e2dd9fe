package import Content
import Diagnostics
import Dispatch
import Markdown
import Synchronization

/// How a page is written.
package struct PageHabits: Sendable {
  /// How many more curly than straight marks there are in its text, if that is English.
  var balance = 0
  /// The forms that it uses, of words with two right forms.
  var forms: Set<String> = []

  mutating func add(_ other: PageHabits) {
    balance += other.balance
    if !other.forms.isEmpty { forms.formUnion(other.forms) }
  }
}

/// Gives how a page was written when it was the same, or has it worked out.
package typealias HabitRecall = @Sendable (_ page: Page, _ work: () -> PageHabits) -> PageHabits

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

  /// - Parameter recall: gives what is known of a page's habits.
  init(of library: Library, recall: HabitRecall? = nil) {
    spacing = library.site.guardrails.spacing
    let habits = Self.habits(of: library.pagesWithText, recall)
    hasCurlyEnglish = habits.balance > 0
    unusedForms = Set(MixedVariant.equals).subtracting(habits.forms)
    registeredDigits = Set(
      library.facts.all.flatMap { fact in
        library.site.languages.flatMap { Self.digitRuns(in: fact.value[$0]) }
      })
    organisers = library.site.languages.map { Array(library.site.organiser[$0].unicodeScalars) }.filter { !$0.isEmpty }
    // The rest of it comes from `site.yaml` and `facts.yaml`.
    custom = library.bundles.reduce(into: "\(hasCurlyEnglish) \(unusedForms.sorted())") { custom, bundle in
      custom += " "
      custom += bundle.kind.folder
      custom += "/"
      custom += bundle.slug
    }
  }

  /// The habits of all pages together.
  private static func habits(of pages: [Page], _ recall: HabitRecall?) -> PageHabits {
    let all = Mutex(PageHabits())
    let size = 64
    DispatchQueue.concurrentPerform(iterations: (pages.count + size - 1) / size) { part in
      let own = pages[part * size..<min(pages.count, (part + 1) * size)].reduce(into: PageHabits()) { own, page in
        own.add(recall.map { $0(page) { habits(of: page) } } ?? habits(of: page))
      }
      all.withLock { $0.add(own) }
    }
    return all.withLock { $0 }
  }

  private static func habits(of page: Page) -> PageHabits {
    let source = page.document.source
    return PageHabits(
      balance: Passage.Script(page.language).isEnglish ? curlyBalance(in: source.bytes) : 0,
      forms: Set(
        MixedVariant.equals.filter { source.firstRange(of: Array($0.utf8), in: 0..<source.bytes.count) != nil }))
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
