import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// The examples that the domain's rules were worked out by hand for (domain 13).
struct WorkedExampleTests {
  private func sum(_ name: String, _ window: Window) -> Expression {
    .over(window, .sum, .games(name))
  }

  @Test func `example 2, a team's paint defence against the league`() throws {
    // Ten teams with 15 games each: 280 makes of 500 attempts, so the league's mean is .560 too.
    var rows: [(team: String, day: Int, makes: Int64, attempts: Int64)] = []
    for team in 0..<10 {
      for game in 0..<15 {
        // 10 · 19 + 5 · 18 = 280 and 10 · 33 + 5 · 34 = 500
        let isLate = game >= 10
        rows.append(("team \(team)", game + 1, isLate ? 18 : 19, isLate ? 34 : 33))
      }
    }
    let last = Window.last(15, .games)
    let month = Window(.days(30), withinSeason: false)
    let share = Expression.ratio(sum("makes", last), sum("attempts", last))
    let league = Expression.league(
      LeagueAverage(
        rows: "games", value: .ratio(sum("makes", month), sum("attempts", month)),
        qualifying: .comparison(.greaterOrEqual, .over(month, .count), .whole(10)),
        atLeast: 10, fallback: 0.58))
    var plan = SamplePlan(
      population: .entities(alias: "games", by: ["player"], window: .season),
      histories: [
        .games([("makes", .integer), ("attempts", .integer)], matchedWith: .games("player"))
      ])
    plan.features = [
      ("paint_pct_allowed_last_15", .number(5, 3), share),
      (
        "paint_attempts_allowed_per_game", .number(5, 1),
        .ratio(sum("attempts", last), .over(last, .count))
      ),
      (
        "paint_defense_vs_league_avg", .number(5, 2),
        .arithmetic(.times, .arithmetic(.minus, share, league), .whole(100))
      ),
    ]
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(.december(20), seasonOpening: .december(1))],
        histories: [
          "games": try Table([
            ("player", .texts(rows.map(\.team))), ("day", .days(rows.map { .december($0.day) })),
            ("game", .integers(rows.indices.map { Int64($0) })),
            ("makes", .integers(rows.map(\.makes))),
            ("attempts", .integers(rows.map(\.attempts))),
          ])
        ]))
    #expect(output.count == 10)
    #expect(
      output.features["paint_pct_allowed_last_15"]
        == .decimals([Int64](repeating: 560, count: 10), scale: 3))
    #expect(
      output.features["paint_attempts_allowed_per_game"]
        == .decimals([Int64](repeating: 333, count: 10), scale: 1))
    #expect(
      output.features["paint_defense_vs_league_avg"]
        == .decimals([Int64](repeating: 0, count: 10), scale: 2))
  }

  @Test func `example 3, a player's shot zones`() throws {
    // Two games: 30 + 20 paint, 4 + 6 mid range, 25 + 15 three point attempts.
    let last = Window.last(10, .games)
    let zones = ["paint", "mid_range", "three_pt"]
    let total = Expression.feature("total_shots_last_10")
    func rate(_ zone: String) -> Expression {
      .ratio(.arithmetic(.times, .whole(100), sum(zone, last)), total)
    }
    func isAtLeast(_ feature: String, _ percent: Int64) -> Expression {
      .comparison(.greaterOrEqual, .feature(feature), .whole(percent))
    }
    let run = PlayerRun(
      games: PlayerGames(
        days: [.december(1), .december(3)],
        columns: [
          ("paint", .integers([30, 20])), ("mid_range", .integers([4, 6])),
          ("three_pt", .integers([25, 15])),
        ]),
      types: zones.map { ($0, .integer) }, days: [.december(5)])
    let output = try run.run(
      [
        (
          "total_shots_last_10", .integer,
          .arithmetic(
            .plus, .arithmetic(.plus, sum("paint", last), sum("mid_range", last)),
            sum("three_pt", last))
        )
      ] + zones.map { ("\($0)_rate_last_10", .number(5, 2), rate($0)) } + [
        (
          "primary_scoring_zone", .text,
          .choice(
            [
              Branch(when: isAtLeast("paint_rate_last_10", 40), then: .text("paint")),
              Branch(when: isAtLeast("three_pt_rate_last_10", 40), then: .text("perimeter")),
              Branch(when: isAtLeast("mid_range_rate_last_10", 35), then: .text("mid_range")),
              Branch(when: .isNull(.feature("paint_rate_last_10")), then: .literal(.null(.text))),
            ], otherwise: .text("balanced"))
        )
      ])
    #expect(output.features["paint_rate_last_10"] == .decimals([5000], scale: 2))
    #expect(output.features["mid_range_rate_last_10"] == .decimals([1000], scale: 2))
    #expect(output.features["three_pt_rate_last_10"] == .decimals([4000], scale: 2))
    #expect(output.features["primary_scoring_zone"] == .texts(["paint"]))
  }

  @Test func `example 7, a player's rest`() throws {
    let run = PlayerRun(
      games: PlayerGames(days: [10, 11, 14].map { .december($0) }), days: [.december(15)])
    let last = Expression.over(.season, .newest(1), .games("day"))
    let gap = Expression.days(from: .previous(.games("day")), to: .games("day"))
    let output = try run.run([
      ("days_since_last_game", .integer, .days(from: last, to: .asOfDay)),
      (
        "back_to_back", .boolean,
        .comparison(.equal, .feature("days_since_last_game"), .whole(1))
      ),
      (
        "rest_days", .integer,
        .arithmetic(.minus, .feature("days_since_last_game"), .whole(1))
      ),
      (
        "days_rest_before_last_game", .integer,
        .days(from: .over(.season, .newest(2), .games("day")), to: last)
      ),
      // Both games within 14 days: the later one within 13 of the as-of day's eve.
      (
        "back_to_backs_last_14_days", .integer,
        .over(.last(13, .days), .count, where: .comparison(.equal, gap, .whole(1)))
      ),
      ("games_in_last_7_days", .integer, .over(.last(7, .days), .count)),
    ])
    #expect(output.features["days_since_last_game"] == .integers([1]))
    #expect(output.features["back_to_back"] == .booleans([true]))
    #expect(output.features["rest_days"] == .integers([0]))
    #expect(output.features["days_rest_before_last_game"] == .integers([3]))
    #expect(output.features["back_to_backs_last_14_days"] == .integers([1]))
    #expect(output.features["games_in_last_7_days"] == .integers([3]))
  }

  @Test func `example 10, completeness of seven games of eight`() throws {
    let schedule = [1, 3, 5, 7, 9, 11, 13, 15]
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [.games([("team", .text)], matchedWith: .pop("player"))])
    plan.completeness = CompletenessPlan(
      actual: "games", expected: .sample("schedule", [("team", .text), ("day", .day)]),
      match: [
        Match(
          row: .column(rows: "schedule", name: "team"),
          entity: .over(.season, .newest(1), .games("team")))
      ], excused: nil, excusedMatch: [],
      windows: [CompletenessWindow(name: "l10", window: .last(10, .games))])
    let (expected, actual) = (
      Expression.coverage(.expected, window: "l10"), Expression.coverage(.actual, window: "l10")
    )
    plan.features = [
      ("missing", .integer, .arithmetic(.minus, expected, actual)),
      (
        "pct", .number(5, 1),
        .ratio(.arithmetic(.times, .whole(100), actual), expected)
      ),
      ("ready", .boolean, .comparison(.greaterOrEqual, .feature("pct"), .whole(90))),
    ]
    let played = schedule.filter { $0 != 9 }
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(.december(16), seasonOpening: .december(1))],
        population: PopulationTable(
          asOf: [Day.december(16).ordinal],
          columns: [ColumnReference(rows: "pop", name: "player"): .texts(["a"])]),
        histories: [
          "games": try PlayerGames(
            days: played.map { .december($0) }, columns: [("team", .texts(played.map { _ in "x" }))]
          ).table
        ],
        expected: try Table([
          ("team", .texts(schedule.map { _ in "x" })),
          ("day", .days(schedule.map { .december($0) })),
        ])))
    #expect(output.features["pct"] == .decimals([875], scale: 1))
    #expect(output.features["ready"] == .booleans([false]))
    #expect(output.features["missing"] == .integers([1]))
  }
}
