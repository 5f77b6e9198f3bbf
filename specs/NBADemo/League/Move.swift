/// A player joins a team: by trade from another, or as a free agent.
struct Move: Sendable {
  let player: Int
  /// `nil` for a signing.
  let from: Int?
  let to: Int
  let day: CivilDay
  /// First day on which he may play for the new team.
  let available: CivilDay

  static let signings = 3
  private static let deals = 13

  /// Thirteen swaps of two players of like standing before the February deadline, and three
  /// signings, in order of day.
  static func draw(_ league: League, _ days: SeasonDays, seed: UInt64) -> [Move] {
    var random = SeasonRandom(seed: seed, for: .moves)
    var rosters = league.rosters
    var moves: [Move] = []
    let deadlines = (0..<deals).map { _ in random.within(55...107) }.sorted()
    for deadline in deadlines {
      let day = days.opening + deadline
      let traded = Set(moves.map(\.player))
      while true {
        let (first, second) = (random.below(rosters.count), random.below(rosters.count))
        let rank = random.within(1...11)
        let (leaving, coming) = (rosters[first][rank], rosters[second][rank])
        guard first != second, traded.isDisjoint(with: [leaving, coming]) else { continue }
        for (player, from, to) in [(leaving, first, second), (coming, second, first)] {
          let available = day + random.within(2...5)
          moves.append(Move(player: player, from: from, to: to, day: day, available: available))
          rosters[to][rank] = player
        }
        break
      }
    }
    for player in league.players.count - signings..<league.players.count {
      let day = days.opening + random.within(70...130)
      let team = random.below(rosters.count)
      moves.append(Move(player: player, from: nil, to: team, day: day, available: day + 1))
    }
    return moves.sorted { ($0.day, $0.player) < ($1.day, $1.player) }
  }
}
