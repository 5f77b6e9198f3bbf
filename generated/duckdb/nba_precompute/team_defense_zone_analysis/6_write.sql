-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_team_defense_zone_analysis" (
  "team_abbr" VARCHAR,
  "analysis_date" DATE,
  "paint_pct_allowed_last_15" DECIMAL(5, 3),
  "paint_attempts_allowed_per_game" DECIMAL(5, 1),
  "paint_points_allowed_per_game" DECIMAL(5, 1),
  "paint_blocks_per_game" DECIMAL(4, 1),
  "paint_defense_vs_league_avg" DECIMAL(5, 2),
  "mid_range_pct_allowed_last_15" DECIMAL(5, 3),
  "mid_range_attempts_allowed_per_game" DECIMAL(5, 1),
  "mid_range_blocks_per_game" DECIMAL(4, 1),
  "mid_range_defense_vs_league_avg" DECIMAL(5, 2),
  "three_pt_pct_allowed_last_15" DECIMAL(5, 3),
  "three_pt_attempts_allowed_per_game" DECIMAL(5, 1),
  "three_pt_blocks_per_game" DECIMAL(4, 1),
  "three_pt_defense_vs_league_avg" DECIMAL(5, 2),
  "defensive_rating_last_15" DECIMAL(6, 2),
  "opponent_points_per_game" DECIMAL(5, 1),
  "opponent_pace" DECIMAL(5, 1),
  "games_in_sample" BIGINT,
  "strongest_zone" VARCHAR,
  "weakest_zone" VARCHAR,
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
      "staged"."team_abbr",
      "staged"."analysis_date",
      COUNT(*) AS "copies"
    FROM "staged_team_defense_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."team_abbr", "staged"."analysis_date"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_team_defense_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'team_abbr=',
          COALESCE("team_abbr", '∅'),
          ', analysis_date=',
          COALESCE(CAST("analysis_date" AS VARCHAR), '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_precompute"."team_defense_zone_analysis" (
  "team_abbr",
  "analysis_date",
  "paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game",
  "paint_blocks_per_game",
  "paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg",
  "defensive_rating_last_15",
  "opponent_points_per_game",
  "opponent_pace",
  "games_in_sample",
  "strongest_zone",
  "weakest_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_team_defense_last_updated",
  "source_team_defense_rows_found",
  "source_team_defense_completeness_pct",
  "source_team_defense_hash",
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
  "processed_at",
  "created_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
    FROM "digests_team_defense_zone_analysis"
    GROUP BY "as_of"
  )
SELECT
  "staged"."team_abbr",
  "staged"."analysis_date",
  "staged"."paint_pct_allowed_last_15",
  "staged"."paint_attempts_allowed_per_game",
  "staged"."paint_points_allowed_per_game",
  "staged"."paint_blocks_per_game",
  "staged"."paint_defense_vs_league_avg",
  "staged"."mid_range_pct_allowed_last_15",
  "staged"."mid_range_attempts_allowed_per_game",
  "staged"."mid_range_blocks_per_game",
  "staged"."mid_range_defense_vs_league_avg",
  "staged"."three_pt_pct_allowed_last_15",
  "staged"."three_pt_attempts_allowed_per_game",
  "staged"."three_pt_blocks_per_game",
  "staged"."three_pt_defense_vs_league_avg",
  "staged"."defensive_rating_last_15",
  "staged"."opponent_points_per_game",
  "staged"."opponent_pace",
  "staged"."games_in_sample",
  "staged"."strongest_zone",
  "staged"."weakest_zone",
  "staged"."data_quality_tier",
  "staged"."calculation_notes",
  "tracking"."source_team_defense_last_updated",
  COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_team_defense_rows_found", 0) AS DOUBLE) * 100.0e0 / 450.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_team_defense_completeness_pct",
  "tracking"."source_team_defense_digest" AS "source_team_defense_hash",
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
  CAST($now AS TIMESTAMP) AS "processed_at",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_team_defense_zone_analysis" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_team_defense_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."team_abbr" = "target"."team_abbr"
      AND "staged"."analysis_date" = "target"."analysis_date"
  );

