import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func staged(
  _ processor: ProcessorPlan, _ script: String, from: String = "2023-01-10",
  to: String = "2023-01-10"
) throws -> [String] {
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  return try Season(Sample.tables + script).rows(statement, from: from, to: to)
    .map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }.sorted()
}

private func game(_ name: String) -> Expression { .column(rows: "games", name: name) }

private func sum(_ name: String, _ window: Window = .season) -> Expression {
  .aggregate(Aggregation(.sum, rows: "games", argument: game(name), window: window))
}

private func count(_ window: Window = .season) -> Expression {
  .aggregate(Aggregation(.count, rows: "games", window: window))
}

private func int(_ value: Int64) -> Expression { .literal(.integer(value)) }
private func text(_ value: String) -> Expression { .literal(.text(value)) }

private func atLeast(_ x: Expression, _ value: Int64) -> Expression {
  .comparison(.greaterOrEqual, x, int(value))
}

private let contextRow = """
  INSERT INTO raw.context (player, game_date) VALUES ('ann', '2023-01-10'), ('bob', '2023-01-10');
  """

// MARK: Layers and storing

@Test func `a feature that reads another sees what is stored`() throws {
  // 2.25 is stored as 2.3; ten times that is 23, not 22.5 rounded.
  let processor = Sample.processor(features: [
    Sample.feature("a", .number(4, 1), .literal(.double(2.25))),
    Sample.feature("b", .integer, .arithmetic(.times, .feature("a"), int(10))),
    Sample.feature("c", .text, .concatenated([text("b is "), .cast(.feature("b"), .text)])),
  ])
  let rows = try staged(processor, Sample.schedule(["2023-01-10"]) + contextRow)
  #expect(rows == ["2.3 23 b is 23", "2.3 23 b is 23"])
}

@Test func `an intermediate has no column`() throws {
  let hidden = FeaturePlan(
    name: "hidden", expression: int(7), type: .integer, unit: nil, isStored: false,
    fingerprint: "")
  let shown = Sample.feature("shown", .integer, .arithmetic(.plus, .feature("hidden"), int(1)))
  let sample = Sample.processor(features: [shown])
  let processor = ProcessorPlan(
    name: sample.name, table: sample.table, days: sample.days, population: sample.population,
    lookups: [], summaries: [], histories: [], completeness: nil, features: [hidden, shown],
    output: sample.output, failures: [], contracts: [], dependencies: [], inputs: [],
    write: sample.write, slots: [], fingerprint: "")
  let rows = try staged(processor, Sample.schedule(["2023-01-10"]) + contextRow)
  #expect(rows == ["8", "8"])
}

@Test func `a narrow integer is narrowed at the end`() throws {
  let processor = Sample.processor(features: [
    Sample.feature("n", .integer32, int(2_000_000_000)),
    Sample.feature(
      "twice", .integer, .arithmetic(.times, .feature("n"), int(2))),
  ])
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  #expect(statement.sql.contains(#"CAST("n" AS INTEGER) AS "n""#))
  #expect(statement.columns.first == ResultColumn("n", .integer32))
  let rows = try staged(processor, Sample.schedule(["2023-01-10"]) + contextRow)
  #expect(rows == ["2000000000 4000000000", "2000000000 4000000000"])
}

@Test func `a value that does not fit its column is an error`() {
  let processor = Sample.processor(features: [
    Sample.feature("a", .number(3, 1), .literal(.double(123.4)))
  ])
  #expect(throws: (any Error).self) {
    try staged(processor, Sample.schedule(["2023-01-10"]) + contextRow)
  }
}

