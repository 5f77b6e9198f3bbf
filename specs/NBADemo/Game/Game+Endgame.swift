/// The last half minute of a close game, which is played unlike the rest.
extension Game {
  enum Plan: Equatable {
    case usual
    /// Behind by one shot with one possession left: take it, from where it ties or wins.
    case tie(ShotZone)
    /// The other side must foul to get the ball back.
    case sendToLine
    /// Ahead and safe: let the clock run out.
    case hold
  }

  mutating func plan(for attack: GameSide, against defence: GameSide) -> Plan {
    guard clock.period >= 4 && clock.left <= 28 else { return .usual }
    switch attack.score - defence.score {
    case 1...5 where clock.left > 2: return .sendToLine
    case 1...: return .hold
    case -3 where clock.left <= 24: return .tie(.arcThree)
    case -2 where clock.left <= 24: return .tie(random.chance(0.75) ? .rim : .arcThree)
    case -1 where clock.left <= 24: return .tie(random.chance(0.5) ? .rim : .mid)
    default: return .usual
    }
  }
}
