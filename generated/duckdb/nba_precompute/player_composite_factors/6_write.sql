-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_player_composite_factors" (
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "game_date" DATE,
  "game_id" VARCHAR,
  "analysis_date" DATE,
  "fatigue_score" BIGINT,
  "shot_zone_mismatch_score" DECIMAL(4, 1),
  "pace_score" DECIMAL(3, 1),
  "usage_spike_score" DECIMAL(3, 1),
  "referee_favorability_score" DECIMAL(3, 1),
  "look_ahead_pressure_score" DECIMAL(3, 1),
  "travel_impact_score" DECIMAL(3, 1),
  "opponent_strength_score" DECIMAL(3, 1),
  "total_composite_adjustment" DECIMAL(5, 2),
  "fatigue_context_json" VARCHAR,
  "shot_zone_context_json" VARCHAR,
  "pace_context_json" VARCHAR,
  "usage_context_json" VARCHAR,
  "calculation_version" VARCHAR,
  "data_completeness_pct" DECIMAL(5, 2),
  "missing_data_fields" VARCHAR,
  "has_warnings" BOOLEAN,
  "warning_details" VARCHAR,
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
  "upstream_player_shot_ready" BOOLEAN,
  "upstream_team_defense_ready" BOOLEAN,
  "upstream_player_context_ready" BOOLEAN,
  "upstream_team_context_ready" BOOLEAN,
  "all_upstreams_ready" BOOLEAN,
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
    FROM "staged_player_composite_factors" AS "staged"
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
    FROM "staged_player_composite_factors" AS "staged"
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
FROM "nba_precompute"."player_composite_factors" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_precompute"."player_composite_factors" (
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "analysis_date",
  "fatigue_score",
  "shot_zone_mismatch_score",
  "pace_score",
  "usage_spike_score",
  "referee_favorability_score",
  "look_ahead_pressure_score",
  "travel_impact_score",
  "opponent_strength_score",
  "total_composite_adjustment",
  "fatigue_context_json",
  "shot_zone_context_json",
  "pace_context_json",
  "usage_context_json",
  "calculation_version",
  "data_completeness_pct",
  "missing_data_fields",
  "has_warnings",
  "warning_details",
  "source_player_context_last_updated",
  "source_player_context_rows_found",
  "source_player_context_completeness_pct",
  "source_player_context_hash",
  "source_team_context_last_updated",
  "source_team_context_rows_found",
  "source_team_context_completeness_pct",
  "source_team_context_hash",
  "source_player_shot_last_updated",
  "source_player_shot_rows_found",
  "source_player_shot_completeness_pct",
  "source_player_shot_hash",
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
  "upstream_player_shot_ready",
  "upstream_team_defense_ready",
  "upstream_player_context_ready",
  "upstream_team_context_ready",
  "all_upstreams_ready",
  "created_at",
  "processed_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_context'
      ) AS "source_team_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_context'
      ) AS "source_team_context_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_context') AS "source_team_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_shot'
      ) AS "source_player_shot_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_shot'
      ) AS "source_player_shot_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_shot') AS "source_player_shot_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
    FROM "digests_player_composite_factors"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."game_date",
  "staged"."game_id",
  "staged"."analysis_date",
  "staged"."fatigue_score",
  "staged"."shot_zone_mismatch_score",
  "staged"."pace_score",
  "staged"."usage_spike_score",
  "staged"."referee_favorability_score",
  "staged"."look_ahead_pressure_score",
  "staged"."travel_impact_score",
  "staged"."opponent_strength_score",
  "staged"."total_composite_adjustment",
  "staged"."fatigue_context_json",
  "staged"."shot_zone_context_json",
  "staged"."pace_context_json",
  "staged"."usage_context_json",
  "staged"."calculation_version",
  "staged"."data_completeness_pct",
  "staged"."missing_data_fields",
  "staged"."has_warnings",
  "staged"."warning_details",
  "tracking"."source_player_context_last_updated",
  COALESCE("tracking"."source_player_context_rows_found", 0) AS "source_player_context_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_player_context_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_player_context_completeness_pct",
  "tracking"."source_player_context_digest" AS "source_player_context_hash",
  "tracking"."source_team_context_last_updated",
  COALESCE("tracking"."source_team_context_rows_found", 0) AS "source_team_context_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_team_context_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_team_context_completeness_pct",
  "tracking"."source_team_context_digest" AS "source_team_context_hash",
  "tracking"."source_player_shot_last_updated",
  COALESCE("tracking"."source_player_shot_rows_found", 0) AS "source_player_shot_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_player_shot_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_player_shot_completeness_pct",
  "tracking"."source_player_shot_digest" AS "source_player_shot_hash",
  "tracking"."source_team_defense_last_updated",
  COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_team_defense_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
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
  "staged"."upstream_player_shot_ready",
  "staged"."upstream_team_defense_ready",
  "staged"."upstream_player_context_ready",
  "staged"."upstream_team_context_ready",
  "staged"."all_upstreams_ready",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_player_composite_factors" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_precompute"."player_composite_factors" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_player_composite_factors" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_precompute"."player_composite_factors" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_player_context'
        ) AS "source_player_context_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_player_context'
        ) AS "source_player_context_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_player_context'
        ) AS "source_player_context_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_team_context'
        ) AS "source_team_context_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_team_context'
        ) AS "source_team_context_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_team_context'
        ) AS "source_team_context_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_player_shot'
        ) AS "source_player_shot_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_player_shot'
        ) AS "source_player_shot_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_player_shot') AS "source_player_shot_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_team_defense'
        ) AS "source_team_defense_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_team_defense'
        ) AS "source_team_defense_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
      FROM "digests_player_composite_factors"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."game_date",
    "staged"."game_id",
    "staged"."analysis_date",
    "staged"."fatigue_score",
    "staged"."shot_zone_mismatch_score",
    "staged"."pace_score",
    "staged"."usage_spike_score",
    "staged"."referee_favorability_score",
    "staged"."look_ahead_pressure_score",
    "staged"."travel_impact_score",
    "staged"."opponent_strength_score",
    "staged"."total_composite_adjustment",
    "staged"."fatigue_context_json",
    "staged"."shot_zone_context_json",
    "staged"."pace_context_json",
    "staged"."usage_context_json",
    "staged"."calculation_version",
    "staged"."data_completeness_pct",
    "staged"."missing_data_fields",
    "staged"."has_warnings",
    "staged"."warning_details",
    "tracking"."source_player_context_last_updated",
    COALESCE(
      "tracking"."source_player_context_rows_found",
      0
    ) AS "source_player_context_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE(
          "tracking"."source_player_context_rows_found",
          0
        ) AS DOUBLE) * 100.0e0 / 100.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_player_context_completeness_pct",
    "tracking"."source_player_context_digest" AS "source_player_context_hash",
    "tracking"."source_team_context_last_updated",
    COALESCE("tracking"."source_team_context_rows_found", 0) AS "source_team_context_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_team_context_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_team_context_completeness_pct",
    "tracking"."source_team_context_digest" AS "source_team_context_hash",
    "tracking"."source_player_shot_last_updated",
    COALESCE("tracking"."source_player_shot_rows_found", 0) AS "source_player_shot_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_player_shot_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_player_shot_completeness_pct",
    "tracking"."source_player_shot_digest" AS "source_player_shot_hash",
    "tracking"."source_team_defense_last_updated",
    COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_team_defense_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
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
    "staged"."upstream_player_shot_ready",
    "staged"."upstream_team_defense_ready",
    "staged"."upstream_player_context_ready",
    "staged"."upstream_team_context_ready",
    "staged"."all_upstreams_ready",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_player_composite_factors" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_player_context_last_updated"
  IS DISTINCT FROM "source"."source_player_context_last_updated"