@Test func `helpers stand aside for columns with their names`() throws {
  let rows = Sample.rows(
    "days", "odd", [("as_of", .text), ("day", .day), ("nth", .integer), ("matches", .integer)],
    key: ["as_of"], day: "day")
  let history = HistoryPlan(
    rows: Sample.rows(
      "population", "odd",
      [("as_of", .text), ("day", .day), ("nth", .integer), ("matches", .integer)],
      key: ["as_of"], day: "day"),
    match: [
      Match(
        row: .column(rows: "population", name: "as_of"),
        entity: .column(rows: "days", name: "as_of"))
    ], order: [Order(.column(rows: "population", name: "day"), descending: true)])
  let newest = Expression.aggregate(
    Aggregation(
      .newest(1), rows: "population", argument: .column(rows: "population", name: "nth"),
      window: .last(2, .games)))
  let processor = Sample.processor(
    population: .rows(rows), histories: [history],
    features: [
      Sample.feature("season_opening", .text, .column(rows: "days", name: "as_of")),
      Sample.feature("nth", .integer, newest),
    ])
  let staged = try staged(
    processor,
    Sample.schedule(["2023-01-09", "2023-01-10"])
      + """
      CREATE TABLE raw.odd (as_of VARCHAR, day DATE, nth BIGINT, matches BIGINT);
      INSERT INTO raw.odd VALUES ('x', '2023-01-10', 1, 1), ('x', '2023-01-09', 5, 1);
      """)
  #expect(staged == ["x 5"])
}

// MARK: Failures

@Test func `the first rule that holds says why there is no row`() throws {
  let rules = [
    FailureRule(
      category: .insufficientData, when: .not(atLeast(.feature("n"), 1)),
      reason: text("no game"), canRetry: true, expected: int(1), actual: .feature("n")),
    FailureRule(
      category: .incompleteData, when: .not(atLeast(.feature("n"), 2)),
      reason: .concatenated([.cast(.feature("n"), .text), text(" games")]), canRetry: false,
      expected: nil, actual: nil),
  ]
  let processor = Sample.processor(
    histories: [Sample.games(by: Sample.player)], failures: rules,
    features: [
      Sample.feature("who", .text, Sample.player), Sample.feature("n", .integer, count()),
    ])
  let rows = try staged(
    processor,
    Sample.schedule(["2023-01-01", "2023-01-10"]) + contextRow
      + """
      INSERT INTO raw.context (player, game_date) VALUES ('cy', '2023-01-10');
      INSERT INTO raw.games (player, game_date) VALUES
        ('bob', '2023-01-02'), ('cy', '2023-01-02'), ('cy', '2023-01-03');
      """)
  #expect(
    rows == [
      "ann 0 INSUFFICIENT_DATA no game true 1 0", "bob 1 INCOMPLETE_DATA 1 games false NULL NULL",
      "cy 2",
    ])
}

@Test func `an entity that is excluded has neither row nor failure`() throws {
  let rule = FailureRule(
    category: .excluded, when: .comparison(.equal, Sample.player, text("bob")),
    reason: text(""), canRetry: false, expected: nil, actual: nil)
  let processor = Sample.processor(
    failures: [rule], features: [Sample.feature("who", .text, Sample.player)])
  let rows = try staged(processor, Sample.schedule(["2023-01-10"]) + contextRow)
  #expect(rows == ["ann"])
}

// MARK: Worked examples

/// A team's zones from all games of all teams: `.entities` and league averages.
private func zones(atLeast teams: Int) -> ProcessorPlan {
  let rows = Sample.rows(
    "games", "zones",
    [("team", .text), ("game_date", .day), ("makes", .integer), ("attempts", .integer)],
    key: ["team", "game_date"])
  let key = Expression.column(rows: "games", name: "team")
  let history = HistoryPlan(
    rows: rows, match: [Match(row: key, entity: key)],
    order: [Order(game("game_date"), descending: true), Order(key)])
  let last15 = Window.last(15, .games)
  let last30 = Window.last(30, .days)
  let rate = Expression.ratio(sum("makes", last15), sum("attempts", last15))
  let league = Expression.league(
    LeagueAverage(
      rows: "games", value: .ratio(sum("makes", last30), sum("attempts", last30)),
      qualifying: atLeast(count(last30), 2), atLeast: teams, fallback: 0.58))
  return Sample.processor(
    population: .entities(alias: "games", by: ["team"], window: .season),
    histories: [history],
    features: [
      Sample.feature("team", .text, key),
      Sample.feature("as_of_day", .day, .asOfDay),
      Sample.feature("pct", .number(5, 3), rate),
      Sample.feature(
        "vs_league", .number(5, 2),
        .arithmetic(.times, .arithmetic(.minus, rate, league), int(100))),
      Sample.feature(
        "per_game", .number(5, 1), .ratio(sum("attempts", last15), count(last15))),
    ])
}

private let zoneTables = """
  CREATE TABLE raw.zones (team VARCHAR, game_date DATE, makes BIGINT, attempts BIGINT);
  """

