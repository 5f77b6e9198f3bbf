-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."player_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points" < 0
        OR "target"."points" > 120
        OR "target"."minutes_played" < 0
        OR "target"."minutes_played" > 80
        OR "target"."assists" < 0
        OR "target"."assists" > 60
        OR "target"."offensive_rebounds" < 0
        OR "target"."offensive_rebounds" > 60
        OR "target"."defensive_rebounds" < 0
        OR "target"."defensive_rebounds" > 60
        OR "target"."steals" < 0
        OR "target"."steals" > 30
        OR "target"."blocks" < 0
        OR "target"."blocks" > 30
        OR "target"."turnovers" < 0
        OR "target"."turnovers" > 30
        OR "target"."fg_attempts" < 0
        OR "target"."fg_attempts" > 80
        OR "target"."fg_makes" < 0
        OR "target"."fg_makes" > 60
        OR "target"."three_pt_attempts" < 0
        OR "target"."three_pt_attempts" > 50
        OR "target"."three_pt_makes" < 0
        OR "target"."three_pt_makes" > 40
        OR "target"."ft_attempts" < 0
        OR "target"."ft_attempts" > 60
        OR "target"."ft_makes" < 0
        OR "target"."ft_makes" > 60
        OR "target"."plus_minus" < -120
        OR "target"."plus_minus" > 120
        OR "target"."personal_fouls" < 0
        OR "target"."personal_fouls" > 10
        OR "target"."paint_attempts" < 0
        OR "target"."paint_attempts" > 60
        OR "target"."paint_makes" < 0
        OR "target"."paint_makes" > 60
        OR "target"."mid_range_attempts" < 0
        OR "target"."mid_range_attempts" > 60
        OR "target"."mid_range_makes" < 0
        OR "target"."mid_range_makes" > 60
        OR "target"."three_pt_zone_attempts" < 0
        OR "target"."three_pt_zone_attempts" > 60
        OR "target"."three_pt_zone_makes" < 0
        OR "target"."three_pt_zone_makes" > 60
        OR "target"."paint_blocks" < 0
        OR "target"."paint_blocks" > 30
        OR "target"."mid_range_blocks" < 0
        OR "target"."mid_range_blocks" > 30
        OR "target"."three_pt_blocks" < 0
        OR "target"."three_pt_blocks" > 30
        OR "target"."and1_count" < 0
        OR "target"."and1_count" > 30
        OR "target"."assisted_fg_makes" < 0
        OR "target"."assisted_fg_makes" > 60
        OR "target"."unassisted_fg_makes" < 0
        OR "target"."unassisted_fg_makes" > 60
        OR "target"."has_complete_shot_zones" IS NULL
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR "target"."usage_rate" < 0
        OR "target"."usage_rate" > 100
        OR "target"."ts_pct" < 0
        OR "target"."ts_pct" > 2
        OR "target"."efg_pct" < 0
        OR "target"."efg_pct" > 1.5e0
        OR "target"."starter_flag" IS NULL
        OR "target"."win_flag" IS NULL
        OR "target"."points_line" < 0
        OR "target"."points_line" > 100
        OR NOT "target"."over_under_result" IN ('OVER', 'UNDER', 'PUSH')
        OR "target"."margin" < -120
        OR "target"."margin" > 120
        OR "target"."opening_line" < 0
        OR "target"."opening_line" > 100
        OR "target"."line_movement" < -60
        OR "target"."line_movement" > 60
        OR NOT "target"."points_line_source" IN ('odds_api', 'bettingpros')
        OR NOT "target"."opening_line_source" IN ('odds_api', 'bettingpros')
        OR "target"."is_active" IS NULL
        OR NOT "target"."player_status" IN ('active', 'dnp', 'inactive')
        OR "target"."source_nbac_completeness_pct" < 0
        OR "target"."source_nbac_completeness_pct" > 100
        OR "target"."source_bdl_completeness_pct" < 0
        OR "target"."source_bdl_completeness_pct" > 100
        OR "target"."source_bbd_completeness_pct" < 0
        OR "target"."source_bbd_completeness_pct" > 100
        OR "target"."source_nbac_pbp_completeness_pct" < 0
        OR "target"."source_nbac_pbp_completeness_pct" > 100
        OR "target"."source_odds_completeness_pct" < 0
        OR "target"."source_odds_completeness_pct" > 100
        OR "target"."source_bp_completeness_pct" < 0
        OR "target"."source_bp_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
        OR NOT "target"."fg_makes" <= "target"."fg_attempts"
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."player_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_analytics"."player_game_summary" AS "target"
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
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      [
        CASE WHEN "target"."player_lookup" IS NULL THEN 'player_lookup is present' END,
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."team_abbr" IS NULL THEN 'team_abbr is present' END,
        CASE WHEN "target"."opponent_team_abbr" IS NULL THEN 'opponent_team_abbr is present' END,
        CASE WHEN "target"."season_year" IS NULL THEN 'season_year is present' END,
        CASE
          WHEN "target"."season_year" < 1946 OR "target"."season_year" > 2100
            THEN 'season_year is within 1946...2100'
        END,
        CASE
          WHEN "target"."points" < 0 OR "target"."points" > 120 THEN 'points is within 0...120'
        END,
        CASE
          WHEN "target"."minutes_played" < 0 OR "target"."minutes_played" > 80
            THEN 'minutes_played is within 0...80'
        END,
        CASE
          WHEN "target"."assists" < 0 OR "target"."assists" > 60 THEN 'assists is within 0...60'
        END,
        CASE
          WHEN "target"."offensive_rebounds" < 0 OR "target"."offensive_rebounds" > 60
            THEN 'offensive_rebounds is within 0...60'
        END,
        CASE
          WHEN "target"."defensive_rebounds" < 0 OR "target"."defensive_rebounds" > 60
            THEN 'defensive_rebounds is within 0...60'
        END,
        CASE
          WHEN "target"."steals" < 0 OR "target"."steals" > 30 THEN 'steals is within 0...30'
        END,
        CASE
          WHEN "target"."blocks" < 0 OR "target"."blocks" > 30 THEN 'blocks is within 0...30'
        END,
        CASE
          WHEN "target"."turnovers" < 0 OR "target"."turnovers" > 30
            THEN 'turnovers is within 0...30'
        END,
        CASE
          WHEN "target"."fg_attempts" < 0 OR "target"."fg_attempts" > 80
            THEN 'fg_attempts is within 0...80'
        END,
        CASE
          WHEN "target"."fg_makes" < 0 OR "target"."fg_makes" > 60 THEN 'fg_makes is within 0...60'
        END,
        CASE
          WHEN "target"."three_pt_attempts" < 0 OR "target"."three_pt_attempts" > 50
            THEN 'three_pt_attempts is within 0...50'
        END,
        CASE
          WHEN "target"."three_pt_makes" < 0 OR "target"."three_pt_makes" > 40
            THEN 'three_pt_makes is within 0...40'
        END,
        CASE
          WHEN "target"."ft_attempts" < 0 OR "target"."ft_attempts" > 60
            THEN 'ft_attempts is within 0...60'
        END,
        CASE
          WHEN "target"."ft_makes" < 0 OR "target"."ft_makes" > 60 THEN 'ft_makes is within 0...60'
        END,
        CASE
          WHEN "target"."plus_minus" < -120 OR "target"."plus_minus" > 120
            THEN 'plus_minus is within -120...120'
        END,
        CASE
          WHEN "target"."personal_fouls" < 0 OR "target"."personal_fouls" > 10
            THEN 'personal_fouls is within 0...10'
        END,
        CASE
          WHEN "target"."paint_attempts" < 0 OR "target"."paint_attempts" > 60
            THEN 'paint_attempts is within 0...60'
        END,
        CASE
          WHEN "target"."paint_makes" < 0 OR "target"."paint_makes" > 60
            THEN 'paint_makes is within 0...60'
        END,
        CASE
          WHEN "target"."mid_range_attempts" < 0 OR "target"."mid_range_attempts" > 60
            THEN 'mid_range_attempts is within 0...60'
        END,
        CASE
          WHEN "target"."mid_range_makes" < 0 OR "target"."mid_range_makes" > 60
            THEN 'mid_range_makes is within 0...60'
        END,
        CASE
          WHEN "target"."three_pt_zone_attempts" < 0 OR "target"."three_pt_zone_attempts" > 60
            THEN 'three_pt_zone_attempts is within 0...60'
        END,
        CASE
          WHEN "target"."three_pt_zone_makes" < 0 OR "target"."three_pt_zone_makes" > 60
            THEN 'three_pt_zone_makes is within 0...60'
        END,
        CASE
          WHEN "target"."paint_blocks" < 0 OR "target"."paint_blocks" > 30
            THEN 'paint_blocks is within 0...30'
        END,
        CASE
          WHEN "target"."mid_range_blocks" < 0 OR "target"."mid_range_blocks" > 30
            THEN 'mid_range_blocks is within 0...30'
        END,
        CASE
          WHEN "target"."three_pt_blocks" < 0 OR "target"."three_pt_blocks" > 30
            THEN 'three_pt_blocks is within 0...30'
        END,
        CASE
          WHEN "target"."and1_count" < 0 OR "target"."and1_count" > 30
            THEN 'and1_count is within 0...30'
        END,
        CASE
          WHEN "target"."assisted_fg_makes" < 0 OR "target"."assisted_fg_makes" > 60
            THEN 'assisted_fg_makes is within 0...60'
        END,
        CASE
          WHEN "target"."unassisted_fg_makes" < 0 OR "target"."unassisted_fg_makes" > 60
            THEN 'unassisted_fg_makes is within 0...60'
        END,
        CASE
          WHEN "target"."has_complete_shot_zones" IS NULL THEN 'has_complete_shot_zones is present'
        END,
        CASE
          WHEN NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
            THEN 'shot_zones_source is one of the declared words'
        END,
        CASE
          WHEN "target"."usage_rate" < 0 OR "target"."usage_rate" > 100
            THEN 'usage_rate is within 0...100'
        END,
        CASE WHEN "target"."ts_pct" < 0 OR "target"."ts_pct" > 2 THEN 'ts_pct is within 0...2' END,
        CASE
          WHEN "target"."efg_pct" < 0 OR "target"."efg_pct" > 1.5e0 THEN 'efg_pct is within 0...1.5'
        END,
        CASE WHEN "target"."starter_flag" IS NULL THEN 'starter_flag is present' END,
        CASE WHEN "target"."win_flag" IS NULL THEN 'win_flag is present' END,
        CASE
          WHEN "target"."points_line" < 0 OR "target"."points_line" > 100
            THEN 'points_line is within 0...100'
        END,
        CASE
          WHEN NOT "target"."over_under_result" IN ('OVER', 'UNDER', 'PUSH')
            THEN 'over_under_result is one of the declared words'
        END,
        CASE
          WHEN "target"."margin" < -120 OR "target"."margin" > 120
            THEN 'margin is within -120...120'
        END,
        CASE
          WHEN "target"."opening_line" < 0 OR "target"."opening_line" > 100
            THEN 'opening_line is within 0...100'
        END,
        CASE
          WHEN "target"."line_movement" < -60 OR "target"."line_movement" > 60
            THEN 'line_movement is within -60...60'
        END,
        CASE
          WHEN NOT "target"."points_line_source" IN ('odds_api', 'bettingpros')
            THEN 'points_line_source is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."opening_line_source" IN ('odds_api', 'bettingpros')
            THEN 'opening_line_source is one of the declared words'
        END,
        CASE WHEN "target"."is_active" IS NULL THEN 'is_active is present' END,
        CASE
          WHEN NOT "target"."player_status" IN ('active', 'dnp', 'inactive')
            THEN 'player_status is one of the declared words'
        END,
        CASE
          WHEN "target"."source_nbac_completeness_pct" < 0
              OR "target"."source_nbac_completeness_pct" > 100
            THEN 'source_nbac_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_bdl_completeness_pct" < 0
              OR "target"."source_bdl_completeness_pct" > 100
            THEN 'source_bdl_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_bbd_completeness_pct" < 0
              OR "target"."source_bbd_completeness_pct" > 100
            THEN 'source_bbd_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_nbac_pbp_completeness_pct" < 0
              OR "target"."source_nbac_pbp_completeness_pct" > 100
            THEN 'source_nbac_pbp_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_odds_completeness_pct" < 0
              OR "target"."source_odds_completeness_pct" > 100
            THEN 'source_odds_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_bp_completeness_pct" < 0
              OR "target"."source_bp_completeness_pct" > 100
            THEN 'source_bp_completeness_pct is within 0...100'
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
          WHEN NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
            THEN 'a team does not play itself'
        END,
        CASE
          WHEN NOT "target"."fg_makes" <= "target"."fg_attempts"
            THEN 'makes are not more than attempts'
        END
      ] AS "contracts"
    FROM "nba_analytics"."player_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points" < 0
        OR "target"."points" > 120
        OR "target"."minutes_played" < 0
        OR "target"."minutes_played" > 80
        OR "target"."assists" < 0
        OR "target"."assists" > 60
        OR "target"."offensive_rebounds" < 0
        OR "target"."offensive_rebounds" > 60
        OR "target"."defensive_rebounds" < 0
        OR "target"."defensive_rebounds" > 60
        OR "target"."steals" < 0
        OR "target"."steals" > 30
        OR "target"."blocks" < 0
        OR "target"."blocks" > 30
        OR "target"."turnovers" < 0
        OR "target"."turnovers" > 30
        OR "target"."fg_attempts" < 0
        OR "target"."fg_attempts" > 80
        OR "target"."fg_makes" < 0
        OR "target"."fg_makes" > 60
        OR "target"."three_pt_attempts" < 0
        OR "target"."three_pt_attempts" > 50
        OR "target"."three_pt_makes" < 0
        OR "target"."three_pt_makes" > 40
        OR "target"."ft_attempts" < 0
        OR "target"."ft_attempts" > 60
        OR "target"."ft_makes" < 0
        OR "target"."ft_makes" > 60
        OR "target"."plus_minus" < -120
        OR "target"."plus_minus" > 120
        OR "target"."personal_fouls" < 0
        OR "target"."personal_fouls" > 10
        OR "target"."paint_attempts" < 0
        OR "target"."paint_attempts" > 60
        OR "target"."paint_makes" < 0
        OR "target"."paint_makes" > 60
        OR "target"."mid_range_attempts" < 0
        OR "target"."mid_range_attempts" > 60
        OR "target"."mid_range_makes" < 0
        OR "target"."mid_range_makes" > 60
        OR "target"."three_pt_zone_attempts" < 0
        OR "target"."three_pt_zone_attempts" > 60
        OR "target"."three_pt_zone_makes" < 0
        OR "target"."three_pt_zone_makes" > 60
        OR "target"."paint_blocks" < 0
        OR "target"."paint_blocks" > 30
        OR "target"."mid_range_blocks" < 0
        OR "target"."mid_range_blocks" > 30
        OR "target"."three_pt_blocks" < 0
        OR "target"."three_pt_blocks" > 30
        OR "target"."and1_count" < 0
        OR "target"."and1_count" > 30
        OR "target"."assisted_fg_makes" < 0
        OR "target"."assisted_fg_makes" > 60
        OR "target"."unassisted_fg_makes" < 0
        OR "target"."unassisted_fg_makes" > 60
        OR "target"."has_complete_shot_zones" IS NULL
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR "target"."usage_rate" < 0
        OR "target"."usage_rate" > 100
        OR "target"."ts_pct" < 0
        OR "target"."ts_pct" > 2
        OR "target"."efg_pct" < 0
        OR "target"."efg_pct" > 1.5e0
        OR "target"."starter_flag" IS NULL
        OR "target"."win_flag" IS NULL
        OR "target"."points_line" < 0
        OR "target"."points_line" > 100
        OR NOT "target"."over_under_result" IN ('OVER', 'UNDER', 'PUSH')
        OR "target"."margin" < -120
        OR "target"."margin" > 120
        OR "target"."opening_line" < 0
        OR "target"."opening_line" > 100
        OR "target"."line_movement" < -60
        OR "target"."line_movement" > 60
        OR NOT "target"."points_line_source" IN ('odds_api', 'bettingpros')
        OR NOT "target"."opening_line_source" IN ('odds_api', 'bettingpros')
        OR "target"."is_active" IS NULL
        OR NOT "target"."player_status" IN ('active', 'dnp', 'inactive')
        OR "target"."source_nbac_completeness_pct" < 0
        OR "target"."source_nbac_completeness_pct" > 100
        OR "target"."source_bdl_completeness_pct" < 0
        OR "target"."source_bdl_completeness_pct" > 100
        OR "target"."source_bbd_completeness_pct" < 0
        OR "target"."source_bbd_completeness_pct" > 100
        OR "target"."source_nbac_pbp_completeness_pct" < 0
        OR "target"."source_nbac_pbp_completeness_pct" > 100
        OR "target"."source_odds_completeness_pct" < 0
        OR "target"."source_odds_completeness_pct" > 100
        OR "target"."source_bp_completeness_pct" < 0
        OR "target"."source_bp_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
        OR NOT "target"."fg_makes" <= "target"."fg_attempts"
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_analytics"."player_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date", "target"."player_lookup"
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
  'game_date, player_lookup is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
