import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Whole statements of one small processor, as a reviewer reads them.
@Suite struct StatementsTests {
  /// Points of the last five games, the line of the day, and how many games are there.
  static let form = Sample.processor(
    days: DaysPlan(kind: .scheduled, bootstrap: 14),
    lookups: [
      LookupPlan(
        rows: Sample.rows(
          "prop", "props",
          [("player", .text), ("game_date", .day), ("line", .number(4, 1))],
          key: ["player", "game_date"]), timing: .sameDay,
        match: [Match(row: .column(rows: "prop", name: "player"), entity: Sample.player)],
        condition: nil, cardinality: .atMostOne)
    ],
    histories: [Sample.games(filter: .column(rows: "games", name: "active"), by: Sample.player)],
    completeness: CompletenessPlan(
      actual: "games",
      expected: Sample.rows(
        "finals", "finals", [("team", .text), ("game_date", .day)], key: ["team", "game_date"]),
      match: [
        Match(
          row: .column(rows: "finals", name: "team"),
          entity: .column(rows: "context", name: "team"))
      ], excused: nil, excusedMatch: [],
      windows: [CompletenessWindow(name: "l5", window: .last(5, .games))]),
    failures: [
      FailureRule(
        category: .insufficientData,
        when: .comparison(.less, .feature("games"), .literal(.integer(5))),
        reason: .literal(.text("fewer than five games")), canRetry: true,
        expected: .coverage(.expected, window: "l5"), actual: .feature("games"))
    ],
    features: [
      Sample.feature("player", .text, Sample.player),
      Sample.feature("cache_date", .day, .asOfDay),
      Sample.feature(
        "points_mean_last_5", .number(5, 1),
        .aggregate(
          Aggregation(
            .mean, rows: "games", argument: Sample.points(), window: .last(5, .games)))),
      Sample.feature(
        "games", .integer,
        .aggregate(Aggregation(.count, rows: "games", window: .season))),
      Sample.feature(
        "margin", .number(5, 1),
        .arithmetic(
          .minus, .feature("points_mean_last_5"), .column(rows: "prop", name: "line"))),
    ])

  private var plan: Plan { Sample.plan(StatementsTests.form) }

  private func extract() throws -> Extract {
    try ExtractShape(processor: StatementsTests.form, plan: plan, dialect: .duckDB).extract()
  }

