import PDF
import Typesetting

/// A leaflet with everything that the writer must be able to do.
struct SampleLeaflet {
  var layout: Layout
  /// Where a local edition adds its address.
  var slot: StructureTree.ID

  static let teal = Colour(Colour.Light(red: 0, green: 96, blue: 100))

  /// A house: outlines with every kind of paint.
  static let house: Drawing = {
    var wall = Paint(fill: teal.tint(0.2), stroke: Paint.Stroke(teal, width: 1.5))
    wall.opacity = 0.5
    var fence = Paint.Stroke(.black, width: 0.8)
    (fence.cap, fence.join, fence.dashes) = (.round, .bevel, [3, 2])
    var ring = Paint(fill: teal)
    ring.isEvenOdd = true
    let sun = Path.rounded(Rect(70, 5, 20, 20), radius: 10)
    let hole = Path.rounded(Rect(75, 10, 10, 10), radius: 5)
    return Drawing(
      size: Size(100, 80),
      shapes: [
        Drawing.Shape(.rectangle(Rect(20, 40, 50, 35)), wall),
        Drawing.Shape(
          Path([.move(Point(15, 40)), .line(Point(45, 12)), .line(Point(75, 40)), .close]), Paint(fill: teal)),
        Drawing.Shape(Path(sun.steps + hole.steps), ring),
        Drawing.Shape(.line(from: Point(0, 75), to: Point(100, 75)), Paint(stroke: fence)),
      ])
  }()

  /// A code that says `HTTPS://EXAMPLE.ORG/1`.
  static let code = QRCode(
    width: 21,
    modules: """
      #######....##.#######
      #.....#...#.#.#.....#
      #.###.#...#.#.#.###.#
      #.###.#.#.#...#.###.#
      #.###.#.##..#.#.###.#
      #.....#..#..#.#.....#
      #######.#.#.#.#######
      .....................
      ##...###...##...##...
      ..#.....#.##...#.....
      #...###.##.#.###....#
      ..##.#..#.###..#####.
      ....#.##....#.#.##.##
      ........####...#.####
      #######.##..##.####.#
      #.....#.##.###...##..
      #.###.#..#.##.##..#.#
      #.###.#.....#.##.##..
      #.###.#..##.#.#..#.##
      #.....#.#...##.#..#.#
      #######.###.##..##...
      """.filter { $0 != "\n" }.map { $0 == "#" })

