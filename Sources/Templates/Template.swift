/// A template made ready for one kind of model. Whatever could be wrong with it was reported when it was compiled.
package struct Template<Model: TemplateModel>: Sendable {
  private let program: Program
  /// Those of the model's fields. A generic model has to make them anew every time.
  private let readers: [FieldReader]

  init(_ program: Program) {
    self.program = program
    readers = Model.readers
  }

  /// Appends the page to `output`.
  package func render(_ model: Model, into output: inout [UInt8]) {
    program.render(ModelRecord(model, readers), into: &output)
  }

  /// The page by itself.
  package func bytes(of model: Model) -> [UInt8] {
    var output: [UInt8] = []
    // Most pages are shorter, and then the bytes are never moved.
    output.reserveCapacity(1 << 15)
    render(model, into: &output)
    return output
  }
}
