/// A player as he truly is: what the box scores are drawn from and no feed ever tells.
struct Player: Sendable {
  let name: PlayerName
  let position: Position
  let birth: CivilDay
  let isRookie: Bool

  /// Standing in the league: about 2 for a star, −1.7 for the end of the bench.
  let talent: Double
  let shooting: Shooting
  let hands: Hands

  enum Position: Int, CaseIterable, Sendable {
    case pointGuard, shootingGuard, smallForward, powerForward, center

    var abbreviation: String {
      switch self {
      case .pointGuard: "PG"
      case .shootingGuard: "SG"
      case .smallForward: "SF"
      case .powerForward: "PF"
      case .center: "C"
      }
    }
  }

  /// Where he shoots from and how well.
  struct Shooting: Sendable {
    /// Pull on the ball: his share of shots is this over the sum of the five on court.
    var usage: Double
    /// One weight per `ShotZone`.
    var mix: [Double]
    /// Makes above the league's rate from the paint, the mid-range and behind the arc.
    var touch: [Double]
    var freeThrow: Double
    /// Pull on fouls: 1 is the league's rate.
    var contact: Double
  }

  /// Weights of what he does beside shooting, against the others on court.
  struct Hands: Sendable {
    var passing, offensiveRebounding, defensiveRebounding, stealing, blocking: Double
    var losing, fouling: Double
  }
}

extension Player {
  static func draw(
    _ name: PlayerName, at position: Position, talent: Double, opening: CivilDay, seed: UInt64,
    index: Int
  ) -> Player {
    var random = SeasonRandom(seed: seed, for: .players, index)
    let isRookie = talent < 1.6 && random.chance(0.13)
    let years = isRookie ? random.between(19.2, 23) : 22.5 + 15 * random.unit() * random.unit()
    return Player(
      name: name, position: position, birth: opening + -Int(years * 365.25), isRookie: isRookie,
      talent: talent, shooting: .draw(position, talent, &random),
      hands: .draw(position, talent, &random))
  }
}

extension Player.Shooting {
  /// Shares by zone (rim, short, mid, corner three, arc three) before each player's own taste.
  private static let mixes: [[Double]] = [
    [0.22, 0.14, 0.18, 0.07, 0.39],
    [0.22, 0.11, 0.16, 0.12, 0.39],
    [0.25, 0.11, 0.15, 0.14, 0.35],
    [0.31, 0.13, 0.13, 0.13, 0.30],
    [0.50, 0.22, 0.13, 0.03, 0.12],
  ]

  static func draw(
    _ position: Player.Position, _ talent: Double, _ random: inout SeasonRandom
  ) -> Self {
    let big = position == .center
    let taste = [0.5, 0.4, 0.55, 0.4, 0.45]
    let mix = zip(mixes[position.rawValue], taste).map { share, spread in
      share * max(0.15, 1 + spread * random.normal())
    }
    let usage = 18.5 + 4.6 * talent + 2.6 * random.normal()
    let touch = [
      (big ? 0.03 : 0.0) + 0.011 * talent + 0.020 * random.normal(),
      0.008 * talent + 0.026 * random.normal(),
      (big ? -0.02 : 0.0) + 0.006 * talent + 0.018 * random.normal(),
    ]
    let freeThrow = (big ? 0.72 : 0.785) + 0.022 * talent + 0.06 * random.normal()
    return Self(
      usage: min(max(usage, 8), 38), mix: mix, touch: touch,
      freeThrow: min(max(freeThrow, 0.48), 0.935),
      contact: max(0.35, 1 + 0.14 * talent + 0.28 * random.normal()))
  }
}

extension Player.Hands {
  static func draw(
    _ position: Player.Position, _ talent: Double, _ random: inout SeasonRandom
  ) -> Self {
    let place = position.rawValue
    func weight(_ byPosition: [Double], spread: Double) -> Double {
      byPosition[place] * max(0.2, 1 + spread * random.normal())
    }
    return Self(
      passing: weight([3.2, 1.6, 1.3, 1.1, 1.2], spread: 0.35) * max(0.5, 1 + 0.28 * talent),
      offensiveRebounding: weight([0.5, 0.65, 1.0, 1.7, 3.0], spread: 0.3),
      defensiveRebounding: weight([1.0, 1.1, 1.4, 1.9, 2.6], spread: 0.22) * (1 + 0.08 * talent),
      stealing: weight([1.4, 1.3, 1.2, 1.0, 0.8], spread: 0.3),
      blocking: weight([0.35, 0.5, 0.8, 1.5, 3.0], spread: 0.4),
      losing: weight([1.25, 1.0, 0.95, 0.95, 1.05], spread: 0.15),
      fouling: weight([0.9, 0.95, 1.0, 1.2, 1.45], spread: 0.2))
  }
}