OR "target"."source_player_context_rows_found"
  IS DISTINCT FROM "source"."source_player_context_rows_found"
OR "target"."source_player_context_completeness_pct"
  IS DISTINCT FROM "source"."source_player_context_completeness_pct"
OR "target"."source_player_context_hash" IS DISTINCT FROM "source"."source_player_context_hash"
OR "target"."source_team_context_last_updated"
  IS DISTINCT FROM "source"."source_team_context_last_updated"
OR "target"."source_team_context_rows_found"
  IS DISTINCT FROM "source"."source_team_context_rows_found"
OR "target"."source_team_context_completeness_pct"
  IS DISTINCT FROM "source"."source_team_context_completeness_pct"
OR "target"."source_team_context_hash" IS DISTINCT FROM "source"."source_team_context_hash"
OR "target"."source_player_shot_last_updated"
  IS DISTINCT FROM "source"."source_player_shot_last_updated"
OR "target"."source_player_shot_rows_found"
  IS DISTINCT FROM "source"."source_player_shot_rows_found"
OR "target"."source_player_shot_completeness_pct"
  IS DISTINCT FROM "source"."source_player_shot_completeness_pct"
OR "target"."source_player_shot_hash" IS DISTINCT FROM "source"."source_player_shot_hash"
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
OR "target"."upstream_player_shot_ready" IS DISTINCT FROM "source"."upstream_player_shot_ready"
OR "target"."upstream_team_defense_ready" IS DISTINCT FROM "source"."upstream_team_defense_ready"
OR "target"."upstream_player_context_ready"
  IS DISTINCT FROM "source"."upstream_player_context_ready"
