import FeatureAlgebra

/// One aggregate over the rows of a group: a window of a history, or the rows of a day.
///
/// Sums, means and deviations add whole numbers and divide once, so that neither the order of rows nor
/// the number of threads can show.
struct AggregateShape {
  /// Row level.
  let rows: ExpressionShape
  /// True for the rows of the aggregate's window; nil where every row of the group is in.
  let isInside: SQLExpression?
  /// Larger in newer rows; nil where the rows have no order.
  let sequence: SQLExpression?
  /// True for the row with this place, 1 for the newest.
  let isNth: (Int) -> SQLExpression?
  /// 1 for the newest row that passes the aggregate's filter.
  let rank: SQLExpression?
  /// How many rows up to this one, newest first, break a streak.
  let breaks: SQLExpression?

  init(
    rows: ExpressionShape, isInside: SQLExpression? = nil, sequence: SQLExpression? = nil,
    isNth: @escaping (Int) -> SQLExpression? = { _ in nil }, rank: SQLExpression? = nil,
    breaks: SQLExpression? = nil
  ) {
    self.rows = rows
    self.isInside = isInside
    self.sequence = sequence
    self.isNth = isNth
    self.rank = rank
    self.breaks = breaks
  }

  func shape(_ aggregation: Aggregation) throws(RenderError) -> SQLExpression {
    let word = aggregation.function.word
    var conditions = [isInside].compactMap { $0 }
    if let filter = aggregation.filter { conditions.append(try rows.shape(filter).sql) }
    guard let argument = aggregation.argument else {
      guard aggregation.function == .count else {
        throw RenderError(.brokenPlan, "'\(word)' has nothing to look at")
      }
      return call(.count, [], conditions)
    }
    let value = try rows.shape(argument)
    switch aggregation.function {
    case .count: return call(.count, [value.sql], conditions)
    case .countDistinct: return call(.count, [value.sql], conditions, isDistinct: true)
    case .sum, .mean, .sampleDeviation, .populationDeviation:
      let exact = try ExactArgument(argument, value, of: rows)
      return exact.shape(aggregation.function, where: condition(conditions))
    case .smallest: return call(.smallest, [value.sql], conditions)
    case .largest: return call(.largest, [value.sql], conditions)
    case .median: return call(.median, [value.asDouble], conditions)
    case .anyTrue: return call(.anyTrue, [value.sql], conditions)
    case .allTrue: return call(.allTrue, [value.sql], conditions)
    case .newest(let position): return try newest(position, aggregation, value, conditions)
    case .oldest:
      return call(.valueAtSmallest, [value.sql, try order(word)], conditions)
    case .everyValue:
      throw RenderError(.unsupported, "'\(word)' is for hand kernels; no SQL says it")
    case .streakAbove, .streakBelow:
      throw RenderError(.brokenPlan, "'\(word)' needs a value of the entity to compare with")
    case .streak:
      guard let breaks else { throw unordered(word) }
      conditions += [value.sql, .equal(breaks, .integer(0))]
      return call(.count, [], conditions)
    }
  }

  /// `ARG_MAX_NULL(x, "game_date")`, and `ANY_VALUE(x) FILTER (…)` of the one row in a later place.
  private func newest(
    _ position: Int, _ aggregation: Aggregation, _ value: Shaped, _ conditions: [SQLExpression]
  ) throws(RenderError) -> SQLExpression {
    let word = aggregation.function.word
    if position == 1 {
      return call(.valueAtLargest, [value.sql, try order(word)], conditions)
    }
    if aggregation.filter == nil {
      guard let isThere = isNth(position) else { throw unordered(word) }
      return call(.anyValue, [value.sql], [isThere] + conditions)
    }
    guard let rank else { throw unordered(word) }
    return call(.anyValue, [value.sql], conditions + [.equal(rank, .integer(position))])
  }

  private func order(_ word: String) throws(RenderError) -> SQLExpression {
    guard let sequence else { throw unordered(word) }
    return sequence
  }

  private func unordered(_ word: String) -> RenderError {
    RenderError(.brokenPlan, "'\(word)' needs rows with an order")
  }

  private func call(
    _ function: SQLAggregate, _ arguments: [SQLExpression], _ conditions: [SQLExpression],
    isDistinct: Bool = false
  ) -> SQLExpression {
    .aggregate(
      AggregateCall(
        function, arguments, isDistinct: isDistinct, filter: condition(conditions)))
  }

  private func condition(_ conditions: [SQLExpression]) -> SQLExpression? {
    conditions.isEmpty ? nil : .every(conditions)
  }
}

extension Aggregation {
  /// Whether SQL needs the place of a row among those that pass the filter.
  var needsRank: Bool {
    if case .newest(let position) = function { filter != nil && position > 1 } else { false }
  }

