// swift-tools-version: 6.2
import PackageDescription

/// Rules for every target of our own: the language mode of Swift 6, explicit access on imports, and no warnings.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "microclass",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Doors to C libraries: module maps, nothing else.
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),

    // The pipeline, in the order in which a file passes through it. Sources/README.md is the map.
    .target(name: "Diagnostics", swiftSettings: rules),
    .target(name: "YAML", dependencies: ["CYAML", "Diagnostics"], swiftSettings: rules),
    .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics"], swiftSettings: rules),
    .target(name: "Content", dependencies: ["Diagnostics", "Markdown", "YAML"], swiftSettings: rules),
    .target(
      name: "Checks", dependencies: ["Content", "Diagnostics", "Markdown"],
      exclude: ["Copy/make-traditional-table", "Plain/make-common-characters"],
      swiftSettings: rules),
    .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: rules),
    .target(
      name: "Editions", dependencies: ["Content", "Diagnostics", "Markdown", "Templates", "YAML"],
      swiftSettings: rules),
    .target(
      name: "Typesetting", dependencies: ["CExpat", "CHarfBuzz", "CQRencode", "Diagnostics"], swiftSettings: rules),
    .target(name: "PDF", dependencies: ["CZlib", "Typesetting"], swiftSettings: rules),
    .target(name: "PNG", dependencies: ["CCairo", "CZlib", "Typesetting"], swiftSettings: rules),
    .target(
      name: "Print",
      dependencies: ["Content", "Diagnostics", "Editions", "Markdown", "PDF", "PNG", "Typesetting", "YAML"],
      swiftSettings: rules),
    .target(name: "Compression", dependencies: ["CBrotli", "CZlib"], swiftSettings: rules),
    .target(
      name: "Publishing",
      dependencies: [
        "CLinux", "Checks", "Compression", "Content", "Diagnostics", "Editions", "Markdown", "Print", "Typesetting",
      ], swiftSettings: rules),
    .target(
      name: "Preview", dependencies: ["CMicrohttpd", "Diagnostics", "Editions", "Publishing"],
      swiftSettings: rules),
    .executableTarget(
      name: "microclass",
      dependencies: [
        "Checks", "Content", "Diagnostics", "Preview", "Publishing", "Typesetting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: rules),

    // Tests. What they have in common is in Tests/README.md.
    .target(name: "Examples", dependencies: ["Typesetting"], path: "Tests/Examples", swiftSettings: rules),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Examples"], swiftSettings: rules),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "Diagnostics", "Examples"], exclude: ["slips", "records"],
      swiftSettings: rules),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "Examples"], exclude: ["Trees"],
      swiftSettings: rules),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Diagnostics", "Examples"], exclude: ["slips"],
      swiftSettings: rules),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "Diagnostics", "Markdown", "YAML", "Examples"],
      swiftSettings: rules),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Content", "Diagnostics", "Examples"],
      exclude: ["Pairs"], swiftSettings: rules),
    .testTarget(
      name: "EditionsTests",
      dependencies: ["Editions", "Content", "Diagnostics", "Markdown", "Templates", "Examples"],
      exclude: ["Charts", "Markup", "search-pieces.txt"], swiftSettings: rules),
    .testTarget(
      name: "TypesettingTests", dependencies: ["Typesetting", "Diagnostics", "Examples"],
      exclude: ["Lines", "Pictures"],
      swiftSettings: rules),
    .testTarget(name: "PDFTests", dependencies: ["PDF", "Typesetting", "Examples"], swiftSettings: rules),
    .testTarget(name: "PNGTests", dependencies: ["PNG", "Typesetting", "Examples"], swiftSettings: rules),
    .testTarget(
      name: "PrintTests",
      dependencies: ["Print", "Content", "Diagnostics", "Editions", "PDF", "Typesetting", "Examples"],
      exclude: ["Layouts", "Mistakes"], swiftSettings: rules),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Publishing", "Compression", "Content", "Diagnostics", "Editions", "Print", "Examples"],
      swiftSettings: rules),
    .testTarget(
      name: "CommandTests", dependencies: ["microclass", "Examples"], exclude: ["Runs"], swiftSettings: rules),
  ],
  swiftLanguageModes: [.v6]
)
