extension Claims {
  /// Reads English: a negative stands before what it negates, or right behind it: `pay nothing`.
  init(english text: [Unicode.Scalar]) {
    var reader = EnglishClaimReader(tokens: EnglishToken.tokens(of: text))
    reader.read()
    self = reader.claims
  }
}

/// Walks over an English text, clause by clause.
private struct EnglishClaimReader {
  let tokens: [EnglishToken]
  var claims = Claims()
  private var clause = Clause()
  private var index = 0
  /// Where the last deed, the last `keep` and the last `no` stand.
  private var deed = Int.min / 2
  private var keep = Int.min / 2
  private var no = Int.min / 2

  init(tokens: [EnglishToken]) { self.tokens = tokens }

  mutating func read() {
    while index < tokens.count {
      if tokens[index].kind == .word { meetWord() } else { meetMark() }
      index += 1
    }
    finish(carries: false)
  }

  private func word(_ offset: Int) -> String {
    tokens.indices.contains(index + offset) ? tokens[index + offset].text : ""
  }

  private mutating func meetMark() {
    switch tokens[index].text {
    // `May not, in general, contain`.
    case "," where word(-1) == "not": break
    case ",": finish(carries: !Self.resuming.contains(word(1)))
    case ".", ";", ":", "!", "?", "—", "(", ")": finish(carries: false)
    default: break
    }
  }

  private mutating func meetWord() {
    let word = tokens[index].text
    var evades = false
    switch Self.sieve.mayHold(word) ? Self.roles[word] : nil {
    case .not, .no:
      meetNegative(word)
      return
    case .never:
      if self.word(1) == "mind" { claims.hints += 1 } else { deny(true) }
      return
    case .forbidden:
      deny(true)
      return
    case .doubt:
      claims.doubt(in: &clause)
      return
    case .encloses:
      clause.reach.enclose()
      return
    case .but:
      finish(carries: false)
      return
    case .or:
      if claims.negatives > 0 { claims.isShared = true }
      if case .rest(let isStrong) = clause.reach, index - deed <= 3 {
        clause.reach = .head(isStrong, until: index + 4)
      }
      return
    case .from:
      if word == "out", self.word(1) == "of" { claims.hints += 1 }
      if keep + 6 > index || word == "away" && self.word(1) == "from" { claims.doubt(in: &clause) }
      return
    case .keep:
      keep = index
      evades = true
      clause.isHinted = true
    case .hold: if self.word(1) == "back" || self.word(1) == "off" { claims.doubt(in: &clause) }
    case .leave:
      evades = true
      clause.isHinted = true
    case .hang: evades = true
    case .stop:
      evades = true
      clause.isDoubtful = true
    case .lets: if self.word(1) == "go" { claims.doubt(in: &clause) }
    case .degree:
      // `Cannot do enough`, `nothing more than`.
      claims.hint(in: &clause)
      if clause.denied > 0 { clause.isDoubtful = true }
    case .hint: claims.hint(in: &clause)
    case .trait: claims.hints += 1
    case nil:
      if word.utf8.last == UInt8(ascii: "t"), word.hasSuffix("n't") {
        deny(!Self.statesOfBeing.contains(word))
        return
      }
    }
    meetDeed(word, evades: evades)
  }

  /// Meets `not`, `no`, `nothing` and the like.
  private mutating func meetNegative(_ word: String) {
    if Self.comparatives.contains(self.word(1)), self.word(2) == "than" {
      index += 2
    } else if word == "not" {
      if Self.limits.contains(self.word(1)) {
        claims.doubts += 1
      } else {
        deny(Self.modals.contains(self.word(-1)))
      }
    } else if word == "no", self.word(1) == ".", tokens.indices.contains(index + 2), tokens[index + 2].kind == .number {
      return
    } else if word == "nothing", self.word(-1) == "doing" || self.word(-1) == "for" {
      claims.hints += 1
    } else if word == "nor" || self.word(1) == "longer"
      || word == "no" && (no + 5 > index || Self.sayings.contains(self.word(-1)))
    {
      // One of several for which the other language may have one negative, or one that it may say without.
      if word == "no" { no = index }
      clause.reach = .none
      claims.deny(false, until: index + 7, in: &clause, isFirm: false)
    } else {
      if word == "no" { no = index }
      if !denyDeedBefore() { deny(false) }
    }
  }

  /// `Pay nothing`, `tell no one`.
  private mutating func denyDeedBefore() -> Bool {
    guard index - deed <= 4, claims.all.count > clause.first, let last = claims.all.last, !last.deeds.isThing,
      last.polarity == .affirmed, !clause.reach.isOpen, !Self.apart.contains(word(-1))
    else { return false }
    claims.negatives += 1
    claims.all[claims.all.count - 1].polarity = .negated
    clause.denied += 1
    clause.reach = .rest(false)
    return true
  }

