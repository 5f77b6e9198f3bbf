-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_ensemble_v1" (
  "player_lookup" VARCHAR,
  "game_date" DATE,
  "predicted_points" DECIMAL(8, 6),
  "confidence_score" DECIMAL(7, 6),
  "recommendation" VARCHAR,
  "current_points_line" DECIMAL(4, 1),
  "similarity_baseline" DECIMAL(5, 1),
  "fatigue_adjustment" DECIMAL(5, 2),
  "shot_zone_adjustment" DECIMAL(5, 2),
  "referee_adjustment" DECIMAL(5, 2),
  "look_ahead_adjustment" DECIMAL(5, 2),
  "pace_adjustment" DECIMAL(5, 2),
  "usage_spike_adjustment" DECIMAL(5, 2),
  "home_away_adjustment" DECIMAL(5, 2),
  "other_adjustments" DECIMAL(5, 2),
  "similar_games_count" BIGINT,
  "avg_similarity_score" DECIMAL(5, 2),
  "min_similarity_score" DECIMAL(5, 2),
  "ml_model_id" VARCHAR,
  "prediction_variance" DECIMAL(5, 2),
  "system_agreement_score" DECIMAL(5, 2),
  "contributing_systems" BIGINT,
  "key_factors" VARCHAR,
  "warnings" VARCHAR,
  "failure_category" VARCHAR,
  "failure_reason" VARCHAR,
  "failure_can_retry" BOOLEAN,
  "failure_expected" BIGINT,
  "failure_actual" BIGINT,
  "row_text" VARCHAR
);

