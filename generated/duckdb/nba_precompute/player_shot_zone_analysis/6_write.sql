-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_player_shot_zone_analysis" (
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "analysis_date" DATE,
  "paint_rate_last_10" DECIMAL(5, 2),
  "mid_range_rate_last_10" DECIMAL(5, 2),
  "three_pt_rate_last_10" DECIMAL(5, 2),
  "total_shots_last_10" BIGINT,
  "games_in_sample_10" BIGINT,
  "sample_quality_10" VARCHAR,
  "paint_pct_last_10" DECIMAL(5, 3),
  "mid_range_pct_last_10" DECIMAL(5, 3),
  "three_pt_pct_last_10" DECIMAL(5, 3),
  "paint_attempts_per_game" DECIMAL(4, 1),
  "mid_range_attempts_per_game" DECIMAL(4, 1),
  "three_pt_attempts_per_game" DECIMAL(4, 1),
  "paint_rate_last_20" DECIMAL(5, 2),
  "paint_pct_last_20" DECIMAL(5, 3),
  "games_in_sample_20" BIGINT,
  "sample_quality_20" VARCHAR,
  "assisted_rate_last_10" DECIMAL(5, 2),
  "unassisted_rate_last_10" DECIMAL(5, 2),
  "player_position" VARCHAR,
  "primary_scoring_zone" VARCHAR,
  "data_quality_tier" VARCHAR,
  "calculation_notes" VARCHAR,
  "early_season_flag" BOOLEAN,
  "insufficient_data_reason" VARCHAR,
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
      "staged"."player_lookup",
      "staged"."analysis_date",
      COUNT(*) AS "copies"
    FROM "staged_player_shot_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."player_lookup", "staged"."analysis_date"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_player_shot_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'player_lookup=',
          COALESCE("player_lookup", '∅'),
          ', analysis_date=',
          COALESCE(CAST("analysis_date" AS VARCHAR), '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_precompute"."player_shot_zone_analysis" (
  "player_lookup",
  "universal_player_id",
  "analysis_date",
  "paint_rate_last_10",
  "mid_range_rate_last_10",
  "three_pt_rate_last_10",
  "total_shots_last_10",
  "games_in_sample_10",
  "sample_quality_10",
  "paint_pct_last_10",
  "mid_range_pct_last_10",
  "three_pt_pct_last_10",
  "paint_attempts_per_game",
  "mid_range_attempts_per_game",
  "three_pt_attempts_per_game",
  "paint_rate_last_20",
  "paint_pct_last_20",
  "games_in_sample_20",
  "sample_quality_20",
  "assisted_rate_last_10",
  "unassisted_rate_last_10",
  "player_position",
  "primary_scoring_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "early_season_flag",
  "insufficient_data_reason",
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
  "created_at",
  "processed_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
    FROM "digests_player_shot_zone_analysis"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."analysis_date",
  "staged"."paint_rate_last_10",
  "staged"."mid_range_rate_last_10",
  "staged"."three_pt_rate_last_10",
  "staged"."total_shots_last_10",
  "staged"."games_in_sample_10",
  "staged"."sample_quality_10",
  "staged"."paint_pct_last_10",
  "staged"."mid_range_pct_last_10",
  "staged"."three_pt_pct_last_10",
  "staged"."paint_attempts_per_game",
  "staged"."mid_range_attempts_per_game",
  "staged"."three_pt_attempts_per_game",
  "staged"."paint_rate_last_20",
  "staged"."paint_pct_last_20",
  "staged"."games_in_sample_20",
  "staged"."sample_quality_20",
  "staged"."assisted_rate_last_10",
  "staged"."unassisted_rate_last_10",
  "staged"."player_position",
  "staged"."primary_scoring_zone",
  "staged"."data_quality_tier",
  "staged"."calculation_notes",
  "tracking"."source_player_game_last_updated",
  COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 400.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
  "tracking"."source_player_game_digest" AS "source_player_game_hash",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  "staged"."early_season_flag",
  "staged"."insufficient_data_reason",
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
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_player_shot_zone_analysis" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_player_shot_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."player_lookup" = "target"."player_lookup"
      AND "staged"."analysis_date" = "target"."analysis_date"
  );