  private mutating func deny(_ isStrong: Bool) {
    claims.deny(isStrong, until: index + 7, in: &clause)
  }

  private mutating func meetDeed(_ word: String, evades: Bool) {
    guard let deeds = Deeds.english(word) else {
      if word.isNegated { claims.hints += 1 }
      return
    }
    if word.hasPrefix("t"), self.word(1) == "part" { return }
    if deeds.isThing {
      claims.all.append(.init(deeds: deeds, polarity: polarityOfThing))
    } else if Self.articles.contains(self.word(-1)) {
      claims.all.append(.init(deeds: deeds, polarity: .unclear, evades: evades))
    } else {
      claims.state(deeds, at: index + 1, evades: evades, in: &clause)
    }
    deed = index
  }

  private var polarityOfThing: Claims.Polarity {
    for before in [word(-1), word(-2)] {
      switch before {
      case "no", "without": return .negated
      case "a", "an", "with", "have", "has", "had": return .affirmed
      default: break
      }
    }
    return .unclear
  }

  /// Ends a clause; whether a negative goes on in the next nobody knows.
  private mutating func finish(carries: Bool) {
    let isOpen = clause.reach.isOpen
    claims.end(&clause, from: clause.first)
    clause.reach = carries && isOpen ? .carried : .none
  }
}

extension String {
  /// Whether it begins or ends as many negatives do.
  fileprivate var isNegated: Bool {
    switch utf8.first {
    case UInt8(ascii: "u") where hasPrefix("un"): self != "unlawfully"
    case UInt8(ascii: "d") where hasPrefix("dis"): true
    default: utf8.last == UInt8(ascii: "s") && hasSuffix("less")
    }
  }
}

extension EnglishClaimReader {
  /// What a word does to its clause.
  private enum Role {
    case not, no, never, forbidden, doubt, hint
    /// A hint that says nothing of the deeds around it.
    case trait
    /// It begins a clause within the clause.
    case encloses
    case but, or, from, keep, leave, hang, stop, hold, lets, degree
  }

  private static let roles: [String: Role] = {
    let words: KeyValuePairs<String, Role> = [
      "not": .not, "never": .never, "cannot forbidden prohibited": .forbidden, "but": .but, "or": .or,
      "no none nobody nothing neither nor nowhere": .no,
      "if when who that which what how why because so while whatever where whose": .encloses,
      "leave leaves left leaving wait waits waited waiting": .leave,
      "hang hangs hung hanging": .hang, "stop stops stopped stopping": .stop,
      "keep keeps kept keeping": .keep, "hold holds held holding": .hold, "let lets": .lets, "enough than": .degree,
      "strange stranger strangers": .trait,
      "from out away off secret quiet private yourself clear": .from,
      """
      only until without before ignore avoid skip hardly barely unless instead against beware careful resist unlikely \
      free prevent
      """: .doubt,
      """
      stays stayed staying few little less wrong false fake lose lost loss losses fail fails miss missing lack lacks empty \
      deny decline barred stay dead gone outside except excepted invalid impossible illegal rude \
      whether silent breaking breaks broken spare closed short different differ differs differently bad mind zero nil shut \
      exactly same protects fine forget nobody's alone secrets whole must doubt doubts anxious worried rather
      """: .hint,
    ]
    var roles: [String: Role] = [:]
    for (list, role) in words { for word in list.split(separator: " ") { roles[String(word)] = role } }
    return roles
  }()

  private static let sieve = Sieve(words: roles.keys)

  /// What may follow a comma when a negative does not go on behind it.
  private static let resuming: Set<String> = ["and", "but", "so", "then"]
  private static let comparatives: Set<String> = ["more", "less", "fewer", "later", "earlier", "higher", "lower"]
  /// `Not only` denies nothing.
  private static let limits: Set<String> = ["only", "just", "merely", "least"]
  /// Before `not`, they make it a prohibition.
  private static let modals: Set<String> = ["do", "may", "must", "should", "can", "will", "shall", "need"]
  private static let statesOfBeing: Set<String> = ["isn't", "wasn't", "aren't"]
  /// `Say no` may be another word for leaving it.
  private static let sayings: Set<String> = ["say", "said", "says", "saying"]
  /// Between a deed and `nobody`, they keep them apart: `a room with nobody in it`.
  private static let apart: Set<String> = ["with", "of", "in", "on", "under", "has", "have", "is"]
  private static let articles: Set<String> = [
    "a", "an", "the", "this", "that", "your", "their", "his", "her", "our", "its", "any", "no", "each", "every", "own",
  ]
}
