-- player_shot_zone_analysis of 2022-23 from the published files alone, by domain 6.2 and 3.3: every
-- player with a game before the day, for every day with games from the fourteenth day of the season.
-- $data: the folder of the Parquet files. failure_category is NULL where the player has a row.
WITH
box AS (
  SELECT
    b.game_id, b.game_date, b.player_id, b.team, b.fgm, b.fga,
    regexp_replace(lower(strip_accents(b.player_name)), '[^a-z0-9]', '', 'g') AS player_lookup,
    round(s.pct_ast_fgm * b.fgm) AS assisted,
    b.pts,
    round(
      CAST(split_part(b.min_sec, ':', 1) AS DOUBLE)
        + CAST(split_part(b.min_sec, ':', 2) AS DOUBLE) / 60, 1) AS minutes
  FROM read_parquet($data || '/player_box_2022_23.parquet') AS b
  JOIN read_parquet($data || '/player_scoring_2022_23.parquet') AS s
    ON s.game_id = b.game_id AND s.player_id = b.player_id
),
zones AS (
  SELECT
    game_id, player_id, count(*) AS shots,
    count(*) FILTER (shot_distance <= 8) AS paint,
    count(*) FILTER (shot_distance <= 8 AND shot_made) AS paint_made,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%') AS three,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%' AND shot_made) AS three_made,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%') AS mid,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%' AND shot_made) AS mid_made
  FROM read_parquet($data || '/shots_2022_23.parquet')
  GROUP BY game_id, player_id
),
charted AS (
  SELECT DISTINCT game_id FROM read_parquet($data || '/shots_2022_23.parquet')
),
-- Games on the floor. Where the chart of shots does not cover a player's attempts, his zones count
-- in no rate.
played AS (
  SELECT
    box.*,
    charted.game_id IS NOT NULL AND coalesce(shots, 0) = fga AS complete,
    CASE WHEN complete THEN coalesce(paint, 0) END AS paint,
    CASE WHEN complete THEN coalesce(paint_made, 0) END AS paint_made,
    CASE WHEN complete THEN coalesce(mid, 0) END AS mid,
    CASE WHEN complete THEN coalesce(mid_made, 0) END AS mid_made,
    CASE WHEN complete THEN coalesce(three, 0) END AS three,
    CASE WHEN complete THEN coalesce(three_made, 0) END AS three_made
  FROM box
  LEFT JOIN charted ON charted.game_id = box.game_id
  LEFT JOIN zones ON zones.game_id = box.game_id AND zones.player_id = box.player_id
  WHERE box.minutes > 0 OR box.fga > 0 OR box.pts > 0
),
finals AS (
  SELECT DISTINCT team, game_date FROM read_parquet($data || '/team_box_2022_23.parquet')
),
opening AS (SELECT min(game_date) AS day FROM finals),
days AS (
  SELECT DISTINCT game_date AS day FROM finals WHERE game_date >= (SELECT day FROM opening) + 14
),
-- Known not to have played: listed so, or missing in the box score of the team he last appeared for.
absences AS (
  SELECT DISTINCT player_id, g.game_date
  FROM read_parquet($data || '/boxscore_detail_2022_23.parquet') AS d
  JOIN (
    SELECT DISTINCT game_id, game_date FROM read_parquet($data || '/team_box_2022_23.parquet')
  ) AS g USING (game_id)
  WHERE d.min IS NULL
  UNION
  SELECT candidates.player_id, candidates.game_date
  FROM (
    SELECT p.player_id, f.team, f.game_date
    FROM finals AS f
    CROSS JOIN (SELECT DISTINCT player_id FROM box) AS p
  ) AS candidates
  ASOF JOIN (SELECT player_id, team, game_date AS last_day FROM box) AS last
    ON last.player_id = candidates.player_id AND candidates.game_date > last.last_day
  ANTI JOIN box
    ON box.player_id = candidates.player_id AND box.game_date = candidates.game_date
  WHERE last.team = candidates.team
),
before AS (
  SELECT
    days.day, played.*,
    row_number() OVER (
      PARTITION BY days.day, played.player_id ORDER BY played.game_date DESC
    ) AS nth
  FROM days
  JOIN played ON played.game_date < days.day
),
windows AS (
  SELECT
    day, player_id,
    arg_max(player_lookup, game_date) AS player_lookup,
    arg_max(team, game_date) AS team,
    count(*) FILTER (nth <= 10) AS games_10,
    count(*) FILTER (nth <= 20) AS games_20,
    count(*) FILTER (nth <= 10 AND complete) AS zone_games_10,
    sum(paint) FILTER (nth <= 10) AS paint_10,
    sum(paint_made) FILTER (nth <= 10) AS paint_made_10,
    sum(mid) FILTER (nth <= 10) AS mid_10,
    sum(mid_made) FILTER (nth <= 10) AS mid_made_10,
    sum(three) FILTER (nth <= 10) AS three_10,
    sum(three_made) FILTER (nth <= 10) AS three_made_10,
    sum(paint) FILTER (nth <= 20) AS paint_20,
    sum(paint_made) FILTER (nth <= 20) AS paint_made_20,
    sum(paint + mid + three) FILTER (nth <= 20) AS shots_20,
    sum(fgm) FILTER (nth <= 10) AS makes_10,
    sum(assisted) FILTER (nth <= 10) AS assisted_10
  FROM before
  GROUP BY day, player_id
),
-- Every game of every team, and the team of the player's newest game up to it: NULL before his first.
belonging AS (
  SELECT p.player_id, f.team, f.game_date, last.team AS team_then
  FROM finals AS f
  CROSS JOIN (SELECT DISTINCT player_id FROM played) AS p
  ASOF LEFT JOIN (SELECT player_id, team, game_date AS last_day FROM played) AS last
    ON last.player_id = p.player_id AND f.game_date >= last.last_day
),
-- The games of his team at the time without those the player is known to have missed; the newest ten.
expected_games AS (
  SELECT
    windows.day, windows.player_id, games.game_date,
    row_number() OVER (
      PARTITION BY windows.day, windows.player_id ORDER BY games.game_date DESC
    ) AS nth
  FROM windows
  JOIN (SELECT * FROM belonging WHERE team_then IS NULL OR team = team_then) AS games
    ON games.player_id = windows.player_id AND games.game_date < windows.day
    AND games.team = coalesce(games.team_then, windows.team)
  ANTI JOIN absences
    ON absences.player_id = windows.player_id AND absences.game_date = games.game_date
),
completeness AS (
  SELECT e.day, e.player_id, count(*) AS expected, count(p.game_date) AS actual
  FROM expected_games AS e
  LEFT JOIN (SELECT DISTINCT player_id, game_date FROM played) AS p
    ON p.player_id = e.player_id AND p.game_date = e.game_date
  WHERE e.nth <= 10
  GROUP BY e.day, e.player_id
),
namesakes AS (
  SELECT
    player_id,
    regexp_replace(lower(strip_accents(player)), '[^a-z0-9]', '', 'g') AS player_lookup
  FROM read_parquet($data || '/players.parquet')
),
ids AS (
  SELECT
    w.player_id,
    w.player_lookup || '_' || lpad(CAST(1 + count(n.player_id) AS VARCHAR), 3, '0')
      AS universal_player_id
  FROM (SELECT DISTINCT player_id, player_lookup FROM windows) AS w
  LEFT JOIN namesakes AS n
    ON n.player_lookup = w.player_lookup AND n.player_id < w.player_id
  GROUP BY w.player_id, w.player_lookup
),
values_of_day AS (
  SELECT
    windows.*,
    coalesce(expected, 0) AS expected,
    coalesce(actual, 0) AS actual,
    paint_10 + mid_10 + three_10 AS shots_10,
    CASE WHEN coalesce(expected, 0) = 0 THEN 100 ELSE round(100 * actual / expected, 1) END
      AS percentage,
    day - (SELECT day FROM opening) < 30 AS is_bootstrap,
    month(day) IN (4, 10, 11) AS is_boundary
  FROM windows
  LEFT JOIN completeness USING (day, player_id)
),
rates AS (
  SELECT
    *,
    round(100 * paint_10 / nullif(shots_10, 0), 2) AS paint_rate,
    round(100 * mid_10 / nullif(shots_10, 0), 2) AS mid_rate,
    round(100 * three_10 / nullif(shots_10, 0), 2) AS three_rate
  FROM values_of_day
)
SELECT
  rates.player_lookup,
  ids.universal_player_id,
  rates.day AS analysis_date,
  CASE
    WHEN games_10 < 10 AND expected < 10 THEN 'EXPECTED_INCOMPLETE'
    WHEN games_10 < 10 THEN 'INCOMPLETE_UPSTREAM'
    WHEN percentage < 90 AND NOT is_bootstrap AND NOT is_boundary THEN 'INCOMPLETE_DATA'
  END AS failure_category,
  paint_rate AS paint_rate_last_10,
  mid_rate AS mid_range_rate_last_10,
  three_rate AS three_pt_rate_last_10,
  shots_10 AS total_shots_last_10,
  games_10 AS games_in_sample_10,
  CASE WHEN games_10 >= 10 THEN 'excellent' WHEN games_10 >= 7 THEN 'good'
    WHEN games_10 >= 5 THEN 'limited' ELSE 'insufficient' END AS sample_quality_10,
  round(paint_made_10 / nullif(paint_10, 0), 3) AS paint_pct_last_10,
  round(mid_made_10 / nullif(mid_10, 0), 3) AS mid_range_pct_last_10,
  round(three_made_10 / nullif(three_10, 0), 3) AS three_pt_pct_last_10,
  round(paint_10 / nullif(zone_games_10, 0), 1) AS paint_attempts_per_game,
  round(mid_10 / nullif(zone_games_10, 0), 1) AS mid_range_attempts_per_game,
  round(three_10 / nullif(zone_games_10, 0), 1) AS three_pt_attempts_per_game,
  CASE WHEN games_20 >= 15 THEN round(100 * paint_20 / nullif(shots_20, 0), 2) END
    AS paint_rate_last_20,
  CASE WHEN games_20 >= 15 THEN round(paint_made_20 / nullif(paint_20, 0), 3) END
    AS paint_pct_last_20,
  CASE WHEN games_20 >= 15 THEN games_20 END AS games_in_sample_20,
  CASE WHEN games_20 >= 20 THEN 'excellent' WHEN games_20 >= 15 THEN 'good' END
    AS sample_quality_20,
  round(100 * assisted_10 / nullif(makes_10, 0), 2) AS assisted_rate_last_10,
  round(100 * (makes_10 - assisted_10) / nullif(makes_10, 0), 2) AS unassisted_rate_last_10,
  CAST(NULL AS VARCHAR) AS player_position,
  CASE WHEN paint_rate IS NULL THEN NULL WHEN paint_rate >= 40 THEN 'paint'
    WHEN three_rate >= 40 THEN 'perimeter' WHEN mid_rate >= 35 THEN 'mid_range'
    ELSE 'balanced' END AS primary_scoring_zone,
  CASE WHEN games_10 >= 10 THEN 'high' WHEN games_10 >= 7 THEN 'medium' ELSE 'low' END
    AS data_quality_tier,
  nullif(
    concat_ws(
      '; ',
      CASE WHEN zone_games_10 < games_10 THEN
        'shot zones are known in ' || zone_games_10 || ' of ' || games_10 || ' games' END,
      CASE WHEN paint_10 = 0 THEN 'no paint attempts' END,
      CASE WHEN mid_10 = 0 THEN 'no mid-range attempts' END,
      CASE WHEN three_10 = 0 THEN 'no three-point attempts' END), '') AS calculation_notes,
  is_bootstrap AS early_season_flag,
  CASE WHEN percentage < 90 THEN actual || ' of ' || expected || ' expected games are there' END
    AS insufficient_data_reason,
  expected AS expected_games_count,
  actual AS actual_games_count,
  percentage AS completeness_percentage,
  expected - actual AS missing_games_count,
  percentage >= 90 AS is_production_ready,
  is_boundary AS season_boundary_detected,
  is_bootstrap AS backfill_bootstrap_mode
FROM rates
JOIN ids USING (player_id)
ORDER BY analysis_date, player_lookup
