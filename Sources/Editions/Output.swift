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

  /// What decides what an output says.
  package enum Subject: Sendable {
    /// A bundle, by its name; and of others only what their neighbours and all pages show.
    case bundle(String)
    /// What lists show of all bundles: their front matter, whether they have a quiz and how long it is, and what can be
    /// printed of them.
    case listing
    /// All pages in a language: it is one of so many files that belong together.
    case index(Language, files: Int)
  }

  /// Path below `public/`, with `/` between the parts; unique in a site.
  package let path: String
  package let content: Content
  /// Nil for what shows something of many bundles.
  package private(set) var subject: Subject?

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// The same output, which shows only what a bundle says.
  func about(_ bundle: Bundle) -> Output {
    about(.bundle(Self.name(of: bundle)))
  }

  /// The same output, for which it is known what decides it.
  package func about(_ subject: Subject) -> Output {
    var output = self
    output.subject = subject
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
    case .unmade(let make): having(.bytes(make()))
    case .bytes, .file, .published, .placed: self
    }
  }

  /// The same file where the site is being made, or already stands.
  package func placed(_ imprint: Imprint) -> Output { having(.placed(imprint)) }

  private func having(_ content: Content) -> Output {
    var output = Output(path: path, content: content)
    output.subject = subject
    return output
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
