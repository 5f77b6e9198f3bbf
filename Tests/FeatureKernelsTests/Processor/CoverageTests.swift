import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// Games expected of a player, those of his newest team, against the games he has rows for.
struct CoverageTests {
  /// Rows of the player: day of December and team.
  var rows: [(day: Int, team: String)]
  /// Days of December on which each team played.
  var schedule: [String: [Int]]
  /// Whether rows say which team he was with at the time.
  var isFollowing = false
  /// Days excused; nil where nothing is known.
  var excused: [Int]?

  private struct Counts: Equatable {
    var expected: [Int64]
    var actual: [Int64]
  }

  private init() {
    rows = []
    schedule = [:]
  }

  private func counts(
    _ window: Window, on days: [Int], opening: Int = 1
  ) throws -> Counts {
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [.games([("team", .text)], matchedWith: .pop("player"))])
    let newestTeam = Expression.over(
      Window(.rows(1), withinSeason: isFollowing), .newest(1), .games("team"))
    plan.completeness = CompletenessPlan(
      actual: "games", expected: .sample("schedule", [("team", .text), ("day", .day)]),
      match: [Match(row: .column(rows: "schedule", name: "team"), entity: newestTeam)],
      following: isFollowing ? ["team"] : nil,
      excused: excused.map { _ in .sample("absences", [("player", .text), ("day", .day)]) },
      excusedMatch: [Match(row: .column(rows: "absences", name: "player"), entity: .pop("player"))],
      windows: [CompletenessWindow(name: "w", window: window)])
    plan.features = [
      ("expected", .integer, .coverage(.expected, window: "w")),
      ("actual", .integer, .coverage(.actual, window: "w")),
    ]
    let games = try PlayerGames(
      days: rows.map { .december($0.day) }, columns: [("team", .texts(rows.map(\.team)))]
    ).table
    let expected = schedule.sorted { $0.key < $1.key }
      .flatMap { team, days in days.map { (team, Day.december($0)) } }
    let output = try plan.program().run(
      KernelInput(
        days: days.map { AsOfDay(.december($0), seasonOpening: .december(opening)) },
        population: PopulationTable(
          asOf: days.map { Day.december($0).ordinal },
          columns: [
            ColumnReference(rows: "pop", name: "player"): .texts(days.map { _ in "a" })
          ]),
        histories: ["games": games],
        expected: try Table([
          ("team", .texts(expected.map(\.0))), ("day", .days(expected.map(\.1))),
        ]),
        excused: try excused.map { days in
          try Table([
            ("player", .texts(days.map { _ in "a" })), ("day", .days(days.map { .december($0) })),
          ])
        }))
    return Counts(
      expected: output.features["expected"]?.integers ?? [],
      actual: output.features["actual"]?.integers ?? [])
  }

  @Test func `a player who played seven of his team's eight games`() throws {
    // Worked example 10: expected 8, there 7.
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5, 7, 9, 11, 13, 15]]
    test.rows = [1, 3, 5, 7, 11, 13, 15].map { ($0, "x") }
    #expect(
      try test.counts(.last(10, .games), on: [16]) == Counts(expected: [8], actual: [7]))
  }

  @Test func `the newest n expected games count, not the newest n rows`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5, 7, 9]]
    test.rows = [1, 3, 5].map { ($0, "x") }
    // Expected 5, 7, 9; there 5.
    #expect(try test.counts(.last(3, .games), on: [10]) == Counts(expected: [3], actual: [1]))
  }

  @Test func `day D is expected by nobody`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5]]
    test.rows = [1, 3, 5].map { ($0, "x") }
    #expect(
      try test.counts(.last(5, .games), on: [5, 6]) == Counts(expected: [2, 3], actual: [2, 3]))
  }

  @Test func `an All-Star break leaves a window of days empty`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 2, 12]]
    test.rows = [1, 2].map { ($0, "x") }
    #expect(
      try test.counts(.last(7, .days), on: [11, 13]) == Counts(expected: [0, 1], actual: [0, 0]))
  }

  @Test func `after a trade the new team's games are expected`() throws {
    // Two games for x, then one for y on the 6th: y's games from the opening on are expected then.
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5], "y": [2, 3, 6]]
    test.rows = [(1, "x"), (3, "x"), (6, "y")]
    // On the 6th he is x's: 1, 3, 5 with 1, 3 there. On the 7th he is y's: 2, 3, 6; he has rows on the
    // 3rd, for x, and the 6th.
    #expect(
      try test.counts(.season, on: [6, 7]) == Counts(expected: [3, 3], actual: [2, 2]))
  }

  @Test func `each team's games are expected while he was with it`() throws {
    // Two games for x, one for y on the 6th, one more for y on the 10th.
    var test = CoverageTests()
    test.isFollowing = true
    test.schedule = ["x": [1, 3, 5, 7, 9], "y": [2, 4, 6, 8, 10]]
    test.rows = [(1, "x"), (3, "x"), (6, "y"), (10, "y")]
    // x's 1, 3, 5 up to the 5th; y's 6, 8, 10 from the 6th on. He was there on the 1st, 3rd, 6th, 10th.
    #expect(
      try test.counts(.season, on: [6, 7, 9, 11])
        == Counts(expected: [3, 4, 5, 6], actual: [2, 3, 3, 4]))
    #expect(try test.counts(.last(4, .games), on: [11]) == Counts(expected: [4], actual: [2]))
  }

  @Test func `before his first row the team of the day is expected`() throws {
    var test = CoverageTests()
    test.isFollowing = true
    test.schedule = ["x": [1, 3, 5, 7], "y": [2, 4, 6, 8]]
    test.rows = [(5, "x"), (8, "y")]
    // On the 7th he is x's: 1, 3, 5. On the 9th he is y's: 2, 4 before his first row, x's 5 and 7, y's 8.
    #expect(
      try test.counts(.season, on: [7, 9]) == Counts(expected: [3, 5], actual: [1, 2]))
  }

  @Test func `a row of last season says nothing about this one`() throws {
    var test = CoverageTests()
    test.isFollowing = true
    test.schedule = ["x": [1, 3, 5, 7], "y": [6, 8]]
    test.rows = [(3, "x"), (8, "y")]
    // The season opens on the 5th: y's 6 and 8, and nothing of x.
    #expect(
      try test.counts(.season, on: [9], opening: 5) == Counts(expected: [2], actual: [1]))
  }

  @Test func `excused days are taken out before the newest are counted`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5, 7, 9]]
    test.rows = [1, 3, 5].map { ($0, "x") }
    test.excused = [7, 8, 9]
    #expect(try test.counts(.last(2, .games), on: [10]) == Counts(expected: [2], actual: [2]))
    #expect(try test.counts(.last(10, .games), on: [10]) == Counts(expected: [3], actual: [3]))
  }

  @Test func `a player without rows has no team and nothing is expected`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3]]
    #expect(try test.counts(.season, on: [10]) == Counts(expected: [0], actual: [0]))
  }

  @Test func `two expected rows of a day are one game`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 3]]
    test.rows = [(1, "x"), (3, "x"), (3, "x")]
    #expect(try test.counts(.season, on: [10]) == Counts(expected: [2], actual: [2]))
    #expect(try test.counts(.last(2, .games), on: [10]) == Counts(expected: [2], actual: [2]))
  }

  @Test func `the season bounds expected games`() throws {
    var test = CoverageTests()
    test.schedule = ["x": [1, 3, 5]]
    test.rows = [1, 3, 5].map { ($0, "x") }
    #expect(
      try test.counts(.season, on: [10], opening: 3) == Counts(expected: [2], actual: [2]))
  }
}