-- merge
MERGE INTO "nba_precompute"."player_shot_zone_analysis" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_player_game'
        ) AS "source_player_game_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_player_game'
        ) AS "source_player_game_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
      FROM "digests_player_shot_zone_analysis"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."analysis_date",
    "staged"."paint_rate_last_10",
    "staged"."mid_range_rate_last_10",
    "staged"."three_pt_rate_last_10",
    "staged"."total_shots_last_10",
    "staged"."games_in_sample_10",
    "staged"."sample_quality_10",
    "staged"."paint_pct_last_10",
    "staged"."mid_range_pct_last_10",
    "staged"."three_pt_pct_last_10",
    "staged"."paint_attempts_per_game",
    "staged"."mid_range_attempts_per_game",
    "staged"."three_pt_attempts_per_game",
    "staged"."paint_rate_last_20",
    "staged"."paint_pct_last_20",
    "staged"."games_in_sample_20",
    "staged"."sample_quality_20",
    "staged"."assisted_rate_last_10",
    "staged"."unassisted_rate_last_10",
    "staged"."player_position",
    "staged"."primary_scoring_zone",
    "staged"."data_quality_tier",
    "staged"."calculation_notes",
    "tracking"."source_player_game_last_updated",
    COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 400.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
    "tracking"."source_player_game_digest" AS "source_player_game_hash",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    "staged"."early_season_flag",
    "staged"."insufficient_data_reason",
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
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_player_shot_zone_analysis" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."analysis_date" BETWEEN $from AND $to
  AND "target"."player_lookup" = "source"."player_lookup"
  AND "target"."analysis_date" = "source"."analysis_date"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_player_game_last_updated"
  IS DISTINCT FROM "source"."source_player_game_last_updated"
OR "target"."source_player_game_rows_found"
  IS DISTINCT FROM "source"."source_player_game_rows_found"
OR "target"."source_player_game_completeness_pct"
  IS DISTINCT FROM "source"."source_player_game_completeness_pct"
