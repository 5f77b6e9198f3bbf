/// A plan that kernels cannot run, or input that does not fit the plan: the slab cannot be computed.
///
/// What goes wrong in a single row is an `EvaluationError` and stays in that row.
public struct KernelError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }

    /// The columns of a table differ in length.
    public static let unequalColumns = Code("unequal-columns")
    public static let duplicateColumn = Code("duplicate-column")
    /// A table, column or slot that the plan reads was not given.
    public static let missingInput = Code("missing-input")
    /// A given column holds values of another type than the plan says.
    public static let wrongType = Code("wrong-type")
    /// An expression that has no type.
    public static let illTyped = Code("ill-typed")
    /// An expression where it cannot stand: an aggregate inside a row, `previous` outside one.
    public static let wrongLevel = Code("wrong-level")
    /// Something the plan says and kernels do not compute.
    public static let unsupported = Code("unsupported")
    /// The plan calls a hand kernel that was not given, or one with other inputs and results.
    public static let missingKernel = Code("missing-kernel")
    /// A row of the population on a day that was not asked for.
    public static let unknownDay = Code("unknown-day")
    /// A key, an order or another value that all rows need could not be computed.
    public static let brokenKey = Code("broken-key")
  }

  public let code: Code
  /// One sentence without a full stop.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { "\(code.name): \(message)" }
}
