import FeatureAlgebra
import FeatureKernels
import FeaturePlan

/// A season of made-up games and a processor with 20 slots, league averages and completeness: for tests of
/// sameness and for the benchmark.
struct SampleSeason {
  let games: Table
  let schedule: Table
  let days: [AsOfDay]
  static let opening: Int32 = 19_283

  /// - Parameters:
  ///   - players: eighteen a team.
  ///   - length: days of the season; as-of days are all but the first two weeks.
  init(players: Int, length: Int, seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let teams = max(players / 18, 1)
    var schedule: [(team: Int, day: Int32)] = []
    for team in 0..<teams {
      for day in 0..<length where dice.oneIn(2) {
        schedule.append((team, SampleSeason.opening + Int32(day)))
      }
    }
    var rows: [(player: Int, team: Int, day: Int32)] = []
    for player in 0..<players {
      var team = player % teams
      let trade = dice.oneIn(6) ? Int32(dice.roll(length)) : Int32(length)
      let bench = 1 + dice.roll(4)
      for game in schedule where game.team == team || game.team == (player + 7) % teams {
        if game.day - SampleSeason.opening >= trade { team = (player + 7) % teams }
        if game.team == team, dice.roll(5) >= bench - 1 { rows.append((player, team, game.day)) }
      }
    }
    rows.sort { ($0.player, $0.day) < ($1.player, $1.day) }
    let count = rows.count
    func names(_ prefix: String, _ number: (Int) -> Int) -> Column {
      .texts((0..<count).map { prefix + String(1_000 + number($0)) })
    }
    func integers(_ sides: Int) -> Column {
      .integers((0..<count).map { _ in dice.oneIn(50) ? nil : Int64(dice.roll(sides)) })
    }
    func tenths(_ sides: Int) -> Column {
      .decimals((0..<count).map { _ in dice.oneIn(50) ? nil : Int64(dice.roll(sides)) }, scale: 1)
    }
    games = try Table([
      ("player", names("player") { rows[$0].player }), ("team", names("t") { rows[$0].team }),
      ("day", .days(rows.map { Day(ordinal: $0.day) })), ("points", integers(40)),
      ("minutes", tenths(420)), ("usage", tenths(400)), ("paint", integers(12)),
      ("paint_makes", integers(8)), ("mid", integers(8)), ("three", integers(12)),
      ("over", .booleans((0..<count).map { _ in dice.oneIn(7) ? nil : dice.oneIn(2) })),
    ])
    self.schedule = try Table([
      ("team", .texts(schedule.map { "t" + String(1_000 + $0.team) })),
      ("day", .days(schedule.map { Day(ordinal: $0.day) })),
    ])
    let opening = Day(ordinal: SampleSeason.opening)
    days = (14..<length).map { AsOfDay(opening.advanced(by: $0), seasonOpening: opening) }
  }

  static let types: [(name: String, type: ColumnType)] = [
    ("player", .text), ("team", .text), ("day", .day), ("points", .integer),
    ("minutes", .number(4, 1)), ("usage", .number(5, 1)), ("paint", .integer),
    ("paint_makes", .integer), ("mid", .integer), ("three", .integer), ("over", .boolean),
  ]