OR "target"."source_player_game_hash" IS DISTINCT FROM "source"."source_player_game_hash"
OR "target"."early_season_flag" IS DISTINCT FROM "source"."early_season_flag"
OR "target"."insufficient_data_reason" IS DISTINCT FROM "source"."insufficient_data_reason"
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
  "universal_player_id" = "source"."universal_player_id",
  "paint_rate_last_10" = "source"."paint_rate_last_10",
  "mid_range_rate_last_10" = "source"."mid_range_rate_last_10",
  "three_pt_rate_last_10" = "source"."three_pt_rate_last_10",
  "total_shots_last_10" = "source"."total_shots_last_10",
  "games_in_sample_10" = "source"."games_in_sample_10",
  "sample_quality_10" = "source"."sample_quality_10",
  "paint_pct_last_10" = "source"."paint_pct_last_10",
  "mid_range_pct_last_10" = "source"."mid_range_pct_last_10",
  "three_pt_pct_last_10" = "source"."three_pt_pct_last_10",
  "paint_attempts_per_game" = "source"."paint_attempts_per_game",
  "mid_range_attempts_per_game" = "source"."mid_range_attempts_per_game",
  "three_pt_attempts_per_game" = "source"."three_pt_attempts_per_game",
  "paint_rate_last_20" = "source"."paint_rate_last_20",
  "paint_pct_last_20" = "source"."paint_pct_last_20",
  "games_in_sample_20" = "source"."games_in_sample_20",
  "sample_quality_20" = "source"."sample_quality_20",
  "assisted_rate_last_10" = "source"."assisted_rate_last_10",
  "unassisted_rate_last_10" = "source"."unassisted_rate_last_10",
  "player_position" = "source"."player_position",
  "primary_scoring_zone" = "source"."primary_scoring_zone",
  "data_quality_tier" = "source"."data_quality_tier",
  "calculation_notes" = "source"."calculation_notes",
  "source_player_game_last_updated" = "source"."source_player_game_last_updated",
  "source_player_game_rows_found" = "source"."source_player_game_rows_found",
  "source_player_game_completeness_pct" = "source"."source_player_game_completeness_pct",
  "source_player_game_hash" = "source"."source_player_game_hash",
  "data_hash" = "source"."data_hash",
  "early_season_flag" = "source"."early_season_flag",
  "insufficient_data_reason" = "source"."insufficient_data_reason",
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
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "universal_player_id",
  "analysis_date",
  "paint_rate_last_10",
  "mid_range_rate_last_10",
  "three_pt_rate_last_10",
  "total_shots_last_10",
  "games_in_sample_10",
  "sample_quality_10",
  "paint_pct_last_10",
  "mid_range_pct_last_10",
  "three_pt_pct_last_10",
  "paint_attempts_per_game",
  "mid_range_attempts_per_game",
  "three_pt_attempts_per_game",
  "paint_rate_last_20",
  "paint_pct_last_20",
  "games_in_sample_20",
  "sample_quality_20",
  "assisted_rate_last_10",
  "unassisted_rate_last_10",
  "player_position",
  "primary_scoring_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "early_season_flag",
  "insufficient_data_reason",
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
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."analysis_date",
  "source"."paint_rate_last_10",
  "source"."mid_range_rate_last_10",
  "source"."three_pt_rate_last_10",
  "source"."total_shots_last_10",
  "source"."games_in_sample_10",
  "source"."sample_quality_10",
  "source"."paint_pct_last_10",
  "source"."mid_range_pct_last_10",
  "source"."three_pt_pct_last_10",
  "source"."paint_attempts_per_game",
  "source"."mid_range_attempts_per_game",
  "source"."three_pt_attempts_per_game",
  "source"."paint_rate_last_20",
  "source"."paint_pct_last_20",
  "source"."games_in_sample_20",
  "source"."sample_quality_20",
  "source"."assisted_rate_last_10",
  "source"."unassisted_rate_last_10",
  "source"."player_position",
  "source"."primary_scoring_zone",
  "source"."data_quality_tier",
  "source"."calculation_notes",
  "source"."source_player_game_last_updated",
  "source"."source_player_game_rows_found",
  "source"."source_player_game_completeness_pct",
  "source"."source_player_game_hash",
  "source"."data_hash",
  "source"."early_season_flag",
  "source"."insufficient_data_reason",
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
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_player_shot_zone_analysis" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
    FROM "digests_player_shot_zone_analysis"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."analysis_date",
      "staged"."paint_rate_last_10",
      "staged"."mid_range_rate_last_10",
      "staged"."three_pt_rate_last_10",
      "staged"."total_shots_last_10",
      "staged"."games_in_sample_10",
      "staged"."sample_quality_10",
      "staged"."paint_pct_last_10",
      "staged"."mid_range_pct_last_10",
      "staged"."three_pt_pct_last_10",
      "staged"."paint_attempts_per_game",
      "staged"."mid_range_attempts_per_game",
      "staged"."three_pt_attempts_per_game",
      "staged"."paint_rate_last_20",
      "staged"."paint_pct_last_20",
      "staged"."games_in_sample_20",
      "staged"."sample_quality_20",
      "staged"."assisted_rate_last_10",
      "staged"."unassisted_rate_last_10",
      "staged"."player_position",
      "staged"."primary_scoring_zone",
      "staged"."data_quality_tier",
      "staged"."calculation_notes",
      "tracking"."source_player_game_last_updated",
      COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_player_game_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 400.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
      "tracking"."source_player_game_digest" AS "source_player_game_hash",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      "staged"."early_season_flag",
      "staged"."insufficient_data_reason",
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
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_player_shot_zone_analysis" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."player_lookup",
      "source"."analysis_date",
      CASE
        WHEN "target"."player_lookup" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."source_player_game_last_updated"
              IS DISTINCT FROM "source"."source_player_game_last_updated"
            OR "target"."source_player_game_rows_found"
              IS DISTINCT FROM "source"."source_player_game_rows_found"
            OR "target"."source_player_game_completeness_pct"
              IS DISTINCT FROM "source"."source_player_game_completeness_pct"
            OR "target"."source_player_game_hash"
              IS DISTINCT FROM "source"."source_player_game_hash"
            OR "target"."early_season_flag" IS DISTINCT FROM "source"."early_season_flag"
            OR "target"."insufficient_data_reason"
              IS DISTINCT FROM "source"."insufficient_data_reason"
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
    LEFT JOIN "nba_precompute"."player_shot_zone_analysis" AS "target"
      ON "target"."analysis_date" BETWEEN $from AND $to
      AND "target"."player_lookup" = "source"."player_lookup"
      AND "target"."analysis_date" = "source"."analysis_date"
  )
