package import Content
package import Diagnostics
package import Editions
import Markdown
package import Typesetting

/// Everything that can be printed, ready to be made: the formats, the fonts, and the lessons as text for paper.
package struct PrintShop: Sendable {
  /// What it is made of.
  package struct Sources: Sendable {
    /// The files `templates/print/*.yaml`: one for each format, and `colours.yaml`.
    package var formats: [SourceFile] = []
    /// The fonts in `templates/print/fonts/`, by file name.
    package var fonts: [String: [UInt8]] = [:]

    package init() {}
  }

  /// What is wanted of all that could be made; empty sets and nil want everything.
  package struct Selection: Sendable {
    package var slugs: Set<String> = []
    package var formats: Set<String> = []
    package var languages: Set<String> = []
    /// Outlets for which local editions are made; nil for those that the site asks for.
    package var outlets: Set<String>?

    package init() {}
  }

  /// Something to print: what the desk says of it, and how it is made.
  package struct Job: Sendable {
    /// What it offers when it could be made; one for each file that is no thumbnail.
    package let sheets: [PrintedSheet]
    package let artwork: Artwork

    package init(sheets: [PrintedSheet], artwork: Artwork) {
      self.sheets = sheets
      self.artwork = artwork
    }
  }

  /// A format and the digest of the file that describes it.
  struct Recipe: Sendable {
    let format: Format
    let digest: Digest
  }

  /// What a shop has before it has a lesson to print: formats, colours and fonts.
  package struct Stock: Sendable {
    let recipes: [Recipe]
    let palette: Palette
    let fonts: FontBook
    /// Decides every file: fonts and colours.
    let materials: Digest
  }

  /// Gives what was made of something when it was the same, or has it made: for whoever opens a shop again and again.
  package struct Recall: Sendable {
    /// Of a picture, by its path.
    package let drawing: @Sendable (_ path: String, _ make: () -> Diagnosed<Drawing?>) -> Diagnosed<Drawing?>
    /// Of a page of a bundle.
    package let document: @Sendable (_ page: Page, _ bundle: Bundle, _ make: () -> PrintDocument) -> PrintDocument

    package init(
      drawing: @escaping @Sendable (_ path: String, _ make: () -> Diagnosed<Drawing?>) -> Diagnosed<Drawing?>,
      document: @escaping @Sendable (_ page: Page, _ bundle: Bundle, _ make: () -> PrintDocument) -> PrintDocument
    ) {
      (self.drawing, self.document) = (drawing, document)
    }
  }

  let library: Library
  let stock: Stock
  /// The lessons by slug and language code.
  let documents: [String: [String: PrintDocument]]

  var recipes: [Recipe] { stock.recipes }
  var palette: Palette { stock.palette }
  var fonts: FontBook { stock.fonts }
  var materials: Digest { stock.materials }

  /// Takes a library in. What cannot be printed of it is reported.
  package static func opening(
    _ stock: Stock, for library: Library, in theme: Theme, recall: Recall? = nil
  ) -> Diagnosed<PrintShop> {
    var diagnostics: [Diagnostic] = []
    let drawings = drawings(of: library, recall, &diagnostics)
    var documents: [String: [String: PrintDocument]] = [:]
    for bundle in library.lessons {
      for page in bundle.translations {
        let unprintable = unprintableFacts(in: page, library)
        diagnostics += unprintable + page.leftOffPaper
        guard unprintable.isEmpty else { continue }
        func make() -> PrintDocument {
          PrintDocument(page, of: bundle, in: library, words: theme.words(page.language), drawings: drawings)
        }
        documents[bundle.slug, default: [:]][page.language.code] = recall?.document(page, bundle, make) ?? make()
      }
    }
    return Diagnosed(PrintShop(library: library, stock: stock, documents: documents), diagnostics)
  }

  /// Facts in a page's text that may not stand on paper: as long as they do, the lesson is not printed.
  private static func unprintableFacts(in page: Page, _ library: Library) -> [Diagnostic] {
    page.document.nodes.indices.compactMap { node in
      guard case .fact(let name) = page.document.nodes[node].kind,
        let fact = library.facts[page.document.string(name)], !fact.isPrinted
      else { return nil }
      return .unprintableFact(fact.id, at: page.document.place(of: node))
    }
  }

  /// The pictures that lessons and topics show, as outlines. One that cannot be printed is reported and left out.
  private static func drawings(
    of library: Library, _ recall: Recall?, _ diagnostics: inout [Diagnostic]
  ) -> [String: PrintPicture] {
    var drawings: [String: PrintPicture] = [:]
    var wanted: Set<String> = []
    for bundle in library.lessons {
      if let picture = bundle.topic?.picture { wanted.insert(picture.path) }
      for page in bundle.translations {
        for node in page.document.nodes {
          if case .image(let destination, _) = node.kind,
            let picture = library.picture(page.document.string(destination), in: page)
          {
            wanted.insert(picture.path)
          }
        }
      }
    }
    for path in wanted.sorted() {
      guard let picture = library.pictures[path] else { continue }
      switch picture.format {
      case .svg:
        func make() -> Diagnosed<Drawing?> { Drawing.reading(picture.bytes, path: path) }
        let drawing = recall?.drawing(path, make) ?? make()
        drawings[path] = drawing.value(reportingTo: &diagnostics).map { PrintPicture($0, from: picture.bytes) }
      case .png, .jpg: diagnostics.append(.unprintablePicture(path))
      }
    }
    return drawings
  }

  /// The editions of all lessons as they are now, in the order of lessons and languages.
  package var editions: [EditionIdentity] {
    library.lessons.flatMap { bundle in
      bundle.translations.map { EditionIdentity(of: $0, in: bundle, of: library) }
    }
  }

  /// What is to be made, in the order of lessons, formats and languages, local editions last.
  package func jobs(_ selection: Selection = Selection()) -> [Job] {
    let slugs = library.lessons.map(\.slug).filter { selection.slugs.isEmpty || selection.slugs.contains($0) }
    let wanted = recipes.filter { selection.formats.isEmpty || selection.formats.contains($0.format.id) }
    var jobs: [Job] = []
    if selection.outlets == nil || selection.outlets == [] {
      for slug in slugs {
        for recipe in wanted {
          for languages in languages(of: recipe.format, slug, selection) {
            for profile in recipe.format.profiles {
              jobs.append(job(slug, recipe, languages, profile))
            }
          }
        }
      }
    }
    return jobs + kits(slugs, wanted, selection)
  }

  /// The languages of each sheet of a lesson in a format: one, or two for a bilingual one.
  func languages(of format: Format, _ slug: String, _ selection: Selection) -> [[Language]] {
    let there = library.site.languages.filter { documents[slug]?[$0.code] != nil }
    func isWanted(_ language: Language) -> Bool {
      selection.languages.isEmpty || selection.languages.contains(language.code)
    }
    switch format.languages {
    case .one: return there.filter(isWanted).map { [$0] }
    case .two:
      guard let first = there.first, first == library.site.source else { return [] }
      return there.dropFirst().filter { isWanted($0) || isWanted(first) }.map { [first, $0] }
    }
  }
}

extension Diagnostic {
  fileprivate static func unprintableFact(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unprintable-fact", at: place,
      Wording(
        zh: "“\(id)”在facts.yaml里写了print: no，不能上纸，这一课就不印",
        en: "`\(id)` says `print: no` in facts.yaml: it may not stand on paper, so this lesson is not printed"),
      hint: Wording(
        zh: "换一个核实过的事实，或者把这句话删掉。", en: "use a fact that has been confirmed, or take the sentence out."))
  }

  fileprivate static func unprintablePicture(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "unprintable-picture", at: Place(path: path),
      Wording(zh: "这张图片只上网页，印不到纸上", en: "this picture is shown on web pages only and is not printed"),
      hint: Wording(zh: "要印的图用SVG格式。", en: "use SVG for pictures that are to be printed."))
  }
}
