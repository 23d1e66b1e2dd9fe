import Diagnostics
import Examples
import Foundation
import Testing
import YAML

/// Each example in `records/` is read as a small front matter; beside it stands what was understood and what was told.
@Suite struct RecordTests {
  @Test("Keys are read with their places, and what is wrong is told", arguments: examples(in: "YAMLTests/records"))
  func record(example: URL) throws {
    let file = SourceFile(path: example.lastPathComponent, text: try String(contentsOf: example, encoding: .utf8))
    let node = try #require(YAMLNode.reading(file).value)
    let read = Record.reading(node, in: file) { record in
      var lines: [String] = []
      func show(_ name: String, _ value: (some Any)?) {
        lines.append("\(name) = \(value.map { "\($0)" } ?? "nothing")")
      }
      show("title", record.requiredText("title")?.value)
      show("summary", record.requiredText("summary")?.value)
      show("audience", record.has("audience") ? record.requiredTexts("audience").map(\.value) : nil)
      show("order", record.integer("order")?.value)
      show("date", record.text("date")?.value)
      show("draft", record.flag("draft")?.value)
      show(
        "case",
        record.map("case") { story in
          "basis \(story.requiredText("basis")?.value ?? "nothing"), channel \(story.text("channel")?.value ?? "nothing")"
        })
      return lines.joined(separator: "\n")
    }
    let actual = (read.value ?? "not a record") + "\n\n" + told(read.diagnostics)
    let expected = example.deletingPathExtension().appendingPathExtension("expected")
    let difference = try difference(of: actual, from: expected)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Keys that somebody chose are all read, in the order of the file")
  func chosenKeys() throws {
    let file = SourceFile(path: "site.yaml", text: "zh: {name: 中文}\nen: {name: English}\n")
    let node = try #require(YAMLNode.reading(file).value)
    let read = Record.reading(node, in: file) { record in
      record.eachMap { key, language in "\(key.value): \(language.requiredText("name")?.value ?? "")" }
    }
    #expect(read.value == ["zh: 中文", "en: English"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("A map of texts gives each text with its key")
  func textsByKey() throws {
    let file = SourceFile(path: "zh.yaml", text: "home: 首页\nprint: 打印\n")
    let node = try #require(YAMLNode.reading(file).value)
    let read = Record.reading(node, in: file) { record in record.eachText().map { $0.key.value + "=" + $0.text.value } }
    #expect(read.value == ["home=首页", "print=打印"])
  }

  @Test("A value's place is where it stands in the file")
  func places() throws {
    let file = SourceFile(path: "a.yaml", text: "标题: 高息诱惑\naudience:\n  - 老人\n  - 乡亲\n")
    let node = try #require(YAMLNode.reading(file).value)
    _ = Record.reading(node, in: file) { record in
      #expect(record.text("标题").map { file.text($0.range) } == "高息诱惑")
      #expect(record.texts("audience").map { file.text($0.range) } == ["老人", "乡亲"])
    }
  }

  @Test("A list of maps is read map by map")
  func listOfMaps() throws {
    let file = SourceFile(path: "a.yaml", text: "items:\n  - {name: 一}\n  - {nam: 二}\n")
    let node = try #require(YAMLNode.reading(file).value)
    let read = Record.reading(node, in: file) { record in
      record.maps("items") { $0.text("name")?.value ?? "nothing" }
    }
    #expect(read.value == ["一", "nothing"])
    #expect(read.diagnostics.map(\.rule) == ["unknown-key"])
  }
}