-- merge
MERGE INTO "nba_precompute"."team_defense_zone_analysis" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_team_defense'
        ) AS "source_team_defense_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_team_defense'
        ) AS "source_team_defense_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
      FROM "digests_team_defense_zone_analysis"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."team_abbr",
    "staged"."analysis_date",
    "staged"."paint_pct_allowed_last_15",
    "staged"."paint_attempts_allowed_per_game",
    "staged"."paint_points_allowed_per_game",
    "staged"."paint_blocks_per_game",
    "staged"."paint_defense_vs_league_avg",
    "staged"."mid_range_pct_allowed_last_15",
    "staged"."mid_range_attempts_allowed_per_game",
    "staged"."mid_range_blocks_per_game",
    "staged"."mid_range_defense_vs_league_avg",
    "staged"."three_pt_pct_allowed_last_15",
    "staged"."three_pt_attempts_allowed_per_game",
    "staged"."three_pt_blocks_per_game",
    "staged"."three_pt_defense_vs_league_avg",
    "staged"."defensive_rating_last_15",
    "staged"."opponent_points_per_game",
    "staged"."opponent_pace",
    "staged"."games_in_sample",
    "staged"."strongest_zone",
    "staged"."weakest_zone",
    "staged"."data_quality_tier",
    "staged"."calculation_notes",
    "tracking"."source_team_defense_last_updated",
    COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_team_defense_rows_found", 0) AS DOUBLE) * 100.0e0 / 450.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_team_defense_completeness_pct",
    "tracking"."source_team_defense_digest" AS "source_team_defense_hash",
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
    CAST($now AS TIMESTAMP) AS "processed_at",
    CAST($now AS TIMESTAMP) AS "created_at"
  FROM "staged_team_defense_zone_analysis" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."analysis_date" BETWEEN $from AND $to
  AND "target"."team_abbr" = "source"."team_abbr"
  AND "target"."analysis_date" = "source"."analysis_date"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_team_defense_last_updated"
  IS DISTINCT FROM "source"."source_team_defense_last_updated"
OR "target"."source_team_defense_rows_found"
  IS DISTINCT FROM "source"."source_team_defense_rows_found"
OR "target"."source_team_defense_completeness_pct"
  IS DISTINCT FROM "source"."source_team_defense_completeness_pct"
