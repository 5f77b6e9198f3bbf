import DuckDB
import FeatureAlgebra

@testable import FeatureEngine

/// Rows from November 2022 on for the shipped specs, made by SQL: eight teams, four games a day, each player
/// left out on every eleventh day. No shots and no lines, so that zones stay unknown.
enum ShippedSeason {
  static let days = day(0)...day(19)

  /// The day of the season with this number; the first is 0.
  static func day(_ number: Int) -> Day {
    Day(ordinal: FeatureEngineTests.day("2022-11-01").ordinal + Int32(number))
  }

  /// The shipped processors that are run over it: two levels, of teams and of players, and none that takes
  /// long.
  static let processors = [
    "team_offense_game_summary", "player_game_summary", "team_defense_game_summary",
    "team_defense_zone_analysis", "player_shot_zone_analysis",
  ]

  /// A command over all days, for these processors alone.
  static func words(_ command: String, _ options: String...) -> [String] {
    [command, "--from", "\(days.lowerBound)", "--to", "\(days.upperBound)"] + options
      + processors.flatMap { ["--only", $0] }
  }

  /// Fills the raw tables of a warehouse that has them.
  ///
  /// - Parameter players: of each team.
  static func fill(_ warehouse: Warehouse, days: Int = 20, players: Int = 10) throws {
    try warehouse.connection.execute(games(days: days) + lines(players: players) + boxes)
    for (table, select) in [
      ("nbac_schedule", schedule), ("nbac_gamebook_player_stats", gamebook),
      ("nbac_team_boxscore", "FROM boxes"),
    ] {
      try warehouse.connection.execute(
        """
        INSERT INTO nba_raw.\(table) BY NAME
        SELECT *, game_date + INTERVAL 30 HOUR AS processed_at, 2022 AS season_year,
          LEFT(SHA256(CAST(line AS VARCHAR)), 16) AS data_hash
        FROM (\(select)) AS line
        """)
    }
  }

  private static func games(days: Int) -> String {
    """
    CREATE TEMPORARY TABLE games AS
    SELECT DATE '2022-11-01' + CAST(d AS INTEGER) AS game_date, d, i, 'g' || (d * 4 + i) AS game_id,
      teams[1 + (2 * i + d % 2) % 8] AS home, teams[1 + (2 * i + 1 + d % 2) % 8] AS away
    FROM RANGE(\(days)) AS days(d), RANGE(4) AS slots(i),
      (SELECT ['ATL', 'BOS', 'CHI', 'DAL', 'DEN', 'HOU', 'LAL', 'MIA'] AS teams);
    """
  }

  /// A player's line of a game; who does not play has no numbers.
  private static func lines(players: Int) -> String {
    """
    CREATE TEMPORARY TABLE lines AS
    SELECT game_date, game_id, team, is_home, LOWER(team) || 'player' || k AS player_lookup,
      (d + k) % 11 > 0 AS has_played, 1 + (d * 3 + k * 5 + i) % 9 AS makes, k % 2 AS threes,
      (d + k) % 5 AS throws, 2 + (k + d) % 6 AS misses, (d * k) % 7 AS others
    FROM (
      SELECT *, home AS team, TRUE AS is_home FROM games
      UNION ALL SELECT *, away AS team, FALSE AS is_home FROM games
    ), RANGE(\(players)) AS players(k);
    """
  }

  private static let gamebook = """
    SELECT game_date, game_id, game_id AS nba_game_id, player_lookup, player_lookup AS player_name,
      team AS team_abbr, CASE WHEN has_played THEN 'active' ELSE 'dnp' END AS player_status,
      CASE WHEN has_played THEN '24:00' END AS minutes,
      CASE WHEN has_played THEN 2 * makes + threes + throws END AS points,
      CASE WHEN has_played THEN makes END AS field_goals_made,
      CASE WHEN has_played THEN makes + misses END AS field_goals_attempted,
      CASE WHEN has_played THEN threes END AS three_pointers_made,
      CASE WHEN has_played THEN threes + 1 END AS three_pointers_attempted,
      CASE WHEN has_played THEN throws END AS free_throws_made,
      CASE WHEN has_played THEN throws END AS free_throws_attempted,
      CASE WHEN has_played THEN others END AS assists,
      CASE WHEN has_played THEN others END AS turnovers
    FROM lines
    """

  private static let boxes = """
    CREATE TEMPORARY TABLE boxes AS
    SELECT game_date, game_id, game_id AS nba_game_id, team AS team_abbr, is_home,
      '240:00' AS minutes, SUM(2 * makes + threes + throws) AS points,
      SUM(makes) AS field_goals_made, SUM(makes + misses) AS field_goals_attempted,
      SUM(threes) AS three_pointers_made, SUM(threes + 1) AS three_pointers_attempted,
      SUM(throws) AS free_throws_made, SUM(throws) AS free_throws_attempted,
      SUM(others) AS assists, SUM(others) AS turnovers
    FROM lines WHERE has_played GROUP BY ALL;
    """

  private static let schedule = """
    SELECT game_date, game_id, game_id AS nba_game_id, 3 AS game_status, 'Final' AS game_status_text,
      home AS home_team_tricode, away AS away_team_tricode, ours.points AS home_team_score,
      theirs.points AS away_team_score
    FROM games
    JOIN boxes AS ours USING (game_date, game_id)
    JOIN boxes AS theirs USING (game_date, game_id)
    WHERE ours.team_abbr = home AND theirs.team_abbr = away
    """
}
