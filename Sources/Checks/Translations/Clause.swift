/// What is known of a clause while it is read.
struct Clause {
  /// How far the last negative reaches.
  var reach = Reach.none
  /// Its first claim among those of the text.
  var first = 0
  /// Negatives that are nothing but negatives.
  var denied = 0
  /// The first claim that they may negate.
  var start = 0
  /// Whether it has a word that may turn all of it round.
  var isDoubtful = false
  /// Whether it has a word that may be a negative in the other language.
  var isHinted = false
}

/// How far a negative reaches, at a place in a clause.
enum Reach {
  case none
  /// The next deed is what it negates, if it comes soon enough.
  case head(_ isStrong: Bool, until: Int)
  /// The deed was met; of what follows nobody knows.
  case rest(_ isStrong: Bool)
  /// Two negatives, or what stands behind `if` and `who`.
  case unclear
  /// A prohibition of the clause before, which may go on.
  case carried

  /// Whether what comes next may be negated by it.
  var isOpen: Bool {
    switch self {
    case .head, .rest, .unclear, .carried: true
    case .none: false
    }
  }

  var forbids: Bool {
    switch self {
    case .head(let isStrong, _), .rest(let isStrong): isStrong
    case .unclear, .carried: true
    case .none: false
    }
  }

  /// Meets a negative, which finds what it negates before a place.
  mutating func deny(_ isStrong: Bool, until end: Int) {
    switch self {
    case .none, .carried, .rest: self = .head(isStrong, until: end)
    case .head, .unclear: self = .unclear
    }
  }

  /// Meets a deed that is itself a negative, as `refuse`: what follows may be either.
  mutating func refuse() {
    switch self {
    case .none, .carried: self = .unclear
    case .head, .rest, .unclear: break
    }
  }

  /// Meets `if`, `who` or another word that begins a clause within the clause.
  mutating func enclose() {
    switch self {
    case .head, .rest: self = .unclear
    case .none, .unclear, .carried: break
    }
  }

  /// What is said about a deed that is met at a place.
  mutating func polarity(at index: Int) -> Claims.Polarity {
    switch self {
    case .none: return .affirmed
    case .head(let isStrong, let end):
      self = .rest(isStrong)
      return index <= end ? .negated : .unclear
    case .rest, .unclear, .carried: return .unclear
    }
  }
}
