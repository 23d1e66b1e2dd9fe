import Content
import Templates

/// A contest with everything that can be asked in it.
struct ContestView: TemplateModel {
  let slug: String
  let isUntranslated: Bool
  /// Whether the original says something else by now.
  let isStale: Bool
  let contentTag: String
  let summary: String
  let introduction: Markup
  let sections: [SectionView]
  let card: ContestCardView
  /// On which one can take part.
  let lastDay: DateView?
  let pool: [PoolView]
  /// What its completion codes are sealed with.
  let key: String
  let certificateURL: String

  static let fields: [Field<ContestView>] = [
    .text("slug", \.slug), .flag("untranslated", \.isUntranslated), .flag("stale", \.isStale),
    .text("content_lang", \.contentTag),
    .text("summary", \.summary), .markup("introduction", \.introduction), .flag("has_introduction", \.hasIntroduction),
    .list("sections", \.sections),
    .record("contest", \.card), .optional("last_day", \.lastDay), .list("pool", \.pool), .text("key", \.key),
    .text("certificate_url", \.certificateURL),
  ]

  private var hasIntroduction: Bool { !introduction.isEmpty }
}

/// The questions of one lesson or case, to draw from.
struct PoolView: TemplateModel {
  let contentTag: String
  let title: String
  let url: String
  let questions: [QuestionView]

  static let fields: [Field<PoolView>] = [
    .text("content_lang", \.contentTag), .text("title", \.title), .text("url", \.url), .list("questions", \.questions),
  ]
}

/// A contest as an entry of a list, with its rules.
struct ContestCardView: TemplateModel {
  let title: String
  let summary: String
  let url: String
  let questions: String
  let minutes: String
  let pass: String

  static let fields: [Field<ContestCardView>] = [
    .text("title", \.title), .text("summary", \.summary), .text("url", \.url), .text("question_count", \.questions),
    .text("minutes", \.minutes), .text("pass", \.pass),
  ]
}

/// A certificate to be filled in.
struct CertificateView: TemplateModel {
  let contentTag: String
  let contestTitle: String
  let contestURL: String
  let pass: String

  static let fields: [Field<CertificateView>] = [
    .text("content_lang", \.contentTag), .text("contest_title", \.contestTitle), .text("contest_url", \.contestURL),
    .text("pass", \.pass),
  ]
}

extension ContestView {
  init(_ bundle: Bundle, _ contest: Contest, in setting: Setting) {
    let (page, isUntranslated) = setting.page(of: bundle)
    let library = setting.library
    self.init(
      slug: bundle.slug, isUntranslated: isUntranslated, isStale: library.showsStale(page),
      contentTag: page.language.tag,
      summary: page.frontMatter.summary,
      introduction: MarkupWriter.markup(page.introduction, of: page, in: setting),
      sections: page.sections.map { SectionView($0, of: page, in: setting) },
      card: ContestCardView(bundle, contest, in: setting),
      lastDay: bundle.expires.map { DateView(iso: $0.dayBefore.iso, text: setting.words.text($0.dayBefore)) },
      pool: library.pool(of: contest).compactMap { PoolView($0, in: setting) }, key: library.key(of: bundle).text,
      certificateURL: setting.link(to: .certificate(bundle.slug, setting.language)))
  }
}

extension PoolView {
  /// Nil for a page without a quiz.
  init?(_ bundle: Bundle, in setting: Setting) {
    let page = setting.page(of: bundle).page
    guard let quiz = page.quiz else { return nil }
    self.init(
      contentTag: page.language.tag, title: page.frontMatter.title,
      url: setting.link(to: .page(bundle.kind, bundle.slug, setting.language)),
      questions: quiz.questions.enumerated().map { number, question in
        QuestionView(
          question, number: number + 1, of: page, in: setting, prefix: "\(bundle.kind.rawValue)-\(bundle.slug)-")
      })
  }
}

extension ContestCardView {
  init(_ bundle: Bundle, _ contest: Contest, in setting: Setting) {
    let matter = setting.page(of: bundle).page.frontMatter
    self.init(
      title: matter.title, summary: matter.summary,
      url: setting.link(to: .page(.contest, bundle.slug, setting.language)), questions: String(contest.questions),
      minutes: String(contest.minutes), pass: String(contest.pass))
  }

  /// Nil for a contest whose rules could not be understood.
  init?(_ bundle: Bundle, in setting: Setting) {
    guard let contest = bundle.contest else { return nil }
    self.init(bundle, contest, in: setting)
  }
}
