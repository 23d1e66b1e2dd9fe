public import Foundation

/// How a program ended and what it wrote.
public struct Run: Sendable {
  /// The exit code; a program that a signal ended has 128 more than the signal's number, as in a shell.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
}

/// The `microclass` that was built together with the tests.
public let microclass = (Bundle.main.executableURL ?? URL(filePath: "/")).deletingLastPathComponent()
  .appending(path: "microclass")

/// Runs a program to its end. What it writes goes to files, so that it never waits for a reader.
/// - Parameter onStart: is called with the running process, for those who want to disturb it.
public func run(
  _ program: URL, _ arguments: [String], in folder: URL, onStart: (Process) throws -> Void = { _ in }
) async throws -> Run {
  try await withTemporaryFolder { scratch in
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let files = ["output", "errors"].map { scratch.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let ended = AsyncStream<Void> { stream in process.terminationHandler = { _ in stream.finish() } }
    try process.run()
    try onStart(process)
    for await _ in ended {}
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let isSignalled = process.terminationReason == .uncaughtSignal
    return Run(
      status: process.terminationStatus + (isSignalled ? 128 : 0), output: texts[0], errors: texts[1])
  }
}