OR "target"."source_team_defense_hash" IS DISTINCT FROM "source"."source_team_defense_hash"
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
  "paint_pct_allowed_last_15" = "source"."paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game" = "source"."paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game" = "source"."paint_points_allowed_per_game",
  "paint_blocks_per_game" = "source"."paint_blocks_per_game",
  "paint_defense_vs_league_avg" = "source"."paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15" = "source"."mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game" = "source"."mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game" = "source"."mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg" = "source"."mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15" = "source"."three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game" = "source"."three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game" = "source"."three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg" = "source"."three_pt_defense_vs_league_avg",
  "defensive_rating_last_15" = "source"."defensive_rating_last_15",
  "opponent_points_per_game" = "source"."opponent_points_per_game",
  "opponent_pace" = "source"."opponent_pace",
  "games_in_sample" = "source"."games_in_sample",
  "strongest_zone" = "source"."strongest_zone",
  "weakest_zone" = "source"."weakest_zone",
  "data_quality_tier" = "source"."data_quality_tier",
  "calculation_notes" = "source"."calculation_notes",
  "source_team_defense_last_updated" = "source"."source_team_defense_last_updated",
  "source_team_defense_rows_found" = "source"."source_team_defense_rows_found",
  "source_team_defense_completeness_pct" = "source"."source_team_defense_completeness_pct",
  "source_team_defense_hash" = "source"."source_team_defense_hash",
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
  "team_abbr",
  "analysis_date",
  "paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game",
  "paint_blocks_per_game",
  "paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg",
  "defensive_rating_last_15",
  "opponent_points_per_game",
  "opponent_pace",
  "games_in_sample",
  "strongest_zone",
  "weakest_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_team_defense_last_updated",
  "source_team_defense_rows_found",
  "source_team_defense_completeness_pct",
  "source_team_defense_hash",
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
  "processed_at",
  "created_at"
)
VALUES (
  "source"."team_abbr",
  "source"."analysis_date",
  "source"."paint_pct_allowed_last_15",
  "source"."paint_attempts_allowed_per_game",
  "source"."paint_points_allowed_per_game",
  "source"."paint_blocks_per_game",
  "source"."paint_defense_vs_league_avg",
  "source"."mid_range_pct_allowed_last_15",
  "source"."mid_range_attempts_allowed_per_game",
  "source"."mid_range_blocks_per_game",
  "source"."mid_range_defense_vs_league_avg",
  "source"."three_pt_pct_allowed_last_15",
  "source"."three_pt_attempts_allowed_per_game",
  "source"."three_pt_blocks_per_game",
  "source"."three_pt_defense_vs_league_avg",
  "source"."defensive_rating_last_15",
  "source"."opponent_points_per_game",
  "source"."opponent_pace",
  "source"."games_in_sample",
  "source"."strongest_zone",
  "source"."weakest_zone",
  "source"."data_quality_tier",
  "source"."calculation_notes",
  "source"."source_team_defense_last_updated",
  "source"."source_team_defense_rows_found",
  "source"."source_team_defense_completeness_pct",
  "source"."source_team_defense_hash",
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
  "source"."processed_at",
  "source"."created_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_team_defense_zone_analysis" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
    FROM "digests_team_defense_zone_analysis"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."team_abbr",
      "staged"."analysis_date",
      "staged"."paint_pct_allowed_last_15",
      "staged"."paint_attempts_allowed_per_game",
      "staged"."paint_points_allowed_per_game",
      "staged"."paint_blocks_per_game",
      "staged"."paint_defense_vs_league_avg",
      "staged"."mid_range_pct_allowed_last_15",
      "staged"."mid_range_attempts_allowed_per_game",
      "staged"."mid_range_blocks_per_game",
      "staged"."mid_range_defense_vs_league_avg",
      "staged"."three_pt_pct_allowed_last_15",
      "staged"."three_pt_attempts_allowed_per_game",
      "staged"."three_pt_blocks_per_game",
      "staged"."three_pt_defense_vs_league_avg",
      "staged"."defensive_rating_last_15",
      "staged"."opponent_points_per_game",
      "staged"."opponent_pace",
      "staged"."games_in_sample",
      "staged"."strongest_zone",
      "staged"."weakest_zone",
      "staged"."data_quality_tier",
      "staged"."calculation_notes",
      "tracking"."source_team_defense_last_updated",
      COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_team_defense_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 450.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_team_defense_completeness_pct",
      "tracking"."source_team_defense_digest" AS "source_team_defense_hash",
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
      CAST($now AS TIMESTAMP) AS "processed_at",
      CAST($now AS TIMESTAMP) AS "created_at"
    FROM "staged_team_defense_zone_analysis" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."analysis_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."team_abbr",
      "source"."analysis_date",
      CASE
        WHEN "target"."team_abbr" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."source_team_defense_last_updated"
              IS DISTINCT FROM "source"."source_team_defense_last_updated"
            OR "target"."source_team_defense_rows_found"
              IS DISTINCT FROM "source"."source_team_defense_rows_found"
            OR "target"."source_team_defense_completeness_pct"
              IS DISTINCT FROM "source"."source_team_defense_completeness_pct"
            OR "target"."source_team_defense_hash"
              IS DISTINCT FROM "source"."source_team_defense_hash"
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
    LEFT JOIN "nba_precompute"."team_defense_zone_analysis" AS "target"
      ON "target"."analysis_date" BETWEEN $from AND $to
      AND "target"."team_abbr" = "source"."team_abbr"
      AND "target"."analysis_date" = "source"."analysis_date"
  )
