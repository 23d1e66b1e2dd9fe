import Content
import Markdown
@testable import Editions
import Foundation
import Testing

@Suite("Blocks of two languages side by side")
struct BlockAlignmentTests {
  /// The pairs of the blocks of two texts, as `left = right`; a block without a counterpart stands alone.
  private func pairs(_ left: String, _ right: String) throws -> [String] {
    let site = try TestSite([
      "lessons/one/zh.md": TestSite.lesson("## 识别要点\n\n" + left),
      "lessons/one/en.md": "---\ntitle: One\nsummary: One.\n---\n## Red flags\n\n" + right,
    ])
    let bundle = try #require(site.library.bundle(.lesson, "one"))
    let pages = bundle.translations
    let blocks = try pages.map { page in
      Array(page.document.siblings(in: try #require(page.sections.first).blocks))
    }
    return BlockAlignment.blocks(blocks[0], of: pages[0].document, blocks[1], of: pages[1].document).map { pair in
      let texts = [
        pair.first.map { pages[0].document.plainText(of: $0) }, pair.second.map { pages[1].document.plainText(of: $0) },
      ]
      return texts.map { $0 ?? "–" }.joined(separator: " = ")
    }
  }

  @Test("The same kinds of blocks are paired in order")
  func sameKinds() throws {
    #expect(try pairs("甲\n\n- 乙\n\n丙", "a\n\n- b\n\nc") == ["甲 = a", "乙 = b", "丙 = c"])
  }

  @Test("A table that only one language has stands alone, and what follows stays paired")
  func missingBlock() throws {
    let table = "| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n"
    #expect(try pairs("甲\n\n\(table)- 乙", "a\n\n- b") == ["甲 = a", "一二三四 = –", "乙 = b"])
  }

  @Test("A block that only the translation has stands alone")
  func addedBlock() throws {
    #expect(try pairs("- 乙", "a\n\n- b") == ["– = a", "乙 = b"])
  }

  @Test("Sections are paired by role, also when they stand in another order in the middle")
  func sections() throws {
    let site = try TestSite([
      "lessons/one/zh.md": TestSite.lesson("## 想一想\n\n甲\n\n## 识别要点\n\n乙\n\n## 怎么办\n\n丙\n"),
      "lessons/one/en.md": "---\ntitle: One\nsummary: One.\n---\n## Think about it\n\na\n\n## What to do\n\nc\n",
    ])
    let pages = try #require(site.library.bundle(.lesson, "one")).translations
    let roles = BlockAlignment.sections(pages[0].sections, pages[1].sections).map {
      "\($0.first?.role?.id ?? "–") \($0.second?.role?.id ?? "–")"
    }
    #expect(roles == ["hook hook", "signs –", "act act"])
  }
}