  /// The text from the line that starts with `start`, two blanks deep.
  private func text(of statement: Statement, from start: String) -> String {
    let lines = statement.sql.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("  \"\(start)\" AS") }.joined(separator: "\n")
  }

  @Test func `the SQL evaluator is one statement from days to failures`() throws {
    let statement = try FeaturesShape(processor: StatementsTests.form, plan: plan).statement(
      in: .duckDB)
    #expect(statement.parameters == ["from", "to"])
    #expect(
      statement.columns.map(\.name) == [
        "player", "cache_date", "points_mean_last_5", "games", "margin", "failure_category",
        "failure_reason", "failure_can_retry", "failure_expected", "failure_actual",
      ])
    expectText(
      statement.sql,
      """
      WITH
        "days" AS (
          SELECT
            "day" AS "as_of",
            "season_opening"
          FROM "temp"."calendar"
          WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
        ),
        "context" AS (
          SELECT
            "game_date",
            "player",
            "team"
          FROM "raw"."context"
          WHERE "game_date" BETWEEN $from AND $to
        ),
        -- One row for each row of the result.
        "population" AS (
          SELECT
            "days"."as_of",
            "days"."season_opening",
            "context"."game_date",
            "context"."player",
            "context"."team"
          FROM "days"
          JOIN "context" ON "context"."game_date" = "days"."as_of"
        ),
        "prop" AS (
          SELECT
            ANY_VALUE("line") AS "line",
            "game_date",
            "player",
            COUNT(*) AS "matches"
          FROM "raw"."props"
          WHERE "game_date" BETWEEN $from AND $to
          GROUP BY "game_date", "player"
        ),
        "games" AS (
          SELECT
            "points",
            "game_date",
            "player"
          FROM "raw"."games"
          WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
            AND "game_date" < $to
            AND "active"
        ),
        -- A row is among the newest n up to the day last_n_until.
        "games_ordered" AS (
          SELECT
            "games".*,
            LEAD("games"."game_date", 5, DATE '9999-12-31') OVER (
              PARTITION BY "games"."player"
              ORDER BY "games"."game_date"
            ) AS "last_5_until"
          FROM "games"
        ),
        "games_asked" AS (
          SELECT DISTINCT
            "population"."as_of",
            "population"."season_opening",
            "population"."player"
          FROM "population"
        ),
        -- What can be seen of games from each as-of day.
        "games_seen" AS (
          SELECT
            "games_asked"."as_of",
            "games_ordered"."player",
            "games_ordered"."points",
            "games_ordered"."last_5_until"
          FROM "games_asked"
          JOIN "games_ordered"
            ON "games_ordered"."player" = "games_asked"."player"
            AND "games_ordered"."game_date" < "games_asked"."as_of"
            AND "games_ordered"."game_date" >= "games_asked"."season_opening"
        ),
        "games_windows" AS (
          SELECT
            "as_of",
            "player",
            CAST(SUM("points") FILTER (WHERE "as_of" <= "last_5_until") AS DOUBLE)
              / COUNT("points") FILTER (WHERE "as_of" <= "last_5_until") AS "s1",
            COUNT(*) AS "s2"
          FROM "games_seen"
          GROUP BY "as_of", "player"
        ),
        "finals" AS (
          SELECT
            "game_date",
            "team"
          FROM "raw"."finals"
          WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
        ),
        -- Whose games are counted.
        "coverage_asked" AS (
          SELECT DISTINCT
            "population"."as_of",
            "population"."season_opening",
            "population"."team",
            "population"."player"
          FROM "population"
        ),
        "coverage_entities" AS (
          SELECT DISTINCT
            "team",
            "player"
          FROM "coverage_asked"
        ),
        "finals_days" AS (
          SELECT DISTINCT
            "team",
            "game_date"
          FROM "finals"
        ),
        "games_days" AS (
          SELECT DISTINCT
            "player",
            "game_date"
          FROM "games"
        ),
        -- The games each should have, and those he has.
        "coverage_games" AS (
          SELECT
            "coverage_entities"."team",
            "coverage_entities"."player",
            "finals_days"."game_date",
            "games_days"."game_date" IS NOT NULL AS "is_found",
            LEAD("finals_days"."game_date", 5, DATE '9999-12-31') OVER (
              PARTITION BY "coverage_entities"."team", "coverage_entities"."player"
              ORDER BY "finals_days"."game_date"
            ) AS "last_5_until"
          FROM "coverage_entities"
          JOIN "finals_days" ON "finals_days"."team" = "coverage_entities"."team"
          LEFT JOIN "games_days"
            ON "games_days"."player" = "coverage_entities"."player"
            AND "games_days"."game_date" = "finals_days"."game_date"
        ),
        "coverage" AS (
          SELECT
            "coverage_asked"."as_of",
            "coverage_asked"."team",
            "coverage_asked"."player",
            COUNT(*) AS "l5_expected",
            COUNT(*) FILTER (WHERE "is_found") AS "l5_actual"
          FROM "coverage_asked"
          JOIN "coverage_games"
            ON "coverage_games"."team" = "coverage_asked"."team"
            AND "coverage_games"."player" = "coverage_asked"."player"
            AND "coverage_games"."game_date" < "coverage_asked"."as_of"
            AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
            AND "coverage_asked"."as_of" <= "coverage_games"."last_5_until"
          GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player"
        ),
        -- Everything that features read, one row per row of the result.
        "inputs" AS (
          SELECT
            "population"."player" AS "context.player",
            "population"."as_of",
            "games_windows"."s1",
            COALESCE("games_windows"."s2", 0) AS "s2",
            "prop"."line" AS "prop.line",
            COALESCE("coverage"."l5_expected", 0) AS "l5_expected",
            CASE
              WHEN "prop"."matches" > 1
                THEN CAST("prop"."matches" AS VARCHAR) || ' rows of prop found, one at most may be'
            END AS "lookup_failure"
          FROM "population"
          LEFT JOIN "prop"
            ON "prop"."game_date" = "population"."as_of" AND "prop"."player" = "population"."player"
          LEFT JOIN "games_windows"
            ON "games_windows"."as_of" = "population"."as_of"
            AND "games_windows"."player" = "population"."player"
          LEFT JOIN "coverage"
            ON "coverage"."as_of" = "population"."as_of"
            AND "coverage"."team" = "population"."team"
            AND "coverage"."player" = "population"."player"
        ),
        "features_1" AS (
          SELECT
            *,
            "context.player" AS "player",
            "as_of" AS "cache_date",
            CAST(ROUND("s1", 1) AS DECIMAL(5, 1)) AS "points_mean_last_5",
            "s2" AS "games"
          FROM "inputs"
        ),
        "features_2" AS (
          SELECT
            *,
            CAST(ROUND(
              CAST("points_mean_last_5" AS DOUBLE) - "prop.line",
              1
            ) AS DECIMAL(5, 1)) AS "margin",
            CASE WHEN "lookup_failure" IS NOT NULL THEN 0 WHEN "games" < 5 THEN 1 END AS "failure_rule"
          FROM "features_1"
        )
      SELECT
        "player",
        "cache_date",
        "points_mean_last_5",
        "games",
        "margin",
        CASE "failure_rule"
          WHEN 0 THEN 'PROCESSING_ERROR'
          WHEN 1 THEN 'INSUFFICIENT_DATA'
        END AS "failure_category",
        CASE "failure_rule"
          WHEN 0 THEN "lookup_failure"
          WHEN 1 THEN 'fewer than five games'
        END AS "failure_reason",
        CASE "failure_rule" WHEN 0 THEN FALSE WHEN 1 THEN TRUE END AS "failure_can_retry",
        CASE "failure_rule" WHEN 1 THEN "l5_expected" END AS "failure_expected",
        CASE "failure_rule" WHEN 1 THEN "games" END AS "failure_actual"
      FROM "features_2"

      """)
  }

  @Test func `completeness is shown per entity and day`() throws {
    let statement = try #require(
      try CompletenessShape.statement(
        of: StatementsTests.form, in: plan, dialect: .duckDB))
    expectText(
      text(of: statement, from: "coverage"),
      """
        "coverage" AS (
          SELECT
            "coverage_asked"."as_of",
            "coverage_asked"."team",
            "coverage_asked"."player",
            COUNT(*) AS "l5_expected",
            COUNT(*) FILTER (WHERE "is_found") AS "l5_actual"
          FROM "coverage_asked"
          JOIN "coverage_games"
            ON "coverage_games"."team" = "coverage_asked"."team"
            AND "coverage_games"."player" = "coverage_asked"."player"
            AND "coverage_games"."game_date" < "coverage_asked"."as_of"
            AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
            AND "coverage_asked"."as_of" <= "coverage_games"."last_5_until"
          GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player"
        )
      SELECT
        "population"."as_of",
        "population"."player",
        COALESCE("coverage"."l5_expected", 0) AS "l5_expected",
        COALESCE("coverage"."l5_actual", 0) AS "l5_actual"
      FROM "population"
      LEFT JOIN "coverage"
        ON "coverage"."as_of" = "population"."as_of"
        AND "coverage"."team" = "population"."team"
        AND "coverage"."player" = "population"."player"
      ORDER BY "population"."as_of", "population"."player"

      """)
  }

  @Test func `the population comes with what was looked up, by day`() throws {
    let population = try #require(try extract().population)
    expectText(
      text(of: population.statement, from: "context"),
      """
        "context" AS (
          SELECT
            "game_date",
            "player",
            "team"
          FROM "raw"."context"
          WHERE "game_date" BETWEEN $from AND $to
        ),
        -- One row for each row of the result.
        "population" AS (
          SELECT
            "days"."as_of",
            "days"."season_opening",
            "context"."game_date",
            "context"."player",
            "context"."team"
          FROM "days"
          JOIN "context" ON "context"."game_date" = "days"."as_of"
        ),
        "prop" AS (
          SELECT
            ANY_VALUE("line") AS "line",
            "game_date",
            "player",
            COUNT(*) AS "matches"
          FROM "raw"."props"
          WHERE "game_date" BETWEEN $from AND $to
          GROUP BY "game_date", "player"
        )
      SELECT
        "population"."as_of",
        "population"."season_opening",
        "population"."player" AS "context.player",
        "prop"."line" AS "prop.line",
        "population"."team" AS "context.team",
        "prop"."matches" AS "prop.matches"
      FROM "population"
      LEFT JOIN "prop"
        ON "prop"."game_date" = "population"."as_of" AND "prop"."player" = "population"."player"
      ORDER BY "population"."as_of", "population"."player"

      """)
    #expect(
      population.columns == [
        ExtractColumn([.asOf], .day), ExtractColumn([.seasonOpening], .day),
        ExtractColumn([.column(ColumnReference(rows: "context", name: "player"))], .text),
        ExtractColumn([.column(ColumnReference(rows: "prop", name: "line"))], .number(4, 1)),
        ExtractColumn([.column(ColumnReference(rows: "context", name: "team"))], .text),
        ExtractColumn([.lookupMatches("prop")], .integer),
      ])
  }

  @Test func `a history comes by entity, oldest first, in the days that windows reach`() throws {
    let history = try #require(try extract().histories.first)
    #expect(history.alias == "games")
    expectText(
      text(of: history.extract.statement, from: "games"),
      """
        "games" AS (
          SELECT
            "points",
            "game_date",
            "player"
          FROM "raw"."games"
          WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
            AND "game_date" < $to
            AND "active"
        )
      SELECT
        "player",
        "game_date",
        "points"
      FROM "games"
      ORDER BY "player", "game_date"

      """)
    #expect(
      history.extract.columns == [
        ExtractColumn(
          [.matchKey(0), .column(ColumnReference(rows: "games", name: "player"))], .text),
        ExtractColumn([.day, .column(ColumnReference(rows: "games", name: "game_date"))], .day),
        ExtractColumn([.column(ColumnReference(rows: "games", name: "points"))], .integer),
      ])
  }

  @Test func `expected days come once per key and day`() throws {
    let expected = try #require(try extract().expected)
    expectText(
      text(of: expected.statement, from: "finals"),
      """
        "finals" AS (
          SELECT
            "game_date",
            "team"
          FROM "raw"."finals"
          WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
        )
      SELECT DISTINCT
        "team",
        "game_date"
      FROM "finals"
      ORDER BY "team", "game_date"

      """)
    #expect(
      expected.columns == [ExtractColumn([.matchKey(0)], .text), ExtractColumn([.day], .day)])
  }

  @Test func `a population of entities that looks nothing up needs no statement`() throws {
    let entity = Expression.column(rows: "games", name: "player")
    let processor = Sample.processor(
      population: .entities(alias: "games", by: ["player"], window: .season),
      histories: [Sample.games(by: entity)],
      features: [
        Sample.feature("who", .text, entity),
        Sample.feature(
          "n", .integer,
          .aggregate(Aggregation(.count, rows: "games", window: .last(3, .days)))),
      ])
    let extract = try ExtractShape(
      processor: processor, plan: Sample.plan(processor), dialect: .duckDB
    ).extract()
    #expect(extract.population == nil)
    #expect(extract.histories.map(\.alias) == ["games"])
    #expect(extract.expected == nil)
  }

  @Test func `rows before every window are read where the row before is asked for`() throws {
    let gap = Expression.days(
      from: .previous(.column(rows: "games", name: "game_date")),
      to: .column(rows: "games", name: "game_date"))
    let processor = Sample.processor(
      histories: [Sample.games(by: Sample.player)],
      features: [
        Sample.feature(
          "gap", .integer,
          .aggregate(
            Aggregation(.largest, rows: "games", argument: gap, window: .last(7, .days))))
      ])
    let extract = try ExtractShape(
      processor: processor, plan: Sample.plan(processor), dialect: .duckDB
    ).extract()
    let history = try #require(extract.histories.first)
    #expect(history.extract.statement.parameters == ["to"])
    #expect(history.extract.statement.sql.contains(#"WHERE "game_date" < $to"#))
  }

  @Test func `equal plans have equal statements`() throws {
    let first = FeaturesShape(processor: StatementsTests.form, plan: plan)
    let statements = try (0..<5).map { _ in try first.statement(in: .duckDB) }
    #expect(Set(statements).count == 1)
  }
}
