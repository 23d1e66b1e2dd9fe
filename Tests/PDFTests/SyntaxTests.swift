import Testing

@testable import PDF

@Suite("The syntax of objects")
struct SyntaxTests {
  private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "numbers are plain decimals: never an exponent, no digits that say nothing",
    arguments: [
      (0.0, "0"), (1, "1"), (-1, "-1"), (0.5, ".5"), (-0.5, "-.5"), (12.3, "12.3"), (12.304, "12.3"), (12.306, "12.31"),
      (-0.004, "0"), (-0.005, "-.01"), (0.05, ".05"), (100, "100"), (1e7, "10000000"), (1.05, "1.05"), (2.999, "3"),
      (1e300, "0"), (.nan, "0"), (.infinity, "0"), (1e-12, "0"),
    ])
  func numbers(value: Double, text: String) {
    #expect(written { $0.put(value, decimals: 2) } == text)
  }

  @Test("a number has as many decimals as are asked for")
  func decimals() {
    #expect(written { $0.put(3.14159265, decimals: 0) } == "3")
    #expect(written { $0.put(3.14159265, decimals: 4) } == "3.1416")
    #expect(written { $0.put(-0.000_001_2, decimals: 7) } == "-.0000012")
  }

  @Test(
    "a name hides every byte that would end it",
    arguments: [
      ("F0", "/F0"), ("a b", "/a#20b"), ("a/b#(c)", "/a#2Fb#23#28c#29"), ("存", "/#E5#AD#98"),
      ("YAYVRJ+Noto-H", "/YAYVRJ+Noto-H"),
    ])
  func names(name: String, text: String) {
    #expect(written { $0.put(name: name) } == text)
  }

  @Test("parentheses, backslashes and carriage returns in a string are escaped")
  func strings() {
    #expect(written { $0.put(string: "a(b)c\\d\re\nf".utf8) } == "(a\\(b\\)c\\\\d\\re\nf)")
  }

  @Test("a text outside ASCII is UTF-16 with its mark, also beyond the basic plane")
  func textStrings() {
    #expect(written { $0.put(textString: "Cover (1)") } == "(Cover \\(1\\))")
    #expect(written { $0.put(textString: "封面") } == "<FEFF5C019762>")
    #expect(written { $0.put(textString: "𠮷") } == "<FEFFD842DFB7>")
    #expect(written { $0.put(textString: "café") } == "<FEFF00630061006600E9>")
  }

  @Test("an address keeps what ASCII has and writes everything else in per cents")
  func addresses() {
    let address = Tagging.Annotation.ascii("https://example.org/存款?a=1&b=(2) 3%20")
    #expect(String(decoding: address, as: UTF8.self) == "https://example.org/%E5%AD%98%E6%AC%BE?a=1&b=(2)%203%20")
  }
}
