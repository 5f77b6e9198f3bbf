/// `nbac_gamebook_player_stats`: everybody on both rosters, also those who did not play.
enum Gamebook {
  static func rows(_ season: PlayedSeason, _ traps: TrapPlan, seed: UInt64) -> [PlayerRow] {
    var random = SeasonRandom(seed: seed, for: .traps, 1)
    var rows: [PlayerRow] = []
    rows.reserveCapacity(40_000)
    for game in season.games where !traps.withoutGamebook.contains(game.index) {
      let delay = traps.late.contains(game.index) ? random.within(3...6) * 86_400 : 0
      for side in game.sides {
        for appearance in side.appearances {
          let spot = TrapPlan.Spot(game: game.index, player: appearance.player)
          guard !traps.missing.contains(spot) else { continue }
          var shown = appearance
          if traps.stray.contains(spot) { shown.status = .active }
          var row = PlayerRow(shown, side, game)
          row.writesSixty = random.chance(0.12)
          row.processed = row.processed + delay
          // Some rows of players left on the bench hold zeros instead of nothing.
          if shown.status == .dnp && random.chance(0.125) { row.line = BoxLine() }
          if random.chance(0.002) { row.processed = row.processed + 4 * 86_400 }
          rows.append(row)
        }
      }
    }
    return rows
  }

  static func table(_ rows: [PlayerRow], _ words: SeasonWords, year: Int) -> SeasonTable {
    let box = BoxColumns(rows: rows) { $0.line }
    let identity: [SeasonColumn] = [
      .word("game_id", rows, of: words.gameIDs) { $0.game },
      .word("nba_game_id", rows, of: words.officialIDs) { $0.game },
      .day("game_date", rows) { $0.day },
      .integer("season_year", rows) { _ in year },
      .word("player_lookup", rows, of: words.lookups) { $0.player },
      .word("player_name", rows, of: words.names) { $0.player },
      .word("team_abbr", rows, of: words.tricodes) { $0.team },
      .word("player_status", rows, of: Appearance.Status.words) { $0.status.rawValue },
      .boolean("starter", rows) { $0.isStarter },
      .text("minutes", rows) { $0.minutes },
      .double("minutes_decimal", rows) { $0.decimalMinutes },
    ]
    return SeasonTable(
      "nbac_gamebook_player_stats",
      identity + box.shooting + [box.totalRebounds] + box.others + [box.plusMinus]
        + [.timestamp("processed_at", rows) { $0.processed }])
  }
}
