import Diagnostics
import Testing

@testable import Templates

/// Which line ends and spaces around tags stay, in small examples of our own. `·` stands for a space.
@Suite struct WhitespaceTests {
  @Test(
    "Lines that hold only a tag leave nothing; all others stay as they are",
    arguments: [
      ("|·{{#is_case}}{{/is_case}}·|", "|··|"),
      ("一\n{{^is_case}}\n二\n{{/is_case}}\n三\n", "一\n二\n三\n"),
      ("一\r\n{{^is_case}}\r\n二\r\n{{/is_case}}\r\n三", "一\r\n二\r\n三"),
      ("··{{^is_case}}\n二{{/is_case}}", "二"),
      ("{{^is_case}}\n二\n··{{/is_case}}", "二\n"),
      ("··{{^is_case}}一{{/is_case}}\n", "··一\n"),
      ("一·{{!说明}}·二\n··{{!\n说明\n}}\n三", "一··二\n三"),
      ("一\n··{{=<% %>=}}\n<%name%>", "一\n3·15·消保微课堂"),
      ("··{{name}}\n", "··3·15·消保微课堂\n"),
      ("\n\n··\n{{name}}", "\n\n··\n3·15·消保微课堂"),
    ])
  func lines(template: String, expected: String) throws { try check(template, expected) }

  @Test(
    "A partial alone in its line indents every line of its own",
    arguments: [
      ("··{{>two}}\n|", "··一\n··二\n|"),
      ("··{{>two}}", "··一\n··二\n"),
      ("·|·{{>two}}|", "·|·一\n二\n|"),
      ("·{{>nested}}\n", "·<\n···一\n···二\n·>\n"),
      ("··{{#sections}}\n····{{>two}}\n··{{/sections}}\n", "····一\n····二\n····一\n····二\n"),
    ])
  func partials(template: String, expected: String) throws { try check(template, expected) }

  @Test(
    "What fills a block takes the block's place, and its indentation",
    arguments: [
      ("{{<layout}}{{/layout}}\n", "<\n··空\n>\n"),
      ("{{<layout}}\n··{{$main}}\n······一\n········二\n··{{/main}}\n{{/layout}}\n", "<\n··一\n····二\n>\n"),
      ("{{<layout}}{{$main}}\n一\n\n二\n{{/main}}{{/layout}}", "<\n··一\n\n··二\n>\n"),
      ("··{{<layout}}\n{{$main}}\n一\n{{/main}}\n··{{/layout}}\n", "··<\n····一\n··>\n"),
      ("|{{<inline}}{{$main}}一{{/main}}{{/inline}}|", "|<一>|"),
      ("{{<inline}}{{$main}}\n一\n二{{/main}}{{/inline}}", "<一\n二>"),
      ("{{<layout}}\n任何别的字都不算\n{{$main}}\n一\n{{/main}}\n{{/layout}}\n", "<\n··一\n>\n"),
    ])
  func blocks(template: String, expected: String) throws { try check(template, expected) }

  private func check(_ template: String, _ expected: String) throws {
    let texts = [
      "page": template.replacing("·", with: " "),
      "two": "一\n二\n",
      "nested": "<\n  {{>two}}\n>\n",
      "layout": "<\n  {{$main}}\n  空\n  {{/main}}\n>\n",
      "inline": "<{{$main}}空{{/main}}>",
    ]
    let sources = texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key + ".html", text: $0.value) }
    let library = TemplateLibrary.loading(sources, root: "")
    let compiled = library.value.compile("page", for: LessonModel.self, tables: tables)
    try #require((library.diagnostics + compiled.diagnostics).map(\.message.en) == [])
    let model = LessonModel(site: SiteModel(name: "3·15 消保微课堂", base: ""))
    let text = String(decoding: try #require(compiled.value).bytes(of: model), as: UTF8.self)
    #expect(text.replacing(" ", with: "·") == expected)
  }
}
