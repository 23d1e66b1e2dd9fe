import Content
import Diagnostics
import Markdown

/// A lesson or case without one of the sections that `site.yaml` asks of its kind: leaflets and the other forms need them.
/// One that only some languages lack is `UntranslatedSection`'s.
enum MissingSection {
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.bundles.flatMap { bundle -> [Diagnostic] in
      let page = bundle.source
      return (library.site.requiredRoles[bundle.kind] ?? []).filter { role in
        bundle.translations.allSatisfy { $0.section(role) == nil }
      }.map { role in
        let headings = library.site.roles.first { $0.role == role }?.headings[page.language.code] ?? []
        return .missingSection(role, headings, at: page.document.source.place)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func missingSection(_ role: Role, _ headings: [String], at place: Place) -> Diagnostic {
    let heading = headings.first ?? role.id
    return Diagnostic(
      .warning, "missing-section", at: place,
      Wording(zh: "缺少“\(heading)”一节", en: "the section “\(heading)” is missing"),
      hint: Wording(
        zh: "加上一行“## \(heading)”和这一节的内容。", en: "add a line “## \(heading)” with the text of the section below it."))
  }
}
