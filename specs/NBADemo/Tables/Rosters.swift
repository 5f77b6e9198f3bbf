/// `espn_team_rosters`: every team's list once a week, from the Wednesday before opening night.
enum Rosters {
  private struct Row: Sendable {
    let day: CivilDay
    let team: Int
    let player: Int
  }

  static func table(_ season: PlayedSeason, _ words: SeasonWords) -> SeasonTable {
    var rosters = season.league.rosters
    var coming = season.moves[...]
    var rows: [Row] = []
    for offset in stride(from: -6, to: SeasonDays.span, by: 7) {
      let day = season.days.opening + offset
      while let move = coming.first, move.day <= day {
        PlayedSeason.apply(move, to: &rosters, season.league)
        coming.removeFirst()
      }
      for (team, roster) in rosters.enumerated() {
        rows += roster.sorted().map { Row(day: day, team: team, player: $0) }
      }
    }
    let players = season.league.players
    return SeasonTable(
      "espn_team_rosters",
      [
        .day("roster_date", rows) { $0.day },
        .word("team_abbr", rows, of: words.tricodes) { $0.team },
        .word("player_lookup", rows, of: words.lookups) { $0.player },
        .word("player_name", rows, of: words.names) { $0.player },
        .day("birth_date", rows) { players[$0.player].birth },
        .text("position", rows) { players[$0.player].position.abbreviation },
        .timestamp("processed_at", rows) { $0.day.at(hours: 12) },
      ])
  }
}