SELECT
  "compared"."landing_change",
  "source"."team_abbr",
  "source"."analysis_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_pct_allowed_last_15"
    ELSE "source"."paint_pct_allowed_last_15"
  END AS "paint_pct_allowed_last_15",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_attempts_allowed_per_game"
    ELSE "source"."paint_attempts_allowed_per_game"
  END AS "paint_attempts_allowed_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_points_allowed_per_game"
    ELSE "source"."paint_points_allowed_per_game"
  END AS "paint_points_allowed_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_blocks_per_game"
    ELSE "source"."paint_blocks_per_game"
  END AS "paint_blocks_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_defense_vs_league_avg"
    ELSE "source"."paint_defense_vs_league_avg"
  END AS "paint_defense_vs_league_avg",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_pct_allowed_last_15"
    ELSE "source"."mid_range_pct_allowed_last_15"
  END AS "mid_range_pct_allowed_last_15",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."mid_range_attempts_allowed_per_game"
    ELSE "source"."mid_range_attempts_allowed_per_game"
  END AS "mid_range_attempts_allowed_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_blocks_per_game"
    ELSE "source"."mid_range_blocks_per_game"
  END AS "mid_range_blocks_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_defense_vs_league_avg"
    ELSE "source"."mid_range_defense_vs_league_avg"
  END AS "mid_range_defense_vs_league_avg",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_pct_allowed_last_15"
    ELSE "source"."three_pt_pct_allowed_last_15"
  END AS "three_pt_pct_allowed_last_15",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."three_pt_attempts_allowed_per_game"
    ELSE "source"."three_pt_attempts_allowed_per_game"
  END AS "three_pt_attempts_allowed_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_blocks_per_game"
    ELSE "source"."three_pt_blocks_per_game"
  END AS "three_pt_blocks_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_defense_vs_league_avg"
    ELSE "source"."three_pt_defense_vs_league_avg"
  END AS "three_pt_defense_vs_league_avg",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."defensive_rating_last_15"
    ELSE "source"."defensive_rating_last_15"
  END AS "defensive_rating_last_15",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_points_per_game"
    ELSE "source"."opponent_points_per_game"
  END AS "opponent_points_per_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_pace"
    ELSE "source"."opponent_pace"
  END AS "opponent_pace",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_sample"
    ELSE "source"."games_in_sample"
  END AS "games_in_sample",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."strongest_zone"
    ELSE "source"."strongest_zone"
  END AS "strongest_zone",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."weakest_zone"
    ELSE "source"."weakest_zone"
  END AS "weakest_zone",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_quality_tier"
    ELSE "source"."data_quality_tier"
  END AS "data_quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."calculation_notes"
    ELSE "source"."calculation_notes"
  END AS "calculation_notes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_defense_last_updated"
    ELSE "source"."source_team_defense_last_updated"
  END AS "source_team_defense_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_defense_rows_found"
    ELSE "source"."source_team_defense_rows_found"
  END AS "source_team_defense_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_team_defense_completeness_pct"
    ELSE "source"."source_team_defense_completeness_pct"
  END AS "source_team_defense_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_defense_hash"
    ELSE "source"."source_team_defense_hash"
  END AS "source_team_defense_hash",
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
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at"
FROM "source"
JOIN "compared"
  ON "compared"."team_abbr" = "source"."team_abbr"
  AND "compared"."analysis_date" = "source"."analysis_date"
LEFT JOIN "nba_precompute"."team_defense_zone_analysis" AS "target"
  ON "target"."analysis_date" BETWEEN $from AND $to
  AND "target"."team_abbr" = "source"."team_abbr"
  AND "target"."analysis_date" = "source"."analysis_date";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_team_defense_zone_analysis";

-- replace_delete
DELETE FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
WHERE "target"."analysis_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_precompute"."team_defense_zone_analysis" (
  "team_abbr",
  "analysis_date",
  "paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game",
  "paint_blocks_per_game",
  "paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg",
  "defensive_rating_last_15",
  "opponent_points_per_game",
  "opponent_pace",
  "games_in_sample",
  "strongest_zone",
  "weakest_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_team_defense_last_updated",
  "source_team_defense_rows_found",
  "source_team_defense_completeness_pct",
  "source_team_defense_hash",
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
  "processed_at",
  "created_at"
)
SELECT
  "team_abbr",
  "analysis_date",
  "paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game",
  "paint_blocks_per_game",
  "paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg",
  "defensive_rating_last_15",
  "opponent_points_per_game",
  "opponent_pace",
  "games_in_sample",
  "strongest_zone",
  "weakest_zone",
  "data_quality_tier",
  "calculation_notes",
  "source_team_defense_last_updated",
  "source_team_defense_rows_found",
  "source_team_defense_completeness_pct",
  "source_team_defense_hash",
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
  "processed_at",
  "created_at"
