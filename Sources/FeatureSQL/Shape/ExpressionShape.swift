import FeatureAlgebra

/// One reader of the expression tree: `Expression` → SQL, as `docs/semantics.md` says.
///
/// Casts and parentheses are written only where the types ask for them, since the text is read daily.
struct ExpressionShape {
  let types: PlanTypes
  let leaves: Leaves
  /// Predictions whose trees stand in columns already, with what they add up to.
  var margins: [Expression: SQLExpression] = [:]
  /// Expressions that stand in columns already.
  var columns: [Expression: Shaped] = [:]

  /// The value for use inside a wider computation.
  func shape(_ expression: Expression) throws(RenderError) -> Shaped {
    if !columns.isEmpty, let column = columns[expression] { return column }
    switch expression {
    case .literal(let literal): return shape(literal)
    case .column(let rows, let name):
      let reference = ColumnReference(rows: rows, name: name)
      guard let type = types.type(of: reference) else {
        throw RenderError(.brokenPlan, "there is no column '\(rows).\(name)'")
      }
      return Shaped(try sql(of: .column(reference)), Shaped.Kind(type))
    case .feature(let name):
      guard let type = types.type(ofFeature: name) else {
        throw RenderError(.brokenPlan, "there is no feature '\(name)'")
      }
      return Shaped(try sql(of: .feature(name)), Shaped.Kind(type))
    case .asOfDay: return Shaped(try sql(of: .asOfDay), .other(.day))
    case .seasonOpening: return Shaped(try sql(of: .seasonOpening), .other(.day))
    case .aggregate(let aggregation):
      return Shaped(try sql(of: .aggregate(aggregation)), try kind(of: aggregation))
    case .measured(let aggregation, let limit):
      return Shaped(
        try sql(of: .measured(aggregation, against: limit)), try kind(of: aggregation))
    case .league(let league): return Shaped(try sql(of: .league(league)), .double)
    case .coverage(let measure, let window):
      return Shaped(try sql(of: .coverage(measure, window: window)), .integer)
    case .previous(let x): return Shaped(try sql(of: .previous(x)), try kind(of: x))

    case .negated(let x): return try negated(x)
    case .absolute(let x): return try absolute(x)
    case .squareRoot(let x):
      let value = try shape(x).asDouble
      let isDefined = SQLExpression.infix(.greaterOrEqual, value, .integer(0))
      let root = SQLExpression.call(.squareRoot, [value])
      return Shaped(.choice([When(isDefined, then: root)], otherwise: nil), .double)
    case .floor(let x):
      let value = try shape(x)
      if value.kind.isInteger { return Shaped(value.asDouble, .double) }
      return Shaped(.call(.floor, [value.asDouble]), .double)
    case .arithmetic(let op, let a, let b): return try arithmetic(op, a, b)
    case .ratio(let a, let b): return try ratio(a, b)
    case .rounded(let x, let scale):
      return Shaped(.rounded(try shape(x).asDouble, scale: scale), .double)
    case .clamped(let x, let low, let high): return try clamped(x, low, high)

    case .comparison(let op, let a, let b):
      return boolean(comparison(op.infix, try shape(a), try shape(b)))
    case .all(let xs): return boolean(.every(try shapes(xs).map(\.sql)))
    case .any(let xs):
      let conditions = try shapes(xs).map(\.sql)
      return boolean(conditions.count == 1 ? conditions[0] : .any(conditions))
    case .not(.isNull(let x)): return boolean(.isNotNull(try shape(x).sql))
    case .not(let x): return boolean(.not(try shape(x).sql))
    case .isNull(let x): return boolean(.isNull(try shape(x).sql))
    case .isIn(let x, let literals): return try isIn(x, literals)

    case .choice(let branches, let otherwise): return try choice(branches, otherwise)
    case .firstPresent(let xs):
      let values = try unified(xs)
      if values.sql.count == 1 { return Shaped(values.sql[0], values.kind) }
      return Shaped(.call(.coalesce, values.sql), values.kind)
    case .labelOfExtreme(let extreme, let candidates):
      return try labelOfExtreme(extreme, candidates)

    case .days(let from, let to):
      let days = [try shape(from).sql, try shape(to).sql]
      return Shaped(.call(.daysBetween, days), .integer)
    case .wholeYears(let from, let to): return try wholeYears(from, to)
    case .dayPlus(let x, let days):
      let function: SQLFunction = days < 0 ? .dayMinus : .dayPlus
      return Shaped(
        .call(function, [try shape(x).sql, .integer(Int(days.magnitude))]), .other(.day))
    case .dayOf(let x): return Shaped(.cast(try shape(x).sql, .day), .other(.day))
    case .seasonYear(let x, let firstMonth): return try seasonYear(x, firstMonth)

    case .clockMinutes(let x): return clockMinutes(try shape(x).sql)
    case .lowercased(let x): return text(.call(.lower, [try shape(x).sql]))
    case .joined(let xs, let separator): return try joined(xs, separator)
    case .concatenated(let xs):
      let parts = try shapes(xs).map(\.sql)
      guard let first = parts.first else { return text(.text("")) }
      return text(parts.dropFirst().reduce(first) { .infix(.concatenated, $0, $1) })
    case .cast(let x, let type): return Shaped(try store(x, as: type), castKind(type))
    case .list(let xs): return try list(.list, xs)
    case .listOfPresent(let xs): return try list(.listOfPresent, xs)

    case .prediction(let model, let values):
      if let margin = margins[expression] {
        return Shaped(prediction(of: model, margin: margin), .double)
      }
      return Shaped(prediction(of: model, margin: try margin(of: model, values)), .double)
    case .kernel(let call, _):
      throw RenderError(
        .unsupported, "the hand kernel \(call.function) is a Swift function; no SQL says it")
    }
  }

