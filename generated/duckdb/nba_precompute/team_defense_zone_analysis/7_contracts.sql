-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
      AND (
        "target"."team_abbr" IS NULL
        OR "target"."analysis_date" IS NULL
        OR "target"."paint_pct_allowed_last_15" < 0
        OR "target"."paint_pct_allowed_last_15" > 1
        OR "target"."paint_attempts_allowed_per_game" < 0
        OR "target"."paint_attempts_allowed_per_game" > 200
        OR "target"."paint_points_allowed_per_game" < 0
        OR "target"."paint_points_allowed_per_game" > 200
        OR "target"."paint_blocks_per_game" < 0
        OR "target"."paint_blocks_per_game" > 60
        OR "target"."paint_defense_vs_league_avg" < -100
        OR "target"."paint_defense_vs_league_avg" > 100
        OR "target"."mid_range_pct_allowed_last_15" < 0
        OR "target"."mid_range_pct_allowed_last_15" > 1
        OR "target"."mid_range_attempts_allowed_per_game" < 0
        OR "target"."mid_range_attempts_allowed_per_game" > 200
        OR "target"."mid_range_blocks_per_game" < 0
        OR "target"."mid_range_blocks_per_game" > 60
        OR "target"."mid_range_defense_vs_league_avg" < -100
        OR "target"."mid_range_defense_vs_league_avg" > 100
        OR "target"."three_pt_pct_allowed_last_15" < 0
        OR "target"."three_pt_pct_allowed_last_15" > 1
        OR "target"."three_pt_attempts_allowed_per_game" < 0
        OR "target"."three_pt_attempts_allowed_per_game" > 200
        OR "target"."three_pt_blocks_per_game" < 0
        OR "target"."three_pt_blocks_per_game" > 60
        OR "target"."three_pt_defense_vs_league_avg" < -100
        OR "target"."three_pt_defense_vs_league_avg" > 100
        OR "target"."defensive_rating_last_15" < 0
        OR "target"."defensive_rating_last_15" > 300
        OR "target"."opponent_points_per_game" < 0
        OR "target"."opponent_points_per_game" > 250
        OR "target"."opponent_pace" < 0
        OR "target"."opponent_pace" > 200
        OR "target"."games_in_sample" < 0
        OR "target"."games_in_sample" > 15
        OR NOT "target"."strongest_zone" IN ('paint', 'mid_range', 'perimeter')
        OR NOT "target"."weakest_zone" IN ('paint', 'mid_range', 'perimeter')
        OR NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."team_abbr",
        "target"."analysis_date"
      FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
      WHERE "target"."analysis_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'team_abbr=',
        COALESCE("target"."team_abbr", '∅'),
        ', analysis_date=',
        COALESCE(CAST("target"."analysis_date" AS VARCHAR), '∅')
      ) AS "example",
      [
        CASE WHEN "target"."team_abbr" IS NULL THEN 'team_abbr is present' END,
        CASE WHEN "target"."analysis_date" IS NULL THEN 'analysis_date is present' END,
        CASE
          WHEN "target"."paint_pct_allowed_last_15" < 0 OR "target"."paint_pct_allowed_last_15" > 1
            THEN 'paint_pct_allowed_last_15 is within 0...1'
        END,
        CASE
          WHEN "target"."paint_attempts_allowed_per_game" < 0
              OR "target"."paint_attempts_allowed_per_game" > 200
            THEN 'paint_attempts_allowed_per_game is within 0...200'
        END,
        CASE
          WHEN "target"."paint_points_allowed_per_game" < 0
              OR "target"."paint_points_allowed_per_game" > 200
            THEN 'paint_points_allowed_per_game is within 0...200'
        END,
        CASE
          WHEN "target"."paint_blocks_per_game" < 0 OR "target"."paint_blocks_per_game" > 60
            THEN 'paint_blocks_per_game is within 0...60'
        END,
        CASE
          WHEN "target"."paint_defense_vs_league_avg" < -100
              OR "target"."paint_defense_vs_league_avg" > 100
            THEN 'paint_defense_vs_league_avg is within -100...100'
        END,
        CASE
          WHEN "target"."mid_range_pct_allowed_last_15" < 0
              OR "target"."mid_range_pct_allowed_last_15" > 1
            THEN 'mid_range_pct_allowed_last_15 is within 0...1'
        END,
        CASE
          WHEN "target"."mid_range_attempts_allowed_per_game" < 0
              OR "target"."mid_range_attempts_allowed_per_game" > 200
            THEN 'mid_range_attempts_allowed_per_game is within 0...200'
        END,
        CASE
          WHEN "target"."mid_range_blocks_per_game" < 0 OR "target"."mid_range_blocks_per_game" > 60
            THEN 'mid_range_blocks_per_game is within 0...60'
        END,
        CASE
          WHEN "target"."mid_range_defense_vs_league_avg" < -100
              OR "target"."mid_range_defense_vs_league_avg" > 100
            THEN 'mid_range_defense_vs_league_avg is within -100...100'
        END,
        CASE
          WHEN "target"."three_pt_pct_allowed_last_15" < 0
              OR "target"."three_pt_pct_allowed_last_15" > 1
            THEN 'three_pt_pct_allowed_last_15 is within 0...1'
        END,
        CASE
          WHEN "target"."three_pt_attempts_allowed_per_game" < 0
              OR "target"."three_pt_attempts_allowed_per_game" > 200
            THEN 'three_pt_attempts_allowed_per_game is within 0...200'
        END,
        CASE
          WHEN "target"."three_pt_blocks_per_game" < 0 OR "target"."three_pt_blocks_per_game" > 60
            THEN 'three_pt_blocks_per_game is within 0...60'
        END,
        CASE
          WHEN "target"."three_pt_defense_vs_league_avg" < -100
              OR "target"."three_pt_defense_vs_league_avg" > 100
            THEN 'three_pt_defense_vs_league_avg is within -100...100'
        END,
        CASE
          WHEN "target"."defensive_rating_last_15" < 0 OR "target"."defensive_rating_last_15" > 300
            THEN 'defensive_rating_last_15 is within 0...300'
        END,
        CASE
          WHEN "target"."opponent_points_per_game" < 0 OR "target"."opponent_points_per_game" > 250
            THEN 'opponent_points_per_game is within 0...250'
        END,
        CASE
          WHEN "target"."opponent_pace" < 0 OR "target"."opponent_pace" > 200
            THEN 'opponent_pace is within 0...200'
        END,
        CASE
          WHEN "target"."games_in_sample" < 0 OR "target"."games_in_sample" > 15
            THEN 'games_in_sample is within 0...15'
        END,
        CASE
          WHEN NOT "target"."strongest_zone" IN ('paint', 'mid_range', 'perimeter')
            THEN 'strongest_zone is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."weakest_zone" IN ('paint', 'mid_range', 'perimeter')
            THEN 'weakest_zone is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
            THEN 'data_quality_tier is one of the declared words'
        END,
        CASE
          WHEN "target"."source_team_defense_completeness_pct" < 0
              OR "target"."source_team_defense_completeness_pct" > 100
            THEN 'source_team_defense_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."completeness_percentage")
            THEN 'completeness_percentage is finite'
        END,
        CASE
          WHEN "target"."completeness_percentage" < 0.0e0
              OR "target"."completeness_percentage" > 100.0e0
            THEN 'completeness_percentage is within 0...100'
        END
      ] AS "contracts"
    FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
      AND (
        "target"."team_abbr" IS NULL
        OR "target"."analysis_date" IS NULL
        OR "target"."paint_pct_allowed_last_15" < 0
        OR "target"."paint_pct_allowed_last_15" > 1
        OR "target"."paint_attempts_allowed_per_game" < 0
        OR "target"."paint_attempts_allowed_per_game" > 200
        OR "target"."paint_points_allowed_per_game" < 0
        OR "target"."paint_points_allowed_per_game" > 200
        OR "target"."paint_blocks_per_game" < 0
        OR "target"."paint_blocks_per_game" > 60
        OR "target"."paint_defense_vs_league_avg" < -100
        OR "target"."paint_defense_vs_league_avg" > 100
        OR "target"."mid_range_pct_allowed_last_15" < 0
        OR "target"."mid_range_pct_allowed_last_15" > 1
        OR "target"."mid_range_attempts_allowed_per_game" < 0
        OR "target"."mid_range_attempts_allowed_per_game" > 200
        OR "target"."mid_range_blocks_per_game" < 0
        OR "target"."mid_range_blocks_per_game" > 60
        OR "target"."mid_range_defense_vs_league_avg" < -100
        OR "target"."mid_range_defense_vs_league_avg" > 100
        OR "target"."three_pt_pct_allowed_last_15" < 0
        OR "target"."three_pt_pct_allowed_last_15" > 1
        OR "target"."three_pt_attempts_allowed_per_game" < 0
        OR "target"."three_pt_attempts_allowed_per_game" > 200
        OR "target"."three_pt_blocks_per_game" < 0
        OR "target"."three_pt_blocks_per_game" > 60
        OR "target"."three_pt_defense_vs_league_avg" < -100
        OR "target"."three_pt_defense_vs_league_avg" > 100
        OR "target"."defensive_rating_last_15" < 0
        OR "target"."defensive_rating_last_15" > 300
        OR "target"."opponent_points_per_game" < 0
        OR "target"."opponent_points_per_game" > 250
        OR "target"."opponent_pace" < 0
        OR "target"."opponent_pace" > 200
        OR "target"."games_in_sample" < 0
        OR "target"."games_in_sample" > 15
        OR NOT "target"."strongest_zone" IN ('paint', 'mid_range', 'perimeter')
        OR NOT "target"."weakest_zone" IN ('paint', 'mid_range', 'perimeter')
        OR NOT "target"."data_quality_tier" IN ('high', 'medium', 'low')
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'team_abbr=',
        COALESCE("target"."team_abbr", '∅'),
        ', analysis_date=',
        COALESCE(CAST("target"."analysis_date" AS VARCHAR), '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
    GROUP BY "target"."team_abbr", "target"."analysis_date"
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
  'team_abbr, analysis_date is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
