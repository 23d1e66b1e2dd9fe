import Typesetting

/// What each glyph of a face stands for wherever it is used: the source of the font's ToUnicode map.
struct GlyphTexts: Sendable {
  /// A cluster of a run: neighbouring glyphs that stand for some characters together.
  struct Cluster {
    /// Indices in the run's glyphs.
    let glyphs: Range<Int>
    let text: String
  }

  /// All glyphs that are used, for each face.
  private(set) var glyphs: [Face: Set<UInt16>] = [:]
  private var texts: [Face: [UInt16: String]] = [:]

  /// The glyphs of some items. A glyph that stands for different texts in different places gets the one that is met
  /// most often, or first.
  init(_ items: some Sequence<Frame.Item>) {
    var counts: [Face: [UInt16: [(text: String, count: Int)]]] = [:]
    var companions: [(face: Face, glyph: UInt16, text: String)] = []
    for case .text(let run, _) in items.lazy.map(\.shape) {
      for glyph in run.glyphs { glyphs[run.face, default: []].insert(glyph.id) }
      for cluster in run.clusters {
        if cluster.glyphs.count == 1, !cluster.text.isEmpty {
          let glyph = run.glyphs[cluster.glyphs.lowerBound].id
          var list = counts[run.face, default: [:]][glyph, default: []]
          if let index = list.firstIndex(where: { $0.text == cluster.text }) {
            list[index].count += 1
          } else {
            list.append((cluster.text, 1))
          }
          counts[run.face, default: [:]][glyph] = list
        } else {
          for index in cluster.glyphs {
            let text = index == cluster.glyphs.lowerBound && !cluster.text.isEmpty ? cluster.text : "\u{200B}"
            companions.append((run.face, run.glyphs[index].id, text))
          }
        }
      }
    }
    for (face, lists) in counts {
      texts[face] = lists.compactMapValues { list in
        var best = list.first
        for entry in list where entry.count > (best?.count ?? 0) { best = entry }
        return best?.text
      }
    }
    // PDF/UA wants a character for every glyph, also for the marks that are only used together with others.
    for companion in companions where texts[companion.face, default: [:]][companion.glyph] == nil {
      texts[companion.face, default: [:]][companion.glyph] = companion.text
    }
  }

  /// The characters of a glyph; nil when it is not among those of the items.
  func text(of glyph: UInt16, in face: Face) -> String? { texts[face]?[glyph] }

  /// Whether a cluster's glyphs, one by one, say what the cluster says.
  func tells(_ cluster: Cluster, of run: GlyphRun) -> Bool {
    cluster.glyphs.count == 1
      && text(of: run.glyphs[cluster.glyphs.lowerBound].id, in: run.face) == cluster.text
  }
}

extension GlyphRun {
  /// The run's clusters from left to right. A cluster begins with the glyph that has the text.
  var clusters: [GlyphTexts.Cluster] {
    var clusters: [GlyphTexts.Cluster] = []
    clusters.reserveCapacity(glyphs.count)
    var start = 0
    for index in glyphs.indices {
      let next = index + 1
      guard next == glyphs.count || !glyphs[next].text.isEmpty else { continue }
      let range = glyphs[start].text.clamped(to: text.indices)
      clusters.append(
        GlyphTexts.Cluster(glyphs: start..<next, text: String(decoding: text[range], as: UTF8.self)))
      start = next
    }
    return clusters
  }
}