  /// Whether SQL needs to know which of two rows is newer.
  var needsSequence: Bool {
    switch function {
    case .newest(let position): position == 1
    case .oldest: true
    case .count, .countDistinct, .sum, .mean, .sampleDeviation, .populationDeviation, .smallest,
      .largest, .median, .anyTrue, .allTrue, .streak, .streakAbove, .streakBelow, .everyValue:
      false
    }
  }
}

/// The argument of an exact aggregate as a whole number: an integer, or a decimal times a power of ten.
struct ExactArgument {
  /// What is summed: an integer, or a decimal whose sum is exact as it is.
  private let term: SQLExpression
  private let scale: Int
  private let isDecimal: Bool
  private let isInteger: Bool
  private let isNeverNull: Bool

  init(_ argument: Expression, _ value: Shaped, of rows: ExpressionShape) throws(RenderError) {
    let type = try rows.type(of: argument)
    guard let scale = type.scale else {
      throw RenderError(.brokenPlan, "'\(argument.meaning)' has no exact sum")
    }
    self.scale = scale
    self.isInteger = type.isInteger
    self.isDecimal = value.kind.isDecimal
    self.isNeverNull = argument.isNeverNull
    if value.kind == .double {
      var inner = value.sql
      if case .rounded(let x, _) = argument { inner = try rows.shape(x).asDouble }
      self.term = .cast(.rounded(ExactArgument.times(inner, scale), scale: 0), .integer)
    } else {
      self.term = value.sql
    }
  }

  func shape(_ function: AggregateFunction, where filter: SQLExpression?) -> SQLExpression {
    switch function {
    case .mean: mean(filter)
    case .sampleDeviation: deviation(filter, isSample: true)
    case .populationDeviation: deviation(filter, isSample: false)
    default: sum(filter)
    }
  }

  /// `CAST(SUM(x) AS BIGINT)`, `CAST(SUM(x) * 10 AS DOUBLE) / 10`
  private func sum(_ filter: SQLExpression?) -> SQLExpression {
    let total = aggregate(.sum, [term], filter)
    if isInteger { return .cast(total, .integer) }
    return unscaled(.cast(wholeNumber(total), .double))
  }

  /// `CAST(SUM(x) AS DOUBLE) / COUNT(x)`, `CAST(SUM(x) * 10 AS DOUBLE) / (COUNT(x) * 10)`
  private func mean(_ filter: SQLExpression?) -> SQLExpression {
    let total = SQLExpression.cast(wholeNumber(aggregate(.sum, [term], filter)), .double)
    return .infix(.divided, total, ExactArgument.times(count(filter), scale))
  }

  /// `SQRT(CAST(n * SUM(x * x) - SUM(x) * SUM(x) AS DOUBLE) / NULLIF(n * (n - 1), 0))`, in integers of
  /// 128 bits up to the division.
  private func deviation(_ filter: SQLExpression?, isSample: Bool) -> SQLExpression {
    let n = count(filter)
    let wide = SQLExpression.cast(wholeNumber(term), .wideInteger)
    let other = isDecimal && scale > 0 ? wide : term
    let squares = aggregate(.sum, [.infix(.times, wide, other)], filter)
    let total = aggregate(.sum, [isDecimal && scale > 0 ? wide : term], filter)
    let spread = SQLExpression.infix(
      .minus, .infix(.times, n, squares), .infix(.times, total, total))
    let pairs = SQLExpression.infix(.times, n, isSample ? .infix(.minus, n, .integer(1)) : n)
    let variance = SQLExpression.infix(
      .divided, .cast(spread, .double), .call(.nullIf, [pairs, .integer(0)]))
    return unscaled(.call(.squareRoot, [variance]))
  }

  private func count(_ filter: SQLExpression?) -> SQLExpression {
    aggregate(.count, isNeverNull ? [] : [term], filter)
  }

  private func aggregate(
    _ function: SQLAggregate, _ arguments: [SQLExpression], _ filter: SQLExpression?
  ) -> SQLExpression {
    .aggregate(AggregateCall(function, arguments, filter: filter))
  }

  /// A decimal as a whole number.
  private func wholeNumber(_ x: SQLExpression) -> SQLExpression {
    isDecimal ? ExactArgument.times(x, scale) : x
  }

  private func unscaled(_ x: SQLExpression) -> SQLExpression {
    scale == 0 ? x : .infix(.divided, x, .integer(power(ofTen: scale)))
  }

  private static func times(_ x: SQLExpression, _ scale: Int) -> SQLExpression {
    scale == 0 ? x : .infix(.times, x, .integer(power(ofTen: scale)))
  }
}
