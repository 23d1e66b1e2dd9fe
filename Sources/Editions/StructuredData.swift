import Content
import Markdown

/// What a page says of itself to programs, in the words of schema.org (JSON-LD 1.1).
extension JSON {
  /// The site as a whole.
  static func site(_ site: Site, _ language: Language) -> JSON {
    .object([
      ("@context", .text("https://schema.org")), ("@type", .text("WebSite")), ("name", .text(site.title[language])),
      ("description", .text(site.description[language])), ("inLanguage", .text(language.tag)),
      ("url", .text(Address.home(language).absolute(on: site))), ("publisher", organisation(site, language)),
    ])
  }

  /// A lesson, a case or a page.
  static func learningResource(_ bundle: Bundle, _ page: Page, in setting: Setting) -> JSON {
    let site = setting.library.site
    let language = page.language
    let isResource = bundle.kind.isTaught
    let address = Address.page(bundle.kind, bundle.slug, language)
    return .object([
      ("@context", .text("https://schema.org")), ("@type", .text(isResource ? "LearningResource" : "WebPage")),
      ("name", .text(page.frontMatter.title)), ("description", .text(page.frontMatter.summary)),
      ("inLanguage", .text(language.tag)), ("url", .text(address.absolute(on: site))),
      ("learningResourceType", isResource ? .text(resourceType(of: bundle.kind)) : nil),
      ("about", bundle.topic.map { .text($0.name[language]) }),
      ("audience", isResource ? .list(bundle.audiences.map { audience($0, language) }) : nil),
      ("datePublished", .text(bundle.date.iso)), ("dateModified", .text(bundle.checked.iso)),
      ("expires", bundle.expires.map { .text($0.iso) }), ("isAccessibleForFree", .flag(true)),
      ("publisher", organisation(site, language)),
      (
        "hasPart",
        page.quiz.map { _ in
          .object([
            ("@type", .text("Quiz")),
            ("url", .text(Address.quiz(bundle, language, in: setting.library).absolute(on: site))),
          ])
        }
      ),
    ])
  }

  /// A contest, without its questions: everybody draws others.
  static func contest(_ bundle: Bundle, _ contest: Contest, _ page: Page, in setting: Setting) -> JSON {
    let site = setting.library.site
    let language = page.language
    let address = Address.page(.contest, bundle.slug, language)
    return .object([
      ("@context", .text("https://schema.org")), ("@type", .text("Quiz")), ("name", .text(page.frontMatter.title)),
      ("description", .text(page.frontMatter.summary)), ("inLanguage", .text(language.tag)),
      ("url", .text(address.absolute(on: site))), ("timeRequired", .text("PT\(contest.minutes)M")),
      ("about", .list(contest.topics.map { .text($0.name[language]) })), ("datePublished", .text(bundle.date.iso)),
      ("expires", bundle.expires.map { .text($0.iso) }), ("isAccessibleForFree", .flag(true)),
      ("publisher", organisation(site, language)),
    ])
  }

  /// A quiz with its questions and answers.
  static func quiz(_ bundle: Bundle, _ page: Page, in setting: Setting) -> JSON {
    let site = setting.library.site
    let language = page.language
    func text(_ node: Int) -> JSON { .text(setting.library.text(of: node, in: page)) }
    func answer(_ option: Option, _ place: Int, _ explanation: Int?) -> JSON {
      .object([
        ("@type", .text("Answer")), ("position", .number(place)), ("text", text(option.text)),
        ("comment", option.feedback.first.map { .object([("@type", .text("Comment")), ("text", text($0))]) }),
        (
          "answerExplanation",
          option.isRight ? explanation.map { .object([("@type", .text("Comment")), ("text", text($0))]) } : nil
        ),
      ])
    }
    let questions = (page.quiz?.questions ?? []).map { question -> JSON in
      let answers = question.options.enumerated().map { (option: $1, json: answer($1, $0, question.explanation)) }
      let right = answers.filter(\.option.isRight).map(\.json)
      return .object([
        ("@type", .text("Question")),
        ("eduQuestionType", .text(question.kind == .multiple ? "Checkbox" : "Multiple choice")),
        (
          "text",
          .text(question.prompt.map { setting.library.text(of: $0, in: page) }.joined(separator: " "))
        ),
        ("suggestedAnswer", .list(answers.filter { !$0.option.isRight }.map(\.json))),
        ("acceptedAnswer", right.count == 1 ? right[0] : .list(right)),
      ])
    }
    return .object([
      ("@context", .text("https://schema.org")), ("@type", .text("Quiz")), ("name", .text(page.frontMatter.title)),
      ("description", .text(page.frontMatter.summary)), ("inLanguage", .text(language.tag)),
      ("url", .text(Address.quiz(bundle, language, in: setting.library).absolute(on: site))),
      ("about", bundle.topic.map { .object([("@type", .text("Thing")), ("name", .text($0.name[language]))]) }),
      ("publisher", organisation(site, language)), ("hasPart", .list(questions)),
    ])
  }

  private static func resourceType(of kind: PageKind) -> String {
    switch kind {
    case .lesson: "lesson"
    case .case: "case study"
    case .selfcheck: "self-check"
    case .contest: "contest"
    case .page: "page"
    }
  }

  private static func organisation(_ site: Site, _ language: Language) -> JSON {
    .object([("@type", .text("Organization")), ("name", .text(site.organiser[language]))])
  }

  private static func audience(_ audience: Audience, _ language: Language) -> JSON {
    .object([("@type", .text("Audience")), ("audienceType", .text(audience.name[language]))])
  }
}

extension Library {
  /// The text below a node without markup, facts by their values.
  func text(of node: Int, in page: Page) -> String {
    var text = ""
    let document = page.document
    for index in node..<document.nodes[node].end {
      switch document.nodes[index].kind {
      case .text(let piece), .code(let piece): text += document.string(piece)
      case .fact(let name): text += facts[document.string(name)]?.value[page.language] ?? ""
      case .softBreak, .lineBreak: text += " "
      case .paragraph where !text.isEmpty: text += " "
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .joinedLine, .html, .emphasis, .strong, .link, .image:
        break
      }
    }
    return text
  }
}
