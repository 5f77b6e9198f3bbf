import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func team(_ alias: String, _ name: String) -> Expression {
  .column(rows: alias, name: name)
}

/// Expected games of a player's newest team, against the games he has a row in.
private func processor(
  _ windows: [(String, Window)], excused: Bool = false
) -> ProcessorPlan {
  let expected = Sample.rows(
    "schedule", "finals", [("team", .text), ("game_date", .day)], key: ["team", "game_date"])
  let newestTeam = Expression.aggregate(
    Aggregation(.newest(1), rows: "games", argument: team("games", "team"), window: .season))
  let absent = Sample.rows(
    "absent", "absent", [("player", .text), ("game_date", .day)], key: ["player", "game_date"])
  let completeness = CompletenessPlan(
    actual: "games", expected: expected,
    match: [Match(row: team("schedule", "team"), entity: newestTeam)],
    excused: excused ? absent : nil,
    excusedMatch: excused
      ? [Match(row: team("absent", "player"), entity: Sample.player)] : [],
    windows: windows.map { CompletenessWindow(name: $0.0, window: $0.1) })
  let counts = windows.flatMap { window in
    [
      Sample.feature("\(window.0)_e", .integer, .coverage(.expected, window: window.0)),
      Sample.feature("\(window.0)_a", .integer, .coverage(.actual, window: window.0)),
    ]
  }
  return Sample.processor(
    histories: [Sample.games(by: Sample.player)], completeness: completeness, features: counts)
}

private func tables(_ finals: [(String, String)], _ games: [(String, String)]) -> String {
  Sample.tables + Sample.schedule(["2022-10-18", "2023-02-25"])
    + """
    CREATE TABLE raw.finals (team VARCHAR, game_date DATE);
    CREATE TABLE raw.absent (player VARCHAR, game_date DATE);
    INSERT INTO raw.context (player, game_date) VALUES ('ann', '2023-02-25');
    """ + finals.map { "INSERT INTO raw.finals VALUES ('\($0.0)', '\($0.1)');" }.joined()
    + games.map {
      "INSERT INTO raw.games (player, team, game_date) VALUES ('ann', '\($0.0)', '\($0.1)');"
    }.joined()
}

/// Counts on 25 February by the completeness statement; the features statement must say the same.
private func counts(_ processor: ProcessorPlan, _ script: String) throws -> [String] {
  let plan = Sample.plan(processor)
  let warehouse = try Season(script)
  let statement = try #require(
    try CompletenessShape.statement(of: processor, in: plan, dialect: .duckDB))
  let rows = try warehouse.rows(statement, from: "2023-02-25", to: "2023-02-25")
  let features = try FeaturesShape(processor: processor, plan: plan).statement(in: .duckDB)
  let staged = try warehouse.rows(features, from: "2023-02-25", to: "2023-02-25")
  #expect(
    staged.map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }
      == rows.map { $0.replacing("2023-02-25 ann ", with: "") })
  return rows
}

private let week = (1...8).map { "2023-02-0\($0)" }

@Test func `seven of eight games are there`() throws {
  // Worked example 10 of the domain: 8 Final dates before D, L10: expected 8, found 7.
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables(week.map { ("BOS", $0) }, week.dropFirst().map { ("BOS", $0) }))
  #expect(rows == ["2023-02-25 ann 8 7"])
}

@Test func `a window of n games holds the newest n expected`() throws {
  // Expected 1 to 8 February, found 1 to 4: of the newest five (4 to 8) one is there.
  let rows = try counts(
    processor([("l5", .last(5, .games)), ("l10", .last(10, .games))]),
    tables(week.map { ("BOS", $0) }, week.prefix(4).map { ("BOS", $0) }))
  #expect(rows == ["2023-02-25 ann 5 1 8 4"])
}

