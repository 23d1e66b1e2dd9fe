/// A colour as the screen shows it and as the press prints it.
package struct Colour: Hashable, Sendable, Codable {
  /// Red, green and blue, each 0 to 255.
  package struct Light: Hashable, Sendable, Codable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }
  }

  /// Cyan, magenta, yellow and black, each in percent.
  package struct Ink: Hashable, Sendable, Codable {
    package let cyan: Double
    package let magenta: Double
    package let yellow: Double
    package let black: Double

    package init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
      (self.cyan, self.magenta, self.yellow, self.black) = (cyan, magenta, yellow, black)
    }
  }

  package let light: Light
  package let ink: Ink

  /// Black text is black ink alone, so that a small misregister of the press does not blur it.
  package static let black = Colour(
    Light(red: 0, green: 0, blue: 0), ink: Ink(cyan: 0, magenta: 0, yellow: 0, black: 100))
  package static let white = Colour(
    Light(red: 255, green: 255, blue: 255), ink: Ink(cyan: 0, magenta: 0, yellow: 0, black: 0))

  /// A colour and the inks that print it; without inks, those of the usual complement, with all common grey in black.
  package init(_ light: Light, ink: Ink? = nil) {
    self.light = light
    self.ink = ink ?? Ink(complementing: light)
  }

  /// The colour that is written `#RRGGBB`; nil for anything else.
  package init?(hex: String, ink: Ink? = nil) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let value = UInt32(hex.dropFirst(), radix: 16) else { return nil }
    self.init(
      Light(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF)), ink: ink)
  }

  /// This colour thinned with white: `share` of it, from 0 (white) to 1.
  package func tint(_ share: Double) -> Colour {
    func thin(_ value: UInt8) -> UInt8 { UInt8((255 - (255 - Double(value)) * share).rounded()) }
    return Colour(
      Light(red: thin(light.red), green: thin(light.green), blue: thin(light.blue)),
      ink: Ink(
        cyan: ink.cyan * share, magenta: ink.magenta * share, yellow: ink.yellow * share, black: ink.black * share))
  }
}

extension Colour.Ink {
  fileprivate init(complementing light: Colour.Light) {
    let cyan = 1 - Double(light.red) / 255
    let magenta = 1 - Double(light.green) / 255
    let yellow = 1 - Double(light.blue) / 255
    let black = min(cyan, magenta, yellow)
    guard black < 1 else {
      self.init(cyan: 0, magenta: 0, yellow: 0, black: 100)
      return
    }
    func percent(_ value: Double) -> Double { ((value - black) / (1 - black) * 100).rounded() }
    self.init(cyan: percent(cyan), magenta: percent(magenta), yellow: percent(yellow), black: (black * 100).rounded())
  }
}
