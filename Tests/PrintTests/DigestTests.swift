import Testing
import Typesetting

@testable import Print

/// A digest decides whether a sheet is printed again: it must change with every part of it.
@Suite struct DigestTests {
  @Test("Every byte counts, wherever it stands", arguments: [1, 7, 8, 9, 16, 100])
  func bytes(count: Int) {
    let bytes = [UInt8](repeating: 0, count: count)
    var digests: Set<String> = [digest { $0.add(bytes) }]
    for index in 0..<count {
      for value in [1, 128, 255] as [UInt8] {
        var changed = bytes
        changed[index] = value
        digests.insert(digest { $0.add(changed) })
      }
    }
    #expect(digests.count == 1 + 3 * count)
  }

  @Test("Texts do not run into each other, and their order counts")
  func texts() {
    let digests = [
      digest { $0.add("安全账户") },
      digest {
        $0.add("安全")
        $0.add("账户")
      },
      digest {
        $0.add("账户")
        $0.add("安全")
      },
      digest {
        $0.add("")
        $0.add("安全账户")
      },
      digest {
        $0.add("安全账户")
        $0.add("")
      },
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test("It is the same in every run: 32 digits")
  func stable() {
    #expect(digest { $0.add("microclass") } == digest { $0.add("microclass") })
    #expect(digest { $0.add("microclass") }.count == 32)
    #expect(digest { $0.add("microclass") } == "4db4fe0977c1bdc80c9c52a5b5090ee8")
  }

  @Test("A lesson’s digest changes with every part of what is printed of it")
  func content() throws {
    let text = """
      ## 怎么办

      拨打{{police}}，看[网站](https://www.mps.gov.cn/)。

      - 一

      | 甲 | 乙 |
      |---|---|
      | 丙 | 丁 |

      ## 考考自己

      1. 怎么办？

         - [ ] 转
         - [x] 不转

         > 因为。

      """
    let original = try TrialSite.document(text).content
    #expect(digest { $0.add(encoding: original) } == digest { $0.add(encoding: original) })
    var digests: Set<String> = [digest { $0.add(encoding: original) }]
    var count = 1
    for (old, new) in [
      ("拨打", "快打"), ("{{police}}", "{{line}}"), ("{{police}}", "110"), ("mps.gov.cn", "12389.gov.cn"), ("拨打", "**拨打**"),
      ("- 一", "1. 一"), ("- 一", "> 一"), ("| 丙 |", "| 丙丙 |"), ("|---|---|", "|---|:-:|"), ("- [x] 不转", "- [ ] 不转"),
      ("因为", "所以"), ("怎么办？", "怎样？"), ("- [ ] 转", "- [ ] 不"), ("- 一", "- 一\n- 二"), ("## 怎么办", "## 识别要点"),
    ] {
      #expect(text.contains(old))
      let changed = try TrialSite.document(text.replacing(old, with: new)).content
      digests.insert(digest { $0.add(encoding: changed) })
      count += 1
    }
    for change in Self.changes {
      var changed = original
      change(&changed)
      digests.insert(digest { $0.add(encoding: changed) })
      count += 1
    }
    #expect(digests.count == count)
  }

  private static let changes: [@Sendable (inout PrintDocument.Content) -> Void] = [
    { $0.slug += "!" }, { $0.language += "!" }, { $0.tag += "!" }, { $0.languageName += "!" }, { $0.title += "!" },
    { $0.summary += "!" }, { $0.topic += "!" }, { $0.accent += "!" }, { $0.picture = nil },
    { $0.picture?.alt += "!" },
    { $0.picture?.picture = PrintPicture(Drawing(size: Size(1, 1), shapes: []), from: [1]) },
    { $0.hotlines[0].number += "!" }, { $0.hotlines[0].name += "!" }, { $0.hotlines[1].purpose += "!" },
    { $0.slogan = StyledText("!") }, { $0.site += "!" }, { $0.organiser += "!" }, { $0.sources.append("!") },
    { $0.checked += "!" },
    { $0.expires = "!" }, { $0.date += "!" }, { $0.code += "!" }, { $0.pageAddress += "!" },
    { $0.editionAddress += "!" },
  ]

  private func digest(_ add: (inout Digest) -> Void) -> String {
    var digest = Digest()
    add(&digest)
    return digest.hex
  }
}
