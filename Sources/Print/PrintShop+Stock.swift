package import Content
package import Diagnostics
package import Editions
import Typesetting

extension PrintShop {
  /// Reads formats and fonts. What is wrong with them is reported; a format that is wrong is left out. Nil when the theme has
  /// no formats, or when fonts or colours are missing.
  package static func stock(_ sources: Sources, for site: Site, in theme: Theme) -> Diagnosed<Stock?> {
    var diagnostics: [Diagnostic] = []
    guard !sources.formats.isEmpty else { return Diagnosed(nil) }
    var recipes: [Recipe] = []
    var palette: Palette?
    var materials = Digest()
    let roles = site.roles.map(\.role.id)
    for source in sources.formats.sorted(by: { $0.path < $1.path }) {
      let id = source.path.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) } ?? ""
      if id == "colours" {
        palette = Palette.reading(source).value(reportingTo: &diagnostics)
        materials.add(source.bytes)
      } else if let format = Format.reading(source, id: id, roles: roles).value(reportingTo: &diagnostics) {
        var digest = Digest()
        digest.add(source.bytes)
        recipes.append(Recipe(format: format, digest: digest))
      }
    }
    recipes.sort { ($0.format.order, $0.format.id) < ($1.format.order, $1.format.id) }
    for language in site.languages {
      let words = PrintWords(theme.words(language))
      for name in PrintWords.required where !words.has(name) {
        diagnostics.append(.missingPrintWord(name, in: "templates/strings/\(language.code).yaml"))
      }
      for recipe in recipes {
        for name in recipe.format.words where !words.has(name) {
          diagnostics.append(.missingPrintWord(name, in: "templates/print/\(recipe.format.id).yaml"))
        }
      }
    }
    for topic in site.topics where palette?.has(accent: topic.accent) == false {
      diagnostics.append(.unknownAccent(topic.accent))
    }
    guard let palette else {
      if !sources.formats.contains(where: { $0.path.hasSuffix("/colours.yaml") }) {
        diagnostics.append(.missingColours)
      }
      return Diagnosed(nil, diagnostics)
    }
    let faces = Face.allCases.map { face -> Font? in
      guard let bytes = sources.fonts[face.file] else {
        diagnostics.append(.missingFont(face.file))
        return nil
      }
      materials.add(bytes)
      guard let font = Font(bytes: bytes) else {
        diagnostics.append(.badFont(face.file))
        return nil
      }
      return font
    }
    guard let regular = faces[0], let bold = faces[1] else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(
      Stock(recipes: recipes, palette: palette, fonts: FontBook(regular: regular, bold: bold), materials: materials),
      diagnostics)
  }
}

extension Face {
  /// The name of its file in `templates/print/fonts/`.
  fileprivate var file: String {
    switch self {
    case .regular: "NotoSansCJKsc-Regular.otf"
    case .bold: "NotoSansCJKsc-Bold.otf"
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownAccent(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-accent", at: Place(path: "templates/print/colours.yaml"),
      Wording(
        zh: "accents里没有“\(name)”，用它的专题会印成黑色",
        en: "there is no “\(name)” in accents: topics with it are printed in black"
      ),
      hint: Wording(
        zh: "在colours.yaml里加上它，或者在content/site.yaml里换一个。",
        en: "add it to colours.yaml, or choose another in content/site.yaml."))
  }

  fileprivate static func missingPrintWord(_ name: String, in path: String) -> Diagnostic {
    Diagnostic(
      .error, "missing-word", at: Place(path: path),
      Wording(zh: "印刷品要用的文字“\(name)”没有写", en: "the word “\(name)” for printed sheets is missing"),
      hint: Wording(
        zh: "在templates/strings/的每种语言里加上一行“\(name): …”。",
        en: "add a line `\(name): …` to every language’s file in templates/strings/."))
  }

  fileprivate static let missingColours = Diagnostic(
    .error, "missing-colours", at: Place(path: "templates/print"),
    Wording(zh: "缺少colours.yaml，不知道用什么颜色印", en: "colours.yaml is missing: there are no colours to print with"),
    hint: Wording(zh: "把它放回templates/print/。", en: "put it back into templates/print/."))

  fileprivate static func missingFont(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "missing-font", at: Place(path: "templates/print/fonts"),
      Wording(zh: "缺少字体\(name)", en: "the font \(name) is missing"),
      hint: Wording(
        zh: "把它放回templates/print/fonts/，或者用那里的make-fonts重新生成。",
        en: "put it back into templates/print/fonts/, or make it again with make-fonts, which is there."))
  }

  fileprivate static func badFont(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-font", at: Place(path: "templates/print/fonts/" + name),
      Wording(zh: "这个字体文件不能用", en: "this font file cannot be used"),
      hint: Wording(
        zh: "要CID编码的OpenType（CFF）字体；用make-fonts重新生成。",
        en: "a CID-keyed OpenType font with CFF outlines is needed; make it again with make-fonts."))
  }
}
