import Diagnostics
import Examples
import Foundation
import Testing

@testable import Print

/// Each file in `Mistakes/` shows mistakes that a designer can make: what stands in the good file (`format.yaml`, or
/// `colours.yaml` for the examples of that name), what is written instead, and what the designer is told.
@Suite struct MistakeTests {
  static let folder = testsFolder.appending(path: "PrintTests/Mistakes")

  @Test(
    "A mistake in a format is told with its place, and the format is not used",
    arguments: ["words", "numbers", "missing", "absurd"])
  func formats(name: String) throws {
    try check(name, of: "format.yaml") { source in
      let read = Format.reading(source, id: "format")
      return (read.value == nil, read.diagnostics)
    }
  }

  @Test("A mistake in the colours is told with its place, and the colours are not used")
  func colours() throws {
    try check("colours", of: "colours.yaml") { source in
      let read = Palette.reading(source)
      return (read.value == nil, read.diagnostics)
    }
  }

  @Test("The good files have nothing to tell")
  func good() throws {
    let format = Format.reading(try Self.source("format.yaml", Self.text("format.yaml")), id: "format")
    #expect(format.diagnostics == [] && format.value != nil)
    let palette = Palette.reading(try Self.source("colours.yaml", Self.text("colours.yaml")))
    #expect(palette.diagnostics == [] && palette.value != nil)
  }

  @Test("Text that a format would lose is told, and the format is used")
  func lostText() throws {
    func told(_ original: String, _ written: String) throws -> [String] {
      let text = try Self.text("format.yaml").replacing(original, with: written)
      let source = Self.source("format.yaml", text)
      let read = Format.reading(source, id: "format", roles: ["how", "signs", "act"])
      #expect(read.value != nil)
      return read.diagnostics.map { told in
        let start = told.place.range?.lowerBound
        return "\(start?.line ?? 0):\(start?.column ?? 0) \(told.rule) \(told.hint?.en ?? "")"
      }
    }
    #expect(try told("order: 10", "order: 11") == [])
    #expect(try told("[signs, act]", "[sings, act, other]") == ["19:18 unknown-value did you mean “signs”?"])
    #expect(
      try told("      - {is: flow, flow: body}\n", "") == [
        "19:3 unused-flow add a box to a panel: {is: flow, flow: body, at: […]}; or take this line out."
      ])
  }

  private func check(
    _ name: String, of good: String, _ read: (SourceFile) throws -> (isRefused: Bool, found: [Diagnostic])
  ) throws {
    let file = Self.folder.appending(path: name + ".md")
    let text = try Self.text(good)
    let mistakes = MistakeFile(try String(contentsOf: file, encoding: .utf8))
    let told = try mistakes.mistakes.map { mistake in
      #expect(mistake.original == "everything" || text.ranges(of: mistake.original).count == 1, "\(mistake.original)")
      let wrong =
        mistake.original == "everything" ? mistake.written : text.replacing(mistake.original, with: mistake.written)
      let (isRefused, found) = try read(Self.source(good, wrong))
      #expect(isRefused, "“\(mistake.written)” instead of “\(mistake.original)” was accepted")
      #expect(found.contains { $0.severity == .error }, "“\(mistake.written)” was refused without a word")
      return DiagnosticText(language: .zh).text(of: found) + DiagnosticText(language: .en).text(of: found)
    }
    let difference = try difference(of: mistakes.text(told: told), from: file)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func source(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: "templates/print/" + name, text: text)
  }
}

/// A text with fenced examples of mistakes, three fences each: `instead of`, `is written`, `told`.
private struct MistakeFile {
  struct Mistake {
    let original: String
    let written: String
  }

  private(set) var mistakes: [Mistake] = []
  /// The texts before, between and after what is told.
  private var parts: [String] = [""]

  init(_ text: String) {
    var fences: [String: String] = [:]
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if fence == nil, line.hasPrefix("```") {
        let name = String(line.dropFirst(3))
        fence = name
        fences[name] = ""
        parts[parts.count - 1] += line + "\n"
        if name == "told" { parts.append("") }
      } else if let name = fence, line == "```" {
        fence = nil
        parts[parts.count - 1] += "```\n"
        if name == "told" {
          let texts = ["instead of", "is written"].map { String((fences[$0] ?? "").dropLast()) }
          mistakes.append(Mistake(original: texts[0], written: texts[1]))
        }
      } else {
        if let name = fence { fences[name, default: ""] += line + "\n" }
        if fence != "told" { parts[parts.count - 1] += line + "\n" }
      }
    }
  }

  /// The file with what is told now.
  func text(told: [String]) -> String {
    zip(parts, told + [""]).map { $0 + $1 }.joined()
  }
}
