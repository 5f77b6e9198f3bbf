/// Everyone who takes part in a season, before the first game.
struct League: Sendable {
  static let rosterSize = 16

  let players: [Player]
  /// Players of each team on opening night, best first.
  let rosters: [[Int]]
  let styles: [Style]

  /// What a team's coach adds to its players.
  struct Style: Sendable {
    /// Possessions against the league's: about 1.
    var tempo: Double
    /// Added to the makes of its own shots.
    var offence: Double
    /// Taken from the makes of its opponents in the paint, the mid-range and behind the arc.
    var defence: [Double]
  }

  /// - Parameter signings: players beyond the opening rosters, who join during the season.
  init(seed: UInt64, opening: CivilDay, signings: Int) {
    let teams = Franchise.all.count
    let names = PlayerName.draw(teams * Self.rosterSize + signings, seed: seed)
    var random = SeasonRandom(seed: seed, for: .franchises)
    var players: [Player] = []
    var rosters: [[Int]] = []
    var styles: [Style] = []
    func add(_ position: Player.Position, _ talent: Double) {
      let index = players.count
      players.append(
        .draw(
          names[index], at: position, talent: talent, opening: opening, seed: seed, index: index))
    }
    for _ in 0..<teams {
      let standing = 0.4 * random.normal()
      var positions = Self.positions
      random.shuffle(&positions)
      let first = players.count
      for (position, slot) in zip(positions, Self.talents) {
        add(position, slot + standing + 0.28 * random.normal())
      }
      rosters.append((first..<players.count).sorted { players[$0].talent > players[$1].talent })
      styles.append(.draw(standing, &random))
    }
    for _ in 0..<signings { add(random.element(of: Self.positions), random.between(-0.6, 0.2)) }
    self.players = players
    self.rosters = rosters
    self.styles = styles
  }

  private static let talents = [
    2.2, 1.3, 0.9, 0.6, 0.35, 0.1, -0.1, -0.3, -0.5, -0.7, -0.9, -1.05, -1.2, -1.35, -1.5, -1.7,
  ]

  private static let positions: [Player.Position] =
    Player.Position.allCases.flatMap { [$0, $0, $0] } + [.shootingGuard]
}

extension League.Style {
  static func draw(_ standing: Double, _ random: inout SeasonRandom) -> Self {
    Self(
      tempo: 1 + 0.02 * random.normal(), offence: 0.012 * standing + 0.006 * random.normal(),
      defence: [0.016, 0.014, 0.009].map { 0.014 * standing + $0 * random.normal() })
  }
}
