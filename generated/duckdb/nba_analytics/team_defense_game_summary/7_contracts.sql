-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."team_defense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."defending_team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points_allowed" < 50
        OR "target"."points_allowed" > 200
        OR "target"."opp_fg_attempts" < 0
        OR "target"."opp_fg_attempts" > 200
        OR "target"."opp_fg_makes" < 0
        OR "target"."opp_fg_makes" > 120
        OR "target"."opp_three_pt_attempts" < 0
        OR "target"."opp_three_pt_attempts" > 120
        OR "target"."opp_three_pt_makes" < 0
        OR "target"."opp_three_pt_makes" > 80
        OR "target"."opp_ft_attempts" < 0
        OR "target"."opp_ft_attempts" > 120
        OR "target"."opp_ft_makes" < 0
        OR "target"."opp_ft_makes" > 120
        OR "target"."opp_rebounds" < 0
        OR "target"."opp_rebounds" > 150
        OR "target"."opp_assists" < 0
        OR "target"."opp_assists" > 100
        OR "target"."turnovers_forced" < 0
        OR "target"."turnovers_forced" > 60
        OR "target"."fouls_committed" < 0
        OR "target"."fouls_committed" > 80
        OR "target"."opp_paint_attempts" < 0
        OR "target"."opp_paint_attempts" > 200
        OR "target"."opp_paint_makes" < 0
        OR "target"."opp_paint_makes" > 120
        OR "target"."opp_mid_range_attempts" < 0
        OR "target"."opp_mid_range_attempts" > 200
        OR "target"."opp_mid_range_makes" < 0
        OR "target"."opp_mid_range_makes" > 120
        OR "target"."opp_three_pt_zone_attempts" < 0
        OR "target"."opp_three_pt_zone_attempts" > 200
        OR "target"."opp_three_pt_zone_makes" < 0
        OR "target"."opp_three_pt_zone_makes" > 120
        OR "target"."has_complete_shot_zones" IS NULL
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR "target"."points_in_paint_allowed" < 0
        OR "target"."points_in_paint_allowed" > 200
        OR "target"."mid_range_points_allowed" < 0
        OR "target"."mid_range_points_allowed" > 200
        OR "target"."three_pt_points_allowed" < 0
        OR "target"."three_pt_points_allowed" > 240
        OR "target"."second_chance_points_allowed" < 0
        OR "target"."second_chance_points_allowed" > 200
        OR "target"."fast_break_points_allowed" < 0
        OR "target"."fast_break_points_allowed" > 200
        OR "target"."blocks_paint" < 0
        OR "target"."blocks_paint" > 60
        OR "target"."blocks_mid_range" < 0
        OR "target"."blocks_mid_range" > 60
        OR "target"."blocks_three_pt" < 0
        OR "target"."blocks_three_pt" > 60
        OR "target"."steals" < 0
        OR "target"."steals" > 60
        OR "target"."defensive_rebounds" < 0
        OR "target"."defensive_rebounds" > 120
        OR "target"."defensive_rating" < 0
        OR "target"."defensive_rating" > 300
        OR "target"."opponent_pace" < 0
        OR "target"."opponent_pace" > 200
        OR "target"."opponent_ts_pct" < 0
        OR "target"."opponent_ts_pct" > 2
        OR "target"."home_game" IS NULL
        OR "target"."margin_of_victory" < -150
        OR "target"."margin_of_victory" > 150
        OR "target"."overtime_periods" < 0
        OR "target"."overtime_periods" > 10
        OR "target"."players_inactive" < 0
        OR "target"."players_inactive" > 30
        OR "target"."starters_inactive" < 0
        OR "target"."starters_inactive" > 5
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR "target"."source_team_boxscore_completeness_pct" < 0
        OR "target"."source_team_boxscore_completeness_pct" > 100
        OR "target"."source_gamebook_players_completeness_pct" < 0
        OR "target"."source_gamebook_players_completeness_pct" > 100
        OR "target"."source_bdl_players_completeness_pct" < 0
        OR "target"."source_bdl_players_completeness_pct" > 100
        OR NOT "target"."defending_team_abbr" <> "target"."opponent_team_abbr"
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."team_defense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."defending_team_abbr"
      FROM "nba_analytics"."team_defense_game_summary" AS "target"
      WHERE "target"."game_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', defending_team_abbr=',
        COALESCE("target"."defending_team_abbr", '∅')
      ) AS "example",
      [
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."defending_team_abbr" IS NULL THEN 'defending_team_abbr is present' END,
        CASE WHEN "target"."opponent_team_abbr" IS NULL THEN 'opponent_team_abbr is present' END,
        CASE WHEN "target"."season_year" IS NULL THEN 'season_year is present' END,
        CASE
          WHEN "target"."season_year" < 1946 OR "target"."season_year" > 2100
            THEN 'season_year is within 1946...2100'
        END,
        CASE
          WHEN "target"."points_allowed" < 50 OR "target"."points_allowed" > 200
            THEN 'points_allowed is within 50...200'
        END,
        CASE
          WHEN "target"."opp_fg_attempts" < 0 OR "target"."opp_fg_attempts" > 200
            THEN 'opp_fg_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."opp_fg_makes" < 0 OR "target"."opp_fg_makes" > 120
            THEN 'opp_fg_makes is within 0...120'
        END,
        CASE
          WHEN "target"."opp_three_pt_attempts" < 0 OR "target"."opp_three_pt_attempts" > 120
            THEN 'opp_three_pt_attempts is within 0...120'
        END,
        CASE
          WHEN "target"."opp_three_pt_makes" < 0 OR "target"."opp_three_pt_makes" > 80
            THEN 'opp_three_pt_makes is within 0...80'
        END,
        CASE
          WHEN "target"."opp_ft_attempts" < 0 OR "target"."opp_ft_attempts" > 120
            THEN 'opp_ft_attempts is within 0...120'
        END,
        CASE
          WHEN "target"."opp_ft_makes" < 0 OR "target"."opp_ft_makes" > 120
            THEN 'opp_ft_makes is within 0...120'
        END,
        CASE
          WHEN "target"."opp_rebounds" < 0 OR "target"."opp_rebounds" > 150
            THEN 'opp_rebounds is within 0...150'
        END,
        CASE
          WHEN "target"."opp_assists" < 0 OR "target"."opp_assists" > 100
            THEN 'opp_assists is within 0...100'
        END,
        CASE
          WHEN "target"."turnovers_forced" < 0 OR "target"."turnovers_forced" > 60
            THEN 'turnovers_forced is within 0...60'
        END,
        CASE
          WHEN "target"."fouls_committed" < 0 OR "target"."fouls_committed" > 80
            THEN 'fouls_committed is within 0...80'
        END,
        CASE
          WHEN "target"."opp_paint_attempts" < 0 OR "target"."opp_paint_attempts" > 200
            THEN 'opp_paint_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."opp_paint_makes" < 0 OR "target"."opp_paint_makes" > 120
            THEN 'opp_paint_makes is within 0...120'
        END,
        CASE
          WHEN "target"."opp_mid_range_attempts" < 0 OR "target"."opp_mid_range_attempts" > 200
            THEN 'opp_mid_range_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."opp_mid_range_makes" < 0 OR "target"."opp_mid_range_makes" > 120
            THEN 'opp_mid_range_makes is within 0...120'
        END,
        CASE
          WHEN "target"."opp_three_pt_zone_attempts" < 0
              OR "target"."opp_three_pt_zone_attempts" > 200
            THEN 'opp_three_pt_zone_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."opp_three_pt_zone_makes" < 0 OR "target"."opp_three_pt_zone_makes" > 120
            THEN 'opp_three_pt_zone_makes is within 0...120'
        END,
        CASE
          WHEN "target"."has_complete_shot_zones" IS NULL THEN 'has_complete_shot_zones is present'
        END,
        CASE
          WHEN NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
            THEN 'shot_zones_source is one of the declared words'
        END,
        CASE
          WHEN "target"."points_in_paint_allowed" < 0 OR "target"."points_in_paint_allowed" > 200
            THEN 'points_in_paint_allowed is within 0...200'
        END,
        CASE
          WHEN "target"."mid_range_points_allowed" < 0 OR "target"."mid_range_points_allowed" > 200
            THEN 'mid_range_points_allowed is within 0...200'
        END,
        CASE
          WHEN "target"."three_pt_points_allowed" < 0 OR "target"."three_pt_points_allowed" > 240
            THEN 'three_pt_points_allowed is within 0...240'
        END,
        CASE
          WHEN "target"."second_chance_points_allowed" < 0
              OR "target"."second_chance_points_allowed" > 200
            THEN 'second_chance_points_allowed is within 0...200'
        END,
        CASE
          WHEN "target"."fast_break_points_allowed" < 0
              OR "target"."fast_break_points_allowed" > 200
            THEN 'fast_break_points_allowed is within 0...200'
        END,
        CASE
          WHEN "target"."blocks_paint" < 0 OR "target"."blocks_paint" > 60
            THEN 'blocks_paint is within 0...60'
        END,
        CASE
          WHEN "target"."blocks_mid_range" < 0 OR "target"."blocks_mid_range" > 60
            THEN 'blocks_mid_range is within 0...60'
        END,
        CASE
          WHEN "target"."blocks_three_pt" < 0 OR "target"."blocks_three_pt" > 60
            THEN 'blocks_three_pt is within 0...60'
        END,
        CASE
          WHEN "target"."steals" < 0 OR "target"."steals" > 60 THEN 'steals is within 0...60'
        END,
        CASE
          WHEN "target"."defensive_rebounds" < 0 OR "target"."defensive_rebounds" > 120
            THEN 'defensive_rebounds is within 0...120'
        END,
        CASE
          WHEN "target"."defensive_rating" < 0 OR "target"."defensive_rating" > 300
            THEN 'defensive_rating is within 0...300'
        END,
        CASE
          WHEN "target"."opponent_pace" < 0 OR "target"."opponent_pace" > 200
            THEN 'opponent_pace is within 0...200'
        END,
        CASE
          WHEN "target"."opponent_ts_pct" < 0 OR "target"."opponent_ts_pct" > 2
            THEN 'opponent_ts_pct is within 0...2'
        END,
        CASE WHEN "target"."home_game" IS NULL THEN 'home_game is present' END,
        CASE
          WHEN "target"."margin_of_victory" < -150 OR "target"."margin_of_victory" > 150
            THEN 'margin_of_victory is within -150...150'
        END,
        CASE
          WHEN "target"."overtime_periods" < 0 OR "target"."overtime_periods" > 10
            THEN 'overtime_periods is within 0...10'
        END,
        CASE
          WHEN "target"."players_inactive" < 0 OR "target"."players_inactive" > 30
            THEN 'players_inactive is within 0...30'
        END,
        CASE
          WHEN "target"."starters_inactive" < 0 OR "target"."starters_inactive" > 5
            THEN 'starters_inactive is within 0...5'
        END,
        CASE
          WHEN NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
            THEN 'data_quality_tier is one of the declared words'
        END,
        CASE WHEN NOT ISFINITE("target"."quality_score") THEN 'quality_score is finite' END,
        CASE
          WHEN "target"."quality_score" < 0.0e0 OR "target"."quality_score" > 100.0e0
            THEN 'quality_score is within 0...100'
        END,
        CASE
          WHEN "target"."source_team_boxscore_completeness_pct" < 0
              OR "target"."source_team_boxscore_completeness_pct" > 100
            THEN 'source_team_boxscore_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_gamebook_players_completeness_pct" < 0
              OR "target"."source_gamebook_players_completeness_pct" > 100
            THEN 'source_gamebook_players_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_bdl_players_completeness_pct" < 0
              OR "target"."source_bdl_players_completeness_pct" > 100
            THEN 'source_bdl_players_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT "target"."defending_team_abbr" <> "target"."opponent_team_abbr"
            THEN 'a team does not play itself'
        END
      ] AS "contracts"
    FROM "nba_analytics"."team_defense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."defending_team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points_allowed" < 50
        OR "target"."points_allowed" > 200
        OR "target"."opp_fg_attempts" < 0
        OR "target"."opp_fg_attempts" > 200
        OR "target"."opp_fg_makes" < 0
        OR "target"."opp_fg_makes" > 120
        OR "target"."opp_three_pt_attempts" < 0
        OR "target"."opp_three_pt_attempts" > 120
        OR "target"."opp_three_pt_makes" < 0
        OR "target"."opp_three_pt_makes" > 80
        OR "target"."opp_ft_attempts" < 0
        OR "target"."opp_ft_attempts" > 120
        OR "target"."opp_ft_makes" < 0
        OR "target"."opp_ft_makes" > 120
        OR "target"."opp_rebounds" < 0
        OR "target"."opp_rebounds" > 150
        OR "target"."opp_assists" < 0
        OR "target"."opp_assists" > 100
        OR "target"."turnovers_forced" < 0
        OR "target"."turnovers_forced" > 60
        OR "target"."fouls_committed" < 0
        OR "target"."fouls_committed" > 80
        OR "target"."opp_paint_attempts" < 0
        OR "target"."opp_paint_attempts" > 200
        OR "target"."opp_paint_makes" < 0
        OR "target"."opp_paint_makes" > 120
        OR "target"."opp_mid_range_attempts" < 0
        OR "target"."opp_mid_range_attempts" > 200
        OR "target"."opp_mid_range_makes" < 0
        OR "target"."opp_mid_range_makes" > 120
        OR "target"."opp_three_pt_zone_attempts" < 0
        OR "target"."opp_three_pt_zone_attempts" > 200
        OR "target"."opp_three_pt_zone_makes" < 0
        OR "target"."opp_three_pt_zone_makes" > 120
        OR "target"."has_complete_shot_zones" IS NULL
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR "target"."points_in_paint_allowed" < 0
        OR "target"."points_in_paint_allowed" > 200
        OR "target"."mid_range_points_allowed" < 0
        OR "target"."mid_range_points_allowed" > 200
        OR "target"."three_pt_points_allowed" < 0
        OR "target"."three_pt_points_allowed" > 240
        OR "target"."second_chance_points_allowed" < 0
        OR "target"."second_chance_points_allowed" > 200
        OR "target"."fast_break_points_allowed" < 0
        OR "target"."fast_break_points_allowed" > 200
        OR "target"."blocks_paint" < 0
        OR "target"."blocks_paint" > 60
        OR "target"."blocks_mid_range" < 0
        OR "target"."blocks_mid_range" > 60
        OR "target"."blocks_three_pt" < 0
        OR "target"."blocks_three_pt" > 60
        OR "target"."steals" < 0
        OR "target"."steals" > 60
        OR "target"."defensive_rebounds" < 0
        OR "target"."defensive_rebounds" > 120
        OR "target"."defensive_rating" < 0
        OR "target"."defensive_rating" > 300
        OR "target"."opponent_pace" < 0
        OR "target"."opponent_pace" > 200
        OR "target"."opponent_ts_pct" < 0
        OR "target"."opponent_ts_pct" > 2
        OR "target"."home_game" IS NULL
        OR "target"."margin_of_victory" < -150
        OR "target"."margin_of_victory" > 150
        OR "target"."overtime_periods" < 0
        OR "target"."overtime_periods" > 10
        OR "target"."players_inactive" < 0
        OR "target"."players_inactive" > 30
        OR "target"."starters_inactive" < 0
        OR "target"."starters_inactive" > 5
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR "target"."source_team_boxscore_completeness_pct" < 0
        OR "target"."source_team_boxscore_completeness_pct" > 100
        OR "target"."source_gamebook_players_completeness_pct" < 0
        OR "target"."source_gamebook_players_completeness_pct" > 100
        OR "target"."source_bdl_players_completeness_pct" < 0
        OR "target"."source_bdl_players_completeness_pct" > 100
        OR NOT "target"."defending_team_abbr" <> "target"."opponent_team_abbr"
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', defending_team_abbr=',
        COALESCE("target"."defending_team_abbr", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_analytics"."team_defense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date", "target"."defending_team_abbr"
    HAVING COUNT(*) > 1
  )
SELECT
  "named"."contract",
  COUNT(*) AS "violations",
  MIN("broken"."example") AS "example"
FROM "broken"
CROSS JOIN UNNEST("broken"."contracts") AS "named"("contract")
WHERE "named"."contract" IS NOT NULL
GROUP BY "named"."contract"
UNION ALL
SELECT
  'game_date, defending_team_abbr is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
