/// A line being read from its beginning, which can tell where in the file each of its characters is.
struct LineText {
  private var characters: ArraySlice<Character>
  /// Offset in the file of the first character that is left.
  private var offset: Int

  init(_ text: String, start: Int) {
    characters = ArraySlice(text)
    offset = start
  }

  var first: Character? { characters.first }
  /// Indices count from the first character that is left.
  var indices: Range<Int> { 0..<characters.count }

  func character(_ index: Int) -> Character? {
    index < characters.count ? characters[characters.startIndex + index] : nil
  }

  /// Offsets in the file of `count` characters from `index` on.
  func range(_ index: Int, _ count: Int) -> Range<Int> {
    let lower = offset + characters.prefix(index).reduce(0) { $0 + $1.utf8.count }
    return lower..<lower + characters.dropFirst(index).prefix(count).reduce(0) { $0 + $1.utf8.count }
  }

  func range(of count: Int) -> Range<Int> { range(0, count) }

  func hasPrefix(_ text: String) -> Bool { characters.starts(with: text) }

  func contains(_ text: String) -> Bool { index(of: text) != nil }

  func index(of text: String) -> Int? {
    indices.first { characters.dropFirst($0).starts(with: text) }
  }

  func lastIndex(of character: Character) -> Int? {
    characters.lastIndex(of: character).map { $0 - characters.startIndex }
  }

  /// What follows the first `index` characters, without spaces at its ends.
  func rest(after index: Int) -> String {
    var rest = characters.dropFirst(index).drop { $0 == " " }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  mutating func drop(_ count: Int) {
    offset += characters.prefix(count).reduce(0) { $0 + $1.utf8.count }
    characters = characters.dropFirst(count)
  }

  mutating func dropSpaces() { drop(characters.prefix { $0 == " " }.count) }

  /// Takes away a comment (` # …`) outside straight quotes, and spaces at the end.
  mutating func cutComment() {
    var quote: Character?
    var previous: Character = " "
    for index in characters.indices {
      let character = characters[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "#", previous == " " {
        characters = characters[..<index]
        break
      } else if character == "\"" || character == "'", " [{,".contains(previous) {
        quote = character
      }
      previous = character
    }
    while characters.last?.isWhitespace == true { characters.removeLast() }
  }
}
