import Compression
import Editions

/// Beside every text file of a site the same file as gzip and as Brotli, for hosts that send such files as they lie there.
struct Precompression: Sendable {
  /// The folder of the published site.
  private let folder: String

  init(for folder: String) { self.folder = folder }

  /// The endings of files that become smaller. Pictures and printed sheets are compressed as they are.
  private static let endings = ["html", "css", "js", "json", "svg", "xml", "txt", "csv", "webmanifest"]
  /// A file of fewer bytes goes in one packet in any case.
  private static let least = 400

  /// The compressed companions of outputs. What was compressed for the site that stands there is not compressed again.
  func companions(of outputs: [Output]) async -> [Output] {
    let texts = outputs.filter { output in
      output.bytes.count >= Self.least && Self.endings.contains { output.path.hasSuffix("." + $0) }
    }
    let publication = self
    return await inParallel(texts, by: 1) { publication.companions(of: $0) }.flatMap(\.self)
  }

  private func companions(of output: Output) -> [Output] {
    let (gzip, brotli) = (output.path + ".gz", output.path + ".br")
    let file = folder + "/" + output.path
    // The two were published in one step: where the one is right, so is the other.
    if let old = try? FileSystem.read(folder + "/" + gzip), Gzip.holds(output.bytes, old),
      FileSystem.kind(of: folder + "/" + brotli) == .file, (try? FileSystem.read(file)) == output.bytes
    {
      return [Output(path: gzip, content: .published), Output(path: brotli, content: .published)]
    }
    let made = [(gzip, Gzip.compressed(output.bytes)), (brotli, Brotli.compressed(output.bytes))]
    return made.compactMap { path, bytes in bytes.map { Output(path: path, bytes: $0) } }
  }
}
