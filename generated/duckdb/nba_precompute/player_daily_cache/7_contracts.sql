-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_daily_cache" AS "target"
    WHERE "target"."cache_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."cache_date" IS NULL
        OR "target"."points_avg_last_5" < 0
        OR "target"."points_avg_last_5" > 120
        OR "target"."points_avg_last_10" < 0
        OR "target"."points_avg_last_10" > 120
        OR "target"."points_avg_season" < 0
        OR "target"."points_avg_season" > 120
        OR "target"."points_std_last_10" < 0
        OR "target"."points_std_last_10" > 85
        OR "target"."minutes_avg_last_10" < 0
        OR "target"."minutes_avg_last_10" > 80
        OR "target"."usage_rate_last_10" < 0
        OR "target"."usage_rate_last_10" > 100
        OR "target"."ts_pct_last_10" < 0
        OR "target"."ts_pct_last_10" > 2
        OR "target"."games_played_season" IS NULL
        OR "target"."games_played_season" < 5
        OR "target"."games_played_season" > 82
        OR "target"."team_pace_last_10" < 0
        OR "target"."team_pace_last_10" > 200
        OR "target"."team_off_rating_last_10" < 0
        OR "target"."team_off_rating_last_10" > 300
        OR "target"."player_usage_rate_season" < 0
        OR "target"."player_usage_rate_season" > 100
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."minutes_in_last_7_days" < 0
        OR "target"."minutes_in_last_7_days" > 560
        OR "target"."minutes_in_last_14_days" < 0
        OR "target"."minutes_in_last_14_days" > 1120
        OR "target"."back_to_backs_last_14_days" < 0
        OR "target"."back_to_backs_last_14_days" > 13
        OR "target"."avg_minutes_per_game_last_7" < 0
        OR "target"."avg_minutes_per_game_last_7" > 80
        OR "target"."fourth_quarter_minutes_last_7" < 0
        OR "target"."fourth_quarter_minutes_last_7" > 100
        OR "target"."player_age" < 16
        OR "target"."player_age" > 60
        OR NOT "target"."primary_scoring_zone" IN ('paint', 'perimeter', 'mid_range', 'balanced')
        OR "target"."paint_rate_last_10" < 0
        OR "target"."paint_rate_last_10" > 100
        OR "target"."three_pt_rate_last_10" < 0
        OR "target"."three_pt_rate_last_10" > 100
        OR "target"."assisted_rate_last_10" < 0
        OR "target"."assisted_rate_last_10" > 100
        OR "target"."shot_zone_data_available" IS NULL
        OR NOT ISFINITE("target"."cache_quality_score")
        OR "target"."cache_quality_score" < 0.0e0
        OR "target"."cache_quality_score" > 100.0e0
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT "target"."cache_version" IN ('v1')
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
        OR "target"."source_team_offense_completeness_pct" < 0
        OR "target"."source_team_offense_completeness_pct" > 100
        OR "target"."source_upcoming_context_completeness_pct" < 0
        OR "target"."source_upcoming_context_completeness_pct" > 100
        OR "target"."source_shot_zone_completeness_pct" < 0
        OR "target"."source_shot_zone_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l5_completeness_pct")
        OR "target"."l5_completeness_pct" < 0.0e0
        OR "target"."l5_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10_completeness_pct")
        OR "target"."l10_completeness_pct" < 0.0e0
        OR "target"."l10_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_daily_cache" AS "target"
    WHERE "target"."cache_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."cache_date",
        "target"."player_lookup"
      FROM "nba_precompute"."player_daily_cache" AS "target"
      WHERE "target"."cache_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'cache_date=',
        COALESCE(CAST("target"."cache_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      [
        CASE WHEN "target"."player_lookup" IS NULL THEN 'player_lookup is present' END,
        CASE WHEN "target"."cache_date" IS NULL THEN 'cache_date is present' END,
        CASE
          WHEN "target"."points_avg_last_5" < 0 OR "target"."points_avg_last_5" > 120
            THEN 'points_avg_last_5 is within 0...120'
        END,
        CASE
          WHEN "target"."points_avg_last_10" < 0 OR "target"."points_avg_last_10" > 120
            THEN 'points_avg_last_10 is within 0...120'
        END,
        CASE
          WHEN "target"."points_avg_season" < 0 OR "target"."points_avg_season" > 120
            THEN 'points_avg_season is within 0...120'
        END,
        CASE
          WHEN "target"."points_std_last_10" < 0 OR "target"."points_std_last_10" > 85
            THEN 'points_std_last_10 is within 0...85'
        END,
        CASE
          WHEN "target"."minutes_avg_last_10" < 0 OR "target"."minutes_avg_last_10" > 80
            THEN 'minutes_avg_last_10 is within 0...80'
        END,
        CASE
          WHEN "target"."usage_rate_last_10" < 0 OR "target"."usage_rate_last_10" > 100
            THEN 'usage_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."ts_pct_last_10" < 0 OR "target"."ts_pct_last_10" > 2
            THEN 'ts_pct_last_10 is within 0...2'
        END,
        CASE WHEN "target"."games_played_season" IS NULL THEN 'games_played_season is present' END,
        CASE
          WHEN "target"."games_played_season" < 5 OR "target"."games_played_season" > 82
            THEN 'games_played_season is within 5...82'
        END,
        CASE
          WHEN "target"."team_pace_last_10" < 0 OR "target"."team_pace_last_10" > 200
            THEN 'team_pace_last_10 is within 0...200'
        END,
        CASE
          WHEN "target"."team_off_rating_last_10" < 0 OR "target"."team_off_rating_last_10" > 300
            THEN 'team_off_rating_last_10 is within 0...300'
        END,
        CASE
          WHEN "target"."player_usage_rate_season" < 0 OR "target"."player_usage_rate_season" > 100
            THEN 'player_usage_rate_season is within 0...100'
        END,
        CASE
          WHEN "target"."games_in_last_7_days" < 0 OR "target"."games_in_last_7_days" > 7
            THEN 'games_in_last_7_days is within 0...7'
        END,
        CASE
          WHEN "target"."games_in_last_14_days" < 0 OR "target"."games_in_last_14_days" > 14
            THEN 'games_in_last_14_days is within 0...14'
        END,
        CASE
          WHEN "target"."minutes_in_last_7_days" < 0 OR "target"."minutes_in_last_7_days" > 560
            THEN 'minutes_in_last_7_days is within 0...560'
        END,
        CASE
          WHEN "target"."minutes_in_last_14_days" < 0 OR "target"."minutes_in_last_14_days" > 1120
            THEN 'minutes_in_last_14_days is within 0...1120'
        END,
        CASE
          WHEN "target"."back_to_backs_last_14_days" < 0
              OR "target"."back_to_backs_last_14_days" > 13
            THEN 'back_to_backs_last_14_days is within 0...13'
        END,
        CASE
          WHEN "target"."avg_minutes_per_game_last_7" < 0
              OR "target"."avg_minutes_per_game_last_7" > 80
            THEN 'avg_minutes_per_game_last_7 is within 0...80'
        END,
        CASE
          WHEN "target"."fourth_quarter_minutes_last_7" < 0
              OR "target"."fourth_quarter_minutes_last_7" > 100
            THEN 'fourth_quarter_minutes_last_7 is within 0...100'
        END,
        CASE
          WHEN "target"."player_age" < 16 OR "target"."player_age" > 60
            THEN 'player_age is within 16...60'
        END,
        CASE
          WHEN NOT "target"."primary_scoring_zone" IN (
                'paint',
                'perimeter',
                'mid_range',
                'balanced'
              )
            THEN 'primary_scoring_zone is one of the declared words'
        END,
        CASE
          WHEN "target"."paint_rate_last_10" < 0 OR "target"."paint_rate_last_10" > 100
            THEN 'paint_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."three_pt_rate_last_10" < 0 OR "target"."three_pt_rate_last_10" > 100
            THEN 'three_pt_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."assisted_rate_last_10" < 0 OR "target"."assisted_rate_last_10" > 100
            THEN 'assisted_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."shot_zone_data_available" IS NULL
            THEN 'shot_zone_data_available is present'
        END,
        CASE
          WHEN NOT ISFINITE("target"."cache_quality_score") THEN 'cache_quality_score is finite'
        END,
        CASE
          WHEN "target"."cache_quality_score" < 0.0e0 OR "target"."cache_quality_score" > 100.0e0
            THEN 'cache_quality_score is within 0...100'
        END,
        CASE
          WHEN NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
            THEN 'quality_tier is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."cache_version" IN ('v1')
            THEN 'cache_version is one of the declared words'
        END,
        CASE
          WHEN "target"."source_player_game_completeness_pct" < 0
              OR "target"."source_player_game_completeness_pct" > 100
            THEN 'source_player_game_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_team_offense_completeness_pct" < 0
              OR "target"."source_team_offense_completeness_pct" > 100
            THEN 'source_team_offense_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_upcoming_context_completeness_pct" < 0
              OR "target"."source_upcoming_context_completeness_pct" > 100
            THEN 'source_upcoming_context_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_shot_zone_completeness_pct" < 0
              OR "target"."source_shot_zone_completeness_pct" > 100
            THEN 'source_shot_zone_completeness_pct is within 0...100'
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
          WHEN NOT ISFINITE("target"."l5_completeness_pct") THEN 'l5_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l5_completeness_pct" < 0.0e0 OR "target"."l5_completeness_pct" > 100.0e0
            THEN 'l5_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l10_completeness_pct") THEN 'l10_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l10_completeness_pct" < 0.0e0 OR "target"."l10_completeness_pct" > 100.0e0
            THEN 'l10_completeness_pct is within 0...100'
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
        END
      ] AS "contracts"
    FROM "nba_precompute"."player_daily_cache" AS "target"
    WHERE "target"."cache_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."cache_date" IS NULL
        OR "target"."points_avg_last_5" < 0
        OR "target"."points_avg_last_5" > 120
        OR "target"."points_avg_last_10" < 0
        OR "target"."points_avg_last_10" > 120
        OR "target"."points_avg_season" < 0
        OR "target"."points_avg_season" > 120
        OR "target"."points_std_last_10" < 0
        OR "target"."points_std_last_10" > 85
        OR "target"."minutes_avg_last_10" < 0
        OR "target"."minutes_avg_last_10" > 80
        OR "target"."usage_rate_last_10" < 0
        OR "target"."usage_rate_last_10" > 100
        OR "target"."ts_pct_last_10" < 0
        OR "target"."ts_pct_last_10" > 2
        OR "target"."games_played_season" IS NULL
        OR "target"."games_played_season" < 5
        OR "target"."games_played_season" > 82
        OR "target"."team_pace_last_10" < 0
        OR "target"."team_pace_last_10" > 200
        OR "target"."team_off_rating_last_10" < 0
        OR "target"."team_off_rating_last_10" > 300
        OR "target"."player_usage_rate_season" < 0
        OR "target"."player_usage_rate_season" > 100
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."minutes_in_last_7_days" < 0
        OR "target"."minutes_in_last_7_days" > 560
        OR "target"."minutes_in_last_14_days" < 0
        OR "target"."minutes_in_last_14_days" > 1120
        OR "target"."back_to_backs_last_14_days" < 0
        OR "target"."back_to_backs_last_14_days" > 13
        OR "target"."avg_minutes_per_game_last_7" < 0
        OR "target"."avg_minutes_per_game_last_7" > 80
        OR "target"."fourth_quarter_minutes_last_7" < 0
        OR "target"."fourth_quarter_minutes_last_7" > 100
        OR "target"."player_age" < 16
        OR "target"."player_age" > 60
        OR NOT "target"."primary_scoring_zone" IN ('paint', 'perimeter', 'mid_range', 'balanced')
        OR "target"."paint_rate_last_10" < 0
        OR "target"."paint_rate_last_10" > 100
        OR "target"."three_pt_rate_last_10" < 0
        OR "target"."three_pt_rate_last_10" > 100
        OR "target"."assisted_rate_last_10" < 0
        OR "target"."assisted_rate_last_10" > 100
        OR "target"."shot_zone_data_available" IS NULL
        OR NOT ISFINITE("target"."cache_quality_score")
        OR "target"."cache_quality_score" < 0.0e0
        OR "target"."cache_quality_score" > 100.0e0
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR NOT "target"."cache_version" IN ('v1')
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
        OR "target"."source_team_offense_completeness_pct" < 0
        OR "target"."source_team_offense_completeness_pct" > 100
        OR "target"."source_upcoming_context_completeness_pct" < 0
        OR "target"."source_upcoming_context_completeness_pct" > 100
        OR "target"."source_shot_zone_completeness_pct" < 0
        OR "target"."source_shot_zone_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l5_completeness_pct")
        OR "target"."l5_completeness_pct" < 0.0e0
        OR "target"."l5_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10_completeness_pct")
        OR "target"."l10_completeness_pct" < 0.0e0
        OR "target"."l10_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'cache_date=',
        COALESCE(CAST("target"."cache_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_precompute"."player_daily_cache" AS "target"
    WHERE "target"."cache_date" BETWEEN $from AND $to
    GROUP BY "target"."cache_date", "target"."player_lookup"
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
  'cache_date, player_lookup is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
