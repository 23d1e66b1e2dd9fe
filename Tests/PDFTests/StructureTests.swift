import Testing
import Typesetting

@testable import PDF

@Suite("The structure tree")
struct StructureTests {
  /// Draws something for elements in the given order and writes them, one in a line. Element 5 has object 5.
  private func written(_ tree: StructureTree, drawn: [StructureTree.ID], keeping kept: StructureTree.ID? = nil)
    -> String
  {
    var tagging = Tagging(tree)
    for (number, element) in drawn.enumerated() { tagging.add(Tagging.Mark(element: element, page: 0, number: number)) }
    let elements = StructureElements(tagging, keeping: kept)
    let objects = StructureElements.Objects(
      elements: tree.elements.indices.map { elements.contains($0) ? Reference(number: $0) : nil },
      pages: [Reference(number: 90)])
    return elements.present.map { id in
      var text: [UInt8] = []
      let parent = Reference(number: tree.elements[id].parent ?? 99)
      elements.write(id, into: &text, parent: parent, objects: objects)
      return String(decoding: text, as: UTF8.self)
    }.joined(separator: "\n")
  }

  @Test("an element without content, and one that holds only such, is left out")
  func empty() {
    var tree = StructureTree()
    let section = tree.add(.section, to: StructureTree.root)
    _ = tree.add(.paragraph, to: section)
    let other = tree.add(.paragraph, to: StructureTree.root, language: "en")
    #expect(
      written(tree, drawn: [other]) == """
        <</S/Document/P 99 0 R/K[3 0 R ]>>
        <</S/P/P 0 0 R/Pg 90 0 R/K[0 ]/Lang(en)>>
        """)
  }

  @Test("an element that gets its content later is kept, with all that hold it")
  func kept() {
    var tree = StructureTree()
    let section = tree.add(.section, to: StructureTree.root)
    let slot = tree.add(.section, to: section)
    #expect(
      written(tree, drawn: [], keeping: slot) == """
        <</S/Document/P 99 0 R/K[1 0 R ]>>
        <</S/Sect/P 0 0 R/K[2 0 R ]>>
        <</S/Sect/P 1 0 R/K[]>>
        """)
  }

  @Test("a link stands between the words before and after it, as it was drawn")
  func order() {
    var tree = StructureTree()
    let paragraph = tree.add(.paragraph, to: StructureTree.root)
    let link = tree.add(.link, to: paragraph)
    #expect(
      written(tree, drawn: [paragraph, link, paragraph]).contains("<</S/P/P 0 0 R/Pg 90 0 R/K[0 2 0 R 2 ]>>"))
  }

  @Test("an element that goes on overleaf names the page of each piece that is not on its first one")
  func overleaf() {
    var tree = StructureTree()
    let paragraph = tree.add(.paragraph, to: StructureTree.root)
    var tagging = Tagging(tree)
    tagging.add(Tagging.Mark(element: paragraph, page: 0, number: 3))
    tagging.add(Tagging.Mark(element: paragraph, page: 1, number: 0))
    let objects = StructureElements.Objects(
      elements: [Reference(number: 0), Reference(number: 1)], pages: [Reference(number: 90), Reference(number: 91)])
    var text: [UInt8] = []
    StructureElements(tagging).write(paragraph, into: &text, parent: Reference(number: 0), objects: objects)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "<</S/P/P 0 0 R/Pg 90 0 R/K[3 <</Type/MCR/Pg 91 0 R/MCID 0>> ]>>")
  }

  @Test("children are read in the order of the tree, not in that of drawing")
  func treeOrder() {
    var tree = StructureTree()
    let first = tree.add(.paragraph, to: StructureTree.root)
    let second = tree.add(.paragraph, to: StructureTree.root)
    #expect(written(tree, drawn: [second, first]).contains("<</S/Document/P 99 0 R/K[1 0 R 2 0 R ]>>"))
  }

  @Test("a heading cell stands over its column, or before its row when that has ordinary cells")
  func headingCells() {
    var tree = StructureTree()
    let table = tree.add(.table, to: StructureTree.root)
    let head = tree.add(.row, to: table)
    let column = tree.add(.headingCell, to: head)
    let body = tree.add(.row, to: table)
    let row = tree.add(.headingCell, to: body)
    let cell = tree.add(.cell, to: body)
    let text = written(tree, drawn: [column, row, cell])
    #expect(text.contains("<</S/TH/P 2 0 R/Pg 90 0 R/K[0 ]/A<</O/Table/Scope/Column>>>>"))
    #expect(text.contains("<</S/TH/P 4 0 R/Pg 90 0 R/K[1 ]/A<</O/Table/Scope/Row>>>>"))
  }
}

@Suite("What a file says of itself")
struct MetadataTests {
  private func xmp(_ layout: Layout) -> String {
    String(decoding: Metadata(layout).xmp.bytes, as: UTF8.self)
  }

  @Test("signs that XML keeps for itself are escaped, and characters that it forbids are left out")
  func escaping() {
    let layout = Layout(title: "A & B <c>\u{1}", subject: "", author: "", language: "en", date: "2026-11-21")
    #expect(xmp(layout).contains("<rdf:li xml:lang=\"x-default\">A &amp; B &lt;c&gt;</rdf:li>"))
  }

  @Test("the date is that of the layout, in both places")
  func date() {
    let layout = Layout(title: "封面", subject: "", author: "", language: "zh-Hans", date: "2026-11-21")
    #expect(xmp(layout).contains("<xmp:CreateDate>2026-11-21</xmp:CreateDate>"))
    var info: [UInt8] = []
    Metadata(layout).writeInfo(into: &info)
    #expect(
      String(decoding: info, as: UTF8.self)
        == "<</Title<FEFF5C019762>/CreationDate(D:20261121)/Producer(microclass)>>")
  }
}
