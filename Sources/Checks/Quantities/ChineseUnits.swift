/// What Chinese words before and behind a number say about it.
enum ChineseUnits {
  /// What stands behind a number.
  enum Suffix: Sendable {
    case unit(Quantity.Unit)
    /// A unit that is so many of another.
    case multiple(of: Quantity.Unit, Int)
    case basisPoints, permille, discount, tenths, year, month, day, hour, yearsOfAge
  }

  static let suffixes = WordTable<Suffix>([
    "元人民币 块人民币 元钱 块钱 元 块 圆": .unit(.amount(.yuan)), "美元 美金 美刀": .unit(.amount(.usDollar)),
    "欧元": .unit(.amount(.euro)), "英镑": .unit(.amount(.pound)), "日元": .unit(.amount(.yen)),
    "港元 港币": .unit(.amount(.hongKongDollar)), "韩元": .unit(.amount(.won)),
    "澳元 加元 新元 澳门元": .unit(.amount(.otherDollar)), "分钱 角钱 毛钱": .unit(.amount(.fen)),
    "% 个百分比": .unit(.percent), "‰": .permille, "个百分点 百分点": .unit(.points),
    "个基点 基点 bp BP bps BPs 个BP 个bp": .basisPoints, "折": .discount, "成": .tenths, "倍": .unit(.ratio),
    "个工作日 工作日 个交易日 交易日": .unit(.workingDays), "年": .year, "个年头": .multiple(of: .months, 12),
    "个月": .multiple(of: .months, 1), "月份 月": .month, "日 号": .day, "天": .multiple(of: .time, 86_400),
    "个星期 星期 周 个礼拜 礼拜": .multiple(of: .time, 604_800),
    "个小时 小时 个钟头 钟头": .multiple(of: .time, 3600), "分钟": .multiple(of: .time, 60),
    "刻钟": .multiple(of: .time, 900), "秒钟 秒": .multiple(of: .time, 1), "点钟 点": .hour,
    "周岁 岁": .yearsOfAge, "人次 人（次）": .unit(.count(.attendances)),
    "个人 人 名 位 口人": .unit(.count(.people)), "户": .unit(.count(.households)), "次 遍 回 趟": .unit(.times),
    "个 家 所 台 笔 张 件 条 份 项 种 类 只 起 例 处 批 套 步 句 课 道 题 页 字 组 辆 部 间 把 块儿 层 代 级 届 场 样 枚 盒 箱 斤 公斤 吨 米 公里 里 厘米 毫米 亩 平方米 平米 单 期 段 行 门 面 颗 副 双 对 根 支 杯 袋 桶 盘 卷 本 册 篇 幅 首 顿 座 栋 排 队 群 分 厘 则 宗 桩 款 站 线 尺 寸 克 升 轮 封 师 季度 村 镇 县 市 省 国 部门":
      .unit(.count(.things)),
  ])

  static let currencies = WordTable<Quantity.Currency>([
    "¥ 人民币 RMB CNY rmb cny": .yuan, "US$ USD $ 美元 usd": .usDollar, "€ EUR": .euro, "£ GBP": .pound,
    "HK$ HKD": .hongKongDollar, "JPY": .yen,
  ])

  /// Words right before a number, or with a few characters between.
  static let qualifiers = WordTable<Quantity.Qualifier>([
    "约 大约 大概 约为 约合 差不多 估计": .about, "近 将近 接近 快": .nearly, "超过 超 逾 多于 高于 大于 突破 不止": .more,
    "至少 不少于 不低于 起码 最少 最低 不得少于 不得低于": .atLeast,
    "至多 最多 最高 最长 最大 不超过 不得超过 未超过 不高于 不多于 不得高于 上限 上限是 上限为 封顶 最高可达": .atMost,
    "不足 不到 不满 未满 少于 低于 小于": .under, "满 年满 限 限带 限额 限额为 限额是 每人限 累计": .unclear,
  ])

  /// Words that end in a qualifier without being one.
  static let notQualifiers = WordTable<Bool>([
    "最近 附近 就近 远近 靠近 临近 亲近 新近 节约 预约 合约 违约 契约 特约 签约 解约 大限 有限 无限 年限 期限 界限 权限 时限 额度上限 赶快 尽快 越快 很快": true
  ])

