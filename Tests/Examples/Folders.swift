public import Foundation
private import Glibc

/// Does something in a new, empty folder, which is removed afterwards.
public func withTemporaryFolder<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "microclass-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await work(folder)
}

/// Every file below a folder with its bytes, by its path below the folder. A symbolic link stands as `-> target`.
public func files(in folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  guard FileManager.default.fileExists(atPath: folder.path) else { return files }
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appending(path: path)
    // FileManager would look up the owner's name for each.
    var status = stat()
    guard lstat(file.path, &status) == 0 else { continue }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: continue
    case S_IFLNK:
      files[path] = Data("-> \(try FileManager.default.destinationOfSymbolicLink(atPath: file.path))".utf8)
    default: files[path] = try Data(contentsOf: file)
    }
  }
  return files
}

/// Writes files, given by their paths below a folder, over those that are there.
public func write(_ files: [String: Data], to folder: URL) throws {
  var made: Set<URL> = []
  for (path, bytes) in files {
    let file = folder.appending(path: path)
    if made.insert(file.deletingLastPathComponent()).inserted {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    }
    try bytes.write(to: file)
  }
}

/// Compares a folder with an expected one, file by file; with `UPDATE_EXPECTED=1` the expected one is written anew.
/// - Returns: a line for each file that is missing, superfluous or different.
public func differences(of folder: URL, from expected: URL) throws -> [String] {
  let actual = try files(in: folder)
  if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
    try? FileManager.default.removeItem(at: expected)
    try write(actual, to: expected)
  }
  let wanted = try files(in: expected)
  return Set(actual.keys).union(wanted.keys).sorted().compactMap { path in
    guard let left = wanted[path] else { return "\(path) is not expected" }
    guard let right = actual[path] else { return "\(path) is missing" }
    if left == right { return nil }
    let texts = [left, right].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let line =
      zip(texts[0], texts[1]).enumerated().first { $1.0 != $1.1 }?.offset ?? min(texts[0].count, texts[1].count)
    return "\(path) differs in line \(line + 1)"
  }
}

/// The folder `Tests/Sites/`: a small good site, and what makes it bad.
public let sitesFolder = testsFolder.appending(path: "Sites")

/// Makes a copy of the good site, `Tests/Sites/base/`, in an empty folder.
public func makeBaseSite(in folder: URL) throws {
  for part in ["content", "templates"] {
    try write(files(in: sitesFolder.appending(path: "base/\(part)")), to: folder.appending(path: part))
  }
}
