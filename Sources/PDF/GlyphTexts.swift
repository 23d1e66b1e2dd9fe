import Typesetting

/// What each glyph of a face stands for wherever it is used: the source of the font's ToUnicode map.
struct GlyphTexts: Sendable {
  /// A cluster of a run: neighbouring glyphs that stand for some characters together.
  struct Cluster {
    /// Indices in the run's glyphs.
    let glyphs: Range<Int>
    let text: String
  }

  /// The glyphs of each face with their texts, by the face's number.
  private let texts: [[UInt16: String]]

  /// The glyphs of some items. A glyph that stands for different texts in different places gets the one that is met
  /// most often, of equals the first.
  init(_ items: some Sequence<Frame.Item>) {
    var tallies: [[UInt16: Tally]] = Array(repeating: [:], count: Face.allCases.count)
    for case .text(let run, _) in items.lazy.map(\.shape) {
      for cluster in run.clusters {
        let isAlone = cluster.glyphs.count == 1 && !cluster.text.isEmpty
        for index in cluster.glyphs {
          let isFirst = index == cluster.glyphs.lowerBound && !cluster.text.isEmpty
          tallies[run.face.rawValue][run.glyphs[index].id, default: Tally()]
            .add(isFirst ? cluster.text : companion, isAlone: isAlone)
        }
      }
    }
    texts = tallies.map { $0.mapValues(\.text) }
  }

  /// All glyphs of a face, in ascending order.
  func glyphs(of face: Face) -> [UInt16] { texts[face.rawValue].keys.sorted() }

  /// The characters of a glyph; nil when it is not among those of the items.
  func text(of glyph: UInt16, in face: Face) -> String? { texts[face.rawValue][glyph] }

  /// Whether a cluster's glyphs, one by one, say what the cluster says.
  func tells(_ cluster: Cluster, of run: GlyphRun) -> Bool {
    guard cluster.glyphs.count == 1,
      let text = text(of: run.glyphs[cluster.glyphs.lowerBound].id, in: run.face)
    else { return false }
    return text.isSame(as: cluster.text)
  }
}

extension String {
  /// Equal character by character in Unicode's sense; `==` takes a compatibility ideograph for the ordinary one.
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

/// Of a glyph that only follows others in its cluster. PDF/UA wants a character for every glyph; this one is not seen.
private let companion = "\u{200B}"

/// How often a glyph stands for which text.
private struct Tally {
  private var counts: [(text: String, count: Int)] = []
  /// Its text in a cluster of several glyphs; good only when it has no other.
  private var part: String?

  mutating func add(_ text: String, isAlone: Bool) {
    if !isAlone {
      part = part ?? text
    } else if let index = counts.firstIndex(where: { $0.text.isSame(as: text) }) {
      counts[index].count += 1
    } else {
      counts.append((text, 1))
    }
  }

  var text: String {
    guard var best = counts.first else { return part ?? companion }
    for entry in counts where entry.count > best.count { best = entry }
    return best.text
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
