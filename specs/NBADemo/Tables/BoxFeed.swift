/// `bdl_player_boxscores`: the second feed of box scores, those who played alone.
enum BoxFeed {
  static func rows(_ season: PlayedSeason, _ traps: TrapPlan) -> [PlayerRow] {
    var rows: [PlayerRow] = []
    rows.reserveCapacity(27_000)
    for game in season.games where !traps.withoutBoxFeed.contains(game.index) {
      for side in game.sides {
        for appearance in side.appearances where appearance.status == .active {
          rows.append(PlayerRow(appearance, side, game))
        }
      }
    }
    return rows
  }

  /// In two games of five this feed spells Brooklyn, Charlotte and Phoenix its own way, in
  /// `team_abbr` alone: its `game_id` is canonical.
  static func table(_ rows: [PlayerRow], _ words: SeasonWords, year: Int) -> SeasonTable {
    let box = BoxColumns(rows: rows) { $0.line }
    let identity: [SeasonColumn] = [
      .word("game_id", rows, of: words.gameIDs) { $0.game },
      .day("game_date", rows) { $0.day },
      .integer("season_year", rows) { _ in year },
      .word("player_lookup", rows, of: words.lookups) { $0.player },
      .word("player_name", rows, of: words.names) { $0.player },
      .word("team_abbr", rows, of: words.variedTricodes) { row in
        row.game % 5 < 2 ? words.variant(of: row.team) : row.team
      },
      .double("minutes", rows) { $0.decimalMinutes },
    ]
    return SeasonTable(
      "bdl_player_boxscores",
      identity + box.shooting + box.others + [
        .timestamp("processed_at", rows) { $0.processed }
      ])
  }
}
