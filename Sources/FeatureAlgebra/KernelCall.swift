/// One result of a hand kernel: which function, what it is given, and what is taken of it. The inputs are
/// the operands of the expression: first the values of the entity, then the columns of the history.
public struct KernelCall: Hashable, Sendable, Codable {
  /// An input or a result.
  public struct Part: Hashable, Sendable, Codable {
    public let name: String
    public let type: ColumnType
    public init(_ name: String, _ type: ColumnType) {
      self.name = name
      self.type = type
    }
  }
  public let kernel: String
  public let version: Int
  public let values: [Part]
  public let columns: [Part]
  public let result: Part

  public init(kernel: String, version: Int, values: [Part], columns: [Part], result: Part) {
    self.kernel = kernel
    self.version = version
    self.values = values
    self.columns = columns
    self.result = result
  }

  /// A call of the function of a shape.
  public init<Shape: KernelShape>(_ shape: Shape.Type, result: KernelResult) {
    self.init(
      kernel: Shape.name, version: Shape.version,
      values: Shape.values.map { Part($0.name, $0.type) },
      columns: Shape.columns.map { Part($0.name, $0.type) },
      result: Part(result.name, result.type))
  }

  /// `similar_games version 1`
  public var function: String { "\(kernel) version \(version)" }

  /// The names of the operands, in their order.
  public var inputs: [Part] { values + columns }
}

extension Expression {
  /// The hand kernels that the expression asks, each result once.
  public var kernelCalls: [KernelCall] {
    var found: [KernelCall] = []
    walk { node in
      if case .kernel(let call, _) = node, !found.contains(call) { found.append(call) }
    }
    return found
  }
}
