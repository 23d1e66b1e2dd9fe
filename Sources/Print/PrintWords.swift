import Content
import Editions

/// The words on printed sheets in one language, from `templates/strings/<language>.yaml`.
struct PrintWords: Hashable, Sendable {
  private let table: [String: String]

  init(_ words: Words) {
    table = words.table
  }

  /// A word by its name; the name itself where there is none, which the theme has reported.
  subscript(name: String) -> String { table[name] ?? name }

  func has(_ name: String) -> Bool { table[name] != nil }

  /// All words by name, for telling whether a sheet must be made again.
  var all: [String: String] { table }

  /// The label of a callout.
  func label(_ callout: PrintCallout) -> String { self["callout_" + callout.rawValue] }

  /// The words that printed sheets need, whatever the formats say.
  static let required = [
    "callout_note", "callout_tip", "callout_warning", "callout_bait", "label_colon", "source_separator", "sources",
    "checked_label", "expires_label", "organised_by", "full_stop", "print_edition", "print_scan_lesson",
    "print_scan_edition", "print_version", "print_choose_all", "print_true_false", "print_choose_one",
    "print_kit_title", "phone_label", "hours_label",
  ]
}
