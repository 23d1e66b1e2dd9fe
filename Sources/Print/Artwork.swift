package import Diagnostics

/// Costly files that share the work of making them; each is made only when something that decides it has changed.
package struct Artwork: Sendable {
  package struct File: Hashable, Sendable {
    /// Path below `public/`.
    package let path: String
    /// A digest of everything that decides the file's bytes, fonts and format included; the same on every machine. The
    /// program itself is not in it.
    package let key: String

    package init(path: String, key: String) {
      self.path = path
      self.key = key
    }
  }

  package let files: [File]
  /// Makes the wanted files (indices in `files`) one after the other and hands over each as soon as it is finished. What
  /// cannot be printed is reported and not handed over. Throws only what `deliver` throws.
  package let render: @Sendable (_ wanted: [Int], _ deliver: (Int, [UInt8]) throws -> Void) throws -> [Diagnostic]

  package init(
    files: [File],
    render: @escaping @Sendable (_ wanted: [Int], _ deliver: (Int, [UInt8]) throws -> Void) throws -> [Diagnostic]
  ) {
    self.files = files
    self.render = render
  }
}
