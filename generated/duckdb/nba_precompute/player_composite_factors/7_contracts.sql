-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_composite_factors" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."fatigue_score" IS NULL
        OR "target"."fatigue_score" < 0
        OR "target"."fatigue_score" > 100
        OR "target"."shot_zone_mismatch_score" IS NULL
        OR "target"."shot_zone_mismatch_score" < -10
        OR "target"."shot_zone_mismatch_score" > 10
        OR "target"."pace_score" IS NULL
        OR "target"."pace_score" < -3
        OR "target"."pace_score" > 3
        OR "target"."usage_spike_score" IS NULL
        OR "target"."usage_spike_score" < -3
        OR "target"."usage_spike_score" > 3
        OR "target"."referee_favorability_score" IS NULL
        OR "target"."referee_favorability_score" < 0
        OR "target"."referee_favorability_score" > 0
        OR "target"."look_ahead_pressure_score" IS NULL
        OR "target"."look_ahead_pressure_score" < 0
        OR "target"."look_ahead_pressure_score" > 0
        OR "target"."travel_impact_score" IS NULL
        OR "target"."travel_impact_score" < 0
        OR "target"."travel_impact_score" > 0
        OR "target"."opponent_strength_score" IS NULL
        OR "target"."opponent_strength_score" < 0
        OR "target"."opponent_strength_score" > 0
        OR "target"."total_composite_adjustment" IS NULL
        OR "target"."total_composite_adjustment" < -21
        OR "target"."total_composite_adjustment" > 16
        OR NOT "target"."calculation_version" IN ('v1_4factors')
        OR "target"."data_completeness_pct" IS NULL
        OR "target"."data_completeness_pct" < 0
        OR "target"."data_completeness_pct" > 100
        OR "target"."has_warnings" IS NULL
        OR "target"."source_player_context_completeness_pct" < 0
        OR "target"."source_player_context_completeness_pct" > 100
        OR "target"."source_team_context_completeness_pct" < 0
        OR "target"."source_team_context_completeness_pct" > 100
        OR "target"."source_player_shot_completeness_pct" < 0
        OR "target"."source_player_shot_completeness_pct" > 100
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR "target"."upstream_player_shot_ready" IS NULL
        OR "target"."upstream_team_defense_ready" IS NULL
        OR "target"."upstream_player_context_ready" IS NULL
        OR "target"."upstream_team_context_ready" IS NULL
        OR "target"."all_upstreams_ready" IS NULL
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_precompute"."player_composite_factors" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_precompute"."player_composite_factors" AS "target"
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
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."fatigue_score" IS NULL THEN 'fatigue_score is present' END,
        CASE
          WHEN "target"."fatigue_score" < 0 OR "target"."fatigue_score" > 100
            THEN 'fatigue_score is within 0...100'
        END,
        CASE
          WHEN "target"."shot_zone_mismatch_score" IS NULL
            THEN 'shot_zone_mismatch_score is present'
        END,
        CASE
          WHEN "target"."shot_zone_mismatch_score" < -10 OR "target"."shot_zone_mismatch_score" > 10
            THEN 'shot_zone_mismatch_score is within -10...10'
        END,
        CASE WHEN "target"."pace_score" IS NULL THEN 'pace_score is present' END,
        CASE
          WHEN "target"."pace_score" < -3 OR "target"."pace_score" > 3
            THEN 'pace_score is within -3...3'
        END,
        CASE WHEN "target"."usage_spike_score" IS NULL THEN 'usage_spike_score is present' END,
        CASE
          WHEN "target"."usage_spike_score" < -3 OR "target"."usage_spike_score" > 3
            THEN 'usage_spike_score is within -3...3'
        END,
        CASE
          WHEN "target"."referee_favorability_score" IS NULL
            THEN 'referee_favorability_score is present'
        END,
        CASE
          WHEN "target"."referee_favorability_score" < 0
              OR "target"."referee_favorability_score" > 0
            THEN 'referee_favorability_score is within 0...0'
        END,
        CASE
          WHEN "target"."look_ahead_pressure_score" IS NULL
            THEN 'look_ahead_pressure_score is present'
        END,
        CASE
          WHEN "target"."look_ahead_pressure_score" < 0 OR "target"."look_ahead_pressure_score" > 0
            THEN 'look_ahead_pressure_score is within 0...0'
        END,
        CASE WHEN "target"."travel_impact_score" IS NULL THEN 'travel_impact_score is present' END,
        CASE
          WHEN "target"."travel_impact_score" < 0 OR "target"."travel_impact_score" > 0
            THEN 'travel_impact_score is within 0...0'
        END,
        CASE
          WHEN "target"."opponent_strength_score" IS NULL THEN 'opponent_strength_score is present'
        END,
        CASE
          WHEN "target"."opponent_strength_score" < 0 OR "target"."opponent_strength_score" > 0
            THEN 'opponent_strength_score is within 0...0'
        END,
        CASE
          WHEN "target"."total_composite_adjustment" IS NULL
            THEN 'total_composite_adjustment is present'
        END,
        CASE
          WHEN "target"."total_composite_adjustment" < -21
              OR "target"."total_composite_adjustment" > 16
            THEN 'total_composite_adjustment is within -21...16'
        END,
        CASE
          WHEN NOT "target"."calculation_version" IN ('v1_4factors')
            THEN 'calculation_version is one of the declared words'
        END,
        CASE
          WHEN "target"."data_completeness_pct" IS NULL THEN 'data_completeness_pct is present'
        END,
        CASE
          WHEN "target"."data_completeness_pct" < 0 OR "target"."data_completeness_pct" > 100
            THEN 'data_completeness_pct is within 0...100'
        END,
        CASE WHEN "target"."has_warnings" IS NULL THEN 'has_warnings is present' END,
        CASE
          WHEN "target"."source_player_context_completeness_pct" < 0
              OR "target"."source_player_context_completeness_pct" > 100
            THEN 'source_player_context_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_team_context_completeness_pct" < 0
              OR "target"."source_team_context_completeness_pct" > 100
            THEN 'source_team_context_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_player_shot_completeness_pct" < 0
              OR "target"."source_player_shot_completeness_pct" > 100
            THEN 'source_player_shot_completeness_pct is within 0...100'
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
        END,
        CASE
          WHEN "target"."upstream_player_shot_ready" IS NULL
            THEN 'upstream_player_shot_ready is present'
        END,
        CASE
          WHEN "target"."upstream_team_defense_ready" IS NULL
            THEN 'upstream_team_defense_ready is present'
        END,
        CASE
          WHEN "target"."upstream_player_context_ready" IS NULL
            THEN 'upstream_player_context_ready is present'
        END,
        CASE
          WHEN "target"."upstream_team_context_ready" IS NULL
            THEN 'upstream_team_context_ready is present'
        END,
        CASE WHEN "target"."all_upstreams_ready" IS NULL THEN 'all_upstreams_ready is present' END
      ] AS "contracts"
    FROM "nba_precompute"."player_composite_factors" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."fatigue_score" IS NULL
        OR "target"."fatigue_score" < 0
        OR "target"."fatigue_score" > 100
        OR "target"."shot_zone_mismatch_score" IS NULL
        OR "target"."shot_zone_mismatch_score" < -10
        OR "target"."shot_zone_mismatch_score" > 10
        OR "target"."pace_score" IS NULL
        OR "target"."pace_score" < -3
        OR "target"."pace_score" > 3
        OR "target"."usage_spike_score" IS NULL
        OR "target"."usage_spike_score" < -3
        OR "target"."usage_spike_score" > 3
        OR "target"."referee_favorability_score" IS NULL
        OR "target"."referee_favorability_score" < 0
        OR "target"."referee_favorability_score" > 0
        OR "target"."look_ahead_pressure_score" IS NULL
        OR "target"."look_ahead_pressure_score" < 0
        OR "target"."look_ahead_pressure_score" > 0
        OR "target"."travel_impact_score" IS NULL
        OR "target"."travel_impact_score" < 0
        OR "target"."travel_impact_score" > 0
        OR "target"."opponent_strength_score" IS NULL
        OR "target"."opponent_strength_score" < 0
        OR "target"."opponent_strength_score" > 0
        OR "target"."total_composite_adjustment" IS NULL
        OR "target"."total_composite_adjustment" < -21
        OR "target"."total_composite_adjustment" > 16
        OR NOT "target"."calculation_version" IN ('v1_4factors')
        OR "target"."data_completeness_pct" IS NULL
        OR "target"."data_completeness_pct" < 0
        OR "target"."data_completeness_pct" > 100
        OR "target"."has_warnings" IS NULL
        OR "target"."source_player_context_completeness_pct" < 0
        OR "target"."source_player_context_completeness_pct" > 100
        OR "target"."source_team_context_completeness_pct" < 0
        OR "target"."source_team_context_completeness_pct" > 100
        OR "target"."source_player_shot_completeness_pct" < 0
        OR "target"."source_player_shot_completeness_pct" > 100
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR "target"."upstream_player_shot_ready" IS NULL
        OR "target"."upstream_team_defense_ready" IS NULL
        OR "target"."upstream_player_context_ready" IS NULL
        OR "target"."upstream_team_context_ready" IS NULL
        OR "target"."all_upstreams_ready" IS NULL
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
    FROM "nba_precompute"."player_composite_factors" AS "target"
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