SELECT
  "compared"."landing_change",
  "source"."player_lookup",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."universal_player_id"
    ELSE "source"."universal_player_id"
  END AS "universal_player_id",
  "source"."analysis_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_rate_last_10"
    ELSE "source"."paint_rate_last_10"
  END AS "paint_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_rate_last_10"
    ELSE "source"."mid_range_rate_last_10"
  END AS "mid_range_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_rate_last_10"
    ELSE "source"."three_pt_rate_last_10"
  END AS "three_pt_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."total_shots_last_10"
    ELSE "source"."total_shots_last_10"
  END AS "total_shots_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_sample_10"
    ELSE "source"."games_in_sample_10"
  END AS "games_in_sample_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."sample_quality_10"
    ELSE "source"."sample_quality_10"
  END AS "sample_quality_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_pct_last_10"
    ELSE "source"."paint_pct_last_10"
  END AS "paint_pct_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_pct_last_10"
    ELSE "source"."mid_range_pct_last_10"
  END AS "mid_range_pct_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_pct_last_10"
    ELSE "source"."three_pt_pct_last_10"
  END AS "three_pt_pct_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_attempts_per_game"
    ELSE "source"."paint_attempts_per_game"
  END AS "paint_attempts_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_attempts_per_game"
    ELSE "source"."mid_range_attempts_per_game"
  END AS "mid_range_attempts_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_attempts_per_game"
    ELSE "source"."three_pt_attempts_per_game"
  END AS "three_pt_attempts_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_rate_last_20"
    ELSE "source"."paint_rate_last_20"
  END AS "paint_rate_last_20",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_pct_last_20"
    ELSE "source"."paint_pct_last_20"
  END AS "paint_pct_last_20",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_sample_20"
    ELSE "source"."games_in_sample_20"
  END AS "games_in_sample_20",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."sample_quality_20"
    ELSE "source"."sample_quality_20"
  END AS "sample_quality_20",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."assisted_rate_last_10"
    ELSE "source"."assisted_rate_last_10"
  END AS "assisted_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."unassisted_rate_last_10"
    ELSE "source"."unassisted_rate_last_10"
  END AS "unassisted_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_position"
    ELSE "source"."player_position"
  END AS "player_position",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."primary_scoring_zone"
    ELSE "source"."primary_scoring_zone"
  END AS "primary_scoring_zone",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_quality_tier"
    ELSE "source"."data_quality_tier"
  END AS "data_quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."calculation_notes"
    ELSE "source"."calculation_notes"
  END AS "calculation_notes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_last_updated"
    ELSE "source"."source_player_game_last_updated"
  END AS "source_player_game_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_rows_found"
    ELSE "source"."source_player_game_rows_found"
  END AS "source_player_game_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_player_game_completeness_pct"
    ELSE "source"."source_player_game_completeness_pct"
  END AS "source_player_game_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_hash"
    ELSE "source"."source_player_game_hash"
  END AS "source_player_game_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."early_season_flag"
    ELSE "source"."early_season_flag"
  END AS "early_season_flag",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."insufficient_data_reason"
    ELSE "source"."insufficient_data_reason"
  END AS "insufficient_data_reason",
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
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at"
FROM "source"
JOIN "compared"
  ON "compared"."player_lookup" = "source"."player_lookup"
  AND "compared"."analysis_date" = "source"."analysis_date"
LEFT JOIN "nba_precompute"."player_shot_zone_analysis" AS "target"
  ON "target"."analysis_date" BETWEEN $from AND $to
  AND "target"."player_lookup" = "source"."player_lookup"
  AND "target"."analysis_date" = "source"."analysis_date";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_player_shot_zone_analysis";

