import Content
import Diagnostics
import Testing

@Suite struct PictureTests {
  /// The beginning of a PNG of a size.
  private static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 1, width, 0, 0, 0, height, 8, 2, 0, 0, 0, 0, 0, 0, 0]
  }

  /// A JPEG's start, an application's segment, and the frame with the size.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0x4A, 0x46, 0xFF, 0xC2, 0, 11, 8, 0, 30, 1, 4, 1, 1, 0x11, 0, 0xFF, 0xD9]

  private static func svg(_ attributes: String) -> [UInt8] {
    Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\" \(attributes)><path d=\"M0 0\"/></svg>\n".utf8)
  }

  @Test(
    "The size is read from the first bytes",
    arguments: [
      ("a.png", png(4, 3), "260 × 3"), ("a.PNG", png(4, 3), "260 × 3"),
      ("a.jpg", jpeg, "260 × 30"), ("a.jpeg", jpeg, "260 × 30"),
      ("a.svg", svg("width=\"40\" height=\"30px\""), "40 × 30"),
      ("a.svg", svg("viewBox=\"0 0 400.4 300\""), "400 × 300"),
      ("a.svg", svg("width=\"100%\" height='100%' viewBox='0,0,400,300'"), "400 × 300"),
      ("a.svg", svg("stroke-width=\"2\" viewBox=\"0 0 8 6\""), "8 × 6"),
    ])
  func size(name: String, bytes: [UInt8], expected: String) {
    let read = Picture.reading(path: "content/pages/a/" + name, bytes: bytes)
    #expect(read.value.map { "\($0.width) × \($0.height)" } == expected)
    #expect(told(read.diagnostics) == [])
  }

  @Test(
    "What is not the picture that its name says is refused",
    arguments: [
      ("a.png", jpeg, "not-a-picture"), ("a.jpg", png(4, 3), "not-a-picture"), ("a.png", [], "not-a-picture"),
      ("a.png", Array(png(4, 3).prefix(20)), "not-a-picture"), ("a.jpg", Array(jpeg.prefix(15)), "not-a-picture"),
      ("a.svg", Array("<html></html>".utf8), "not-a-picture"), ("a.svg", svg(""), "picture-without-size"),
      ("a.svg", svg("viewBox=\"0 0 0 0\""), "picture-without-size"),
      ("a.svg", svg("viewBox=\"0 0 nan inf\""), "picture-without-size"),
    ])
  func refused(name: String, bytes: [UInt8], rule: String) {
    let read = Picture.reading(path: name, bytes: bytes)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.rule) == [rule])
  }

  @Test(
    "An SVG that could run or load something is refused",
    arguments: [
      "<script>alert(1)</script>", "<SCRIPT/>", "<a href=\"javascript:alert(1)\"/>", "<a href=' https://x'/>",
      "<image xlink:href=\"//x/y.png\"/>", "<use href=\"other.svg#a\"/>", "<rect onload=\"x()\"/>",
      "<rect OnClick = 'x()'/>",
      "<rect\nonmouseover=\"x()\"/>", "<foreignObject/>", "<style>@import url(https://x)</style>",
      "<rect style=\"fill:url('https://x')\"/>", "<image href=\"data:image/png;base64,AA\"/>",
      "<image href = \"https://x/y\"/>",
      "<a href=\"&#106;avascript:alert(1)\"/>", "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
      "<style>@import 'https://x';</style>", "<image href=https://x/y />",
    ])
  func unsafe(element: String) {
    let bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">\(element)</svg>".utf8)
    #expect(Picture.reading(path: "a.svg", bytes: bytes).diagnostics.map(\.rule) == ["unsafe-picture"])
  }

  @Test(
    "Ordinary SVG passes",
    arguments: [
      "<use href=\"#a\"/>", "<rect fill=\"url(#g)\"/>", "<text>on = off, once=1</text>",
      "<rect style=\"fill: url('#g')\"/>",
      "<a xlink:href='#top'><text>script</text></a>",
    ])
  func safe(element: String) {
    let bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">\(element)</svg>".utf8)
    #expect(told(Picture.reading(path: "a.svg", bytes: bytes).diagnostics) == [])
  }
}