FROM "landed_team_defense_zone_analysis";

-- replace_drop
DROP TABLE IF EXISTS "landed_team_defense_zone_analysis";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'team_defense_zone_analysis'
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
  'team_defense_zone_analysis' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."analysis_date" AS "as_of",
  COALESCE("staged"."team_abbr", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_team_defense_zone_analysis" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'team_defense_zone_analysis'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_team_defense_zone_analysis" AS "failed"
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
  'team_defense_zone_analysis' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_team_defense_zone_analysis" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'team_defense_zone_analysis' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_team_defense_zone_analysis"
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
    FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
    WHERE "target"."analysis_date" BETWEEN $from AND $to
    GROUP BY "target"."analysis_date"
  ),
  "failed" AS (
    SELECT
      "staged"."analysis_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_team_defense_zone_analysis" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."analysis_date"
  )
SELECT
  'team_defense_zone_analysis' AS "processor",
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
WHERE "target"."processor" = 'team_defense_zone_analysis' AND "target"."as_of" BETWEEN $from AND $to;

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
  'team_defense_zone_analysis' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_team_defense_zone_analysis"
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
WHERE "receipts"."processor" = 'team_defense_zone_analysis'
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
WHERE "receipt_inputs"."processor" = 'team_defense_zone_analysis'
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
FROM "nba_precompute"."team_defense_zone_analysis" AS "target"
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
  WHERE "attempt"."processor_name" = 'team_defense_zone_analysis'
    AND "attempt"."as_of" BETWEEN $from AND $to
    AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
  GROUP BY "attempt"."as_of", "attempt"."entity_id"
) AS "open";

-- breakers_guard
CREATE OR REPLACE TEMPORARY TABLE "guarded_team_defense_zone_analysis" AS
WITH
  -- Breakers that are open now.
  "open" AS (
    SELECT
      "attempt"."as_of",
      "attempt"."entity_id",
      MAX("attempt"."attempt_number") AS "attempts",
      MAX("attempt"."circuit_breaker_until") AS "until"
    FROM "fastbreak"."reprocess_attempts" AS "attempt"
    WHERE "attempt"."processor_name" = 'team_defense_zone_analysis'
      AND "attempt"."as_of" BETWEEN $from AND $to
      AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
    GROUP BY "attempt"."as_of", "attempt"."entity_id"
  )
SELECT
  "staged"."team_abbr",
  "staged"."analysis_date",
  "staged"."paint_pct_allowed_last_15",
  "staged"."paint_attempts_allowed_per_game",
  "staged"."paint_points_allowed_per_game",
  "staged"."paint_blocks_per_game",
  "staged"."paint_defense_vs_league_avg",
  "staged"."mid_range_pct_allowed_last_15",
  "staged"."mid_range_attempts_allowed_per_game",
  "staged"."mid_range_blocks_per_game",
  "staged"."mid_range_defense_vs_league_avg",
  "staged"."three_pt_pct_allowed_last_15",
  "staged"."three_pt_attempts_allowed_per_game",
  "staged"."three_pt_blocks_per_game",
  "staged"."three_pt_defense_vs_league_avg",
  "staged"."defensive_rating_last_15",
  "staged"."opponent_points_per_game",
  "staged"."opponent_pace",
  "staged"."games_in_sample",
  "staged"."strongest_zone",
  "staged"."weakest_zone",
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
FROM "staged_team_defense_zone_analysis" AS "staged"
LEFT JOIN "open"
  ON "open"."as_of" = "staged"."analysis_date"
  AND "open"."entity_id" = COALESCE("staged"."team_abbr", '∅');

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
    WHERE "attempt"."processor_name" = 'team_defense_zone_analysis'
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
WHERE "failed"."processor_name" = 'team_defense_zone_analysis'
  AND "failed"."as_of" BETWEEN $from AND $to
  AND "failed"."failure_category" IN ('INCOMPLETE_DATA');

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'team_defense_zone_analysis'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_team_defense_zone_analysis" AS "changed"
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
  'team_defense_zone_analysis' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_team_defense_zone_analysis" AS "changed"
WHERE "changed"."failures" > 0;
