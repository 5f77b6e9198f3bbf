-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_team_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."team_abbr" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."home_game" IS NULL
        OR "target"."is_back_to_back" IS NULL
        OR "target"."days_since_last_game" < 1
        OR "target"."days_since_last_game" > 400
        OR "target"."game_number_in_season" < 1
        OR "target"."game_number_in_season" > 200
        OR "target"."team_days_rest" < 0
        OR "target"."team_days_rest" > 399
        OR "target"."team_back_to_back" IS NULL
        OR "target"."games_in_last_7_days" IS NULL
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" IS NULL
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."game_spread" < -60
        OR "target"."game_spread" > 60
        OR "target"."game_total" < 50
        OR "target"."game_total" > 400
        OR "target"."spread_movement" < -120
        OR "target"."spread_movement" > 120
        OR "target"."total_movement" < -350
        OR "target"."total_movement" > 350
        OR "target"."starters_out_count" < 0
        OR "target"."starters_out_count" > 40
        OR "target"."questionable_players_count" < 0
        OR "target"."questionable_players_count" > 40
        OR "target"."team_win_streak_entering" IS NULL
        OR "target"."team_win_streak_entering" < 0
        OR "target"."team_win_streak_entering" > 120
        OR "target"."team_loss_streak_entering" IS NULL
        OR "target"."team_loss_streak_entering" < 0
        OR "target"."team_loss_streak_entering" > 120
        OR "target"."last_game_margin" < -150
        OR "target"."last_game_margin" > 150
        OR NOT "target"."last_game_result" IN ('W', 'L')
        OR "target"."travel_miles" < 0
        OR "target"."travel_miles" > 12500
        OR "target"."source_nbac_schedule_completeness_pct" < 0
        OR "target"."source_nbac_schedule_completeness_pct" > 100
        OR "target"."source_odds_lines_completeness_pct" < 0
        OR "target"."source_odds_lines_completeness_pct" > 100
        OR "target"."source_injury_report_completeness_pct" < 0
        OR "target"."source_injury_report_completeness_pct" > 100
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
        OR NOT ("target"."team_win_streak_entering" = 0 OR "target"."team_loss_streak_entering" = 0)
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_team_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."team_abbr"
      FROM "nba_analytics"."upcoming_team_game_context" AS "target"
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
        CASE WHEN "target"."team_abbr" IS NULL THEN 'team_abbr is present' END,
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."season_year" IS NULL THEN 'season_year is present' END,
        CASE
          WHEN "target"."season_year" < 1946 OR "target"."season_year" > 2100
            THEN 'season_year is within 1946...2100'
        END,
        CASE WHEN "target"."opponent_team_abbr" IS NULL THEN 'opponent_team_abbr is present' END,
        CASE WHEN "target"."home_game" IS NULL THEN 'home_game is present' END,
        CASE WHEN "target"."is_back_to_back" IS NULL THEN 'is_back_to_back is present' END,
        CASE
          WHEN "target"."days_since_last_game" < 1 OR "target"."days_since_last_game" > 400
            THEN 'days_since_last_game is within 1...400'
        END,
        CASE
          WHEN "target"."game_number_in_season" < 1 OR "target"."game_number_in_season" > 200
            THEN 'game_number_in_season is within 1...200'
        END,
        CASE
          WHEN "target"."team_days_rest" < 0 OR "target"."team_days_rest" > 399
            THEN 'team_days_rest is within 0...399'
        END,
        CASE WHEN "target"."team_back_to_back" IS NULL THEN 'team_back_to_back is present' END,
        CASE
          WHEN "target"."games_in_last_7_days" IS NULL THEN 'games_in_last_7_days is present'
        END,
        CASE
          WHEN "target"."games_in_last_7_days" < 0 OR "target"."games_in_last_7_days" > 7
            THEN 'games_in_last_7_days is within 0...7'
        END,
        CASE
          WHEN "target"."games_in_last_14_days" IS NULL THEN 'games_in_last_14_days is present'
        END,
        CASE
          WHEN "target"."games_in_last_14_days" < 0 OR "target"."games_in_last_14_days" > 14
            THEN 'games_in_last_14_days is within 0...14'
        END,
        CASE
          WHEN "target"."game_spread" < -60 OR "target"."game_spread" > 60
            THEN 'game_spread is within -60...60'
        END,
        CASE
          WHEN "target"."game_total" < 50 OR "target"."game_total" > 400
            THEN 'game_total is within 50...400'
        END,
        CASE
          WHEN "target"."spread_movement" < -120 OR "target"."spread_movement" > 120
            THEN 'spread_movement is within -120...120'
        END,
        CASE
          WHEN "target"."total_movement" < -350 OR "target"."total_movement" > 350
            THEN 'total_movement is within -350...350'
        END,
        CASE
          WHEN "target"."starters_out_count" < 0 OR "target"."starters_out_count" > 40
            THEN 'starters_out_count is within 0...40'
        END,
        CASE
          WHEN "target"."questionable_players_count" < 0
              OR "target"."questionable_players_count" > 40
            THEN 'questionable_players_count is within 0...40'
        END,
        CASE
          WHEN "target"."team_win_streak_entering" IS NULL
            THEN 'team_win_streak_entering is present'
        END,
        CASE
          WHEN "target"."team_win_streak_entering" < 0 OR "target"."team_win_streak_entering" > 120
            THEN 'team_win_streak_entering is within 0...120'
        END,
        CASE
          WHEN "target"."team_loss_streak_entering" IS NULL
            THEN 'team_loss_streak_entering is present'
        END,
        CASE
          WHEN "target"."team_loss_streak_entering" < 0
              OR "target"."team_loss_streak_entering" > 120
            THEN 'team_loss_streak_entering is within 0...120'
        END,
        CASE
          WHEN "target"."last_game_margin" < -150 OR "target"."last_game_margin" > 150
            THEN 'last_game_margin is within -150...150'
        END,
        CASE
          WHEN NOT "target"."last_game_result" IN ('W', 'L')
            THEN 'last_game_result is one of the declared words'
        END,
        CASE
          WHEN "target"."travel_miles" < 0 OR "target"."travel_miles" > 12500
            THEN 'travel_miles is within 0...12500'
        END,
        CASE
          WHEN "target"."source_nbac_schedule_completeness_pct" < 0
              OR "target"."source_nbac_schedule_completeness_pct" > 100
            THEN 'source_nbac_schedule_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_odds_lines_completeness_pct" < 0
              OR "target"."source_odds_lines_completeness_pct" > 100
            THEN 'source_odds_lines_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_injury_report_completeness_pct" < 0
              OR "target"."source_injury_report_completeness_pct" > 100
            THEN 'source_injury_report_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor')
            THEN 'quality_tier is one of the declared words'
        END,
        CASE WHEN NOT ISFINITE("target"."quality_score") THEN 'quality_score is finite' END,
        CASE
          WHEN "target"."quality_score" < 0.0e0 OR "target"."quality_score" > 100.0e0
            THEN 'quality_score is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."completeness_percentage")
            THEN 'completeness_percentage is finite'
        END,
        CASE
          WHEN "target"."completeness_percentage" < 0.0e0
              OR "target"."completeness_percentage" > 100.0e0
            THEN 'completeness_percentage is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l7d_completeness_pct") THEN 'l7d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l7d_completeness_pct" < 0.0e0 OR "target"."l7d_completeness_pct" > 100.0e0
            THEN 'l7d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l14d_completeness_pct") THEN 'l14d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l14d_completeness_pct" < 0.0e0
              OR "target"."l14d_completeness_pct" > 100.0e0
            THEN 'l14d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
            THEN 'a team does not play itself'
        END,
        CASE
          WHEN NOT (
                "target"."team_win_streak_entering" = 0 OR "target"."team_loss_streak_entering" = 0
              )
            THEN 'a team does not win and lose at once'
        END
      ] AS "contracts"
    FROM "nba_analytics"."upcoming_team_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."team_abbr" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."season_year" IS NULL
        OR "target"."season_year" < 1946
        OR "target"."season_year" > 2100
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."home_game" IS NULL
        OR "target"."is_back_to_back" IS NULL
        OR "target"."days_since_last_game" < 1
        OR "target"."days_since_last_game" > 400
        OR "target"."game_number_in_season" < 1
        OR "target"."game_number_in_season" > 200
        OR "target"."team_days_rest" < 0
        OR "target"."team_days_rest" > 399
        OR "target"."team_back_to_back" IS NULL
        OR "target"."games_in_last_7_days" IS NULL
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" IS NULL
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."game_spread" < -60
        OR "target"."game_spread" > 60
        OR "target"."game_total" < 50
        OR "target"."game_total" > 400
        OR "target"."spread_movement" < -120
        OR "target"."spread_movement" > 120
        OR "target"."total_movement" < -350
        OR "target"."total_movement" > 350
        OR "target"."starters_out_count" < 0
        OR "target"."starters_out_count" > 40
        OR "target"."questionable_players_count" < 0
        OR "target"."questionable_players_count" > 40
        OR "target"."team_win_streak_entering" IS NULL
        OR "target"."team_win_streak_entering" < 0
        OR "target"."team_win_streak_entering" > 120
        OR "target"."team_loss_streak_entering" IS NULL
        OR "target"."team_loss_streak_entering" < 0
        OR "target"."team_loss_streak_entering" > 120
        OR "target"."last_game_margin" < -150
        OR "target"."last_game_margin" > 150
        OR NOT "target"."last_game_result" IN ('W', 'L')
        OR "target"."travel_miles" < 0
        OR "target"."travel_miles" > 12500
        OR "target"."source_nbac_schedule_completeness_pct" < 0
        OR "target"."source_nbac_schedule_completeness_pct" > 100
        OR "target"."source_odds_lines_completeness_pct" < 0
        OR "target"."source_odds_lines_completeness_pct" > 100
        OR "target"."source_injury_report_completeness_pct" < 0
        OR "target"."source_injury_report_completeness_pct" > 100
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
        OR NOT ("target"."team_win_streak_entering" = 0 OR "target"."team_loss_streak_entering" = 0)
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
    FROM "nba_analytics"."upcoming_team_game_context" AS "target"
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
