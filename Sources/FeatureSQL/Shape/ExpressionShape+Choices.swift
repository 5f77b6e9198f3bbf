import FeatureAlgebra

extension ExpressionShape {
  /// Values that stand for one another, in one type: all integers, or all doubles as soon as they
  /// differ. A NULL takes the type of the others.
  func unified(_ xs: [Expression]) throws(RenderError) -> (sql: [SQLExpression], kind: Shaped.Kind)
  {
    let values = try shapes(xs)
    let known = values.filter { !$0.isNullLiteral }
    guard let first = known.first else {
      guard let value = values.first else { throw RenderError(.brokenPlan, "no value to choose") }
      return (values.map(\.sql), value.kind)
    }
    func written(_ write: (Shaped) -> SQLExpression) -> [SQLExpression] {
      values.map { $0.isNullLiteral ? .null : write($0) }
    }
    if known.allSatisfy({ $0.kind == first.kind }) { return (written(\.sql), first.kind) }
    if known.allSatisfy(\.kind.isInteger) {
      var most: Int64 = 0
      for value in known {
        guard case .narrow(let bound) = value.kind else { return (written(\.sql), .integer) }
        most = max(most, bound)
      }
      return (written(\.sql), .narrow(most))
    }
    if known.contains(where: { $0.kind == .double }) { return (written(\.sql), .double) }
    return (written { $0.kind.isDecimal ? $0.asDouble : $0.sql }, .double)
  }

  /// `CASE WHEN … THEN … ELSE … END`; a final NULL is left out.
  func choice(_ branches: [Branch], _ otherwise: Expression) throws(RenderError) -> Shaped {
    let values = try unified(branches.map(\.value) + [otherwise])
    guard !branches.isEmpty else { return try shape(otherwise) }
    var whens: [When] = []
    for (branch, value) in zip(branches, values.sql) {
      whens.append(When(try shape(branch.condition).sql, then: value))
    }
    let last = values.sql[branches.count]
    return Shaped(.choice(whens, otherwise: last == .null ? nil : last), values.kind)
  }

  /// `x IN (1, 2)`; a missing literal is equal to nothing, so it is left out.
  func isIn(_ x: Expression, _ literals: [Literal]) throws(RenderError) -> Shaped {
    let value = try shape(x)
    var choices: [SQLExpression] = []
    var subject = value.sql
    for literal in literals {
      if case .null = literal { continue }
      let other = try shape(.literal(literal))
      if case .infix(_, let left, let right) = comparison(.equal, value, other) {
        if left != value.sql { subject = left }
        choices.append(right)
      }
    }
    if choices.isEmpty {
      let never = When(.isNotNull(value.sql), then: .literal(.boolean(false)))
      return boolean(.choice([never], otherwise: nil))
    }
    return boolean(.isIn(subject, choices))
  }

  /// `CASE LEAST(a, b) WHEN a THEN 'paint' WHEN b THEN 'perimeter' END`: LEAST passes over NULLs, and
  /// the first equal label wins.
  func labelOfExtreme(
    _ extreme: Extreme, _ candidates: [Labelled]
  ) throws(RenderError) -> Shaped {
    let values = try unified(candidates.map(\.value)).sql
    let function: SQLFunction = extreme == .smallest ? .smallestPresent : .largestPresent
    let whens = zip(candidates, values).map { When($1, then: .text($0.label)) }
    return text(.match(.call(function, values), whens))
  }

  /// `CASE WHEN month >= 10 THEN year ELSE year - 1 END`
  func seasonYear(_ x: Expression, _ firstMonth: Int) throws(RenderError) -> Shaped {
    let shaped = try shape(x)
    // The year of a NULL that is written out is a double to DuckDB.
    if shaped.isNullLiteral { return Shaped(.cast(.null, .integer), .integer) }
    let day = shaped.sql
    let year = SQLExpression.call(.yearOf, [day])
    if firstMonth <= 1 { return Shaped(year, .integer) }
    let isLate = SQLExpression.infix(
      .greaterOrEqual, .call(.monthOf, [day]), .integer(firstMonth))
    return Shaped(
      .choice(
        [When(isLate, then: year)], otherwise: .infix(.minus, year, .integer(1))), .integer)
  }

