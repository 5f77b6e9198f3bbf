/// The tables that do not change during a season: `travel_distances`, `player_registry`, `teams`.
enum Reference {
  static func tables(
    _ season: PlayedSeason, _ traps: TrapPlan, _ words: SeasonWords
  ) -> [SeasonTable] {
    [travel, registry(season, traps, words), teams]
  }

  private static var travel: SeasonTable {
    let teams = Franchise.all.indices
    let pairs = teams.flatMap { from in teams.filter { $0 != from }.map { (from: from, to: $0) } }
    return SeasonTable(
      "travel_distances",
      [
        .word("from_team", pairs, of: Franchise.tricodes) { $0.from },
        .word("to_team", pairs, of: Franchise.tricodes) { $0.to },
        .double("distance_miles", pairs) {
          Travel.miles(from: Franchise.all[$0.from], to: Franchise.all[$0.to])
        },
        .integer("time_zones_crossed", pairs) {
          Travel.zonesCrossed(from: Franchise.all[$0.from], to: Franchise.all[$0.to])
        },
      ])
  }

  /// One row per player and season; veterans are also there for the season before.
  private static func registry(
    _ season: PlayedSeason, _ traps: TrapPlan, _ words: SeasonWords
  ) -> SeasonTable {
    let players = season.league.players
    let known = players.indices.filter { !traps.unregistered.contains($0) }
    let rows = known.flatMap { player -> [(player: Int, year: Int)] in
      let veteran = players[player].isRookie ? [] : [(player: player, year: season.year - 1)]
      return veteran + [(player: player, year: season.year)]
    }
    return SeasonTable(
      "player_registry",
      [
        .word("player_lookup", rows, of: words.lookups) { $0.player },
        .integer("season_year", rows) { $0.year },
        .word("universal_player_id", rows, of: words.lookups.map { "\($0)_001" }) { $0.player },
        .integer("nba_player_id", rows) { 1_630_000 + 17 * $0.player },
      ])
  }

  private static var teams: SeasonTable {
    SeasonTable(
      "teams",
      [
        .text("team_abbr", Franchise.all) { $0.tricode },
        .text("team_name", Franchise.all) { $0.name },
        .text("city", Franchise.all) { $0.city },
        .text("nickname", Franchise.all) { $0.nickname },
      ])
  }
}
