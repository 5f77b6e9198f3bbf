/// `nbac_team_boxscore`: two rows per game.
enum TeamBox {
  private struct Row: Sendable {
    let game: PlayedGame
    let side: TeamGame
    let line: BoxLine
  }

  static func table(
    _ season: PlayedSeason, _ traps: TrapPlan, _ words: SeasonWords
  ) -> SeasonTable {
    let games = season.games.filter { !traps.withoutTeamBox.contains($0.index) }
    let rows = games.flatMap { game in
      game.sides.map { Row(game: game, side: $0, line: $0.line) }
    }
    let box = BoxColumns(rows: rows) { $0.line }
    let identity: [SeasonColumn] = [
      .word("game_id", rows, of: words.gameIDs) { $0.game.index },
      .word("nba_game_id", rows, of: words.officialIDs) { $0.game.index },
      .day("game_date", rows) { $0.game.fixture.day },
      .integer("season_year", rows) { _ in season.year },
      .word("team_abbr", rows, of: words.tricodes) { $0.side.team },
      .boolean("is_home", rows) { $0.side.isHome },
      .text("minutes", rows) { "\(240 + 25 * $0.game.overtimes):00" },
    ]
    return SeasonTable(
      "nbac_team_boxscore",
      identity + box.shooting + [box.totalRebounds] + box.others + [box.plusMinus]
        + [.timestamp("processed_at", rows) { $0.game.processed }])
  }
}
