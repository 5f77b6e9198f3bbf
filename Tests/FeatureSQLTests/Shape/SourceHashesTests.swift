import DuckDB
import FeatureAlgebra
import FeaturePlan
import Foundation
import Testing

@testable import FeatureSQL

/// Games on the 2nd, 4th and 10th of January; as-of days are the days of the schedule.
@Suite struct SourceHashesTests {
  let warehouse: Warehouse

  init() throws {
    warehouse = try Warehouse()
    try warehouse.connection.execute(
      """
      INSERT INTO raw.schedule SELECT 'g' || d, DATE '2023-01-01' + d, 2022, 'BOS', NULL
      FROM UNNEST([0, 1, 3, 9, 10]) AS u(d);
      INSERT INTO raw.travel VALUES ('BOS', 12.5), ('NYK', NULL);
      """)
    try insertGames("TRUE", orderedBy: "player")
  }

  func insertGames(_ filter: String, orderedBy order: String) throws {
    try warehouse.connection.execute(
      """
      INSERT INTO raw.games
      SELECT p, d, points, 30.5, LEFT(SHA256(CONCAT(p, d, points)), 16), d + INTERVAL 30 HOUR
      FROM (
        SELECT 'p' || i AS player, p, d, i + EXTRACT(DAY FROM d) AS points
        FROM RANGE(20) AS r(i), UNNEST([
          DATE '2023-01-02', DATE '2023-01-04', DATE '2023-01-10']) AS u(d),
          LATERAL (SELECT 'p' || i AS p)
      ) WHERE \(filter) ORDER BY \(order)
      """)
  }

