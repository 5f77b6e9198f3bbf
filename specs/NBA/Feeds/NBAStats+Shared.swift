extension NBAStats {
  /// `games`: one row per game, with its canonical id and the same reversed.
  ///
  /// The schedule has a row for each team. In a game on neutral ground each row calls its own team the
  /// away team; the home team is then the one that the row of the alphabetically first team names.
  static let games = """
    games AS (
      SELECT
        game_id,
        '00' || game_id AS official_id,
        any_value(game_date) AS game_date,
        any_value(CAST(left(season, 4) AS BIGINT)) AS season_year,
        arg_min(\(IngestSQL.tricode("home_team")), team) AS home,
        arg_min(\(IngestSQL.tricode("away_team")), team) AS away,
        strftime(any_value(game_date), '%Y%m%d') AS compact_day,
        compact_day || '_' || away || '_' || home AS canonical_id,
        compact_day || '_' || home || '_' || away AS reversed_id,
        any_value(game_date) + INTERVAL 30 HOUR AS processed_at
      FROM schedule
      GROUP BY game_id
    )
    """

  /// `players`: the key of every player of a season, by his id. Box scores name a player; lists of
  /// those who did not play name the others. A second id with the same key in a season gets its
  /// number after the key; no season of the sample has one.
  static let players = """
    names AS (
      SELECT CAST(left(season, 4) AS BIGINT) AS season_year, player_id, player_name, true AS played
      FROM player_box
      UNION ALL
      SELECT CAST(left(season, 4) AS BIGINT), player_id, player_name, false
      FROM boxscore_detail
    ),
    keys AS (
      SELECT
        season_year, player_id,
        coalesce(min(player_name) FILTER (played), min(player_name)) AS player_name
      FROM names
      GROUP BY season_year, player_id
    ),
    players AS (
      SELECT
        season_year, player_id, player_name,
        \(IngestSQL.playerKey("player_name")) AS folded,
        row_number() OVER (PARTITION BY season_year, folded ORDER BY player_id) AS place,
        CASE WHEN place = 1 THEN folded ELSE folded || place END AS player_lookup
      FROM keys
    )
    """

  /// `team_names`: full names, as several sources spell them, to tricodes.
  static let teamNames = """
    team_names AS (
      SELECT DISTINCT team_name, \(IngestSQL.tricode("team")) AS team
      FROM (
        SELECT team_name, team FROM team_box
        UNION ALL SELECT team_name, team FROM teams
        UNION ALL VALUES
          ('LA Clippers', 'LAC'), ('Los Angeles Clippers', 'LAC'), ('Charlotte Bobcats', 'CHA')
      )
    )
    """
}
