import Foundation
package import Typesetting

/// The fonts of the project.
package enum PinnedFonts {
  /// The bytes of the file of a weight: `Regular`, `Bold`.
  package static func bytes(_ weight: String) throws -> [UInt8] {
    let project = testsFolder.deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: project.appending(path: "templates/print/fonts/NotoSansCJKsc-\(weight).otf")))
  }

  /// Both of them; nil when they cannot be read.
  package static let book: FontBook? = {
    guard let regular = try? Font(bytes: bytes("Regular")), let bold = try? Font(bytes: bytes("Bold")) else {
      return nil
    }
    return FontBook(regular: regular, bold: bold)
  }()
}
