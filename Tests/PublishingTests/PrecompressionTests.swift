import Compression
import Content
import Examples
import Foundation
import Publishing
import Testing

@Suite struct PrecompressionTests {
  /// Builds with compressed companions.
  private func publish(_ site: URL, precompressed: Bool = true) async throws -> Build.Report {
    var options = Build.Options(today: today)
    options.isPrecompressed = precompressed
    return try await Build(ProjectFolder(site.path), options).publish(to: site.path + "/public")
  }

  /// What a program makes of a file.
  private func unpacked(_ file: URL, with program: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private func files(in folder: URL, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }.sorted()
  }

  @Test("Beside every page and style sheet lies the same file as gzip and as Brotli, and beside no picture")
  func companions() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      _ = try await publish(site)
      let folder = site.appending(path: "public")
      let packed = try files(in: folder, ending: ".gz")
      let pages = try files(in: folder, ending: ".html")
      #expect(Set(packed).isSuperset(of: pages.map { $0 + ".gz" }))
      #expect(try files(in: folder, ending: ".br").map { $0.dropLast(3) } == packed.map { $0.dropLast(3) })
      #expect(!packed.contains { $0.hasSuffix(".png.gz") })
      for path in packed {
        let plain = try Data(contentsOf: folder.appending(path: String(path.dropLast(3))))
        let file = folder.appending(path: path)
        #expect(try unpacked(file, with: "gzip") == plain, "\(path)")
        #expect(try Data(contentsOf: file).count < plain.count, "\(path)")
      }
    }
  }

  @Test("The same site is compressed to the same bytes, and an unchanged file is not compressed again")
  func repetition() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      _ = try await publish(site)
      let folder = site.appending(path: "public")
      let path = try #require(try files(in: folder, ending: "lessons/fake-police.html.gz").first)
      let first = try Data(contentsOf: folder.appending(path: path))
      #expect(
        Gzip.compressed(Array(try Data(contentsOf: folder.appending(path: String(path.dropLast(3)))))) == Array(first))
      let again = try await publish(site)
      #expect(again.written == 0)

      let lesson = site.appending(path: "content/lessons/fake-police/zh.md")
      let text = try String(contentsOf: lesson, encoding: .utf8)
      try text.replacing("title: ", with: "title: 新").write(to: lesson, atomically: true, encoding: .utf8)
      let changed = try await publish(site)
      #expect(changed.written > 0 && changed.kept > changed.written / 3)
      for file in try files(in: folder, ending: ".gz") {
        let plain = try Data(contentsOf: folder.appending(path: String(file.dropLast(3))))
        #expect(try unpacked(folder.appending(path: file), with: "gzip") == plain, "\(file)")
      }
    }
  }

  @Test("A companion that somebody spoiled is made anew; without the option all of them go")
  func repair() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      _ = try await publish(site)
      let file = site.appending(path: "public/index.html.gz")
      let right = try Data(contentsOf: file)
      try Data("spoiled".utf8).write(to: file)
      _ = try await publish(site)
      #expect(try Data(contentsOf: file) == right)
      _ = try await publish(site, precompressed: false)
      #expect(try files(in: site.appending(path: "public"), ending: ".gz") == [])
      #expect(try files(in: site.appending(path: "public"), ending: ".br") == [])
    }
  }
}
