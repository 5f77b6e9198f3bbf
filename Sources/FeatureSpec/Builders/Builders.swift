/// Collects the sentences of a processor's body; `let`, `if` and `for` are welcome inside.
@resultBuilder
public enum DeclarationBuilder {
  public static func buildExpression(_ group: some DeclarationGroup) -> [Declaration] {
    group.declarations
  }
  /// Sentences that were put together elsewhere, for processors that share them.
  public static func buildExpression(_ declarations: [Declaration]) -> [Declaration] {
    declarations
  }
  public static func buildBlock(_ parts: [Declaration]...) -> [Declaration] {
    parts.flatMap { $0 }
  }
  public static func buildArray(_ parts: [[Declaration]]) -> [Declaration] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Declaration]?) -> [Declaration] { part ?? [] }
  public static func buildEither(first: [Declaration]) -> [Declaration] { first }
  public static func buildEither(second: [Declaration]) -> [Declaration] { second }

  @available(*, unavailable, message: "a lookup is an input: write Reads(lookup)")
  public static func buildExpression<Shape>(_ lookup: Lookup<Shape>) -> [Declaration] { [] }
  @available(*, unavailable, message: "say on which days: write For(population, on: .scheduled)")
  public static func buildExpression<Shape>(_ population: Population<Shape>) -> [Declaration] {
    []
  }
  @available(
    *, unavailable, message: "say when the rows lie: write Reads(rows, .before, matching: …)"
  )
  public static func buildExpression<Shape>(_ rows: Rows<Shape>) -> [Declaration] { [] }
  @available(*, unavailable, message: "name the column: write Feature(out.column, value)")
  public static func buildExpression(_ value: Aggregate) -> [Declaration] { [] }
}

/// Collects the parts of a stack.
@resultBuilder
public enum PartBuilder<Shape: RowShape> {
  /// Tells each part the stack's shape, so that `Mapping(\.team, …)` needs no type.
  public static func buildExpression(_ part: Part<Shape>) -> Part<Shape> { part }
  public static func buildBlock(_ parts: Part<Shape>...) -> [Part<Shape>] { parts }
}

/// Collects the elements of a vector; `for` and `if` are welcome.
@resultBuilder
public enum VectorBuilder<Elements: VectorShape> {
  /// Tells each element the vector's names, so that `Element(\.fatigueScore, …)` needs no type.
  public static func buildExpression(_ element: Element<Elements>) -> [Element<Elements>] {
    [element]
  }
  public static func buildBlock(_ parts: [Element<Elements>]...) -> [Element<Elements>] {
    parts.flatMap { $0 }
  }
  public static func buildArray(_ parts: [[Element<Elements>]]) -> [Element<Elements>] {
    parts.flatMap { $0 }
  }
  public static func buildOptional(_ part: [Element<Elements>]?) -> [Element<Elements>] {
    part ?? []
  }
  public static func buildEither(first: [Element<Elements>]) -> [Element<Elements>] { first }
  public static func buildEither(second: [Element<Elements>]) -> [Element<Elements>] { second }
}

/// Collects the inputs of a hand kernel.
@resultBuilder
public enum KernelBuilder<Shape: KernelShape> {
  /// Tells each input the kernel's shape, so that `Given(\.points, …)` needs no type.
  public static func buildExpression(_ input: Given<Shape>) -> Given<Shape> { input }
  public static func buildBlock(_ inputs: Given<Shape>...) -> [Given<Shape>] { inputs }
}

/// Collects the processors of a pipeline.
@resultBuilder
public enum ProcessorBuilder {
  public static func buildExpression(_ processor: Processor) -> [Processor] { [processor] }
  public static func buildBlock(_ parts: [Processor]...) -> [Processor] { parts.flatMap { $0 } }
  public static func buildArray(_ parts: [[Processor]]) -> [Processor] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Processor]?) -> [Processor] { part ?? [] }
  public static func buildEither(first: [Processor]) -> [Processor] { first }
  public static func buildEither(second: [Processor]) -> [Processor] { second }
}
