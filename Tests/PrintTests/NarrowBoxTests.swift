import Diagnostics
import Examples
import Testing
import Typesetting

@testable import Print

/// Boxes that are narrower than what is to stand in them. On the grid a character’s ink is its whole width, so that it can
/// be seen whether it leaves the box.
@Suite struct NarrowBoxTests {
  @Test("In a box of any width, text stays inside, or the sheet is not printed and says so", arguments: 1...30)
  func widths(millimetres: Int) throws {
    for (language, text) in [("zh", Self.chinese), ("en", Self.english)] {
      let document = try TrialSite.document(text, language)
      let source = SourceFile(path: "a.yaml", text: Self.format(millimetres))
      let format = try #require(Format.reading(source, id: "a").value)
      let work = SheetSetter.Work(format: format, profile: .office, documents: [document], isLocal: false)
      let result = SheetSetter(work: work, palette: TrialSite.palette, cache: TextCache(GridShaper())).layout()
      guard let set = result.value else {
        #expect(result.diagnostics.contains { $0.rule == "print-overflow" })
        continue
      }
      for (box, drawn) in zip(format.panels[0].boxes, set.drawn[0]) {
        for item in drawn.flatMap(\.items) {
          guard case .text(let run, let point) = item.shape, let last = run.glyphs.last else { continue }
          let words = String(decoding: run.text, as: UTF8.self)
          // White and the empty half of a full-width mark may hang over the edge.
          let isMark = words.last.map { $0.isPunctuation || $0.isWhitespace } ?? false
          let width = isMark ? 0 : words.last.map { $0.isASCII ? 0.5 : 1 } ?? 0
          let right = point.x + last.x + width * run.size
          #expect(right <= box.area.right + 0.5, "“\(words)” in \(millimetres) mm ends at \(right)")
          #expect(run.size > 0 && point.x.isFinite && point.y.isFinite)
        }
      }
    }
  }

  private static func format(_ width: Int) -> String {
    """
    name: {zh: 报, en: Sheet}
    note: {zh: 试, en: trial}
    sheet: [40, 900]
    type: {size: 12, least: 6, leading: {zh: 1.5, en: 1.3}}
    sides: [{name: front}]
    flows: {body: {roles: [act]}}
    panels:
      - name: {zh: 面, en: face}
        side: front
        at: [0, 0, 40, 900]
        boxes:
          - {is: title, at: [1, 1, \(width), 200], size: 20, least: 6, bold: yes, align: centre}
          - {is: flow, flow: body, at: [1, 205, \(width), 500]}
          - {is: hotlines, at: [1, 710, \(width), 100], size: 12, least: 6}
          - {is: summary, at: [1, 815, \(width), 60], size: 12, least: 6}
    """
  }

  private static let chinese = """
    ## 怎么办

    1. 挂断电话，拨打{{line}}。
       - 告诉家人。
         - 再告诉邻居。

    > [!BAIT]
    > “把钱转进‘安全账户’。”

    | 说法 | 真相 | 钱 |
    |---|---|---|
    | 安全账户 | 骗子的账户 | 12,345.67元 |

    ![风筝](../../pictures/kite.svg)

    看[公安部](https://www.mps.gov.cn/n2254098/index.html)。

    """

  private static let english = """
    ## What to do

    1. Hang up, and call {{line}} immediately.
       - Tell your grandchildren.
         - Tell your neighbours.

    > [!WARNING]
    > Screensharing is dangerous.

    | They say | In truth |
    |---|---|
    | Confidential | Telecommunications fraud |

    See https://www.mps.gov.cn/n2254098/index.html for more.

    """
}
