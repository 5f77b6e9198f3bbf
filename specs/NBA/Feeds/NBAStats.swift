import FeatureSpec

/// The real seasons in `../shared/data`: box scores, shots, schedule and odds by season, as published
/// by the league's statistics site and collected in public repositories.
///
/// What the source does not have stays out: no second box score, no injury reports, no rosters, no
/// travel table. Raw rows are dated when the source had them, thirty hours after midnight of the day
/// of the game, so that loading again changes nothing.
enum NBAStats {
  static let feed = Feed(
    "nba-stats",
    summary: "Seasons of the NBA by season and table, one Parquet file each: --season 2022-23",
    files: files,
    loads: [
      FeedLoad(Schedule(), query: schedule),
      FeedLoad(GamebookPlayerStats(), query: gamebook),
      FeedLoad(TeamBoxScore(), query: teamBoxes),
      FeedLoad(PlayByPlay(), query: playByPlay),
      FeedLoad(PlayerZonePoints(), query: zonePoints),
      FeedLoad(OddsAPIPointsProps(), query: pointsProps),
      FeedLoad(GameLines(), query: gameLines),
      FeedLoad(PlayerRegistry(), query: registry),
      FeedLoad(Teams(), query: teams),
    ])

  private static let files = [
    FeedFile(
      "schedule", "schedule_{season}.parquet",
      columns: [
        ("season", .text), ("team", .text), ("game_id", .integer), ("game_date", .day),
        ("home_team", .text), ("away_team", .text),
      ]),
    FeedFile(
      "player_box", "player_box_{season}.parquet",
      columns: [
        ("season", .text), ("game_id", .integer), ("player_id", .integer),
        ("player_name", .text), ("team", .text), ("min_sec", .text), ("min", .double),
      ]
        + counts(
          "pts", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "reb", "ast", "stl",
          "blk", "tov", "pf", "plus_minus")),
    FeedFile(
      "team_box", "team_box_{season}.parquet",
      columns: [
        ("game_id", .integer), ("team_id", .integer), ("team", .text), ("team_name", .text),
        ("min", .double),
      ]
        + counts(
          "pts", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "reb", "ast", "stl",
          "blk", "tov", "pf", "plus_minus")),
    FeedFile(
      "teams", "teams.parquet",
      columns: [
        ("team", .text), ("team_name", .text), ("nickname", .text), ("last_season", .integer),
      ]),
    FeedFile(
      "players_directory", "players.parquet",
      columns: [("player_id", .integer), ("player", .text)]),
    FeedFile(
      "schedule_utc", "schedule_utc_{season}.parquet",
      columns: [("tipoff_utc", .timestamp), ("home_team", .text), ("away_team", .text)],
      isOptional: true),
    FeedFile(
      "boxscore_detail", "boxscore_detail_{season}.parquet",
      columns: [
        ("season", .text), ("game_id", .integer), ("player_id", .integer),
        ("player_name", .text), ("team", .text), ("start_position", .text), ("comment", .text),
        ("min", .text),
      ], isOptional: true),
    FeedFile(
      "player_misc", "player_misc_{season}.parquet",
      columns: [("game_id", .integer), ("player_id", .integer), ("pts_paint", .integer)],
      isOptional: true),
    FeedFile(
      "player_scoring", "player_scoring_{season}.parquet",
      columns: [
        ("game_id", .integer), ("player_id", .integer), ("pct_pts_2pt_mr", .double),
        ("pct_ast_fgm", .double),
      ], isOptional: true),
    FeedFile(
      "shots", "shots_{season}.parquet",
      columns: [
        ("game_id", .integer), ("game_event_id", .integer), ("game_date", .day),
        ("player_id", .integer), ("team_id", .integer), ("home_team", .text),
        ("period", .integer), ("minutes_remaining", .integer), ("seconds_remaining", .integer),
        ("action_type", .text), ("shot_type", .text), ("shot_distance", .double),
        ("shot_made", .boolean), ("loc_x", .double), ("loc_y", .double),
      ], isOptional: true),
    FeedFile(
      "odds", "odds_{season}.parquet",
      columns: [
        ("season", .text), ("row_index", .integer), ("game_date", .day), ("home", .text),
        ("away", .text), ("ou", .double), ("spread", .double), ("ml_home", .text),
        ("ml_away", .text),
      ], isOptional: true),
    FeedFile(
      "props", "props_{season}.parquet",
      columns: [
        ("player_name", .text), ("market", .text), ("bookmaker", .text), ("side", .text),
        ("line", .double), ("price", .integer), ("home_team", .text), ("away_team", .text),
        ("commence_utc", .timestamp), ("file_date", .text),
      ], isOptional: true),
  ]

  private static func counts(_ names: String...) -> [(name: String, type: ColumnType)] {
    names.map { ($0, .integer) }
  }
}
