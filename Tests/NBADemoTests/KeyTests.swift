import NBADemo
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    ("nbac_gamebook_player_stats", ["game_id", "player_lookup"]),
    ("bdl_player_boxscores", ["game_id", "player_lookup"]),
    ("nbac_team_boxscore", ["game_id", "team_abbr"]),
    ("nbac_schedule", ["game_id"]),
    ("nbac_injury_report", ["report_date", "report_hour", "game_date", "player_lookup"]),
    (
      "odds_api_player_points_props",
      ["game_date", "snapshot_timestamp", "bookmaker", "player_lookup"]
    ),
    (
      "bettingpros_player_points_props", ["game_date", "bet_side", "bookmaker", "player_lookup"]
    ),
    (
      "odds_api_game_lines",
      ["game_id", "snapshot_timestamp", "bookmaker_key", "market_key", "outcome_name"]
    ),
    ("espn_team_rosters", ["roster_date", "player_lookup"]),
    ("travel_distances", ["from_team", "to_team"]),
    ("player_registry", ["player_lookup", "season_year"]),
    ("teams", ["team_abbr"]),
    ("bigdataball_play_by_play", ["game_id", "event_number"]),
  ])
  func `keys are unique`(name: String, key: [String]) {
    let table = season.table(name)
    let keys = table.keys(key)
    #expect(Set(keys).count == table.rowCount)
  }

  @Test func `columns of a table are equally long and differently named`() {
    for table in season.tables + season.lateRows {
      #expect(table.columns.allSatisfy { $0.rowCount == table.rowCount })
      #expect(
        table.columns.allSatisfy { $0.validity == nil || $0.validity?.count == table.rowCount })
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    }
  }

  @Test func `dictionaries hold no word twice and no code without a word`() {
    for column in season.tables.flatMap(\.columns) {
      guard case .dictionary(let codes, let words) = column.values else { continue }
      #expect(Set(words).count == words.count)
      #expect(codes.allSatisfy { $0 < words.count })
    }
  }

  @Test func `only columns that may be NULL are`() {
    let nullable = Set([
      "minutes", "minutes_decimal", "points", "field_goals_made", "field_goals_attempted",
      "three_pointers_made", "three_pointers_attempted", "free_throws_made",
      "free_throws_attempted", "offensive_rebounds", "defensive_rebounds", "total_rebounds",
      "assists", "steals", "blocks", "turnovers", "personal_fouls", "plus_minus", "shot_type",
      "shot_distance", "player_2_lookup", "player_2_role", "home_team_score", "away_team_score",
      "winning_team_tricode",
    ])
    for table in season.tables {
      for column in table.columns where !nullable.contains(column.name) {
        #expect(!(0..<table.rowCount).contains { column.isNull(at: $0) })
      }
    }
  }
}
