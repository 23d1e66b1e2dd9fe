import Print

extension Digest {
  /// The digest of a file's bytes; nil when it cannot be read.
  init?(ofFile path: String) {
    self.init()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      let file = try FileReader(path)
      while case let count = try file.read(into: &buffer), count > 0 { add(Array(buffer.prefix(count))) }
    } catch {
      return nil
    }
  }
}
