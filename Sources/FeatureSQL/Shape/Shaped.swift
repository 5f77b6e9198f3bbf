import FeatureAlgebra

/// A SQL expression with the type it has in the engine: what decides whether a cast is needed.
struct Shaped: Hashable {
  let sql: SQLExpression
  let kind: Kind
  /// NULL written by the author: it takes the type of what stands beside it.
  var isNullLiteral = false

  init(_ sql: SQLExpression, _ kind: Kind) {
    self.sql = sql
    self.kind = kind
  }

  enum Kind: Hashable {
    /// `BIGINT`
    case integer
    /// A narrower integer that no computation may leave: its absolute value is at most so much.
    /// Literals and `INTEGER` columns.
    case narrow(Int64)
    case decimal(precision: Int, scale: Int)
    case double
    /// Text, days and all else where the algebra's type says everything.
    case other(ColumnType)

    init(_ type: ColumnType) {
      switch type {
      case .integer: self = .integer
      case .integer32: self = .narrow(Int64(Int32.max) + 1)
      case .decimal(let precision, let scale): self = .decimal(precision: precision, scale: scale)
      case .double: self = .double
      case .text, .boolean, .day, .timestamp, .textList, .doubleList: self = .other(type)
      }
    }

    var isInteger: Bool {
      switch self {
      case .integer, .narrow: true
      case .decimal, .double, .other: false
      }
    }

    var isDecimal: Bool {
      if case .decimal = self { true } else { false }
    }

    /// Values beyond this do not fit the engine's narrow integer.
    static let narrowest = Int64(Int32.max)
  }

  /// The value as a double: as it stands where it is one, a double literal for an integer one.
  var asDouble: SQLExpression {
    if kind == .double { return sql }
    if case .literal(.integer(let value)) = sql, let exact = Double(exactly: value) {
      return .literal(.double(exact))
    }
    return .cast(sql, .double)
  }

  /// The value, widened where the opposite of the smallest one would leave a narrow integer.
  var withOpposite: Shaped {
    guard case .narrow(let most) = kind, most > Kind.narrowest else { return self }
    return Shaped(asInteger, .integer)
  }

  /// The value as a 64-bit integer; integers only.
  var asInteger: SQLExpression { kind == .integer ? sql : .cast(sql, .integer) }
}

extension SQLExpression {
  static func coalesce(_ xs: SQLExpression...) -> SQLExpression { .call(.coalesce, xs) }

  static func integer(_ value: Int) -> SQLExpression { .literal(.integer(Int64(value))) }

  static func text(_ value: String) -> SQLExpression { .literal(.text(value)) }

  /// `ROUND(x, scale)`; the scale is left out where it is 0.
  static func rounded(_ x: SQLExpression, scale: Int) -> SQLExpression {
    .call(.round, scale == 0 ? [x] : [x, .integer(scale)])
  }

  /// The condition alone where there is one; `a AND b` flattened.
  static func every(_ conditions: [SQLExpression]) -> SQLExpression {
    let flat = conditions.flatMap { condition -> [SQLExpression] in
      if case .all(let inner) = condition { inner } else { [condition] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  static func equal(_ a: SQLExpression, _ b: SQLExpression) -> SQLExpression {
    .infix(.equal, a, b)
  }
}

/// 10, 100, 1000: exact up to 18.
func power(ofTen scale: Int) -> Int { (0..<scale).reduce(1) { product, _ in product * 10 } }
