extension NBAStats {
  /// A game is final when both teams have a box score. Tip-off is known where the fixture list has the
  /// two teams on that day; its times are UTC, and eight hours earlier it is still the day of the game
  /// everywhere. Games that were put off are in the schedule only on the day they were played.
  static let schedule = """
    WITH \(games), \(teamNames),
    scores AS (SELECT game_id, \(IngestSQL.tricode("team")) AS team, pts FROM team_box),
    fixtures AS (
      SELECT
        CAST(f.tipoff_utc - INTERVAL 8 HOUR AS DATE) AS game_date,
        least(h.team, a.team) AS one,
        greatest(h.team, a.team) AS other,
        min(f.tipoff_utc) AS tipoff
      FROM schedule_utc AS f
      JOIN team_names AS h ON h.team_name = f.home_team
      JOIN team_names AS a ON a.team_name = f.away_team
      GROUP BY ALL
    )
    SELECT
      games.canonical_id AS game_id,
      games.official_id AS nba_game_id,
      games.game_date,
      CASE WHEN h.pts IS NOT NULL AND a.pts IS NOT NULL THEN 3 ELSE 1 END AS game_status,
      CASE WHEN h.pts IS NOT NULL AND a.pts IS NOT NULL THEN 'Final' ELSE 'Scheduled' END
        AS game_status_text,
      games.home AS home_team_tricode,
      games.away AS away_team_tricode,
      h.pts AS home_team_score,
      a.pts AS away_team_score,
      CASE WHEN h.pts > a.pts THEN games.home WHEN h.pts < a.pts THEN games.away END
        AS winning_team_tricode,
      CAST(NULL AS BOOLEAN) AS is_primetime,
      false AS is_playoffs,
      games.season_year,
      fixtures.tipoff AS start_time,
      games.processed_at,
      CASE WHEN games.home = games.away THEN 'a team plays itself' END AS refused
    FROM games
    LEFT JOIN scores AS h ON h.game_id = games.game_id AND h.team = games.home
    LEFT JOIN scores AS a ON a.game_id = games.game_id AND a.team = games.away
    LEFT JOIN fixtures
      ON fixtures.game_date = games.game_date
      AND fixtures.one = least(games.home, games.away)
      AND fixtures.other = greatest(games.home, games.away)
    """

  /// Shots only: no free throws, no passes, no blocks. Shots under an id that the schedule does not
  /// have (five games of 2020-21 under 22000000) go to the game of that day and home team. A game whose
  /// shots are not all there is refused whole: half a game would pass for a known zero. Repeated shots
  /// are real tips, so nothing is removed; events are numbered by the clock, then by all they hold.
  static let playByPlay = """
    WITH \(games), \(players),
    attempts AS (SELECT game_id, sum(fga) AS attempts FROM team_box GROUP BY game_id),
    teams_by_id AS (
      SELECT DISTINCT team_id, \(IngestSQL.tricode("team")) AS team FROM team_box
    ),
    located AS (
      SELECT shots.* EXCLUDE (game_id), coalesce(known.game_id, moved.game_id) AS game_id
      FROM shots
      LEFT JOIN games AS known ON known.game_id = shots.game_id
      LEFT JOIN games AS moved
        ON moved.game_date = shots.game_date
        AND moved.home = \(IngestSQL.tricode("shots.home_team"))
        AND known.game_id IS NULL
    ),
    numbered AS (
      SELECT
        located.*,
        count(*) OVER (PARTITION BY located.game_id) AS shots_of_game,
        row_number() OVER (
          PARTITION BY located.game_id
          ORDER BY
            period, minutes_remaining DESC, seconds_remaining DESC, game_event_id, team_id,
            player_id, action_type, shot_type, shot_distance, loc_x, loc_y, shot_made
        ) AS event_number
      FROM located
    )
    SELECT
      games.reversed_id AS game_id,
      games.game_date,
      shot.event_number,
      'shot' AS event_type,
      lower(shot.action_type) AS event_subtype,
      shot.shot_made,
      left(shot.shot_type, 3) AS shot_type,
      shot.shot_distance,
      players.player_lookup AS player_1_lookup,
      teams_by_id.team AS player_1_team,
      CAST(NULL AS VARCHAR) AS player_2_lookup,
      CAST(NULL AS VARCHAR) AS player_2_role,
      games.home AS home_team_abbr,
      games.away AS away_team_abbr,
      games.processed_at,
      CASE
        WHEN games.game_id IS NULL THEN 'the game is not in the schedule'
        WHEN players.player_id IS NULL THEN 'the shooter is in no box score'
        WHEN shot.shots_of_game <> attempts.attempts
          THEN 'the shots of the game are not all there'
      END AS refused
    FROM numbered AS shot
    LEFT JOIN games USING (game_id)
    LEFT JOIN attempts USING (game_id)
    LEFT JOIN players USING (season_year, player_id)
    LEFT JOIN teams_by_id USING (team_id)
    """
}
