/// What went wrong in one row. It fails that row and no other.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }

    /// Integer arithmetic left 64 bits.
    public static let overflow = Code("overflow")
    /// A value to be stored is NaN or infinite.
    public static let notFinite = Code("not-finite")
    /// A number does not fit the type or the precision it is brought to.
    public static let doesNotFit = Code("does-not-fit")
    /// An exact sum left 128 bits.
    public static let sumOverflow = Code("sum-overflow")
    /// A hand kernel gave no result, or one of another length or type than it declares.
    public static let brokenKernel = Code("broken-kernel")
  }

  public let code: Code
  /// The feature or rule whose value could not be computed.
  public let feature: String
  /// The row, from 0.
  public let row: Int

  public init(_ code: Code, feature: String, row: Int) {
    self.code = code
    self.feature = feature
    self.row = row
  }

  init?(fault: Fault, feature: String, row: Int) {
    switch fault {
    case .none: return nil
    case .overflow: self.init(.overflow, feature: feature, row: row)
    case .notFinite: self.init(.notFinite, feature: feature, row: row)
    case .outOfRange: self.init(.doesNotFit, feature: feature, row: row)
    case .sumOverflow: self.init(.sumOverflow, feature: feature, row: row)
    case .brokenKernel: self.init(.brokenKernel, feature: feature, row: row)
    }
  }

  /// What a failure row says: the row is named by its key there.
  public var reason: String {
    let what =
      switch code {
      case .overflow: "integer arithmetic left 64 bits"
      case .notFinite: "the value is not a finite number"
      case .doesNotFit: "the value does not fit its type"
      case .sumOverflow: "an exact sum left 128 bits"
      case .brokenKernel: "the hand kernel gave no result of the declared length and type"
      default: code.name
      }
    return "\(feature): \(what)"
  }

  public var description: String { "\(code.name): row \(row), \(reason)" }
}