  init(language: String, profile: Layout.Profile) {
    let isChinese = language.hasPrefix("zh")
    func word(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
    var sheet = SampleSheet(
      word("存款有保险（样张）", "Deposits & \"insurance\" <sample>"), language: language, profile: profile)
    sheet.layout.subject = word("签字前先弄清，手里这张纸写的是不是存款。", "Before you sign, ask whether it is a deposit.")
    sheet.layout.duplex = .flipOnShortEdge
    sheet.page()
    sheet.draw(for: nil)
    let page = sheet.layout.pages[0]
    sheet.add(.path(.rectangle(Rect(page.bleed.x, page.bleed.y, page.bleed.width, 40)), Paint(fill: Self.teal)))

    let cover = sheet.begin(.section)
    sheet.begin(.heading(1), in: cover)
    sheet.text(
      word("存款有保险，先问是不是存款", "Deposits are insured: ask whether it is one"), size: 24, .strong, colour: Self.teal)
    let figure = sheet.begin(.figure(alt: word("一座小房子", "A small house")), in: cover)
    sheet.skip(10)
    sheet.add(.drawing(Self.house, in: Rect(80, sheet.y, 100, 80)))
    sheet.draw(for: nil)
    sheet.add(.drawing(Self.house, in: Rect(300, sheet.y + 20, 50, 40)))
    sheet.draw(for: figure)
    sheet.skip(90)
    sheet.begin(.heading(2), in: cover)
    sheet.text(word("怎么回事", "What it is about"), size: 15, .strong)
    let paragraph = sheet.begin(.paragraph, in: cover)
    sheet.text(
      word(
        "人民币存款保，外币存款也保。同一个人在同一家投保银行的存款，本金加利息，最高偿付50万元。超出的部分，不在这个限额里。",
        "Yuan deposits are insured, and so are those in other currencies. For one person in one bank the limit is "
          + "¥500,000, capital and interest together. What goes beyond is not within that limit."))
    sheet.begin(.link, in: paragraph)
    sheet.text(word("请拨打12378咨询", "Call 12378 for advice"), .hotline, colour: Self.teal)
    sheet.link(to: "tel:12378")
    sheet.draw(for: paragraph)
    sheet.text(word("，不要钱。", ", it is free (really)."))

    sheet.begin(.heading(2), in: cover)
    sheet.text(word("怎么办", "What to do"), size: 15, .strong)
    let list = sheet.begin(.list, in: cover)
    for (number, step) in [
      word("签字前停一停。", "Stop before you sign."), word("问一句：这是存款吗？", "Ask: “Is this a deposit?”"),
    ].enumerated() {
      let item = sheet.begin(.item, in: list)
      sheet.begin(.label, in: item)
      sheet.text("\(number + 1).")
      sheet.begin(.body, in: item)
      sheet.skip(-10.5 * 1.6)
      sheet.text(step, x: 100)
    }
    sheet.begin(.quote, in: cover)
    sheet.text(word("“跟存款一样，保本，利息还高。”", "“As safe as a deposit, and more interest.”"), size: 12)
    sheet.begin(.note, in: cover)
    sheet.text(word("提示：同一家银行的几个网点，要合在一起算。", "Tip: all branches of one bank count together."))

    sheet.begin(.paragraph, in: cover)
    sheet.text(word("这一段从正面开始，", "This begins on the front,"))
    sheet.page()
    sheet.text(word("到背面才结束。", "and ends on the back."))
    let back = sheet.begin(.section)
    sheet.begin(.heading(2), in: back)
    sheet.text(word("柜台上问一句", "Ask at the counter"), size: 15, .strong)
    let table = sheet.begin(.table, in: back)
    for (index, row) in [
      [word("问", "Question"), word("答", "Answer")], [word("“这是存款吗？”", "“Is it a deposit?”"), word("是", "Yes")],
    ].enumerated() {
      let line = sheet.begin(.row, in: table)
      for (column, cell) in row.enumerated() {
        sheet.begin(index == 0 ? .headingCell : .cell, in: line)
        if column > 0 { sheet.skip(-10.5 * 1.6) }
        sheet.text(cell, x: 80 + 200 * Double(column), width: 180)
      }
    }
    let foreign = word("en", "zh-Hans")
    sheet.begin(.paragraph, in: back, language: foreign)
    sheet.text(word("Office of the “fine print”: naïve café, pīnyīn", "小字：存款保险"), language: foreign)
    let website = sheet.begin(.link, in: back)
    sheet.skip(20)
    sheet.begin(.figure(alt: word("二维码", "QR code")), in: website)
    sheet.add(.code(Self.code, in: Rect(80, sheet.y, 63, 63), .black))
    sheet.skip(60)
    sheet.draw(for: website)
    sheet.link(to: "https://example.org/存款?a=(1)", width: 63)
    sheet.begin(.paragraph, in: back)
    // A text that is drawn with the glyphs of another one, and letters of several glyphs.
    sheet.text("A\u{2022}B\u{B7}C\u{B7}D: m\u{30C}m, (1)\\2")
    // A section for local editions, which is not in the file as long as it is empty.
    let address = sheet.begin(.section, in: back)
    slot = sheet.begin(.section, in: address)
    sheet.begin(.paragraph, in: back)
    sheet.skip(80)
    sheet.text(word("二〇二六年十一月", "November 2026"), size: 8)
    sheet.layout.bookmarks = [
      Layout.Bookmark(title: word("封面", "Cover"), page: 0, y: 50, level: 1),
      Layout.Bookmark(title: word("怎么办", "What to do"), page: 0, y: 300, level: 2),
      Layout.Bookmark(title: word("背面", "Back"), page: 1, y: 0, level: 1),
    ]
    layout = sheet.layout
  }

  /// What an outlet adds to the second page.
  static func overlay(_ name: String, phone: String, language: String = "zh-Hans", title: String? = nil) -> Overlay {
    var sheet = SampleSheet(name, language: language)
    sheet.page()
    sheet.skip(400)
    sheet.begin(.heading(3))
    sheet.text(name, size: 12, .strong)
    let line = sheet.begin(.paragraph)
    sheet.text("电话：")
    sheet.begin(.link, in: line)
    sheet.text(phone, .hotline, colour: teal)
    sheet.link(to: "tel:\(phone)")
    sheet.begin(.figure(alt: "二维码"))
    sheet.add(.code(code, in: Rect(400, 420, 50, 50), .black))
    sheet.draw(for: nil)
    sheet.add(.drawing(house, in: Rect(460, 420, 50, 40)))
    let page = sheet.layout.pages[0]
    return Overlay(
      pages: [1: Overlay.Page(items: page.items, links: page.links)], structure: sheet.layout.structure,
      fonts: OverlayFonts(page.items, fonts: sampleFonts), title: title)
  }
}
