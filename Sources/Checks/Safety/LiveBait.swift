import Content
import Diagnostics
import Markdown

/// Something in a swindler's words that still works: a link, a QR code, a telephone number, the name of an account.
enum LiveBait {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.isBait else { return }
    let document = passage.page.document
    if let node = passage.node {
      for index in node..<document.nodes[node].end {
        switch document.nodes[index].kind {
        case .link(let destination, _, let isBare):
          let address = document.string(destination).lowercased()
          let leadsOut = ["http:", "https:", "//", "tel:", "mailto:", "www."].contains { address.hasPrefix($0) }
          if isBare || leadsOut { remarks.append(.liveBait(.link, at: document.nodes[index].range)) }
        case .image(let destination, _):
          let words = (document.string(destination) + document.plainText(of: index)).lowercased()
          if ["qr", "二维码", "扫码", "erweima", "barcode", "收款码"].contains(where: { words.contains($0) }) {
            remarks.append(.liveBait(.code, at: document.nodes[index].range))
          }
        default: break
        }
      }
    }
    domains(passage, &remarks)
    numbers(passage, &remarks)
  }

  private static let endings: Set<String> = [
    "com", "cn", "net", "org", "top", "xyz", "vip", "cc", "app", "info", "me", "io", "shop", "site", "club", "online",
    "tk",
  ]

  /// `abc-bank.top`, which nobody made a link of. Names kept for examples are harmless (RFC 2606).
  private static func domains(_ passage: Passage, _ remarks: inout [Remark]) {
    for index in passage.glyphs.indices where passage.kind(index) == .mark && passage.has(".", at: index) {
      var start = index
      while passage.isOne(of: .latin, at: start - 1) || passage.has("-", at: start - 1)
        || passage.has(".", at: start - 1)
      {
        start -= 1
      }
      var end = index + 1
      while passage.kind(end) == .letter { end += 1 }
      let name = passage.text(start..<end).lowercased()
      guard start < index, endings.contains(passage.text(index + 1..<end).lowercased()), passage.kind(end) != .digit,
        !passage.has(".", at: end) || !passage.isOne(of: .latin, at: end + 1),
        !name.hasSuffix("example.com"), !name.hasSuffix("example.org"), !name.hasSuffix("example.net")
      else { continue }
      remarks.append(.liveBait(.link, at: passage.range(start..<end)))
    }
  }

  private static func numbers(_ passage: Passage, _ remarks: inout [Remark]) {
    let calls = [
      "电话", "拨打", "致电", "拨", "热线", "联系", "微信", "QQ", "V信", "VX", "call", "phone", "dial", "WhatsApp", "WeChat",
    ]
    var reported: [Range<Int>] = []
    for string in DigitString.all(in: passage) where string.digits.count >= 5 {
      if reported.contains(where: { $0.overlaps(string.glyphs) }) { continue }
      let before = passage.text(max(0, string.glyphs.lowerBound - 12)..<string.glyphs.lowerBound)
      let after = passage.text(string.glyphs.upperBound..<min(string.glyphs.upperBound + 2, passage.glyphs.count))
      let isAmount =
        ["元", "万", "块", "亿", "个", "人", "%", " y"].contains { after.hasPrefix($0) }
        || ["RMB ", "¥", "￥", "$", "CNY "].contains { before.hasSuffix($0) }
      let isCalled = calls.contains { before.contains($0) }
      guard !isAmount, isCalled || (7...12).contains(string.digits.count) else { continue }
      reported.append(string.glyphs)
      remarks.append(.liveBait(.number, at: passage.range(string.glyphs)))
    }
  }

  /// What works.
  enum Hook {
    case link, code, number
  }
}

extension Remark {
  fileprivate static func liveBait(_ hook: LiveBait.Hook, at range: Range<Int>) -> Remark {
    let message =
      switch hook {
      case .link: Wording(zh: "骗子的话里有真能打开的网址", en: "an address that works, in a swindler’s words")
      case .code: Wording(zh: "骗子的话里有二维码图片", en: "a picture of a QR code, in a swindler’s words")
      case .number: Wording(zh: "骗子的话里有真能拨打或添加的号码", en: "a number that works, in a swindler’s words")
      }
    return Remark(
      .error, .liveBait, at: range, message,
      hint: Wording(
        zh: "换成“×××”或者“（一个网址）”，免得读者点开、照拨。号码可能是无辜者的：《个人信息保护法》第六条（L-39）。",
        en:
          "write “(a link)” or “×××” so that nobody follows it. A number may be an innocent person’s: Personal Information Protection Law, Art. 6 (L-39)."
      ))
  }
}
