import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func column(_ name: String) -> Expression { .column(rows: "games", name: name) }

private func over(
  _ function: AggregateFunction, _ argument: Expression? = nil, _ window: Window,
  where filter: Expression? = nil
) -> Expression {
  .aggregate(
    Aggregation(function, rows: "games", argument: argument, filter: filter, window: window))
}

/// Staged rows of a processor whose features are the given expressions, all doubles or texts.
private func staged(
  _ expressions: [(String, ColumnType, Expression)], filter: Expression? = nil, _ script: String,
  from: String = "2023-01-10", to: String = "2023-01-10", order: [Order]? = nil
) throws -> [String] {
  var history = Sample.games(filter: filter, by: Sample.player)
  if let order { history = HistoryPlan(rows: history.rows, match: history.match, order: order) }
  let processor = Sample.processor(
    histories: [history],
    features: [
      Sample.feature("as_of_day", .day, .asOfDay), Sample.feature("who", .text, Sample.player),
    ] + expressions.map { Sample.feature($0.0, $0.1, $0.2) })
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  let warehouse = try Season(Sample.tables + script)
  return try warehouse.rows(statement, from: from, to: to).map {
    $0.replacing(" NULL NULL NULL NULL NULL", with: "")
  }.sorted()
}

/// Games of ann on these days with these points, and a context row for her on the 10th.
private func ann(_ games: [(String, Int)], asOf: [String] = ["2023-01-10"]) -> String {
  Sample.schedule(["2022-10-18"] + asOf)
    + asOf.map { "INSERT INTO raw.context (player, game_date) VALUES ('ann', '\($0)');" }.joined()
    + games.map {
      "INSERT INTO raw.games (player, game_date, points, minutes) VALUES ('ann', '\($0.0)', \($0.1), 10.5);"
    }.joined()
}

@Test func `a window holds the newest rows before the day, never the day itself`() throws {
  let rows = try staged(
    [
      ("l2", .integer, over(.sum, column("points"), .last(2, .games))),
      ("all", .integer, over(.sum, column("points"), .season)),
      ("n", .integer, over(.count, nil, .season)),
    ],
    ann([("2023-01-02", 1), ("2023-01-05", 10), ("2023-01-09", 100), ("2023-01-10", 1000)]))
  #expect(rows == ["2023-01-10 ann 110 111 3"])
}

@Test func `a window of days ends the day before and starts n days before`() throws {
  // D − 7 = 3 January is in, the 2nd is not.
  let rows = try staged(
    [("l7", .integer, over(.sum, column("points"), .last(7, .days)))],
    ann([("2023-01-02", 1), ("2023-01-03", 10), ("2023-01-09", 100)]))
  #expect(rows == ["2023-01-10 ann 110"])
}

@Test func `a window does not look behind the season's opening`() throws {
  let script = ann([("2022-04-09", 1), ("2022-10-18", 10), ("2023-01-09", 100)])
  let rows = try staged(
    [
      ("season", .integer, over(.sum, column("points"), .last(10, .games))),
      (
        "ever", .integer,
        over(.sum, column("points"), .last(10, .games).acrossSeasons(noOlderThan: 400))
      ),
    ], script)
  #expect(rows == ["2023-01-10 ann 110 111"])
}

@Test func `an age bound comes first, then the newest`() throws {
  let rows = try staged(
    [("recent", .integer, over(.sum, column("points"), Window(.rows(2), maximumAge: 5)))],
    ann([("2023-01-02", 1), ("2023-01-04", 10), ("2023-01-09", 100)]))
  #expect(rows == ["2023-01-10 ann 100"])
}

@Test func `windows of every day of a range are those of the day alone`() throws {
  let games = (2...9).map { ("2023-01-0\($0)", $0) }
  let days = ["2023-01-08", "2023-01-09", "2023-01-10"]
  let features = [
    ("l3", ColumnType.integer, over(.sum, column("points"), .last(3, .games))),
    ("l4d", .integer, over(.sum, column("points"), .last(4, .days))),
  ]
  let together = try staged(features, ann(games, asOf: days), from: days[0], to: days[2])
  #expect(
    together == ["2023-01-08 ann 18 22", "2023-01-09 ann 21 26", "2023-01-10 ann 24 30"])
  for (day, row) in zip(days, together) {
    #expect(try staged(features, ann(games, asOf: days), from: day, to: day) == [row])
  }
}

@Test func `a filter of an aggregate works inside the newest rows`() throws {
  // Of the newest two only the 9th has 5 points or more.
  let big = Expression.comparison(.greaterOrEqual, column("points"), .literal(.integer(5)))
  let rows = try staged(
    [
      ("inside", .integer, over(.count, nil, .last(2, .games), where: big)),
      ("second", .integer, over(.newest(2), column("points"), .season, where: big)),
      ("first", .integer, over(.newest(1), column("points"), .season, where: big)),
      ("oldest", .integer, over(.oldest, column("points"), .season, where: big)),
    ],
    ann([("2023-01-02", 7), ("2023-01-03", 9), ("2023-01-08", 1), ("2023-01-09", 8)]))
  #expect(rows == ["2023-01-10 ann 1 9 8 7"])
}

@Test func `a filter of the rows makes them not count at all`() throws {
  let big = Expression.comparison(.greaterOrEqual, column("points"), .literal(.integer(5)))
  let rows = try staged(
    [("two", .integer, over(.sum, column("points"), .last(2, .games)))], filter: big,
    ann([("2023-01-02", 7), ("2023-01-03", 9), ("2023-01-08", 1), ("2023-01-09", 8)]))
  #expect(rows == ["2023-01-10 ann 17"])
}

