import FeatureAlgebra

/// Short forms of the aggregates that hashes, checks and receipts are made of.
extension SQLExpression {
  /// `COUNT(*)`
  static let countOfRows = SQLExpression.aggregate(AggregateCall(.count))

  /// `COUNT(*) FILTER (WHERE …)`
  static func countOfRows(where filter: SQLExpression) -> SQLExpression {
    .aggregate(AggregateCall(.count, filter: filter))
  }

  /// `COUNT(x)`
  static func count(of x: SQLExpression) -> SQLExpression { .aggregate(AggregateCall(.count, [x])) }

  /// `SUM(x)`; NULL of no row.
  static func sum(of x: SQLExpression) -> SQLExpression { .aggregate(AggregateCall(.sum, [x])) }

  /// `CAST(COALESCE(SUM(x), 0) AS BIGINT)`
  static func total(of x: SQLExpression) -> SQLExpression {
    .cast(.call(.coalesce, [.sum(of: x), .literal(.integer(0))]), .integer)
  }

  /// `MAX(x)`
  static func largest(of x: SQLExpression, where filter: SQLExpression? = nil) -> SQLExpression {
    .aggregate(AggregateCall(.largest, [x], filter: filter))
  }

  /// `MIN(x)`
  static func smallest(of x: SQLExpression, where filter: SQLExpression? = nil) -> SQLExpression {
    .aggregate(AggregateCall(.smallest, [x], filter: filter))
  }

  /// `x BETWEEN $from AND $to`
  static func inRange(_ x: SQLExpression) -> SQLExpression {
    .between(x, .parameter("from"), .parameter("to"))
  }
}
