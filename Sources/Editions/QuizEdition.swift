import Content
import Diagnostics

/// The quiz of a lesson or case alone, for a class or a phone.
struct QuizEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var outputs: [Output] = []
    for language in library.site.languages {
      for bundle in library.lessons + library.cases {
        if let output = quiz(of: bundle, library, language) { outputs.append(output) }
      }
    }
    return Diagnosed(outputs)
  }

  private func quiz(of bundle: Bundle, _ library: Library, _ language: Language) -> Output? {
    let address = Address.quiz(bundle, language, in: library)
    let setting = Setting(library: library, address: address, language: language, theme: theme, rack: rack)
    let (page, isUntranslated) = setting.page(of: bundle)
    guard let quiz = page.quiz, let section = page.section(.quiz) else { return nil }
    return theme.output(\.quiz, Self.identity(of: bundle, setting), setting) {
      QuizPageView(
        isUntranslated: isUntranslated, isStale: library.showsStale(page), contentTag: page.language.tag,
        summary: page.frontMatter.summary,
        topic: bundle.topic.map { TopicView($0, in: setting) } ?? .none,
        quiz: QuizView(quiz, in: section, of: page, bundle, setting),
        lessonURL: setting.link(to: .page(bundle.kind, bundle.slug, setting.language)),
        lessonTitle: page.frontMatter.title)
    }.about(bundle)
  }

  private static func identity(of bundle: Bundle, _ setting: Setting) -> PageIdentity {
    let library = setting.library
    let (page, isUntranslated) = setting.page(of: bundle)
    let versions = library.site.languages.filter { (bundle.page(in: $0) ?? bundle.source).quiz != nil }
    return PageIdentity(
      title: page.frontMatter.title + setting.words["quiz_title_suffix"], description: page.frontMatter.summary,
      versions: versions.map { ($0, .quiz(bundle, $0, in: library)) },
      written: isUntranslated ? [] : bundle.translations.filter { $0.quiz != nil }.map(\.language),
      canonical: .quiz(bundle, page.language, in: library), type: "article",
      structuredData: .quiz(bundle, page, in: setting), picture: setting.linkPicture(of: page))
  }
}
