import Diagnostics

/// A word in a form that the site does not use: 帐户 for 账户, 登陆 for 登录, and common slips such as 防犯 for 防范.
enum MixedVariant {
  /// One form and the one to write.
  private struct Variant {
    let odd: [Unicode.Scalar]
    let right: String
    /// Words of which one must stand nearby; none for forms that are always wrong.
    let nearby: [String]

    init(_ odd: String, _ right: String, nearby: [String] = []) {
      self.odd = Array(odd.unicodeScalars)
      (self.right, self.nearby) = (right, nearby)
    }
  }

  // 账 for money, 帐 for cloth (现代汉语词典; 第一批异形词整理表, GF 1001—2001, of 2001).
  private static let money = [
    "帐户", "帐号", "帐单", "帐目", "帐款", "帐本", "帐面", "帐簿", "转帐", "记帐", "结帐", "付帐", "入帐", "到帐", "对帐", "查帐",
    "坏帐", "欠帐", "还帐", "赖帐", "报帐", "算帐", "收帐", "催帐", "出帐", "进帐", "挂帐", "呆帐", "平帐", "销帐", "做帐", "假帐",
  ]

  /// Words of which both forms are right; the site should still use one.
  static let equals: [String] = ["其他", "想象", "唯一"]

  private static let variants: [Variant] =
    money.map { Variant($0, $0.replacing("帐", with: "账")) } + [
      Variant(
        "登陆", "登录",
        nearby: ["网站", "网页", "系统", "平台", "账", "帐", "手机", "App", "APP", "微信", "支付宝", "网银", "官网", "密码", "界面", "页面", "后"]),
      Variant("其它", "其他"), Variant("身分证", "身份证"), Variant("帐蓬", "帐篷"), Variant("既使", "即使"), Variant("必竟", "毕竟"),
      Variant("布署", "部署"), Variant("按装", "安装"), Variant("防犯", "防范"), Variant("验正码", "验证码"), Variant("渡假", "度假"),
      Variant("安祥", "安详"), Variant("计画", "计划"), Variant("想像", "想象"), Variant("惟一", "唯一"), Variant("图象", "图像"),
      Variant("录象", "录像"), Variant("松驰", "松弛"), Variant("一愁莫展", "一筹莫展"), Variant("迫不急待", "迫不及待"),
      Variant("再接再励", "再接再厉"), Variant("帐务", "账务"), Variant("由於", "由于"), Variant("关於", "关于"), Variant("对於", "对于"),
      Variant("至於", "至于"), Variant("於是", "于是"), Variant("等於", "等于"), Variant("属於", "属于"),
    ]

  /// The variants by their first character.
  private static let table = Dictionary(grouping: variants) { $0.odd[0] }

  private static let firsts = ScalarSet(table.keys)

  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard passage.script.isChinese, passage.kinds.contains(.han), !passage.isBait, !passage.isLaw else { return }
    let (table, firsts) = (Self.table, Self.firsts)
    for index in passage.glyphs.indices where firsts.contains(passage.glyphs[index].scalar) {
      guard passage.glyphs[index].kind == .han, let variants = table[passage.glyphs[index].scalar] else { continue }
      for variant in variants where passage.has(variant.odd, from: index) {
        let end = index + variant.odd.count
        // `走出帐篷` is not about money, and `转到帐户` is about 帐户.
        if variant.odd.last == "帐", let next = passage[end], "篷幕子房顶户号单目款本面簿务".unicodeScalars.contains(next.scalar) {
          continue
        }
        if style.unusedForms.contains(variant.right) { continue }
        if !variant.nearby.isEmpty {
          let next = passage.text(end..<min(end + 6, passage.glyphs.count))
          let previous = passage.text(max(0, index - 4)..<index)
          guard variant.nearby.contains(where: { next.contains($0) || previous.contains($0) }) else { continue }
        }
        let isCertain = passage.isUnbroken(index..<end)
        remarks.append(
          .variant(passage.text(index..<end), variant.right, at: passage.range(index..<end), isCertain: isCertain))
      }
    }
  }
}

extension Remark {
  fileprivate static func variant(_ odd: String, _ right: String, at range: Range<Int>, isCertain: Bool) -> Remark {
    Remark(
      .warning, .mixedVariant, at: range,
      Wording(zh: "“\(odd)”应当写成“\(right)”", en: "“\(odd)” is written “\(right)”"),
      hint: Wording(zh: "全站只用一种写法。", en: "the whole site uses one form."), replacement: isCertain ? right : nil)
  }
}
