import Examples
import Foundation
import Typesetting

/// The fonts of the project.
enum PinnedFonts {
  static func bytes(_ weight: String) throws -> [UInt8] {
    let project = testsFolder.deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: project.appending(path: "templates/print/fonts/NotoSansCJKsc-\(weight).otf")))
  }

  static let book: FontBook? = {
    guard let regular = try? Font(bytes: bytes("Regular")), let bold = try? Font(bytes: bytes("Bold")) else {
      return nil
    }
    return FontBook(regular: regular, bold: bold)
  }()
}