@Test func `paint defence is measured against the league`() throws {
  // Worked example 2 of the domain: 280 of 500 over 15 games is .560, 33.3 a game. The league of two
  // teams, .560 and .540, has the mean .550: one point above it and one below.
  let games =
    (1...15).map { day -> String in
      let day = day < 10 ? "0\(day)" : String(day)
      let (makes, attempts) = day == "15" ? (14, 24) : (19, 34)
      return """
        INSERT INTO raw.zones VALUES
          ('BOS', '2023-01-\(day)', \(makes), \(attempts)), ('LAL', '2023-01-\(day)', 27, 50);
        """
    }.joined()
  let rows = try staged(
    zones(atLeast: 2), zoneTables + Sample.schedule(["2023-01-01", "2023-01-16"]) + games,
    from: "2023-01-16", to: "2023-01-16")
  #expect(rows == ["BOS 2023-01-16 0.560 1.00 33.3", "LAL 2023-01-16 0.540 -1.00 50.0"])
}

@Test func `a league of too few teams falls back`() throws {
  let games = """
    INSERT INTO raw.zones VALUES
      ('BOS', '2023-01-02', 6, 10), ('BOS', '2023-01-03', 6, 10), ('LAL', '2023-01-03', 5, 10);
    """
  let script = zoneTables + Sample.schedule(["2023-01-01", "2023-01-10"]) + games
  // Only BOS has two games: .6 against .58.
  #expect(
    try staged(zones(atLeast: 2), script)
      == ["BOS 2023-01-10 0.600 2.00 10.0", "LAL 2023-01-10 0.500 -8.00 10.0"])
  // One team is enough: .6 against itself.
  #expect(
    try staged(zones(atLeast: 1), script)
      == ["BOS 2023-01-10 0.600 0.00 10.0", "LAL 2023-01-10 0.500 -10.00 10.0"])
}

@Test func `an entity is there from the day after its first game`() throws {
  let script =
    zoneTables + Sample.schedule(["2023-01-01", "2023-01-02", "2023-01-03"])
      + """
      INSERT INTO raw.zones VALUES
        ('BOS', '2023-01-01', 6, 10), ('LAL', '2023-01-02', 6, 10), ('OLD', '2022-04-02', 6, 10);
      """
  let rows = try staged(zones(atLeast: 9), script, from: "2023-01-01", to: "2023-01-03")
  #expect(
    rows.map { $0.prefix(14) } == ["BOS 2023-01-02", "BOS 2023-01-03", "LAL 2023-01-03"])
}

@Test func `the primary zone is the first that is large enough`() throws {
  // Worked example 3 of the domain: 50, 10 and 40 attempts are 50.00, 10.00 and 40.00 percent; paint
  // comes first.
  func percent(_ part: String) -> Expression {
    .arithmetic(
      .times, int(100),
      .ratio(
        sum(part),
        .arithmetic(
          .plus, .arithmetic(.plus, sum("points"), sum("makes")), sum("attempts"))))
  }
  let rates = [
    Sample.feature("paint", .number(5, 2), percent("points")),
    Sample.feature("mid", .number(5, 2), percent("makes")),
    Sample.feature("three", .number(5, 2), percent("attempts")),
  ]
  let zone = Expression.choice(
    [
      Branch(when: .isNull(.feature("paint")), then: .literal(.null(.text))),
      Branch(when: atLeast(.feature("paint"), 40), then: text("paint")),
      Branch(when: atLeast(.feature("three"), 40), then: text("perimeter")),
      Branch(when: atLeast(.feature("mid"), 35), then: text("mid_range")),
    ], otherwise: text("balanced"))
  let processor = Sample.processor(
    histories: [Sample.games(by: Sample.player)],
    features: [Sample.feature("who", .text, Sample.player)] + rates + [
      Sample.feature("zone", .text, zone)
    ])
  let rows = try staged(
    processor,
    Sample.schedule(["2023-01-01", "2023-01-10"]) + contextRow
      + """
      INSERT INTO raw.games (player, game_date, points, makes, attempts) VALUES
        ('ann', '2023-01-02', 30, 4, 15), ('ann', '2023-01-03', 20, 6, 25);
      """)
  #expect(rows == ["ann 50.00 10.00 40.00 paint", "bob NULL NULL NULL NULL"].map { $0 })
}
