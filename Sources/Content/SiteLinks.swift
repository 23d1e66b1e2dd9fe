import Diagnostics
import YAML

/// What is to be said about the hotlines, pages and pictures that `site.yaml` names.
struct SiteLinks {
  let library: Library
  /// The day as of which facts expire.
  let today: CalendarDate

  /// One diagnostic for each that leads nowhere.
  var diagnostics: [Diagnostic] {
    let references = library.site.references
    var diagnostics: [Diagnostic] = []
    for name in references.hotlines
    where library.facts[name.value]?.canBeDialled != true && !library.facts.wasReported(name.value) {
      let hotlines = library.facts.all.filter(\.canBeDialled).map(\.id)
      diagnostics.append(
        .unknown(
          "unknown-fact", at: references.file.place(name.range),
          Wording(
            zh: "facts.yaml里没有叫“\(name.value)”的可拨打热线",
            en: "facts.yaml has no hotline “\(name.value)” that can be dialled"),
          like: Suggestion.nearest(to: name.value, among: hotlines), known: hotlines))
    }
    for name in references.hotlines {
      guard let expires = library.facts[name.value]?.expires, expires <= today else { continue }
      diagnostics.append(.expiredFact(name.value, on: expires, at: references.file.place(name.range)))
    }
    for slug in references.menu where library.bundle(.page, slug.value) == nil {
      guard
        !library.unpublished.contains(
          PageAddress(kind: .page, slug: slug.value, language: library.site.source.code).path)
      else { continue }
      diagnostics.append(
        .unknown(
          "broken-link", at: references.file.place(slug.range),
          Wording(zh: "pages里没有“\(slug.value)”这一页", en: "there is no page “\(slug.value)” in pages"),
          like: Suggestion.nearest(to: slug.value, among: library.pages.map(\.slug)), known: library.pages.map(\.slug)))
    }
    for picture in references.pictures where library.pictures["content/" + picture.value] == nil {
      guard !library.unreadablePictures.contains("content/" + picture.value) else { continue }
      let known = library.pictures.keys.map { String($0.dropFirst("content/".count)) }.sorted()
      diagnostics.append(
        .unknown(
          "missing-picture", at: references.file.place(picture.range),
          Wording(zh: "找不到图片“\(picture.value)”", en: "the picture “\(picture.value)” is not there"),
          like: Suggestion.nearest(to: picture.value, among: known), known: known))
    }
    return diagnostics
  }
}

extension Diagnostic {
  /// - Parameter known: what could be written instead, where nothing is like it.
  fileprivate static func unknown(
    _ rule: String, at place: Place, _ message: Wording, like: String?, known: [String]
  ) -> Diagnostic {
    let choice =
      known.isEmpty
      ? nil
      : Wording(
        zh: "可以写：\(known.prefix(10).joined(separator: "、"))。",
        en: "there is: \(known.prefix(10).joined(separator: ", ")).")
    return Diagnostic(
      .error, rule, at: place, message,
      hint: like.map { .didYouMean($0) } ?? choice)
  }
}
