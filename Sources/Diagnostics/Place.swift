/// Where in the project something is: a file, and mostly a range of characters in it.
package struct Place: Hashable, Sendable {
  /// The file's path below the project's root, with `/` between the parts.
  package let path: String
  /// First character and the one after the last; nil when the whole file is meant.
  package let range: Range<Position>?
  /// The text of the line in which the range starts, without its line end, for showing; cut to 400 characters.
  package let line: String?

  package init(path: String, range: Range<Position>? = nil, line: String? = nil) {
    self.path = path
    self.range = range
    self.line = line
  }
}
