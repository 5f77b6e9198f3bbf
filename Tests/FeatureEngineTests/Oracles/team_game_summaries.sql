-- team_offense_game_summary (own columns) and team_defense_game_summary (opp_ and allowed columns) of
-- 2022-23 from the published files alone, by domain 5.2 and 5.3.
-- $data: the folder of the Parquet files. One row per team and game: 2,460.
WITH
team AS (SELECT * FROM read_parquet($data || '/team_box_2022_23.parquet')),
shots AS (
  SELECT
    game_id, team_id,
    count(*) AS shots,
    count(*) FILTER (shot_distance <= 8) AS paint_attempts,
    count(*) FILTER (shot_distance <= 8 AND shot_made) AS paint_makes,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%') AS three_attempts,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '3PT%' AND shot_made) AS three_makes,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%') AS mid_range_attempts,
    count(*) FILTER (shot_distance > 8 AND shot_type LIKE '2PT%' AND shot_made) AS mid_range_makes
  FROM read_parquet($data || '/shots_2022_23.parquet')
  GROUP BY game_id, team_id
),
players AS (
  SELECT game_id, team_id, sum(stl) AS steals, sum(dreb) AS defensive_rebounds
  FROM read_parquet($data || '/player_box_2022_23.parquet')
  GROUP BY game_id, team_id
),
-- Possessions at one decimal; the clock of a game is 48 minutes and 5 per overtime.
sides AS (
  SELECT
    team.*,
    shots.* EXCLUDE (game_id, team_id),
    players.* EXCLUDE (game_id, team_id),
    round(team.fga + 0.44 * team.fta + team.tov - team.oreb, 1) AS possessions_exact,
    round(team.pts / (2 * (team.fga + 0.44 * team.fta)), 3) AS true_shooting
  FROM team
  JOIN shots USING (game_id, team_id)
  JOIN players USING (game_id, team_id)
)
SELECT
  strftime(own.game_date, '%Y%m%d') || '_'
    || CASE WHEN contains(own.matchup, '@') THEN own.team || '_' || rival.team
      ELSE rival.team || '_' || own.team END AS game_id,
  '00' || own.game_id AS nba_game_id,
  own.game_date,
  own.team AS team_abbr,
  rival.team AS opponent_team_abbr,
  2022 AS season_year,
  own.pts AS points_scored,
  own.fga AS fg_attempts,
  own.fgm AS fg_makes,
  own.fg3a AS three_pt_attempts,
  own.fg3m AS three_pt_makes,
  own.fta AS ft_attempts,
  own.ftm AS ft_makes,
  own.reb AS rebounds,
  own.ast AS assists,
  own.tov AS turnovers,
  own.pf AS personal_fouls,
  own.paint_attempts AS team_paint_attempts,
  own.paint_makes AS team_paint_makes,
  own.mid_range_attempts AS team_mid_range_attempts,
  own.mid_range_makes AS team_mid_range_makes,
  2 * own.paint_makes AS points_in_paint_scored,
  round(100 * own.pts / own.possessions_exact, 2) AS offensive_rating,
  round(own.possessions_exact * 48 / own.min, 1) AS pace,
  round(own.possessions_exact) AS possessions,
  own.true_shooting AS ts_pct,
  contains(own.matchup, 'vs.') AS home_game,
  own.pts > rival.pts AS win_flag,
  own.pts - rival.pts AS margin_of_victory,
  CAST((own.min - 48) / 5 AS BIGINT) AS overtime_periods,
  rival.pts AS points_allowed,
  rival.fga AS opp_fg_attempts,
  rival.fgm AS opp_fg_makes,
  rival.fg3a AS opp_three_pt_attempts,
  rival.fg3m AS opp_three_pt_makes,
  rival.fta AS opp_ft_attempts,
  rival.ftm AS opp_ft_makes,
  rival.reb AS opp_rebounds,
  rival.ast AS opp_assists,
  rival.tov AS turnovers_forced,
  own.pf AS fouls_committed,
  rival.paint_attempts AS opp_paint_attempts,
  rival.paint_makes AS opp_paint_makes,
  rival.mid_range_attempts AS opp_mid_range_attempts,
  rival.mid_range_makes AS opp_mid_range_makes,
  rival.three_attempts AS opp_three_pt_zone_attempts,
  rival.three_makes AS opp_three_pt_zone_makes,
  rival.shots = rival.fga AS has_complete_shot_zones,
  2 * rival.paint_makes AS points_in_paint_allowed,
  2 * rival.mid_range_makes AS mid_range_points_allowed,
  3 * rival.fg3m AS three_pt_points_allowed,
  own.steals,
  own.defensive_rebounds,
  round(100 * rival.pts / rival.possessions_exact, 2) AS defensive_rating,
  round(rival.possessions_exact * 48 / rival.min, 1) AS opponent_pace,
  rival.true_shooting AS opponent_ts_pct
FROM sides AS own
JOIN sides AS rival ON rival.game_id = own.game_id AND rival.team_id <> own.team_id
ORDER BY own.game_date, own.team
