-- Over the stored games, contexts and zone analyses, and the counts of stored_player_windows.sql.
WITH season AS (SELECT min(game_date) AS opening FROM nba_raw.nbac_schedule),
games AS (
  SELECT
    w.player_lookup, w.day, g.*,
    row_number() OVER (PARTITION BY w.player_lookup, w.day ORDER BY g.game_date DESC) AS nth
  FROM stored_player_windows AS w
  JOIN nba_analytics.player_game_summary AS g
    ON g.player_lookup = w.player_lookup AND g.game_date < w.day
      AND g.game_date >= (SELECT opening FROM season)
  WHERE g.is_active AND (g.minutes_played > 0 OR g.fg_attempts > 0 OR g.points > 0)
),
form AS (
  SELECT
    player_lookup, day, count(*) AS games, arg_max(universal_player_id, game_date) AS id,
    avg(points) FILTER (nth <= 5) AS p5, avg(points) FILTER (nth <= 10) AS p10, avg(points) AS p82,
    stddev_samp(points) FILTER (nth <= 10) AS sd10, avg(minutes_played) FILTER (nth <= 10) AS m10,
    avg(usage_rate) FILTER (nth <= 10) AS u10, avg(usage_rate) AS u82,
    avg(ts_pct) FILTER (nth <= 10) AS ts10,
    sum(assisted_fg_makes) FILTER (nth <= 10) AS assisted,
    sum(unassisted_fg_makes) FILTER (nth <= 10) AS unassisted
  FROM games WHERE nth <= 82 GROUP BY ALL
),
team_days AS (
  SELECT DISTINCT team_abbr, game_date AS day FROM nba_analytics.upcoming_player_game_context
),
team_games AS (
  SELECT
    t.team_abbr, t.day, o.pace, o.offensive_rating,
    row_number() OVER (PARTITION BY t.team_abbr, t.day ORDER BY o.game_date DESC) AS nth
  FROM team_days AS t
  JOIN nba_analytics.team_offense_game_summary AS o
    ON o.team_abbr = t.team_abbr AND o.game_date < t.day
      AND o.game_date >= (SELECT opening FROM season)
),
team AS (
  SELECT team_abbr, day, avg(pace) AS pace, avg(offensive_rating) AS rating
  FROM team_games WHERE nth <= 10 GROUP BY ALL
)
SELECT
  c.player_lookup, c.game_date AS cache_date,
  CASE
    WHEN coalesce(games, 0) < 5 THEN 'INSUFFICIENT_DATA'
    WHEN least(l5_pct, l10_pct, l7d_pct, l14d_pct) < 90 AND days_in >= 30
      AND month(c.game_date) NOT IN (4, 10, 11) THEN 'INCOMPLETE_DATA'
  END AS failure_category,
  coalesce(id, c.universal_player_id) AS universal_player_id,
  round(p5, 1) AS points_avg_last_5, round(p10, 1) AS points_avg_last_10,
  round(p82, 1) AS points_avg_season, round(sd10, 2) AS points_std_last_10,
  round(m10, 1) AS minutes_avg_last_10, round(u10, 2) AS usage_rate_last_10,
  round(ts10, 3) AS ts_pct_last_10, games AS games_played_season,
  round(team.pace, 1) AS team_pace_last_10, round(team.rating, 2) AS team_off_rating_last_10,
  round(u82, 2) AS player_usage_rate_season, c.games_in_last_7_days, c.games_in_last_14_days,
  c.minutes_in_last_7_days, c.minutes_in_last_14_days, c.back_to_backs_last_14_days,
  c.avg_minutes_per_game_last_7, c.fourth_quarter_minutes_last_7, c.player_age,
  s.primary_scoring_zone, s.paint_rate_last_10, s.three_pt_rate_last_10,
  round(100.0 * assisted / nullif(assisted + unassisted, 0), 2) AS assisted_rate_last_10,
  s.player_lookup IS NOT NULL AS shot_zone_data_available, l5_pct AS cache_quality_score,
  CASE
    WHEN l5_pct >= 95 THEN 'gold' WHEN l5_pct >= 75 THEN 'silver' WHEN l5_pct >= 50 THEN 'bronze'
    WHEN l5_pct >= 25 THEN 'poor' ELSE 'unusable' END AS quality_tier,
  games < 10 AS early_season_flag,
  CASE WHEN games < 10 THEN 'only ' || games || ' games this season' END
    AS insufficient_data_reason,
  l5 AS expected_games_count, l5_there AS actual_games_count, l5_pct AS completeness_percentage,
  least(l5_pct, l10_pct, l7d_pct, l14d_pct) >= 90 AS is_production_ready,
  l5_pct AS l5_completeness_pct, l5_there >= l5 AS l5_is_complete,
  l10_pct AS l10_completeness_pct, l10_there >= l10 AS l10_is_complete,
  l7d_pct AS l7d_completeness_pct, l7d_there >= l7d AS l7d_is_complete,
  l14d_pct AS l14d_completeness_pct, l14d_there >= l14d AS l14d_is_complete,
  least(l5_pct, l10_pct, l7d_pct, l14d_pct) >= 90 AS all_windows_complete
FROM nba_analytics.upcoming_player_game_context AS c
JOIN stored_player_windows AS w ON w.player_lookup = c.player_lookup AND w.day = c.game_date
LEFT JOIN form ON form.player_lookup = c.player_lookup AND form.day = c.game_date
LEFT JOIN team ON team.team_abbr = c.team_abbr AND team.day = c.game_date
LEFT JOIN nba_precompute.player_shot_zone_analysis AS s
  ON s.player_lookup = c.player_lookup AND s.analysis_date = c.game_date
WHERE w.days_in >= 14
