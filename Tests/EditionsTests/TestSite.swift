import Content
import Diagnostics
@testable import Editions
import Examples
import Foundation
import Testing

/// A small site made in memory: the real theme, two languages, and the pages that a test gives.
struct TestSite {
  let library: Library
  let theme: Theme

  /// - Parameter pages: texts of files by their paths below `content/`, Markdown and CSV.
  init(_ pages: [String: String], pictures: [String: [UInt8]] = [:]) throws {
    let root = testsFolder.deletingLastPathComponent()
    func source(_ path: String) throws -> SourceFile {
      SourceFile(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
    let site = try #require(Site.reading(SourceFile(path: "content/site.yaml", text: Self.site)).value)
    let facts = FactRegister.reading(
      SourceFile(path: "content/facts.yaml", text: Self.facts), languages: site.languages)
    let read = pages.sorted { $0.key < $1.key }.compactMap { path, text -> Page? in
      guard let address = PageAddress(path: "content/" + path) else { return nil }
      return Page.reading(SourceFile(path: "content/" + path, text: text), at: address, of: site).value
    }
    let manuscript = Manuscript(
      site: site, facts: facts.value,
      tables: Tables.reading(
        glossary: nil, outlets: pages["outlets.csv"].map { SourceFile(path: "content/outlets.csv", text: $0) },
        editions: pages["editions.csv"].map { SourceFile(path: "content/editions.csv", text: $0) },
        languages: site.languages
      ).value, pages: read,
      pictures: pictures.compactMap { Picture.reading(path: "content/" + $0.key, bytes: $0.value).value },
      unreadable: (pages: [], pictures: []))
    library =
      Library.linking(manuscript, today: CalendarDate(year: 2026, month: 11, day: 22), holding: .published).value
    let templates = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "templates").path)
      .filter { $0.hasSuffix(".html") }.sorted().map { try source("templates/" + $0) }
    let sources = Theme.Sources(
      templates: templates,
      words: ["zh": try source("templates/strings/zh.yaml"), "en": try source("templates/strings/en.yaml")],
      leafletFit: try source("templates/leaflet/fit.yaml"), icons: try source("templates/icons.yaml"))
    let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "templates/assets").path)
    let assets = Assets(
      theme: files.sorted().map { .init(name: $0, bytes: []) }, pictures: library.pictures.values)
    theme = try #require(Theme.loading(sources, assets: assets, for: site).value)
  }

  /// The pages that an edition makes, by their paths.
  func pages(_ edition: EditionName, sheets: [PrintedSheet] = []) -> [String: String] {
    let outputs = edition.editions(in: theme, for: library.site, sheets: sheets).flatMap {
      $0.outputs(of: library).value
    }
    return Dictionary(outputs.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  /// What a page shows: a setting at its own address.
  func setting(_ bundle: Content.Bundle, _ language: Language) -> Setting {
    Setting(
      library: library, address: .page(bundle.kind, bundle.slug, language), language: language, theme: theme)
  }

  /// A lesson's text with the front matter that it needs.
  /// - Parameter expires: a day of the calendar, such as `2027-06-30`.
  static func lesson(_ body: String, title: String = "一课", expires: String? = nil) -> String {
    """
    ---
    title: \(title)
    summary: 一句话。
    topic: calls
    audience: everyone
    date: 2026-11-21
    checked: 2026-11-21
    sources: police\(expires.map { "\nexpires: " + $0 } ?? "")
    ---
    \(body)
    """
  }

  private static let site = """
    title: {zh: 微课堂, en: Classroom}
    description: {zh: 小课堂, en: Lessons}
    organiser: {zh: 示例银行, en: Example Bank}
    baseURL: https://classroom.example.org/a/
    languages:
      zh: {name: 中文, tag: zh-Hans}
      en: {name: English, tag: en}
    hotlines: [police]
    topics:
      calls: {accent: indigo, zh: {name: 电话, summary: 电话。}, en: {name: Calls, summary: Calls.}}
    audiences:
      everyone: {zh: {name: 大家}, en: {name: Everyone}}
    roles:
      story: {zh: 事情经过, en: What happened}
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
      source: {zh: 公安机关, en: Police}
      checked: 2026-11-21
    warning-sms:
      kind: hotline
      zh: "12381"
      en: "12381"
      call: no
      name: {zh: 工信部, en: Ministry}
      purpose: {zh: 只发短信, en: texts only}
      source: {zh: 工信部, en: Ministry}
      checked: 2026-11-21
    """
}
