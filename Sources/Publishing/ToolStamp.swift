import Glibc
import Print

/// Tells one build of the program from another: what an older one rendered is rendered again.
enum ToolStamp {
  /// A digest of the program's own bytes and of the libraries it runs with; the same for the same program wherever it
  /// lies. Nil when the system does not tell, and then nothing may be kept from one run to the next.
  ///
  /// The program is read (4 ms for 11 MB), because its times and number on the disk change where it is only copied, and
  /// stay where a build system sets them. Of a library its size and time suffice: they come from its package.
  static let current: String? = {
    guard let program = Digest(ofFile: "/proc/self/exe"), let maps = try? FileSystem.readAll("/proc/self/maps") else {
      return nil
    }
    var libraries: Set<String> = []
    for line in maps.split(separator: UInt8(ascii: "\n")) {
      guard let slash = line.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let path = String(decoding: line[slash...], as: UTF8.self)
      // Tables of other encodings are loaded only when a text needs them.
      guard path.contains(".so"), !path.contains("/gconv/"), let stamp = FileStamp(of: path) else { continue }
      let name = path.split(separator: "/").last ?? ""
      libraries.insert("\(name) \(stamp.size) \(stamp.seconds)")
    }
    var digest = Digest()
    for library in libraries.sorted() { digest.add(library) }
    return program.hex + digest.hex
  }()
}
