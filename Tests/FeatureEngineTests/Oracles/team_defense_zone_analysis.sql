-- team_defense_zone_analysis of 2022-23 from the published files alone, by domain 6.1 and 3.3: every
-- team for every day with games from the fourteenth day of the season.
-- $data: the folder of the Parquet files. failure_category is NULL where the team has a row.
-- Blocks by zone are NULL: the sources do not tell who blocked which shot.
WITH
team AS (SELECT * FROM read_parquet($data || '/team_box_2022_23.parquet')),
zones AS (
  SELECT
    game_id, team_id, count(*) AS shots,
    count(*) FILTER (shot_distance <= 8) AS paint,
    count(*) FILTER (shot_distance <= 8 AND shot_made) AS paint_made,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%') AS three,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%' AND shot_made) AS three_made,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%') AS mid,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%' AND shot_made) AS mid_made
  FROM read_parquet($data || '/shots_2022_23.parquet')
  GROUP BY game_id, team_id
),
-- What each team allowed in each game: its rival's line.
defended AS (
  SELECT
    own.team, own.game_date, rival.pts, rival.fga, zones.* EXCLUDE (game_id, team_id),
    round(
      100 * rival.pts / round(rival.fga + 0.44 * rival.fta + rival.tov - rival.oreb, 1), 2)
      AS rating,
    round(
      round(rival.fga + 0.44 * rival.fta + rival.tov - rival.oreb, 1) * 48 / rival.min, 1)
      AS pace
  FROM team AS own
  JOIN team AS rival ON rival.game_id = own.game_id AND rival.team_id <> own.team_id
  LEFT JOIN zones ON zones.game_id = rival.game_id AND zones.team_id = rival.team_id
),
opening AS (SELECT min(game_date) AS day FROM team),
days AS (
  SELECT DISTINCT game_date AS day FROM team WHERE game_date >= (SELECT day FROM opening) + 14
),
before AS (
  SELECT
    days.day, defended.*, shots IS NOT NULL AND shots = fga AS complete,
    row_number() OVER (PARTITION BY days.day, team ORDER BY game_date DESC) AS nth
  FROM days
  JOIN defended ON defended.game_date < days.day
),
month AS (
  SELECT
    day, team,
    sum(paint_made) FILTER (complete) / nullif(sum(paint) FILTER (complete), 0) AS paint,
    sum(mid_made) FILTER (complete) / nullif(sum(mid) FILTER (complete), 0) AS mid,
    sum(three_made) FILTER (complete) / nullif(sum(three) FILTER (complete), 0) AS three
  FROM before
  WHERE game_date >= day - 30
  GROUP BY day, team
  HAVING count(*) >= 10
),
league AS (
  SELECT
    days.day,
    CASE WHEN count(paint) >= 10 THEN avg(paint) ELSE 0.580 END AS paint,
    CASE WHEN count(mid) >= 10 THEN avg(mid) ELSE 0.410 END AS mid,
    CASE WHEN count(three) >= 10 THEN avg(three) ELSE 0.355 END AS three
  FROM days
  LEFT JOIN month USING (day)
  GROUP BY days.day
),
windows AS (
  SELECT
    day, team, count(*) AS games, count(*) FILTER (complete) AS zone_games,
    sum(paint) FILTER (complete) AS paint, sum(paint_made) FILTER (complete) AS paint_made,
    sum(mid) FILTER (complete) AS mid, sum(mid_made) FILTER (complete) AS mid_made,
    sum(three) FILTER (complete) AS three, sum(three_made) FILTER (complete) AS three_made,
    sum(CAST(round(100 * rating) AS BIGINT)) / (100 * count(*)) AS rating,
    sum(CAST(round(10 * pace) AS BIGINT)) / (10 * count(*)) AS pace,
    sum(pts) / count(*) AS points
  FROM before
  WHERE nth <= 15
  GROUP BY day, team
),
-- The schedule holds exactly the games that were played, so all expected games are there.
completeness AS (
  SELECT days.day, team.team, least(count(*), 15) AS expected
  FROM days
  JOIN team ON team.game_date < days.day
  GROUP BY days.day, team.team
),
compared AS (
  SELECT
    w.*, c.expected,
    round(w.paint_made / nullif(w.paint, 0), 3) AS paint_rate,
    round(w.mid_made / nullif(w.mid, 0), 3) AS mid_rate,
    round(w.three_made / nullif(w.three, 0), 3) AS three_rate,
    round((w.paint_made / nullif(w.paint, 0) - l.paint) * 100, 2) AS paint_against,
    round((w.mid_made / nullif(w.mid, 0) - l.mid) * 100, 2) AS mid_against,
    round((w.three_made / nullif(w.three, 0) - l.three) * 100, 2) AS three_against,
    w.day - (SELECT day FROM opening) < 30 AS is_bootstrap
  FROM windows AS w
  JOIN league AS l USING (day)
  JOIN completeness AS c USING (day, team)
)
SELECT
  team AS team_abbr,
  day AS analysis_date,
  CASE
    WHEN games < 15 THEN 'INSUFFICIENT_DATA'
    WHEN games < 0.9 * expected AND NOT is_bootstrap THEN 'INCOMPLETE_DATA'
  END AS failure_category,
  paint_rate AS paint_pct_allowed_last_15,
  round(paint / zone_games, 1) AS paint_attempts_allowed_per_game,
  round(2 * paint_made / zone_games, 1) AS paint_points_allowed_per_game,
  CAST(NULL AS DOUBLE) AS paint_blocks_per_game,
  paint_against AS paint_defense_vs_league_avg,
  mid_rate AS mid_range_pct_allowed_last_15,
  round(mid / zone_games, 1) AS mid_range_attempts_allowed_per_game,
  CAST(NULL AS DOUBLE) AS mid_range_blocks_per_game,
  mid_against AS mid_range_defense_vs_league_avg,
  three_rate AS three_pt_pct_allowed_last_15,
  round(three / zone_games, 1) AS three_pt_attempts_allowed_per_game,
  CAST(NULL AS DOUBLE) AS three_pt_blocks_per_game,
  three_against AS three_pt_defense_vs_league_avg,
  round(rating, 2) AS defensive_rating_last_15,
  round(points, 1) AS opponent_points_per_game,
  round(pace, 1) AS opponent_pace,
  games AS games_in_sample,
  CASE
    WHEN paint_against <= mid_against AND paint_against <= three_against THEN 'paint'
    WHEN mid_against <= three_against THEN 'mid_range'
    ELSE 'perimeter'
  END AS strongest_zone,
  CASE
    WHEN paint_against >= mid_against AND paint_against >= three_against THEN 'paint'
    WHEN mid_against >= three_against THEN 'mid_range'
    ELSE 'perimeter'
  END AS weakest_zone,
  CASE WHEN games >= 15 THEN 'high' WHEN games >= 10 THEN 'medium' ELSE 'low' END
    AS data_quality_tier,
  CASE WHEN zone_games < games THEN
    'shot zones are known in ' || zone_games || ' of ' || games || ' games' END
    AS calculation_notes,
  is_bootstrap AS early_season_flag,
  expected AS expected_games_count,
  games AS actual_games_count,
  100.0 AS completeness_percentage,
  month(day) IN (4, 10, 11) AS season_boundary_detected
FROM compared
ORDER BY analysis_date, team_abbr
