package import Content

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
    /// They were put where the site is being made, so that they take no memory.
    case placed(Imprint)
  }

  /// What has to be known of a file that is no longer in memory.
  package struct Imprint: Sendable {
    /// In bytes.
    package let size: Int
    /// Of what a reader's device keeps and is told the digest of; of everything else zero.
    package let digest: UInt64
    /// The paths of the assets that a page names, each once.
    package let assets: [String]

    package init(size: Int, digest: UInt64, assets: [String]) {
      (self.size, self.digest, self.assets) = (size, digest, assets)
    }
  }

  /// Path below `public/`, with `/` between the parts; unique in a site.
  package let path: String
  package let content: Content
  /// The bundle of which this shows what it says, and of others only what their neighbours and all pages show; nil for what
  /// shows more of others.
  package private(set) var bundle: String?

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// The same output, which shows only what a bundle says.
  func about(_ bundle: Bundle) -> Output {
    var output = self
    output.bundle = Self.name(of: bundle)
    return output
  }

  /// A bundle's name: its folder below `content/`.
  package static func name(of bundle: Bundle) -> String { "\(bundle.kind.folder)/\(bundle.slug)" }

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
    case .bytes, .file, .published, .placed: self
    }
  }

  /// The bytes of a file that is in memory; none for one that lies on the disk.
  package var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .unmade(let make): make()
    case .file, .published, .placed: []
    }
  }
}