  @Test func `a branch reads its rows once, and adds up the days in scope`() throws {
    let processor = SmallPlan.narrow()
    let sql = try SourceHashes(
      questions: [SourceQuestion(processor)], plan: SmallPlan.plan(processor)
    ).query()
    #expect(
      try Printer.text(sql, in: .duckDB).sql.hasSuffix(
        """
          "source_games_by_day" AS (
            SELECT
              "rows"."game_date" AS "day",
              MAX("rows"."processed_at") AS "last_updated",
              COUNT(*) AS "rows_found",
              SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
              COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
            FROM "raw"."games" AS "rows"
            WHERE "rows"."game_date" < $to
              AND "rows"."game_date" >= (
                SELECT
                  MIN("season_opening")
                FROM "temp"."calendar"
                WHERE "day" BETWEEN $from AND $to
              )
            GROUP BY "rows"."game_date"
          ),
          "found" AS (
            SELECT
              'source_games' AS "scope",
              "days"."as_of",
              CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
              MAX("by_day"."last_updated") AS "last_updated",
              SUM("by_day"."mark_total") AS "mark_total",
              SUM("by_day"."unmarked_rows") AS "unmarked_rows"
            FROM "days"
            LEFT JOIN "source_games_by_day" AS "by_day"
              ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
            GROUP BY "days"."as_of"
          ),
          "digests" AS (
            SELECT
              "scope",
              "as_of",
              "rows_found",
              "last_updated",
              CASE
                WHEN "rows_found" > 0 AND "unmarked_rows" = 0
                  THEN LEFT(SHA256(CONCAT(
                    CAST("rows_found" AS VARCHAR),
                    ':',
                    CAST("mark_total" AS VARCHAR)
                  )), 16)
              END AS "digest"
            FROM "found"
          )
        SELECT
          "readers"."processor",
          "readers"."input",
          "digests"."as_of",
          "digests"."rows_found",
          "digests"."last_updated",
          "digests"."digest"
        FROM "digests"
        JOIN (VALUES
          ('\(processor.name)', 'source_games', 'source_games')
        ) AS "readers"("processor", "input", "scope")
          ON "readers"."scope" = "digests"."scope"
        ORDER BY "processor", "input", "as_of"

        """))
  }

  /// Digests by input and day.
  func digests() throws -> [String: [SQLValue]] {
    var found: [String: [SQLValue]] = [:]
    for row in try warehouse.rows(warehouse.sql.sourceHashes) {
      let day = Day(ordinal: row[2].asDate ?? 0)
      found["\(row[1].asText ?? "?") \(day)"] = Array(row[3...])
    }
    return found
  }

  @Test func `every input has a row for every as-of day`() throws {
    let found = try digests()
    #expect(found.count == 4 * 5)
    // Before the 4th: the 20 games of the 2nd.
    #expect(found["source_games 2023-01-04"]?[0] == 20)
    #expect(found["source_games 2023-01-10"]?[0] == 40)
    #expect(found["source_games 2023-01-11"]?[0] == 60)
    // Seven days before the 11th: those of the 4th and the 10th.
    #expect(found["recent_games 2023-01-11"]?[0] == 40)
    #expect(found["schedule 2023-01-04"]?[0] == 1)
    #expect(found["travel 2023-01-04"]?[0] == 2)
  }

  /// The digests of the as-of days over one scope of the schedule, by day of January.
  func digests(_ scope: InputScope.Scope) throws -> [Int: SQLValue] {
    let processor = SmallPlan.processor(
      metadata: Array(SmallPlan.metadata.suffix(3)),
      inputs: [InputScope(name: "seen", table: SmallPlan.schedule.name, scope: scope)])
    let query = try SourceHashes(
      questions: [SourceQuestion(processor)], plan: SmallPlan.plan(processor)
    ).query()
    let statement = try Statement(
      .sourceHash, "hashes", query, returns: SourceHashes.columns, in: .duckDB)
    var found: [Int: SQLValue] = [:]
    for row in try warehouse.rows(statement) {
      found[Int((row[2].asDate ?? 0) - (try Warehouse.day("2023-01-01").ordinal)) + 1] = row[5]
    }
    return found
  }

  @Test func `of a table without a day only the rows count that the day can match`() throws {
    let scope = InputScope.Scope.matching([
      .init("season", .seasonYear(.seasonOpening, firstMonth: 10)),
      .init("home_team", .literal(.text("BOS"))),
    ])
    let before = try digests(scope)
    #expect(before.count == 5)
    for sql in [
      "INSERT INTO raw.schedule VALUES ('old', DATE '2022-01-05', 2021, 'BOS', NULL)",
      "INSERT INTO raw.schedule VALUES ('other', DATE '2023-01-02', 2022, 'NYK', NULL)",
    ] {
      try warehouse.connection.execute(sql)
      #expect(try digests(scope) == before, "\(sql)")
    }
    try warehouse.connection.execute(
      "INSERT INTO raw.schedule VALUES ('new', DATE '2023-01-11', 2022, 'BOS', NULL)")
    let after = try digests(scope)
    #expect(before.keys.filter { before[$0] == after[$0] } == [])
  }

  @Test func `the season or some days reach into the season before, no further`() throws {
    let scope = InputScope.Scope.beforeInSeason(orDays: 5)
    // The season opens on the 1st. Five days before the 2nd is the 28th of December.
    let game = "INSERT INTO raw.schedule VALUES ('x', DATE"
    #expect(try days(seeing: "\(game) '2022-12-28', 2021, 'BOS', NULL)", in: scope) == [1, 2])
    #expect(try days(seeing: "\(game) '2022-12-27', 2021, 'BOS', NULL)", in: scope) == [1])
    #expect(try days(seeing: "\(game) '2022-12-26', 2021, 'BOS', NULL)", in: scope) == [])
    #expect(
      try days(seeing: "\(game) '2023-01-02', 2022, 'BOS', NULL)", in: scope) == [4, 10, 11])
  }

  @Test func `of later rows what is announced counts, at most so many days ahead`() throws {
    let scope = InputScope.Scope.after(days: 7, columns: ["game_date", "game_id", "home_team"])
    let game = "INSERT INTO raw.schedule VALUES ('x', DATE"
    #expect(try days(seeing: "\(game) '2023-01-11', 2022, 'BOS', NULL)", in: scope) == [4, 10])
    #expect(try days(seeing: "\(game) '2023-01-02', 2022, 'BOS', NULL)", in: scope) == [1])
    let change = "UPDATE raw.schedule SET"
    #expect(
      try days(seeing: "\(change) home_team = 'x' WHERE game_date = '2023-01-10'", in: scope) == [4]
    )
    #expect(
      try days(seeing: "\(change) season = 2023 WHERE game_date = '2023-01-10'", in: scope) == [])
  }

  /// The as-of days of January whose digest a change moves. The change is taken back.
  private func days(seeing change: String, in scope: InputScope.Scope) throws -> Set<Int> {
    let before = try digests(scope)
    try warehouse.connection.execute("BEGIN")
    try warehouse.connection.execute(change)
    let after = try digests(scope)
    try warehouse.connection.execute("ROLLBACK")
    return Set(before.keys.filter { before[$0] != after[$0] })
  }

  @Test func `no row is no digest, and zero rows`() throws {
    #expect(try digests()["source_games 2023-01-02"] == [0, .null, .null])
  }

  @Test func `freshness is the newest of the rows in scope`() throws {
    let day = try Warehouse.day("2023-01-10")
    let newest = Int64(day.ordinal) * 86_400_000_000 + 30 * 3_600_000_000
    #expect(try digests()["source_games 2023-01-11"]?[1] == .timestamp(newest))
  }

  @Test func `the order of the rows does not show`() throws {
    let before = try digests()
    try warehouse.connection.execute("DELETE FROM raw.games")
    try insertGames("TRUE", orderedBy: "points DESC, player DESC")
    #expect(try digests() == before)
  }

  @Test(arguments: [
    "UPDATE raw.games SET data_hash = '0000000000000001' WHERE player = 'p3' AND points = 5",
    "DELETE FROM raw.games WHERE player = 'p3' AND points = 5",
    "INSERT INTO raw.games FROM raw.games WHERE player = 'p3' AND points = 5",
  ])
  func `one row changed, lost or doubled changes the days that reach it, and no other`(
    change: String
  ) throws {
    // p3 scored 3 + 2 = 5 on the 2nd.
    let before = try digests()
    try warehouse.connection.execute(change)
    let after = try digests()
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    #expect(
      changed == [
        "source_games 2023-01-04", "source_games 2023-01-10", "source_games 2023-01-11",
        "recent_games 2023-01-04",
      ])
  }

  @Test func `a NULL hash makes the digest NULL where it is in scope, and rows still count`() throws
  {
    try warehouse.connection.execute(
      "UPDATE raw.games SET data_hash = NULL WHERE player = 'p3' AND points = 7")
    let found = try digests()
    #expect(found["source_games 2023-01-10"]?[2] == .null)
    #expect(found["source_games 2023-01-10"]?[0] == 40)
    #expect(found["source_games 2023-01-04"]?[2] != .null)
  }

  @Test func `a hash that is none makes the digest NULL`() throws {
    try warehouse.connection.execute(
      "UPDATE raw.games SET data_hash = 'not a hash' WHERE points = 5")
    #expect(try digests()["source_games 2023-01-04"]?[2] == .null)
  }

  @Test func `a table without hashes is digested by its business columns alone`() throws {
    let before = try digests()
    try warehouse.connection.execute("UPDATE raw.schedule SET loaded_at = TIMESTAMP '2023-01-01'")
    #expect(try digests()["schedule 2023-01-04"]?[2] == before["schedule 2023-01-04"]?[2])
    for change in ["home_team = 'NYK'", "season = 2021", "game_id = 'other'"] {
      try warehouse.connection.execute("BEGIN")
      try warehouse.connection.execute("UPDATE raw.schedule SET \(change)")
      #expect(
        try digests()["schedule 2023-01-04"]?[2] != before["schedule 2023-01-04"]?[2], "\(change)")
      try warehouse.connection.execute("ROLLBACK")
    }
    try warehouse.connection.execute("UPDATE raw.travel SET miles = 0 WHERE team = 'NYK'")
    #expect(try digests()["travel 2023-01-04"]?[2] != before["travel 2023-01-04"]?[2])
  }

  @Test func `a day has the same digest alone and in a range`() throws {
    let all = try digests()
    let alone = try warehouse.rows(
      warehouse.sql.sourceHashes, from: "2023-01-10", to: "2023-01-10")
    #expect(alone.count == 4)
    for row in alone {
      #expect(all["\(row[1].asText ?? "?") 2023-01-10"] == Array(row[3...]))
    }
  }

  @Test func `processors of a run are asked about in one statement, which reads each table once`()
    throws
  {
    func processor(_ name: String, _ inputs: [InputScope]) -> ProcessorPlan {
      let like = SmallPlan.processor(inputs: inputs)
      return ProcessorPlan(
        name: name, table: like.table, days: like.days, population: like.population,
        lookups: like.lookups, summaries: like.summaries, histories: like.histories,
        completeness: like.completeness, features: like.features, output: like.output,
        failures: like.failures, contracts: like.contracts, dependencies: like.dependencies,
        inputs: inputs, write: like.write, slots: like.slots, fingerprint: "")
    }
    let season = InputScope(
      name: "season", table: SmallPlan.schedule.name, scope: .before(days: nil, withinSeason: true))
    let today = InputScope(name: "today", table: SmallPlan.schedule.name, scope: .sameDay)
    let first = processor("first", [season, today])
    let second = processor(
      "second", [InputScope(name: "past", table: season.table, scope: season.scope)])
    let plan = SmallPlan.plan(first)
    func rows(_ processors: ProcessorPlan...) throws -> [[SQLValue]] {
      try warehouse.rows(
        sourceHashes(processors.map { SourceQuestion($0) }, in: plan, dialect: .duckDB))
    }
    let both = try rows(first, second)
    #expect(both == (try rows(first) + rows(second)))
    #expect(both.count == 3 * 5)
    let sql = try sourceHashes(
      [first, second].map { SourceQuestion($0) }, in: plan, dialect: .duckDB
    ).sql
    #expect(sql.components(separatedBy: #"FROM "raw"."schedule""#).count == 1 + 2)
    #expect(sql.components(separatedBy: #""days" AS ("#).count == 1 + 1)
    // `season` and `past` are one scope under two names.
    #expect(sql.components(separatedBy: #"AS "scope""#).count == 2 + 1)
    #expect(sql.contains("('second', 'past', 'season')"))
  }

  @Test func `an input that is not declared is a broken plan`() throws {
    let plan = Plan(
      pipeline: "small", calendar: SmallPlan.calendar, tables: [], processors: [])
    #expect(throws: RenderError.self) {
      try statements(for: SmallPlan.processor(), in: plan, dialect: .duckDB)
    }
  }
}
