import FeatureAlgebra
import FeatureKernels
import Testing

/// Which rows a window holds: counted, and named by the games in it.
struct WindowEdgeTests {
  private let games = PlayerGames(
    days: [-20, 1, 2, 5, 5, 9, 10].map { .december($0) })

  /// How many games each day's window holds.
  private func counts(
    _ window: Window, on days: [Int], opening: Day? = .december(1)
  ) throws -> [Value] {
    let run = PlayerRun(games: games, days: days.map { .december($0) }, opening: opening)
    return try run.values(.integer, .over(window, .count))
  }

  @Test func `day D itself is never in a window`() throws {
    // On the 10th: 1, 2, 5, 5, 9. On the 11th the 10th as well.
    #expect(try counts(.season, on: [10, 11]) == [5, 6])
    #expect(try counts(.last(1, .days), on: [10, 11, 12]) == [1, 1, 0])
  }

  @Test func `the last n days reach back exactly n days`() throws {
    // [5 … 11] holds 5, 5, 9, 10; [6 … 11] holds 9, 10.
    #expect(try counts(.last(7, .days), on: [12]) == [4])
    #expect(try counts(.last(6, .days), on: [12]) == [2])
  }

  @Test func `the season begins on its opening day`() throws {
    #expect(try counts(.season, on: [3]) == [2])
    #expect(try counts(.season, on: [3], opening: .december(2)) == [1])
  }

  @Test func `without an opening day the season is empty`() throws {
    #expect(try counts(.season, on: [12], opening: nil) == [0])
    #expect(
      try counts(Window(.all, withinSeason: false), on: [12], opening: nil) == [7])
  }

  @Test func `an age bound keeps rows of exactly that age`() throws {
    let window = Window(.all, withinSeason: false, maximumAge: 7)
    #expect(try counts(window, on: [12]) == [4])
    #expect(try counts(.season.noOlderThan(3), on: [12]) == [2])
  }

  @Test func `across seasons only the age bounds`() throws {
    let window = Window.season.acrossSeasons(noOlderThan: 32)
    #expect(try counts(window, on: [12]) == [7])
    #expect(try counts(.season.acrossSeasons(noOlderThan: 31), on: [12]) == [6])
  }

  @Test func `the last n games are the newest of what the bounds leave`() throws {
    #expect(try counts(.last(10, .games), on: [12]) == [6])
    #expect(try counts(.last(2, .games), on: [12]) == [2])
    #expect(try counts(.last(5, .games).noOlderThan(3), on: [12]) == [2])
    #expect(try counts(.last(0, .games), on: [12]) == [0])
  }

  @Test func `an entity without rows has empty windows`() throws {
    var run = PlayerRun(games: games, days: [.december(12)])
    run.games.player = "a"
    let none = PlayerRun(games: PlayerGames(player: "a", days: []), days: [.december(12)])
    #expect(try none.value(.integer, .over(.season, .count)) == 0)
    #expect(try none.value(.integer, .over(.season, .sum, .games("game"))) == nil)
    #expect(try run.value(.integer, .over(.season, .count)) == 6)
  }

  @Test func `ties within a day go by the rest of the order`() throws {
    // Games 3 and 4 are on the 5th; the order is ascending by game, so 3 is the newer.
    let run = PlayerRun(games: games, days: [.december(6)])
    #expect(try run.value(.integer, .over(.season, .newest(1), .games("game"))) == 3)
    #expect(try run.value(.integer, .over(.season, .newest(2), .games("game"))) == 4)
    #expect(try run.value(.integer, .over(.last(1, .games), .sum, .games("game"))) == 3)
  }

  @Test func `days may come in any order`() throws {
    #expect(try counts(.last(7, .days), on: [12, 3, 30, 10, 12, 1]) == [4, 2, 0, 3, 4, 0])
  }
}
