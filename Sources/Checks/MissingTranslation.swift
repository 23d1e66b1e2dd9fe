import Content
import Diagnostics
import Markdown

/// A page that one of the site's languages lacks: its readers see the original, with a notice.
enum MissingTranslation {
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.bundles.flatMap { bundle in
      library.site.languages.filter { language in
        let address = PageAddress(kind: bundle.kind, slug: bundle.slug, language: language.code)
        return bundle.page(in: language) == nil && !library.unpublished.contains(address.path)
      }.map { .missingTranslation(of: bundle, in: $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func missingTranslation(of bundle: Bundle, in language: Language) -> Diagnostic {
    Diagnostic(
      .warning, "missing-translation", at: bundle.source.document.source.place,
      Wording(
        zh: "缺少\(language.name)译文，读者会看到原文", en: "there is no \(language.name) translation; its readers see the original"
      ),
      hint: Wording(
        zh: "在同一文件夹里加上\(language.code).md。", en: "add \(language.code).md to the same folder."))
  }
}