-- replace_delete
DELETE FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_precompute"."player_shot_zone_analysis" (
  "player_lookup",
  "universal_player_id",
  "analysis_date",
  "paint_rate_last_10",
  "mid_range_rate_last_10",
  "three_pt_rate_last_10",
  "total_shots_last_10",
  "games_in_sample_10",
  "sample_quality_10",
  "paint_pct_last_10",
  "mid_range_pct_last_10",
  "three_pt_pct_last_10",
  "paint_attempts_per_game",
  "mid_range_attempts_per_game",
  "three_pt_attempts_per_game",
  "paint_rate_last_20",
  "paint_pct_last_20",
  "games_in_sample_20",
  "sample_quality_20",
  "assisted_rate_last_10",
  "unassisted_rate_last_10",
  "player_position",
  "primary_scoring_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "early_season_flag",
  "insufficient_data_reason",
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
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "universal_player_id",
  "analysis_date",
  "paint_rate_last_10",
  "mid_range_rate_last_10",
  "three_pt_rate_last_10",
  "total_shots_last_10",
  "games_in_sample_10",
  "sample_quality_10",
  "paint_pct_last_10",
  "mid_range_pct_last_10",
  "three_pt_pct_last_10",
  "paint_attempts_per_game",
  "mid_range_attempts_per_game",
  "three_pt_attempts_per_game",
  "paint_rate_last_20",
  "paint_pct_last_20",
  "games_in_sample_20",
  "sample_quality_20",
  "assisted_rate_last_10",
  "unassisted_rate_last_10",
  "player_position",
  "primary_scoring_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "early_season_flag",
  "insufficient_data_reason",
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
  "created_at",
  "processed_at"
FROM "landed_player_shot_zone_analysis";