OR "target"."upstream_team_context_ready" IS DISTINCT FROM "source"."upstream_team_context_ready"
OR "target"."all_upstreams_ready" IS DISTINCT FROM "source"."all_upstreams_ready"
THEN UPDATE SET
  "universal_player_id" = "source"."universal_player_id",
  "game_id" = "source"."game_id",
  "analysis_date" = "source"."analysis_date",
  "fatigue_score" = "source"."fatigue_score",
  "shot_zone_mismatch_score" = "source"."shot_zone_mismatch_score",
  "pace_score" = "source"."pace_score",
  "usage_spike_score" = "source"."usage_spike_score",
  "referee_favorability_score" = "source"."referee_favorability_score",
  "look_ahead_pressure_score" = "source"."look_ahead_pressure_score",
  "travel_impact_score" = "source"."travel_impact_score",
  "opponent_strength_score" = "source"."opponent_strength_score",
  "total_composite_adjustment" = "source"."total_composite_adjustment",
  "fatigue_context_json" = "source"."fatigue_context_json",
  "shot_zone_context_json" = "source"."shot_zone_context_json",
  "pace_context_json" = "source"."pace_context_json",
  "usage_context_json" = "source"."usage_context_json",
  "calculation_version" = "source"."calculation_version",
  "data_completeness_pct" = "source"."data_completeness_pct",
  "missing_data_fields" = "source"."missing_data_fields",
  "has_warnings" = "source"."has_warnings",
  "warning_details" = "source"."warning_details",
  "source_player_context_last_updated" = "source"."source_player_context_last_updated",
  "source_player_context_rows_found" = "source"."source_player_context_rows_found",
  "source_player_context_completeness_pct" = "source"."source_player_context_completeness_pct",
  "source_player_context_hash" = "source"."source_player_context_hash",
  "source_team_context_last_updated" = "source"."source_team_context_last_updated",
  "source_team_context_rows_found" = "source"."source_team_context_rows_found",
  "source_team_context_completeness_pct" = "source"."source_team_context_completeness_pct",
  "source_team_context_hash" = "source"."source_team_context_hash",
  "source_player_shot_last_updated" = "source"."source_player_shot_last_updated",
  "source_player_shot_rows_found" = "source"."source_player_shot_rows_found",
  "source_player_shot_completeness_pct" = "source"."source_player_shot_completeness_pct",
  "source_player_shot_hash" = "source"."source_player_shot_hash",
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
  "upstream_player_shot_ready" = "source"."upstream_player_shot_ready",
  "upstream_team_defense_ready" = "source"."upstream_team_defense_ready",
  "upstream_player_context_ready" = "source"."upstream_player_context_ready",
  "upstream_team_context_ready" = "source"."upstream_team_context_ready",
  "all_upstreams_ready" = "source"."all_upstreams_ready",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "analysis_date",
  "fatigue_score",
  "shot_zone_mismatch_score",
  "pace_score",
  "usage_spike_score",
  "referee_favorability_score",
  "look_ahead_pressure_score",
  "travel_impact_score",
  "opponent_strength_score",
  "total_composite_adjustment",
  "fatigue_context_json",
  "shot_zone_context_json",
  "pace_context_json",
  "usage_context_json",
  "calculation_version",
  "data_completeness_pct",
  "missing_data_fields",
  "has_warnings",
  "warning_details",
  "source_player_context_last_updated",
  "source_player_context_rows_found",
  "source_player_context_completeness_pct",
  "source_player_context_hash",
  "source_team_context_last_updated",
  "source_team_context_rows_found",
  "source_team_context_completeness_pct",
  "source_team_context_hash",
  "source_player_shot_last_updated",
  "source_player_shot_rows_found",
  "source_player_shot_completeness_pct",
  "source_player_shot_hash",
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
  "upstream_player_shot_ready",
  "upstream_team_defense_ready",
  "upstream_player_context_ready",
  "upstream_team_context_ready",
  "all_upstreams_ready",
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."game_date",
  "source"."game_id",
  "source"."analysis_date",
  "source"."fatigue_score",
  "source"."shot_zone_mismatch_score",
  "source"."pace_score",
  "source"."usage_spike_score",
  "source"."referee_favorability_score",
  "source"."look_ahead_pressure_score",
  "source"."travel_impact_score",
  "source"."opponent_strength_score",
  "source"."total_composite_adjustment",
  "source"."fatigue_context_json",
  "source"."shot_zone_context_json",
  "source"."pace_context_json",
  "source"."usage_context_json",
  "source"."calculation_version",
  "source"."data_completeness_pct",
  "source"."missing_data_fields",
  "source"."has_warnings",
  "source"."warning_details",
  "source"."source_player_context_last_updated",
  "source"."source_player_context_rows_found",
  "source"."source_player_context_completeness_pct",
  "source"."source_player_context_hash",
  "source"."source_team_context_last_updated",
  "source"."source_team_context_rows_found",
  "source"."source_team_context_completeness_pct",
  "source"."source_team_context_hash",
  "source"."source_player_shot_last_updated",
  "source"."source_player_shot_rows_found",
  "source"."source_player_shot_completeness_pct",
  "source"."source_player_shot_hash",
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
  "source"."upstream_player_shot_ready",
  "source"."upstream_team_defense_ready",
  "source"."upstream_player_context_ready",
  "source"."upstream_team_context_ready",
  "source"."all_upstreams_ready",
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_player_composite_factors" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_player_context'
      ) AS "source_player_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_context'
      ) AS "source_team_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_context'
      ) AS "source_team_context_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_context') AS "source_team_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_shot'
      ) AS "source_player_shot_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_shot'
      ) AS "source_player_shot_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_shot') AS "source_player_shot_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_defense'
      ) AS "source_team_defense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_defense') AS "source_team_defense_digest"
    FROM "digests_player_composite_factors"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."game_date",
      "staged"."game_id",
      "staged"."analysis_date",
      "staged"."fatigue_score",
      "staged"."shot_zone_mismatch_score",
      "staged"."pace_score",
      "staged"."usage_spike_score",
      "staged"."referee_favorability_score",
      "staged"."look_ahead_pressure_score",
      "staged"."travel_impact_score",
      "staged"."opponent_strength_score",
      "staged"."total_composite_adjustment",
      "staged"."fatigue_context_json",
      "staged"."shot_zone_context_json",
      "staged"."pace_context_json",
      "staged"."usage_context_json",
      "staged"."calculation_version",
      "staged"."data_completeness_pct",
      "staged"."missing_data_fields",
      "staged"."has_warnings",
      "staged"."warning_details",
      "tracking"."source_player_context_last_updated",
      COALESCE(
        "tracking"."source_player_context_rows_found",
        0
      ) AS "source_player_context_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_player_context_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 100.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_player_context_completeness_pct",
      "tracking"."source_player_context_digest" AS "source_player_context_hash",
      "tracking"."source_team_context_last_updated",
      COALESCE("tracking"."source_team_context_rows_found", 0) AS "source_team_context_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_team_context_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 10.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_team_context_completeness_pct",
      "tracking"."source_team_context_digest" AS "source_team_context_hash",
      "tracking"."source_player_shot_last_updated",
      COALESCE("tracking"."source_player_shot_rows_found", 0) AS "source_player_shot_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_player_shot_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 100.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_player_shot_completeness_pct",
      "tracking"."source_player_shot_digest" AS "source_player_shot_hash",
      "tracking"."source_team_defense_last_updated",
      COALESCE("tracking"."source_team_defense_rows_found", 0) AS "source_team_defense_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_team_defense_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 10.0e0
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
      "staged"."upstream_player_shot_ready",
      "staged"."upstream_team_defense_ready",
      "staged"."upstream_player_context_ready",
      "staged"."upstream_team_context_ready",
      "staged"."all_upstreams_ready",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_player_composite_factors" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."player_lookup",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."source_player_context_last_updated"
              IS DISTINCT FROM "source"."source_player_context_last_updated"
            OR "target"."source_player_context_rows_found"
              IS DISTINCT FROM "source"."source_player_context_rows_found"
            OR "target"."source_player_context_completeness_pct"
              IS DISTINCT FROM "source"."source_player_context_completeness_pct"
            OR "target"."source_player_context_hash"
              IS DISTINCT FROM "source"."source_player_context_hash"
            OR "target"."source_team_context_last_updated"
              IS DISTINCT FROM "source"."source_team_context_last_updated"
            OR "target"."source_team_context_rows_found"
              IS DISTINCT FROM "source"."source_team_context_rows_found"
            OR "target"."source_team_context_completeness_pct"
              IS DISTINCT FROM "source"."source_team_context_completeness_pct"
            OR "target"."source_team_context_hash"
              IS DISTINCT FROM "source"."source_team_context_hash"
            OR "target"."source_player_shot_last_updated"
              IS DISTINCT FROM "source"."source_player_shot_last_updated"
            OR "target"."source_player_shot_rows_found"
              IS DISTINCT FROM "source"."source_player_shot_rows_found"
            OR "target"."source_player_shot_completeness_pct"
              IS DISTINCT FROM "source"."source_player_shot_completeness_pct"
            OR "target"."source_player_shot_hash"
              IS DISTINCT FROM "source"."source_player_shot_hash"
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
            OR "target"."upstream_player_shot_ready"
              IS DISTINCT FROM "source"."upstream_player_shot_ready"
            OR "target"."upstream_team_defense_ready"
              IS DISTINCT FROM "source"."upstream_team_defense_ready"
            OR "target"."upstream_player_context_ready"
              IS DISTINCT FROM "source"."upstream_player_context_ready"
            OR "target"."upstream_team_context_ready"
              IS DISTINCT FROM "source"."upstream_team_context_ready"
            OR "target"."all_upstreams_ready" IS DISTINCT FROM "source"."all_upstreams_ready"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_precompute"."player_composite_factors" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."player_lookup" = "source"."player_lookup"
  )
