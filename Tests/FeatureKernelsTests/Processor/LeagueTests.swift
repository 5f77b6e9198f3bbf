import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// The mean over teams of each team's share, as of each day.
struct LeagueTests {
  /// Team, day of December, makes and attempts.
  private typealias Game = (team: String, day: Int, makes: Int64, attempts: Int64)

  private func league(
    _ games: [Game], on days: [Int], games least: Int64 = 1, atLeast: Int = 1
  ) throws -> [Value] {
    let window = Window(.days(30), withinSeason: false)
    func sum(_ name: String) -> Expression { .over(window, .sum, .games(name)) }
    let average = LeagueAverage(
      rows: "games", value: .ratio(sum("makes"), sum("attempts")),
      qualifying: .comparison(.greaterOrEqual, .over(window, .count), .whole(least)),
      atLeast: atLeast, fallback: 0.58)
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [
        .games([("makes", .integer), ("attempts", .integer)], matchedWith: .pop("player"))
      ])
    plan.features = [("league", .double, .league(average))]
    let table = try Table([
      ("player", .texts(games.map(\.team))), ("day", .days(games.map { .december($0.day) })),
      ("game", .integers(games.indices.map { Int64($0) })),
      ("makes", .integers(games.map(\.makes))), ("attempts", .integers(games.map(\.attempts))),
    ])
    let output = try plan.program().run(
      KernelInput(
        days: days.map { AsOfDay(.december($0), seasonOpening: nil) },
        population: PopulationTable(
          asOf: days.map { Day.december($0).ordinal },
          columns: [
            ColumnReference(rows: "pop", name: "player"): .texts(days.map { _ in "x" })
          ]),
        histories: ["games": table]))
    let column = try #require(output.features["league"])
    return days.indices.map { Value(column, $0) }
  }

  private let games: [Game] = [
    ("x", 1, 1, 2), ("y", 1, 1, 4), ("y", 5, 2, 4), ("z", 5, 0, 0), ("w", 9, 3, 4),
  ]

  @Test func `teams weigh the same whatever their attempts`() throws {
    // On the 6th: x 1/2, y 3/8, z has no attempts: (0.5 + 0.375) / 2
    #expect(try league(games, on: [6]) == [0.4375])
  }

  @Test func `each day sees only the games before it`() throws {
    // On the 5th: (1/2 + 1/4) / 2. On the 10th: (0.5 + 0.375 + 0.75) / 3.
    #expect(try league(games, on: [5, 10]) == [0.375, .double(1.625 / 3)])
  }

  @Test func `teams that do not qualify are left out`() throws {
    // Only y has two games.
    #expect(try league(games, on: [10], games: 2) == [0.375])
  }

  @Test func `too few teams give the fallback`() throws {
    #expect(try league(games, on: [5, 6, 10], atLeast: 3) == [0.58, 0.58, .double(1.625 / 3)])
    #expect(try league(games, on: [1]) == [0.58])
    #expect(try league([], on: [1], atLeast: 0) == [0.58])
  }

  @Test func `teams are added in ascending order of their key`() throws {
    // 1e16 + 1 + 1 differs from 1 + 1 + 1e16 in doubles; a comes first whatever the rows' order.
    let rows: [Game] = [("c", 1, 10_000_000_000_000_000, 1), ("b", 1, 1, 1), ("a", 1, 1, 1)]
    let mean = Value.double((1.0 + 1.0 + 1e16) / 3)
    #expect(try league(rows, on: [2]) == [mean])
    #expect(try league(rows.reversed(), on: [2]) == [mean])
  }
}