-- replace_drop
DROP TABLE IF EXISTS "landed_player_shot_zone_analysis";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_shot_zone_analysis'
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
  "is_correctable",
  "missing_game_dates",
  "raw_data_checked",
  "created_at"
)
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  -- The entities without a row.
  "population" AS (
    SELECT DISTINCT
      "staged"."analysis_date" AS "as_of",
      "days"."season_opening",
      "staged"."player_lookup"
    FROM "staged_player_shot_zone_analysis" AS "staged"
    JOIN "days" ON "staged"."analysis_date" = "days"."as_of"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ),
  "played" AS (
    SELECT
      "player_lookup",
      "game_date",
      "team_abbr"
    FROM "nba_analytics"."player_game_summary"
    WHERE ("game_date" >= (SELECT MIN("season_opening") FROM "days") OR "game_date" >= $from - 14)
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  ),
  "played_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."player_lookup"
    FROM "population"
  ),
  -- What can be seen of played from each as-of day.
  "played_seen" AS (
    SELECT
      "played_asked"."as_of",
      "played_asked"."season_opening",
      "played"."player_lookup",
      "played"."team_abbr",
      "played"."game_date"
    FROM "played_asked"
    JOIN "played"
      ON "played"."player_lookup" = "played_asked"."player_lookup"
      AND "played"."game_date" < "played_asked"."as_of"
      AND "played"."game_date" >= "played_asked"."season_opening"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      ARG_MAX_NULL("team_abbr", "game_date") AS "newest_team_abbr_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  "team_games_parts" AS (
    SELECT
      "team_games_home"."game_date",
      "team_games_home"."home_team_tricode" AS "team",
      "team_games_home"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_home"."nba_game_id"
        ORDER BY "team_games_home"."processed_at" DESC,
          "team_games_home"."game_date" DESC,
          "team_games_home"."game_id"
      ) = 1
      AND "team_games_home"."game_date" >= $from - 14
      AND "team_games_home"."game_date" < $to
    UNION ALL
    SELECT
      "team_games_away"."game_date",
      "team_games_away"."away_team_tricode" AS "team",
      "team_games_away"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_away"."nba_game_id"
        ORDER BY "team_games_away"."processed_at" DESC,
          "team_games_away"."game_date" DESC,
          "team_games_away"."game_id"
      ) = 1
      AND "team_games_away"."game_date" >= $from - 14
      AND "team_games_away"."game_date" < $to
  ),
  "team_games" AS (
    SELECT
      "game_date",
      "team"
    FROM "team_games_parts"
    WHERE "game_status" = 3
  ),
  "absent" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "nba_raw"."nbac_gamebook_player_stats"
    WHERE "game_date" >= $from - 14 AND "game_date" < $to AND "player_status" IN ('dnp', 'inactive')
  ),
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "played_windows"."newest_team_abbr_season_to_date" AS "team",
      "population"."player_lookup",
      "population"."season_opening" AS "season_opening_2"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
  ),
  "team_games_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "team_games"
  ),
  "played_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "played"
  ),
  "absent_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "absent"
  ),
  "coverage_each" AS (
    SELECT DISTINCT
      "team",
      "player_lookup",
      "season_opening_2"
    FROM "coverage_asked"
  ),
  -- Each row says where the entity is until the next.
  "played_stays" AS (
    SELECT
      "player_lookup",
      "game_date",
      "team_abbr" AS "side_1",
      LEAD("game_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "player_lookup"
        ORDER BY "game_date"
      ) AS "until"
    FROM "played"
  ),
  -- Whose games are expected of whom, from when to when.
  "coverage_entities" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "played_stays"."side_1",
      "played_stays"."game_date" AS "since",
      "played_stays"."until"
    FROM "coverage_each" AS "coverage_entities"
    JOIN "played_stays"
      ON "played_stays"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_stays"."game_date" >= "coverage_entities"."season_opening_2"
    UNION ALL
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "coverage_entities"."team" AS "side_1",
      DATE '0001-01-01' AS "since",
      COALESCE(MIN("played_stays"."game_date"), DATE '9999-12-31') AS "until"
    FROM "coverage_each" AS "coverage_entities"
    LEFT JOIN "played_stays"
      ON "played_stays"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_stays"."game_date" >= "coverage_entities"."season_opening_2"
    GROUP BY
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2"
  ),
  -- The games each should have, whether he has them, whether he is excused.
  "expected_games" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "team_games_days"."game_date",
      "played_days"."game_date" IS NOT NULL AS "is_found",
      "absent_days"."game_date" IS NOT NULL AS "is_excused"
    FROM "coverage_entities"
    JOIN "team_games_days"
      ON "team_games_days"."team" = "coverage_entities"."side_1"
      AND "team_games_days"."game_date" >= "coverage_entities"."since"
      AND "team_games_days"."game_date" < "coverage_entities"."until"
    LEFT JOIN "played_days"
      ON "played_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_days"."game_date" = "team_games_days"."game_date"
    LEFT JOIN "absent_days"
      ON "absent_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "absent_days"."game_date" = "team_games_days"."game_date"
  ),
  -- What became of the games of two weeks.
  "missing_games" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      "coverage_asked"."player_lookup",
      "coverage_asked"."season_opening_2",
      COUNT(*) AS "expected_games",
      COUNT(*) FILTER (
        WHERE NOT "expected_games"."is_found" AND NOT "expected_games"."is_excused"
      ) AS "gaps",
      COUNT(*) FILTER (
        WHERE NOT "expected_games"."is_found" AND "expected_games"."is_excused"
      ) AS "absences",
      LIST(
        CAST("expected_games"."game_date" AS VARCHAR)
        ORDER BY "expected_games"."game_date"
      ) FILTER (WHERE NOT "expected_games"."is_found") AS "missing_dates"
    FROM "coverage_asked"
    JOIN "expected_games"
      ON "expected_games"."team" = "coverage_asked"."team"
      AND "expected_games"."player_lookup" = "coverage_asked"."player_lookup"
      AND "expected_games"."season_opening_2" = "coverage_asked"."season_opening_2"
      AND "expected_games"."game_date" < "coverage_asked"."as_of"
      AND "expected_games"."game_date" >= "coverage_asked"."as_of" - 14
    GROUP BY
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      "coverage_asked"."player_lookup",
      "coverage_asked"."season_opening_2"
  ),
  "diagnosis" AS (
    SELECT
      "population"."as_of",
      "population"."player_lookup",
      COALESCE("missing_games"."expected_games", 0) AS "expected_games",
      COALESCE("missing_games"."gaps", 0) AS "gaps",
      COALESCE("missing_games"."absences", 0) AS "absences",
      "missing_games"."missing_dates"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "missing_games"
      ON "missing_games"."as_of" = "population"."as_of"
      AND "missing_games"."team" = "played_windows"."newest_team_abbr_season_to_date"
      AND "missing_games"."player_lookup" = "population"."player_lookup"
      AND "missing_games"."season_opening_2" = "population"."season_opening"
  )
