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
    }
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
