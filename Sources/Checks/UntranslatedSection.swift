import Content
import Diagnostics
import Markdown

/// A section that only one language has: half of the readers would miss it, and a leaflet would have an empty panel.
enum UntranslatedSection {
  static func diagnostics(for library: Library) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for bundle in library.bundles {
      for page in bundle.translations.dropFirst() {
        for section in bundle.source.sections {
          guard let role = section.role, page.section(role) == nil else { continue }
          let heading = library.heading(of: role, in: page)
          diagnostics.append(
            .untranslated(
              heading, in: page, at: page.document.source.place,
              other: bundle.source.document.place(of: section.heading)))
        }
        for section in page.sections {
          guard let role = section.role, bundle.source.section(role) == nil else { continue }
          let heading = library.heading(of: role, in: bundle.source)
          diagnostics.append(
            .untranslated(
              heading, in: bundle.source, at: bundle.source.document.source.place,
              other: page.document.place(of: section.heading)))
        }
      }
    }
    return diagnostics
  }
}

extension Library {
  /// The preferred heading of a role in a page's language.
  fileprivate func heading(of role: Role, in page: Page) -> String {
    site.roles.first { $0.role == role }?.headings[page.language.code]?.first ?? role.id
  }
}

extension Diagnostic {
  fileprivate static func untranslated(_ heading: String, in page: Page, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .error, "untranslated-section", at: place,
      Wording(
        zh: "另一种语言有这一节，这里没有“\(heading)”", en: "the other language has this section, but “\(heading)” is missing here"),
      hint: Wording(
        zh: "加上一行“## \(heading)”和译文，或者删掉另一种语言的那一节。",
        en: "add a line “## \(heading)” with the translation, or delete the section there."),
      notes: [.init(Wording(zh: "那一节在这里", en: "the section is here"), at: other)])
  }
}