@Test func `ties on a day are broken by the rest of the order`() throws {
  let order = [
    Order(column("game_date"), descending: true), Order(column("points"), descending: true),
  ]
  let script =
    ann([("2023-01-09", 3), ("2023-01-09", 5), ("2023-01-09", 4), ("2023-01-08", 9)])
  let rows = try staged(
    [
      ("first", .integer, over(.newest(1), column("points"), .season)),
      ("third", .integer, over(.newest(3), column("points"), .season)),
      ("two", .integer, over(.sum, column("points"), .last(2, .games))),
    ], script, order: order)
  #expect(rows == ["2023-01-10 ann 5 3 9"])
}

@Test func `without any row counts are 0 and all else is NULL`() throws {
  let rows = try staged(
    [
      ("n", .integer, over(.count, nil, .season)),
      ("streak", .integer, over(.streak, column("active"), .season)),
      ("sum", .integer, over(.sum, column("points"), .season)),
      ("last", .integer, over(.newest(1), column("points"), .season)),
    ], ann([]))
  #expect(rows == ["2023-01-10 ann 0 0 NULL NULL"])
}

@Test func `newest takes a row's value as it is, NULL too`() throws {
  let script =
    ann([("2023-01-08", 7)])
    + "INSERT INTO raw.games (player, game_date, points) VALUES ('ann', '2023-01-09', NULL);"
  let rows = try staged(
    [
      ("last", .integer, over(.newest(1), column("points"), .season)),
      ("before", .integer, over(.newest(2), column("points"), .season)),
      ("n", .integer, over(.count, column("points"), .season)),
    ], script)
  #expect(rows == ["2023-01-10 ann NULL 7 1"])
}

@Test func `a streak stops at the first false and passes over NULL`() throws {
  // Newest first: true, NULL, true, false, true.
  let active = ["true", "false", "true", "NULL", "true"]
  let script =
    ann([])
    + active.enumerated().map {
      "INSERT INTO raw.games (player, game_date, active) VALUES ('ann', '2023-01-0\($0.offset + 3)', \($0.element));"
    }.joined()
  let rows = try staged(
    [
      ("streak", .integer, over(.streak, column("active"), .season)),
      ("within", .integer, over(.streak, column("active"), .last(2, .games))),
      (
        "not", .integer,
        over(.streak, .not(column("active")), .season, where: .not(column("active")))
      ),
    ], script)
  #expect(rows == ["2023-01-10 ann 2 1 1"])
}

@Test func `rest counts pairs of games through the row before`() throws {
  // Worked example 7 of the domain: games on 10, 11 and 14, D = 15.
  let gap = Expression.days(from: .previous(column("game_date")), to: column("game_date"))
  let rows = try staged(
    [
      (
        "days_rest", .integer,
        .days(from: over(.newest(1), column("game_date"), .season), to: .asOfDay)
      ),
      ("days_rest_before", .integer, over(.newest(1), gap, .season)),
      (
        "back_to_backs", .integer,
        over(
          .count, nil, .last(14, .days),
          where: .comparison(.equal, gap, .literal(.integer(1))))
      ),
      ("games", .integer, over(.count, nil, .last(7, .days))),
    ],
    ann([("2023-01-10", 1), ("2023-01-11", 2), ("2023-01-14", 3)], asOf: ["2023-01-15"]),
    from: "2023-01-15", to: "2023-01-15")
  #expect(rows == ["2023-01-15 ann 1 3 1 3"])
}

@Test func `the row before may lie outside the window and outside the season`() throws {
  let before = Expression.previous(column("points"))
  let rows = try staged(
    [("before", .integer, over(.oldest, before, .last(7, .days)))],
    ann([("2022-04-01", 1), ("2023-01-09", 3)]))
  #expect(rows == ["2023-01-10 ann 1"])
}

@Test func `means of decimals divide once`() throws {
  // Minutes 10.5, 10.5 and 10.6: 316 / 30
  let script =
    ann([("2023-01-07", 1), ("2023-01-08", 1)])
    + "INSERT INTO raw.games (player, game_date, minutes) VALUES ('ann', '2023-01-09', 10.6);"
  let rows = try staged(
    [
      ("exact", .double, over(.mean, column("minutes"), .season)),
      ("stored", .number(5, 1), over(.mean, column("minutes"), .season)),
    ], script)
  #expect(rows == ["2023-01-10 ann 10.533333333333333 10.5"])
}

@Test func `a history may be matched with the newest value of another`() throws {
  // Ann played for BOS on the 8th and for LAL on the 9th: her team is LAL.
  let own = Sample.games(by: Sample.player)
  let team = HistoryPlan(
    rows: Sample.rows(
      "team_games", "games", Sample.gameColumns, key: ["player", "game_date"]),
    match: [
      Match(
        row: .column(rows: "team_games", name: "team"),
        entity: over(.newest(1), column("team"), .season))
    ],
    order: [
      Order(.column(rows: "team_games", name: "game_date"), descending: true),
      Order(.column(rows: "team_games", name: "player")),
    ])
  let sum = Expression.aggregate(
    Aggregation(
      .sum, rows: "team_games", argument: .column(rows: "team_games", name: "points"),
      window: .season))
  let processor = Sample.processor(
    histories: [own, team], features: [Sample.feature("team_points", .integer, sum)])
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  let script = """
    INSERT INTO raw.games (player, game_date, team, points) VALUES
      ('ann', '2023-01-08', 'BOS', 1), ('ann', '2023-01-09', 'LAL', 2),
      ('bob', '2023-01-08', 'BOS', 10), ('cy', '2023-01-08', 'LAL', 20);
    """
  let rows = try Season(Sample.tables + ann([]) + script).rows(
    statement, from: "2023-01-10", to: "2023-01-10")
  #expect(rows == ["22 NULL NULL NULL NULL NULL"])
}
