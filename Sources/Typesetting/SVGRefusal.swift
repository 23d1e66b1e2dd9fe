internal import Diagnostics

/// Why an SVG is not printed.
enum SVGRefusal: Hashable {
  case damaged(XMLDamage)
  case declarations
  case tooDeep
  case tooLarge
  /// A picture made of pixels.
  case pixels
  case notSVG
  case noSize
  case element(String)
  /// A property does something that paper cannot show.
  case property(String, String)
  /// A value that is not understood.
  case value(of: String, String)
  /// `use` of something that is not in the file.
  case reference(String)
  /// A `use` within what it copies.
  case copiesItself(String)
  case pathData(rest: String)
  case stretchedStroke
  case overlappingOpacity
  case farAway
  case tooComplex

  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(.warning, "unprintable-picture", at: place, message, hint: hint)
  }
}

extension SVGRefusal {
  private var message: Wording {
    let (zh, en) =
      switch self {
      case .damaged(let damage): damage.words
      case .declarations: ("DOCTYPE 里有自定义声明", "DOCTYPE with declarations of its own")
      case .tooDeep: ("嵌套超过 \(SVGTree.depthLimit) 层", "nested more than \(SVGTree.depthLimit) levels deep")
      case .tooLarge:
        ("文件超过 \(SourceFile.sizeLimit / 1_000_000) MB", "larger than \(SourceFile.sizeLimit / 1_000_000) MB")
      case .pixels: ("这是由像素组成的图片，不是 SVG", "a picture made of pixels, not an SVG")
      case .notSVG:
        (
          "最外层不是 SVG 的 <svg> 元素（缺少 xmlns=\"http://www.w3.org/2000/svg\"？）",
          "outermost element is not <svg> of SVG (is xmlns=\"http://www.w3.org/2000/svg\" missing?)"
        )
      case .noSize: ("没有可用的 viewBox，也没有宽和高", "no usable viewBox, and no width and height")
      case .element(let name): ("<\(Self.short(name))> 无法印到纸上", "<\(Self.short(name))> cannot be printed")
      case .property(let name, let value):
        ("“\(name): \(Self.short(value))” 无法印到纸上", "“\(name): \(Self.short(value))” cannot be printed")
      case .value(let name, let value):
        ("“\(Self.short(value))” 看不懂（\(name) 的值）", "“\(Self.short(value))” is not understood as \(name)")
      case .reference(let address):
        ("“\(Self.short(address))” 在图里找不到", "“\(Self.short(address))” is not in this picture")
      case .copiesItself(let address):
        ("“\(Self.short(address))” 引用了它自己所在的部分", "“\(Self.short(address))” is copied into itself")
      case .pathData(let rest):
        rest.isEmpty
          ? ("路径数据不完整", "path data incomplete")
          : ("路径数据从“\(rest)”处看不懂", "path data not understood from “\(rest)”")
      case .stretchedStroke:
        ("线条被变换拉成粗细不均", "line made uneven by its transform, thicker in one direction")
      case .overlappingOpacity:
        ("整组的透明度用在互相重叠的图形上，无法印到纸上", "opacity of overlapping shapes as one cannot be printed")
      case .farAway: ("坐标或线宽远远超出画面", "coordinates or line width far beyond the picture")
      case .tooComplex: ("图形太复杂：线段或虚线太多", "too complex: too many pieces or dashes")
      }
    return Wording(zh: zh + "；这幅图不会印出来", en: en + "; this picture is left out on paper")
  }

  private var hint: Wording {
    switch self {
    case .damaged, .notSVG, .reference, .copiesItself, .pathData, .declarations, .tooDeep: .exportPlain
    case .tooLarge, .tooComplex: .simplify
    case .pixels: .redraw
    case .noSize:
      Wording(
        zh: "在 <svg> 上写 viewBox=\"0 0 宽 高\"，宽和高大于 0",
        en: "write viewBox=\"0 0 WIDTH HEIGHT\" on <svg>, with both above 0")
    case .element(let name): Self.hint(forElement: name)
    case .property(let name, _): Self.hint(forProperty: name)
    case .value(of: "transform", _):
      Wording(
        zh: "只用 matrix、translate、scale、rotate、skewX、skewY，括号里只写数字",
        en: "use only matrix, translate, scale, rotate, skewX and skewY, with plain numbers")
    case .value(of: "points", _):
      Wording(zh: "写成对的数字：x,y x,y x,y", en: "write pairs of numbers: x,y x,y x,y")
    case .value:
      Wording(
        zh: "改成普通写法，例如颜色 #2b2a33、长度 4 或 4px", en: "write it plainly, as the colour #2b2a33 or the length 4 or 4px")
    case .stretchedStroke:
      Wording(
        zh: "在绘图软件里把线条转成轮廓（Inkscape：路径→描边转路径），或去掉不等比的缩放",
        en: "turn lines into outlines in the drawing program (Inkscape: Path → Stroke to Path), or scale evenly")
    case .overlappingOpacity:
      Wording(
        zh: "把透明度改到每个图形上（fill-opacity、stroke-opacity），或换成较浅的纯色",
        en: "give each shape its own opacity (fill-opacity, stroke-opacity), or use a lighter plain colour")
    case .farAway:
      Wording(zh: "删掉画面之外的图形，再导出一次", en: "delete what lies outside the picture and export it again")
    }
  }