SELECT
  'player_shot_zone_analysis' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."analysis_date" AS "as_of",
  COALESCE("staged"."player_lookup", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  CASE
    WHEN "diagnosis"."gaps" = 0 AND "diagnosis"."absences" = 0 THEN 'COMPLETE'
    WHEN "diagnosis"."expected_games" < 5 THEN 'INSUFFICIENT_HISTORY'
    WHEN "diagnosis"."absences" = 0 THEN 'DATA_GAP'
    WHEN "diagnosis"."gaps" = 0 THEN 'PLAYER_DNP'
    ELSE 'MIXED'
  END AS "failure_type",
  NOT "diagnosis"."gaps" = 0 AND NOT "diagnosis"."expected_games" < 5 AS "is_correctable",
  "diagnosis"."missing_dates" AS "missing_game_dates",
  TRUE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_player_shot_zone_analysis" AS "staged"
LEFT JOIN "diagnosis"
  ON "diagnosis"."as_of" = "staged"."analysis_date"
  AND "diagnosis"."player_lookup" IS NOT DISTINCT FROM "staged"."player_lookup"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_shot_zone_analysis'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_player_shot_zone_analysis" AS "failed"
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
  'player_shot_zone_analysis' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_player_shot_zone_analysis" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'player_shot_zone_analysis' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_player_shot_zone_analysis"
    WHERE "as_of" BETWEEN $from AND $to
  ),
  "stored" AS (
    SELECT
      "target"."analysis_date" AS "as_of",
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
    FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
    GROUP BY "target"."analysis_date"
  ),
  "failed" AS (
    SELECT
      "staged"."analysis_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_player_shot_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."analysis_date"
  )
SELECT
  'player_shot_zone_analysis' AS "processor",
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
WHERE "target"."processor" = 'player_shot_zone_analysis' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_shot_zone_analysis' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_player_shot_zone_analysis"
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
WHERE "receipts"."processor" = 'player_shot_zone_analysis'
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
WHERE "receipt_inputs"."processor" = 'player_shot_zone_analysis'
  AND "receipt_inputs"."as_of" BETWEEN $from AND $to
ORDER BY "receipt_inputs"."input", "receipt_inputs"."as_of";

-- stored_content
SELECT
  "target"."analysis_date" AS "as_of",
  COUNT(*) AS "row_count",
  CASE
    WHEN COUNT(*) > 0 AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
      THEN LEFT(SHA256(CONCAT(
        CAST(COUNT(*) AS VARCHAR),
        ':',
        CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
      )), 16)
  END AS "content_digest"
FROM "nba_precompute"."player_shot_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to
GROUP BY "target"."analysis_date"
ORDER BY "as_of";

-- breakers_open
SELECT
  COUNT(*) AS "open"
FROM (
  SELECT
    "attempt"."as_of",
    "attempt"."entity_id",
    MAX("attempt"."attempt_number") AS "attempts",
    MAX("attempt"."circuit_breaker_until") AS "until"
  FROM "fastbreak"."reprocess_attempts" AS "attempt"
  WHERE "attempt"."processor_name" = 'player_shot_zone_analysis'
    AND "attempt"."as_of" BETWEEN $from AND $to
    AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
  GROUP BY "attempt"."as_of", "attempt"."entity_id"
) AS "open";

