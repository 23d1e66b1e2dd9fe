import Templates

/// What the tests' templates are rendered from.
struct LessonModel: TemplateModel {
  var site = SiteModel(name: "3·15 消保微课堂", base: "../")
  var title = "高息“诱惑” & <陷阱>"
  var summary: String? = "承诺保本又高息的，多半冲着您的本金来。"
  var content = Markup(html: "<p>他说：<em>保本</em></p>")
  var footnote: Markup?
  var isCase = false
  var audience = ["老年朋友", "乡亲们"]
  var sections = [SectionModel(heading: "识别要点", points: ["保本", "高息"]), SectionModel(heading: "怎么办", points: [])]
  var quiz: QuizModel? = QuizModel(title: "考考自己")

  static let fields: [Field<LessonModel>] = [
    .including(\.site),
    .record("site", \.site),
    .text("title", \.title),
    .optionalText("summary", \.summary),
    .markup("content", \.content),
    .optionalMarkup("footnote", \.footnote),
    .flag("is_case", \.isCase),
    .texts("audience", \.audience),
    .list("sections", \.sections),
    .optional("quiz", \.quiz),
  ]
}

struct SiteModel: TemplateModel {
  let name: String
  let base: String

  static let fields: [Field<SiteModel>] = [.text("name", \.name), .text("base", \.base)]
}

struct SectionModel: TemplateModel {
  let heading: String
  let points: [String]

  static let fields: [Field<SectionModel>] = [.text("heading", \.heading), .texts("points", \.points)]
}

struct QuizModel: TemplateModel {
  let title: String

  static let fields: [Field<QuizModel>] = [.text("title", \.title)]
}

let tables = [
  "strings": TextTable(["home": "首页", "next": "下一页 >"]),
  "assets": TextTable(["site.css": "assets/site.1a2b.css"]),
]