SELECT
  "compared"."landing_change",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."analysis_date"
    ELSE "source"."analysis_date"
  END AS "analysis_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fatigue_score"
    ELSE "source"."fatigue_score"
  END AS "fatigue_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zone_mismatch_score"
    ELSE "source"."shot_zone_mismatch_score"
  END AS "shot_zone_mismatch_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."pace_score"
    ELSE "source"."pace_score"
  END AS "pace_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."usage_spike_score"
    ELSE "source"."usage_spike_score"
  END AS "usage_spike_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."referee_favorability_score"
    ELSE "source"."referee_favorability_score"
  END AS "referee_favorability_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."look_ahead_pressure_score"
    ELSE "source"."look_ahead_pressure_score"
  END AS "look_ahead_pressure_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."travel_impact_score"
    ELSE "source"."travel_impact_score"
  END AS "travel_impact_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_strength_score"
    ELSE "source"."opponent_strength_score"
  END AS "opponent_strength_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."total_composite_adjustment"
    ELSE "source"."total_composite_adjustment"
  END AS "total_composite_adjustment",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fatigue_context_json"
    ELSE "source"."fatigue_context_json"
  END AS "fatigue_context_json",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zone_context_json"
    ELSE "source"."shot_zone_context_json"
  END AS "shot_zone_context_json",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."pace_context_json"
    ELSE "source"."pace_context_json"
  END AS "pace_context_json",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."usage_context_json"
    ELSE "source"."usage_context_json"
  END AS "usage_context_json",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."calculation_version"
    ELSE "source"."calculation_version"
  END AS "calculation_version",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_completeness_pct"
    ELSE "source"."data_completeness_pct"
  END AS "data_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."missing_data_fields"
    ELSE "source"."missing_data_fields"
  END AS "missing_data_fields",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."has_warnings"
    ELSE "source"."has_warnings"
  END AS "has_warnings",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."warning_details"
    ELSE "source"."warning_details"
  END AS "warning_details",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_player_context_last_updated"
    ELSE "source"."source_player_context_last_updated"
  END AS "source_player_context_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_context_rows_found"
    ELSE "source"."source_player_context_rows_found"
  END AS "source_player_context_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_player_context_completeness_pct"
    ELSE "source"."source_player_context_completeness_pct"
  END AS "source_player_context_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_context_hash"
    ELSE "source"."source_player_context_hash"
  END AS "source_player_context_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_context_last_updated"
    ELSE "source"."source_team_context_last_updated"
  END AS "source_team_context_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_context_rows_found"
    ELSE "source"."source_team_context_rows_found"
  END AS "source_team_context_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_team_context_completeness_pct"
    ELSE "source"."source_team_context_completeness_pct"
  END AS "source_team_context_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_context_hash"
    ELSE "source"."source_team_context_hash"
  END AS "source_team_context_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_shot_last_updated"
    ELSE "source"."source_player_shot_last_updated"
  END AS "source_player_shot_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_shot_rows_found"
    ELSE "source"."source_player_shot_rows_found"
  END AS "source_player_shot_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_player_shot_completeness_pct"
    ELSE "source"."source_player_shot_completeness_pct"
  END AS "source_player_shot_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_shot_hash"
    ELSE "source"."source_player_shot_hash"
  END AS "source_player_shot_hash",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."upstream_player_shot_ready"
    ELSE "source"."upstream_player_shot_ready"
  END AS "upstream_player_shot_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."upstream_team_defense_ready"
    ELSE "source"."upstream_team_defense_ready"
  END AS "upstream_team_defense_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."upstream_player_context_ready"
    ELSE "source"."upstream_player_context_ready"
  END AS "upstream_player_context_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."upstream_team_context_ready"
    ELSE "source"."upstream_team_context_ready"
  END AS "upstream_team_context_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."all_upstreams_ready"
    ELSE "source"."all_upstreams_ready"
  END AS "all_upstreams_ready",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date"
  AND "compared"."player_lookup" = "source"."player_lookup"
