import Diagnostics
import Foundation
import Testing
import Typesetting

/// Pictures made to break the program: each is answered soon, with a drawing or with a refusal.
@Suite struct HostileDrawingTests {
  @Test("A thousand groups in each other are refused")
  func deepGroups() {
    let groups = String(repeating: "<g>", count: 1000) + String(repeating: "</g>", count: 1000)
    expectRefusal(picture(groups), "nested more than 100")
  }

  @Test("Ninety groups in each other are drawn")
  func nestedGroups() {
    let groups = String(repeating: "<g>", count: 90) + "<path d='M0 0h9v9'/>" + String(repeating: "</g>", count: 90)
    #expect(Drawing.reading(picture(groups), path: "a.svg").value?.shapes.count == 1)
  }

  @Test(
    "Numbers that are none, or too large for a drawing, are refused",
    arguments: [
      "<path d='M NaN 0 L 9 9'/>", "<path d='M0 0 L inf 9'/>", "<path d='M0 0 L 1e999 9'/>",
      "<path d='M0 0 L 1e300 9'/>",
      "<rect width='1e308' height='1e308' x='1e308'/>", "<circle r='nan'/>", "<circle cx='1e307' r='1e308'/>",
      "<g transform='scale(1e200)'><g transform='scale(1e200)'><path d='M0 0h9v9'/></g></g>",
      "<g transform='scale(1e300)'><g transform='matrix(1 0 0 1 1e300 -1e300)'><path d='M0 0h9v9'/></g></g>",
      "<path d='M0 0h9' stroke='red' stroke-width='1e99'/>", "<path d='M0 0A1e300 1e-300 45 0 1 9 9e300'/>",
      "<polygon points='0,0 1e99,0 9,9'/>",
    ])
  func hugeNumbers(content: String) {
    #expect(Drawing.reading(picture(content), path: "a.svg").value == nil)
  }

  @Test(
    "Numbers at the edge are drawn",
    arguments: [
      "<path d='M0 0 L 1e-999 9'/>", "<path d='M0 0A1e-300 1e-300 45 0 1 9 9'/>", "<path d='M1 1A0 0 0 0 1 9 9'/>",
      "<path d='M1 1A1e9 1e9 0 0 1 9 9'/>", "<path d='M1 1A5 5 1e9 1 1 1 1'/>", "<circle r='1e-300'/>",
      "<rect width='9' height='9' rx='1e300'/>", "<path d='M0 0h9' stroke='red' stroke-width='1e-300'/>",
    ])
  func edgeNumbers(content: String) throws {
    let drawing = try #require(Drawing.reading(picture(content), path: "a.svg").value)
    #expect(drawing.shapes.allSatisfy { $0.path.steps.allSatisfy(isWithinPicture) })
  }

  @Test("A path of ten megabytes is refused before it is read")
  func hugeFile() {
    expectRefusal(picture("<path d='M0 0" + String(repeating: "L10 10", count: 1_700_000) + "'/>"), "larger than 1 MB")
  }

  @Test("A path of nearly a megabyte is answered within a second or two")
  func largePath() {
    let path = "<path d='M0 0" + String(repeating: "h1", count: 490_000) + "'/>"
    expectRefusal(picture(path), "too complex")
  }

  @Test("Copies of copies of copies do not multiply without end")
  func copiesOfCopies() {
    var content = "<g id='g0'><path d='M0 0h1v1'/></g>"
    for level in 1...30 {
      content += "<g id='g\(level)'>" + String(repeating: "<use href='#g\(level - 1)'/>", count: 10) + "</g>"
    }
    expectRefusal(picture("<defs>\(content)</defs><use href='#g30'/>"), "too complex")
    let empty = content.replacing("<path d='M0 0h1v1'/>", with: "")
    expectRefusal(picture("<defs>\(empty)</defs><use href='#g30'/>"), "too complex")
  }

  @Test("Many copies of one long attribute are refused")
  func copiesOfLongAttribute() {
    let long = String(repeating: "fill:red;", count: 40_000)
    let copies = String(repeating: "<use href='#a'/>", count: 20_000)
    expectRefusal(picture("<defs><g id='a' style='\(long)'/></defs>\(copies)"), "too complex")
  }

  @Test("A line with a million dashes is refused, as is a pattern of a thousand lengths")
  func dashes() {
    expectRefusal(picture("<path d='M0 0h100' stroke='red' stroke-dasharray='0.0001'/>"), "too complex")
    let lengths = String(repeating: "1 ", count: 1000)
    expectRefusal(picture("<path d='M0 0h100' stroke='red' stroke-dasharray='\(lengths)'/>"), "stroke-dasharray")
  }

  @Test(
    "A scribble that would take minutes to draw is refused",
    arguments: ["", " fill='none' stroke='red'", " fill='none' stroke='red' stroke-width='50'"])
  func scribble(paint: String) {
    let line = paint.contains("50") ? "h.01" : "L90 10L10 90L50 0"
    expectRefusal(picture("<path d='M0 0" + String(repeating: line, count: 40_000) + "'\(paint)/>"), "too complex")
  }

  @Test("Not more than twenty remarks are made about one picture")
  func manyRemarks() {
    let reading = Drawing.reading(picture(String(repeating: "<text/>", count: 50_000)), path: "a.svg")
    #expect(reading.diagnostics.count == 20)
  }

  @Test("Ends of files, at every byte of a picture, are no danger")
  func everyPrefix() {
    let whole = picture(
      "<g style='fill:rgb(1,2,3);opacity:.5' transform='rotate(3 4 5)'><path d='M0 0a1 2 3 0 15.5-6zq1 2 3 4'/></g>")
    for count in whole.indices { #expect(Drawing.reading(Array(whole[..<count]), path: "a.svg").value == nil) }
    #expect(Drawing.reading(whole, path: "a.svg").value != nil)
  }

  @Test("Any byte of a picture replaced by any of these gives a drawing or a refusal")
  func everyChange() {
    let whole = picture(
      "<g style='fill:#f00;opacity:.5' transform='rotate(3 4 5)'><path d='M0 0a1 2 3 0 15.5-6zq1 2 3 4'/></g>")
    for index in whole.indices {
      for byte in [0x00, 0x20, 0x22, 0x26, 0x2D, 0x39, 0x3C, 0x65, 0x80, 0xFF] as [UInt8] {
        var changed = whole
        changed[index] = byte
        let reading = Drawing.reading(changed, path: "a.svg")
        #expect((reading.value == nil) == !reading.diagnostics.isEmpty)
      }
    }
  }
}

/// An SVG of 100 × 100 with this in it.
private func picture(_ content: String) -> [UInt8] {
  Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>\(content)</svg>".utf8)
}

private func expectRefusal(_ svg: [UInt8], _ words: String) {
  let reading = Drawing.reading(svg, path: "a.svg")
  #expect(reading.value == nil)
  #expect(
    reading.diagnostics.first?.message.en.contains(words) == true, "\(reading.diagnostics.first?.message.en ?? "")")
}

private func isWithinPicture(_ step: Path.Step) -> Bool {
  func isWithin(_ point: Point) -> Bool { abs(point.x) <= 100 && abs(point.y) <= 100 }
  return switch step {
  case .move(let point), .line(let point): isWithin(point)
  case .curve(let first, let second, let end): isWithin(first) && isWithin(second) && isWithin(end)
  case .close: true
  }
}
