/// Which constructs a Markdown text may use.
package enum Dialect: Sendable {
  /// CommonMark 0.30 and nothing else; what the specification's examples are held to.
  case commonMark
  /// What lessons are written in: CommonMark, CJK-friendly emphasis, tables, callouts, check boxes, bare links, fact
  /// names, heading ids, and line ends that vanish between Chinese characters.
  case lesson
}
