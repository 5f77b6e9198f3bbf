/// `odds_api_player_points_props` and `bettingpros_player_points_props`: lines on a player's points.
struct PointsProps: Sendable {
  struct Quote: Sendable {
    let day: CivilDay
    let player: Int
    let bookmaker: Int
    let moment: Instant
    let line: Double
    let over: Int
    let under: Int
  }

  struct Best: Sendable {
    let day: CivilDay
    let player: Int
    var isOver = true
    let bookmaker: Int
    let line: Double
    let opening: Double
    let isActive: Bool
    var isBest = false
    let updated: Instant
  }

  private static let proBookmakers = ["betmgm", "caesars", "draftkings"]

  private var quotes: [Quote] = []
  private var bests: [Best] = []
  private let traps: TrapPlan

  init(_ season: PlayedSeason, _ traps: TrapPlan, seed: UInt64) {
    self.traps = traps
    quotes.reserveCapacity(150_000)
    bests.reserveCapacity(100_000)
    for game in season.games {
      var random = SeasonRandom(seed: seed, for: .market, game.index)
      let snapshots = Market.snapshots(of: game, traps, &random)
      for side in game.sides {
        for appearance in side.appearances {
          quote(appearance, game, snapshots, &random)
        }
      }
    }
  }

  /// Regulars have lines; so have those whom the morning still expects and the evening does not.
  private mutating func quote(
    _ appearance: Appearance, _ game: PlayedGame, _ snapshots: [Market.Snapshot],
    _ random: inout SeasonRandom
  ) {
    let isScratched = appearance.report == .scratched
    let expected = appearance.expectedPoints
    guard expected >= 6.5, appearance.status == .active || isScratched else { return }
    let opening = expected * (1 + 0.06 * random.normal()) + 0.4 * random.normal()
    let closing = opening + 0.7 * random.normal()
    let scored = Double(appearance.line.points)
    if random.chance(0.93) {
      for snapshot in snapshots where !isScratched || snapshot.stage < 1 {
        let center =
          snapshot.isAfterTipOff
          ? 0.3 * closing + 0.7 * scored : opening + (closing - opening) * snapshot.stage
        for bookmaker in Market.bookmakers.indices where !random.chance(0.1) {
          let price = Market.pair(&random)
          quotes.append(
            Quote(
              day: game.fixture.day, player: appearance.player, bookmaker: bookmaker,
              moment: snapshot.moment,
              line: Market.line(near: center + 0.4 * random.normal(), &random),
              over: price.over, under: price.under))
        }
      }
    }
    if !isScratched && random.chance(0.9) {
      rank(appearance.player, game, opening, closing, &random)
    }
  }

  /// Three bookmakers, both sides, and on each side the one line that is best for the bettor.
  private mutating func rank(
    _ player: Int, _ game: PlayedGame, _ opening: Double, _ closing: Double,
    _ random: inout SeasonRandom
  ) {
    let opener = Market.line(near: opening, &random)
    let offers = Self.proBookmakers.indices.map { bookmaker in
      Best(
        day: game.fixture.day, player: player, bookmaker: bookmaker,
        line: Market.line(near: closing + 0.4 * random.normal(), &random), opening: opener,
        isActive: !random.chance(0.05),
        updated: game.fixture.tipOff + -random.within(2400...18_000))
    }
    for isOver in [true, false] {
      let first = bests.count
      for var offer in offers {
        offer.isOver = isOver
        bests.append(offer)
      }
      let active = (first..<bests.count).filter { bests[$0].isActive }
      let best = active.min {
        isOver ? bests[$0].line < bests[$1].line : bests[$0].line > bests[$1].line
      }
      if let best { bests[best].isBest = true }
    }
  }

  func tables(_ words: SeasonWords) -> [SeasonTable] {
    [
      SeasonTable(
        "odds_api_player_points_props",
        [
          .day("game_date", quotes) { $0.day },
          .timestamp("snapshot_timestamp", quotes) { $0.moment },
          .word("bookmaker", quotes, of: Market.bookmakers) { $0.bookmaker },
          .word("player_lookup", quotes, of: words.lookups) { $0.player },
          .double("points_line", quotes) { $0.line },
          .integer("over_price", quotes) { $0.over },
          .integer("under_price", quotes) { $0.under },
          .timestamp("processed_at", quotes) { $0.moment + 120 },
        ]),
      SeasonTable(
        "bettingpros_player_points_props",
        [
          .day("game_date", bests) { $0.day },
          .word("market_type", bests, of: ["points"]) { _ in 0 },
          .word("bet_side", bests, of: ["over", "under"]) { $0.isOver ? 0 : 1 },
          .word("player_lookup", bests, of: words.lookups) { $0.player },
          .double("points_line", bests) { $0.line },
          .double("opening_line", bests) { $0.opening },
          .boolean("is_active", bests) { $0.isActive },
          .boolean("is_best_line", bests) { $0.isBest },
          .word("bookmaker", bests, of: Self.proBookmakers) { $0.bookmaker },
          .timestamp("bookmaker_last_update", bests) { $0.updated },
          .timestamp("processed_at", bests) { $0.updated + 600 },
        ]),
    ]
  }
}
