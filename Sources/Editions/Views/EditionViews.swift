import Templates

/// The page that says whether a printed edition is still current.
struct EditionPageView: TemplateModel {
  let edition: EditionView
  /// A few of the editions that were withdrawn, the latest first.
  let withdrawn: [EditionView]
  let deskURL: String

  static let fields: [Field<EditionPageView>] = [
    .record("edition", \.edition), .list("withdrawn", \.withdrawn), .flag("has_withdrawn", \.hasWithdrawn),
    .text("desk_url", \.deskURL),
  ]

  private var hasWithdrawn: Bool { !withdrawn.isEmpty }
}

/// The page of all editions.
struct EditionsView: TemplateModel {
  let current: [EditionView]
  let replaced: [EditionView]
  let expired: [EditionView]
  let withdrawn: [EditionView]

  static let fields: [Field<EditionsView>] = [
    .list("current", \.current), .flag("has_current", \.hasCurrent),
    .list("replaced", \.replaced), .flag("has_replaced", \.hasReplaced),
    .list("expired", \.expired), .flag("has_expired", \.hasExpired),
    .list("withdrawn", \.withdrawn), .flag("has_withdrawn", \.hasWithdrawn),
  ]

  private var hasCurrent: Bool { !current.isEmpty }
  private var hasReplaced: Bool { !replaced.isEmpty }
  private var hasExpired: Bool { !expired.isEmpty }
  private var hasWithdrawn: Bool { !withdrawn.isEmpty }
}

/// A printed edition and how it stands.
struct EditionView: TemplateModel {
  let code: String
  let url: String
  /// The lesson's title in the edition's language; its folder's name when it has been deleted.
  let title: String
  let tag: String
  let languageName: String
  let date: DateView
  let expires: DateView?
  /// `current`, `replaced`, `withdrawn` or `expired`.
  let standing: String
  let withdrawal: WithdrawalView?
  let newer: NewerEditionView?
  let lessonURL: String?

  static let fields: [Field<EditionView>] = [
    .text("code", \.code), .text("url", \.url), .text("title", \.title), .text("tag", \.tag),
    .text("language_name", \.languageName), .text("date", \.date.iso), .text("date_text", \.date.text),
    .optional("expires", \.expires), .text("standing", \.standing), .flag("is_current", \.isCurrent),
    .flag("is_replaced", \.isReplaced), .flag("is_withdrawn", \.isWithdrawn), .flag("is_expired", \.isExpired),
    .optional("withdrawal", \.withdrawal), .optional("newer", \.newer), .optionalText("lesson_url", \.lessonURL),
  ]

  private var isCurrent: Bool { standing == "current" }
  private var isReplaced: Bool { standing == "replaced" }
  private var isWithdrawn: Bool { standing == "withdrawn" }
  private var isExpired: Bool { standing == "expired" }
}

/// That an edition was withdrawn.
struct WithdrawalView: TemplateModel {
  let date: DateView
  let reason: String
  /// The language of the reason.
  let tag: String

  static let fields: [Field<WithdrawalView>] = [
    .text("date", \.date.iso), .text("date_text", \.date.text), .text("reason", \.reason), .text("tag", \.tag),
  ]
}

/// The edition that takes the place of an older one.
struct NewerEditionView: TemplateModel {
  let code: String
  let url: String
  let date: DateView

  static let fields: [Field<NewerEditionView>] = [
    .text("code", \.code), .text("url", \.url), .text("date", \.date.iso), .text("date_text", \.date.text),
  ]
}
