-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_player_prop_predictions" (
  "prediction_id" VARCHAR,
  "system_id" VARCHAR,
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "game_date" DATE,
  "game_id" VARCHAR,
  "prediction_version" BIGINT,
  "predicted_points" DECIMAL(5, 1),
  "confidence_score" DECIMAL(5, 2),
  "has_prop_line" BOOLEAN,
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
  "line_margin" DECIMAL(5, 2),
  "line_source" VARCHAR,
  "estimated_line_value" DECIMAL(4, 1),
  "estimation_method" VARCHAR,
  "expected_games_count" BIGINT,
  "actual_games_count" BIGINT,
  "completeness_percentage" DOUBLE,
  "missing_games_count" BIGINT,
  "is_production_ready" BOOLEAN,
  "data_quality_issues" VARCHAR[],
  "last_reprocess_attempt_at" TIMESTAMP,
  "reprocess_attempt_count" BIGINT,
  "circuit_breaker_active" BOOLEAN,
  "circuit_breaker_until" TIMESTAMP,
  "manual_override_required" BOOLEAN,
  "season_boundary_detected" BOOLEAN,
  "backfill_bootstrap_mode" BOOLEAN,
  "processing_decision_reason" VARCHAR,
  "is_active" BOOLEAN,
  "superseded_by" VARCHAR,
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
      "staged"."system_id",
      COUNT(*) AS "copies"
    FROM "staged_player_prop_predictions" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."game_date", "staged"."player_lookup", "staged"."system_id"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_player_prop_predictions" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'game_date=',
          COALESCE(CAST("game_date" AS VARCHAR), '∅'),
          ', player_lookup=',
          COALESCE("player_lookup", '∅'),
          ', system_id=',
          COALESCE("system_id", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_predictions"."player_prop_predictions" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_predictions"."player_prop_predictions" (
  "prediction_id",
  "system_id",
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "prediction_version",
  "predicted_points",
  "confidence_score",
  "has_prop_line",
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
  "line_margin",
  "line_source",
  "estimated_line_value",
  "estimation_method",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "is_active",
  "superseded_by",
  "data_hash",
  "created_at",
  "updated_at"
)
SELECT
  "staged"."prediction_id",
  "staged"."system_id",
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."game_date",
  "staged"."game_id",
  "staged"."prediction_version",
  "staged"."predicted_points",
  "staged"."confidence_score",
  "staged"."has_prop_line",
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
  "staged"."line_margin",
  "staged"."line_source",
  "staged"."estimated_line_value",
  "staged"."estimation_method",
  "staged"."expected_games_count",
  "staged"."actual_games_count",
  "staged"."completeness_percentage",
  "staged"."missing_games_count",
  "staged"."is_production_ready",
  "staged"."data_quality_issues",
  "staged"."last_reprocess_attempt_at",
  "staged"."reprocess_attempt_count",
  "staged"."circuit_breaker_active",
  "staged"."circuit_breaker_until",
  "staged"."manual_override_required",
  "staged"."season_boundary_detected",
  "staged"."backfill_bootstrap_mode",
  "staged"."processing_decision_reason",
  "staged"."is_active",
  "staged"."superseded_by",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "staged_player_prop_predictions" AS "staged"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_predictions"."player_prop_predictions" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_player_prop_predictions" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
      AND "staged"."system_id" = "target"."system_id"
  );

