import Content
import Diagnostics

/// Contests, each with the certificate that its winners fill in.
struct ContestEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    let outputs = library.site.languages.flatMap { language in
      library.contests.flatMap { bundle -> [Output] in
        // What could not be understood was reported.
        guard let contest = bundle.contest else { return [] }
        return [page(bundle, contest, library, language), certificate(bundle, contest, library, language)]
      }
    }
    return Diagnosed(outputs)
  }

  private func page(_ bundle: Bundle, _ contest: Contest, _ library: Library, _ language: Language) -> Output {
    func address(_ language: Language) -> Address { .page(.contest, bundle.slug, language) }
    let setting = Setting(
      library: library, address: address(language), language: language, theme: theme, rack: rack)
    let (page, isUntranslated) = setting.page(of: bundle)
    let identity = PageIdentity(
      title: page.frontMatter.title, description: page.frontMatter.summary,
      versions: library.site.languages.map { ($0, address($0)) },
      written: isUntranslated ? [] : bundle.translations.map(\.language), canonical: address(page.language),
      structuredData: .contest(bundle, contest, page, in: setting))
    return theme.output(\.contest, identity, setting) { ContestView(bundle, contest, in: setting) }
  }

  private func certificate(_ bundle: Bundle, _ contest: Contest, _ library: Library, _ language: Language) -> Output {
    func address(_ language: Language) -> Address { .certificate(bundle.slug, language) }
    let setting = Setting(
      library: library, address: address(language), language: language, theme: theme, rack: rack)
    let (page, isUntranslated) = setting.page(of: bundle)
    let identity = PageIdentity(
      title: setting.words["certificate_title"], description: setting.words["certificate_lead"],
      versions: library.site.languages.map { ($0, address($0)) },
      written: isUntranslated ? [] : bundle.translations.map(\.language), canonical: address(page.language))
    return theme.output(\.certificate, identity, setting) {
      CertificateView(
        contentTag: page.language.tag, contestTitle: page.frontMatter.title,
        contestURL: setting.link(to: .page(.contest, bundle.slug, language)), pass: String(contest.pass))
    }
  }
}
