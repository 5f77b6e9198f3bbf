/// `odds_api_game_lines`: spreads and totals, two outcomes a market, teams by their full names.
enum GameLines {
  private struct Row: Sendable {
    let game: PlayedGame
    let event: String
    let moment: Instant
    let bookmaker: Int
    let isTotal: Bool
    let outcome: String
    let price: Int
    let point: Double
  }

  static func table(_ season: PlayedSeason, _ traps: TrapPlan, seed: UInt64) -> SeasonTable {
    var rows: [Row] = []
    rows.reserveCapacity(46_000)
    for game in season.games where !traps.withoutLines.contains(game.index) {
      // The same first draws as for the props, hence the same moments.
      var random = SeasonRandom(seed: seed, for: .market, game.index)
      let snapshots = Market.snapshots(of: game, traps, &random)
      append(game, snapshots, to: &rows, &random)
    }
    return SeasonTable(
      "odds_api_game_lines",
      [
        .day("game_date", rows) { $0.game.fixture.day },
        .timestamp("snapshot_timestamp", rows) { $0.moment },
        .text("game_id", rows) { $0.event },
        .word("bookmaker_key", rows, of: Market.bookmakers) { $0.bookmaker },
        .word("market_key", rows, of: ["spreads", "totals"]) { $0.isTotal ? 1 : 0 },
        .text("outcome_name", rows) { $0.outcome },
        .integer("outcome_price", rows) { $0.price },
        .double("outcome_point", rows) { $0.point },
        .timestamp("processed_at", rows) { $0.moment + 120 },
      ])
  }

  private static func append(
    _ game: PlayedGame, _ snapshots: [Market.Snapshot], to rows: inout [Row],
    _ random: inout SeasonRandom
  ) {
    let event = identifier(&random)
    let (home, away) = (Franchise.all[game.fixture.home], Franchise.all[game.fixture.away])
    let drift = (margin: 1.2 * random.normal(), total: 1.6 * random.normal())
    let margin = game.expectedMargin + 0.8 * random.normal()
    let total = game.expectedTotal + 1.5 * random.normal()
    let result = (
      margin: game.home.score - game.away.score, total: game.home.score + game.away.score
    )
    for snapshot in snapshots {
      let after = snapshot.isAfterTipOff
      let lead = after ? Double(result.margin) * 0.7 : margin + drift.margin * snapshot.stage
      let sum = after ? Double(result.total) : total + drift.total * snapshot.stage
      for bookmaker in Market.bookmakers.indices {
        let spread = half(lead + 0.3 * random.normal())
        let over = half(sum + 0.4 * random.normal())
        let isFormal = Market.bookmakers[bookmaker] == "betmgm"
        func row(_ isTotal: Bool, _ outcome: String, _ price: Int, _ point: Double) -> Row {
          Row(
            game: game, event: event, moment: snapshot.moment, bookmaker: bookmaker,
            isTotal: isTotal, outcome: outcome, price: price, point: point)
        }
        let (spreads, totals) = (Market.pair(&random), Market.pair(&random))
        rows.append(row(false, isFormal ? home.marketName : home.name, spreads.over, -spread))
        rows.append(row(false, isFormal ? away.marketName : away.name, spreads.under, spread))
        rows.append(row(true, "Over", totals.over, over))
        rows.append(row(true, "Under", totals.under, over))
      }
    }
  }

  /// To the nearest half, and never −0.
  private static func half(_ value: Double) -> Double { (value * 2).rounded() / 2 + 0 }

  /// The vendor's own name of a game: 32 hexadecimal digits.
  private static func identifier(_ random: inout SeasonRandom) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<32).map { _ in digits[random.below(16)] })
  }
}
