import Content
import Diagnostics
import Testing

@Suite struct PlaceTests {
  @Test(
    "What a file is, its place tells",
    arguments: [
      ("content/site.yaml", ContentPlace.site), ("content/facts.yaml", .facts), ("content/glossary.csv", .glossary),
      ("content/outlets.csv", .outlets), ("content/pictures/a.svg", .picture),
      ("content/cases/a-b/photo.JPG", .picture),
      ("content/lessons/a/zh.md", .page(PageAddress(kind: .lesson, slug: "a", language: "zh"))),
      ("content/.DS_Store", .litter), ("content/lessons/a/~$draft.docx", .litter),
      ("content/lessons/a/zh.md~", .litter),
      ("content/lessons/Thumbs.db", .litter),
    ])
  func places(path: String, expected: ContentPlace) {
    let place = ContentPlace.of(path)
    #expect(place.value == expected)
    #expect(told(place.diagnostics) == [])
  }

  @Test(
    "A file that is nowhere expected is told",
    arguments: [
      ("content/zh.md", "misplaced-file"), ("content/lessons/zh.md", "misplaced-file"),
      ("content/lessons/a/b/zh.md", "misplaced-file"), ("content/lesson/a/zh.md", "misplaced-file"),
      ("content/lessons/a/notes.docx", "unknown-file"), ("content/a.png", "unknown-file"),
      ("content/lessons/Fake Police/zh.md", "bad-folder-name"), ("content/lessons/假警察/zh.md", "bad-folder-name"),
      ("content/lessons/a--b/zh.md", "bad-folder-name"), ("content/lessons/a_b/zh.md", "bad-folder-name"),
    ])
  func misplaced(path: String, rule: String) {
    let place = ContentPlace.of(path)
    #expect(place.value == nil)
    #expect(place.diagnostics.map(\.rule) == [rule])
  }
}
