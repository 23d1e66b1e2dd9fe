import Diagnostics
import Testing

@testable import Templates

/// Renders a template from the lesson model; with parts by name.
private func rendered(
  _ text: String, parts: [String: String] = [:], model: LessonModel = LessonModel()
) throws -> String {
  let sources =
    [SourceFile(path: "templates/page.html", text: text)]
    + parts.sorted { $0.key < $1.key }.map { SourceFile(path: "templates/\($0.key).html", text: $0.value) }
  let library = TemplateLibrary.loading(sources, root: "templates")
  let compiled = library.value.compile("page", for: LessonModel.self, tables: tables)
  try #require((library.diagnostics + compiled.diagnostics).map(\.message.en) == [])
  return String(decoding: try #require(compiled.value).bytes(of: model), as: UTF8.self)
}

@Suite struct TemplateTests {
  @Test("Texts are escaped, in attributes too; finished HTML is put in as it is")
  func escaping() throws {
    #expect(try rendered("<h1 title='{{title}}'>") == "<h1 title='高息“诱惑” &amp; &lt;陷阱&gt;'>")
    #expect(try rendered("{{title}}", model: LessonModel(title: #"a'b"c"#)) == "a&#39;b&quot;c")
    #expect(try rendered("{{{content}}}") == "<p>他说：<em>保本</em></p>")
  }

  @Test("A list is gone through; its items' names come before those outside")
  func lists() throws {
    #expect(
      try rendered(
        "{{#sections}}[{{heading}}: {{#points}}{{.}}·{{/points}}{{^points}}无{{/points}} {{base}}]{{/sections}}")
        == "[识别要点: 保本·高息· ../][怎么办: 无 ../]")
  }

  @Test("What is missing shows nothing, or the inverted section")
  func optionals() throws {
    let text = "{{#summary}}<p>{{.}}</p>{{/summary}}{{^summary}}-{{/summary}}{{#quiz}}{{title}}{{/quiz}}{{quiz.title}}"
    #expect(try rendered(text) == "<p>承诺保本又高息的，多半冲着您的本金来。</p>考考自己考考自己")
    #expect(try rendered(text, model: LessonModel(summary: nil, quiz: nil)) == "-")
    #expect(try rendered("{{#footnote}}{{{.}}}{{/footnote}}{{^footnote}}无{{/footnote}}") == "无")
  }

  @Test("Flags choose")
  func flags() throws {
    let text = "{{#is_case}}案例{{/is_case}}{{^is_case}}课程{{/is_case}}"
    #expect(try rendered(text) == "课程")
    #expect(try rendered(text, model: LessonModel(isCase: true)) == "案例")
  }

  @Test("Names of an included model and of tables are at hand everywhere")
  func commonNames() throws {
    #expect(try rendered("{{name}} {{site.base}}{{assets.site.css}}") == "3·15 消保微课堂 ../assets/site.1a2b.css")
    #expect(try rendered("{{#sections}}{{#points}}{{strings.next}}{{/points}}{{/sections}}") == "下一页 &gt;下一页 &gt;")
    #expect(try rendered("{{#strings}}{{home}}{{/strings}}") == "首页")
  }

  @Test("A tag alone in its line leaves no empty line")
  func standaloneLines() throws {
    #expect(
      try rendered("<ul>\n  {{#audience}}\n  <li>{{.}}</li>\n  {{/audience}}\n  {{! 说明 }}\n</ul>\n")
        == "<ul>\n  <li>老年朋友</li>\n  <li>乡亲们</li>\n</ul>\n")
  }

  @Test("A partial alone in its line is indented like its tag, but not what is put into it")
  func partialIndentation() throws {
    let model = LessonModel(content: Markup(html: "<pre>\n一\n</pre>"))
    #expect(
      try rendered(
        "<body>\n  {{>outer}}\n</body>\n",
        parts: ["outer": "<div>\n  {{>inner}}\n\n</div>\n", "inner": "{{{content}}}\n<hr>\n"], model: model)
        == "<body>\n  <div>\n    <pre>\n一\n</pre>\n    <hr>\n\n  </div>\n</body>\n")
  }

  @Test("A page fills the blocks of its layout")
  func inheritance() throws {
    let layout = """
      <title>{{$title}}{{name}}{{/title}}</title>
      <main>
        {{$main}}
        <p>空</p>
        {{/main}}
      </main>

      """
    #expect(
      try rendered(
        "{{<layout}}\n{{$title}}{{title}}{{/title}}\n{{$main}}\n    <h1>{{title}}</h1>\n    {{{content}}}\n{{/main}}\n{{/layout}}\n",
        parts: ["layout": layout], model: LessonModel(title: "一课"))
        == "<title>一课</title>\n<main>\n  <h1>一课</h1>\n  <p>他说：<em>保本</em></p>\n</main>\n")
    #expect(
      try rendered("{{<layout}}{{/layout}}\n", parts: ["layout": layout])
        == "<title>3·15 消保微课堂</title>\n<main>\n  <p>空</p>\n</main>\n")
  }

  @Test("A layout may itself fill the blocks of another")
  func layoutOfLayout() throws {
    #expect(
      try rendered(
        "{{<lesson}}{{$main}}正文{{/main}}{{/lesson}}",
        parts: [
          "lesson": "{{<base}}{{$class}}lesson{{/class}}{{/base}}",
          "base": "<body class=\"{{$class}}plain{{/class}}\">{{$main}}{{/main}}</body>",
        ]) == "<body class=\"lesson\">正文</body>")
  }

  @Test("Other delimiters hold to the end of their file")
  func delimiters() throws {
    #expect(
      try rendered(
        "{{=<% %>=}}{{x}} <%title%>{{>part}}<%>part%>",
        parts: ["part": "{{name}}"], model: LessonModel(title: "一课")) == "{{x}} 一课{{>part}}3·15 消保微课堂")
  }

  @Test("A template is found by its name without folder and extension; unused ones may be broken only in names")
  func libraryNames() {
    let library = TemplateLibrary.loading(
      [
        SourceFile(path: "templates/web/home.html", text: "{{nowhere}}"),
        SourceFile(path: "templates/web/feed.xml", text: "<feed/>"),
      ], root: "templates")
    #expect(library.diagnostics.isEmpty)
    #expect(library.value.names == ["web/feed", "web/home"])
    #expect(library.value.compile("web/feed", for: LessonModel.self).value != nil)
    let missing = library.value.compile("web/hoem", for: LessonModel.self)
    #expect(missing.diagnostics.map(\.rule) == ["missing-template"])
    #expect(missing.diagnostics.first?.hint?.en == "did you mean “web/home”?")
  }

  @Test("Two files of one name are told apart from none")
  func sameName() {
    let library = TemplateLibrary.loading(
      [SourceFile(path: "t/a.html", text: ""), SourceFile(path: "t/a.xml", text: "")], root: "t")
    #expect(library.diagnostics.map(\.rule) == ["same-name"])
  }

  @Test("The same partial is told about once, however often it is used")
  func toldOnce() {
    let library = TemplateLibrary.loading(
      [
        SourceFile(path: "t/a.html", text: "{{>part}}{{#sections}}{{#points}}{{/points}}{{/sections}}"),
        SourceFile(path: "t/part.html", text: "{{titel}}{{>deep}}"),
        SourceFile(path: "t/deep.html", text: "{{#audience}}{{nowhere}}{{/audience}}{{nowhere}}"),
      ], root: "t")
    let found = library.value.compile("a", for: LessonModel.self).diagnostics
    #expect(found.map(\.place.path) == ["t/part.html", "t/deep.html", "t/deep.html"])
    #expect(found.flatMap(\.notes).map(\.place.path) == ["t/a.html", "t/part.html", "t/part.html"])
  }

  @Test("No text makes loading fail")
  func anyText() {
    var state: UInt64 = 315
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let parts = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", "<", ">", "$", "!", "&", "=", "title", "sections", ".", " ", "\n",
      "\r\n", "  ", "题",
      "{{#sections}}", "{{/sections}}", "{{$b}}", "{{/b}}", "{{<page}}", "{{/page}}", "{{>page}}", "{{=<% %>=}}", "<%",
      "%>", "😀",
    ]
    for _ in 0..<20_000 {
      let text = (0..<1 + random(14)).map { _ in parts[random(parts.count)] }.joined()
      let library = TemplateLibrary.loading([SourceFile(path: "page.html", text: text)], root: "")
      let compiled = library.value.compile("page", for: LessonModel.self, tables: tables)
      if let template = compiled.value {
        _ = template.bytes(of: LessonModel())
      } else {
        #expect(!(library.diagnostics + compiled.diagnostics).isEmpty, "\(text.debugDescription)")
      }
    }
  }
}