-- merge
MERGE INTO "nba_predictions"."player_prop_predictions" AS "target"
USING (
  SELECT
    "staged"."prediction_id",
    "staged"."system_id",
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."game_date",
    "staged"."game_id",
    "staged"."prediction_version",
    "staged"."predicted_points",
    "staged"."confidence_score",
    "staged"."has_prop_line",
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
    "staged"."line_margin",
    "staged"."line_source",
    "staged"."estimated_line_value",
    "staged"."estimation_method",
    "staged"."expected_games_count",
    "staged"."actual_games_count",
    "staged"."completeness_percentage",
    "staged"."missing_games_count",
    "staged"."is_production_ready",
    "staged"."data_quality_issues",
    "staged"."last_reprocess_attempt_at",
    "staged"."reprocess_attempt_count",
    "staged"."circuit_breaker_active",
    "staged"."circuit_breaker_until",
    "staged"."manual_override_required",
    "staged"."season_boundary_detected",
    "staged"."backfill_bootstrap_mode",
    "staged"."processing_decision_reason",
    "staged"."is_active",
    "staged"."superseded_by",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "updated_at"
  FROM "staged_player_prop_predictions" AS "staged"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
  AND "target"."system_id" = "source"."system_id"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."expected_games_count" IS DISTINCT FROM "source"."expected_games_count"
OR "target"."actual_games_count" IS DISTINCT FROM "source"."actual_games_count"
OR "target"."completeness_percentage" IS DISTINCT FROM "source"."completeness_percentage"
OR "target"."missing_games_count" IS DISTINCT FROM "source"."missing_games_count"
OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
OR "target"."data_quality_issues" IS DISTINCT FROM "source"."data_quality_issues"
OR "target"."last_reprocess_attempt_at" IS DISTINCT FROM "source"."last_reprocess_attempt_at"
OR "target"."reprocess_attempt_count" IS DISTINCT FROM "source"."reprocess_attempt_count"
OR "target"."circuit_breaker_active" IS DISTINCT FROM "source"."circuit_breaker_active"
OR "target"."circuit_breaker_until" IS DISTINCT FROM "source"."circuit_breaker_until"
OR "target"."manual_override_required" IS DISTINCT FROM "source"."manual_override_required"
OR "target"."season_boundary_detected" IS DISTINCT FROM "source"."season_boundary_detected"
OR "target"."backfill_bootstrap_mode" IS DISTINCT FROM "source"."backfill_bootstrap_mode"
OR "target"."processing_decision_reason" IS DISTINCT FROM "source"."processing_decision_reason"
THEN UPDATE SET
  "prediction_id" = "source"."prediction_id",
  "universal_player_id" = "source"."universal_player_id",
  "game_id" = "source"."game_id",
  "prediction_version" = "source"."prediction_version",
  "predicted_points" = "source"."predicted_points",
  "confidence_score" = "source"."confidence_score",
  "has_prop_line" = "source"."has_prop_line",
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
  "line_margin" = "source"."line_margin",
  "line_source" = "source"."line_source",
  "estimated_line_value" = "source"."estimated_line_value",
  "estimation_method" = "source"."estimation_method",
  "expected_games_count" = "source"."expected_games_count",
  "actual_games_count" = "source"."actual_games_count",
  "completeness_percentage" = "source"."completeness_percentage",
  "missing_games_count" = "source"."missing_games_count",
  "is_production_ready" = "source"."is_production_ready",
  "data_quality_issues" = "source"."data_quality_issues",
  "last_reprocess_attempt_at" = "source"."last_reprocess_attempt_at",
  "reprocess_attempt_count" = "source"."reprocess_attempt_count",
  "circuit_breaker_active" = "source"."circuit_breaker_active",
  "circuit_breaker_until" = "source"."circuit_breaker_until",
  "manual_override_required" = "source"."manual_override_required",
  "season_boundary_detected" = "source"."season_boundary_detected",
  "backfill_bootstrap_mode" = "source"."backfill_bootstrap_mode",
  "processing_decision_reason" = "source"."processing_decision_reason",
  "is_active" = "source"."is_active",
  "superseded_by" = "source"."superseded_by",
  "data_hash" = "source"."data_hash",
  "updated_at" = "source"."updated_at"
WHEN NOT MATCHED
THEN INSERT (
  "prediction_id",
  "system_id",
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "prediction_version",
  "predicted_points",
  "confidence_score",
  "has_prop_line",
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
  "line_margin",
  "line_source",
  "estimated_line_value",
  "estimation_method",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "is_active",
  "superseded_by",
  "data_hash",
  "created_at",
  "updated_at"
)
VALUES (
  "source"."prediction_id",
  "source"."system_id",
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."game_date",
  "source"."game_id",
  "source"."prediction_version",
  "source"."predicted_points",
  "source"."confidence_score",
  "source"."has_prop_line",
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
  "source"."line_margin",
  "source"."line_source",
  "source"."estimated_line_value",
  "source"."estimation_method",
  "source"."expected_games_count",
  "source"."actual_games_count",
  "source"."completeness_percentage",
  "source"."missing_games_count",
  "source"."is_production_ready",
  "source"."data_quality_issues",
  "source"."last_reprocess_attempt_at",
  "source"."reprocess_attempt_count",
  "source"."circuit_breaker_active",
  "source"."circuit_breaker_until",
  "source"."manual_override_required",
  "source"."season_boundary_detected",
  "source"."backfill_bootstrap_mode",
  "source"."processing_decision_reason",
  "source"."is_active",
  "source"."superseded_by",
  "source"."data_hash",
  "source"."created_at",
  "source"."updated_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_player_prop_predictions" AS
WITH
  "source" AS (
    SELECT
      "staged"."prediction_id",
      "staged"."system_id",
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."game_date",
      "staged"."game_id",
      "staged"."prediction_version",
      "staged"."predicted_points",
      "staged"."confidence_score",
      "staged"."has_prop_line",
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
      "staged"."line_margin",
      "staged"."line_source",
      "staged"."estimated_line_value",
      "staged"."estimation_method",
      "staged"."expected_games_count",
      "staged"."actual_games_count",
      "staged"."completeness_percentage",
      "staged"."missing_games_count",
      "staged"."is_production_ready",
      "staged"."data_quality_issues",
      "staged"."last_reprocess_attempt_at",
      "staged"."reprocess_attempt_count",
      "staged"."circuit_breaker_active",
      "staged"."circuit_breaker_until",
      "staged"."manual_override_required",
      "staged"."season_boundary_detected",
      "staged"."backfill_bootstrap_mode",
      "staged"."processing_decision_reason",
      "staged"."is_active",
      "staged"."superseded_by",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "updated_at"
    FROM "staged_player_prop_predictions" AS "staged"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."player_lookup",
      "source"."system_id",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."expected_games_count" IS DISTINCT FROM "source"."expected_games_count"
            OR "target"."actual_games_count" IS DISTINCT FROM "source"."actual_games_count"
            OR "target"."completeness_percentage"
              IS DISTINCT FROM "source"."completeness_percentage"
            OR "target"."missing_games_count" IS DISTINCT FROM "source"."missing_games_count"
            OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
            OR "target"."data_quality_issues" IS DISTINCT FROM "source"."data_quality_issues"
            OR "target"."last_reprocess_attempt_at"
              IS DISTINCT FROM "source"."last_reprocess_attempt_at"
            OR "target"."reprocess_attempt_count"
              IS DISTINCT FROM "source"."reprocess_attempt_count"
            OR "target"."circuit_breaker_active" IS DISTINCT FROM "source"."circuit_breaker_active"
            OR "target"."circuit_breaker_until" IS DISTINCT FROM "source"."circuit_breaker_until"
            OR "target"."manual_override_required"
              IS DISTINCT FROM "source"."manual_override_required"
            OR "target"."season_boundary_detected"
              IS DISTINCT FROM "source"."season_boundary_detected"
            OR "target"."backfill_bootstrap_mode"
              IS DISTINCT FROM "source"."backfill_bootstrap_mode"
            OR "target"."processing_decision_reason"
              IS DISTINCT FROM "source"."processing_decision_reason"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_predictions"."player_prop_predictions" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."player_lookup" = "source"."player_lookup"
      AND "target"."system_id" = "source"."system_id"
  )
SELECT
  "compared"."landing_change",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."prediction_id"
    ELSE "source"."prediction_id"
  END AS "prediction_id",
  "source"."system_id",
  "source"."player_lookup",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."universal_player_id"
    ELSE "source"."universal_player_id"
  END AS "universal_player_id",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_id"
    ELSE "source"."game_id"
  END AS "game_id",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."prediction_version"
    ELSE "source"."prediction_version"
  END AS "prediction_version",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."predicted_points"
    ELSE "source"."predicted_points"
  END AS "predicted_points",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."confidence_score"
    ELSE "source"."confidence_score"
  END AS "confidence_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."has_prop_line"
    ELSE "source"."has_prop_line"
  END AS "has_prop_line",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."line_margin"
    ELSE "source"."line_margin"
  END AS "line_margin",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."line_source"
    ELSE "source"."line_source"
  END AS "line_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."estimated_line_value"
    ELSE "source"."estimated_line_value"
  END AS "estimated_line_value",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."estimation_method"
    ELSE "source"."estimation_method"
  END AS "estimation_method",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."expected_games_count"
    ELSE "source"."expected_games_count"
  END AS "expected_games_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."actual_games_count"
    ELSE "source"."actual_games_count"
  END AS "actual_games_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."completeness_percentage"
    ELSE "source"."completeness_percentage"
  END AS "completeness_percentage",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."missing_games_count"
    ELSE "source"."missing_games_count"
  END AS "missing_games_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."is_production_ready"
    ELSE "source"."is_production_ready"
  END AS "is_production_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_quality_issues"
    ELSE "source"."data_quality_issues"
  END AS "data_quality_issues",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."last_reprocess_attempt_at"
    ELSE "source"."last_reprocess_attempt_at"
  END AS "last_reprocess_attempt_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."reprocess_attempt_count"
    ELSE "source"."reprocess_attempt_count"
  END AS "reprocess_attempt_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."circuit_breaker_active"
    ELSE "source"."circuit_breaker_active"
  END AS "circuit_breaker_active",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."circuit_breaker_until"
    ELSE "source"."circuit_breaker_until"
  END AS "circuit_breaker_until",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."manual_override_required"
    ELSE "source"."manual_override_required"
  END AS "manual_override_required",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."season_boundary_detected"
    ELSE "source"."season_boundary_detected"
  END AS "season_boundary_detected",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."backfill_bootstrap_mode"
    ELSE "source"."backfill_bootstrap_mode"
  END AS "backfill_bootstrap_mode",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processing_decision_reason"
    ELSE "source"."processing_decision_reason"
  END AS "processing_decision_reason",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."is_active"
    ELSE "source"."is_active"
  END AS "is_active",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."superseded_by"
    ELSE "source"."superseded_by"
  END AS "superseded_by",
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
  AND "compared"."system_id" = "source"."system_id"
LEFT JOIN "nba_predictions"."player_prop_predictions" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
  AND "target"."system_id" = "source"."system_id";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_player_prop_predictions";

-- replace_delete
DELETE FROM "nba_predictions"."player_prop_predictions" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_predictions"."player_prop_predictions" (
  "prediction_id",
  "system_id",
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "prediction_version",
  "predicted_points",
  "confidence_score",
  "has_prop_line",
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
  "line_margin",
  "line_source",
  "estimated_line_value",
  "estimation_method",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "is_active",
  "superseded_by",
  "data_hash",
  "created_at",
  "updated_at"
)
SELECT
  "prediction_id",
  "system_id",
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "prediction_version",
  "predicted_points",
  "confidence_score",
  "has_prop_line",
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
  "line_margin",
  "line_source",
  "estimated_line_value",
  "estimation_method",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "is_active",
  "superseded_by",
  "data_hash",
  "created_at",
  "updated_at"
FROM "landed_player_prop_predictions";

-- replace_drop
DROP TABLE IF EXISTS "landed_player_prop_predictions";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_prop_predictions'
  AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_prop_predictions' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
  CONCAT(
    COALESCE("staged"."player_lookup", '∅'),
    '/',
    COALESCE("staged"."system_id", '∅')
  ) AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_player_prop_predictions" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_prop_predictions'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_player_prop_predictions" AS "failed"
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
  'player_prop_predictions' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_player_prop_predictions" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'player_prop_predictions' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_player_prop_predictions"
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
    FROM "nba_predictions"."player_prop_predictions" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_player_prop_predictions" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'player_prop_predictions' AS "processor",
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
WHERE "target"."processor" = 'player_prop_predictions' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_prop_predictions' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_player_prop_predictions"
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
WHERE "receipts"."processor" = 'player_prop_predictions'
  AND "receipts"."as_of" BETWEEN $from AND $to
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
WHERE "receipt_inputs"."processor" = 'player_prop_predictions'
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
FROM "nba_predictions"."player_prop_predictions" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'player_prop_predictions'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_player_prop_predictions" AS "changed"
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
  'player_prop_predictions' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_player_prop_predictions" AS "changed"
WHERE "changed"."failures" > 0;
