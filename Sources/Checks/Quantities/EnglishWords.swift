/// What English words say about numbers.
enum EnglishWords {
  /// All words with which a quantity can begin.
  static let beginners: Set<String> = {
    var words: Set<String> = [
      "a", "an", "half", "once", "twice", "thrice", "both", "couple", "pair", "two's", "neither", "either", "fortnight",
      "several",
    ]
    words.formUnion(articles)
    for table in [small, tens, months, plurals, ordinals, spans] { words.formUnion(table.keys) }
    words.formUnion(multiples.keys)
    return words
  }()

  /// Lets the beginners through.
  static let sieve = Sieve(words: beginners)

  static let small: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let powers: [String: Int] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    "dozen": 12,
  ]
  /// Written right behind digits.
  static let shortPowers: [String: Int] = [
    "k": 1000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000, "tn": 1_000_000_000_000,
  ]
  static let plurals: [String: Int] = [
    "dozens": 10, "tens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
    "billions": 1_000_000_000,
  ]
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]
  /// Parts of a whole: `two thirds`.
  static let fractions: [String: Int] = [
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
    "tenth": 10, "tenths": 10, "half": 2, "halves": 2, "eighth": 8, "eighths": 8,
  ]
  /// How many times as much; true where it can be nothing else.
  static let multiples: [String: (factor: Int, isCertain: Bool)] = [
    "double": (2, false), "doubled": (2, true), "doubles": (2, true), "doubling": (2, true), "twofold": (2, true),
    "triple": (3, true), "tripled": (3, true), "treble": (3, true), "trebled": (3, true), "threefold": (3, true),
    "tripling": (3, true), "quadruple": (4, true), "quadrupled": (4, true), "fourfold": (4, true),
    "fivefold": (5, true), "sixfold": (6, true), "tenfold": (10, true), "eightfold": (8, true),
  ]
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
  static let currencies: [String: Quantity.Currency] = [
    "rmb": .yuan, "cny": .yuan, "yuan": .yuan, "renminbi": .yuan, "¥": .yuan, "kuai": .yuan, "usd": .usDollar,
    "$": .usDollar, "dollar": .usDollar, "dollars": .usDollar, "eur": .euro, "€": .euro, "euro": .euro,
    "euros": .euro, "gbp": .pound, "£": .pound, "pounds": .pound, "pound": .pound, "yen": .yen, "jpy": .yen,
    "hkd": .hongKongDollar, "aud": .otherDollar, "cad": .otherDollar, "won": .won, "fen": .fen, "jiao": .fen,
    "cent": .fen, "cents": .fen,
  ]
  /// Durations as so many months or seconds.
  static let durations: [String: (unit: Quantity.Unit, factor: Int)] = [
    "year": (.months, 12), "years": (.months, 12), "yr": (.months, 12), "yrs": (.months, 12), "month": (.months, 1),
    "months": (.months, 1), "week": (.time, 604_800), "weeks": (.time, 604_800), "fortnight": (.time, 1_209_600),
    "fortnights": (.time, 1_209_600), "day": (.time, 86_400), "days": (.time, 86_400), "hour": (.time, 3600),
    "hours": (.time, 3600), "hrs": (.time, 3600), "minute": (.time, 60), "minutes": (.time, 60), "mins": (.time, 60),
    "min": (.time, 60), "seconds": (.time, 1), "decade": (.months, 120), "decades": (.months, 120),
  ]
  /// Units of time in seconds, without a number before them.
  static let spans: [String: Int] = [
    "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800, "months": 2_592_000, "years": 31_536_000,
  ]
  static let people: Set<String> = [
    "people", "persons", "person", "victims", "victim", "customers", "residents", "students", "villagers", "visitors",
    "participants", "depositors", "officers", "volunteers", "children", "users", "members", "men", "women", "pupils",
    "teachers", "investors", "borrowers", "suspects", "readers", "pensioners", "farmers", "workers", "employees",
  ]
  static let attendances: Set<String> = [
    "attendances", "attendance", "visits", "participations", "contacts", "attendees",
  ]
  static let households: Set<String> = ["household", "households", "families"]
  /// Words between a number and what it counts.
  static let fillers: Set<String> = [
    "full", "whole", "calendar", "consecutive", "more", "other", "straight", "separate", "different", "natural",
    "older", "elderly", "young", "new", "local", "further", "additional", "extra", "successive",
  ]
  static let periods: [String: Quantity.Period] = [
    "year": .year, "annum": .year, "month": .month, "day": .day, "transaction": .transaction, "payment": .transaction,
    "transfer": .transaction, "person": .person, "head": .person, "yearly": .year, "annually": .year,
    "annualised": .year, "annualized": .year, "annual": .year, "monthly": .month, "daily": .day, "apr": .year,
    "item": .transaction, "order": .transaction, "single": .transaction, "each": .transaction,
  ]
  static let articles: Set<String> = ["article", "articles", "art", "arts", "section", "sections", "clause", "clauses"]
  static let callers: Set<String> = [
    "dial", "call", "calls", "ring", "phone", "hotline", "line", "lines", "number", "numbers", "telephone", "tel",
    "text", "dialled", "called", "calling", "dialling", "on",
  ]
  /// Words that end a look around.
  static let borders: Set<String> = [".", ",", ";", ":", "(", ")", "“", "”", "\"", "?", "!", "\u{FFFC}", "—"]

  /// Words right before a number, as they stand, longest first.
  static let before: [([String], Quantity.Qualifier)] = [
    (["may", "not", "exceed"], .atMost), (["not", "to", "exceed"], .atMost), (["must", "not", "exceed"], .atMost),
    (["no", "more", "than"], .atMost), (["not", "more", "than"], .atMost), (["not", "over"], .atMost),
    (["not", "exceeding"], .atMost), (["not", "exceed"], .atMost), (["no", "less", "than"], .atLeast),
    (["no", "fewer", "than"], .atLeast), (["not", "less", "than"], .atLeast), (["not", "fewer", "than"], .atLeast),
    (["more", "than"], .more), (["upwards", "of"], .more), (["greater", "than"], .more), (["less", "than"], .under),
    (["fewer", "than"], .under), (["lower", "than"], .under), (["short", "of"], .under), (["at", "least"], .atLeast),
    (["minimum", "of"], .atLeast), (["as", "little", "as"], .atLeast), (["up", "to"], .atMost),
    (["at", "most"], .atMost),
    (["maximum", "of"], .atMost), (["as", "much", "as"], .atMost), (["as", "many", "as"], .atMost),
    (["limited", "to"], .atMost), (["capped", "at"], .atMost), (["cap", "of"], .atMost), (["limit", "of"], .unclear),
    (["limit", "is"], .unclear), (["close", "to"], .nearly), (["just", "under"], .nearly), (["just", "over"], .more),
    (["well", "over"], .more), (["not", "quite"], .nearly), (["nearly"], .nearly), (["almost"], .nearly),
    (["about"], .about), (["around"], .about), (["roughly"], .about), (["approximately"], .about), (["some"], .about),
    (["circa"], .about), (["over"], .more), (["above"], .more), (["exceeding"], .more), (["exceeded"], .more),
    (["exceeds"], .more), (["beyond"], .more), (["under"], .under), (["below"], .under), (["within"], .unclear),
    (["maximum"], .atMost), (["minimum"], .atLeast), (["exceed"], .more), (["in"], .unclear), (["~"], .about),
    ([">"], .more), (["<"], .under), (["≥"], .atLeast), (["≤"], .atMost),
  ]
  /// Words right behind a quantity.
  static let behind: [([String], Quantity.Qualifier)] = [
    (["or", "more"], .atLeast), (["and", "above"], .atLeast), (["and", "over"], .atLeast), (["or", "above"], .atLeast),
    (["and", "up"], .atLeast), (["and", "more"], .atLeast), (["or", "over"], .atLeast), (["or", "less"], .atMost),
    (["or", "fewer"], .atMost), (["or", "under"], .atMost), (["or", "below"], .atMost), (["and", "under"], .atMost),
    (["at", "most"], .atMost), (["at", "least"], .atLeast), (["or", "so"], .about), (["odd"], .about),
    (["plus"], .more),
    (["+"], .more), (["at", "the", "most"], .atMost), (["at", "the", "least"], .atLeast),
  ]
  static let beforeDate: [String: Quantity.Qualifier] = [
    "by": .before, "before": .before, "until": .before, "till": .before, "since": .from, "from": .from, "after": .from,
    "end": .before,
  ]
}
