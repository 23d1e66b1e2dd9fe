private import CQRencode

extension QRCode {
  /// How much of a code may be damaged or covered so that it can still be read.
  package enum Correction: Hashable, Sendable, Codable, CaseIterable {
    /// About 7 %.
    case low
    /// About 15 %.
    case medium
    /// About 25 %.
    case quartile
    /// About 30 %.
    case high
  }

  /// The smallest code for a text, as bytes in UTF-8; nil when the text is empty or too long for any code.
  package init?(text: String, correction: Correction) {
    let bytes = Array(text.utf8)
    // Version 0 asks for the smallest that holds it.
    guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, correction.level) else {
      return nil
    }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    // The lowest bit of a module tells dark from light, the others how it came about.
    self.init(width: width, modules: (0..<width * width).map { code.pointee.data[$0] & 1 == 1 })
  }
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
