/// One file of the published site.
package struct Output: Sendable {
  /// Where the bytes of a file come from.
  package enum Content: Sendable {
    /// They were made in memory.
    case bytes([UInt8])
    /// They are made when they are asked for: a check asks for none.
    case unmade(@Sendable () -> [UInt8])
    /// They lie on the disk, in a file that is given a second name in the site, so that large files take no memory.
    case file(at: String)
    /// The file that stands published at this path is still right.
    case published
  }

  /// Path below `public/`, with `/` between the parts; unique in a site.
  package let path: String
  package let content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, content: .bytes(bytes))
  }

  package init(path: String, making bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, content: .unmade(bytes))
  }

  /// The same file with its bytes in memory, if it is not one that lies on the disk.
  package var made: Output {
    switch content {
    case .unmade(let make): Output(path: path, bytes: make())
    case .bytes, .file, .published: self
    }
  }

  /// The bytes of a file that is made in memory; none for one that lies on the disk.
  package var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .unmade(let make): make()
    case .file, .published: []
    }
  }
}
