import Diagnostics
import Publishing

/// What the preview says over pages.
struct PreviewWords {
  private let language: MessageLanguage

  init(_ language: MessageLanguage) { self.language = language }

  /// The line over remarks.
  /// - Parameters:
  ///   - isRefused: whether the site would not be published.
  ///   - isEarlier: whether the page is shown as it was before that.
  func title(errors: Int, warnings: Int, isRefused: Bool, isEarlier: Bool) -> String {
    let counts = Wording(
      zh: [errors > 0 ? "\(errors)个错误" : nil, warnings > 0 ? "\(warnings)个警告" : nil].compactMap { $0 }
        .joined(separator: "，"),
      en: [
        errors > 0 ? "\(errors) error\(errors == 1 ? "" : "s")" : nil,
        warnings > 0 ? "\(warnings) warning\(warnings == 1 ? "" : "s")" : nil,
      ].compactMap { $0 }.joined(separator: ", "))
    let refusal = Wording(zh: "：改好以前不会发布", en: ": not published until mended")
    let earlier = Wording(zh: "，网页还是改动以前的样子", en: "; the page is shown as it was before")
    return counts[language] + (isRefused ? refusal[language] : "") + (isRefused && isEarlier ? earlier[language] : "")
  }

  /// What stands below the remarks when there are more.
  func more(_ count: Int) -> String {
    Wording(zh: "还有\(count)条，请看终端窗口。", en: "\(count) more; the terminal has them.")[language]
  }

  /// Why a page would not be published.
  func mark(_ mark: LiveSite.Mark) -> String {
    switch mark {
    case .draft:
      Wording(zh: "草稿：只在这里看得到，不会发布。", en: "A draft: seen only here, not published.")[language]
    case .unsigned:
      Wording(zh: "还没有签字（或者签字以后改过）：不会发布。", en: "Not signed, or changed since: not published.")[language]
    case .expired:
      Wording(zh: "已过有效期：不会发布。", en: "Expired: not published.")[language]
    }
  }
}
