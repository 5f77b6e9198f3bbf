import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private let rows = Sample.rows(
  "g", "g",
  [
    ("i", .integer), ("d", .number(5, 1)), ("x", .double), ("b", .boolean), ("s", .text),
  ], key: [])

private func sql(
  _ function: AggregateFunction, _ argument: Expression?, filter: Expression? = nil,
  inside: SQLExpression? = nil
) throws -> String {
  let types = PlanTypes(
    of: CalendarPlan(
      rows: rows, season: .literal(.integer(1)), scheduled: .literal(.boolean(true)),
      played: .literal(.boolean(true))), in: Sample.plan())
  let shape = AggregateShape(
    rows: ExpressionShape(types: types, leaves: .row(of: "g")), isInside: inside,
    sequence: .column("nth"), isNth: { .equal(.column("place"), .integer($0)) },
    rank: .column("rank"), breaks: .column("breaks"))
  return try Printer.text(
    try shape.shape(Aggregation(function, rows: "g", argument: argument, filter: filter)),
    in: .duckDB)
}

private func col(_ name: String) -> Expression { .column(rows: "g", name: name) }

private let cases: [(AggregateFunction, Expression?, String)] = [
  (.count, nil, "COUNT(*)"),
  (.count, col("i"), #"COUNT("i")"#),
  (.countDistinct, col("s"), #"COUNT(DISTINCT "s")"#),
  (.sum, col("i"), #"CAST(SUM("i") AS BIGINT)"#),
  (.sum, col("d"), #"CAST(SUM("d") * 10 AS DOUBLE) / 10"#),
  (
    .sum, .rounded(col("x"), scale: 2),
    #"CAST(SUM(CAST(ROUND("x" * 100) AS BIGINT)) AS DOUBLE) / 100"#
  ),
  (.mean, col("i"), #"CAST(SUM("i") AS DOUBLE) / COUNT("i")"#),
  (.mean, col("d"), #"CAST(SUM("d") * 10 AS DOUBLE) / (COUNT("d") * 10)"#),
  (
    .sampleDeviation, col("i"),
    """
    SQRT(CAST(COUNT("i") * SUM(CAST("i" AS HUGEINT) * "i") - SUM("i") * SUM("i") AS DOUBLE)
      / NULLIF(COUNT("i") * (COUNT("i") - 1), 0))
    """
  ),
  (.smallest, col("s"), #"MIN("s")"#),
  (.largest, col("d"), #"MAX("d")"#),
  (.median, col("i"), #"MEDIAN(CAST("i" AS DOUBLE))"#),
  (.newest(1), col("s"), #"ARG_MAX_NULL("s", "nth")"#),
  (.newest(3), col("s"), #"ANY_VALUE("s") FILTER (WHERE "place" = 3)"#),
  (.oldest, col("s"), #"ARG_MIN_NULL("s", "nth")"#),
  (.anyTrue, col("b"), #"BOOL_OR("b")"#),
  (.allTrue, col("b"), #"BOOL_AND("b")"#),
  (.streak, col("b"), #"COUNT(*) FILTER (WHERE "b" AND "breaks" = 0)"#),
]

@Test(arguments: cases.indices) func `an aggregate has its text`(index: Int) throws {
  let (function, argument, expected) = cases[index]
  expectText(try sql(function, argument), expected)
}

@Test func `the window and the filter both stand in FILTER`() throws {
  let inside = SQLExpression.infix(.lessOrEqual, .column("nth"), .integer(5))
  #expect(
    try sql(.sum, col("i"), filter: col("b"), inside: inside)
      == #"CAST(SUM("i") FILTER (WHERE "nth" <= 5 AND "b") AS BIGINT)"#)
}

@Test func `the second newest of those that pass needs their own numbers`() throws {
  #expect(
    try sql(.newest(2), col("s"), filter: col("b"))
      == #"ANY_VALUE("s") FILTER (WHERE "b" AND "rank" = 2)"#)
  #expect(
    try sql(.newest(1), col("s"), filter: col("b"))
      == #"ARG_MAX_NULL("s", "nth") FILTER (WHERE "b")"#)
}

/// Values of the aggregate over rows `(1, 1.5), (4, NULL), (6, 2.0)` of `i` and `d`.
private func value(_ function: AggregateFunction, _ argument: Expression?) throws -> String {
  let warehouse = try Season("")
  return try warehouse.rows(
    """
    SELECT \(try sql(function, argument))
    FROM (VALUES
      (3, 1, 1, CAST(1.5 AS DECIMAL(5, 1)), 0.125e0, TRUE), (2, 2, 4, NULL, 0.115e0, NULL),
      (1, 3, 6, 2.0, NULL, FALSE)
    ) AS rows(nth, place, i, d, x, b)
    """)[0]
}

@Test(
  arguments: [
    (AggregateFunction.count, "d", "2"),
    (.sum, "i", "11"),
    (.sum, "d", "3.5"),
    // 11 / 3
    (.mean, "i", "3.6666666666666665"),
    // 35 / (2 · 10)
    (.mean, "d", "1.75"),
    // 3 · 53 − 121 = 38; √(38 / 6)
    (.sampleDeviation, "i", "2.516611478423583"),
    // 2 · (15² + 20²) − 35² = 25; √(25 / 2) / 10
    (.sampleDeviation, "d", "0.3535533905932738"),
    // √(38 / 9)
    (.populationDeviation, "i", "2.0548046676563256"),
    (.median, "i", "4.0"),
    (.median, "d", "1.75"),
    (.newest(2), "d", "NULL"),
    (.oldest, "d", "2.0"),
    (.smallest, "i", "1"),
    (.anyTrue, "b", "true"),
    (.allTrue, "b", "false"),
  ] as [(AggregateFunction, String, String)])
func `DuckDB agrees with the contract of aggregates`(
  function: AggregateFunction, column: String, expected: String
) throws {
  #expect(try value(function, col(column)) == expected)
}

@Test func `a rounded value is summed as whole numbers`() throws {
  // round(12.5) = 13 and round(11.5) = 12: 25 / 100
  #expect(try value(.sum, .rounded(col("x"), scale: 2)) == "0.25")
}

@Test(arguments: [
  AggregateFunction.sum, .mean, .sampleDeviation, .smallest, .median, .newest(1), .oldest,
  .anyTrue,
])
func `nothing left is NULL`(function: AggregateFunction) throws {
  let argument = function == .anyTrue ? "b" : "i"
  let text = try sql(function, col(argument))
  let rows = try Season("").rows(
    "SELECT \(text) FROM (VALUES (1, 1, TRUE)) AS rows(nth, i, b) WHERE i > 1")
  #expect(rows == ["NULL"])
}

@Test func `one value has no sample deviation but a population deviation`() throws {
  let one = "FROM (VALUES (7)) AS rows(i)"
  let warehouse = try Season("")
  #expect(
    try warehouse.rows("SELECT \(try sql(.sampleDeviation, col("i"))) \(one)") == ["NULL"])
  #expect(
    try warehouse.rows("SELECT \(try sql(.populationDeviation, col("i"))) \(one)") == ["0.0"])
}

@Test func `deviations of huge numbers stay exact`() throws {
  // 3·10⁹ and 3·10⁹ + 2: squares leave 64 bits; the sample deviation is √2.
  let text = try sql(.sampleDeviation, col("i"))
  let rows = try Season("").rows(
    "SELECT \(text) FROM (VALUES (3000000000), (3000000002)) AS rows(i)")
  #expect(rows == ["1.4142135623730951"])
}
