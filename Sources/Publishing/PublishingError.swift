package import Diagnostics

/// Why a run could not be carried out, whatever the content says.
package enum PublishingError: Error {
  case notAProject(String)
  case missingSite(String)
  case faultySite(String)
  case outputInsideSource(output: String, source: String)
  case sourceInsideOutput(output: String, source: String)
  case foreignFolder(String, String)
  case foreignFile(String)
  case busy(String)
  case exists(String)
  case badSlug(String)
  case unknown(Selected, String, known: [String])
  case lessonAfterOption(String)
  case formatAmongLessons(String)
  case nothingToPrint(String)
  case nothingSelected
  case printInsideSite(output: String, site: String)
  case notUTF8(String)
  case noSuchContent(String, known: [String])
  case severalOfOneName(String, [String])
  case faultyContent(String)
  case noTranslation(String, String)
  case originalNeedsNone(String)
  case unknownRole(String, known: [String])
  case badSigner(String)

  /// What can be chosen for printing.
  package enum Selected: Sendable {
    case lesson, format, language
    /// Of which there may be more than are known, because some lines of their table are wrong.
    case outlet(hasFaultyLines: Bool)
  }

  /// What went wrong and what to do, in whole sentences that name the path.
  package var message: Wording {
    switch self {
    case .notAProject(let path):
      Wording(
        zh: "“\(path)”里没有content文件夹。请在项目文件夹里运行，或者用--root指明它。",
        en: "“\(path)” has no content folder. Run this in the project's folder, or name it with --root.")
    case .missingSite(let path):
      Wording(
        zh: "找不到“\(path)”，它写明站点的名称、语言和主题。请从示例复制一份再改。",
        en: "“\(path)” is missing; it names the site's title, languages and topics. Copy the example's and change it.")
    case .faultySite(let path):
      Wording(
        zh: "“\(path)”里有错误。请先运行microclass check，按提示改好它。",
        en: "“\(path)” has errors. Run microclass check first and put them right.")
    case .outputInsideSource(let output, let source):
      Wording(
        zh: "输出文件夹“\(output)”在“\(source)”里面，会和原稿混在一起。请用--output另选一个文件夹。",
        en:
          "The output folder “\(output)” lies inside “\(source)” and would be mixed with the sources. Choose another with --output."
      )
    case .sourceInsideOutput(let output, let source):
      Wording(
        zh: "输出文件夹“\(output)”包含了原稿“\(source)”，不能这样发布。请用--output另选一个空文件夹。",
        en: "The output folder “\(output)” contains the sources “\(source)”. Choose an empty folder with --output.")
    case .foreignFolder(let path, let file):
      Wording(
        zh: "“\(path)”里已有别的文件（如“\(file)”），不是microclass生成的，所以没有动它。请换一个空文件夹，或先清空它。",
        en:
          "“\(path)” holds files that microclass did not make, such as “\(file)”, so it was left alone. Choose an empty folder, or empty this one."
      )
    case .foreignFile(let path):
      Wording(
        zh: "“\(path)”不是microclass生成的，会被覆盖，所以没有发布。请先把它移走。",
        en:
          "“\(path)” was not made by microclass and would be overwritten, so nothing was published. Move it away first."
      )
    case .busy(let path):
      Wording(
        zh: "另一个microclass正在生成“\(path)”。请等它结束再试。",
        en: "Another microclass is building “\(path)”. Wait until it has finished, then try again.")
    case .exists(let path):
      Wording(
        zh: "“\(path)”已经存在，没有改动。请换一个名字。", en: "“\(path)” is already there and was left alone. Choose another name.")
    case .badSlug(let slug):
      Wording(
        zh: "“\(slug)”不能做文件夹名。只用小写英文字母、数字和连字符，例如fake-police。",
        en:
          "“\(slug)” cannot be a folder's name here. Use lower-case ASCII letters, digits and hyphens only, as in fake-police."
      )
    case .unknown(let kind, let name, let known): Self.unknown(kind, name, known)
    case .lessonAfterOption(let name):
      Wording(
        zh: "“\(name)”是课程，要写在选项前面，例如：microclass print \(name) --format trifold。",
        en: "“\(name)” is a lesson, and lessons come before the options: microclass print \(name) --format trifold.")
    case .formatAmongLessons(let name):
      Wording(
        zh: "“\(name)”是版式，要写成--format \(name)。", en: "“\(name)” is a format: write --format \(name).")
    case .nothingToPrint(let path):
      Wording(
        zh: "没有可印的版式：“\(path)/templates/print”里没有.yaml文件。请从示例复制这个文件夹。",
        en:
          "There is no format to print: “\(path)/templates/print” holds no .yaml files. Copy that folder from the example."
      )
    case .nothingSelected:
      Wording(
        zh: "这样选，没有可印的东西。请减少条件再试。", en: "Nothing can be printed with this choice. Try again with fewer conditions.")
    case .printInsideSite(let output, let site):
      Wording(
        zh: "“\(output)”在已生成的网站“\(site)”里面。请用--output另选一个文件夹。",
        en: "“\(output)” lies inside the published site “\(site)”. Choose another folder with --output.")
    case .notUTF8(let path):
      Wording(
        zh: "“\(path)”的编码是UTF-16，没有改动。请在表格软件里另存为“CSV UTF-8（逗号分隔）”再试。",
        en: "“\(path)” is in UTF-16 and was left alone. Save it again as “CSV UTF-8 (comma delimited)”, then try again."
      )
    case .noSuchContent, .severalOfOneName, .faultyContent, .noTranslation, .originalNeedsNone, .unknownRole,
      .badSigner:
      recordMessage
    }
  }

  /// What kept something from being confirmed or signed.
  private var recordMessage: Wording {
    switch self {
    case .noSuchContent(let name, let known):
      if let like = Suggestion.nearest(to: name, among: known) {
        return Wording(zh: "没有“\(name)”。是不是“\(like)”？", en: "There is no “\(name)”. Did you mean “\(like)”?")
      }
      return Wording(
        zh: "没有“\(name)”。要写content/lessons、cases或pages下面的文件夹名。",
        en: "There is no “\(name)”. Give the name of a folder in content/lessons, cases or pages.")
    case .severalOfOneName(let name, let folders):
      return Wording(
        zh: "叫“\(name)”的不止一个，请写明是哪个：\(folders.joined(separator: "、"))。",
        en: "There are several called “\(name)”. Say which one: \(folders.joined(separator: ", ")).")
    case .faultyContent(let name):
      return Wording(
        zh: "“\(name)”里有错误，什么也没有记下。请先运行microclass check，按提示改好。",
        en: "“\(name)” has errors, so nothing was written down. Run microclass check first and put them right.")
    case .noTranslation(let folder, let code):
      let file = code.isEmpty ? "" : "（\(code).md）"
      return Wording(
        zh: "“\(folder)”没有这种语言的文字\(file)，什么也没有记下。",
        en:
          "“\(folder)” has no text in that language\(code.isEmpty ? "" : " (\(code).md)"), so nothing was written down."
      )
    case .originalNeedsNone(let code):
      return Wording(
        zh: "“\(code)”是原文的语言，要核对的是译文。", en: "“\(code)” is the language of the originals; translations are confirmed.")
    case .unknownRole(let role, let known):
      if known.isEmpty {
        return Wording(
          zh: "“\(role)”不能做签字的身份。只用小写英文字母、数字和连字符，例如compliance。",
          en: "“\(role)” cannot be a role. Use lower-case ASCII letters, digits and hyphens, as in compliance.")
      }
      if let like = Suggestion.nearest(to: role, among: known) {
        return Wording(
          zh: "site.yaml里没有“\(role)”这个签字身份。是不是“\(like)”？",
          en: "site.yaml knows no role “\(role)”. Did you mean “\(like)”?")
      }
      return Wording(
        zh: "site.yaml里没有“\(role)”这个签字身份，有：\(known.joined(separator: "、"))。",
        en: "site.yaml knows no role “\(role)”, but \(known.joined(separator: ", ")).")
    case .badSigner(let name):
      return Wording(
        zh: "“\(name)”不像姓名或部门。写在一行里，不超过60个字，不用引号、等号和加号。",
        en: "“\(name)” is no name of a person or an office: one line of up to 60 characters, without quotes, = or +.")
    case .notAProject, .missingSite, .faultySite, .outputInsideSource, .sourceInsideOutput, .foreignFolder,
      .foreignFile,
      .busy, .exists, .badSlug, .unknown, .lessonAfterOption, .formatAmongLessons, .nothingToPrint, .nothingSelected,
      .printInsideSite, .notUTF8:
      return message
    }
  }

  private static func unknown(_ kind: Selected, _ name: String, _ known: [String]) -> Wording {
    let message =
      switch kind {
      case .lesson: Wording(zh: "没有课程“\(name)”。", en: "There is no lesson “\(name)”. ")
      case .format: Wording(zh: "没有版式“\(name)”。", en: "There is no format “\(name)”. ")
      case .language: Wording(zh: "没有语言“\(name)”。", en: "There is no language “\(name)”. ")
      case .outlet(hasFaultyLines: false): Wording(zh: "没有网点“\(name)”。", en: "There is no outlet “\(name)”. ")
      case .outlet(hasFaultyLines: true):
        Wording(
          zh: "没有网点“\(name)”；outlets.csv里有几行写错了，没有用上，请先运行microclass check。",
          en:
            "There is no outlet “\(name)”; some lines of outlets.csv are faulty and left out: run microclass check. ")
      }
    if let like = Suggestion.nearest(to: name, among: known) {
      return Wording(zh: message.zh + "是不是“\(like)”？", en: message.en + "Did you mean “\(like)”?")
    }
    // A list of hundreds helps nobody.
    let (shown, more) = (known.prefix(12), known.count > 12 ? " …" : "")
    return Wording(
      zh: message.zh + (known.isEmpty ? "一个也没有。" : "可以选的有：\(shown.joined(separator: "、"))\(more)。"),
      en: message.en
        + (known.isEmpty ? "There is none at all." : "You can choose from \(shown.joined(separator: ", "))\(more)."))
  }
}

extension FileSystemError {
  /// What the disk refused, the path, and why.
  package var message: Wording {
    let why = FileSystem.reason(reason)
    switch action {
    case .read:
      return Wording(zh: "读不了“\(path)”：\(why.zh)。", en: "“\(path)” could not be read: \(why.en).")
    case .write:
      return Wording(
        zh: "写不了“\(path)”：\(why.zh)。原来发布的内容没有改动。",
        en: "“\(path)” could not be written: \(why.en). What was published before is unchanged.")
    case .remove:
      return Wording(zh: "删不掉“\(path)”：\(why.zh)。", en: "“\(path)” could not be removed: \(why.en).")
    }
  }
}
