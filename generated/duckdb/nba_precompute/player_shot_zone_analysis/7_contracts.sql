-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."analysis_date" IS NULL
        OR "target"."paint_rate_last_10" < 0
        OR "target"."paint_rate_last_10" > 100
        OR "target"."mid_range_rate_last_10" < 0
        OR "target"."mid_range_rate_last_10" > 100
        OR "target"."three_pt_rate_last_10" < 0
        OR "target"."three_pt_rate_last_10" > 100
        OR "target"."total_shots_last_10" < 0
        OR "target"."total_shots_last_10" > 800
        OR "target"."games_in_sample_10" < 0
        OR "target"."games_in_sample_10" > 10
        OR NOT "target"."sample_quality_10" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."paint_pct_last_10" < 0
        OR "target"."paint_pct_last_10" > 1
        OR "target"."mid_range_pct_last_10" < 0
        OR "target"."mid_range_pct_last_10" > 1
        OR "target"."three_pt_pct_last_10" < 0
        OR "target"."three_pt_pct_last_10" > 1
        OR "target"."paint_attempts_per_game" < 0
        OR "target"."paint_attempts_per_game" > 80
        OR "target"."mid_range_attempts_per_game" < 0
        OR "target"."mid_range_attempts_per_game" > 80
        OR "target"."three_pt_attempts_per_game" < 0
        OR "target"."three_pt_attempts_per_game" > 80
        OR "target"."paint_rate_last_20" < 0
        OR "target"."paint_rate_last_20" > 100
        OR "target"."paint_pct_last_20" < 0
        OR "target"."paint_pct_last_20" > 1
        OR "target"."games_in_sample_20" < 15
        OR "target"."games_in_sample_20" > 20
        OR NOT "target"."sample_quality_20" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."assisted_rate_last_10" < 0
        OR "target"."assisted_rate_last_10" > 100
        OR "target"."unassisted_rate_last_10" < 0
        OR "target"."unassisted_rate_last_10" > 100
        OR NOT "target"."primary_scoring_zone" IN ('paint', 'perimeter', 'mid_range', 'balanced')
        OR NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ABS(CAST("target"."paint_rate_last_10" AS DOUBLE) + "target"."mid_range_rate_last_10"
          + "target"."three_pt_rate_last_10" - 100) <= 0.05e0
        OR NOT ABS(CAST("target"."assisted_rate_last_10" AS DOUBLE)
          + "target"."unassisted_rate_last_10" - 100) <= 0.05e0
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."player_lookup",
        "target"."analysis_date"
      FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
      WHERE "target"."analysis_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'player_lookup=',
        COALESCE("target"."player_lookup", '∅'),
        ', analysis_date=',
        COALESCE(CAST("target"."analysis_date" AS VARCHAR), '∅')
      ) AS "example",
      [
        CASE WHEN "target"."player_lookup" IS NULL THEN 'player_lookup is present' END,
        CASE WHEN "target"."analysis_date" IS NULL THEN 'analysis_date is present' END,
        CASE
          WHEN "target"."paint_rate_last_10" < 0 OR "target"."paint_rate_last_10" > 100
            THEN 'paint_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."mid_range_rate_last_10" < 0 OR "target"."mid_range_rate_last_10" > 100
            THEN 'mid_range_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."three_pt_rate_last_10" < 0 OR "target"."three_pt_rate_last_10" > 100
            THEN 'three_pt_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."total_shots_last_10" < 0 OR "target"."total_shots_last_10" > 800
            THEN 'total_shots_last_10 is within 0...800'
        END,
        CASE
          WHEN "target"."games_in_sample_10" < 0 OR "target"."games_in_sample_10" > 10
            THEN 'games_in_sample_10 is within 0...10'
        END,
        CASE
          WHEN NOT "target"."sample_quality_10" IN ('excellent', 'good', 'limited', 'insufficient')
            THEN 'sample_quality_10 is one of the declared words'
        END,
        CASE
          WHEN "target"."paint_pct_last_10" < 0 OR "target"."paint_pct_last_10" > 1
            THEN 'paint_pct_last_10 is within 0...1'
        END,
        CASE
          WHEN "target"."mid_range_pct_last_10" < 0 OR "target"."mid_range_pct_last_10" > 1
            THEN 'mid_range_pct_last_10 is within 0...1'
        END,
        CASE
          WHEN "target"."three_pt_pct_last_10" < 0 OR "target"."three_pt_pct_last_10" > 1
            THEN 'three_pt_pct_last_10 is within 0...1'
        END,
        CASE
          WHEN "target"."paint_attempts_per_game" < 0 OR "target"."paint_attempts_per_game" > 80
            THEN 'paint_attempts_per_game is within 0...80'
        END,
        CASE
          WHEN "target"."mid_range_attempts_per_game" < 0
              OR "target"."mid_range_attempts_per_game" > 80
            THEN 'mid_range_attempts_per_game is within 0...80'
        END,
        CASE
          WHEN "target"."three_pt_attempts_per_game" < 0
              OR "target"."three_pt_attempts_per_game" > 80
            THEN 'three_pt_attempts_per_game is within 0...80'
        END,
        CASE
          WHEN "target"."paint_rate_last_20" < 0 OR "target"."paint_rate_last_20" > 100
            THEN 'paint_rate_last_20 is within 0...100'
        END,
        CASE
          WHEN "target"."paint_pct_last_20" < 0 OR "target"."paint_pct_last_20" > 1
            THEN 'paint_pct_last_20 is within 0...1'
        END,
        CASE
          WHEN "target"."games_in_sample_20" < 15 OR "target"."games_in_sample_20" > 20
            THEN 'games_in_sample_20 is within 15...20'
        END,
        CASE
          WHEN NOT "target"."sample_quality_20" IN ('excellent', 'good', 'limited', 'insufficient')
            THEN 'sample_quality_20 is one of the declared words'
        END,
        CASE
          WHEN "target"."assisted_rate_last_10" < 0 OR "target"."assisted_rate_last_10" > 100
            THEN 'assisted_rate_last_10 is within 0...100'
        END,
        CASE
          WHEN "target"."unassisted_rate_last_10" < 0 OR "target"."unassisted_rate_last_10" > 100
            THEN 'unassisted_rate_last_10 is within 0...100'
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
          WHEN NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
            THEN 'data_quality_tier is one of the declared words'
        END,
        CASE
          WHEN "target"."source_player_game_completeness_pct" < 0
              OR "target"."source_player_game_completeness_pct" > 100
            THEN 'source_player_game_completeness_pct is within 0...100'
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
          WHEN NOT ABS(CAST("target"."paint_rate_last_10" AS DOUBLE)
                + "target"."mid_range_rate_last_10"
                + "target"."three_pt_rate_last_10" - 100) <= 0.05e0
            THEN 'the three rates make 100'
        END,
        CASE
          WHEN NOT ABS(CAST("target"."assisted_rate_last_10" AS DOUBLE)
                + "target"."unassisted_rate_last_10" - 100) <= 0.05e0
            THEN 'assisted and unassisted shares make 100'
        END
      ] AS "contracts"
    FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."analysis_date" IS NULL
        OR "target"."paint_rate_last_10" < 0
        OR "target"."paint_rate_last_10" > 100
        OR "target"."mid_range_rate_last_10" < 0
        OR "target"."mid_range_rate_last_10" > 100
        OR "target"."three_pt_rate_last_10" < 0
        OR "target"."three_pt_rate_last_10" > 100
        OR "target"."total_shots_last_10" < 0
        OR "target"."total_shots_last_10" > 800
        OR "target"."games_in_sample_10" < 0
        OR "target"."games_in_sample_10" > 10
        OR NOT "target"."sample_quality_10" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."paint_pct_last_10" < 0
        OR "target"."paint_pct_last_10" > 1
        OR "target"."mid_range_pct_last_10" < 0
        OR "target"."mid_range_pct_last_10" > 1
        OR "target"."three_pt_pct_last_10" < 0
        OR "target"."three_pt_pct_last_10" > 1
        OR "target"."paint_attempts_per_game" < 0
        OR "target"."paint_attempts_per_game" > 80
        OR "target"."mid_range_attempts_per_game" < 0
        OR "target"."mid_range_attempts_per_game" > 80
        OR "target"."three_pt_attempts_per_game" < 0
        OR "target"."three_pt_attempts_per_game" > 80
        OR "target"."paint_rate_last_20" < 0
        OR "target"."paint_rate_last_20" > 100
        OR "target"."paint_pct_last_20" < 0
        OR "target"."paint_pct_last_20" > 1
        OR "target"."games_in_sample_20" < 15
        OR "target"."games_in_sample_20" > 20
        OR NOT "target"."sample_quality_20" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."assisted_rate_last_10" < 0
        OR "target"."assisted_rate_last_10" > 100
        OR "target"."unassisted_rate_last_10" < 0
        OR "target"."unassisted_rate_last_10" > 100
        OR NOT "target"."primary_scoring_zone" IN ('paint', 'perimeter', 'mid_range', 'balanced')
        OR NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ABS(CAST("target"."paint_rate_last_10" AS DOUBLE) + "target"."mid_range_rate_last_10"
          + "target"."three_pt_rate_last_10" - 100) <= 0.05e0
        OR NOT ABS(CAST("target"."assisted_rate_last_10" AS DOUBLE)
          + "target"."unassisted_rate_last_10" - 100) <= 0.05e0
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'player_lookup=',
        COALESCE("target"."player_lookup", '∅'),
        ', analysis_date=',
        COALESCE(CAST("target"."analysis_date" AS VARCHAR), '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
    GROUP BY "target"."player_lookup", "target"."analysis_date"
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
  'player_lookup, analysis_date is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
