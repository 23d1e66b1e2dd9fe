package import Content
import Diagnostics

/// The files that pages load: the theme's style sheets and scripts, and the content's pictures, each under a name that
/// changes with its bytes.
package struct Assets: Sendable {
  /// A file in `templates/assets/`: its path below that folder, and its bytes.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The theme's files by the names that templates use: `site.css` is `site_css`.
  let byField: [(field: String, address: Address)]
  private let pictures: [String: Address]
  /// Everything that is published below `assets/`.
  let outputs: [Output]
  /// Their paths.
  let paths: Set<String>
  /// What pages may load and run, with the theme's early script.
  let policy: SecurityPolicy
  /// The theme's worker, to which `OfflineEdition` adds what it answers for; nil for a theme without one.
  let worker: [UInt8]?
  /// What is wrong with the theme's early script; nil when nothing is, or there is none.
  let earlyScriptSlip: Diagnostic?

  package init(theme: [File], pictures: some Sequence<Picture>) {
    var outputs: [Output] = []
    var taken: Set<String> = []
    func publish(_ name: String, _ bytes: [UInt8]) -> Address {
      let address = Address(path: "assets/" + Self.hashedName(name, bytes))
      if taken.insert(address.path).inserted { outputs.append(Output(path: address.path, bytes: bytes)) }
      return address
    }
    let earlyScript = theme.first { $0.name == SecurityPolicy.earlyScriptName }?.bytes
    policy = SecurityPolicy(earlyScript: earlyScript)
    earlyScriptSlip = earlyScript.flatMap(SecurityPolicy.slip)
    worker = theme.first { $0.name == Address.worker.path }?.bytes
    let apart = [SecurityPolicy.earlyScriptName, Address.worker.path]
    byField = theme.filter { !apart.contains($0.name) }.map { file in
      (String(file.name.map { "./-".contains($0) ? "_" : $0 }), publish(file.name, file.bytes))
    }
    var byPath: [String: Address] = [:]
    for picture in pictures.sorted(by: { $0.path < $1.path }) {
      let name = picture.path.split(separator: "/").suffix(2).joined(separator: "-")
      byPath[picture.path] = publish(name, picture.bytes)
    }
    self.pictures = byPath
    self.outputs = outputs
    paths = taken
  }

  /// The theme's pictures of the site as an app: `favicon.svg`, and `app-icon-<pixels>.png` where there are such.
  var icons: [(address: Address, sizes: String, type: String)] {
    byField.compactMap { field, address in
      if field == "favicon_svg" { return (address, "any", "image/svg+xml") }
      guard field.hasPrefix("app_icon_"), field.hasSuffix("_png") else { return nil }
      let pixels = field.dropFirst("app_icon_".count).dropLast("_png".count)
      return (address, "\(pixels)x\(pixels)", "image/png")
    }
  }

  /// Where a picture of the library is published.
  func address(of picture: Picture) -> Address {
    pictures[picture.path] ?? Address(path: "assets/" + Self.hashedName(picture.path, picture.bytes))
  }

  /// `site.css` becomes `site.1a2b3c4d5e6f7a8b.css`. Only letters, digits, dots and hyphens stay: the folder is also copied to
  /// sticks on which a name may not hold quotes, colons or angle brackets.
  private static func hashedName(_ name: String, _ bytes: [UInt8]) -> String {
    let flat = String(name.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" ? $0 : "-" })
    let dot = flat.lastIndex(of: ".") ?? flat.endIndex
    return "\(flat[..<dot]).\(Fingerprint.digits(of: bytes))\(flat[dot...])"
  }
}
