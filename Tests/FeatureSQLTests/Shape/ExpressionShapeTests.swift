import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Columns of one row, under the alias `r`.
private let types = PlanTypes(
  of: CalendarPlan(
    rows: Sample.rows(
      "r", "rows",
      [
        ("i", .integer), ("j", .integer), ("n", .integer32), ("m", .integer32),
        ("x", .double), ("y", .double), ("d", .number(5, 1)), ("e", .number(5, 1)),
        ("w", .number(18, 2)), ("s", .text), ("t", .text), ("b", .boolean), ("c", .boolean),
        ("day", .day), ("other", .day), ("at", .timestamp),
      ], key: []),
    season: .literal(.integer(1)), scheduled: .literal(.boolean(true)),
    played: .literal(.boolean(true))),
  in: Sample.plan())

private var shape: ExpressionShape {
  ExpressionShape(
    types: types, leaves: .row(of: "r").or(Leaves { $0 == .asOfDay ? .column("as_of") : nil }))
}

private func sql(_ expression: Expression) throws -> String {
  try Printer.text(try shape.shape(expression).sql, in: .duckDB)
}

private func col(_ name: String) -> Expression { .column(rows: "r", name: name) }
private func int(_ value: Int64) -> Expression { .literal(.integer(value)) }
private func num(_ value: Double) -> Expression { .literal(.double(value)) }
private func str(_ value: String) -> Expression { .literal(.text(value)) }

