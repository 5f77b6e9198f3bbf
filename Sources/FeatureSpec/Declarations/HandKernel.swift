/// Asks a Swift function for what an expression cannot say: it is given values of the entity and, row by
/// row, columns of one history inside one window.
///
/// ```swift
/// let similar = HandKernel(SimilarGames(), over: games, .last(30, .games).noOlderThan(90)) {
///   Given(\.tier, context.tier)
///   Given(\.points, games.points)
/// }
/// similar
/// Feature(out.baseline, similar.baseline)
/// ```
///
/// Every input stands here once; anything else is a finding. The processor is computed by kernels only:
/// the SQL evaluator refuses it. Two calls in one processor have two names: `as: "similar_starts"`.
@dynamicMemberLookup
public struct HandKernel<Shape: KernelShape>: DeclarationGroup {
  public let declarations: [Declaration]
  private let shape: Shape
  private let name: String

  public init<Row>(
    _ shape: Shape, over rows: Rows<Row>, _ window: Window, as name: String? = nil,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column, @KernelBuilder<Shape> inputs: () -> [Given<Shape>]
  ) {
    let name = name ?? Shape.name
    let given = inputs().map { $0.input(of: rows.declaration.reading, window) }
    let results = Shape.results
    let calls = results.map { result -> FeatureDeclaration in
      let call = KernelCall(Shape.self, result: result)
      let operands = call.inputs.compactMap { input in
        given.first { $0.name == input.name }?.expression
      }
      let use = KernelUse(
        name: name, wanted: call.inputs.map(\.name), given: given,
        isFirst: result == results.first)
      return FeatureDeclaration(
        name: "\(name).\(result.name)", column: nil, type: result.type, unit: result.unit,
        expression: .kernel(call, operands), kernel: use)
    }
    let place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
    declarations = calls.map { Declaration(.feature($0), place) }
    self.shape = shape
    self.name = name
  }

  /// A result; NULL where the function gives none.
  public subscript(dynamicMember path: KeyPath<Shape, KernelResult>) -> Aggregate {
    Aggregate(.feature("\(name).\(shape[keyPath: path].name)"))
  }
}

/// One input of a hand kernel.
public struct Given<Shape: KernelShape>: Sendable {
  private let name: String
  private let type: ColumnType
  private let unit: Unit?
  private let value: Expression
  private let isColumn: Bool
  private let place: Place
  private var defaultBecause: String?

  /// A value of the entity.
  public init(
    _ input: KeyPath<Shape, KernelValue>, _ value: Aggregate, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.init(
      Shape()[keyPath: input], value.expression, isColumn: false,
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  /// A value of each row.
  public init(
    _ input: KeyPath<Shape, KernelColumn>, _ value: Scalar, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.init(
      Shape()[keyPath: input], value.expression, isColumn: true,
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  private init<Role>(
    _ input: KernelProperty<Role>, _ value: Expression, isColumn: Bool, _ place: Place
  ) {
    (name, type, unit) = (input.name, input.type, input.unit)
    self.value = value
    self.isColumn = isColumn
    self.place = place
  }

  /// A constant in this input stands for a missing value, and no column says where; the reason is for the
  /// reader.
  public func byDefault(because reason: String) -> Given {
    var copy = self
    copy.defaultBecause = reason
    return copy
  }

  fileprivate func input(of rows: String, _ window: Window) -> GivenInput {
    let values = Expression.aggregate(
      Aggregation(.everyValue, rows: rows, argument: value, window: window))
    return GivenInput(
      name: name, type: type, unit: unit, expression: isColumn ? values : value, place: place,
      defaultBecause: defaultBecause)
  }
}

/// The part of a declared feature that is a hand kernel's result.
public struct KernelUse: Sendable {
  /// What the processor calls it.
  public let name: String
  /// The names of all inputs.
  public let wanted: [String]
  public internal(set) var given: [GivenInput]
  /// The inputs are looked at once, with the first result.
  public let isFirst: Bool
}

public struct GivenInput: Sendable {
  public let name: String
  public let type: ColumnType
  public let unit: Unit?
  /// Entity level: a value, or the values of the window's rows.
  public internal(set) var expression: Expression
  public let place: Place
  /// Why a constant may stand for a missing value in it; nil where nobody said so.
  public let defaultBecause: String?
}
