package import Diagnostics

/// What a file below `content/` is, told from where it lies.
package enum ContentPlace: Hashable, Sendable {
  case site, facts, glossary, terms, outlets, editions
  case page(PageAddress)
  case picture
  /// What was confirmed of the translation at an address.
  case confirmation(PageAddress)
  /// Who signed what is in a folder below `content/`: `lessons/fake-police`.
  case signatures(of: String)
  /// Left behind by an operating system or an office program; passed over in silence.
  case litter

  /// The place of a path below the project's root; a file that is nowhere expected is reported, and so is a folder name
  /// that cannot be part of an address.
  package static func of(_ path: String) -> Diagnosed<ContentPlace?> {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
      || ["Thumbs.db", "desktop.ini"].contains(name)
    {
      return Diagnosed(.litter)
    }
    switch path {
    case "content/site.yaml": return Diagnosed(.site)
    case "content/facts.yaml": return Diagnosed(.facts)
    case "content/glossary.csv": return Diagnosed(.glossary)
    case "content/terms.csv": return Diagnosed(.terms)
    case "content/outlets.csv": return Diagnosed(.outlets)
    case "content/editions.csv": return Diagnosed(.editions)
    default: break
    }
    let isInBundle = parts.count == 4 && PageKind.allCases.contains { $0.folder == parts[1] }
    if isInBundle, !Slug.isValid(parts[2]) {
      return Diagnosed(nil, name.hasSuffix(".md") ? [.badFolderName(parts[2], at: Place(path: path))] : [])
    }
    if Picture.isPicture(name), isInBundle || (parts.count == 3 && parts[1] == "pictures") {
      return Diagnosed(.picture)
    }
    if isInBundle, name == "signatures.csv" { return Diagnosed(.signatures(of: "\(parts[1])/\(parts[2])")) }
    if isInBundle, name.hasSuffix(".confirmed"),
      let address = PageAddress(path: path.dropLast(".confirmed".count) + ".md")
    {
      return Diagnosed(.confirmation(address))
    }
    if let address = PageAddress(path: path) { return Diagnosed(.page(address)) }
    return Diagnosed(nil, [.misplacedFile(isMarkdown: name.lowercased().hasSuffix(".md"), at: Place(path: path))])
  }
}

extension Diagnostic {
  fileprivate static func badFolderName(_ name: String, at place: Place) -> Diagnostic {
    let better = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    return Diagnostic(
      .error, "bad-folder-name", at: place,
      Wording(zh: "文件夹名“\(name)”不能做网址", en: "the folder name “\(name)” cannot be part of an address"),
      hint: Slug.isValid(better)
        ? Wording(
          zh: "改成“\(better)”。如果已经有这个文件夹，两者会占用同一个网址，请另起名字。",
          en:
            "call it “\(better)”. If there is such a folder already, both would have one address: choose another name.")
        : Wording(
          zh: "只用小写英文字母、数字和连字符，例如fake-police。",
          en: "use lower-case ASCII letters, digits and hyphens, as in fake-police."))
  }

  fileprivate static func misplacedFile(isMarkdown: Bool, at place: Place) -> Diagnostic {
    isMarkdown
      ? Diagnostic(
        .warning, "misplaced-file", at: place,
        Wording(zh: "这个文件放错了地方，不会发布", en: "this file is in the wrong place and is not published"),
        hint: Wording(
          zh: "课程放在content/lessons/名字/zh.md，案例放在cases，竞赛放在contests，其他页面放在pages。",
          en:
            "lessons go to content/lessons/name/en.md, case studies to cases, contests to contests, other pages to pages."
        ))
      : Diagnostic(
        .warning, "unknown-file", at: place,
        Wording(zh: "不认识这种文件，不会发布", en: "this kind of file is not known and is not published"),
        hint: Wording(
          zh: "Word等文件不能直接发布：文字写进zh.md这样的文件，图片另存为.png、.jpg或.svg；用不着的就移出content。",
          en:
            "Word files and the like cannot be published: texts go into files such as en.md, pictures are .png, .jpg or .svg. Move what is not needed out of content."
        ))
  }

  /// A page in a language that the site does not have.
  package static func unknownLanguage(_ code: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-language", at: place,
      Wording(
        zh: "site.yaml里没有“\(code)”这种语言，这个文件不会发布",
        en: "site.yaml has no language “\(code)”, so this file is not published"),
      hint: Wording(
        zh: "文件名只能是：\(known.map { $0 + ".md" }.joined(separator: "、"))。",
        en: "files are called \(known.map { $0 + ".md" }.joined(separator: ", "))."))
  }

  /// Two files would have one address, on systems that do not tell capital letters from small ones.
  package static func sharedAddress(at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .error, "shared-address", at: place,
      Wording(zh: "这个文件和另一个占用同一个网址", en: "this file and another would have the same address"),
      hint: Wording(zh: "给其中一个换个名字，或者合成一个。", en: "give one of them another name, or join them."),
      notes: [.init(Wording(zh: "另一个在这里", en: "the other is here"), at: first)])
  }
}
