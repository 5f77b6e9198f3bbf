/// When bookmakers are asked about a game, and how they quote.
struct Market: Sendable {
  static let bookmakers = ["draftkings", "fanduel", "betmgm"]

  /// American odds, from favourite to outsider.
  private static let prices = [-130, -125, -120, -115, -112, -110, -108, -105, -102, 100, 105]

  /// One round of questions; all bookmakers answer at the same moment.
  struct Snapshot: Sendable {
    let moment: Instant
    /// From 0 at the opening to 1 at tip-off; 2 after it.
    let stage: Double

    var isAfterTipOff: Bool { stage > 1 }
  }

  /// The day before, the morning, shortly before tip-off; for some games also after it.
  static func snapshots(
    of game: PlayedGame, _ traps: TrapPlan, _ random: inout SeasonRandom
  ) -> [Snapshot] {
    let tipOff = game.fixture.tipOff
    var snapshots = [
      Snapshot(moment: tipOff + -random.within(72_000...100_800), stage: 0),
      Snapshot(moment: tipOff + -random.within(18_000...28_800), stage: 0.6),
      Snapshot(moment: tipOff + -random.within(1200...2700), stage: 1),
    ]
    if traps.afterTipOff.contains(game.index) {
      snapshots.append(Snapshot(moment: tipOff + random.within(2400...6000), stage: 2))
    }
    return snapshots
  }

  /// Mostly between two whole numbers, so that few bets are void.
  static func line(near value: Double, _ random: inout SeasonRandom) -> Double {
    random.chance(0.14) ? max(value.rounded(), 1) : max(value.rounded(.down), 0) + 0.5
  }

  /// Prices of the two sides of a bet; they share the bookmaker's margin.
  static func pair(_ random: inout SeasonRandom) -> (over: Int, under: Int) {
    let place = random.within(1...9)
    return (prices[place], prices[10 - place])
  }
}