  /// - Parameter hasLeague: with the mean over all players, the only part that looks at every entity.
  static func plan(hasLeague: Bool = true) -> SamplePlan {
    let last10 = Window.last(10, .games)
    let last20 = Window.last(20, .games)
    func sum(_ name: String, _ window: Window) -> Expression {
      .over(window, .sum, .games(name))
    }
    func mean(_ name: String, _ window: Window) -> Expression {
      .over(window, .mean, .games(name))
    }
    let shots = Expression.arithmetic(
      .plus, .arithmetic(.plus, sum("paint", last10), sum("mid", last10)), sum("three", last10))
    func rate(_ name: String) -> Expression {
      .ratio(.arithmetic(.times, .whole(100), sum(name, last10)), .feature("shots"))
    }
    let gap = Expression.days(from: .previous(.games("day")), to: .games("day"))
    var plan = SamplePlan(
      population: .entities(alias: "games", by: ["player"], window: .season),
      histories: [
        HistoryPlan(
          rows: .sample("games", types),
          match: [Match(row: .games("player"), entity: .games("player"))],
          order: [Order(.games("day"), descending: true), Order(.games("team"))])
      ])
    plan.completeness = CompletenessPlan(
      actual: "games", expected: .sample("schedule", [("team", .text), ("day", .day)]),
      match: [
        Match(
          row: .column(rows: "schedule", name: "team"),
          entity: .over(.season, .newest(1), .games("team")))
      ], excused: nil, excusedMatch: [],
      windows: [
        CompletenessWindow(name: "l5", window: .last(5, .games)),
        CompletenessWindow(name: "l10", window: last10),
        CompletenessWindow(name: "l14d", window: .last(14, .days)),
      ])
    plan.features = [
      ("player", .text, .games("player")), ("as_of", .day, .asOfDay),
      ("team", .text, .over(.season, .newest(1), .games("team"))),
      ("games", .integer, .over(.season, .count)), ("shots", .integer, shots),
      ("paint_rate", .number(5, 2), rate("paint")), ("mid_rate", .number(5, 2), rate("mid")),
      ("three_rate", .number(5, 2), rate("three")),
      ("paint_pct", .number(5, 3), .ratio(sum("paint_makes", last10), sum("paint", last10))),
      (
        "paint_pct_20", .number(5, 3),
        .choice(
          [
            Branch(
              when: .comparison(.greaterOrEqual, .over(last20, .count), .whole(15)),
              then: .ratio(sum("paint_makes", last20), sum("paint", last20)))
          ], otherwise: .literal(.null(.double)))
      ),
      (
        "zone", .text,
        .choice(
          [
            Branch(
              when: .comparison(.greaterOrEqual, .feature("paint_rate"), .whole(40)),
              then: .text("paint")),
            Branch(
              when: .comparison(.greaterOrEqual, .feature("three_rate"), .whole(40)),
              then: .text("perimeter")),
          ], otherwise: .text("balanced"))
      ),
      ("points_5", .number(5, 1), mean("points", .last(5, .games))),
      ("points_10", .number(5, 1), mean("points", last10)),
      ("points_season", .number(5, 1), mean("points", .season)),
      ("points_sd", .number(5, 2), .over(last10, .sampleDeviation, .games("points"))),
      ("minutes_10", .number(5, 1), mean("minutes", last10)),
      ("minutes_7d", .integer, sum("minutes", .last(7, .days))),
      ("usage_10", .number(5, 2), mean("usage", last10)),
      ("games_7d", .integer, .over(.last(7, .days), .count)),
      (
        "back_to_backs", .integer,
        .over(.last(13, .days), .count, where: .comparison(.equal, gap, .whole(1)))
      ),
      ("best", .integer, .over(last10, .largest, .games("points"))),
      ("over_streak", .integer, .over(.season, .streak, .games("over"))),
      (
        "above_fifteen", .integer,
        .measured(
          Aggregation(.streakAbove, rows: "games", argument: .games("points"), window: .season),
          against: .whole(15))
      ),
      (
        "below_fifteen", .integer,
        .measured(
          Aggregation(
            .streakBelow, rows: "games", argument: .games("points"),
            filter: .games("over"), window: last10), against: .whole(15))
      ),
      ("expected_l5", .integer, .coverage(.expected, window: "l5")),
      ("actual_l5", .integer, .coverage(.actual, window: "l5")),
      ("expected_l10", .integer, .coverage(.expected, window: "l10")),
      ("actual_l10", .integer, .coverage(.actual, window: "l10")),
      ("expected_l14d", .integer, .coverage(.expected, window: "l14d")),
      ("actual_l14d", .integer, .coverage(.actual, window: "l14d")),
      (
        "note", .text,
        .concatenated([.cast(.feature("games"), .text), .text(" games")])
      ),
    ]
    if hasLeague {
      let league = LeagueAverage(
        rows: "games", value: .ratio(sum("paint_makes", last10), sum("paint", last10)),
        qualifying: .comparison(.greaterOrEqual, .over(last10, .count), .whole(5)), atLeast: 3,
        fallback: 0.58)
      plan.features.append(
        (
          "paint_vs_league", .number(6, 2),
          .arithmetic(
            .times, .arithmetic(.minus, .feature("paint_pct"), .league(league)), .whole(100))
        ))
    }
    plan.failures = [
      FailureRule(
        category: .insufficientData,
        when: .comparison(.less, .feature("games"), .whole(3)),
        reason: .concatenated([.text("games: "), .cast(.feature("games"), .text)]),
        canRetry: false, expected: .whole(3), actual: .feature("games"))
    ]
    return plan
  }

  func input(
    days: [AsOfDay]? = nil, order: ((Int) -> [Int32])? = nil
  ) -> KernelInput {
    KernelInput(
      days: days ?? self.days,
      histories: ["games": order.map { games.gather($0(games.count)) } ?? games],
      expected: schedule)
  }
}
