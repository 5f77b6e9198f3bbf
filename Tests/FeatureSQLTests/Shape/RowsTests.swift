import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func sql(
  _ rows: RowsPlan, _ columns: [String], days: DayRange = .slab, tables: [TablePlan] = []
) throws -> String {
  let calendar = CalendarPlan(
    rows: rows, season: .literal(.integer(1)), scheduled: .literal(.boolean(true)),
    played: .literal(.boolean(true)))
  let plan = Plan(pipeline: "p", calendar: calendar, tables: tables, processors: [])
  let shape = RowsShape(
    rows: rows, types: PlanTypes(of: calendar, in: plan), columns: columns, days: days)
  var names = Names([rows.alias])
  let query = Query(
    with: try shape.tables(named: rows.alias, names: &names),
    Select(columns.map { .column($0) }, from: .common(rows.alias)),
    orderBy: columns.map { OrderTerm(.column($0)) })
  return try Printer.text(query, in: .duckDB).sql
}

private func run(_ sql: String, _ script: String) throws -> [String] {
  let statement = Statement(
    family: .extract, name: "x", sql: sql, parameters: ["from", "to"], columns: [])
  return try Season(Sample.tables + script).rows(statement, from: "2023-01-02", to: "2023-01-03")
}

@Test func `only the columns and days that matter are read`() throws {
  let rows = Sample.rows(
    "games", "games", Sample.gameColumns, key: ["player", "game_date"],
    filter: .column(rows: "games", name: "active"))
  #expect(
    try sql(rows, ["player", "points"]).hasPrefix(
      """
      WITH
        "games" AS (
          SELECT
            "player",
            "points"
          FROM "raw"."games"
          WHERE "game_date" BETWEEN $from AND $to AND "active"
        )
      """))
}

private let schedule = Sample.rows(
  "schedule", "schedule", Sample.scheduleColumns, key: ["game_id"],
  keep: Keep(
    per: [.column(rows: "schedule", name: "game_id")],
    order: [
      Order(.column(rows: "schedule", name: "processed_at"), descending: true),
      Order(.column(rows: "schedule", name: "game_id")),
    ]))

@Test func `a reduction by a key without the day runs before the days are cut`() throws {
  #expect(
    try sql(schedule, ["game_id"]).hasPrefix(
      """
      WITH
        "schedule" AS (
          SELECT
            "game_id"
          FROM "raw"."schedule"
          QUALIFY ROW_NUMBER() OVER (PARTITION BY "game_id" ORDER BY "processed_at" DESC, "game_id") = 1
            AND "game_date" BETWEEN $from AND $to
        )
      """))
}

@Test func `a game that moved has no row on its old day`() throws {
  let rows = try run(
    sql(schedule, ["game_id", "game_date"]),
    """
    INSERT INTO raw.schedule VALUES
      ('a', '2023-01-02', 2022, 'BOS', 'LAL', 1, '2023-01-01'),
      ('a', '2023-01-09', 2022, 'BOS', 'LAL', 1, '2023-01-02'),
      ('b', '2023-01-03', 2022, 'BOS', 'LAL', 1, NULL),
      ('b', '2023-01-02', 2022, 'BOS', 'LAL', 1, '2023-01-01');
    """)
  #expect(rows == ["b 2023-01-02"])
}

// A stack of two box scores: gamebook first, then the backup, per day and player.
private func part(_ alias: String, _ table: String, _ source: String) -> StackPart {
  StackPart(
    alias: alias, table: TableName("raw", table), filter: nil, keep: nil,
    mapping: [
      MappedColumn(name: "player", value: .column(rows: alias, name: "player")),
      MappedColumn(name: "game_date", value: .column(rows: alias, name: "game_date")),
      MappedColumn(name: "points", value: .column(rows: alias, name: "points")),
      MappedColumn(name: "source", value: .literal(.text(source))),
    ])
}

private func stack(_ rule: StackRule, filter: Expression? = nil) -> RowsPlan {
  RowsPlan(
    alias: "line",
    source: .stack([part("first", "games", "book"), part("second", "backup", "backup")], rule),
    filter: filter, key: ["player", "game_date"], day: "game_date", freshness: nil,
    columns: [
      ColumnPlan(name: "player", type: .text), ColumnPlan(name: "game_date", type: .day),
      ColumnPlan(name: "points", type: .number(5, 1)), ColumnPlan(name: "source", type: .text),
    ])
}

private let stackTables = ["games", "backup"].map { name in
  TablePlan(
    name: TableName("raw", name),
    columns: [
      ColumnPlan(name: "player", type: .text), ColumnPlan(name: "game_date", type: .day),
      ColumnPlan(name: "points", type: .integer),
    ], key: ["player", "game_date"], day: "game_date", freshness: nil, rowHash: nil)
}

private let stackRows = """
  CREATE TABLE raw.backup (player VARCHAR, game_date DATE, points BIGINT);
  INSERT INTO raw.games (player, game_date, points) VALUES
    ('ann', '2023-01-02', 10), ('bob', '2023-01-03', 20);
  INSERT INTO raw.backup VALUES
    ('ann', '2023-01-02', 11), ('cy', '2023-01-02', 12), ('bob', '2023-01-02', 13),
    ('ann', '2023-01-09', 14);
  """

@Test func `the first part that has a row wins per day and key`() throws {
  let sql = try sql(
    stack(.firstPart(by: ["player"])), ["player", "game_date", "points", "source"],
    tables: stackTables)
  #expect(
    try run(sql, stackRows) == [
      "ann 2023-01-02 10.0 book", "bob 2023-01-02 13.0 backup", "bob 2023-01-03 20.0 book",
      "cy 2023-01-02 12.0 backup",
    ])
}

@Test func `every row of every part is kept where the rule says so`() throws {
  let sql = try sql(stack(.everyRow), ["player", "points"], tables: stackTables)
  #expect(try run(sql, stackRows) == ["ann 10.0", "ann 11.0", "bob 13.0", "bob 20.0", "cy 12.0"])
}

@Test func `a filter of a stack looks at what the preference left`() throws {
  let isBackup = Expression.comparison(
    .equal, .column(rows: "line", name: "source"), .literal(.text("backup")))
  let sql = try sql(
    stack(.firstPart(by: ["player"]), filter: isBackup), ["player", "points"],
    tables: stackTables)
  #expect(try run(sql, stackRows) == ["bob 13.0", "cy 12.0"])
}

@Test func `a stack is a union of its parts, each in the stack's types`() throws {
  #expect(
    try sql(stack(.firstPart(by: ["player"])), ["points"], tables: stackTables) == """
      WITH
        "line_parts" AS (
          SELECT
            1 AS "part",
            "first"."player",
            "first"."game_date",
            CAST("first"."points" AS DECIMAL(5, 1)) AS "points"
          FROM "raw"."games" AS "first"
          WHERE "first"."game_date" BETWEEN $from AND $to
          UNION ALL
          SELECT
            2 AS "part",
            "second"."player",
            "second"."game_date",
            CAST("second"."points" AS DECIMAL(5, 1)) AS "points"
          FROM "raw"."backup" AS "second"
          WHERE "second"."game_date" BETWEEN $from AND $to
        ),
        -- Per game_date and key, the first part with a row.
        "line" AS (
          SELECT
            "points"
          FROM "line_parts"
          QUALIFY RANK() OVER (PARTITION BY "game_date", "player" ORDER BY "part") = 1
        )
      SELECT
        "points"
      FROM "line"
      ORDER BY "points"

      """)
}