LEFT JOIN "nba_precompute"."player_composite_factors" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_player_composite_factors";

-- replace_delete
DELETE FROM "nba_precompute"."player_composite_factors" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_precompute"."player_composite_factors" (
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "analysis_date",
  "fatigue_score",
  "shot_zone_mismatch_score",
  "pace_score",
  "usage_spike_score",
  "referee_favorability_score",
  "look_ahead_pressure_score",
  "travel_impact_score",
  "opponent_strength_score",
  "total_composite_adjustment",
  "fatigue_context_json",
  "shot_zone_context_json",
  "pace_context_json",
  "usage_context_json",
  "calculation_version",
  "data_completeness_pct",
  "missing_data_fields",
  "has_warnings",
  "warning_details",
  "source_player_context_last_updated",
  "source_player_context_rows_found",
  "source_player_context_completeness_pct",
  "source_player_context_hash",
  "source_team_context_last_updated",
  "source_team_context_rows_found",
  "source_team_context_completeness_pct",
  "source_team_context_hash",
  "source_player_shot_last_updated",
  "source_player_shot_rows_found",
  "source_player_shot_completeness_pct",
  "source_player_shot_hash",
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
  "upstream_player_shot_ready",
  "upstream_team_defense_ready",
  "upstream_player_context_ready",
  "upstream_team_context_ready",
  "all_upstreams_ready",
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "analysis_date",
  "fatigue_score",
  "shot_zone_mismatch_score",
  "pace_score",
  "usage_spike_score",
  "referee_favorability_score",
  "look_ahead_pressure_score",
  "travel_impact_score",
  "opponent_strength_score",
  "total_composite_adjustment",
  "fatigue_context_json",
  "shot_zone_context_json",
  "pace_context_json",
  "usage_context_json",
  "calculation_version",
  "data_completeness_pct",
  "missing_data_fields",
  "has_warnings",
  "warning_details",
  "source_player_context_last_updated",
  "source_player_context_rows_found",
  "source_player_context_completeness_pct",
  "source_player_context_hash",
  "source_team_context_last_updated",
  "source_team_context_rows_found",
  "source_team_context_completeness_pct",
  "source_team_context_hash",
  "source_player_shot_last_updated",
  "source_player_shot_rows_found",
  "source_player_shot_completeness_pct",
  "source_player_shot_hash",
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
  "upstream_player_shot_ready",
  "upstream_team_defense_ready",
  "upstream_player_context_ready",
  "upstream_team_context_ready",
  "all_upstreams_ready",
  "created_at",
  "processed_at"