  func shapes(_ expressions: [Expression]) throws(RenderError) -> [Shaped] {
    var all: [Shaped] = []
    for expression in expressions { all.append(try shape(expression)) }
    return all
  }

  private func sql(of leaf: Leaf) throws(RenderError) -> SQLExpression {
    if let sql = leaves.find(leaf) { return sql }
    throw RenderError(.brokenPlan, "'\(leaf.expression.meaning)' cannot be read here")
  }

  /// The type the algebra gives an expression, on which exactness depends.
  func type(of expression: Expression) throws(RenderError) -> ColumnType {
    do { return try types.rules.type(of: expression) } catch {
      throw RenderError(.brokenPlan, "'\(expression.meaning)' has no type: \(error)")
    }
  }

  /// The type that the SQL of an expression has, without shaping its leaves.
  func kind(of expression: Expression) throws(RenderError) -> Shaped.Kind {
    try ExpressionShape(types: types, leaves: .any).shape(expression).kind
  }

  func kind(of aggregation: Aggregation) throws(RenderError) -> Shaped.Kind {
    switch aggregation.function {
    case .count, .countDistinct, .streak, .streakAbove, .streakBelow: return .integer
    case .mean, .sampleDeviation, .populationDeviation, .median: return .double
    case .anyTrue, .allTrue: return .other(.boolean)
    case .sum:
      guard let argument = aggregation.argument else { return .integer }
      return try type(of: argument).isInteger ? .integer : .double
    case .smallest, .largest, .newest, .oldest, .everyValue:
      guard let argument = aggregation.argument else { return .integer }
      return try kind(of: argument)
    }
  }

  private func shape(_ literal: Literal) -> Shaped {
    switch literal {
    case .integer(let value):
      let size = value.magnitude
      let isNarrow = size <= UInt64(Shaped.Kind.narrowest)
      return Shaped(.literal(literal), isNarrow ? .narrow(Int64(size)) : .integer)
    case .null(let type):
      var shaped = Shaped(.literal(literal), Shaped.Kind(type))
      shaped.isNullLiteral = true
      return shaped
    case .double, .text, .boolean, .day: return Shaped(.literal(literal), Shaped.Kind(literal.type))
    }
  }

  func boolean(_ sql: SQLExpression) -> Shaped { Shaped(sql, .other(.boolean)) }

  func text(_ sql: SQLExpression) -> Shaped { Shaped(sql, .other(.text)) }

  private func castKind(_ type: ColumnType) -> Shaped.Kind {
    type == .integer32 ? .integer : Shaped.Kind(type)
  }
}
