import Content
import Markdown
import Templates

/// The story of a case as a timeline: every paragraph and every swindler's word is a station. The first has the drawing of the
/// way by which the swindlers came, the last that of how it ended; what stands before the story, such as the note on where it
/// comes from, stays before it.
enum Timeline {
  /// The stations as a list; nil when there are too few to make a line of.
  static func markup(of section: Section, of page: Page, _ nature: CaseNature, _ setting: Setting) -> Markup? {
    let document = page.document
    let icons = setting.theme.icons
    var before = Markup()
    var stations: [(kind: String, icon: Markup?, content: Markup)] = []
    for block in document.siblings(in: section.blocks) {
      let content = MarkupWriter.markup(block..<document.nodes[block].end, of: page, in: setting)
      switch document.nodes[block].kind {
      case .paragraph:
        stations.append(
          ("event", icons.icon(for: document.plainText(of: block), in: page.language.code), content))
      case .callout(.bait): stations.append(("bait", icons.icon(named: "bait"), content))
      default:
        if stations.isEmpty { before.append(content) } else { stations[stations.count - 1].content.append(content) }
      }
    }
    guard stations.count > 2 else { return nil }
    if let icon = icons.icon(channel: nature.channel) { stations[0].icon = icon }
    if stations[stations.count - 1].kind == "event" {
      stations[stations.count - 1].icon = icons.icon(outcome: nature.outcome)
      stations[stations.count - 1].kind = nature.outcome == "lost" ? "loss" : "outcome"
    }
    var list = before
    // Without its numbers some screen readers take a list for none.
    list.append(html: "<ol class=\"timeline\" role=\"list\">\n")
    for station in stations {
      list.append(html: "<li class=\"at-\(station.icon == nil ? "point" : station.kind)\">")
      if let icon = station.icon { list.append(icon) }
      list.append(html: "\n")
      list.append(station.content)
      list.append(html: "</li>\n")
    }
    list.append(html: "</ol>\n")
    return list
  }
}
