/// One team during one game.
struct GameSide: Sendable {
  let isHome: Bool
  let style: League.Style
  /// Added to every shot tonight: home floor, tired legs.
  let lift: Double
  /// The dressed players, best first.
  var players: [GamePlayer]
  /// Places in `players` of the five on court.
  var lineup: [Int]
  let starters: [Int]
  var score = 0
  /// Fouls in this period; from the fifth on they give free throws.
  var periodFouls = 0
  /// Turnovers that no player is charged with.
  var teamTurnovers = 0

  init(
    _ players: [GamePlayer], positions: [Player.Position], style: League.Style, lift: Double,
    isHome: Bool
  ) {
    self.players = players
    self.style = style
    self.lift = lift
    self.isHome = isHome
    starters = Self.starters(at: positions)
    lineup = starters
    for place in lineup { self.players[place].enteredAt = 0 }
  }

  /// The best two guards, two forwards and center among the dressed; anyone where one is missing.
  private static func starters(at positions: [Player.Position]) -> [Int] {
    var open = [2, 2, 1]
    var chosen: [Int] = []
    for (place, position) in positions.enumerated() {
      let group = position.rawValue / 2
      guard open[group] > 0 else { continue }
      open[group] -= 1
      chosen.append(place)
    }
    let others = positions.indices.filter { !chosen.contains($0) }
    return (chosen + others.prefix(5 - chosen.count)).sorted()
  }

  /// Someone on court by weight, other than `left`.
  func pick(
    _ random: inout SeasonRandom, without left: Int = -1, _ weight: (GamePlayer) -> Double
  ) -> Int {
    var total = 0.0
    for place in lineup where place != left { total += weight(players[place]) }
    var rest = random.unit() * total
    var last = lineup[0]
    for place in lineup where place != left {
      rest -= weight(players[place])
      last = place
      if rest < 0 { break }
    }
    return last
  }

  /// Sum of a weight over the five on court.
  func total(_ weight: (GamePlayer) -> Double) -> Double {
    lineup.reduce(0) { $0 + weight(players[$1]) }
  }
}

/// One dressed player during one game.
struct GamePlayer: Sendable {
  let id: Int
  let isCenter: Bool
  let shooting: Player.Shooting
  let hands: Player.Hands
  /// Share of the game he is meant to play: 0.75 is 36 minutes.
  let share: Double
  var line = BoxLine()
  /// Second of the game when he came on; `nil` on the bench.
  var enteredAt: Int?
  /// His team's lead at that moment.
  var leadAtEntry = 0

  /// His player's habits bent by form: `form` is a fraction of usage and a tenth of it in makes.
  init(_ player: Player, id: Int, share: Double, form: Double, _ random: inout SeasonRandom) {
    self.id = id
    self.share = share
    isCenter = player.position == .center
    hands = player.hands
    var shooting = player.shooting
    shooting.usage *= max(0.3, 1 + form + 0.12 * random.normal())
    let night = 0.1 * form + 0.012 * random.normal()
    shooting.touch = shooting.touch.map { $0 + night }
    self.shooting = shooting
  }

  /// How freely he fouls: less with every foul he has.
  var caution: Double { line.fouls < 3 ? 1 : line.fouls < 5 ? 0.7 : 0.2 }

  var hasFouledOut: Bool { line.fouls >= 6 }
}
