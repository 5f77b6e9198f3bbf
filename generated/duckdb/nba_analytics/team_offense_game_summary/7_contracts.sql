-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."team_offense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points_scored" < 50
        OR "target"."points_scored" > 200
        OR "target"."fg_attempts" < 0
        OR "target"."fg_attempts" > 200
        OR "target"."fg_makes" < 0
        OR "target"."fg_makes" > 120
        OR "target"."three_pt_attempts" < 0
        OR "target"."three_pt_attempts" > 120
        OR "target"."three_pt_makes" < 0
        OR "target"."three_pt_makes" > 80
        OR "target"."ft_attempts" < 0
        OR "target"."ft_attempts" > 120
        OR "target"."ft_makes" < 0
        OR "target"."ft_makes" > 120
        OR "target"."rebounds" < 0
        OR "target"."rebounds" > 150
        OR "target"."assists" < 0
        OR "target"."assists" > 100
        OR "target"."turnovers" < 0
        OR "target"."turnovers" > 60
        OR "target"."personal_fouls" < 0
        OR "target"."personal_fouls" > 80
        OR "target"."team_paint_attempts" < 0
        OR "target"."team_paint_attempts" > 200
        OR "target"."team_paint_makes" < 0
        OR "target"."team_paint_makes" > 120
        OR "target"."team_mid_range_attempts" < 0
        OR "target"."team_mid_range_attempts" > 200
        OR "target"."team_mid_range_makes" < 0
        OR "target"."team_mid_range_makes" > 120
        OR "target"."points_in_paint_scored" < 0
        OR "target"."points_in_paint_scored" > 200
        OR "target"."second_chance_points_scored" < 0
        OR "target"."second_chance_points_scored" > 200
        OR "target"."offensive_rating" < 0
        OR "target"."offensive_rating" > 300
        OR "target"."pace" < 0
        OR "target"."pace" > 200
        OR "target"."possessions" < 0
        OR "target"."possessions" > 250
        OR "target"."ts_pct" < 0
        OR "target"."ts_pct" > 2
        OR "target"."home_game" IS NULL
        OR "target"."win_flag" IS NULL
        OR "target"."margin_of_victory" < -150
        OR "target"."margin_of_victory" > 150
        OR "target"."overtime_periods" < 0
        OR "target"."overtime_periods" > 10
        OR "target"."players_inactive" < 0
        OR "target"."players_inactive" > 30
        OR "target"."starters_inactive" < 0
        OR "target"."starters_inactive" > 5
        OR "target"."source_nbac_boxscore_completeness_pct" < 0
        OR "target"."source_nbac_boxscore_completeness_pct" > 100
        OR "target"."source_play_by_play_completeness_pct" < 0
        OR "target"."source_play_by_play_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."team_offense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."team_abbr"
      FROM "nba_analytics"."team_offense_game_summary" AS "target"
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
        ', team_abbr=',
        COALESCE("target"."team_abbr", '∅')
      ) AS "example",
      [
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
          WHEN "target"."points_scored" < 50 OR "target"."points_scored" > 200
            THEN 'points_scored is within 50...200'
        END,
        CASE
          WHEN "target"."fg_attempts" < 0 OR "target"."fg_attempts" > 200
            THEN 'fg_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."fg_makes" < 0 OR "target"."fg_makes" > 120
            THEN 'fg_makes is within 0...120'
        END,
        CASE
          WHEN "target"."three_pt_attempts" < 0 OR "target"."three_pt_attempts" > 120
            THEN 'three_pt_attempts is within 0...120'
        END,
        CASE
          WHEN "target"."three_pt_makes" < 0 OR "target"."three_pt_makes" > 80
            THEN 'three_pt_makes is within 0...80'
        END,
        CASE
          WHEN "target"."ft_attempts" < 0 OR "target"."ft_attempts" > 120
            THEN 'ft_attempts is within 0...120'
        END,
        CASE
          WHEN "target"."ft_makes" < 0 OR "target"."ft_makes" > 120
            THEN 'ft_makes is within 0...120'
        END,
        CASE
          WHEN "target"."rebounds" < 0 OR "target"."rebounds" > 150
            THEN 'rebounds is within 0...150'
        END,
        CASE
          WHEN "target"."assists" < 0 OR "target"."assists" > 100 THEN 'assists is within 0...100'
        END,
        CASE
          WHEN "target"."turnovers" < 0 OR "target"."turnovers" > 60
            THEN 'turnovers is within 0...60'
        END,
        CASE
          WHEN "target"."personal_fouls" < 0 OR "target"."personal_fouls" > 80
            THEN 'personal_fouls is within 0...80'
        END,
        CASE
          WHEN "target"."team_paint_attempts" < 0 OR "target"."team_paint_attempts" > 200
            THEN 'team_paint_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."team_paint_makes" < 0 OR "target"."team_paint_makes" > 120
            THEN 'team_paint_makes is within 0...120'
        END,
        CASE
          WHEN "target"."team_mid_range_attempts" < 0 OR "target"."team_mid_range_attempts" > 200
            THEN 'team_mid_range_attempts is within 0...200'
        END,
        CASE
          WHEN "target"."team_mid_range_makes" < 0 OR "target"."team_mid_range_makes" > 120
            THEN 'team_mid_range_makes is within 0...120'
        END,
        CASE
          WHEN "target"."points_in_paint_scored" < 0 OR "target"."points_in_paint_scored" > 200
            THEN 'points_in_paint_scored is within 0...200'
        END,
        CASE
          WHEN "target"."second_chance_points_scored" < 0
              OR "target"."second_chance_points_scored" > 200
            THEN 'second_chance_points_scored is within 0...200'
        END,
        CASE
          WHEN "target"."offensive_rating" < 0 OR "target"."offensive_rating" > 300
            THEN 'offensive_rating is within 0...300'
        END,
        CASE WHEN "target"."pace" < 0 OR "target"."pace" > 200 THEN 'pace is within 0...200' END,
        CASE
          WHEN "target"."possessions" < 0 OR "target"."possessions" > 250
            THEN 'possessions is within 0...250'
        END,
        CASE WHEN "target"."ts_pct" < 0 OR "target"."ts_pct" > 2 THEN 'ts_pct is within 0...2' END,
        CASE WHEN "target"."home_game" IS NULL THEN 'home_game is present' END,
        CASE WHEN "target"."win_flag" IS NULL THEN 'win_flag is present' END,
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
          WHEN "target"."source_nbac_boxscore_completeness_pct" < 0
              OR "target"."source_nbac_boxscore_completeness_pct" > 100
            THEN 'source_nbac_boxscore_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_play_by_play_completeness_pct" < 0
              OR "target"."source_play_by_play_completeness_pct" > 100
            THEN 'source_play_by_play_completeness_pct is within 0...100'
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
          WHEN NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
            THEN 'shot_zones_source is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
            THEN 'a team does not play itself'
        END
      ] AS "contracts"
    FROM "nba_analytics"."team_offense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."points_scored" < 50
        OR "target"."points_scored" > 200
        OR "target"."fg_attempts" < 0
        OR "target"."fg_attempts" > 200
        OR "target"."fg_makes" < 0
        OR "target"."fg_makes" > 120
        OR "target"."three_pt_attempts" < 0
        OR "target"."three_pt_attempts" > 120
        OR "target"."three_pt_makes" < 0
        OR "target"."three_pt_makes" > 80
        OR "target"."ft_attempts" < 0
        OR "target"."ft_attempts" > 120
        OR "target"."ft_makes" < 0
        OR "target"."ft_makes" > 120
        OR "target"."rebounds" < 0
        OR "target"."rebounds" > 150
        OR "target"."assists" < 0
        OR "target"."assists" > 100
        OR "target"."turnovers" < 0
        OR "target"."turnovers" > 60
        OR "target"."personal_fouls" < 0
        OR "target"."personal_fouls" > 80
        OR "target"."team_paint_attempts" < 0
        OR "target"."team_paint_attempts" > 200
        OR "target"."team_paint_makes" < 0
        OR "target"."team_paint_makes" > 120
        OR "target"."team_mid_range_attempts" < 0
        OR "target"."team_mid_range_attempts" > 200
        OR "target"."team_mid_range_makes" < 0
        OR "target"."team_mid_range_makes" > 120
        OR "target"."points_in_paint_scored" < 0
        OR "target"."points_in_paint_scored" > 200
        OR "target"."second_chance_points_scored" < 0
        OR "target"."second_chance_points_scored" > 200
        OR "target"."offensive_rating" < 0
        OR "target"."offensive_rating" > 300
        OR "target"."pace" < 0
        OR "target"."pace" > 200
        OR "target"."possessions" < 0
        OR "target"."possessions" > 250
        OR "target"."ts_pct" < 0
        OR "target"."ts_pct" > 2
        OR "target"."home_game" IS NULL
        OR "target"."win_flag" IS NULL
        OR "target"."margin_of_victory" < -150
        OR "target"."margin_of_victory" > 150
        OR "target"."overtime_periods" < 0
        OR "target"."overtime_periods" > 10
        OR "target"."players_inactive" < 0
        OR "target"."players_inactive" > 30
        OR "target"."starters_inactive" < 0
        OR "target"."starters_inactive" > 5
        OR "target"."source_nbac_boxscore_completeness_pct" < 0
        OR "target"."source_nbac_boxscore_completeness_pct" > 100
        OR "target"."source_play_by_play_completeness_pct" < 0
        OR "target"."source_play_by_play_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT "target"."shot_zones_source" IN ('play_by_play', 'zone_points')
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', team_abbr=',
        COALESCE("target"."team_abbr", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_analytics"."team_offense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date", "target"."team_abbr"
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
  'game_date, team_abbr is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
