/// `nbac_schedule`: every game as played, and the stale rows of those that were moved.
enum Schedule {
  private struct Row: Sendable {
    let game: PlayedGame
    let id: String
    let day: CivilDay
    let tipOff: Instant
    let processed: Instant
    var isStale = false

    func score(_ side: TeamGame) -> Int? { isStale ? nil : side.score }

    var status: String {
      if isStale { return "PPD" }
      switch game.overtimes {
      case 0: return "Final"
      case 1: return "Final/OT"
      default: return "Final/OT\(game.overtimes)"
      }
    }
  }

  static func table(_ season: PlayedSeason, _ words: SeasonWords) -> SeasonTable {
    let rows = season.games.flatMap(rows).sorted {
      ($0.tipOff, $0.game.fixture.number) < ($1.tipOff, $1.game.fixture.number)
    }
    return SeasonTable(
      "nbac_schedule",
      [
        .text("game_id", rows) { $0.id },
        .word("nba_game_id", rows, of: words.officialIDs) { $0.game.index },
        .day("game_date", rows) { $0.day },
        .integer("game_status", rows) { $0.isStale ? 1 : 3 },
        .text("game_status_text", rows) { $0.status },
        .word("home_team_tricode", rows, of: words.tricodes) { $0.game.fixture.home },
        .word("away_team_tricode", rows, of: words.tricodes) { $0.game.fixture.away },
        .integer("home_team_score", rows) { $0.score($0.game.home) },
        .integer("away_team_score", rows) { $0.score($0.game.away) },
        .word("winning_team_tricode", rows, of: words.tricodes) {
          $0.isStale ? -1 : $0.game.winner
        },
        .boolean("is_primetime", rows) { $0.game.fixture.isPrimetime },
        .boolean("is_playoffs", rows) { _ in false },
        .integer("season_year", rows) { _ in season.year },
        .timestamp("start_time", rows) { $0.tipOff },
        .timestamp("processed_at", rows) { $0.processed },
      ])
  }

  private static func rows(of game: PlayedGame) -> [Row] {
    let fixture = game.fixture
    let played = Row(
      game: game, id: fixture.id, day: fixture.day, tipOff: fixture.tipOff,
      processed: game.processed)
    guard let old = fixture.postponedFrom else { return [played] }
    let stale = Row(
      game: game, id: fixture.id(on: old.day), day: old.day, tipOff: old.tipOff,
      processed: old.day.at(hours: 16), isStale: true)
    return [stale, played]
  }
}
