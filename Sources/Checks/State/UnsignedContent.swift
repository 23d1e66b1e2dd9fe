import Content
import Diagnostics
import Markdown

/// Content that those who answer for it (`signatures` in `site.yaml`) have not signed, or have signed before it was changed.
/// It is not published.
enum UnsignedContent {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.unsigned.flatMap { unsigned in unsigned.lacks.map { .unsigned(unsigned.page, $0) } }
  }
}

extension Diagnostic {
  fileprivate static func unsigned(_ page: Page, _ lack: UnsignedPage.Lack) -> Diagnostic {
    let command = "microclass sign \(page.slug) --role \(lack.role) --language \(page.language.code) --name"
    return Diagnostic(
      .warning, "unsigned-content", at: page.document.source.place,
      lack.last.map { last in
        Wording(
          zh: "“\(lack.role)”在\(last.date.iso)签字以后，内容又改了\(lack.changes.count)处，没有发布",
          en:
            "this has changed since “\(lack.role)” signed it on \(last.date.iso) (passages: \(lack.changes.count)) and is not published"
        )
      }
        ?? Wording(
          zh: "“\(lack.role)”还没有签字，没有发布", en: "“\(lack.role)” has not signed this, so it is not published"),
      hint: Wording(
        zh: "请负责的人看过，再运行\(command) 姓名或部门；只想看样子，就加上--drafts。",
        en:
          "have it read by those who answer for it, then run \(command) NAME; add --drafts to see what it will look like."
      ), notes: notes(lack.changes, page))
  }

  /// The first changes, each at its place.
  private static func notes(_ changes: [UnsignedPage.Change], _ page: Page) -> [Note] {
    let limit = 6
    let shown = changes.prefix(changes.count > limit ? limit - 1 : limit).map { change in
      Note(message(change), at: change.now?.place ?? page.document.source.place)
    }
    if changes.count <= limit { return Array(shown) }
    let more = changes.count - limit + 1
    return shown + [
      Note(
        Wording(zh: "还有\(more)处改动", en: "more changes: \(more)"),
        at: changes.compactMap(\.now).last?.place
          ?? page.document.source.place)
    ]
  }

  private static func message(_ change: UnsignedPage.Change) -> Wording {
    let was = change.was ?? ""
    switch change.kind {
    case .changed: return Wording(zh: "改过了，签字时是“\(was)”", en: "this was “\(was)” when it was signed")
    case .added: return Wording(zh: "签字以后新加的", en: "this is new since")
    case .removed: return Wording(zh: "签字以后删掉了“\(was)”", en: "“\(was)” was there when it was signed")
    case .moved: return Wording(zh: "签字以后换了位置", en: "this has moved since")
    }
  }
}
