extension NBAStats {
  /// A gamebook has everybody, the box scores only those who appeared.
  ///
  /// Those who appeared come from `player_box`; starters, and those who did not play with the reason,
  /// from `boxscore_detail` where it has the game: DNP is a coach's decision on the day, DND and NWT
  /// (did not dress, not with the team) are inactive. Else a player belongs to the team he last
  /// appeared for, and is inactive in its games until he appears again: the published box score of
  /// such a game shows that he did not play. Nothing later than the game is used to tell.
  static let gamebook = """
    WITH \(games), \(players),
    detailed_games AS (SELECT DISTINCT game_id FROM boxscore_detail),
    appearances AS (
      SELECT
        games.season_year, p.player_id, p.team, games.game_date,
        lead(games.game_date) OVER (
          PARTITION BY games.season_year, p.player_id ORDER BY games.game_date
        ) AS next_day
      FROM player_box AS p
      JOIN games USING (game_id)
    ),
    listed AS (
      SELECT
        d.game_id, d.player_id, d.team, games.game_date,
        CASE WHEN starts_with(d.comment, 'DNP') THEN 'dnp' ELSE 'inactive' END AS player_status
      FROM boxscore_detail AS d
      JOIN games USING (game_id)
      WHERE d.min IS NULL
    ),
    missing AS (
      SELECT games.game_id, a.player_id, a.team, 'inactive' AS player_status
      FROM appearances AS a
      JOIN team_box USING (team)
      JOIN games
        ON games.game_id = team_box.game_id
        AND games.season_year = a.season_year
        AND games.game_date > a.game_date
        AND games.game_date < coalesce(a.next_day, DATE '9999-12-31')
      ANTI JOIN listed
        ON listed.player_id = a.player_id AND listed.game_date = games.game_date
    ),
    lines AS (
      SELECT
        p.game_id, p.player_id, p.team, 'active' AS player_status,
        CASE WHEN g.game_id IS NOT NULL THEN coalesce(d.start_position, '') <> '' END AS starter,
        p.min_sec, p.min, p.pts, p.fgm, p.fga, p.fg3m, p.fg3a, p.ftm, p.fta, p.oreb, p.dreb,
        p.reb, p.ast, p.stl, p.blk, p.tov, p.pf, p.plus_minus
      FROM player_box AS p
      LEFT JOIN detailed_games AS g USING (game_id)
      LEFT JOIN boxscore_detail AS d ON d.game_id = p.game_id AND d.player_id = p.player_id
      UNION ALL BY NAME
      SELECT game_id, player_id, team, player_status, false AS starter FROM listed
      UNION ALL BY NAME
      SELECT game_id, player_id, team, player_status, false AS starter FROM missing
    )
    SELECT
      games.canonical_id AS game_id,
      games.official_id AS nba_game_id,
      games.game_date,
      games.season_year,
      players.player_lookup,
      players.player_name,
      \(IngestSQL.tricode("lines.team")) AS team_abbr,
      lines.player_status,
      lines.starter,
      lines.min_sec AS minutes,
      lines.min AS minutes_decimal,
      lines.pts AS points,
      lines.fgm AS field_goals_made,
      lines.fga AS field_goals_attempted,
      lines.fg3m AS three_pointers_made,
      lines.fg3a AS three_pointers_attempted,
      lines.ftm AS free_throws_made,
      lines.fta AS free_throws_attempted,
      lines.oreb AS offensive_rebounds,
      lines.dreb AS defensive_rebounds,
      lines.reb AS total_rebounds,
      lines.ast AS assists,
      lines.stl AS steals,
      lines.blk AS blocks,
      lines.tov AS turnovers,
      lines.pf AS personal_fouls,
      lines.plus_minus,
      games.processed_at,
      coalesce(
        CASE WHEN games.game_id IS NULL THEN 'the game is not in the schedule' END,
        \(IngestSQL.refusedMinutes("lines.min_sec"))) AS refused
    FROM lines
    LEFT JOIN games USING (game_id)
    LEFT JOIN players USING (season_year, player_id)
    """

  /// `min` is that of the clock; the box score counts all five players.
  static let teamBoxes = """
    WITH \(games),
    boxes AS (SELECT * REPLACE (\(IngestSQL.tricode("team")) AS team) FROM team_box)
    SELECT
      games.canonical_id AS game_id,
      games.official_id AS nba_game_id,
      games.game_date,
      games.season_year,
      boxes.team AS team_abbr,
      boxes.team = games.home AS is_home,
      CAST(round(5 * boxes.min) AS BIGINT) || ':00' AS minutes,
      boxes.pts AS points,
      boxes.fgm AS field_goals_made,
      boxes.fga AS field_goals_attempted,
      boxes.fg3m AS three_pointers_made,
      boxes.fg3a AS three_pointers_attempted,
      boxes.ftm AS free_throws_made,
      boxes.fta AS free_throws_attempted,
      boxes.oreb AS offensive_rebounds,
      boxes.dreb AS defensive_rebounds,
      boxes.reb AS total_rebounds,
      boxes.ast AS assists,
      boxes.stl AS steals,
      boxes.blk AS blocks,
      boxes.tov AS turnovers,
      boxes.pf AS personal_fouls,
      boxes.plus_minus,
      games.processed_at,
      CASE
        WHEN games.game_id IS NULL THEN 'the game is not in the schedule'
        WHEN boxes.team NOT IN (games.home, games.away) THEN 'the team is not in the game'
      END AS refused
    FROM boxes
    LEFT JOIN games USING (game_id)
    """

  /// Points in the paint as published; the share of points from mid-range and the share of makes after
  /// a pass, brought back to whole points and makes.
  static let zonePoints = """
    WITH \(games), \(players)
    SELECT
      games.game_date,
      players.player_lookup,
      \(IngestSQL.tricode("box.team")) AS team_abbr,
      misc.pts_paint AS points_in_paint,
      CAST(round(scoring.pct_pts_2pt_mr * box.pts) AS BIGINT) AS points_mid_range,
      CAST(round(scoring.pct_ast_fgm * box.fgm) AS BIGINT) AS assisted_field_goals,
      box.fgm - assisted_field_goals AS unassisted_field_goals,
      games.processed_at,
      CASE
        WHEN games.game_id IS NULL THEN 'the game is not in the schedule'
        WHEN box.player_id IS NULL THEN 'the player is not in the box score'
        WHEN points_in_paint + points_mid_range + 3 * box.fg3m + box.ftm <> box.pts
          THEN 'the zones do not add up to the points'
      END AS refused
    FROM player_misc AS misc
    JOIN player_scoring AS scoring USING (game_id, player_id)
    LEFT JOIN player_box AS box USING (game_id, player_id)
    LEFT JOIN games USING (game_id)
    LEFT JOIN players USING (season_year, player_id)
    """
}
