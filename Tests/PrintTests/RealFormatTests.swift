import Testing
import Typesetting

@testable import Print

/// The formats of the theme.
@Suite struct RealFormatTests {
  private static let ids = RealShop.shop?.recipes.map(\.format.id) ?? []

  @Test("No two texts, pictures or codes of a panel share a place", arguments: ids)
  func overlaps(id: String) throws {
    let format = try #require(RealShop.shop?.recipes.first { $0.format.id == id }).format
    for panel in format.panels {
      for audience in [Format.Audience.public, .local] {
        let boxes = panel.boxes.filter { box in
          guard box.audience == .all || box.audience == audience else { return false }
          switch box.content {
          case .fill, .line: return false
          case .text, .picture, .hotlines, .code, .outlet, .flow: return true
          }
        }
        for (index, box) in boxes.enumerated() {
          for other in boxes[(index + 1)...] where Self.share(box.area, other.area) {
            Issue.record("\(id), \(panel.names["en"] ?? ""): \(box.content) and \(other.content), \(audience)")
          }
        }
      }
    }
  }

  @Test("All formats of the theme can be used, and none is missing")
  func count() {
    #expect(Self.ids.count >= 11)
    #expect(Set(Self.ids).isSuperset(of: ["trifold", "a5", "sheet", "large-print", "poster", "card", "quiz", "og"]))
  }

  private static func share(_ one: Rect, _ other: Rect) -> Bool {
    one.x < other.right - 0.1 && other.x < one.right - 0.1 && one.y < other.bottom - 0.1 && other.y < one.bottom - 0.1
  }
}
