import Content
import Diagnostics

/// A line in `signatures.csv` that signing did not write, or that was changed afterwards: it says that somebody answers for a
/// text which they never saw.
enum VoidSignature {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.records.signatures.sorted { $0.key < $1.key }.flatMap { _, register in
      register.signatures.filter { !$0.isGenuine }.map { .void($0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func void(_ signature: Signature) -> Diagnostic {
    Diagnostic(
      .error, "void-signature", at: signature.place,
      Wording(
        zh: "“\(signature.role)”这条签字对不上：不是签字时写的，或者后来被人改过",
        en:
          "this signature of “\(signature.role)” does not hold: signing did not write it, or it was changed afterwards"),
      hint: Wording(
        zh: "用版本记录恢复这一行，或者删掉它，请签字的人看过内容再运行microclass sign。",
        en: "restore the line, or delete it and have the text read and signed again with microclass sign."))
  }
}
