import Content
import Markdown

extension CardView {
  init(_ bundle: Bundle, in setting: Setting) {
    let (page, isUntranslated) = setting.page(of: bundle)
    self.init(
      title: page.frontMatter.title, summary: page.frontMatter.summary,
      url: setting.link(to: .page(bundle.kind, bundle.slug, setting.language)), accent: bundle.topic?.accent ?? "none",
      topicName: bundle.topic?.name[setting.language] ?? "", kindName: setting.words.name(of: bundle.kind),
      isCase: bundle.kind == .case, basisName: bundle.nature.map { setting.words.name(of: $0.basis) },
      picture: bundle.topic?.picture.flatMap { PictureView($0, in: setting) },
      questionCount: String(page.quiz?.questions.count ?? page.tree?.steps.count { !$0.isEnd } ?? 0),
      isUntranslated: isUntranslated, key: bundle.key)
  }
}

extension Bundle {
  /// By what a reader's device remembers it, whatever the language.
  var key: String { "\(kind.folder)/\(slug)" }
}

extension PictureView {
  /// Nil when there is no such picture, which linking has reported.
  init?(_ illustration: Illustration, in setting: Setting) {
    guard let picture = setting.library.pictures[illustration.path] else { return nil }
    self.init(
      url: setting.link(to: setting.assets.address(of: picture)), width: String(picture.width),
      height: String(picture.height), alt: illustration.alt[setting.language])
  }
}

extension TopicView {
  init(_ topic: Topic, in setting: Setting) {
    self.init(
      name: topic.name[setting.language], summary: topic.summary[setting.language],
      url: setting.link(to: .topic(topic, setting.language)), accent: topic.accent,
      picture: topic.picture.flatMap { PictureView($0, in: setting) },
      count: String(setting.library.bundles(about: topic).count))
  }

  /// The stand-in for a page without a topic.
  static let none = TopicView(name: "", summary: "", url: "", accent: "none", picture: nil, count: "0")
}

extension AudienceView {
  init(_ audience: Audience, current: Audience? = nil, in setting: Setting) {
    self.init(
      name: audience.name[setting.language], url: setting.link(to: .audience(audience, setting.language)),
      count: String(setting.library.bundles(for: audience).count), isCurrent: audience == current)
  }
}

extension Words {
  /// What a kind of content is called.
  func name(of kind: PageKind) -> String {
    switch kind {
    case .lesson: self["kind_lesson"]
    case .case: self["kind_case"]
    case .page: self["kind_page"]
    case .selfcheck: self["kind_selfcheck"]
    case .contest: self["kind_contest"]
    }
  }

  /// How true a case is, in a word.
  func name(of basis: CaseNature.Basis) -> String {
    switch basis {
    case .real: self["basis_real"]
    case .adapted: self["basis_adapted"]
    case .fictional: self["basis_fictional"]
    }
  }

  /// How true a case is, in a sentence.
  func note(on basis: CaseNature.Basis) -> String {
    switch basis {
    case .real: self["basis_real_note"]
    case .adapted: self["basis_adapted_note"]
    case .fictional: self["basis_fictional_note"]
    }
  }
}
