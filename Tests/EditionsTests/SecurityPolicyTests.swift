import Diagnostics
@testable import Editions
import Foundation
import Testing

@Suite struct SecurityPolicyTests {
  @Test(
    "SHA-256 gives the digests of the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      ),
    ])
  func digests(text: String, hex: String) {
    let found = SHA256.digest(Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
    #expect(found == hex)
    #expect(SHA256.base64(Array(text.utf8)) == Data(SHA256.digest(Array(text.utf8))).base64EncodedString())
  }

  @Test("Padding is right for every length near the ends of a block")
  func padding() {
    // The digests of 0, 1, 2, … 129 letters, one after the other, have this digest.
    let all = (0..<130).flatMap { SHA256.digest([UInt8](repeating: UInt8(ascii: "x"), count: $0)) }
    let found = SHA256.digest(all).map { String(format: "%02x", $0) }.joined()
    #expect(found == "6d0989028287a2bd990515b95658bb810cf688b69517dfc49e4b3778e0b6d923")
  }

  @Test("A theme without an early script allows no script but the site's own files")
  func none() {
    let policy = SecurityPolicy(earlyScript: nil)
    #expect(policy.text.hasPrefix("default-src 'self'; object-src 'none'"))
    #expect(policy.earlyScript.isEmpty)
    #expect(!policy.text.contains("unsafe"))
  }

  @Test("An early script stands in the page as it is and is named by its digest")
  func early() {
    let policy = SecurityPolicy(earlyScript: Array("var a;\r\n".utf8))
    #expect(policy.earlyScript.bytes == Array("<script>var a;\n</script>".utf8))
    #expect(policy.text.contains("script-src 'self' 'sha256-\(SHA256.base64(Array("var a;\n".utf8)))';"))
  }

  @Test(
    "An early script that would end its own element is refused",
    arguments: ["'</script>'", "'<!--'", "'</SCRIPT '", "'<script'"])
  func slips(script: String) {
    #expect(SecurityPolicy.slip(in: Array(script.utf8))?.rule == "bad-early-script")
    #expect(SecurityPolicy.slip(in: Array("document.title".utf8)) == nil)
    #expect(SecurityPolicy.slip(in: [0xFF, 0xFE]) != nil)
  }
}