-- check
WITH
  "keys" AS (
    SELECT
      "staged"."game_date",
      "staged"."player_lookup",
      COUNT(*) AS "copies"
    FROM "staged_ensemble_v1" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."game_date", "staged"."player_lookup"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_ensemble_v1" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'game_date=',
          COALESCE(CAST("game_date" AS VARCHAR), '∅'),
          ', player_lookup=',
          COALESCE("player_lookup", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_predictions"."ensemble_v1" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_predictions"."ensemble_v1" (
  "player_lookup",
  "game_date",
  "predicted_points",
  "confidence_score",
  "recommendation",
  "current_points_line",
  "similarity_baseline",
  "fatigue_adjustment",
  "shot_zone_adjustment",
  "referee_adjustment",
  "look_ahead_adjustment",
  "pace_adjustment",
  "usage_spike_adjustment",
  "home_away_adjustment",
  "other_adjustments",
  "similar_games_count",
  "avg_similarity_score",
  "min_similarity_score",
  "ml_model_id",
  "prediction_variance",
  "system_agreement_score",
  "contributing_systems",
  "key_factors",
  "warnings",
  "data_hash",
  "created_at",
  "updated_at"
)
SELECT
  "staged"."player_lookup",
  "staged"."game_date",
  "staged"."predicted_points",
  "staged"."confidence_score",
  "staged"."recommendation",
  "staged"."current_points_line",
  "staged"."similarity_baseline",
  "staged"."fatigue_adjustment",
  "staged"."shot_zone_adjustment",
  "staged"."referee_adjustment",
  "staged"."look_ahead_adjustment",
  "staged"."pace_adjustment",
  "staged"."usage_spike_adjustment",
  "staged"."home_away_adjustment",
  "staged"."other_adjustments",
  "staged"."similar_games_count",
  "staged"."avg_similarity_score",
  "staged"."min_similarity_score",
  "staged"."ml_model_id",
  "staged"."prediction_variance",
  "staged"."system_agreement_score",
  "staged"."contributing_systems",
  "staged"."key_factors",
  "staged"."warnings",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "staged_ensemble_v1" AS "staged"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_predictions"."ensemble_v1" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_ensemble_v1" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_predictions"."ensemble_v1" AS "target"
USING (
  SELECT
    "staged"."player_lookup",
    "staged"."game_date",
    "staged"."predicted_points",
    "staged"."confidence_score",
    "staged"."recommendation",
    "staged"."current_points_line",
    "staged"."similarity_baseline",
    "staged"."fatigue_adjustment",
    "staged"."shot_zone_adjustment",
    "staged"."referee_adjustment",
    "staged"."look_ahead_adjustment",
    "staged"."pace_adjustment",
    "staged"."usage_spike_adjustment",
    "staged"."home_away_adjustment",
    "staged"."other_adjustments",
    "staged"."similar_games_count",
    "staged"."avg_similarity_score",
    "staged"."min_similarity_score",
    "staged"."ml_model_id",
    "staged"."prediction_variance",
    "staged"."system_agreement_score",
    "staged"."contributing_systems",
    "staged"."key_factors",
    "staged"."warnings",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "updated_at"
  FROM "staged_ensemble_v1" AS "staged"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
THEN UPDATE SET
  "predicted_points" = "source"."predicted_points",
  "confidence_score" = "source"."confidence_score",
  "recommendation" = "source"."recommendation",
  "current_points_line" = "source"."current_points_line",
  "similarity_baseline" = "source"."similarity_baseline",
  "fatigue_adjustment" = "source"."fatigue_adjustment",
  "shot_zone_adjustment" = "source"."shot_zone_adjustment",
  "referee_adjustment" = "source"."referee_adjustment",
  "look_ahead_adjustment" = "source"."look_ahead_adjustment",
  "pace_adjustment" = "source"."pace_adjustment",
  "usage_spike_adjustment" = "source"."usage_spike_adjustment",
  "home_away_adjustment" = "source"."home_away_adjustment",
  "other_adjustments" = "source"."other_adjustments",
  "similar_games_count" = "source"."similar_games_count",
  "avg_similarity_score" = "source"."avg_similarity_score",
  "min_similarity_score" = "source"."min_similarity_score",
  "ml_model_id" = "source"."ml_model_id",
  "prediction_variance" = "source"."prediction_variance",
  "system_agreement_score" = "source"."system_agreement_score",
  "contributing_systems" = "source"."contributing_systems",
  "key_factors" = "source"."key_factors",
  "warnings" = "source"."warnings",
  "data_hash" = "source"."data_hash",
  "updated_at" = "source"."updated_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "game_date",
  "predicted_points",
  "confidence_score",
  "recommendation",
  "current_points_line",
  "similarity_baseline",
  "fatigue_adjustment",
  "shot_zone_adjustment",
  "referee_adjustment",
  "look_ahead_adjustment",
  "pace_adjustment",
  "usage_spike_adjustment",
  "home_away_adjustment",
  "other_adjustments",
  "similar_games_count",
  "avg_similarity_score",
  "min_similarity_score",
  "ml_model_id",
  "prediction_variance",
  "system_agreement_score",
  "contributing_systems",
  "key_factors",
  "warnings",
  "data_hash",
  "created_at",
  "updated_at"
)
VALUES (
  "source"."player_lookup",
  "source"."game_date",
  "source"."predicted_points",
  "source"."confidence_score",
  "source"."recommendation",
  "source"."current_points_line",
  "source"."similarity_baseline",
  "source"."fatigue_adjustment",
  "source"."shot_zone_adjustment",
  "source"."referee_adjustment",
  "source"."look_ahead_adjustment",
  "source"."pace_adjustment",
  "source"."usage_spike_adjustment",
  "source"."home_away_adjustment",
  "source"."other_adjustments",
  "source"."similar_games_count",
  "source"."avg_similarity_score",
  "source"."min_similarity_score",
  "source"."ml_model_id",
  "source"."prediction_variance",
  "source"."system_agreement_score",
  "source"."contributing_systems",
  "source"."key_factors",
  "source"."warnings",
  "source"."data_hash",
  "source"."created_at",
  "source"."updated_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_ensemble_v1" AS
WITH
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."game_date",
      "staged"."predicted_points",
      "staged"."confidence_score",
      "staged"."recommendation",
      "staged"."current_points_line",
      "staged"."similarity_baseline",
      "staged"."fatigue_adjustment",
      "staged"."shot_zone_adjustment",
      "staged"."referee_adjustment",
      "staged"."look_ahead_adjustment",
      "staged"."pace_adjustment",
      "staged"."usage_spike_adjustment",
      "staged"."home_away_adjustment",
      "staged"."other_adjustments",
      "staged"."similar_games_count",
      "staged"."avg_similarity_score",
      "staged"."min_similarity_score",
      "staged"."ml_model_id",
      "staged"."prediction_variance",
      "staged"."system_agreement_score",
      "staged"."contributing_systems",
      "staged"."key_factors",
      "staged"."warnings",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "updated_at"
    FROM "staged_ensemble_v1" AS "staged"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."player_lookup",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash" THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_predictions"."ensemble_v1" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."player_lookup" = "source"."player_lookup"
  )
SELECT
  "compared"."landing_change",
  "source"."player_lookup",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."predicted_points"
    ELSE "source"."predicted_points"
  END AS "predicted_points",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."confidence_score"
    ELSE "source"."confidence_score"
  END AS "confidence_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."recommendation"
    ELSE "source"."recommendation"
  END AS "recommendation",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."current_points_line"
    ELSE "source"."current_points_line"
  END AS "current_points_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."similarity_baseline"
    ELSE "source"."similarity_baseline"
  END AS "similarity_baseline",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fatigue_adjustment"
    ELSE "source"."fatigue_adjustment"
  END AS "fatigue_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zone_adjustment"
    ELSE "source"."shot_zone_adjustment"
  END AS "shot_zone_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."referee_adjustment"
    ELSE "source"."referee_adjustment"
  END AS "referee_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."look_ahead_adjustment"
    ELSE "source"."look_ahead_adjustment"
  END AS "look_ahead_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."pace_adjustment"
    ELSE "source"."pace_adjustment"
  END AS "pace_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."usage_spike_adjustment"
    ELSE "source"."usage_spike_adjustment"
  END AS "usage_spike_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."home_away_adjustment"
    ELSE "source"."home_away_adjustment"
  END AS "home_away_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."other_adjustments"
    ELSE "source"."other_adjustments"
  END AS "other_adjustments",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."similar_games_count"
    ELSE "source"."similar_games_count"
  END AS "similar_games_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."avg_similarity_score"
    ELSE "source"."avg_similarity_score"
  END AS "avg_similarity_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."min_similarity_score"
    ELSE "source"."min_similarity_score"
  END AS "min_similarity_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."ml_model_id"
    ELSE "source"."ml_model_id"
  END AS "ml_model_id",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."prediction_variance"
    ELSE "source"."prediction_variance"
  END AS "prediction_variance",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."system_agreement_score"
    ELSE "source"."system_agreement_score"
  END AS "system_agreement_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."contributing_systems"
    ELSE "source"."contributing_systems"
  END AS "contributing_systems",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."key_factors"
    ELSE "source"."key_factors"
  END AS "key_factors",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."warnings"
    ELSE "source"."warnings"
  END AS "warnings",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."updated_at"
    ELSE "source"."updated_at"
  END AS "updated_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date"
  AND "compared"."player_lookup" = "source"."player_lookup"
LEFT JOIN "nba_predictions"."ensemble_v1" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_ensemble_v1";

-- replace_delete
DELETE FROM "nba_predictions"."ensemble_v1" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_predictions"."ensemble_v1" (
  "player_lookup",
  "game_date",
  "predicted_points",
  "confidence_score",
  "recommendation",
  "current_points_line",
  "similarity_baseline",
  "fatigue_adjustment",
  "shot_zone_adjustment",
  "referee_adjustment",
  "look_ahead_adjustment",
  "pace_adjustment",
  "usage_spike_adjustment",
  "home_away_adjustment",
  "other_adjustments",
  "similar_games_count",
  "avg_similarity_score",
  "min_similarity_score",
  "ml_model_id",
  "prediction_variance",
  "system_agreement_score",
  "contributing_systems",
  "key_factors",
  "warnings",
  "data_hash",
  "created_at",
  "updated_at"
)
SELECT
  "player_lookup",
  "game_date",
  "predicted_points",
  "confidence_score",
  "recommendation",
  "current_points_line",
  "similarity_baseline",
  "fatigue_adjustment",
  "shot_zone_adjustment",
  "referee_adjustment",
  "look_ahead_adjustment",
  "pace_adjustment",
  "usage_spike_adjustment",
  "home_away_adjustment",
  "other_adjustments",
  "similar_games_count",
  "avg_similarity_score",
  "min_similarity_score",
  "ml_model_id",
  "prediction_variance",
  "system_agreement_score",
  "contributing_systems",
  "key_factors",
  "warnings",
  "data_hash",
  "created_at",
  "updated_at"
FROM "landed_ensemble_v1";

-- replace_drop
DROP TABLE IF EXISTS "landed_ensemble_v1";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'ensemble_v1' AND "target"."as_of" BETWEEN $from AND $to;

-- insert_failures
INSERT INTO "fastbreak"."failures" (
  "processor_name",
  "run_id",
  "as_of",
  "entity_id",
  "failure_category",
  "failure_reason",
  "can_retry",
  "expected_game_count",
  "actual_game_count",
  "failure_type",
  "raw_data_checked",
  "created_at"
)
SELECT
  'ensemble_v1' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
  COALESCE("staged"."player_lookup", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_ensemble_v1" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'ensemble_v1'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_ensemble_v1" AS "failed"
    WHERE "failed"."as_of" = "target"."as_of"
  );

-- insert_day_failures
INSERT INTO "fastbreak"."failures" (
  "processor_name",
  "run_id",
  "as_of",
  "entity_id",
  "failure_category",
  "failure_reason",
  "can_retry",
  "failure_type",
  "raw_data_checked",
  "created_at"
)
SELECT
  'ensemble_v1' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_ensemble_v1" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'ensemble_v1' AND "target"."as_of" BETWEEN $from AND $to;

-- insert_receipts
INSERT INTO "fastbreak"."receipts" (
  "processor",
  "as_of",
  "plan_fingerprint",
  "row_count",
  "failed_count",
  "content_digest",
  "written_at"
)
WITH
  "days" AS (
    SELECT DISTINCT
      "as_of"
    FROM "digests_ensemble_v1"
    WHERE "as_of" BETWEEN $from AND $to
  ),
  "stored" AS (
    SELECT
      "target"."game_date" AS "as_of",
      COUNT(*) AS "row_count",
      CASE
        WHEN COUNT(*) > 0
            AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
          THEN LEFT(SHA256(CONCAT(
            CAST(COUNT(*) AS VARCHAR),
            ':',
            CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
          )), 16)
      END AS "content_digest"
    FROM "nba_predictions"."ensemble_v1" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_ensemble_v1" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'ensemble_v1' AS "processor",
  "days"."as_of",
  CAST($plan_fingerprint AS VARCHAR) AS "plan_fingerprint",
  COALESCE("stored"."row_count", 0) AS "row_count",
  COALESCE("failed"."failed_count", 0) AS "failed_count",
  "stored"."content_digest",
  CAST($now AS TIMESTAMP) AS "written_at"
FROM "days"
LEFT JOIN "stored" ON "stored"."as_of" = "days"."as_of"
LEFT JOIN "failed" ON "failed"."as_of" = "days"."as_of";

-- delete_receipt_inputs
DELETE FROM "fastbreak"."receipt_inputs" AS "target"
WHERE "target"."processor" = 'ensemble_v1' AND "target"."as_of" BETWEEN $from AND $to;

-- insert_receipt_inputs
INSERT INTO "fastbreak"."receipt_inputs" (
  "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
)
SELECT
  'ensemble_v1' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_ensemble_v1"
WHERE "as_of" BETWEEN $from AND $to;

-- stored_receipts
SELECT
  "receipts"."as_of",
  "receipts"."plan_fingerprint",
  "receipts"."row_count",
  "receipts"."failed_count",
  "receipts"."content_digest",
  "receipts"."written_at"
FROM "fastbreak"."receipts"
WHERE "receipts"."processor" = 'ensemble_v1' AND "receipts"."as_of" BETWEEN $from AND $to
ORDER BY "receipts"."as_of";

-- stored_receipt_inputs
SELECT
  "receipt_inputs"."processor",
  "receipt_inputs"."input",
  "receipt_inputs"."as_of",
  "receipt_inputs"."rows_found",
  "receipt_inputs"."last_updated",
  "receipt_inputs"."digest"
FROM "fastbreak"."receipt_inputs"
WHERE "receipt_inputs"."processor" = 'ensemble_v1'
  AND "receipt_inputs"."as_of" BETWEEN $from AND $to
ORDER BY "receipt_inputs"."input", "receipt_inputs"."as_of";

-- stored_content
SELECT
  "target"."game_date" AS "as_of",
  COUNT(*) AS "row_count",
  CASE
    WHEN COUNT(*) > 0 AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
      THEN LEFT(SHA256(CONCAT(
        CAST(COUNT(*) AS VARCHAR),
        ':',
        CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
      )), 16)
  END AS "content_digest"
FROM "nba_predictions"."ensemble_v1" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'ensemble_v1'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_ensemble_v1" AS "changed"
    WHERE "changed"."scope" = "target"."scope"
  );

-- processor_breaker_remember
INSERT INTO "fastbreak"."circuit_breakers" (
  "processor_name",
  "scope",
  "failures",
  "successes",
  "open_until",
  "run_id",
  "updated_at"
)
SELECT
  'ensemble_v1' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_ensemble_v1" AS "changed"
WHERE "changed"."failures" > 0;
