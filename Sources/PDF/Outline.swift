import Typesetting

/// The bookmarks of a document as a tree (ISO 32000-1, 12.3.3).
struct Outline {
  private struct Entry {
    let bookmark: Layout.Bookmark
    let reference: Reference
    var parent: Int?
    var children: [Int] = []
  }

  private var entries: [Entry] = []
  private var outermost: [Int] = []
  private let root: Reference

  /// Gives numbers to the bookmarks whose pages there are. One that is deeper by more than a level hangs on the one
  /// before it.
  /// - Returns: nil when there are none.
  init?(_ bookmarks: [Layout.Bookmark], pages: Int, in file: inout ObjectFile) {
    let bookmarks = bookmarks.filter { (0..<pages).contains($0.page) }
    guard !bookmarks.isEmpty else { return nil }
    root = file.reserve()
    var path: [Int] = []
    for bookmark in bookmarks {
      while let last = path.last, entries[last].bookmark.level >= bookmark.level { path.removeLast() }
      let index = entries.count
      entries.append(Entry(bookmark: bookmark, reference: file.reserve(), parent: path.last))
      if let parent = path.last { entries[parent].children.append(index) } else { outermost.append(index) }
      path.append(index)
    }
  }

  /// - Parameters:
  ///   - pages: their objects.
  ///   - heights: of the pages.
  /// - Returns: the outline's object, which the catalogue names.
  func write(into file: inout ObjectFile, pages: [Reference], heights: [Double]) -> Reference {
    file.add(root) { text in
      text.put("<</Type/Outlines")
      write(children: outermost, into: &text)
      text.put(">>")
    }
    for siblings in [outermost] + entries.map(\.children) {
      for (position, index) in siblings.enumerated() {
        let entry = entries[index]
        file.add(entry.reference) { text in
          text.put("<</Title")
          text.put(textString: entry.bookmark.title)
          text.put("/Parent ")
          text.put(entry.parent.map { entries[$0].reference } ?? root)
          if position > 0 {
            text.put("/Prev ")
            text.put(entries[siblings[position - 1]].reference)
          }
          if position + 1 < siblings.count {
            text.put("/Next ")
            text.put(entries[siblings[position + 1]].reference)
          }
          write(children: entry.children, into: &text)
          text.put("/Dest[")
          text.put(pages[entry.bookmark.page])
          text.put("/XYZ null ")
          text.put(heights[entry.bookmark.page] - entry.bookmark.y, decimals: 2)
          text.put(" null]>>")
        }
      }
    }
    return root
  }

  private func write(children: [Int], into text: inout [UInt8]) {
    guard let first = children.first, let last = children.last else { return }
    text.put("/First ")
    text.put(entries[first].reference)
    text.put("/Last ")
    text.put(entries[last].reference)
    // Positive: shown open, with so many below it.
    text.put("/Count ")
    text.put(children.reduce(0) { $0 + count(from: $1) })
  }

  private func count(from index: Int) -> Int { entries[index].children.reduce(1) { $0 + count(from: $1) } }
}