// The expected texts stand beside the cases: this is the table of expression × DuckDB.
private let cases: [(Expression, String)] = [
  (.literal(.null(.double)), "CAST(NULL AS DOUBLE)"),
  (.asOfDay, #""as_of""#),
  (.negated(col("i")), #"-"i""#),
  (.negated(col("d")), #"-CAST("d" AS DOUBLE)"#),
  (.absolute(col("x")), #"ABS("x")"#),
  (.absolute(col("d")), #"ABS(CAST("d" AS DOUBLE))"#),
  (.squareRoot(col("x")), #"CASE WHEN "x" >= 0 THEN SQRT("x") END"#),
  (.floor(col("x")), #"FLOOR("x")"#),
  (.floor(col("i")), #"CAST("i" AS DOUBLE)"#),

  (.arithmetic(.plus, col("i"), col("j")), #""i" + "j""#),
  (.arithmetic(.times, int(2), col("i")), #"2 * "i""#),
  (.arithmetic(.plus, col("n"), int(1)), #"CAST("n" AS BIGINT) + 1"#),
  (.arithmetic(.times, col("n"), col("m")), #"CAST("n" AS BIGINT) * "m""#),
  (.arithmetic(.times, int(100_000), int(100_000)), "CAST(100000 AS BIGINT) * 100000"),
  (.arithmetic(.minus, col("x"), col("d")), #""x" - "d""#),
  (.arithmetic(.minus, col("d"), col("e")), #"CAST("d" AS DOUBLE) - "e""#),
  (.arithmetic(.times, num(0.44), col("i")), #"0.44e0 * "i""#),
  (.arithmetic(.plus, int(1), col("d")), #"1 + CAST("d" AS DOUBLE)"#),

  (.ratio(col("i"), col("j")), #"CAST("i" AS DOUBLE) / NULLIF("j", 0)"#),
  (.ratio(col("x"), col("j")), #""x" / NULLIF("j", 0)"#),
  (.ratio(col("i"), col("x")), #""i" / NULLIF("x", 0)"#),
  (.ratio(col("x"), int(2)), #""x" / 2"#),
  (.ratio(col("x"), int(0)), #""x" / NULLIF(0, 0)"#),
  (.ratio(int(1), col("i")), #"1.0e0 / NULLIF("i", 0)"#),
  (.rounded(col("x"), scale: 1), #"ROUND("x", 1)"#),
  (.rounded(col("x"), scale: 0), #"ROUND("x")"#),
  (
    .clamped(col("x"), low: int(0), high: int(100)),
    #"CASE WHEN "x" IS NOT NULL THEN GREATEST(0, LEAST("x", 100)) END"#
  ),
  (
    .clamped(.firstPresent([col("i"), int(0)]), low: int(0), high: int(100)),
    #"GREATEST(0, LEAST(COALESCE("i", 0), 100))"#
  ),

  (.comparison(.less, col("i"), int(3)), #""i" < 3"#),
  (.comparison(.greater, col("d"), int(0)), #""d" > 0"#),
  (.comparison(.greater, col("d"), col("e")), #""d" > "e""#),
  (.comparison(.greater, col("d"), col("i")), #"CAST("d" AS DOUBLE) > "i""#),
  (.comparison(.greater, col("w"), int(0)), #"CAST("w" AS DOUBLE) > 0"#),
  (.comparison(.greater, col("d"), num(0.5)), #""d" > 0.5e0"#),
  (.comparison(.notEqual, col("s"), str("a")), #""s" <> 'a'"#),
  (.all([col("b"), col("c")]), #""b" AND "c""#),
  (.any([col("b"), .all([col("c"), col("b")])]), #""b" OR "c" AND "b""#),
  (.all([]), "TRUE"),
  (.any([]), "FALSE"),
  (.not(col("b")), #"NOT "b""#),
  (.isNull(col("x")), #""x" IS NULL"#),
  (.not(.isNull(col("x"))), #""x" IS NOT NULL"#),
  (.isIn(col("i"), [.integer(1), .integer(3)]), #""i" IN (1, 3)"#),
  (.isIn(col("s"), [.text("a"), .null(.text)]), #""s" IN ('a')"#),
  (.isIn(col("i"), []), #"CASE WHEN "i" IS NOT NULL THEN FALSE END"#),

  (
    .choice([Branch(when: col("b"), then: col("i"))], otherwise: .literal(.null(.integer))),
    #"CASE WHEN "b" THEN "i" END"#
  ),
  (
    .choice([Branch(when: col("b"), then: col("d"))], otherwise: int(0)),
    #"CASE WHEN "b" THEN CAST("d" AS DOUBLE) ELSE 0 END"#
  ),
  (
    .choice([Branch(when: col("b"), then: col("d"))], otherwise: col("x")),
    #"CASE WHEN "b" THEN "d" ELSE "x" END"#
  ),
  (.firstPresent([col("x"), int(0)]), #"COALESCE("x", 0)"#),
  (.firstPresent([col("x")]), #""x""#),
  (
    .labelOfExtreme(
      .smallest, [Labelled("paint", col("x")), Labelled("perimeter", col("y"))]),
    #"CASE LEAST("x", "y") WHEN "x" THEN 'paint' WHEN "y" THEN 'perimeter' END"#
  ),

  (.days(from: col("day"), to: .asOfDay), #""as_of" - "day""#),
  (.dayPlus(col("day"), 7), #""day" + 7"#),
  (.dayPlus(col("day"), -7), #""day" - 7"#),
  (.dayOf(col("at")), #"CAST("at" AS DATE)"#),
  (.seasonYear(col("day"), firstMonth: 1), #"EXTRACT(YEAR FROM "day")"#),
  (.lowercased(col("s")), #"LOWER("s")"#),
  (
    .joined([col("s"), col("t")], separator: ", "),
    #"CASE WHEN COALESCE("s", "t") IS NOT NULL THEN CONCAT_WS(', ', "s", "t") END"#
  ),
  (.joined([str("v"), col("t")], separator: "-"), #"CONCAT_WS('-', 'v', "t")"#),
  (.concatenated([col("s"), str(" of "), col("t")]), #""s" || ' of ' || "t""#),
  (.cast(col("i"), .double), #"CAST("i" AS DOUBLE)"#),
  (.cast(col("x"), .integer), #"CAST(ROUND("x") AS BIGINT)"#),
  (.cast(col("i"), .integer), #""i""#),
  (.cast(col("x"), .number(5, 2)), #"CAST(ROUND("x", 2) AS DECIMAL(5, 2))"#),
  (.cast(col("b"), .integer), #"CAST("b" AS BIGINT)"#),
  (.cast(col("day"), .text), #"CAST("day" AS VARCHAR)"#),
  (.list([col("x"), col("i")]), #"["x", CAST("i" AS DOUBLE)]"#),
  (
    .listOfPresent([col("s"), str("a")]),
    #"LIST_FILTER(["s", 'a'], lambda x: x IS NOT NULL)"#
  ),
]

@Test(arguments: cases.indices) func `an expression has its text`(index: Int) throws {
  let (expression, expected) = cases[index]
  #expect(try sql(expression) == expected)
}

@Test func `clock minutes are guarded by the form of the text`() throws {
  #expect(
    try sql(.clockMinutes(col("s"))) == """
      CASE
        WHEN REGEXP_FULL_MATCH("s", '[0-9]{1,3}:([0-5][0-9]|60)')
          THEN CAST(SPLIT_PART("s", ':', 1) AS DOUBLE) + CAST(SPLIT_PART("s", ':', 2) AS DOUBLE) / 60
      END
      """)
}

@Test func `a season starts in its first month`() throws {
  #expect(
    try sql(.seasonYear(col("day"), firstMonth: 10)) == """
      CASE
        WHEN EXTRACT(MONTH FROM "day") >= 10 THEN EXTRACT(YEAR FROM "day")
        ELSE EXTRACT(YEAR FROM "day") - 1
      END
      """)
}

@Test func `edges that are not numbers are compared, not bounded`() throws {
  #expect(
    try sql(.clamped(col("x"), low: col("y"), high: int(1))) == """
      CASE
        WHEN "x" IS NOT NULL AND "y" IS NOT NULL AND 1 IS NOT NULL
          THEN CASE WHEN "x" < "y" THEN "y" WHEN "x" > 1 THEN 1 ELSE "x" END
      END
      """)
}

private let stored: [(Expression, ColumnType, String)] = [
  (col("x"), .number(5, 1), #"CAST(ROUND("x", 1) AS DECIMAL(5, 1))"#),
  (.rounded(col("x"), scale: 1), .number(5, 1), #"CAST(ROUND("x", 1) AS DECIMAL(5, 1))"#),
  (.rounded(col("x"), scale: 2), .number(5, 1), #"CAST(ROUND(ROUND("x", 2), 1) AS DECIMAL(5, 1))"#),
  (col("d"), .number(5, 1), #""d""#),
  (col("d"), .number(6, 2), #"CAST("d" AS DECIMAL(6, 2))"#),
  (col("w"), .number(5, 1), #"CAST(ROUND(CAST("w" AS DOUBLE), 1) AS DECIMAL(5, 1))"#),
  (col("i"), .number(5, 1), #"CAST("i" AS DECIMAL(5, 1))"#),
  (col("i"), .integer, #""i""#),
  (col("n"), .integer, #"CAST("n" AS BIGINT)"#),
  (int(0), .integer, "CAST(0 AS BIGINT)"),
  (col("x"), .integer32, #"CAST(ROUND("x") AS BIGINT)"#),
  (col("d"), .double, #"CAST("d" AS DOUBLE)"#),
  (int(3), .double, "3.0e0"),
  (.literal(.null(.double)), .number(5, 1), "CAST(NULL AS DECIMAL(5, 1))"),
  (col("s"), .text, #""s""#),
]

@Test(arguments: stored.indices)
func `a value is brought to its column's type once`(index: Int) throws {
  let (expression, type, expected) = stored[index]
  #expect(try Printer.text(try shape.store(expression, as: type), in: .duckDB) == expected)
}

@Test func `what cannot be read is named`() {
  let error = #expect(throws: RenderError.self) { try sql(.coverage(.actual, window: "l10")) }
  #expect(error?.message == "'actual games l10' cannot be read here")
  #expect(throws: RenderError(.brokenPlan, "there is no column 'r.zzz'")) { try sql(col("zzz")) }
}