  /// Words that may stand some characters before the number.
  static let distant = WordTable<Quantity.Qualifier>([
    "最多 最高 最长 不超过 不得超过 上限": .atMost, "至少 最少 最低 不低于 不少于": .atLeast, "限额 累计": .unclear,
  ])

  /// Words behind the unit.
  static let trailing = WordTable<Quantity.Qualifier>([
    "以上 及以上 或以上 或者以上": .atLeast, "以下 及以下 或以下": .atMost, "以内 之内 内 起 的按 的，按": .unclear, "左右 上下 来": .about,
    "余 多 开外": .more, "封顶": .atMost,
  ])

  /// Words behind a date.
  static let aroundDate = WordTable<Quantity.Qualifier>([
    "前 以前 之前 底前 截止 为止": .before, "起 后 以后 之后 以来 起施行 开始": .from,
  ])

  static let periods = WordTable<Quantity.Period>([
    "单笔 每笔 每一笔 一笔 每单": .transaction, "每年 一年 年累计 年化 年息 年利 年利率 年率 按年 年度 全年 年限额 每一年": .year,
    "每月 每个月 一个月 月息 月利 月利率 按月 月累计": .month, "每天 每日 日息 一天 一日 按天 按日 单日 当日 日累计 日利率": .day,
    "每人 人均 每人每次 每位": .person,
  ])

  /// Rates of interest that are said in 分, 厘 and 毫: how many 厘 make one per cent.
  static let interest = WordTable<Quantity.Period>([
    "年息 年利 年利率 年息为": .year, "月息 月利 月利率 月息为": .month, "日息 日利 日利率": .day,
  ])

  /// Verbs after which `N倍` is what comes on top.
  static let growth = WordTable<Bool>([
    "增长 增加 增 提高 上升 扩大 上涨 涨 多 高出 高 快 大 增长了 增加了 提高了 上升了 扩大了 上涨了 涨了 多了 翻 翻了 多出": true
  ])

  /// Units of time in seconds, behind 几.
  static let spans = WordTable<Int>([
    "分钟": 60, "小时 个小时 个钟头": 3600, "天 日": 86_400, "周 个星期 星期": 604_800, "个月": 2_592_000, "年": 31_536_000,
  ])

  /// Words that hold a numeral and no number.
  static let idioms = WordTable<Bool>([
    """
    一下 一起 一定 一样 一般 一直 一切 一旦 一再 一律 一致 一边 一面 一些 一点 一会儿 一会 一口 一步一步 一个个 一成不变 一清二楚 一模一样 一字不差 \
    一五一十 一心一意 一举 一向 一味 一概 一同 一时 一度 一手 一路 一番 一线 一把手 一道 一流 二维码 二手 二胡 二老 二话 二来 两难 两边 两旁 两岸 两口子 \
    三番五次 三番两次 三天两头 三心二意 三三两两 三农 三餐 三方 三言两语 三令五申 三七二十一 三长两短 四处 四周 四面八方 四邻 四季 四川 四海 五花八门 \
    五金 五官 五颜六色 五湖四海 六亲 七上八下 七嘴八舌 七夕 乱七八糟 八卦 八方 九州 九牛一毛 十分 十足 十字 十全十美 十拿九稳 百姓 百货 百般 百分百 百科 \
    百度 百忙 千万 千方百计 千辛万苦 千家万户 千篇一律 万一 万能 万事 万般 万分 万无一失 万不得已 数一数二 数字 数据 数额 数目 几乎 几何 半信半疑 \
    半生不熟 半路 半夜 半点 半个字 半年报 八成是 八成会 八成要 十有八九 百里 千里 万里 第一时间 第三方 第三人称 第二课堂 零钱 零售 零工 零星 零食 零花钱
    """: true
  ])

  /// Characters before a numeral that make it part of a word or a name.
  static let notBefore = WordTable<Bool>(["再 张 李 王 赵 唯 统 专 其 如 归 之 星期 周 礼拜 初 连 老": true])
}
