import FeatureAlgebra
import Testing

@testable import FeatureSQL

private func text(_ expression: SQLExpression) throws -> String {
  try Printer.text(expression, in: .duckDB)
}

private let a = SQLExpression.column("a")
private let b = SQLExpression.column("b")
private let c = SQLExpression.column("c")

@Test(arguments: [
  (SQLExpression.column("points"), #""points""#),
  (.column("points", of: "games"), #""games"."points""#),
  (.column(#"a"b"#), #""a""b""#),
  (.column(#"a"; DROP TABLE x; --"#), #""a""; DROP TABLE x; --""#),
  (.parameter("from"), "$from"),
  (.literal(.integer(-3)), "-3"),
  (.literal(.integer(.min)), "CAST(-9223372036854775808 AS BIGINT)"),
  (.literal(.double(0.44)), "0.44e0"),
  (.literal(.double(2)), "2.0e0"),
  (.literal(.double(1e300)), "1e+300"),
  (.literal(.text("it's")), "'it''s'"),
  // One character with its accent, and the end of the literal all the same.
  (.literal(.text("it'\u{301}; DROP TABLE x; --")), "'it''\u{301}; DROP TABLE x; --'"),
  (.column("a\"\u{301}b"), "\"a\"\"\u{301}b\""),
  (.literal(.boolean(true)), "TRUE"),
  (.literal(.null(.double)), "CAST(NULL AS DOUBLE)"),
  (.cast(a, .column(.number(5, 2))), #"CAST("a" AS DECIMAL(5, 2))"#),
  (.isIn(a, [.text("x"), .text("y")]), #""a" IN ('x', 'y')"#),
  (.between(a, .parameter("from"), .parameter("to")), #""a" BETWEEN $from AND $to"#),
])
func `an expression is spelled`(expression: SQLExpression, sql: String) throws {
  #expect(try text(expression) == sql)
}

@Test(arguments: [
  (SQLExpression.infix(.minus, a, .infix(.minus, b, c)), #""a" - ("b" - "c")"#),
  (.infix(.minus, .infix(.minus, a, b), c), #""a" - "b" - "c""#),
  (.infix(.plus, a, .infix(.plus, b, c)), #""a" + ("b" + "c")"#),
  (.infix(.times, .infix(.plus, a, b), c), #"("a" + "b") * "c""#),
  (.infix(.plus, a, .infix(.times, b, c)), #""a" + "b" * "c""#),
  (.negated(.infix(.plus, a, b)), #"-("a" + "b")"#),
  (.negated(.literal(.integer(-1))), "-(-1)"),
  (.infix(.minus, a, .literal(.integer(-1))), #""a" - -1"#),
  (.not(.all([a, b])), #"NOT ("a" AND "b")"#),
  (.not(.infix(.less, a, b)), #"NOT "a" < "b""#),
  (.all([.any([a, b]), c]), #"("a" OR "b") AND "c""#),
  (.any([.all([a, b]), c]), #""a" AND "b" OR "c""#),
  (.infix(.equal, .infix(.less, a, b), c), #"("a" < "b") = "c""#),
  (.isNull(.infix(.less, a, b)), #"("a" < "b") IS NULL"#),
  (.all([]), "TRUE"),
  (.any([]), "FALSE"),
])
func `parentheses stand where the meaning needs them`(expression: SQLExpression, sql: String)
  throws
{
  #expect(try text(expression) == sql)
}

@Test func `an aggregate has its filter`() throws {
  let sum = SQLExpression.aggregate(AggregateCall(.sum, [a], filter: .infix(.less, b, c)))
  #expect(try text(sum) == #"SUM("a") FILTER (WHERE "b" < "c")"#)
}

@Test func `a dialect without FILTER gets a CASE`() throws {
  let dialect = Dialect(name: "plain", hasAggregateFilter: false)
  let count = SQLExpression.aggregate(AggregateCall(.count, filter: b))
  #expect(try Printer.text(count, in: dialect) == #"COUNT(CASE WHEN "b" THEN 1 END)"#)
}

@Test func `a dialect that orders NULLs first is told otherwise`() throws {
  let dialect = Dialect(name: "plain")
  let first = SQLExpression.window(WindowCall(.rowNumber, orderBy: [OrderTerm(a)]))
  #expect(
    try Printer.text(first, in: dialect) == #"ROW_NUMBER() OVER (ORDER BY "a" NULLS LAST)"#)
}

@Test func `a function without a spelling is refused in one sentence`() throws {
  let dialect = Dialect(name: "plain", refusals: [.matches: "match texts against a pattern"])
  let error = #expect(throws: RenderError.self) {
    try Printer.text(.call(.matches, [a, b]), in: dialect)
  }
  #expect(error?.message == "plain cannot match texts against a pattern")
  #expect(error?.code == .unsupported)
}

@Test func `a query is laid out one column per line`() throws {
  let games = Select(
    [.column("player"), SelectColumn(.aggregate(AggregateCall(.sum, [a])), as: "points")],
    from: .table(TableName("raw", "games")),
    where: .all([
      .between(.column("game_date"), .parameter("from"), .parameter("to")),
      .infix(.equal, .column("status"), .text("final")),
    ]), groupBy: [.column("player")])
  let query = Query(
    with: [CommonTable("games", note: "Points\nof all.", games)],
    Select(
      [.column("player", of: "games"), SelectColumn(.column("points"), as: "p")],
      from: .common("games"),
      joins: [
        Join(
          .left, .common("teams", alias: "t"),
          on: .equal(.column("player", of: "t"), .column("player", of: "games")))
      ]), orderBy: [OrderTerm(.column("points"), descending: true)])
  let (sql, parameters) = try Printer.text(query, in: .duckDB)
  #expect(
    sql == """
      WITH
        -- Points of all.
        "games" AS (
          SELECT
            "player",
            SUM("a") AS "points"
          FROM "raw"."games"
          WHERE "game_date" BETWEEN $from AND $to AND "status" = 'final'
          GROUP BY "player"
        )
      SELECT
        "games"."player",
        "points" AS "p"
      FROM "games"
      LEFT JOIN "teams" AS "t" ON "t"."player" = "games"."player"
      ORDER BY "points" DESC

      """)
  #expect(parameters == ["from", "to"])
}

@Test func `a dialect without QUALIFY asks outside`() throws {
  let select = Select(
    [.column("player")], from: .common("games"),
    qualify: .equal(
      .window(WindowCall(.rowNumber, partitionBy: [.column("player")])), .literal(.integer(1))))
  let dialect = Dialect(name: "plain")
  #expect(
    try Printer.text(Query(select), in: dialect).sql == """
      SELECT
        "player"
      FROM (
        SELECT
          "player",
          ROW_NUMBER() OVER (PARTITION BY "player") = 1 AS "is_kept"
        FROM "games"
      ) AS "numbered"
      WHERE "is_kept"

      """)
}

@Test func `a long condition breaks into lines`() throws {
  let name = String(repeating: "x", count: 40)
  let conditions = (1...3).map { SQLExpression.column("\(name)_\($0)") }
  let query = Query(Select([.column("a")], from: .common("t"), where: .all(conditions)))
  #expect(
    try Printer.text(query, in: .duckDB).sql == """
      SELECT
        "a"
      FROM "t"
      WHERE "\(name)_1"
        AND "\(name)_2"
        AND "\(name)_3"

      """)
}
