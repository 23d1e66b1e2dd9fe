import Diagnostics

/// What people have confirmed and signed, as it stands in the folders of the content.
package struct Records: Sendable {
  /// By the translation's address.
  package var confirmations: [PageAddress: Confirmation] = [:]
  /// By the bundle's folder below `content/`: `lessons/fake-police`.
  package var signatures: [String: SignatureRegister] = [:]

  package init() {}

  /// Says which confirmations belong to nothing.
  func diagnostics(for pages: [Page], _ unreadable: Set<PageAddress>, of site: Site) -> [Diagnostic] {
    if confirmations.isEmpty { return [] }
    let known = unreadable.union(
      pages.map { PageAddress(kind: $0.kind, slug: $0.slug, language: $0.language.code) })
    return confirmations.keys.compactMap { address in
      let path = address.confirmationPath
      if address.language == site.source.code { return .confirmationOfOriginal(at: Place(path: path)) }
      return known.contains(address) ? nil : .confirmationOfNothing(address.path, at: Place(path: path))
    }.sorted()
  }
}

extension PageAddress {
  /// The path of the file that says what was confirmed of the page.
  package var confirmationPath: String { path.dropLast(".md".count) + ".confirmed" }
}

extension Diagnostic {
  fileprivate static func confirmationOfNothing(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unused-confirmation", at: place,
      Wording(zh: "没有“\(path)”这篇译文，这个核对记录没有用处", en: "there is no “\(path)”, so nothing was confirmed here"),
      hint: Wording(
        zh: "译文不要了，就删掉这个文件；译文改了名，就给它改成同样的名字。",
        en: "delete this file if the translation was given up; if it was renamed, give this file the same name."))
  }

  fileprivate static func confirmationOfOriginal(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unused-confirmation", at: place,
      Wording(zh: "这是原文，不用对照核对", en: "this is the original, which needs no confirmation"),
      hint: Wording(zh: "删掉这个文件。", en: "delete this file."))
  }
}