@Test func `the All-Star break leaves a window of days empty`() throws {
  let rows = try counts(
    processor([("l7d", .last(7, .days)), ("l14d", .last(14, .days))]),
    tables(
      [("BOS", "2023-02-15"), ("BOS", "2023-02-10")],
      [("BOS", "2023-02-15"), ("BOS", "2023-02-10")]))
  #expect(rows == ["2023-02-25 ann 0 0 1 1"])
}

@Test func `the day itself and games after it never count`() throws {
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables(
      [("BOS", "2023-02-24"), ("BOS", "2023-02-25"), ("BOS", "2023-02-26")],
      [("BOS", "2023-02-24"), ("BOS", "2023-02-25")]))
  #expect(rows == ["2023-02-25 ann 1 1"])
}

@Test func `a traded player is measured by his new team's games`() throws {
  // BOS until the 3rd, LAL on the 5th: LAL's games of the 1st, 5th and 6th are expected. His row of the
  // 1st (with BOS) is on one of those days and counts; that of the 3rd is not expected.
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables(
      [
        ("BOS", "2023-02-01"), ("BOS", "2023-02-03"), ("LAL", "2023-02-01"),
        ("LAL", "2023-02-05"), ("LAL", "2023-02-06"),
      ], [("BOS", "2023-02-01"), ("BOS", "2023-02-03"), ("LAL", "2023-02-05")]))
  #expect(rows == ["2023-02-25 ann 3 2"])
}

@Test func `a game outside what is expected is not found`() throws {
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables([("BOS", "2023-02-01")], [("BOS", "2023-02-01"), ("BOS", "2023-02-02")]))
  #expect(rows == ["2023-02-25 ann 1 1"])
}

@Test func `excused days leave before the newest are taken`() throws {
  // Without the 8th (did not play) the newest two are the 6th and 7th.
  let rows = try counts(
    processor([("l2", .last(2, .games))], excused: true),
    tables(week.map { ("BOS", $0) }, week.prefix(7).map { ("BOS", $0) })
      + "INSERT INTO raw.absent VALUES ('ann', '2023-02-08'), ('ann', '2023-02-08'), ('bob', '2023-02-07');"
  )
  #expect(rows == ["2023-02-25 ann 2 2"])
}

@Test func `games of last season are not expected`() throws {
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables(
      [("BOS", "2022-04-01"), ("BOS", "2023-02-01")],
      [("BOS", "2022-04-01"), ("BOS", "2023-02-01")]))
  #expect(rows == ["2023-02-25 ann 1 1"])
}

@Test func `two games a day are one expected day`() throws {
  let rows = try counts(
    processor([("l10", .last(10, .games))]),
    tables(
      [("BOS", "2023-02-01"), ("BOS", "2023-02-01")],
      [("BOS", "2023-02-01"), ("BOS", "2023-02-01")]))
  #expect(rows == ["2023-02-25 ann 1 1"])
}

@Test func `who has no history has no expected games`() throws {
  let rows = try counts(
    processor([("l10", .last(10, .games))]), tables([("BOS", "2023-02-01")], []))
  #expect(rows == ["2023-02-25 ann 0 0"])
}

@Test func `every window is one counted condition of one pass`() throws {
  let processor = processor([
    ("l5", .last(5, .games)), ("l10", .last(10, .games)), ("l7d", .last(7, .days)),
  ])
  let statement = try #require(
    try CompletenessShape.statement(of: processor, in: Sample.plan(processor), dialect: .duckDB))
  let text = """
          COUNT(*) FILTER (WHERE "as_of" <= "last_5_until") AS "l5_expected",
          COUNT(*) FILTER (WHERE "as_of" <= "last_5_until" AND "is_found") AS "l5_actual",
          COUNT(*) FILTER (WHERE "as_of" <= "last_10_until") AS "l10_expected",
          COUNT(*) FILTER (WHERE "as_of" <= "last_10_until" AND "is_found") AS "l10_actual",
          COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "l7d_expected",
          COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7 AND "is_found") AS "l7d_actual"
    """
  #expect(statement.sql.contains(text), "\(statement.sql)")
}