-- breakers_guard
CREATE OR REPLACE TEMPORARY TABLE "guarded_player_shot_zone_analysis" AS
WITH
  -- Breakers that are open now.
  "open" AS (
    SELECT
      "attempt"."as_of",
      "attempt"."entity_id",
      MAX("attempt"."attempt_number") AS "attempts",
      MAX("attempt"."circuit_breaker_until") AS "until"
    FROM "fastbreak"."reprocess_attempts" AS "attempt"
    WHERE "attempt"."processor_name" = 'player_shot_zone_analysis'
      AND "attempt"."as_of" BETWEEN $from AND $to
      AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
    GROUP BY "attempt"."as_of", "attempt"."entity_id"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."analysis_date",
  "staged"."paint_rate_last_10",
  "staged"."mid_range_rate_last_10",
  "staged"."three_pt_rate_last_10",
  "staged"."total_shots_last_10",
  "staged"."games_in_sample_10",
  "staged"."sample_quality_10",
  "staged"."paint_pct_last_10",
  "staged"."mid_range_pct_last_10",
  "staged"."three_pt_pct_last_10",
  "staged"."paint_attempts_per_game",
  "staged"."mid_range_attempts_per_game",
  "staged"."three_pt_attempts_per_game",
  "staged"."paint_rate_last_20",
  "staged"."paint_pct_last_20",
  "staged"."games_in_sample_20",
  "staged"."sample_quality_20",
  "staged"."assisted_rate_last_10",
  "staged"."unassisted_rate_last_10",
  "staged"."player_position",
  "staged"."primary_scoring_zone",
  "staged"."data_quality_tier",
  "staged"."calculation_notes",
  "staged"."early_season_flag",
  "staged"."insufficient_data_reason",
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
  CASE
    WHEN "open"."attempts" IS NOT NULL AND "staged"."failure_category" IS DISTINCT FROM 'EXCLUDED'
      THEN 'CIRCUIT_BREAKER_ACTIVE'
    ELSE "staged"."failure_category"
  END AS "failure_category",
  CASE
    WHEN "open"."attempts" IS NOT NULL AND "staged"."failure_category" IS DISTINCT FROM 'EXCLUDED'
      THEN CONCAT(
        'failed ',
        CAST("open"."attempts" AS VARCHAR),
        ' times; is tried again after ',
        CAST("open"."until" AS VARCHAR)
      )
    ELSE "staged"."failure_reason"
  END AS "failure_reason",
  CASE
    WHEN "open"."attempts" IS NOT NULL AND "staged"."failure_category" IS DISTINCT FROM 'EXCLUDED'
      THEN TRUE
    ELSE "staged"."failure_can_retry"
  END AS "failure_can_retry",
  "staged"."failure_expected",
  "staged"."failure_actual",
  "staged"."row_text"
FROM "staged_player_shot_zone_analysis" AS "staged"
LEFT JOIN "open"
  ON "open"."as_of" = "staged"."analysis_date"
  AND "open"."entity_id" = COALESCE("staged"."player_lookup", '∅');

-- breakers_record
INSERT INTO "fastbreak"."reprocess_attempts" (
  "processor_name",
  "as_of",
  "entity_id",
  "attempt_number",
  "attempted_at",
  "run_id",
  "completeness_pct",
  "skip_reason",
  "circuit_breaker_tripped",
  "circuit_breaker_until"
)
WITH
  -- Attempts until now.
  "earlier" AS (
    SELECT
      "attempt"."as_of",
      "attempt"."entity_id",
      MAX("attempt"."attempt_number") AS "attempts",
      MAX("attempt"."circuit_breaker_until") AS "until"
    FROM "fastbreak"."reprocess_attempts" AS "attempt"
    WHERE "attempt"."processor_name" = 'player_shot_zone_analysis'
      AND "attempt"."as_of" BETWEEN $from AND $to
    GROUP BY "attempt"."as_of", "attempt"."entity_id"
  )
SELECT
  "failed"."processor_name",
  "failed"."as_of",
  "failed"."entity_id",
  COALESCE("earlier"."attempts", 0) + 1 AS "attempt_number",
  CAST($now AS TIMESTAMP) AS "attempted_at",
  "failed"."run_id",
  100.0e0 * CAST("failed"."actual_game_count" AS DOUBLE)
    / NULLIF(CAST("failed"."expected_game_count" AS DOUBLE), 0.0e0) AS "completeness_pct",
  "failed"."failure_category" AS "skip_reason",
  COALESCE("earlier"."attempts", 0) + 1 >= 3 AS "circuit_breaker_tripped",
  CASE
    WHEN COALESCE("earlier"."attempts", 0) + 1 >= 3 THEN CAST($until AS TIMESTAMP)
  END AS "circuit_breaker_until"
FROM "fastbreak"."failures" AS "failed"
LEFT JOIN "earlier"
  ON "earlier"."as_of" = "failed"."as_of" AND "earlier"."entity_id" = "failed"."entity_id"
WHERE "failed"."processor_name" = 'player_shot_zone_analysis'
  AND "failed"."as_of" BETWEEN $from AND $to
  AND "failed"."failure_category" IN ('INCOMPLETE_UPSTREAM', 'INCOMPLETE_DATA');

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'player_shot_zone_analysis'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_player_shot_zone_analysis" AS "changed"
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
  'player_shot_zone_analysis' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_player_shot_zone_analysis" AS "changed"
WHERE "changed"."failures" > 0;
