/// A template made ready for one kind of model. Whatever could be wrong with it was reported when it was compiled.
package struct Template<Model: TemplateModel>: Sendable {
  let program: Program

  /// Appends the page to `output`.
  package func render(_ model: Model, into output: inout [UInt8]) {
    program.render(ModelRecord(model), into: &output)
  }

  /// The page by itself.
  package func bytes(of model: Model) -> [UInt8] {
    var output: [UInt8] = []
    render(model, into: &output)
    return output
  }
}
