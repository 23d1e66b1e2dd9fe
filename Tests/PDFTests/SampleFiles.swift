import Foundation
import PDF
import Testing
import Typesetting

private let folder = ProcessInfo.processInfo.environment["PDF_SAMPLES"]

/// Writes the files that the tests in `Tests/Paper` look at, into the folder that the environment names.
@Suite(.enabled(if: folder != nil, "PDF_SAMPLES names the folder for the files"))
struct SampleFiles {
  private func write(_ bytes: [UInt8], _ name: String) throws {
    let folder = URL(filePath: try #require(folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appending(path: name))
  }

  @Test("leaflets in both languages and both profiles, with and without an outlet")
  func leaflets() throws {
    for language in ["zh-Hans", "en"] {
      for profile in Layout.Profile.allCases {
        let leaflet = SampleLeaflet(language: language, profile: profile)
        let file = PDFFile(leaflet.layout, fonts: sampleFonts, slot: leaflet.slot)
        try write(file.bytes, "leaflet-\(language)-\(profile.rawValue).pdf")
        let overlay = SampleLeaflet.overlay("鑫源村镇服务点", phone: "0571-8888-1234", title: "鑫源村镇服务点的单页")
        try write(file.bytes(adding: overlay), "leaflet-\(language)-\(profile.rawValue)-outlet.pdf")
      }
    }
  }
}
