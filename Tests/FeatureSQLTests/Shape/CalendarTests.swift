import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Test func `the calendar is one row per day with a game, kept for the statements that read it`()
  throws
{
  let (keep, read) = try calendarStatements(of: Sample.plan(), in: .duckDB)
  expectText(
    keep.sql,
    """
    CREATE OR REPLACE TEMPORARY TABLE "calendar" AS
    WITH
      "games" AS (
        SELECT
          "game_date",
          "season",
          "status"
        FROM "raw"."schedule"
      ),
      "days" AS (
        SELECT
          "game_date" AS "day",
          "season",
          "status" IN (1, 3) AS "is_scheduled",
          "status" = 3 AS "is_played"
        FROM "games"
      )
    SELECT
      "day",
      MIN("season") AS "season",
      MIN("day") OVER (PARTITION BY MIN("season")) AS "season_opening",
      COUNT(*) FILTER (WHERE "is_scheduled") AS "scheduled_games",
      COUNT(*) FILTER (WHERE "is_played") AS "played_games"
    FROM "days"
    WHERE "is_scheduled" OR "is_played"
    GROUP BY "day"

    """)
  expectText(
    read.sql,
    """
    SELECT
      "day",
      "season",
      "season_opening",
      "scheduled_games",
      "played_games"
    FROM "temp"."calendar"
    ORDER BY "day"

    """)
  #expect(keep.parameters.isEmpty && read.parameters.isEmpty)
}

@Test func `seasons open on their first day`() throws {
  let warehouse = try Season(
    Sample.tables + Sample.schedule(["2022-10-18", "2023-01-05"])
      + Sample.schedule(["2023-10-24"], season: 2023)
      + Sample.schedule(["2023-01-04"], status: 2)
      + "INSERT INTO raw.schedule VALUES ('x', '2023-01-05', 2022, 'A', 'B', 1, NULL);")
  #expect(
    try warehouse.rows(CalendarShape.read(in: .duckDB), from: "", to: "") == [
      "2022-10-18 2022 2022-10-18 1 1", "2023-01-05 2022 2022-10-18 2 1",
      "2023-10-24 2023 2023-10-24 1 1",
    ])
}

private func days(_ kind: DaysPlan.Kind, bootstrap: Int) throws -> [String] {
  let processor = Sample.processor(
    days: DaysPlan(kind: kind, bootstrap: bootstrap), features: [])
  let query = Query(
    with: [AsOfDays.table(of: processor)], Select([.column("as_of")], from: .common("days")),
    orderBy: [OrderTerm(.column("as_of"))])
  let (sql, parameters) = try Printer.text(query, in: .duckDB)
  let statement = Statement(
    family: .calendar, name: "days", sql: sql, parameters: parameters, columns: [])
  let warehouse = try Season(
    Sample.tables + Sample.schedule(["2022-10-18", "2022-10-31", "2022-11-01"])
      + Sample.schedule(["2022-11-02"], status: 1))
  return try warehouse.rows(statement, from: "2022-10-01", to: "2022-12-01")
}

@Test func `scheduled days hold games to come`() throws {
  #expect(
    try days(.scheduled, bootstrap: 0)
      == ["2022-10-18", "2022-10-31", "2022-11-01", "2022-11-02"])
}

@Test func `played days hold games that were played`() throws {
  #expect(try days(.played, bootstrap: 0) == ["2022-10-18", "2022-10-31", "2022-11-01"])
}

@Test func `bootstrap skips the first fourteen days from the opening`() throws {
  #expect(try days(.scheduled, bootstrap: 14) == ["2022-11-01", "2022-11-02"])
}
