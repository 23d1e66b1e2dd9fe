import Content
import Diagnostics
import Foundation
import Testing
import Typesetting

@testable import Editions
@testable import Print

/// A small site made in memory, from which lessons come as text for paper. Its words are few and stay as they are, so that
/// the examples do not change with those of the real site.
struct TrialSite {
  let library: Library

  /// - Parameters:
  ///   - lessons: texts of files by slug and language; without front matter, they get one.
  ///   - outlets: the text of outlets.csv.
  init(_ lessons: [String: [String: String]], outlets: String? = nil) throws {
    let site = try #require(Site.reading(SourceFile(path: "content/site.yaml", text: Self.site)).value)
    let facts = FactRegister.reading(
      SourceFile(path: "content/facts.yaml", text: Self.facts), languages: site.languages)
    let pages = try lessons.sorted { $0.key < $1.key }.flatMap { slug, texts in
      try texts.sorted { $0.key < $1.key }.map { language, text in
        let path = "content/lessons/\(slug)/\(language).md"
        let whole = text.hasPrefix("---") ? text : Self.frontMatter(language) + text
        let address = try #require(PageAddress(path: path))
        return try #require(Page.reading(SourceFile(path: path, text: whole), at: address, of: site).value)
      }
    }
    let tables = Tables.reading(
      glossary: nil, outlets: outlets.map { SourceFile(path: "content/outlets.csv", text: $0) },
      languages: site.languages)
    let picture = try #require(
      Picture.reading(path: "content/pictures/kite.svg", bytes: Array(Self.picture.utf8)).value)
    let manuscript = Manuscript(
      site: site, facts: facts.value, tables: tables.value, pages: pages, pictures: [picture],
      unreadable: (pages: [], pictures: []))
    library =
      Library.linking(manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), holding: .published).value
  }

  /// A lesson in a language.
  func document(_ slug: String, _ language: String) throws -> PrintDocument? {
    let bundle = try #require(library.bundle(.lesson, slug))
    guard let page = bundle.translations.first(where: { $0.language.code == language }) else { return nil }
    let drawing = try #require(
      Drawing.reading(Array(Self.picture.utf8), path: "content/pictures/kite.svg").value)
    return PrintDocument(
      page, of: bundle, in: library, words: Words(table: Self.words[language] ?? [:]),
      drawings: ["content/pictures/kite.svg": PrintPicture(drawing, from: Array(Self.picture.utf8))])
  }

  /// A lesson of one text.
  static func document(_ text: String, _ language: String = "zh") throws -> PrintDocument {
    let site = try TrialSite(["a": language == "zh" ? ["zh": text] : ["zh": "## 一\n", language: text]])
    return try #require(try site.document("a", language))
  }

  /// The colours of the examples.
  static let palette: Palette = {
    let read = Palette.reading(SourceFile(path: "templates/print/colours.yaml", text: colours))
    guard let palette = read.value else { preconditionFailure("\(read.diagnostics)") }
    return palette
  }()

  private static func frontMatter(_ language: String) -> String {
    """
    ---
    title: \(language == "zh" ? "假警察" : "Fake police")
    summary: \(language == "zh" ? "警察不会叫您转账。" : "The police never ask you to move money.")
    topic: calls
    audience: everyone
    date: 2026-11-21
    checked: 2026-11-21
    sources: police
    ---

    """
  }

  private static let colours = """
    accents:
      indigo: {accent: ["#36479c", 90, 80, 4, 2], tint: ["#eaecf7", 8, 6, 0, 0]}
    soft: ["#4c4952", 0, 0, 0, 80]
    line: ["#bdb6aa", 0, 0, 0, 35]
    danger: ["#a32a1f", 18, 94, 96, 14]
    """

  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 10L20 0L40 10L20 20Z" fill="#36479c"/></svg>
    """

  private static let site = """
    title: {zh: 微课堂, en: Classroom}
    description: {zh: 小课堂, en: Lessons}
    organiser: {zh: 示例银行, en: Example Bank}
    baseURL: https://c.example.org/
    languages:
      zh: {name: 中文, tag: zh-Hans}
      en: {name: English, tag: en}
    hotlines: [police, line]
    topics:
      calls:
        accent: indigo
        picture: {file: pictures/kite.svg, zh: 一只风筝, en: A kite}
        zh: {name: 电话, summary: 电话。}
        en: {name: Calls, summary: Calls.}
    audiences:
      everyone: {zh: {name: 大家}, en: {name: Everyone}}
    roles:
      hook: {zh: 想一想, en: Think about it}
      how: {zh: 怎么回事, en: How it works}
      signs: {zh: 识别要点, en: Red flags}
      act: {zh: 怎么办, en: What to do}
      slogan: {zh: 记住一句话, en: One line to remember}
      quiz: {zh: 考考自己, en: Check yourself}
    """

  private static let facts = """
    police:
      kind: hotline
      zh: "110"
      en: "110"
      name: {zh: 公安机关, en: Police}
      purpose: {zh: 报警, en: emergencies}
      source: {zh: 公安机关网站, en: Website of the police}
      checked: 2026-11-21
    line:
      kind: hotline
      zh: "96110"
      en: "96110"
      name: {zh: 反诈专线, en: Anti-fraud line}
      purpose: {zh: 它打来要接, en: take its calls}
      source: {zh: 公安部, en: Ministry}
      checked: 2026-11-21
    """

  private static let words = [
    "zh": [
      "callout_note": "说明", "callout_tip": "小窍门", "callout_warning": "当心", "callout_bait": "骗子的话",
      "label_colon": "：", "source_separator": "；", "sources": "依据", "full_stop": "。", "checked_label": "核对日期",
      "expires_label": "有效期至", "organised_by": "主办：", "print_edition": "版次", "print_scan_lesson": "扫码看课",
      "print_scan_edition": "扫码看版次", "print_version": "{}卷", "print_choose_one": "（选一项）",
      "print_choose_all": "（可选多项）", "print_true_false": "（判断对错）", "print_kit_title": "全部课程",
      "phone_label": "电话：", "hours_label": "时间：", "write_in": "当地电话：", "date_format": "YYYY年M月D日",
    ],
    "en": [
      "callout_note": "Note", "callout_tip": "Tip", "callout_warning": "Careful", "callout_bait": "The swindler",
      "label_colon": ": ", "source_separator": "; ", "sources": "Sources", "full_stop": ".", "checked_label": "Checked",
      "expires_label": "Valid until", "organised_by": "By ", "print_edition": "Edition",
      "print_scan_lesson": "Scan to read", "print_scan_edition": "Scan to check", "print_version": "Version {}",
      "print_choose_one": "(choose one)", "print_choose_all": "(choose all)", "print_true_false": "(true or false)",
      "print_kit_title": "All lessons", "phone_label": "Phone: ", "hours_label": "Hours: ",
      "write_in": "Local phone: ", "date_format": "D MMM YYYY",
      "months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ],
  ]
}
