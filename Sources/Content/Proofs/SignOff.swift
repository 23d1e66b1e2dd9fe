package import Diagnostics

/// A page that is not published because somebody has not signed it, or has signed something else.
package struct UnsignedPage: Sendable {
  /// A signature that it lacks.
  package struct Lack: Sendable {
    package let role: String
    /// The last signature in this role; nil when there never was one.
    package let last: Signature?
    /// What has changed since the last signature.
    package let changes: [Change]
  }

  /// One passage that is not as it was signed.
  package struct Change: Sendable {
    /// What has happened to it.
    package enum Kind: Hashable, Sendable {
      case changed, added, removed, moved
    }

    package let kind: Kind
    /// The first words as they were signed; nil for what is new.
    package let was: String?
    /// The first words and the place as they are; nil for what is gone.
    package let now: (words: String, place: Place)?
  }

  package let page: Page
  /// At least one.
  package let lacks: [Lack]
}

extension UnsignedPage {
  /// The page, if one of the signatures that it needs is missing.
  /// - Parameters:
  ///   - proof: the whole text in its bundle.
  ///   - roles: who must have signed it.
  init?(_ proof: Proof, needing roles: [String], _ register: SignatureRegister?) {
    let language = proof.page.language.code
    let signatures = (register?.signatures ?? []).filter { $0.language == language && $0.isGenuine }
    let hash = proof.hash
    let lacks = roles.compactMap { role -> Lack? in
      let own = signatures.filter { $0.role == role }
      if own.contains(where: { $0.hash == hash }) { return nil }
      return Lack(role: role, last: own.last, changes: own.last.map { Self.changes(since: $0, proof) } ?? [])
    }
    if lacks.isEmpty { return nil }
    page = proof.page
    self.lacks = lacks
  }

  /// What has changed in a text since it was signed, in the order of the text.
  package static func changes(since signature: Signature, _ proof: Proof) -> [Change] {
    let blocks = signature.blocks
    let revision = Revision(from: blocks, to: proof)
    var changes: [(change: Change, passage: Int)] = []
    var last = 0
    var order: [(entry: Int, passage: Int)] = []
    func now(_ passage: Int) -> (words: String, place: Place) { (proof.words(of: passage), proof.place(of: passage)) }
    for (entry, fate) in revision.fates.enumerated() {
      let was = blocks[entry].words
      switch fate {
      case .kept(let passage): order.append((entry, passage))
      case .changed(let passage):
        changes.append((Change(kind: .changed, was: was, now: now(passage)), passage))
        order.append((entry, passage))
      case .gone: changes.append((Change(kind: .removed, was: was, now: nil), last))
      }
      last = fate.passage ?? last
    }
    changes += revision.added.map { (Change(kind: .added, was: nil, now: now($0)), $0) }
    for place in Revision.outOfOrder(order.map(\.passage)) {
      let (entry, passage) = order[place]
      changes.append((Change(kind: .moved, was: blocks[entry].words, now: now(passage)), passage))
    }
    return changes.enumerated().sorted { ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset) }
      .map(\.element.change)
  }
}
