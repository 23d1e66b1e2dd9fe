import Content
@testable import Editions
import Testing

@Suite("The volunteers' desk")
struct DeskTests {
  private static let body = "## 怎么办\n\n先挂断。\n"

  /// - Parameter outlets: how many there are.
  private func site(lessons: [String], outlets: Int = 0) throws -> TestSite {
    var pages: [String: String] = [:]
    for slug in lessons {
      pages["lessons/\(slug)/zh.md"] = TestSite.lesson(Self.body, title: "课：" + slug)
      pages["lessons/\(slug)/en.md"] = "---\ntitle: \(slug)\nsummary: One.\n---\n## What to do\n\nHang up.\n"
    }
    let rows = (1...max(1, outlets)).map { number in
      "o\(number)-gate,示例银行第\(number)支行,Branch \(number),示例路\(number)号,\(number) Example Road,0000-\(number),每天,Daily"
    }
    if outlets > 0 {
      pages["outlets.csv"] =
        "id,name_zh,name_en,address_zh,address_en,phone,hours_zh,hours_en\n" + rows.joined(separator: "\n") + "\n"
    }
    return try TestSite(pages)
  }

  /// The part of a page from one text to the next occurrence of another.
  private func part(of page: String, from start: String, to end: String) throws -> String {
    let tail = try #require(page.firstRange(of: start).map { page[$0.lowerBound...] })
    return String(tail[..<(tail.firstRange(of: end)?.lowerBound ?? tail.endIndex)])
  }

