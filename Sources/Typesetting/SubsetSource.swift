private import CHarfBuzz
private import Synchronization

/// The face from which subsets of a font are taken: its outlines and advances, and nothing about layout.
final class SubsetSource: Sendable {
  /// A face that belongs to this source alone.
  private struct Owned: Sendable {
    /// Safe to share: immutable, destroyed with its source.
    nonisolated(unsafe) let face: OpaquePointer
  }

  private struct Preparation: Sendable {
    var uses = 0
    var face: Owned?
  }

  private let plain: Owned
  private let preparation = Mutex(Preparation())

  /// Preparing a face of 9,700 glyphs takes as long as taking 40 subsets of 400 glyphs, each of which then takes a
  /// sixth of the time.
  private static let usesBeforePreparation = 40

  /// Nil when HarfBuzz has no memory.
  init?(_ face: OpaquePointer) {
    guard let builder = hb_face_builder_create() else { return nil }
    for name in ["CFF ", "head", "hhea", "hmtx", "maxp"] {
      let table = hb_face_reference_table(face, FontTag.number(name))
      hb_face_builder_add_table(builder, FontTag.number(name), table)
      hb_blob_destroy(table)
    }
    hb_face_make_immutable(builder)
    plain = Owned(face: builder)
  }

  deinit {
    hb_face_destroy(plain.face)
    preparation.withLock { if let owned = $0.face { hb_face_destroy(owned.face) } }
  }

  /// The bytes of a font file; see `Font.subset(to:)`.
  func subset(to glyphs: Set<UInt16>) -> [UInt8] {
    guard let input = hb_subset_input_create_or_fail() else { return [] }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, UInt32(glyph)) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    guard let part = hb_subset_or_fail(face().face, input) else { return [] }
    defer { hb_face_destroy(part) }
    let blob = hb_face_reference_blob(part)
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &count) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: Int(count)))
  }

  /// The face as it is at first; when many subsets are taken, one that HarfBuzz has prepared for that.
  private func face() -> Owned {
    preparation.withLock { preparation in
      preparation.uses += 1
      if preparation.uses == Self.usesBeforePreparation, let face = hb_subset_preprocess(plain.face) {
        hb_face_make_immutable(face)
        preparation.face = Owned(face: face)
      }
      return preparation.face ?? plain
    }
  }
}
