internal import Diagnostics

/// A template as it was written: its tags inside one another, its text cut into lines. What names mean is not known yet.
struct TemplateTree: Sendable {
  let source: SourceFile
  let nodes: [TemplateNode]
  /// Whether something in it could not be understood, which was reported.
  let isBroken: Bool
}

/// A part of a template. Ranges are offsets in the template's file.
indirect enum TemplateNode: Sendable {
  case text(Range<Int>)
  /// The beginning of a line that is not blank, with the spaces it begins with. It has a node of its own because
  /// partials and blocks are indented where they are used.
  case lineStart(Range<Int>)
  case variable(TemplateName, isRaw: Bool)
  case section(TemplateName, [TemplateNode], isInverted: Bool)
  case partial(TemplateInclusion)
  case block(TemplateBlock)
}

/// `{{>name}}`, or `{{<name}}…{{/name}}` with blocks that replace the other template's.
struct TemplateInclusion: Sendable {
  let name: TemplateName
  let blocks: [TemplateBlock]
  /// The spaces before it when nothing else stands in its lines; then the template's lines are indented by them.
  let indentation: Range<Int>?
}

/// `{{$name}}…{{/name}}`: a part of a template that others may replace, or what replaces it.
struct TemplateBlock: Sendable {
  let name: TemplateName
  let nodes: [TemplateNode]
  /// Whether its content begins on a line of its own.
  let isOnLines: Bool
  /// Whether its opening tag stands alone in a line, so that nothing has indented its content yet.
  let isStandalone: Bool
  /// The spaces that the lines of a replacement begin with: those of the first line of the content, or before the tag.
  let indentation: Range<Int>
  /// The spaces that its own first line begins with.
  let firstIndentation: Range<Int>
}
