import Diagnostics

/// A full name in one paragraph with an age and a village or county: neighbours know who is meant.
enum IdentifiablePerson {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    if passage.script.isChinese, passage.kinds.contains(.han) { chinese(passage, &remarks) }
    if passage.script.isEnglish, passage.kinds.contains(.digit) { english(passage, &remarks) }
  }

  // MARK: Chinese

  // The hundred commonest surnames, and common ones of two characters.
  private static let surnames = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田\
    任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文
    """.unicodeScalars)
  private static let longSurnames = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "司徒"].map {
    Array($0.unicodeScalars)
  }

  /// What stands in place of a given name when a person is not to be known.
  private static let veils = Set("某阿老大小叔姨伯婶爷奶妈爸哥姐弟妹先女师同经主警总姓氏家村婆公嫂舅姑".unicodeScalars)
  private static let roles = [
    "村民", "居民", "市民", "储户", "客户", "老人", "男子", "女子", "受害人", "事主", "被害人", "当事人", "嫌疑人", "被告人", "名叫", "叫", "叫做", "是",
  ].map { Array($0.unicodeScalars) }

  private static func chinese(_ passage: Passage, _ remarks: inout [Remark]) {
    guard let age = age(passage), let place = place(passage) else { return }
    for index in passage.glyphs.indices {
      guard let name = name(at: index, passage), abs(name.lowerBound - age) <= 24 else { continue }
      // A place that begins with a surname is no name.
      if name.contains(place) { continue }
      remarks.append(.person(passage.text(name), at: passage.range(name)))
      return
    }
  }

  /// Where `72岁` stands.
  private static func age(_ passage: Passage) -> Int? {
    passage.glyphs.indices.first { index in
      guard passage.glyphs[index].scalar == "岁" else { return false }
      let before = passage.has("周", at: index - 1) ? index - 2 : index - 1
      return passage.kind(before) == .digit
        || (passage[before].map { "一二三四五六七八九十".unicodeScalars.contains($0.scalar) } ?? false)
    }
  }

  /// Where the last character of a village's or county's name stands.
  private static func place(_ passage: Passage) -> Int? {
    passage.glyphs.indices.dropFirst(2).first { index in
      "村县镇乡屯寨".unicodeScalars.contains(passage.glyphs[index].scalar) && passage.kind(index - 1) == .han
        && passage.kind(index - 2) == .han && !"全本同邻外农山进乡该某各新".unicodeScalars.contains(passage.glyphs[index - 1].scalar)
        && !"民里口头委".unicodeScalars.contains(passage[index + 1]?.scalar ?? " ")
    }
  }

  /// A name that starts at an index: behind a mark or a word such as 村民, before a mark, a number or a word for age.
  private static func name(at index: Int, _ passage: Passage) -> Range<Int>? {
    let isLong = longSurnames.contains { passage.has($0, from: index) }
    guard isLong || surnames.contains(passage.glyphs[index].scalar) else { return nil }
    let isStart = index == 0 || passage.isOne(of: [.wideMark, .space, .lineEnd], at: index - 1)
    guard isStart || roles.contains(where: { passage.has($0, from: index - $0.count) }) else { return nil }
    let given = index + (isLong ? 2 : 1)
    guard passage.kind(given) == .han, !veils.contains(passage.glyphs[given].scalar) else { return nil }
    for end in [given + 1, given + 2] {
      guard
        passage.glyphs[given..<min(end, passage.glyphs.count)].allSatisfy({
          $0.kind == .han && !veils.contains($0.scalar)
        })
      else { return nil }
      let follows = ["，", "（", "(", ",", "今年", "现年", "年龄", "家住", "男", "女"].map { Array($0.unicodeScalars) }
      if passage.kind(end) == .digit || follows.contains(where: { passage.has($0, from: end) }) { return index..<end }
    }
    return nil
  }

  // MARK: English

  /// `Zhang Wei, 72, of Xia village`.
  private static func english(_ passage: Passage, _ remarks: inout [Remark]) {
    let places: Set<String> = ["village", "county", "township", "hamlet"]
    let words = words(passage)
    guard words.contains(where: { places.contains(passage.text($0).lowercased()) }) else { return }
    for (order, first) in words.enumerated().dropLast() {
      let second = words[order + 1]
      guard passage.isCapitalised(first), passage.isCapitalised(second), first.upperBound + 1 == second.lowerBound,
        passage.has(" ", at: first.upperBound),
        surnamesInLatin.contains(passage.text(first))
          || surnamesInLatin.contains(passage.text(second))
      else { continue }
      let near = passage.text(second.upperBound..<min(second.upperBound + 24, passage.glyphs.count))
      guard near.hasPrefix(", "), near.contains(where: \.isNumber) else { continue }
      remarks.append(
        .person(
          passage.text(first.lowerBound..<second.upperBound), at: passage.range(first.lowerBound..<second.upperBound)))
      return
    }
  }

  private static let surnamesInLatin: Set<String> = [
    "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Hu", "Zhu", "Gao", "Lin",
    "He", "Guo", "Ma", "Luo", "Liang", "Song", "Zheng", "Xie", "Han", "Tang", "Feng", "Yu", "Dong", "Cheng", "Cao",
    "Yuan",
    "Deng", "Fu", "Shen", "Zeng", "Peng", "Lu", "Su", "Jiang", "Cai", "Jia", "Ding", "Wei", "Xue", "Ye",
  ]

  private static func words(_ passage: Passage) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < passage.glyphs.count {
      var end = index
      while passage.kind(end) == .letter { end += 1 }
      if end > index { words.append(index..<end) }
      index = max(end, index + 1)
    }
    return words
  }
}

extension Passage {
  fileprivate func isCapitalised(_ word: Range<Int>) -> Bool {
    word.count > 1 && (self[word.lowerBound].map { (0x41...0x5A).contains($0.scalar.value) } ?? false)
      && !["Mr", "Mrs", "Ms", "Auntie", "Uncle", "Grandma", "Grandpa", "Old", "Xiao", "Lao"].contains(text(word))
  }
}

extension Remark {
  fileprivate static func person(_ name: String, at range: Range<Int>) -> Remark {
    Remark(
      .error, .identifiablePerson, at: range,
      Wording(
        zh: "“\(name)”像是全名，同一段里还有年龄和村、县", en: "“\(name)” looks like a full name, beside an age and a village or county"),
      hint: Wording(
        zh: "写成“张某”“李阿姨”，村名和年龄去掉一样。法律依据：《个人信息保护法》第六条（L-39），《民法典》第一千零三十二条（L-40）。",
        en:
          "write “Mr Zhang” or “Auntie Li”, and leave out the place or the age. The law: Personal Information Protection Law, Art. 6 (L-39); Civil Code, Art. 1032 (L-40)."
      ))
  }
}
