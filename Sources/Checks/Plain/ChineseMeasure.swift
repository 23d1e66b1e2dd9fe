/// How long a Chinese sentence is.
struct ChineseMeasure {
  /// Chinese characters, without marks, digits and Latin letters.
  private(set) var characters = 0
  /// Those of them that are among the 3,500 common ones.
  private(set) var common = 0
  /// Parts between commas and semicolons. An enumeration comma counts when what stands on both sides of it is long enough to
  /// be a clause and not a word in a list.
  private(set) var clauses = 1

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    /// Characters since the last mark, and before the last enumeration comma.
    var here = 0
    var before: Int?
    func closes() -> Bool { (before ?? 0) >= Self.shortestClause && here >= Self.shortestClause }
    for scalar in scalars {
      if scalar.isHan {
        characters += 1
        here += 1
        if CommonCharacters.contains(scalar) { common += 1 }
        continue
      }
      switch scalar {
      case "，", "；", ",", ";":
        if closes() { clauses += 1 }
        if here > 0 { clauses += 1 }
        (here, before) = (0, nil)
      case "、":
        if closes() { clauses += 1 }
        (here, before) = (0, here)
      default: break
      }
    }
    if closes() { clauses += 1 }
    if here == 0, clauses > 1 { clauses -= 1 }
  }

  /// Characters that an item of an enumeration must have to count as a clause.
  private static let shortestClause = 6
}
