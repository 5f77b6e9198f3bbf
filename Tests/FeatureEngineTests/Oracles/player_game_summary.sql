-- player_game_summary of 2022-23 from the published files alone, by domain 5.1.
-- $data: the folder of the Parquet files. One row per player and game: 25,894.
-- Columns that the sources cannot tell (props, blocks by zone, and-ones) are left out.
WITH
box AS (
  SELECT
    *,
    regexp_replace(lower(strip_accents(player_name)), '[^a-z0-9]', '', 'g') AS player_lookup,
    CAST(split_part(min_sec, ':', 1) AS DOUBLE) + CAST(split_part(min_sec, ':', 2) AS DOUBLE) / 60
      AS minutes
  FROM read_parquet($data || '/player_box_2022_23.parquet')
),
team AS (SELECT * FROM read_parquet($data || '/team_box_2022_23.parquet')),
-- At most 8 feet is the paint, else what is marked as a three, else mid-range.
shots AS (
  SELECT
    game_id, player_id,
    CASE
      WHEN shot_distance <= 8 THEN 'paint'
      WHEN shot_type LIKE '3PT%' OR shot_distance >= 23.75 THEN 'three'
      ELSE 'mid_range'
    END AS zone,
    shot_made
  FROM read_parquet($data || '/shots_2022_23.parquet')
),
zones AS (
  SELECT
    game_id, player_id, count(*) AS shots,
    count(*) FILTER (zone = 'paint') AS paint_attempts,
    count(*) FILTER (zone = 'paint' AND shot_made) AS paint_makes,
    count(*) FILTER (zone = 'mid_range') AS mid_range_attempts,
    count(*) FILTER (zone = 'mid_range' AND shot_made) AS mid_range_makes,
    count(*) FILTER (zone = 'three') AS three_pt_zone_attempts,
    count(*) FILTER (zone = 'three' AND shot_made) AS three_pt_zone_makes
  FROM shots
  GROUP BY game_id, player_id
),
charted AS (SELECT DISTINCT game_id FROM shots),
detail AS (
  SELECT game_id, player_id, coalesce(start_position, '') <> '' AS starter
  FROM read_parquet($data || '/boxscore_detail_2022_23.parquet')
),
namesakes AS (
  SELECT
    player_id,
    regexp_replace(lower(strip_accents(player)), '[^a-z0-9]', '', 'g') AS player_lookup
  FROM read_parquet($data || '/players.parquet')
)
SELECT
  box.player_lookup,
  box.player_lookup || '_' || lpad(
    CAST(1 + (
      SELECT count(*) FROM namesakes
      WHERE namesakes.player_lookup = box.player_lookup AND namesakes.player_id < box.player_id
    ) AS VARCHAR), 3, '0') AS universal_player_id,
  box.player_name AS player_full_name,
  strftime(box.game_date, '%Y%m%d') || '_'
    || CASE WHEN contains(box.matchup, '@') THEN box.team ELSE rival.team END || '_'
    || CASE WHEN contains(box.matchup, '@') THEN rival.team ELSE box.team END AS game_id,
  box.game_date,
  box.team AS team_abbr,
  rival.team AS opponent_team_abbr,
  2022 AS season_year,
  box.pts AS points,
  round(box.minutes, 1) AS minutes_played,
  box.ast AS assists,
  box.oreb AS offensive_rebounds,
  box.dreb AS defensive_rebounds,
  box.stl AS steals,
  box.blk AS blocks,
  box.tov AS turnovers,
  box.fga AS fg_attempts,
  box.fgm AS fg_makes,
  box.fg3a AS three_pt_attempts,
  box.fg3m AS three_pt_makes,
  box.fta AS ft_attempts,
  box.ftm AS ft_makes,
  box.plus_minus,
  box.pf AS personal_fouls,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(paint_attempts, 0) END AS paint_attempts,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(paint_makes, 0)
    ELSE misc.pts_paint // 2 END AS paint_makes,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(mid_range_attempts, 0) END
    AS mid_range_attempts,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(mid_range_makes, 0)
    ELSE round(scoring.pct_pts_2pt_mr * box.pts / 2) END AS mid_range_makes,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(three_pt_zone_attempts, 0) END
    AS three_pt_zone_attempts,
  CASE WHEN charted.game_id IS NOT NULL THEN coalesce(three_pt_zone_makes, 0) END
    AS three_pt_zone_makes,
  charted.game_id IS NOT NULL AND coalesce(zones.shots, 0) = box.fga AS has_complete_shot_zones,
  CASE WHEN charted.game_id IS NOT NULL THEN 'play_by_play' ELSE 'zone_points' END
    AS shot_zones_source,
  round(scoring.pct_ast_fgm * box.fgm) AS assisted_fg_makes,
  box.fgm - round(scoring.pct_ast_fgm * box.fgm) AS unassisted_fg_makes,
  CASE WHEN box.minutes > 0 THEN
    round(
      least(
        100,
        100 * (box.fga + 0.44 * box.fta + box.tov) * own.min
          / (box.minutes * (own.fga + 0.44 * own.fta + own.tov))), 2)
  END AS usage_rate,
  round(box.pts / nullif(2 * (box.fga + 0.44 * box.fta), 0), 3) AS ts_pct,
  round((box.fgm + 0.5 * box.fg3m) / nullif(box.fga, 0), 3) AS efg_pct,
  coalesce(detail.starter, box.minutes > 20) AS starter_flag,
  own.pts > rival.pts AS win_flag
FROM box
JOIN team AS own ON own.game_id = box.game_id AND own.team_id = box.team_id
JOIN team AS rival ON rival.game_id = box.game_id AND rival.team_id <> box.team_id
JOIN read_parquet($data || '/player_misc_2022_23.parquet') AS misc
  ON misc.game_id = box.game_id AND misc.player_id = box.player_id
JOIN read_parquet($data || '/player_scoring_2022_23.parquet') AS scoring
  ON scoring.game_id = box.game_id AND scoring.player_id = box.player_id
LEFT JOIN zones ON zones.game_id = box.game_id AND zones.player_id = box.player_id
LEFT JOIN charted ON charted.game_id = box.game_id
LEFT JOIN detail ON detail.game_id = box.game_id AND detail.player_id = box.player_id
ORDER BY box.game_date, box.player_lookup
