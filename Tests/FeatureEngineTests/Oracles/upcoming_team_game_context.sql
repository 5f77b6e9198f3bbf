-- upcoming_team_game_context of 2022-23 from the published files alone, by domain 5.5: both teams of
-- every game. No file has injury reports or distances, so that these columns are NULL.
-- $data: the folder of the Parquet files. 2,460 rows.
WITH
sides AS (
  SELECT
    own.game_id, own.game_date AS day, own.team, rival.team AS opponent,
    contains(own.matchup, 'vs.') AS at_home, own.pts - rival.pts AS margin,
    own.team_name
  FROM read_parquet($data || '/team_box_2022_23.parquet') AS own
  JOIN read_parquet($data || '/team_box_2022_23.parquet') AS rival
    ON rival.game_id = own.game_id AND rival.team <> own.team
),
-- Every game with the team's games before it, the newest first.
before AS (
  SELECT
    s.day, s.team, p.day AS played, p.margin,
    row_number() OVER (PARTITION BY s.day, s.team ORDER BY p.day DESC) AS nth
  FROM sides AS s
  JOIN sides AS p ON p.team = s.team AND p.day < s.day
),
history AS (
  SELECT
    day, team,
    max(played) AS last_day,
    count(*) AS games,
    count(*) FILTER (played >= day - 7) AS games_7,
    count(*) FILTER (played >= day - 14) AS games_14,
    max(margin) FILTER (nth = 1) AS last_margin,
    coalesce(min(nth) FILTER (margin < 0), count(*) + 1) - 1 AS wins,
    coalesce(min(nth) FILTER (margin > 0), count(*) + 1) - 1 AS losses
  FROM before
  GROUP BY day, team
),
names AS (
  SELECT DISTINCT team_name, team FROM sides
  UNION SELECT 'Los Angeles Clippers', 'LAC'
),
-- One bookmaker and one snapshot: at noon UTC, so before every tip-off that is known.
tip_offs AS (
  SELECT DISTINCT CAST(f.tipoff_utc - INTERVAL 8 HOUR AS DATE) AS day, h.team AS one, a.team AS other
  FROM read_parquet($data || '/schedule_utc_2022_23.parquet') AS f
  JOIN names AS h ON h.team_name = f.home_team
  JOIN names AS a ON a.team_name = f.away_team
),
lines AS (
  SELECT o.game_date AS day, n.team, o.ou, o.spread * n.side AS spread
  FROM (
    SELECT game_date, ou, spread, home AS own, away AS rival, row_index
    FROM read_parquet($data || '/odds_2022_23.parquet')
  ) AS o
  JOIN (
    SELECT team_name, team, -1 AS side, true AS is_home FROM names
    UNION ALL SELECT team_name, team, 1, false FROM names
  ) AS n ON n.team_name = CASE WHEN n.is_home THEN o.own ELSE o.rival END
),
known AS (
  SELECT sides.day, sides.team, lines.ou, lines.spread
  FROM sides
  JOIN lines USING (day, team)
  SEMI JOIN tip_offs
    ON tip_offs.day = sides.day
    AND least(one, other) = least(team, opponent) AND greatest(one, other) = greatest(team, opponent)
)
SELECT
  sides.team AS team_abbr,
  sides.day AS game_date,
  strftime(sides.day, '%Y%m%d') || '_'
    || CASE WHEN at_home THEN opponent || '_' || sides.team
      ELSE sides.team || '_' || opponent END AS game_id,
  2022 AS season_year,
  opponent AS opponent_team_abbr,
  at_home AS home_game,
  coalesce(sides.day - last_day = 1, false) AS is_back_to_back,
  coalesce(sides.day - last_day = 1, false) AS team_back_to_back,
  sides.day - last_day AS days_since_last_game,
  sides.day - last_day - 1 AS team_days_rest,
  coalesce(games, 0) + 1 AS game_number_in_season,
  coalesce(games_7, 0) AS games_in_last_7_days,
  coalesce(games_14, 0) AS games_in_last_14_days,
  spread AS game_spread,
  ou AS game_total,
  CASE WHEN spread IS NOT NULL THEN 'fanduel' END AS game_spread_source,
  CASE WHEN ou IS NOT NULL THEN 'fanduel' END AS game_total_source,
  spread - spread AS spread_movement,
  ou - ou AS total_movement,
  CASE WHEN spread IS NOT NULL THEN sides.day + INTERVAL 12 HOUR END AS betting_lines_updated_at,
  CAST(NULL AS BIGINT) AS starters_out_count,
  CAST(NULL AS BIGINT) AS questionable_players_count,
  coalesce(wins, 0) AS team_win_streak_entering,
  coalesce(losses, 0) AS team_loss_streak_entering,
  last_margin AS last_game_margin,
  CASE WHEN last_margin > 0 THEN 'W' WHEN last_margin < 0 THEN 'L' END AS last_game_result,
  CAST(NULL AS BIGINT) AS travel_miles,
  100.0 AS l7d_completeness_pct,
  100.0 AS l14d_completeness_pct,
  true AS all_windows_complete,
  'gold' AS quality_tier,
  coalesce(games_14, 0) AS expected_games_count,
  coalesce(games_14, 0) AS actual_games_count,
  sides.day - (SELECT min(day) FROM sides) < 30 AS early_season_flag
FROM sides
LEFT JOIN history ON history.day = sides.day AND history.team = sides.team
LEFT JOIN known ON known.day = sides.day AND known.team = sides.team
