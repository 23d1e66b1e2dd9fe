import Diagnostics
import Markdown

/// Where a link of the content leads.
package enum LinkTarget: Sendable {
  /// An address outside the site.
  case elsewhere(String)
  /// A page of the site, and a heading on it.
  case page(PageAddress, fragment: String?)
  /// A picture of the content.
  case picture(Picture)
}

extension Library {
  /// Where an address written in a page leads; nil when it leads nowhere it may lead, which linking has reported.
  package func target(of address: String, in page: Page) -> LinkTarget? {
    switch resolution(of: address, in: page) {
    case .target(let target): target
    case .problem, .reported: nil
    }
  }

  /// The picture that an image shows; nil when there is none, which linking has reported.
  package func picture(_ address: String, in page: Page) -> Picture? {
    guard case .picture(let picture)? = target(of: address, in: page) else { return nil }
    return picture
  }

  enum Resolution {
    case target(LinkTarget)
    case problem(LinkProblem)
    /// The file is there but cannot be used, which was reported.
    case reported
  }

  func resolution(of address: String, in page: Page) -> Resolution {
    let own = PageAddress(kind: page.kind, slug: page.slug, language: page.language.code)
    if address.isEmpty { return .problem(.empty) }
    if address.hasPrefix("#") {
      return resolution(of: own, fragment: PercentCoding.decoded(address.dropFirst()))
    }
    if let scheme = Self.scheme(of: address) {
      guard ["http", "https", "mailto", "tel", "sms"].contains(scheme) else { return .problem(.unsafe(scheme)) }
      return .target(.elsewhere(address))
    }
    if address.hasPrefix("/") || address.hasPrefix("\\") { return .problem(.absolute) }
    let mark = address.utf8.firstIndex(of: UInt8(ascii: "#"))
    let relative = PercentCoding.decoded(address[..<(mark ?? address.endIndex)])
    guard let path = Self.path(relative, beside: page) else { return .problem(.outside) }
    if let picture = pictures[path] { return .target(.picture(picture)) }
    if unreadablePictures.contains(path) { return .reported }
    if Picture.isPicture(path) { return .problem(.missingPicture(path)) }
    guard let target = PageAddress(path: path) else { return .problem(.missing(path)) }
    return resolution(
      of: target, fragment: mark.map { PercentCoding.decoded(address[address.utf8.index(after: $0)...]) })
  }

  private func resolution(of target: PageAddress, fragment: String?) -> Resolution {
    guard let bundle = bundle(target.kind, target.slug), let wanted = site.language(target.language) else {
      if unpublished.contains(target.path) { return .problem(.unpublished) }
      return .problem(.missing(target.path))
    }
    let page = bundle.page(in: wanted) ?? bundle.source
    if let fragment, !fragment.isEmpty, !page.fragments.contains(fragment) {
      return .problem(.missingFragment(fragment, in: page))
    }
    return .target(.page(target, fragment: fragment?.isEmpty == true ? nil : fragment))
  }

  /// The path of a page or picture of this site most like one that is not there, as it would be written in a page.
  func nearestPath(to path: String, from page: Page) -> String? {
    let pages = bundles.flatMap { bundle in
      bundle.translations.map { "content/\(bundle.kind.folder)/\(bundle.slug)/\($0.language.code).md" }
    }
    let known = (pages + pictures.keys).sorted()
    // Capital letters count here, though not on the computers of most editors.
    let alike = known.first { $0.lowercased() == path.lowercased() }
    guard let found = alike ?? Suggestion.nearest(to: path, among: known) else { return nil }
    let target = found.split(separator: "/")
    let folder = page.path.split(separator: "/").dropLast()
    let common = zip(target, folder).prefix { $0 == $1 }.count
    return String(repeating: "../", count: folder.count - common) + target.dropFirst(common).joined(separator: "/")
  }

  /// The scheme of an address in lower case; nil for a relative one. White space and control characters in front of the
  /// colon do not hide it, as they do not for browsers (WHATWG URL, section 4.4).
  private static func scheme(of address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let visible = address.unicodeScalars.filter { $0.value > 0x20 }
    guard let colon = visible.firstIndex(of: ":") else { return nil }
    let scheme = visible[..<colon]
    guard let first = scheme.first, first.isASCII, first.properties.isAlphabetic,
      scheme.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0)) })
    else { return nil }
    return String(String.UnicodeScalarView(scheme)).lowercased()
  }

  /// The path of a picture that a page shows, whether it is there or not; nil for an address of something else.
  static func picturePath(of address: String, in page: Page) -> String? {
    guard scheme(of: address) == nil else { return nil }
    return path(PercentCoding.decoded(address[...]), beside: page)
  }

  /// A relative path followed from a page's folder; nil when it leaves `content/`.
  private static func path(_ relative: String, beside page: Page) -> String? {
    let slash = UInt8(ascii: "/")
    var parts = page.path.utf8.split(separator: slash).dropLast()
    for part in relative.utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) { parts.removeLast() } else { parts.append(part) }
      if parts.isEmpty { return nil }
    }
    guard parts.first?.elementsEqual("content".utf8) == true else { return nil }
    return String(decoding: Array(parts.joined(separator: CollectionOfOne(slash))), as: UTF8.self)
  }
}

/// Why a link leads nowhere.
enum LinkProblem {
  /// There is no address at all.
  case empty
  case unsafe(String)
  case absolute
  case outside
  case unpublished
  /// The path below the project's root at which there is no page.
  case missing(String)
  /// The path below the project's root at which there is no picture.
  case missingPicture(String)
  /// What was asked for, and the page that does not have it.
  case missingFragment(String, in: Page)

  /// The name of the rule that reports it.
  var rule: String {
    switch self {
    case .empty: "empty-link"
    case .missing: "broken-link"
    case .unsafe: "unsafe-link"
    case .absolute: "absolute-link"
    case .outside: "link-out-of-content"
    case .unpublished: "unpublished-link"
    case .missingPicture: "missing-picture"
    case .missingFragment: "broken-fragment"
    }
  }
}

/// Percent-coding of addresses (RFC 3986, section 2.1).
enum PercentCoding {
  /// The text that an address stands for. What is not valid stays as it is.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, bytes[index + 1] != UInt8(ascii: "+"),
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? String(text)
  }
}
