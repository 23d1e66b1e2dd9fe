import Content

extension EditionView {
  init(_ edition: EditionLedger.Edition, in setting: Setting) {
    let library = setting.library
    let language = edition.language
    func view(_ date: CalendarDate) -> DateView { DateView(iso: date.iso, text: setting.words.text(date)) }
    let published = library.bundle(.lesson, edition.slug)
    let bundle = published ?? library.expiredLessons.first { $0.slug == edition.slug }
    let page = bundle.map { $0.page(in: language) ?? $0.source }
    var withdrawal: EditionRegister.Withdrawal?
    var newer: EditionIdentity?
    switch edition.standing {
    case .current, .expired: break
    case .replaced(let identity): newer = identity
    case .withdrawn(let given, let identity): (withdrawal, newer) = (given, identity)
    }
    self.init(
      code: edition.code, url: setting.link(to: .edition(edition.code, setting.language)),
      title: page?.frontMatter.title ?? edition.slug, tag: (page?.language ?? language).tag,
      languageName: language.name, date: view(edition.date), expires: edition.expires.map(view),
      standing: edition.standing.name, withdrawal: withdrawal.map { WithdrawalView($0, in: setting) },
      newer: newer.map {
        NewerEditionView(
          code: $0.code, url: setting.link(to: .edition($0.code, setting.language)), date: view($0.date))
      },
      lessonURL: published.map { _ in setting.link(to: .page(.lesson, edition.slug, setting.language)) })
  }
}

extension EditionLedger.Standing {
  /// The word by which templates and style sheets know it.
  var name: String {
    switch self {
    case .current: "current"
    case .replaced: "replaced"
    case .withdrawn: "withdrawn"
    case .expired: "expired"
    }
  }
}

extension WithdrawalView {
  init(_ withdrawal: EditionRegister.Withdrawal, in setting: Setting) {
    let language = withdrawal.reason.has(setting.language) ? setting.language : setting.library.site.source
    self.init(
      date: DateView(iso: withdrawal.date.iso, text: setting.words.text(withdrawal.date)),
      reason: withdrawal.reason[language], tag: language.tag)
  }
}
