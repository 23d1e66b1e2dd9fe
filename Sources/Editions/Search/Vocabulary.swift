/// Words and runs, each kept once, with a zero after it.
struct Vocabulary {
  private(set) var texts: [UInt16] = [0]
  /// Open addressing: where in `texts` a piece starts, or 0.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Where in `texts` a piece stands; it is added when it is new.
  mutating func place(of piece: some Collection<UInt16>) -> UInt32 {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: piece)
    if slots[slot] != 0 { return slots[slot] }
    let place = UInt32(texts.count)
    texts.append(contentsOf: piece)
    texts.append(0)
    slots[slot] = place
    count += 1
    return place
  }

  private func slot(of piece: some Collection<UInt16>) -> Int {
    var fingerprint = Fingerprint()
    for unit in piece {
      fingerprint.add(UInt8(truncatingIfNeeded: unit))
      fingerprint.add(UInt8(unit >> 8))
    }
    var slot = Int(truncatingIfNeeded: fingerprint.value ^ fingerprint.value >> 32) & (slots.count - 1)
    while slots[slot] != 0, !holds(Int(slots[slot]), piece) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func holds(_ place: Int, _ piece: some Collection<UInt16>) -> Bool {
    var index = place
    for unit in piece {
      if texts[index] != unit { return false }
      index += 1
    }
    return texts[index] == 0
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    var start = 1
    for index in 1..<texts.count where texts[index] == 0 {
      slots[slot(of: texts[start..<index])] = UInt32(start)
      start = index + 1
    }
  }
}
