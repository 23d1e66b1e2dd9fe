import Diagnostics
import Print

/// What came of one rendering of an artwork, as it is remembered from one run to the next.
struct Printing: Equatable, Sendable {
  /// What came of one file of the artwork.
  struct Result: Equatable, Sendable {
    let file: Artwork.File
    /// Bytes of the finished file; nil when it could not be printed, and the remarks say why.
    let size: Int?
    /// The published file, once it is; when that is touched, the file is made again.
    var published: FileStamp?
  }

  /// A file of the project to which a remark points.
  struct Source: Equatable, Sendable {
    /// Path below the project's root.
    let path: String
    /// A digest of its bytes, nil when it could not be read. A remark that points into another text would be wrong.
    let digest: String?
  }

  var results: [Result]
  /// What was said while rendering. It may be about any of the files, and so holds for all of them or for none.
  var remarks: [Diagnostic] = []
  var sources: [Source] = []
}
