/// One file of the published site.
package struct Output: Sendable {
  /// Path below `public/`, with `/` between the parts; unique in a site.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