FROM "landed_player_composite_factors";

-- replace_drop
DROP TABLE IF EXISTS "landed_player_composite_factors";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_composite_factors'
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
      "staged"."game_date" AS "as_of",
      "days"."season_opening",
      "staged"."player_lookup"
    FROM "staged_player_composite_factors" AS "staged"
    JOIN "days" ON "staged"."game_date" = "days"."as_of"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ),
  "played" AS (
    SELECT
      "game_date",
      "player_lookup",
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
      "population"."player_lookup"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team",
      "player_lookup"
    FROM "coverage_asked"
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
  -- The games each should have, whether he has them, whether he is excused.
  "expected_games" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "team_games_days"."game_date",
      "played_days"."game_date" IS NOT NULL AS "is_found",
      "absent_days"."game_date" IS NOT NULL AS "is_excused"
    FROM "coverage_entities"
    JOIN "team_games_days" ON "team_games_days"."team" = "coverage_entities"."team"
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
      AND "expected_games"."game_date" < "coverage_asked"."as_of"
      AND "expected_games"."game_date" >= "coverage_asked"."as_of" - 14
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player_lookup"
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
  )
SELECT
  'player_composite_factors' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
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
FROM "staged_player_composite_factors" AS "staged"
LEFT JOIN "diagnosis"
  ON "diagnosis"."as_of" = "staged"."game_date"
  AND "diagnosis"."player_lookup" IS NOT DISTINCT FROM "staged"."player_lookup"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_composite_factors'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_player_composite_factors" AS "failed"
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
  'player_composite_factors' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_player_composite_factors" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'player_composite_factors' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_player_composite_factors"
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
    FROM "nba_precompute"."player_composite_factors" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_player_composite_factors" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'player_composite_factors' AS "processor",
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
WHERE "target"."processor" = 'player_composite_factors' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_composite_factors' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_player_composite_factors"
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
WHERE "receipts"."processor" = 'player_composite_factors'
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
WHERE "receipt_inputs"."processor" = 'player_composite_factors'
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
FROM "nba_precompute"."player_composite_factors" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'player_composite_factors'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_player_composite_factors" AS "changed"
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
  'player_composite_factors' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_player_composite_factors" AS "changed"
WHERE "changed"."failures" > 0;
