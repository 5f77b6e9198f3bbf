/// What the market believes before a game, learned from the games before it alone.
struct Expectations: Sendable {
  private(set) var points: [Double]
  private var strength: [Double]
  private var scoring: [Double]

  init(_ league: League) {
    points = Array(repeating: 6, count: league.players.count)
    strength = []
    scoring = Array(repeating: 0, count: league.rosters.count)
    for roster in league.rosters {
      let best = roster.prefix(8).map { league.players[$0].talent }
      strength.append(5 * (best.reduce(0, +) / 8 - 0.6))
      for (rank, player) in roster.enumerated() {
        let minutes = max(36 - 2.6 * Double(rank), 3)
        points[player] = minutes * league.players[player].shooting.usage * 0.0225
      }
    }
  }

  func margin(_ fixture: Fixture) -> Double { strength[fixture.home] - strength[fixture.away] + 2 }

  func total(_ fixture: Fixture) -> Double {
    227 + scoring[fixture.home] + scoring[fixture.away]
  }

  mutating func learn(from game: PlayedGame) {
    let fixture = game.fixture
    let surprise = Double(game.home.score - game.away.score) - margin(fixture)
    strength[fixture.home] += 0.05 * surprise
    strength[fixture.away] -= 0.05 * surprise
    let more = Double(game.home.score + game.away.score) - total(fixture)
    scoring[fixture.home] += 0.04 * more
    scoring[fixture.away] += 0.04 * more
    for side in game.sides {
      for appearance in side.appearances where appearance.line.seconds > 0 {
        let scored = Double(appearance.line.points)
        points[appearance.player] += 0.12 * (scored - points[appearance.player])
      }
    }
  }
}