  @Test("A lesson lists its formats, what is folded first, with both sides of the sheet and a file for each language")
  func list() throws {
    let site = try site(lessons: ["fake-police"])
    let page = try #require(site.pages(.desk, sheets: try MadeUpSheets(site: site).lessons())["zh/print.html"])
    let sheets = page.split(separator: "<li class=\"sheet\"").dropFirst().map(String.init)
    #expect(sheets.count == 10, "all formats but the pictures for links")
    #expect(sheets[0].contains("data-format=\"trifold\""))
    #expect(sheets[9].contains("data-format=\"share\""), "pictures for phones come last")
    #expect(sheets[0].contains("href=\"../print/fake-police/fake-police-trifold-zh.pdf\" data-in=\"zh\""))
    #expect(sheets[0].contains("href=\"../print/fake-police/fake-police-trifold-en.pdf\" data-in=\"en\""))
    #expect(
      sheets[0].contains(
        "<img src=\"../print/fake-police/fake-police-trifold-zh-1.png\" width=\"300\" height=\"212\" loading=\"lazy\" alt=\"电话：正面\">"
      ))
    #expect(sheets[0].contains("alt=\"电话：背面\""))
    #expect(sheets[0].contains("data-sides=\"fake-police-trifold-en-1.png fake-police-trifold-en-2.png\""))
    #expect(sheets[2].contains("data-in=\"zh en\"") && sheets[2].contains("中文 + English PDF"))
  }

  @Test("The reader's own language comes first")
  func ownLanguage() throws {
    let site = try site(lessons: ["fake-police"])
    let page = try #require(site.pages(.desk, sheets: try MadeUpSheets(site: site).lessons())["en/print.html"])
    let sheet = try part(of: page, from: "<li class=\"sheet\" data-format=\"trifold\"", to: "</li>")
    #expect(sheet.firstRange(of: "-en.pdf")!.lowerBound < sheet.firstRange(of: "-zh.pdf")!.lowerBound)
    #expect(sheet.contains("<img src=\"../print/fake-police/fake-police-trifold-en-1.png\""))
  }

  @Test("What is for a print shop says so")
  func shop() throws {
    let site = try site(lessons: ["fake-police"])
    let page = try #require(site.pages(.desk, sheets: try MadeUpSheets(site: site).lessons())["zh/print.html"])
    #expect(try part(of: page, from: "data-format=\"trifold-16k\"><h4", to: "</li>").contains("<small>印刷厂用</small>"))
    #expect(try !part(of: page, from: "data-format=\"trifold\"><h4", to: "</li>").contains("印刷厂用"))
  }

  @Test("A folded sheet is shown in three pictures: print on both sides, fold the flap in, fold the cover over")
  func handling() throws {
    let site = try site(lessons: ["fake-police"])
    let page = try #require(site.pages(.desk, sheets: try MadeUpSheets(site: site).lessons())["zh/print.html"])
    let steps = try part(of: page, from: "id=\"how-short-edge-folded\"", to: "</section>")
    let pictures = ["print-short-edge", "fold-flap", "fold-cover"]
    #expect(steps.split(separator: "<img").count == 4)
    #expect(pictures.allSatisfy { steps.contains("assets/\($0).") })
    #expect(steps.contains("data-formats=\"trifold trifold-bilingual \""))
    #expect(try part(of: page, from: "id=\"how-one-sided-cut\"", to: "</section>").contains("assets/cut-sheet."))
  }

  @Test("With 450 outlets the desk stays light: it leads to the page of all outlets, and each has a page with its kits")
  func outlets() throws {
    let site = try site(lessons: (1...16).map { "a-lesson-about-number-\($0)" }, outlets: 450)
    let made = MadeUpSheets(site: site)
    let sheets = try made.lessons() + made.kits()
    let desk = try #require(site.pages(.desk, sheets: sheets)["zh/print.html"])
    #expect(desk.utf8.count < 150_000, "\(desk.utf8.count) bytes")
    #expect(desk.contains("href=\"outlets/index.html\""))
    let pages = site.pages(.outlets, sheets: sheets)
    #expect(pages.count == 902)
    let list = try #require(pages["zh/outlets/index.html"])
    #expect(list.contains("href=\"o450-gate.html\""))
    let page = try #require(pages["zh/outlets/o7-gate.html"])
    for text in ["示例银行第7支行", "示例路7号", "0000-7", "../../print/outlets/o7-gate/trifold-zh.pdf"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("A few outlets are named at the desk; those without kits of their own are only listed")
  func fewOutlets() throws {
    let site = try site(lessons: ["fake-police"], outlets: 3)
    let made = MadeUpSheets(site: site)
    let sheets = try made.lessons() + made.kits().filter { $0.outlet?.id == "o2-gate" }
    let desk = try #require(site.pages(.desk, sheets: sheets)["en/print.html"])
    #expect(desk.contains("<a href=\"outlets/o2-gate.html\">Branch 2</a>"))
    #expect(!desk.contains("o1-gate"))
    let pages = site.pages(.outlets, sheets: sheets)
    #expect(
      pages.keys.sorted() == [
        "en/outlets/index.html", "en/outlets/o2-gate.html", "zh/outlets/index.html", "zh/outlets/o2-gate.html",
      ])
    #expect(try #require(pages["en/outlets/index.html"]).contains("<h2>Branch 1</h2>"))
  }

  @Test("Without anything printed the desk still has the leaflets that a browser prints, and needs no script")
  func nothingPrinted() throws {
    let page = try #require(try site(lessons: ["fake-police"]).pages(.desk)["zh/print.html"])
    #expect(page.contains("href=\"leaflets/fake-police.html\""))
    #expect(!page.contains("desk.js") && !page.contains("data-choices"))
  }

  @Test("A lesson offers three of its sheets in its own language, and the way to all others")
  func lessonPage() throws {
    let site = try site(lessons: ["fake-police"])
    let page = try #require(
      site.pages(.web, sheets: try MadeUpSheets(site: site).lessons())["en/lessons/fake-police.html"])
    let box = try part(of: page, from: "<aside class=\"take-away\"", to: "</aside>")
    let files = box.split(separator: "\"").filter { $0.hasSuffix(".pdf") }
    #expect(files == ["trifold", "a5", "card"].map { "../../print/fake-police/fake-police-\($0)-en.pdf" })
    #expect(box.contains("href=\"../print.html#lesson-fake-police\""))
  }

  @Test(
    "Pages of a lesson have its picture for links, others have none",
    arguments: [
      (EditionName.web, "en/lessons/fake-police.html"), (.leaflet, "en/leaflets/fake-police.html"),
      (.bilingual, "zh-en/lessons/fake-police.html"),
    ])
  func linkPicture(_ edition: EditionName, _ path: String) throws {
    let site = try site(lessons: ["fake-police"])
    let sheets = try MadeUpSheets(site: site).lessons()
    let page = try #require(site.pages(edition, sheets: sheets)[path])
    let address = "https://classroom.example.org/a/print/fake-police/fake-police-og-en.png"
    #expect(page.contains("<meta property=\"og:image\" content=\"\(address)\">"))
    #expect(page.contains("<meta property=\"og:image:width\" content=\"1200\">"))
    #expect(page.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
    #expect(try !#require(site.pages(.web, sheets: sheets)["en/index.html"]).contains("og:image"))
    #expect(try !#require(site.pages(edition)[path]).contains("og:image"))
  }
}
