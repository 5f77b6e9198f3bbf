/// What `Scalar` and `Aggregate` share: an expression built by operators.
public protocol Term: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  var expression: Expression { get }
  init(_ expression: Expression)
}

/// A value per row of an input: `games.points`. Aggregates take it; a feature does not.
public struct Scalar: Term {
  public let expression: Expression
  public init(_ expression: Expression) { self.expression = expression }
}

/// A value per entity and as-of day: an aggregate over a window, a column of a lookup or of the
/// population, another feature, or arithmetic on these. `sum(sum(x))` does not compile.
public struct Aggregate: Term {
  public let expression: Expression
  public init(_ expression: Expression) { self.expression = expression }
}

/// A condition that compares a row with the entity it is looked up for.
public struct MixedCondition: Sendable {
  public let expression: Expression
  init(_ expression: Expression) { self.expression = expression }

  public static func && (left: MixedCondition, right: MixedCondition) -> MixedCondition {
    MixedCondition(.all([left.expression, right.expression]))
  }
}

extension Term {
  public init(integerLiteral value: Int64) { self.init(.literal(.integer(value))) }
  public init(floatLiteral value: Double) { self.init(.literal(.double(value))) }
  public init(stringLiteral value: String) { self.init(.literal(.text(value))) }
  public init(booleanLiteral value: Bool) { self.init(.literal(.boolean(value))) }

  /// NULL of a type.
  public static func missing(_ type: ColumnType) -> Self { Self(.literal(.null(type))) }
  /// A constant that is not a Swift literal.
  public static func constant(_ value: Double) -> Self { Self(.literal(.double(value))) }
  public static func constant(_ value: Int) -> Self { Self(.literal(.integer(Int64(value)))) }
  public static func constant(_ value: String) -> Self { Self(.literal(.text(value))) }
}
