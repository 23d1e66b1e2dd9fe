package import Content
import Markdown

/// Which edition of a lesson a printed sheet is. Everything made of the same text in one language is the same edition,
/// whatever its format.
package struct EditionIdentity: Hashable, Sendable {
  /// See `EditionCode`. It follows from the lesson, its facts, dates and pictures, the hotlines and the organiser, so that any
  /// change of them gives another code; colours, formats, the fixed words of sheets, the layout of the
  /// source file, comments and the site's address do not count. About 486 million codes: with 1,000 current editions the
  /// chance that two share one is 1 in 1,000, which the build reports as an error.
  package let code: String
  /// The lesson's.
  package let slug: String
  package let language: Language
  /// When its facts were last checked.
  package let date: CalendarDate
  /// The day from which it may not be handed out any more.
  package let expires: CalendarDate?

  /// Gives a lesson's code as it was worked out before, while all that decides it is the same, or works it out.
  package typealias Recall = @Sendable (Page, Bundle, () -> String) -> String

  /// The edition that is made of a lesson as it stands.
  package init(of page: Page, in bundle: Bundle, of library: Library, recall: Recall? = nil) {
    func work() -> String {
      var digest = EditionDigest(page: page, library: library)
      return EditionCode.code(of: digest.value(bundle))
    }
    code = recall?(page, bundle, work) ?? work()
    slug = bundle.slug
    language = page.language
    date = bundle.checked
    expires = bundle.expires
  }

  /// The address of the page that says whether the edition is still current, for QR codes.
  package func address(on site: Site) -> String { Address.edition(code, language).absolute(on: site) }
}

/// Puts together what is printed of a lesson, whatever the format.
private struct EditionDigest {
  private let page: Page
  private let library: Library
  private var fingerprint = Fingerprint()

  init(page: Page, library: Library) {
    self.page = page
    self.library = library
  }

  mutating func value(_ bundle: Bundle) -> UInt64 {
    let site = library.site
    let language = page.language
    add(bundle.slug, language.code, page.frontMatter.title, page.frontMatter.summary)
    add(bundle.date.iso, bundle.checked.iso, bundle.expires?.iso ?? "")
    add(site.title[language], site.organiser[language], bundle.topic?.name[language] ?? "")
    if let picture = bundle.topic?.picture.flatMap({ library.pictures[$0.path] }) { add(picture) }
    for fact in site.hotlines.compactMap({ library.facts[$0] }) {
      add(fact.value[language], fact.name?[language] ?? "", fact.purpose?[language] ?? "")
    }
    for fact in bundle.sources { add(fact.value[language], fact.source[language]) }
    add(node: 0)
    // The last bytes of a text reach only some of the bits; mixed, every one of them counts for every bit.
    var value = fingerprint.value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return value ^ (value >> 33)
  }

  private mutating func add(_ texts: String...) {
    for var text in texts {
      text.withUTF8 { fingerprint.add($0) }
      fingerprint.add(0)
    }
  }

  private mutating func add(_ picture: Picture) { add(String(Fingerprint.of(picture.bytes), radix: 16)) }

  private mutating func add(_ text: Node.Text) {
    fingerprint.add(page.document.bytes(text))
  }

  /// A node and what is below it. Text stands as it is, so that it does not matter where the lines of the source end;
  /// everything else has a sign of its own at its beginning and one at its end.
  private mutating func add(node index: Int) {
    let document = page.document
    switch document.nodes[index].kind {
    case .text(let text):
      add(text)
      return
    case .softBreak:
      fingerprint.add(UInt8(ascii: " "))
      return
    case .joinedLine: return
    case .html(let text), .htmlBlock(let text):
      if document.bytes(text).starts(with: "<!--".utf8) { return }
      fingerprint.add(1)
      add(text)
    case .document: fingerprint.add(2)
    case .paragraph: fingerprint.add(3)
    case .heading(let level, id: _): fingerprint.add([4, UInt8(level)])
    case .thematicBreak: fingerprint.add(5)
    case .blockQuote: fingerprint.add(6)
    case .callout(let callout):
      fingerprint.add(7)
      add(callout.rawValue)
    case .list(let list):
      fingerprint.add(8)
      add(list.start.map(String.init) ?? "")
    case .item(let box): fingerprint.add([9, box == nil ? 0 : box == .checked ? 2 : 1])
    case .codeBlock(language: _, text: let text):
      fingerprint.add(11)
      add(text)
    case .table: fingerprint.add(12)
    case .tableRow: fingerprint.add(14)
    case .tableCell: fingerprint.add(15)
    case .lineBreak: fingerprint.add(16)
    case .code(let text):
      fingerprint.add(17)
      add(text)
    case .emphasis: fingerprint.add(18)
    case .strong: fingerprint.add(19)
    case .link(let destination, title: _, isBare: _):
      fingerprint.add(20)
      add(destination)
      fingerprint.add(0)
    case .image(let destination, title: _):
      fingerprint.add(21)
      if let picture = library.picture(document.string(destination), in: page) { add(picture) }
    case .fact(let name):
      fingerprint.add(22)
      add(library.facts[document.string(name)]?.value[page.language] ?? "")
    }
    for child in document.children(of: index) { add(node: child) }
    fingerprint.add(23)
  }
}
