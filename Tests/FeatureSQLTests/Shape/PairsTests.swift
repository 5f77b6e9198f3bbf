import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private let roster = TableName("raw", "roster")
private let tables = [
  TablePlan(
    name: roster,
    columns: [
      ColumnPlan(name: "team", type: .text), ColumnPlan(name: "player", type: .text),
      ColumnPlan(name: "listed_on", type: .day),
    ], key: ["team", "player", "listed_on"], day: "listed_on", freshness: nil, rowHash: nil),
  TablePlan(
    name: TableName("raw", "schedule"),
    columns: Sample.scheduleColumns.map { ColumnPlan(name: $0.0, type: $0.1) }, key: ["game_id"],
    day: "game_date", freshness: nil, rowHash: nil),
]

/// Players of a team's roster for each game of the schedule, dated by the game.
private func expected(_ timing: PairPlan.Timing) -> RowsPlan {
  let asking = Sample.rows("game", "schedule", Sample.scheduleColumns, key: ["game_id"])
  let pair = PairPlan(
    asking: asking, timing: timing, day: "listed_on",
    match: [
      Match(
        row: .column(rows: "listed", name: "team"), entity: .column(rows: "game", name: "home"))
    ])
  let part = StackPart(
    alias: "listed", table: roster, pair: pair, filter: nil, keep: nil,
    mapping: [
      MappedColumn(name: "game_date", value: .column(rows: "game", name: "game_date")),
      MappedColumn(name: "player", value: .column(rows: "listed", name: "player")),
      MappedColumn(name: "away", value: .column(rows: "game", name: "away")),
    ])
  return RowsPlan(
    alias: "expected", source: .stack([part], .everyRow), key: ["player", "game_date"],
    day: "game_date", freshness: nil,
    columns: [
      ColumnPlan(name: "game_date", type: .day), ColumnPlan(name: "player", type: .text),
      ColumnPlan(name: "away", type: .text),
    ])
}

private func sql(_ timing: PairPlan.Timing) throws -> String {
  let rows = expected(timing)
  let calendar = CalendarPlan(
    rows: rows, season: .literal(.integer(1)), scheduled: .literal(.boolean(true)),
    played: .literal(.boolean(true)))
  let plan = Plan(pipeline: "p", calendar: calendar, tables: tables, processors: [])
  let columns = ["game_date", "player", "away"]
  let shape = RowsShape(
    rows: rows, types: PlanTypes(of: calendar, in: plan), columns: columns, days: .slab)
  var names = Names([rows.alias])
  let query = Query(
    with: try shape.tables(named: rows.alias, names: &names),
    Select(columns.map { .column($0) }, from: .common(rows.alias)),
    orderBy: columns.map { OrderTerm(.column($0)) })
  return try Printer.text(query, in: .duckDB).sql
}

private func found(_ timing: PairPlan.Timing) throws -> [String] {
  let statement = Statement(
    family: .extract, name: "x", sql: try sql(timing), parameters: ["from", "to"], columns: [])
  let script = """
    CREATE TABLE raw.schedule (
      game_id VARCHAR, game_date DATE, season BIGINT, home VARCHAR, away VARCHAR, status BIGINT,
      processed_at TIMESTAMP);
    CREATE TABLE raw.roster (team VARCHAR, player VARCHAR, listed_on DATE);
    INSERT INTO raw.schedule (game_id, game_date, home, away) VALUES
      ('a', '2023-01-10', 'BOS', 'LAL'), ('b', '2023-01-11', 'BOS', 'NYK'),
      ('c', '2023-01-12', 'BOS', 'MIA'), ('d', '2023-01-12', 'NYK', 'LAL'),
      ('e', '2023-01-20', 'BOS', 'LAL'), ('f', '2023-01-12', NULL, 'LAL');
    INSERT INTO raw.roster VALUES
      ('BOS', 'ann', '2023-01-01'), ('BOS', 'old', '2023-01-01'), ('BOS', 'ann', '2023-01-10'),
      ('BOS', 'new', '2023-01-10'), ('BOS', 'late', '2023-01-13'), ('NYK', 'stale', '2023-01-04'),
      (NULL, 'lost', '2023-01-10');
    """
  return try Season(script).rows(statement, from: "2023-01-10", to: "2023-01-12")
}

@Test func `each game finds the rows of the newest day before it`() throws {
  #expect(
    try found(.newestDay(maximumAge: 9)) == [
      // The list of the day itself is not known before the game; that of the first is 9 days old.
      "2023-01-10 ann LAL", "2023-01-10 old LAL",
      "2023-01-11 ann NYK", "2023-01-11 new NYK",
      "2023-01-12 ann MIA", "2023-01-12 new MIA", "2023-01-12 stale LAL",
    ])
}

@Test func `a newest day that is too old finds nothing, not an older one`() throws {
  #expect(
    try found(.newestDay(maximumAge: 7)) == [
      "2023-01-11 ann NYK", "2023-01-11 new NYK", "2023-01-12 ann MIA", "2023-01-12 new MIA",
    ])
}

@Test func `each game finds every row of the days before it`() throws {
  #expect(
    try found(.before(maximumAge: 10)) == [
      "2023-01-10 ann LAL", "2023-01-10 old LAL",
      "2023-01-11 ann NYK", "2023-01-11 ann NYK", "2023-01-11 new NYK", "2023-01-11 old NYK",
      "2023-01-12 ann MIA", "2023-01-12 new MIA", "2023-01-12 stale LAL",
    ])
}

@Test func `each game finds the rows of the days after it`() throws {
  #expect(
    try found(.after(within: 2)) == ["2023-01-11 late NYK", "2023-01-12 late MIA"])
  #expect(
    try found(.after(within: 3)) == [
      "2023-01-10 late LAL", "2023-01-11 late NYK", "2023-01-12 late MIA",
    ])
}

@Test func `each game finds the rows of its day`() throws {
  #expect(try found(.sameDay) == ["2023-01-10 ann LAL", "2023-01-10 new LAL"])
}

@Test func `the newest day is found among days, and no pair is built in vain`() throws {
  expectText(
    try sql(.newestDay(maximumAge: 90)),
    """
    WITH
      "game" AS (
        SELECT
          "game_date",
          "away",
          "home"
        FROM "raw"."schedule"
        WHERE "game_date" BETWEEN $from AND $to
      ),
      "listed" AS (
        SELECT
          "player",
          "team",
          "listed_on"
        FROM "raw"."roster"
        WHERE "listed_on" >= $from - 90 AND "listed_on" < $to
      ),
      -- Each day of the rows is seen from the days after it up to that of the next.
      "listed_days" AS (
        SELECT
          "team",
          "listed_on",
          LEAD("listed_on", 1, DATE '9999-12-31') OVER (
            PARTITION BY "team"
            ORDER BY "listed_on"
          ) AS "until"
        FROM "listed"
        GROUP BY "team", "listed_on"
      ),
      "expected" AS (
        SELECT
          "game"."game_date",
          "listed"."player",
          "game"."away"
        FROM "game"
        JOIN "listed_days"
          ON "listed_days"."listed_on" < "game"."game_date"
          AND "listed_days"."listed_on" >= "game"."game_date" - 90
          AND "game"."game_date" <= "listed_days"."until"
          AND "listed_days"."team" = "game"."home"
        JOIN "listed"
          ON "listed"."listed_on" = "listed_days"."listed_on" AND "listed"."team" = "listed_days"."team"
      )
    SELECT
      "game_date",
      "player",
      "away"
    FROM "expected"
    ORDER BY "game_date", "player", "away"

    """)
}
