/// Who is on court: minutes meant before the game and changes during it.
enum Rotation {
  /// Usual minutes of a healthy team, best player first.
  private static let minutes = [
    35, 33.5, 32, 30, 27.5, 23, 19.5, 15.5, 12, 8, 4, 1.5, 0.6,
  ]
  /// How much they differ from night to night, as a fraction.
  private static let spread = [
    0.08, 0.09, 0.1, 0.13, 0.17, 0.24, 0.3, 0.36, 0.45, 0.55, 0.7, 1, 1,
  ]

  /// Share of the game for each dressed player; they sum to 5, and some are 0.
  static func shares(of count: Int, _ random: inout SeasonRandom) -> [Double] {
    let meant = (0..<count).map { place -> Double in
      let drawn = minutes[place] * (1 + spread[place] * random.normal())
      return drawn < 3.5 ? 0 : drawn
    }
    let scale = 240 / meant.reduce(0, +)
    return meant.map { min($0 * scale, 42) / 48 }
  }
}

extension GameSide {
  /// Changes the five on court towards everybody's share of the game.
  ///
  /// A player on court stays until another is about four minutes more behind. Close games are
  /// finished by the best, decided ones by the bench.
  mutating func rotate(at clock: GameClock, lead: Int) {
    let isDecided = clock.period == 4 && clock.left < 480 && abs(lead) > 18 + clock.left / 40
    let isClosing = clock.period >= 4 && clock.left < 330 && abs(lead) <= 12
    let length = Double(2880 + max(0, clock.period - 4) * 300)
    let ahead = Double(clock.elapsed + 140) / length
    var need = players.map { player -> Double in
      // Below everyone else, yet eligible should nobody else be left.
      if player.hasFouledOut { return -100_000 }
      let played = player.line.seconds + (player.enteredAt.map { clock.elapsed - $0 } ?? 0)
      let isInTrouble = player.line.fouls > clock.period + 1 && clock.period < 4
      var need = player.share * length * ahead - Double(played)
      if player.enteredAt != nil { need += 250 }
      if isInTrouble { need -= 260 }
      if isClosing { need += 900 * player.share }
      if isDecided { need = -1500 * player.share + 0.3 * need }
      return need
    }
    var five: [Int] = []
    for _ in 0..<5 {
      var best = 0
      for place in 1..<need.count where need[place] > need[best] { best = place }
      if players[best].isCenter {
        for place in need.indices where players[place].isCenter { need[place] -= 240 }
      }
      need[best] = -.infinity
      five.append(best)
    }
    change(to: five, at: clock.elapsed, lead: lead)
  }

  /// Sends a player off who has his sixth foul; he stays when nobody is left to come on.
  mutating func sendOff(_ place: Int, at second: Int, lead: Int) {
    let bench = players.indices.filter { players[$0].enteredAt == nil && !players[$0].hasFouledOut }
    guard let next = bench.max(by: { players[$0].share < players[$1].share }) else { return }
    change(to: lineup.map { $0 == place ? next : $0 }, at: second, lead: lead)
  }

  /// Ends everyone's time on court.
  mutating func finish(at second: Int, lead: Int) { change(to: [], at: second, lead: lead) }

  private mutating func change(to five: [Int], at second: Int, lead: Int) {
    for place in lineup where !five.contains(place) {
      players[place].line.seconds += second - (players[place].enteredAt ?? second)
      players[place].line.plusMinus += lead - players[place].leadAtEntry
      players[place].enteredAt = nil
    }
    for place in five where players[place].enteredAt == nil {
      players[place].enteredAt = second
      players[place].leadAtEntry = lead
    }
    lineup = five
  }
}
