import Examples
import Foundation
import Testing

/// Each file in `Runs/` says which of `Tests/Sites/` is used (`base`, one of `bad/`, or `none`), which commands are given
/// one after the other, and what each of them answers. A line `remove:` takes a file away first, a line `copy:` brings one of this
/// project's own, such as a format for paper. Seconds stand as `N.NN`, sizes as `N KB`, the site's folder as `/site`,
/// today's date as `YYYY-MM-DD` where no other day was given, and the escape character of colours as `\e`.
@Suite struct RunTests {
  static let folder = testsFolder.appending(path: "CommandTests/Runs")

  @Test("A command answers as its file in Runs/ shows", arguments: names())
  func answers(name: String) async throws {
    let file = Self.folder.appending(path: name + ".txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let kind = try #require(lines.first { $0.hasPrefix("site: ") }?.dropFirst(6))
    try await withTemporaryFolder { site in
      try makeSite(String(kind), in: site)
      for line in lines where line.hasPrefix("remove: ") {
        try FileManager.default.removeItem(at: site.appending(path: line.dropFirst(8)))
      }
      for line in lines where line.hasPrefix("copy: ") {
        let own = testsFolder.deletingLastPathComponent().appending(path: line.dropFirst(6))
        let target = site.appending(path: line.dropFirst(6))
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: own, to: target)
      }
      var text = lines.prefix { !$0.hasPrefix("$ ") }.joined(separator: "\n") + "\n"
      for command in lines where command.hasPrefix("$ microclass") {
        let arguments = command.split(separator: " ").dropFirst(2).map(String.init)
        let run = try await run(microclass, arguments, in: site)
        var said = shown("stdout", run.output, in: site) + shown("stderr", run.errors, in: site)
        if !arguments.contains("--today") {
          said = said.replacing(Date.now.formatted(.iso8601.year().month().day()), with: "YYYY-MM-DD")
        }
        text += "\(command)\n\(said)--- exit \(run.status)\n"
      }
      let difference = try difference(of: text, from: file)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  private func shown(_ stream: String, _ text: String, in site: URL) -> String {
    if text.isEmpty { return "" }
    let normal = text.replacing(site.path, with: "/site").replacing("\u{1B}", with: "\\e")
      .replacing(/[0-9]+\.[0-9]{2}(?=秒| s\.)/, with: "N.NN")
      .replacing(/[0-9.]+ [KM]B/, with: "N KB")
    return "--- \(stream)\n" + normal + (normal.hasSuffix("\n") ? "" : "(no line end)\n")
  }

  static func names() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }
}

/// Makes the good site in a folder, and makes it bad when `kind` is one of `Tests/Sites/bad/`; nothing for `none`.
func makeSite(_ kind: String, in site: URL) throws {
  if kind == "none" { return }
  try makeBaseSite(in: site)
  if kind == "base" { return }
  let folder = sitesFolder.appending(path: "bad/\(kind)")
  try #require(FileManager.default.fileExists(atPath: folder.path), "no such site: \(kind)")
  let files = try files(in: folder)
  try write(files.filter { !["diagnostics.txt", "delete.txt"].contains($0.key) }, to: site)
  for path in String(decoding: files["delete.txt"] ?? Data(), as: UTF8.self).split(separator: "\n") {
    try FileManager.default.removeItem(at: site.appending(path: path))
  }
}