  private static func hint(forElement name: String) -> Wording {
    switch name {
    case "text", "tspan", "textPath", "foreignObject":
      Wording(
        zh: "在绘图软件里把文字转成轮廓（Inkscape：路径→对象转路径），需要让人读到的文字写进课文",
        en:
          "turn text into outlines in the drawing program (Inkscape: Path → Object to Path); words to be read belong in the lesson"
      )
    case "image", "video", "canvas", "iframe": .redraw
    case "linearGradient", "radialGradient", "pattern":
      Wording(zh: "改用纯色填充", en: "use a plain colour instead")
    case "clipPath", "mask", "filter":
      Wording(
        zh: "在绘图软件里去掉这个效果，或用路径运算（交集、剪除）做出同样的形状",
        en: "remove the effect in the drawing program, or make the same shape with path operations (intersection, cut)")
    case "marker":
      Wording(zh: "把箭头画成普通路径（Inkscape：路径→描边转路径）", en: "draw arrow heads as paths (Inkscape: Path → Stroke to Path)")
    case "style": .attributes
    case "script", "animate", "animateMotion", "animateTransform", "set":
      Wording(zh: "删掉它：纸上不会动", en: "remove it: paper does not move")
    default: .exportPlain
    }
  }

  private static func hint(forProperty name: String) -> Wording {
    switch name {
    case "filter", "mask", "mask-image", "clip-path": hint(forElement: "mask")
    case "marker", "marker-start", "marker-mid", "marker-end": hint(forElement: "marker")
    case "background", "background-color", "background-image":
      Wording(zh: "把背景画成一个 <rect>", en: "draw the background as a <rect>")
    case "stroke-dashoffset":
      Wording(
        zh: "去掉 stroke-dashoffset 和 pathLength，或把虚线转成轮廓",
        en: "remove stroke-dashoffset and pathLength, or turn the dashes into outlines")
    case "animation", "animation-name": hint(forElement: "animate")
    case "mix-blend-mode", "paint-order", "vector-effect", "systemLanguage", "preserveAspectRatio",
      "requiredExtensions":
      Wording(zh: "删掉这个属性，用普通的形状和纯色画出同样的效果", en: "remove it, and get the same look with plain shapes and colours")
    default: .attributes
    }
  }

  /// A value cut to what fits in a message.
  private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}

extension XMLDamage {
  fileprivate var words: (zh: String, en: String) {
    switch self {
    case .empty: ("文件是空的", "empty file")
    case .unclosed: ("文件不完整：有标签没有结束", "file incomplete: something is not closed")
    case .mismatched: ("标签不配对", "tags do not match")
    case .repeatedAttribute: ("同一个属性写了两次", "attribute given twice")
    case .unknownEntity: ("未定义的实体（&…;）", "unknown entity (&…;)")
    case .unknownPrefix: ("名字的前缀没有声明", "prefix of a name not declared")
    case .textAfterEnd: ("文件末尾有多余内容", "something follows the end of the picture")
    case .other: ("XML 有错误", "not well-formed XML")
    }
  }
}

extension Wording {
  fileprivate static let exportPlain = Wording(
    zh: "在绘图软件里打开，重新导出为“普通 SVG”（Inkscape：另存为→普通 SVG）",
    en: "open it in the drawing program and export it again as plain SVG (Inkscape: Save As → Plain SVG)")
  fileprivate static let simplify = Wording(
    zh: "在绘图软件里简化路径（Inkscape：路径→简化），再导出一次",
    en: "simplify its paths in the drawing program (Inkscape: Path → Simplify) and export it again")
  fileprivate static let redraw = Wording(
    zh: "纸上只印矢量图：在绘图软件里画成路径，或临摹成路径（Inkscape：路径→临摹位图），存为 SVG",
    en: "paper shows outlines only: draw it as paths, or trace it (Inkscape: Path → Trace Bitmap), and save it as SVG")
  fileprivate static let attributes = Wording(
    zh: "导出时选择“表现属性”（presentation attributes），变换写在 transform 属性里",
    en: "export with presentation attributes instead of CSS, and with transforms in the attribute")
}
