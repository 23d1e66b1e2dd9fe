package import Diagnostics

/// A picture of the content, with its size.
package struct Picture: Sendable {
  /// The formats that are published.
  package enum Format: String, Sendable {
    case png, jpg, svg
  }

  /// Path below the project's root.
  package let path: String
  package let format: Format
  /// Width in pixels (CSS pixels for an SVG), at least 1.
  package let width: Int
  /// Height in pixels (CSS pixels for an SVG), at least 1.
  package let height: Int
  package let bytes: [UInt8]

  /// The picture in a file, whose size is read from its first bytes; a file that is not what its name says is reported.
  package static func reading(path: String, bytes: [UInt8]) -> Diagnosed<Picture?> {
    let place = Place(path: path)
    let name = path.lowercased()
    let size: (width: Int, height: Int)?
    let format: Format
    if name.hasSuffix(".png") {
      format = .png
      size = PictureSize.ofPNG(bytes)
    } else if name.hasSuffix(".jpg") || name.hasSuffix(".jpeg") {
      format = .jpg
      size = PictureSize.ofJPEG(bytes)
    } else if name.hasSuffix(".svg") {
      format = .svg
      size = PictureSize.ofSVG(bytes)
      if let reason = SVGSafety.objection(to: bytes) {
        return Diagnosed(nil, [.unsafePicture(reason, at: place)])
      }
    } else {
      return Diagnosed(nil)
    }
    guard let size, size.width > 0, size.height > 0 else {
      let isSVG = format == .svg && String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
      return Diagnosed(nil, [isSVG ? .withoutSize(at: place) : .notAPicture(format, at: place)])
    }
    return Diagnosed(Picture(path: path, format: format, width: size.width, height: size.height, bytes: bytes))
  }

  /// Whether a file name is that of a picture.
  package static func isPicture(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".png", ".jpg", ".jpeg", ".svg"].contains { name.hasSuffix($0) }
  }
}

extension Diagnostic {
  fileprivate static func notAPicture(_ format: Picture.Format, at place: Place) -> Diagnostic {
    let name = format.rawValue.uppercased()
    return Diagnostic(
      .error, "not-a-picture", at: place,
      Wording(zh: "这个文件不是\(name)图片，或者已经损坏", en: "this file is not a \(name) picture, or it is damaged"),
      hint: Wording(
        zh: "用看图软件打开它，另存为PNG、JPG或SVG后再放进来。", en: "open it in a picture viewer and save it again as PNG, JPG or SVG."))
  }

  fileprivate static func withoutSize(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "picture-without-size", at: place,
      Wording(zh: "这张SVG图片没有写明大小", en: "this SVG picture does not state its size"),
      hint: Wording(
        zh: "在开头的<svg …>里加上大小，例如viewBox=\"0 0 400 300\"，或者在绘图软件里重新导出。",
        en:
          "add it to <svg …> at the beginning, as in viewBox=\"0 0 400 300\", or export it from the drawing program again."
      ))
  }

  fileprivate static func unsafePicture(_ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-picture", at: place,
      Wording(
        zh: "SVG图片里有不能发布的内容：\(reason)", en: "this SVG picture holds something that cannot be published: \(reason)"),
      hint: Wording(
        zh: "在绘图软件里导出“纯SVG”，不要带脚本、外部链接和嵌入网页。",
        en: "export it from the drawing program as plain SVG, without scripts, links to elsewhere or embedded pages."))
  }
}
