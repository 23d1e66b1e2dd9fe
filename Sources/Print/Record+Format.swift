import Diagnostics
import Typesetting
import YAML

/// What format files are written in: names that stand for something, and numbers within limits.
extension Record {
  /// A text for each language.
  mutating func words() -> [String: String] {
    Dictionary(eachText().map { ($0.key.value, $0.text.value) }) { first, _ in first }
  }

  /// One of the values of an enum.
  mutating func choice<Value: CaseIterable & RawRepresentable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    choice(key, Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) }))
  }

  /// One of several values by its name; nil when the key is missing.
  mutating func choice<Value>(_ key: String, _ values: [String: Value]) -> Value? {
    text(key).flatMap { known($0, values) }
  }

  /// What a text stands for; a text that is none of those allowed is reported.
  mutating func known<Value>(_ text: Placed<String>, _ values: [String: Value]) -> Value? {
    if let value = values[text.value] { return value }
    reportUnknown(text, among: values.keys.sorted())
    return nil
  }

  /// Reports a text that is none of those allowed.
  mutating func reportUnknown(
    _ text: Placed<String>, among known: [String], _ severity: Diagnostic.Severity = .error
  ) {
    report(
      severity, "unknown-value", at: text.range, .unknownValue(text.value), hint: .oneOf(known, near: text.value))
  }

  /// A number within limits; nil when the key is missing.
  mutating func number(_ key: String, _ limits: ClosedRange<Double>) -> Double? {
    text(key).flatMap { number(in: $0, limits) }
  }

  /// A number that must be there.
  mutating func requiredNumber(_ key: String, _ limits: ClosedRange<Double>) -> Double? {
    requiredText(key).flatMap { number(in: $0, limits) }
  }

  /// A whole number within limits; nil when the key is missing.
  mutating func integer(_ key: String, _ limits: ClosedRange<Int>) -> Int? {
    guard let number = integer(key) else { return nil }
    if limits.contains(number.value) { return number.value }
    report(
      .error, "out-of-range", at: number.range,
      .outOfRange("\(number.value)", "\(limits.lowerBound)", "\(limits.upperBound)"))
    return nil
  }

  /// Reads a list of maps, of which there must be one.
  mutating func requiredMaps<Value>(_ key: String, _ read: (inout Record) -> Value) -> [Value] {
    if let node = requiredNode(key), case .list(let items) = node.value, items.isEmpty {
      report(.error, "missing-key", at: node.range, .emptyList(key))
    }
    return maps(key, read)
  }

  /// The names of so many numbers, in their order, for hints.
  enum Series {
    case widthAndHeight, columnsAndRows, place, margins

    var count: Int {
      switch self {
      case .widthAndHeight, .columnsAndRows: 2
      case .place, .margins: 4
      }
    }
  }

  /// Numbers that must be there, each within limits.
  mutating func numbers(_ key: String, _ series: Series, _ limits: ClosedRange<Double>) -> Placed<[Double]>? {
    let texts = requiredTexts(key)
    let numbers = texts.compactMap { number(in: $0, limits) }
    guard numbers.count == texts.count, let first = texts.first, let last = texts.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    guard numbers.count == series.count else {
      report(.error, "wrong-count", at: range, .wrongCount(key, series.count), hint: .series(series))
      return nil
    }
    return Placed(numbers, at: range)
  }

  /// Any number of numbers, each within limits; none when the key is missing.
  mutating func numberList(_ key: String, _ limits: ClosedRange<Double>) -> [Double] {
    texts(key).compactMap { number(in: $0, limits) }
  }

  private mutating func number(in text: Placed<String>, _ limits: ClosedRange<Double>) -> Double? {
    guard let number = Double(text.value), number.isFinite else {
      report(.error, "wrong-type", at: text.range, .noNumber(text.value), hint: .plainNumber)
      return nil
    }
    if limits.contains(number) { return number }
    report(
      .error, "out-of-range", at: text.range,
      .outOfRange(text.value, limits.lowerBound.short, limits.upperBound.short))
    return nil
  }
}

extension Double {
  /// The number without a zero after the point.
  fileprivate var short: String { self == rounded() ? String(Int(self)) : String(self) }
}

extension Wording {
  fileprivate static func unknownValue(_ text: String) -> Wording {
    Wording(zh: "不认识“\(text)”", en: "“\(text)” is not known here")
  }

  fileprivate static func oneOf(_ values: [String], near text: String) -> Wording {
    if let nearest = Suggestion.nearest(to: text, among: values) { return .didYouMean(nearest) }
    return Wording(
      zh: "可以写：" + values.joined(separator: "、"), en: "known here: " + values.joined(separator: ", "))
  }

  fileprivate static func emptyList(_ key: String) -> Wording {
    Wording(zh: "“\(key)”里什么也没有", en: "there is nothing in `\(key)`")
  }

  fileprivate static func noNumber(_ text: String) -> Wording {
    Wording(zh: "“\(text)”不是数字", en: "“\(text)” is not a number")
  }

  fileprivate static let plainNumber = Wording(
    zh: "写半角数字，单位不写：毫米或磅。", en: "write plain digits without a unit: millimetres or points.")

  fileprivate static func outOfRange(_ text: String, _ least: String, _ most: String) -> Wording {
    Wording(zh: "“\(text)”不行：要在\(least)到\(most)之间", en: "“\(text)” will not do: from \(least) to \(most)")
  }

  fileprivate static func wrongCount(_ key: String, _ count: Int) -> Wording {
    Wording(zh: "“\(key)”要写\(count)个数", en: "`\(key)` wants \(count) numbers")
  }

  fileprivate static func series(_ series: Record.Series) -> Wording {
    switch series {
    case .widthAndHeight: Wording(zh: "依次是宽、高。", en: "width, height.")
    case .columnsAndRows: Wording(zh: "依次是几列、几行。", en: "columns, rows.")
    case .place: Wording(zh: "依次是左、上、宽、高。", en: "left, top, width, height.")
    case .margins: Wording(zh: "依次是左、上、右、下。", en: "left, top, right, bottom.")
    }
  }
}
