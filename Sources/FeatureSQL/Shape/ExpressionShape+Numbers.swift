import FeatureAlgebra

extension ExpressionShape {
  /// `-x`
  func negated(_ x: Expression) throws(RenderError) -> Shaped {
    let value = try shape(x).withOpposite
    switch value.kind {
    case .integer, .narrow: return Shaped(.negated(value.sql), value.kind)
    case .decimal, .double, .other: return Shaped(.negated(value.asDouble), .double)
    }
  }

  /// `ABS(x)`
  func absolute(_ x: Expression) throws(RenderError) -> Shaped {
    let value = try shape(x).withOpposite
    let argument = value.kind.isInteger ? value.sql : value.asDouble
    return Shaped(.call(.absolute, [argument]), value.kind.isInteger ? value.kind : .double)
  }

  /// `a + b`: integers stay integers of 64 bits, all else is a double.
  func arithmetic(
    _ op: Arithmetic, _ a: Expression, _ b: Expression
  ) throws(RenderError) -> Shaped {
    let (left, right) = (try shape(a), try shape(b))
    guard left.kind.isInteger, right.kind.isInteger else {
      let (x, y) = doubles(left, right)
      return Shaped(.infix(op.infix, x, y), .double)
    }
    if case .narrow(let most) = left.kind, case .narrow(let other) = right.kind {
      let bound =
        op == .times
        ? most.multipliedReportingOverflow(by: other) : most.addingReportingOverflow(other)
      if !bound.overflow, bound.partialValue <= Shaped.Kind.narrowest {
        return Shaped(.infix(op.infix, left.sql, right.sql), .narrow(bound.partialValue))
      }
      return Shaped(.infix(op.infix, left.asInteger, right.sql), .integer)
    }
    return Shaped(.infix(op.infix, left.sql, right.sql), .integer)
  }

  /// Two numbers of which at least one is written as a double: the engine widens the other.
  private func doubles(_ left: Shaped, _ right: Shaped) -> (SQLExpression, SQLExpression) {
    if left.kind == .double || right.kind == .double { return (left.sql, right.sql) }
    if left.kind.isDecimal { return (left.asDouble, right.sql) }
    return (left.sql, right.asDouble)
  }

  /// `CAST(a AS DOUBLE) / NULLIF(b, 0)`; the cast is left out where a side is a double already, and
  /// `NULLIF` where b is a number other than 0.
  func ratio(_ a: Expression, _ b: Expression) throws(RenderError) -> Shaped {
    let (left, right) = (try shape(a), try shape(b))
    let numerator = right.kind == .double ? left.sql : left.asDouble
    let isSafe =
      switch b {
      case .literal(.integer(let value)): value != 0
      case .literal(.double(let value)): value != 0
      default: false
      }
    let denominator: SQLExpression =
      isSafe ? right.sql : .call(.nullIf, [right.sql, .integer(0)])
    return Shaped(.infix(.divided, numerator, denominator), .double)
  }

  /// `CASE WHEN x IS NOT NULL THEN GREATEST(low, LEAST(x, high)) END`; without the CASE where x is
  /// never NULL, and with explicit comparisons where the edges are not plain numbers.
  func clamped(_ x: Expression, _ low: Expression, _ high: Expression) throws(RenderError)
    -> Shaped
  {
    let values = try unified([x, low, high])
    let (value, lowest, highest) = (values.sql[0], values.sql[1], values.sql[2])
    guard let from = low.constant, let to = high.constant, from <= to else {
      let isKnown = [value, lowest, highest].map { SQLExpression.isNotNull($0) }
      let inner = SQLExpression.choice(
        [
          When(.infix(.less, value, lowest), then: lowest),
          When(.infix(.greater, value, highest), then: highest),
        ], otherwise: value)
      return Shaped(.choice([When(.all(isKnown), then: inner)], otherwise: nil), values.kind)
    }
    let bounded = SQLExpression.call(
      .greatest, [lowest, .call(.least, [value, highest])])
    if x.isNeverNull { return Shaped(bounded, values.kind) }
    return Shaped(
      .choice([When(.isNotNull(value), then: bounded)], otherwise: nil), values.kind)
  }

  /// `a < b`. Decimals of up to 15 digits compare among themselves and with whole numbers as they
  /// would as doubles; all others are compared as doubles.
  func comparison(_ op: Infix, _ left: Shaped, _ right: Shaped) -> SQLExpression {
    guard left.kind.isDecimal || right.kind.isDecimal,
      left.kind != .double, right.kind != .double, !(isPlain(left) && isPlain(right))
    else { return .infix(op, left.sql, right.sql) }
    let (x, y) = doubles(left, right)
    return .infix(op, x, y)
  }

  private func isPlain(_ value: Shaped) -> Bool {
    switch value.kind {
    case .decimal(let precision, _): return precision <= 15
    case .narrow: return true
    case .integer, .double, .other: return false
    }
  }

  /// A value in the type of a column, rounded once.
  ///
  /// `CAST(ROUND(x, 1) AS DECIMAL(5, 1))`, `CAST(ROUND(x) AS BIGINT)`; a value of the type itself
  /// stands as it is.
  func store(_ x: Expression, as type: ColumnType) throws(RenderError) -> SQLExpression {
    let value = try shape(x)
    let target = SQLType.column(type == .integer32 ? .integer : type)
    if value.isNullLiteral { return .cast(.null, target) }
    switch type {
    case .integer, .integer32:
      switch value.kind {
      case .integer: return value.sql
      case .narrow, .other: return .cast(value.sql, target)
      case .decimal, .double: return .cast(.rounded(value.asDouble, scale: 0), target)
      }
    case .decimal(_, let scale):
      switch value.kind {
      case Shaped.Kind(type): return value.sql
      case .decimal(_, let own) where own <= scale: return .cast(value.sql, target)
      case .integer, .narrow: return .cast(value.sql, target)
      case .decimal, .double, .other:
        if case .rounded(_, let own) = x, own <= scale { return .cast(value.sql, target) }
        return .cast(.rounded(value.asDouble, scale: scale), target)
      }
    case .double: return value.asDouble
    case .text:
      if value.kind == .other(.text) { return value.sql }
      // A decimal that was unified with another is a double here.
      if value.kind == .double {
        return .cast(.cast(value.sql, .column(try self.type(of: x))), target)
      }
      return .cast(value.sql, target)
    case .boolean, .day, .timestamp, .textList, .doubleList: return value.sql
    }
  }
}

extension Arithmetic {
  var infix: Infix {
    switch self {
    case .plus: .plus
    case .minus: .minus
    case .times: .times
    }
  }
}

extension Comparison {
  var infix: Infix {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}
