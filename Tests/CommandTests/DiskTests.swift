import Examples
import Foundation
import Testing

/// What happens when the disk refuses. Other file systems are mounted in a name space of their own, which ends with the
/// shell that made it.
@Suite struct DiskTests {
  @Test("A full disk is told as such, and the old site stays", .enabled(if: canMount, "needs unshare and mount"))
  func fullDisk() async throws {
    let script = """
      mount -t tmpfs -o size=1m none disk
      "$0" build --today 2026-11-21 --language en --output disk/public >/dev/null || exit 9
      (cd disk && find . -type f | sort | xargs sha256sum) > before
      dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null
      rm disk/filler; dd if=/dev/zero of=disk/filler bs=1024 count=$(($(df --output=avail disk | tail -1) - 16)) 2>/dev/null
      echo 'p { color: red }' > templates/assets/site.css
      "$0" build --today 2026-11-21 --language en --output disk/public; echo "exit $?"
      rm disk/filler
      (cd disk && find . -type f | sort | xargs sha256sum) | diff before - && echo unchanged
      "$0" build --today 2026-11-21 --quiet --output disk/public; echo "exit $?"
      """
    try await withTemporaryFolder { site in
      let run = try await inNamespace(script, in: site)
      #expect(
        run.errors.contains(
          ": the disk is full; free some space and try again. What was published before is unchanged."))
      #expect(run.output == "exit 2\nunchanged\nexit 0\n")
      #expect(run.status == 0)
    }
  }

  @Test("The output may lie on another file system", .enabled(if: canMount, "needs unshare and mount"))
  func otherFileSystem() async throws {
    let script = """
      mount -t tmpfs none disk
      "$0" build --today 2026-11-21 --quiet --output disk/public && find disk/public -type f | wc -l
      "$0" build --today 2026-11-21 --language en --output disk/public | grep -c '(0 files written'
      """
    try await withTemporaryFolder { site in
      let run = try await inNamespace(script, in: site)
      #expect(run.errors == "")
      #expect(run.output == "76\n1\n")
    }
  }

  @Test("A mount point cannot be exchanged, and is told as such", .enabled(if: canMount, "needs unshare and mount"))
  func mountPoint() async throws {
    let script = """
      mount -t tmpfs none disk
      "$0" build --today 2026-11-21 --language en --output disk; echo "exit $?"
      ls -A disk; ls -A | sort
      """
    try await withTemporaryFolder { site in
      let run = try await inNamespace(script, in: site)
      #expect(run.errors.contains("it is a mount point; choose a folder inside it"))
      #expect(run.output == "exit 2\ncontent\ndisk\ntemplates\n")
    }
  }

  @Test("Without the right to write, nothing happens and the reason is told")
  func noPermission() async throws {
    // The administrator may write everywhere but here.
    try await withTemporaryFolder { site in
      try makeSite("base", in: site)
      let run = try await run(
        microclass, ["build", "--today", "2026-11-21", "--language", "en", "--output", "/proc/microclass/public"],
        in: site)
      #expect(
        run.errors
          == "error: “/proc/microclass” could not be written: there is no such file. What was published before is unchanged.\n"
      )
      #expect(run.status == 2)
    }
  }

  @Test("Somebody without rights is told so", .enabled(if: canBecomeNobody, "needs root and setpriv"))
  func nobody() async throws {
    try await withTemporaryFolder { site in
      try makeSite("base", in: site)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site.path)
      let run = try await run(
        URL(filePath: "/usr/bin/setpriv"),
        ["--reuid=65534", "--regid=65534", "--clear-groups", microclass.path, "build", "--today", "2026-11-21"],
        in: site)
      #expect(run.errors == "错误：写不了“\(site.path)/.public.next”：没有权限。原来发布的内容没有改动。\n")
      #expect(run.status == 2)
      #expect(!FileManager.default.fileExists(atPath: site.path + "/public"))
    }
  }

  /// Runs a shell script in the good site, with an empty folder `disk` to mount something on; `$0` is the program.
  private func inNamespace(_ script: String, in site: URL) async throws -> Run {
    try makeSite("base", in: site)
    try FileManager.default.createDirectory(at: site.appending(path: "disk"), withIntermediateDirectories: false)
    return try await run(
      URL(filePath: "/usr/bin/unshare"), ["-rm", "/bin/bash", "-c", script, microclass.path], in: site)
  }

  private static let canMount = succeeds("/usr/bin/unshare", ["-rm", "/bin/mount", "-t", "tmpfs", "none", "/mnt"])
  private static let canBecomeNobody = succeeds(
    "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", microclass.path, "--help"])

  private static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
