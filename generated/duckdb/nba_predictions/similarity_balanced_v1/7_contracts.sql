-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_predictions"."similarity_balanced_v1" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."predicted_points" IS NULL
        OR "target"."predicted_points" < 0
        OR "target"."predicted_points" > 60
        OR "target"."confidence_score" IS NULL
        OR "target"."confidence_score" < 0
        OR "target"."confidence_score" > 1
        OR "target"."recommendation" IS NULL
        OR NOT "target"."recommendation" IN ('OVER', 'UNDER', 'PASS', 'NO_LINE')
        OR "target"."current_points_line" < 0
        OR "target"."current_points_line" > 100
        OR "target"."similarity_baseline" < 0
        OR "target"."similarity_baseline" > 120
        OR "target"."fatigue_adjustment" < -60
        OR "target"."fatigue_adjustment" > 60
        OR "target"."shot_zone_adjustment" < -60
        OR "target"."shot_zone_adjustment" > 60
        OR "target"."referee_adjustment" < -60
        OR "target"."referee_adjustment" > 60
        OR "target"."look_ahead_adjustment" < -60
        OR "target"."look_ahead_adjustment" > 60
        OR "target"."pace_adjustment" < -60
        OR "target"."pace_adjustment" > 60
        OR "target"."usage_spike_adjustment" < -60
        OR "target"."usage_spike_adjustment" > 60
        OR "target"."home_away_adjustment" < -60
        OR "target"."home_away_adjustment" > 60
        OR "target"."other_adjustments" < -60
        OR "target"."other_adjustments" > 60
        OR "target"."similar_games_count" < 5
        OR "target"."similar_games_count" > 20
        OR "target"."avg_similarity_score" < 70
        OR "target"."avg_similarity_score" > 100
        OR "target"."min_similarity_score" < 70
        OR "target"."min_similarity_score" > 100
        OR "target"."prediction_variance" < 0
        OR "target"."prediction_variance" > 900
        OR "target"."system_agreement_score" < 50
        OR "target"."system_agreement_score" > 95
        OR "target"."contributing_systems" < 2
        OR "target"."contributing_systems" > 4
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_predictions"."similarity_balanced_v1" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_predictions"."similarity_balanced_v1" AS "target"
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
        CASE WHEN "target"."predicted_points" IS NULL THEN 'predicted_points is present' END,
        CASE
          WHEN "target"."predicted_points" < 0 OR "target"."predicted_points" > 60
            THEN 'predicted_points is within 0...60'
        END,
        CASE WHEN "target"."confidence_score" IS NULL THEN 'confidence_score is present' END,
        CASE
          WHEN "target"."confidence_score" < 0 OR "target"."confidence_score" > 1
            THEN 'confidence_score is within 0...1'
        END,
        CASE WHEN "target"."recommendation" IS NULL THEN 'recommendation is present' END,
        CASE
          WHEN NOT "target"."recommendation" IN ('OVER', 'UNDER', 'PASS', 'NO_LINE')
            THEN 'recommendation is one of the declared words'
        END,
        CASE
          WHEN "target"."current_points_line" < 0 OR "target"."current_points_line" > 100
            THEN 'current_points_line is within 0...100'
        END,
        CASE
          WHEN "target"."similarity_baseline" < 0 OR "target"."similarity_baseline" > 120
            THEN 'similarity_baseline is within 0...120'
        END,
        CASE
          WHEN "target"."fatigue_adjustment" < -60 OR "target"."fatigue_adjustment" > 60
            THEN 'fatigue_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."shot_zone_adjustment" < -60 OR "target"."shot_zone_adjustment" > 60
            THEN 'shot_zone_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."referee_adjustment" < -60 OR "target"."referee_adjustment" > 60
            THEN 'referee_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."look_ahead_adjustment" < -60 OR "target"."look_ahead_adjustment" > 60
            THEN 'look_ahead_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."pace_adjustment" < -60 OR "target"."pace_adjustment" > 60
            THEN 'pace_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."usage_spike_adjustment" < -60 OR "target"."usage_spike_adjustment" > 60
            THEN 'usage_spike_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."home_away_adjustment" < -60 OR "target"."home_away_adjustment" > 60
            THEN 'home_away_adjustment is within -60...60'
        END,
        CASE
          WHEN "target"."other_adjustments" < -60 OR "target"."other_adjustments" > 60
            THEN 'other_adjustments is within -60...60'
        END,
        CASE
          WHEN "target"."similar_games_count" < 5 OR "target"."similar_games_count" > 20
            THEN 'similar_games_count is within 5...20'
        END,
        CASE
          WHEN "target"."avg_similarity_score" < 70 OR "target"."avg_similarity_score" > 100
            THEN 'avg_similarity_score is within 70...100'
        END,
        CASE
          WHEN "target"."min_similarity_score" < 70 OR "target"."min_similarity_score" > 100
            THEN 'min_similarity_score is within 70...100'
        END,
        CASE
          WHEN "target"."prediction_variance" < 0 OR "target"."prediction_variance" > 900
            THEN 'prediction_variance is within 0...900'
        END,
        CASE
          WHEN "target"."system_agreement_score" < 50 OR "target"."system_agreement_score" > 95
            THEN 'system_agreement_score is within 50...95'
        END,
        CASE
          WHEN "target"."contributing_systems" < 2 OR "target"."contributing_systems" > 4
            THEN 'contributing_systems is within 2...4'
        END
      ] AS "contracts"
    FROM "nba_predictions"."similarity_balanced_v1" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."predicted_points" IS NULL
        OR "target"."predicted_points" < 0
        OR "target"."predicted_points" > 60
        OR "target"."confidence_score" IS NULL
        OR "target"."confidence_score" < 0
        OR "target"."confidence_score" > 1
        OR "target"."recommendation" IS NULL
        OR NOT "target"."recommendation" IN ('OVER', 'UNDER', 'PASS', 'NO_LINE')
        OR "target"."current_points_line" < 0
        OR "target"."current_points_line" > 100
        OR "target"."similarity_baseline" < 0
        OR "target"."similarity_baseline" > 120
        OR "target"."fatigue_adjustment" < -60
        OR "target"."fatigue_adjustment" > 60
        OR "target"."shot_zone_adjustment" < -60
        OR "target"."shot_zone_adjustment" > 60
        OR "target"."referee_adjustment" < -60
        OR "target"."referee_adjustment" > 60
        OR "target"."look_ahead_adjustment" < -60
        OR "target"."look_ahead_adjustment" > 60
        OR "target"."pace_adjustment" < -60
        OR "target"."pace_adjustment" > 60
        OR "target"."usage_spike_adjustment" < -60
        OR "target"."usage_spike_adjustment" > 60
        OR "target"."home_away_adjustment" < -60
        OR "target"."home_away_adjustment" > 60
        OR "target"."other_adjustments" < -60
        OR "target"."other_adjustments" > 60
        OR "target"."similar_games_count" < 5
        OR "target"."similar_games_count" > 20
        OR "target"."avg_similarity_score" < 70
        OR "target"."avg_similarity_score" > 100
        OR "target"."min_similarity_score" < 70
        OR "target"."min_similarity_score" > 100
        OR "target"."prediction_variance" < 0
        OR "target"."prediction_variance" > 900
        OR "target"."system_agreement_score" < 50
        OR "target"."system_agreement_score" > 95
        OR "target"."contributing_systems" < 2
        OR "target"."contributing_systems" > 4
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
    FROM "nba_predictions"."similarity_balanced_v1" AS "target"
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