  /// The years' difference, less one where the birthday of the later year is still to come.
  func wholeYears(_ from: Expression, _ to: Expression) throws(RenderError) -> Shaped {
    let (first, last) = (try shape(from).sql, try shape(to).sql)
    func birthday(_ day: SQLExpression) -> SQLExpression {
      .infix(
        .plus, .infix(.times, .call(.monthOf, [day]), .integer(100)), .call(.dayOfMonth, [day]))
    }
    let years = SQLExpression.infix(.minus, .call(.yearOf, [last]), .call(.yearOf, [first]))
    let isAhead = SQLExpression.infix(.less, birthday(last), birthday(first))
    return Shaped(
      .choice([When(isAhead, then: .infix(.minus, years, .integer(1)))], otherwise: years),
      .integer)
  }

  /// `M…M:SS` as minutes; any other text is NULL, so no cast can fail.
  func clockMinutes(_ x: SQLExpression) -> Shaped {
    func part(_ position: Int) -> SQLExpression {
      .cast(.call(.splitPart, [x, .text(":"), .integer(position)]), .double)
    }
    let isClock = SQLExpression.call(.matches, [x, .text("[0-9]{1,3}:([0-5][0-9]|60)")])
    let minutes = SQLExpression.infix(.plus, part(1), .infix(.divided, part(2), .integer(60)))
    return Shaped(.choice([When(isClock, then: minutes)], otherwise: nil), .double)
  }

  /// `CONCAT_WS(', ', a, b)`, and NULL rather than an empty text where all are NULL.
  func joined(_ xs: [Expression], _ separator: String) throws(RenderError) -> Shaped {
    let parts = try shapes(xs).map(\.sql)
    guard !parts.isEmpty else { return text(.literal(.null(.text))) }
    let all = SQLExpression.call(.concatenatedWith, [.text(separator)] + parts)
    if xs.contains(where: \.isNeverNull) { return text(all) }
    let any = parts.count == 1 ? parts[0] : SQLExpression.call(.coalesce, parts)
    return text(.choice([When(.isNotNull(any), then: all)], otherwise: nil))
  }

  /// `[a, b]` of texts, or of numbers as doubles.
  func list(_ function: SQLFunction, _ xs: [Expression]) throws(RenderError) -> Shaped {
    let isText = try type(of: .list(xs)) == .textList
    let items = try shapes(xs).map { item -> SQLExpression in
      if item.isNullLiteral { return .cast(.null, isText ? .text : .double) }
      return isText ? item.sql : item.asDouble
    }
    return Shaped(.call(function, items), .other(isText ? .textList : .doubleList))
  }
}

extension Expression {
  /// A plain number.
  var constant: Double? {
    switch self {
    case .literal(.integer(let value)): Double(value)
    case .literal(.double(let value)): value
    case .negated(let x): x.constant.map { -$0 }
    default: nil
    }
  }

  /// Whether the value is there whatever the rows hold.
  var isNeverNull: Bool {
    switch self {
    case .literal(.null): false
    case .literal, .asOfDay, .coverage, .league, .isNull, .listOfPresent, .list, .prediction: true
    case .aggregate(let aggregation), .measured(let aggregation, _): aggregation.function.isCount
    case .column, .feature, .seasonOpening, .previous, .squareRoot, .ratio, .clockMinutes, .kernel:
      false
    case .negated, .absolute, .floor, .arithmetic, .rounded, .clamped, .comparison, .all, .any,
      .not, .isIn, .days, .wholeYears, .dayPlus, .dayOf, .seasonYear, .lowercased, .concatenated,
      .cast:
      operands.allSatisfy(\.isNeverNull)
    case .choice(let branches, let otherwise):
      otherwise.isNeverNull && branches.allSatisfy(\.value.isNeverNull)
    case .firstPresent(let xs), .joined(let xs, _): xs.contains(where: \.isNeverNull)
    case .labelOfExtreme(_, let candidates): candidates.contains(where: \.value.isNeverNull)
    }
  }
}

extension AggregateFunction {
  /// Counts are 0 where nothing is left; everything else is NULL.
  var isCount: Bool {
    switch self {
    case .count, .countDistinct, .streak, .streakAbove, .streakBelow: true
    case .sum, .mean, .sampleDeviation, .populationDeviation, .smallest, .largest, .median,
      .newest, .oldest, .anyTrue, .allTrue, .everyValue:
      false
    }
  }
}
