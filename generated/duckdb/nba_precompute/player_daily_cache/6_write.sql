-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_player_daily_cache" (
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "cache_date" DATE,
  "points_avg_last_5" DECIMAL(5, 1),
  "points_avg_last_10" DECIMAL(5, 1),
  "points_avg_season" DECIMAL(5, 1),
  "points_std_last_10" DECIMAL(5, 2),
  "minutes_avg_last_10" DECIMAL(5, 1),
  "usage_rate_last_10" DECIMAL(5, 2),
  "ts_pct_last_10" DECIMAL(5, 3),
  "games_played_season" BIGINT,
  "team_pace_last_10" DECIMAL(5, 1),
  "team_off_rating_last_10" DECIMAL(6, 2),
  "player_usage_rate_season" DECIMAL(5, 2),
  "games_in_last_7_days" BIGINT,
  "games_in_last_14_days" BIGINT,
  "minutes_in_last_7_days" BIGINT,
  "minutes_in_last_14_days" BIGINT,
  "back_to_backs_last_14_days" BIGINT,
  "avg_minutes_per_game_last_7" DECIMAL(5, 1),
  "fourth_quarter_minutes_last_7" BIGINT,
  "player_age" BIGINT,
  "primary_scoring_zone" VARCHAR,
  "paint_rate_last_10" DECIMAL(5, 2),
  "three_pt_rate_last_10" DECIMAL(5, 2),
  "assisted_rate_last_10" DECIMAL(5, 2),
  "shot_zone_data_available" BOOLEAN,
  "cache_quality_score" DOUBLE,
  "quality_tier" VARCHAR,
  "cache_version" VARCHAR,
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
  "l5_completeness_pct" DOUBLE,
  "l5_is_complete" BOOLEAN,
  "l10_completeness_pct" DOUBLE,
  "l10_is_complete" BOOLEAN,
  "l7d_completeness_pct" DOUBLE,
  "l7d_is_complete" BOOLEAN,
  "l14d_completeness_pct" DOUBLE,
  "l14d_is_complete" BOOLEAN,
  "all_windows_complete" BOOLEAN,
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
      "staged"."cache_date",
      "staged"."player_lookup",
      COUNT(*) AS "copies"
    FROM "staged_player_daily_cache" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."cache_date", "staged"."player_lookup"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_player_daily_cache" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'cache_date=',
          COALESCE(CAST("cache_date" AS VARCHAR), '∅'),
          ', player_lookup=',
          COALESCE("player_lookup", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_precompute"."player_daily_cache" AS "target"
WHERE "target"."cache_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_precompute"."player_daily_cache" (
  "player_lookup",
  "universal_player_id",
  "cache_date",
  "points_avg_last_5",
  "points_avg_last_10",
  "points_avg_season",
  "points_std_last_10",
  "minutes_avg_last_10",
  "usage_rate_last_10",
  "ts_pct_last_10",
  "games_played_season",
  "team_pace_last_10",
  "team_off_rating_last_10",
  "player_usage_rate_season",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7",
  "player_age",
  "primary_scoring_zone",
  "paint_rate_last_10",
  "three_pt_rate_last_10",
  "assisted_rate_last_10",
  "shot_zone_data_available",
  "cache_quality_score",
  "quality_tier",
  "cache_version",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "source_team_offense_last_updated",
  "source_team_offense_rows_found",
  "source_team_offense_completeness_pct",
  "source_team_offense_hash",
  "source_upcoming_context_last_updated",
  "source_upcoming_context_rows_found",
  "source_upcoming_context_completeness_pct",
  "source_upcoming_context_hash",
  "source_shot_zone_last_updated",
  "source_shot_zone_rows_found",
  "source_shot_zone_completeness_pct",
  "source_shot_zone_hash",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
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
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_offense'
      ) AS "source_team_offense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_offense'
      ) AS "source_team_offense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_offense') AS "source_team_offense_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_shot_zone'
      ) AS "source_shot_zone_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_shot_zone'
      ) AS "source_shot_zone_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_shot_zone') AS "source_shot_zone_digest"
    FROM "digests_player_daily_cache"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."cache_date",
  "staged"."points_avg_last_5",
  "staged"."points_avg_last_10",
  "staged"."points_avg_season",
  "staged"."points_std_last_10",
  "staged"."minutes_avg_last_10",
  "staged"."usage_rate_last_10",
  "staged"."ts_pct_last_10",
  "staged"."games_played_season",
  "staged"."team_pace_last_10",
  "staged"."team_off_rating_last_10",
  "staged"."player_usage_rate_season",
  "staged"."games_in_last_7_days",
  "staged"."games_in_last_14_days",
  "staged"."minutes_in_last_7_days",
  "staged"."minutes_in_last_14_days",
  "staged"."back_to_backs_last_14_days",
  "staged"."avg_minutes_per_game_last_7",
  "staged"."fourth_quarter_minutes_last_7",
  "staged"."player_age",
  "staged"."primary_scoring_zone",
  "staged"."paint_rate_last_10",
  "staged"."three_pt_rate_last_10",
  "staged"."assisted_rate_last_10",
  "staged"."shot_zone_data_available",
  "staged"."cache_quality_score",
  "staged"."quality_tier",
  "staged"."cache_version",
  "tracking"."source_player_game_last_updated",
  COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 1000.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
  "tracking"."source_player_game_digest" AS "source_player_game_hash",
  "tracking"."source_team_offense_last_updated",
  COALESCE("tracking"."source_team_offense_rows_found", 0) AS "source_team_offense_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_team_offense_rows_found", 0) AS DOUBLE) * 100.0e0 / 300.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_team_offense_completeness_pct",
  "tracking"."source_team_offense_digest" AS "source_team_offense_hash",
  "tracking"."source_upcoming_context_last_updated",
  COALESCE(
    "tracking"."source_upcoming_context_rows_found",
    0
  ) AS "source_upcoming_context_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE(
        "tracking"."source_upcoming_context_rows_found",
        0
      ) AS DOUBLE) * 100.0e0 / 30.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_upcoming_context_completeness_pct",
  "tracking"."source_upcoming_context_digest" AS "source_upcoming_context_hash",
  "tracking"."source_shot_zone_last_updated",
  COALESCE("tracking"."source_shot_zone_rows_found", 0) AS "source_shot_zone_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_shot_zone_rows_found", 0) AS DOUBLE) * 100.0e0 / 30.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_shot_zone_completeness_pct",
  "tracking"."source_shot_zone_digest" AS "source_shot_zone_hash",
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
  "staged"."l5_completeness_pct",
  "staged"."l5_is_complete",
  "staged"."l10_completeness_pct",
  "staged"."l10_is_complete",
  "staged"."l7d_completeness_pct",
  "staged"."l7d_is_complete",
  "staged"."l14d_completeness_pct",
  "staged"."l14d_is_complete",
  "staged"."all_windows_complete",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_player_daily_cache" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."cache_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_precompute"."player_daily_cache" AS "target"
WHERE "target"."cache_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_player_daily_cache" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."cache_date" = "target"."cache_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_precompute"."player_daily_cache" AS "target"
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
        MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_team_offense'
        ) AS "source_team_offense_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_team_offense'
        ) AS "source_team_offense_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_team_offense'
        ) AS "source_team_offense_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_upcoming_context'
        ) AS "source_upcoming_context_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_upcoming_context'
        ) AS "source_upcoming_context_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_upcoming_context'
        ) AS "source_upcoming_context_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_shot_zone'
        ) AS "source_shot_zone_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_shot_zone'
        ) AS "source_shot_zone_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_shot_zone') AS "source_shot_zone_digest"
      FROM "digests_player_daily_cache"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."cache_date",
    "staged"."points_avg_last_5",
    "staged"."points_avg_last_10",
    "staged"."points_avg_season",
    "staged"."points_std_last_10",
    "staged"."minutes_avg_last_10",
    "staged"."usage_rate_last_10",
    "staged"."ts_pct_last_10",
    "staged"."games_played_season",
    "staged"."team_pace_last_10",
    "staged"."team_off_rating_last_10",
    "staged"."player_usage_rate_season",
    "staged"."games_in_last_7_days",
    "staged"."games_in_last_14_days",
    "staged"."minutes_in_last_7_days",
    "staged"."minutes_in_last_14_days",
    "staged"."back_to_backs_last_14_days",
    "staged"."avg_minutes_per_game_last_7",
    "staged"."fourth_quarter_minutes_last_7",
    "staged"."player_age",
    "staged"."primary_scoring_zone",
    "staged"."paint_rate_last_10",
    "staged"."three_pt_rate_last_10",
    "staged"."assisted_rate_last_10",
    "staged"."shot_zone_data_available",
    "staged"."cache_quality_score",
    "staged"."quality_tier",
    "staged"."cache_version",
    "tracking"."source_player_game_last_updated",
    COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 1000.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
    "tracking"."source_player_game_digest" AS "source_player_game_hash",
    "tracking"."source_team_offense_last_updated",
    COALESCE("tracking"."source_team_offense_rows_found", 0) AS "source_team_offense_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_team_offense_rows_found", 0) AS DOUBLE) * 100.0e0 / 300.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_team_offense_completeness_pct",
    "tracking"."source_team_offense_digest" AS "source_team_offense_hash",
    "tracking"."source_upcoming_context_last_updated",
    COALESCE(
      "tracking"."source_upcoming_context_rows_found",
      0
    ) AS "source_upcoming_context_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE(
          "tracking"."source_upcoming_context_rows_found",
          0
        ) AS DOUBLE) * 100.0e0 / 30.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_upcoming_context_completeness_pct",
    "tracking"."source_upcoming_context_digest" AS "source_upcoming_context_hash",
    "tracking"."source_shot_zone_last_updated",
    COALESCE("tracking"."source_shot_zone_rows_found", 0) AS "source_shot_zone_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_shot_zone_rows_found", 0) AS DOUBLE) * 100.0e0 / 30.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_shot_zone_completeness_pct",
    "tracking"."source_shot_zone_digest" AS "source_shot_zone_hash",
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
    "staged"."l5_completeness_pct",
    "staged"."l5_is_complete",
    "staged"."l10_completeness_pct",
    "staged"."l10_is_complete",
    "staged"."l7d_completeness_pct",
    "staged"."l7d_is_complete",
    "staged"."l14d_completeness_pct",
    "staged"."l14d_is_complete",
    "staged"."all_windows_complete",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_player_daily_cache" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."cache_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."cache_date" BETWEEN $from AND $to
  AND "target"."cache_date" = "source"."cache_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."shot_zone_data_available" IS DISTINCT FROM "source"."shot_zone_data_available"
OR "target"."quality_tier" IS DISTINCT FROM "source"."quality_tier"
OR "target"."source_player_game_last_updated"
  IS DISTINCT FROM "source"."source_player_game_last_updated"
OR "target"."source_player_game_rows_found"
  IS DISTINCT FROM "source"."source_player_game_rows_found"
OR "target"."source_player_game_completeness_pct"
  IS DISTINCT FROM "source"."source_player_game_completeness_pct"
OR "target"."source_player_game_hash" IS DISTINCT FROM "source"."source_player_game_hash"
OR "target"."source_team_offense_last_updated"
  IS DISTINCT FROM "source"."source_team_offense_last_updated"
OR "target"."source_team_offense_rows_found"
  IS DISTINCT FROM "source"."source_team_offense_rows_found"
OR "target"."source_team_offense_completeness_pct"
  IS DISTINCT FROM "source"."source_team_offense_completeness_pct"
OR "target"."source_team_offense_hash" IS DISTINCT FROM "source"."source_team_offense_hash"
OR "target"."source_upcoming_context_last_updated"
  IS DISTINCT FROM "source"."source_upcoming_context_last_updated"
OR "target"."source_upcoming_context_rows_found"
  IS DISTINCT FROM "source"."source_upcoming_context_rows_found"
OR "target"."source_upcoming_context_completeness_pct"
  IS DISTINCT FROM "source"."source_upcoming_context_completeness_pct"
OR "target"."source_upcoming_context_hash" IS DISTINCT FROM "source"."source_upcoming_context_hash"
OR "target"."source_shot_zone_last_updated"
  IS DISTINCT FROM "source"."source_shot_zone_last_updated"
OR "target"."source_shot_zone_rows_found" IS DISTINCT FROM "source"."source_shot_zone_rows_found"
OR "target"."source_shot_zone_completeness_pct"
  IS DISTINCT FROM "source"."source_shot_zone_completeness_pct"
OR "target"."source_shot_zone_hash" IS DISTINCT FROM "source"."source_shot_zone_hash"
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
OR "target"."l5_completeness_pct" IS DISTINCT FROM "source"."l5_completeness_pct"
OR "target"."l5_is_complete" IS DISTINCT FROM "source"."l5_is_complete"
OR "target"."l10_completeness_pct" IS DISTINCT FROM "source"."l10_completeness_pct"
OR "target"."l10_is_complete" IS DISTINCT FROM "source"."l10_is_complete"
OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
THEN UPDATE SET
  "universal_player_id" = "source"."universal_player_id",
  "points_avg_last_5" = "source"."points_avg_last_5",
  "points_avg_last_10" = "source"."points_avg_last_10",
  "points_avg_season" = "source"."points_avg_season",
  "points_std_last_10" = "source"."points_std_last_10",
  "minutes_avg_last_10" = "source"."minutes_avg_last_10",
  "usage_rate_last_10" = "source"."usage_rate_last_10",
  "ts_pct_last_10" = "source"."ts_pct_last_10",
  "games_played_season" = "source"."games_played_season",
  "team_pace_last_10" = "source"."team_pace_last_10",
  "team_off_rating_last_10" = "source"."team_off_rating_last_10",
  "player_usage_rate_season" = "source"."player_usage_rate_season",
  "games_in_last_7_days" = "source"."games_in_last_7_days",
  "games_in_last_14_days" = "source"."games_in_last_14_days",
  "minutes_in_last_7_days" = "source"."minutes_in_last_7_days",
  "minutes_in_last_14_days" = "source"."minutes_in_last_14_days",
  "back_to_backs_last_14_days" = "source"."back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7" = "source"."avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7" = "source"."fourth_quarter_minutes_last_7",
  "player_age" = "source"."player_age",
  "primary_scoring_zone" = "source"."primary_scoring_zone",
  "paint_rate_last_10" = "source"."paint_rate_last_10",
  "three_pt_rate_last_10" = "source"."three_pt_rate_last_10",
  "assisted_rate_last_10" = "source"."assisted_rate_last_10",
  "shot_zone_data_available" = "source"."shot_zone_data_available",
  "cache_quality_score" = "source"."cache_quality_score",
  "quality_tier" = "source"."quality_tier",
  "cache_version" = "source"."cache_version",
  "source_player_game_last_updated" = "source"."source_player_game_last_updated",
  "source_player_game_rows_found" = "source"."source_player_game_rows_found",
  "source_player_game_completeness_pct" = "source"."source_player_game_completeness_pct",
  "source_player_game_hash" = "source"."source_player_game_hash",
  "source_team_offense_last_updated" = "source"."source_team_offense_last_updated",
  "source_team_offense_rows_found" = "source"."source_team_offense_rows_found",
  "source_team_offense_completeness_pct" = "source"."source_team_offense_completeness_pct",
  "source_team_offense_hash" = "source"."source_team_offense_hash",
  "source_upcoming_context_last_updated" = "source"."source_upcoming_context_last_updated",
  "source_upcoming_context_rows_found" = "source"."source_upcoming_context_rows_found",
  "source_upcoming_context_completeness_pct" = "source"."source_upcoming_context_completeness_pct",
  "source_upcoming_context_hash" = "source"."source_upcoming_context_hash",
  "source_shot_zone_last_updated" = "source"."source_shot_zone_last_updated",
  "source_shot_zone_rows_found" = "source"."source_shot_zone_rows_found",
  "source_shot_zone_completeness_pct" = "source"."source_shot_zone_completeness_pct",
  "source_shot_zone_hash" = "source"."source_shot_zone_hash",
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
  "l5_completeness_pct" = "source"."l5_completeness_pct",
  "l5_is_complete" = "source"."l5_is_complete",
  "l10_completeness_pct" = "source"."l10_completeness_pct",
  "l10_is_complete" = "source"."l10_is_complete",
  "l7d_completeness_pct" = "source"."l7d_completeness_pct",
  "l7d_is_complete" = "source"."l7d_is_complete",
  "l14d_completeness_pct" = "source"."l14d_completeness_pct",
  "l14d_is_complete" = "source"."l14d_is_complete",
  "all_windows_complete" = "source"."all_windows_complete",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "universal_player_id",
  "cache_date",
  "points_avg_last_5",
  "points_avg_last_10",
  "points_avg_season",
  "points_std_last_10",
  "minutes_avg_last_10",
  "usage_rate_last_10",
  "ts_pct_last_10",
  "games_played_season",
  "team_pace_last_10",
  "team_off_rating_last_10",
  "player_usage_rate_season",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7",
  "player_age",
  "primary_scoring_zone",
  "paint_rate_last_10",
  "three_pt_rate_last_10",
  "assisted_rate_last_10",
  "shot_zone_data_available",
  "cache_quality_score",
  "quality_tier",
  "cache_version",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "source_team_offense_last_updated",
  "source_team_offense_rows_found",
  "source_team_offense_completeness_pct",
  "source_team_offense_hash",
  "source_upcoming_context_last_updated",
  "source_upcoming_context_rows_found",
  "source_upcoming_context_completeness_pct",
  "source_upcoming_context_hash",
  "source_shot_zone_last_updated",
  "source_shot_zone_rows_found",
  "source_shot_zone_completeness_pct",
  "source_shot_zone_hash",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."cache_date",
  "source"."points_avg_last_5",
  "source"."points_avg_last_10",
  "source"."points_avg_season",
  "source"."points_std_last_10",
  "source"."minutes_avg_last_10",
  "source"."usage_rate_last_10",
  "source"."ts_pct_last_10",
  "source"."games_played_season",
  "source"."team_pace_last_10",
  "source"."team_off_rating_last_10",
  "source"."player_usage_rate_season",
  "source"."games_in_last_7_days",
  "source"."games_in_last_14_days",
  "source"."minutes_in_last_7_days",
  "source"."minutes_in_last_14_days",
  "source"."back_to_backs_last_14_days",
  "source"."avg_minutes_per_game_last_7",
  "source"."fourth_quarter_minutes_last_7",
  "source"."player_age",
  "source"."primary_scoring_zone",
  "source"."paint_rate_last_10",
  "source"."three_pt_rate_last_10",
  "source"."assisted_rate_last_10",
  "source"."shot_zone_data_available",
  "source"."cache_quality_score",
  "source"."quality_tier",
  "source"."cache_version",
  "source"."source_player_game_last_updated",
  "source"."source_player_game_rows_found",
  "source"."source_player_game_completeness_pct",
  "source"."source_player_game_hash",
  "source"."source_team_offense_last_updated",
  "source"."source_team_offense_rows_found",
  "source"."source_team_offense_completeness_pct",
  "source"."source_team_offense_hash",
  "source"."source_upcoming_context_last_updated",
  "source"."source_upcoming_context_rows_found",
  "source"."source_upcoming_context_completeness_pct",
  "source"."source_upcoming_context_hash",
  "source"."source_shot_zone_last_updated",
  "source"."source_shot_zone_rows_found",
  "source"."source_shot_zone_completeness_pct",
  "source"."source_shot_zone_hash",
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
  "source"."l5_completeness_pct",
  "source"."l5_is_complete",
  "source"."l10_completeness_pct",
  "source"."l10_is_complete",
  "source"."l7d_completeness_pct",
  "source"."l7d_is_complete",
  "source"."l14d_completeness_pct",
  "source"."l14d_is_complete",
  "source"."all_windows_complete",
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_player_daily_cache" AS
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
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_offense'
      ) AS "source_team_offense_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_offense'
      ) AS "source_team_offense_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_team_offense') AS "source_team_offense_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_upcoming_context'
      ) AS "source_upcoming_context_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_shot_zone'
      ) AS "source_shot_zone_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_shot_zone'
      ) AS "source_shot_zone_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_shot_zone') AS "source_shot_zone_digest"
    FROM "digests_player_daily_cache"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."cache_date",
      "staged"."points_avg_last_5",
      "staged"."points_avg_last_10",
      "staged"."points_avg_season",
      "staged"."points_std_last_10",
      "staged"."minutes_avg_last_10",
      "staged"."usage_rate_last_10",
      "staged"."ts_pct_last_10",
      "staged"."games_played_season",
      "staged"."team_pace_last_10",
      "staged"."team_off_rating_last_10",
      "staged"."player_usage_rate_season",
      "staged"."games_in_last_7_days",
      "staged"."games_in_last_14_days",
      "staged"."minutes_in_last_7_days",
      "staged"."minutes_in_last_14_days",
      "staged"."back_to_backs_last_14_days",
      "staged"."avg_minutes_per_game_last_7",
      "staged"."fourth_quarter_minutes_last_7",
      "staged"."player_age",
      "staged"."primary_scoring_zone",
      "staged"."paint_rate_last_10",
      "staged"."three_pt_rate_last_10",
      "staged"."assisted_rate_last_10",
      "staged"."shot_zone_data_available",
      "staged"."cache_quality_score",
      "staged"."quality_tier",
      "staged"."cache_version",
      "tracking"."source_player_game_last_updated",
      COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_player_game_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 1000.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
      "tracking"."source_player_game_digest" AS "source_player_game_hash",
      "tracking"."source_team_offense_last_updated",
      COALESCE("tracking"."source_team_offense_rows_found", 0) AS "source_team_offense_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_team_offense_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 300.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_team_offense_completeness_pct",
      "tracking"."source_team_offense_digest" AS "source_team_offense_hash",
      "tracking"."source_upcoming_context_last_updated",
      COALESCE(
        "tracking"."source_upcoming_context_rows_found",
        0
      ) AS "source_upcoming_context_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_upcoming_context_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 30.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_upcoming_context_completeness_pct",
      "tracking"."source_upcoming_context_digest" AS "source_upcoming_context_hash",
      "tracking"."source_shot_zone_last_updated",
      COALESCE("tracking"."source_shot_zone_rows_found", 0) AS "source_shot_zone_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_shot_zone_rows_found", 0) AS DOUBLE) * 100.0e0 / 30.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_shot_zone_completeness_pct",
      "tracking"."source_shot_zone_digest" AS "source_shot_zone_hash",
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
      "staged"."l5_completeness_pct",
      "staged"."l5_is_complete",
      "staged"."l10_completeness_pct",
      "staged"."l10_is_complete",
      "staged"."l7d_completeness_pct",
      "staged"."l7d_is_complete",
      "staged"."l14d_completeness_pct",
      "staged"."l14d_is_complete",
      "staged"."all_windows_complete",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_player_daily_cache" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."cache_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."cache_date",
      "source"."player_lookup",
      CASE
        WHEN "target"."cache_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."shot_zone_data_available"
              IS DISTINCT FROM "source"."shot_zone_data_available"
            OR "target"."quality_tier" IS DISTINCT FROM "source"."quality_tier"
            OR "target"."source_player_game_last_updated"
              IS DISTINCT FROM "source"."source_player_game_last_updated"
            OR "target"."source_player_game_rows_found"
              IS DISTINCT FROM "source"."source_player_game_rows_found"
            OR "target"."source_player_game_completeness_pct"
              IS DISTINCT FROM "source"."source_player_game_completeness_pct"
            OR "target"."source_player_game_hash"
              IS DISTINCT FROM "source"."source_player_game_hash"
            OR "target"."source_team_offense_last_updated"
              IS DISTINCT FROM "source"."source_team_offense_last_updated"
            OR "target"."source_team_offense_rows_found"
              IS DISTINCT FROM "source"."source_team_offense_rows_found"
            OR "target"."source_team_offense_completeness_pct"
              IS DISTINCT FROM "source"."source_team_offense_completeness_pct"
            OR "target"."source_team_offense_hash"
              IS DISTINCT FROM "source"."source_team_offense_hash"
            OR "target"."source_upcoming_context_last_updated"
              IS DISTINCT FROM "source"."source_upcoming_context_last_updated"
            OR "target"."source_upcoming_context_rows_found"
              IS DISTINCT FROM "source"."source_upcoming_context_rows_found"
            OR "target"."source_upcoming_context_completeness_pct"
              IS DISTINCT FROM "source"."source_upcoming_context_completeness_pct"
            OR "target"."source_upcoming_context_hash"
              IS DISTINCT FROM "source"."source_upcoming_context_hash"
            OR "target"."source_shot_zone_last_updated"
              IS DISTINCT FROM "source"."source_shot_zone_last_updated"
            OR "target"."source_shot_zone_rows_found"
              IS DISTINCT FROM "source"."source_shot_zone_rows_found"
            OR "target"."source_shot_zone_completeness_pct"
              IS DISTINCT FROM "source"."source_shot_zone_completeness_pct"
            OR "target"."source_shot_zone_hash" IS DISTINCT FROM "source"."source_shot_zone_hash"
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
            OR "target"."l5_completeness_pct" IS DISTINCT FROM "source"."l5_completeness_pct"
            OR "target"."l5_is_complete" IS DISTINCT FROM "source"."l5_is_complete"
            OR "target"."l10_completeness_pct" IS DISTINCT FROM "source"."l10_completeness_pct"
            OR "target"."l10_is_complete" IS DISTINCT FROM "source"."l10_is_complete"
            OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
            OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
            OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
            OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
            OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_precompute"."player_daily_cache" AS "target"
      ON "target"."cache_date" BETWEEN $from AND $to
      AND "target"."cache_date" = "source"."cache_date"
      AND "target"."player_lookup" = "source"."player_lookup"
  )
SELECT
  "compared"."landing_change",
  "source"."player_lookup",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."universal_player_id"
    ELSE "source"."universal_player_id"
  END AS "universal_player_id",
  "source"."cache_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_last_5"
    ELSE "source"."points_avg_last_5"
  END AS "points_avg_last_5",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_last_10"
    ELSE "source"."points_avg_last_10"
  END AS "points_avg_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_season"
    ELSE "source"."points_avg_season"
  END AS "points_avg_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_std_last_10"
    ELSE "source"."points_std_last_10"
  END AS "points_std_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."minutes_avg_last_10"
    ELSE "source"."minutes_avg_last_10"
  END AS "minutes_avg_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."usage_rate_last_10"
    ELSE "source"."usage_rate_last_10"
  END AS "usage_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."ts_pct_last_10"
    ELSE "source"."ts_pct_last_10"
  END AS "ts_pct_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_played_season"
    ELSE "source"."games_played_season"
  END AS "games_played_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_pace_last_10"
    ELSE "source"."team_pace_last_10"
  END AS "team_pace_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_off_rating_last_10"
    ELSE "source"."team_off_rating_last_10"
  END AS "team_off_rating_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_usage_rate_season"
    ELSE "source"."player_usage_rate_season"
  END AS "player_usage_rate_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_last_7_days"
    ELSE "source"."games_in_last_7_days"
  END AS "games_in_last_7_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_last_14_days"
    ELSE "source"."games_in_last_14_days"
  END AS "games_in_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."minutes_in_last_7_days"
    ELSE "source"."minutes_in_last_7_days"
  END AS "minutes_in_last_7_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."minutes_in_last_14_days"
    ELSE "source"."minutes_in_last_14_days"
  END AS "minutes_in_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."back_to_backs_last_14_days"
    ELSE "source"."back_to_backs_last_14_days"
  END AS "back_to_backs_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."avg_minutes_per_game_last_7"
    ELSE "source"."avg_minutes_per_game_last_7"
  END AS "avg_minutes_per_game_last_7",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fourth_quarter_minutes_last_7"
    ELSE "source"."fourth_quarter_minutes_last_7"
  END AS "fourth_quarter_minutes_last_7",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_age"
    ELSE "source"."player_age"
  END AS "player_age",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."primary_scoring_zone"
    ELSE "source"."primary_scoring_zone"
  END AS "primary_scoring_zone",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_rate_last_10"
    ELSE "source"."paint_rate_last_10"
  END AS "paint_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_rate_last_10"
    ELSE "source"."three_pt_rate_last_10"
  END AS "three_pt_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."assisted_rate_last_10"
    ELSE "source"."assisted_rate_last_10"
  END AS "assisted_rate_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zone_data_available"
    ELSE "source"."shot_zone_data_available"
  END AS "shot_zone_data_available",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."cache_quality_score"
    ELSE "source"."cache_quality_score"
  END AS "cache_quality_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_tier"
    ELSE "source"."quality_tier"
  END AS "quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."cache_version"
    ELSE "source"."cache_version"
  END AS "cache_version",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_offense_last_updated"
    ELSE "source"."source_team_offense_last_updated"
  END AS "source_team_offense_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_offense_rows_found"
    ELSE "source"."source_team_offense_rows_found"
  END AS "source_team_offense_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_team_offense_completeness_pct"
    ELSE "source"."source_team_offense_completeness_pct"
  END AS "source_team_offense_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_offense_hash"
    ELSE "source"."source_team_offense_hash"
  END AS "source_team_offense_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_upcoming_context_last_updated"
    ELSE "source"."source_upcoming_context_last_updated"
  END AS "source_upcoming_context_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_upcoming_context_rows_found"
    ELSE "source"."source_upcoming_context_rows_found"
  END AS "source_upcoming_context_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_upcoming_context_completeness_pct"
    ELSE "source"."source_upcoming_context_completeness_pct"
  END AS "source_upcoming_context_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_upcoming_context_hash"
    ELSE "source"."source_upcoming_context_hash"
  END AS "source_upcoming_context_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_shot_zone_last_updated"
    ELSE "source"."source_shot_zone_last_updated"
  END AS "source_shot_zone_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_shot_zone_rows_found"
    ELSE "source"."source_shot_zone_rows_found"
  END AS "source_shot_zone_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_shot_zone_completeness_pct"
    ELSE "source"."source_shot_zone_completeness_pct"
  END AS "source_shot_zone_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_shot_zone_hash"
    ELSE "source"."source_shot_zone_hash"
  END AS "source_shot_zone_hash",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5_completeness_pct"
    ELSE "source"."l5_completeness_pct"
  END AS "l5_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5_is_complete"
    ELSE "source"."l5_is_complete"
  END AS "l5_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10_completeness_pct"
    ELSE "source"."l10_completeness_pct"
  END AS "l10_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10_is_complete"
    ELSE "source"."l10_is_complete"
  END AS "l10_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l7d_completeness_pct"
    ELSE "source"."l7d_completeness_pct"
  END AS "l7d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l7d_is_complete"
    ELSE "source"."l7d_is_complete"
  END AS "l7d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l14d_completeness_pct"
    ELSE "source"."l14d_completeness_pct"
  END AS "l14d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l14d_is_complete"
    ELSE "source"."l14d_is_complete"
  END AS "l14d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."all_windows_complete"
    ELSE "source"."all_windows_complete"
  END AS "all_windows_complete",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at"
FROM "source"
JOIN "compared"
  ON "compared"."cache_date" = "source"."cache_date"
  AND "compared"."player_lookup" = "source"."player_lookup"
LEFT JOIN "nba_precompute"."player_daily_cache" AS "target"
  ON "target"."cache_date" BETWEEN $from AND $to
  AND "target"."cache_date" = "source"."cache_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_player_daily_cache";

-- replace_delete
DELETE FROM "nba_precompute"."player_daily_cache" AS "target"
WHERE "target"."cache_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_precompute"."player_daily_cache" (
  "player_lookup",
  "universal_player_id",
  "cache_date",
  "points_avg_last_5",
  "points_avg_last_10",
  "points_avg_season",
  "points_std_last_10",
  "minutes_avg_last_10",
  "usage_rate_last_10",
  "ts_pct_last_10",
  "games_played_season",
  "team_pace_last_10",
  "team_off_rating_last_10",
  "player_usage_rate_season",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7",
  "player_age",
  "primary_scoring_zone",
  "paint_rate_last_10",
  "three_pt_rate_last_10",
  "assisted_rate_last_10",
  "shot_zone_data_available",
  "cache_quality_score",
  "quality_tier",
  "cache_version",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "source_team_offense_last_updated",
  "source_team_offense_rows_found",
  "source_team_offense_completeness_pct",
  "source_team_offense_hash",
  "source_upcoming_context_last_updated",
  "source_upcoming_context_rows_found",
  "source_upcoming_context_completeness_pct",
  "source_upcoming_context_hash",
  "source_shot_zone_last_updated",
  "source_shot_zone_rows_found",
  "source_shot_zone_completeness_pct",
  "source_shot_zone_hash",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "universal_player_id",
  "cache_date",
  "points_avg_last_5",
  "points_avg_last_10",
  "points_avg_season",
  "points_std_last_10",
  "minutes_avg_last_10",
  "usage_rate_last_10",
  "ts_pct_last_10",
  "games_played_season",
  "team_pace_last_10",
  "team_off_rating_last_10",
  "player_usage_rate_season",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7",
  "player_age",
  "primary_scoring_zone",
  "paint_rate_last_10",
  "three_pt_rate_last_10",
  "assisted_rate_last_10",
  "shot_zone_data_available",
  "cache_quality_score",
  "quality_tier",
  "cache_version",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "source_team_offense_last_updated",
  "source_team_offense_rows_found",
  "source_team_offense_completeness_pct",
  "source_team_offense_hash",
  "source_upcoming_context_last_updated",
  "source_upcoming_context_rows_found",
  "source_upcoming_context_completeness_pct",
  "source_upcoming_context_hash",
  "source_shot_zone_last_updated",
  "source_shot_zone_rows_found",
  "source_shot_zone_completeness_pct",
  "source_shot_zone_hash",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "created_at",
  "processed_at"
FROM "landed_player_daily_cache";

-- replace_drop
DROP TABLE IF EXISTS "landed_player_daily_cache";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_daily_cache' AND "target"."as_of" BETWEEN $from AND $to;

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
      "staged"."cache_date" AS "as_of",
      "days"."season_opening",
      "staged"."player_lookup"
    FROM "staged_player_daily_cache" AS "staged"
    JOIN "days" ON "staged"."cache_date" = "days"."as_of"
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
  'player_daily_cache' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."cache_date" AS "as_of",
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
FROM "staged_player_daily_cache" AS "staged"
LEFT JOIN "diagnosis"
  ON "diagnosis"."as_of" = "staged"."cache_date"
  AND "diagnosis"."player_lookup" IS NOT DISTINCT FROM "staged"."player_lookup"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_daily_cache'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_player_daily_cache" AS "failed"
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
  'player_daily_cache' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_player_daily_cache" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'player_daily_cache' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_player_daily_cache"
    WHERE "as_of" BETWEEN $from AND $to
  ),
  "stored" AS (
    SELECT
      "target"."cache_date" AS "as_of",
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
    FROM "nba_precompute"."player_daily_cache" AS "target"
    WHERE "target"."cache_date" BETWEEN $from AND $to
    GROUP BY "target"."cache_date"
  ),
  "failed" AS (
    SELECT
      "staged"."cache_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_player_daily_cache" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."cache_date"
  )
SELECT
  'player_daily_cache' AS "processor",
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
WHERE "target"."processor" = 'player_daily_cache' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_daily_cache' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_player_daily_cache"
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
WHERE "receipts"."processor" = 'player_daily_cache' AND "receipts"."as_of" BETWEEN $from AND $to
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
WHERE "receipt_inputs"."processor" = 'player_daily_cache'
  AND "receipt_inputs"."as_of" BETWEEN $from AND $to
ORDER BY "receipt_inputs"."input", "receipt_inputs"."as_of";

-- stored_content
SELECT
  "target"."cache_date" AS "as_of",
  COUNT(*) AS "row_count",
  CASE
    WHEN COUNT(*) > 0 AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
      THEN LEFT(SHA256(CONCAT(
        CAST(COUNT(*) AS VARCHAR),
        ':',
        CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
      )), 16)
  END AS "content_digest"
FROM "nba_precompute"."player_daily_cache" AS "target"
WHERE "target"."cache_date" BETWEEN $from AND $to
GROUP BY "target"."cache_date"
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
  WHERE "attempt"."processor_name" = 'player_daily_cache'
    AND "attempt"."as_of" BETWEEN $from AND $to
    AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
  GROUP BY "attempt"."as_of", "attempt"."entity_id"
) AS "open";

-- breakers_guard
CREATE OR REPLACE TEMPORARY TABLE "guarded_player_daily_cache" AS
WITH
  -- Breakers that are open now.
  "open" AS (
    SELECT
      "attempt"."as_of",
      "attempt"."entity_id",
      MAX("attempt"."attempt_number") AS "attempts",
      MAX("attempt"."circuit_breaker_until") AS "until"
    FROM "fastbreak"."reprocess_attempts" AS "attempt"
    WHERE "attempt"."processor_name" = 'player_daily_cache'
      AND "attempt"."as_of" BETWEEN $from AND $to
      AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
    GROUP BY "attempt"."as_of", "attempt"."entity_id"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."cache_date",
  "staged"."points_avg_last_5",
  "staged"."points_avg_last_10",
  "staged"."points_avg_season",
  "staged"."points_std_last_10",
  "staged"."minutes_avg_last_10",
  "staged"."usage_rate_last_10",
  "staged"."ts_pct_last_10",
  "staged"."games_played_season",
  "staged"."team_pace_last_10",
  "staged"."team_off_rating_last_10",
  "staged"."player_usage_rate_season",
  "staged"."games_in_last_7_days",
  "staged"."games_in_last_14_days",
  "staged"."minutes_in_last_7_days",
  "staged"."minutes_in_last_14_days",
  "staged"."back_to_backs_last_14_days",
  "staged"."avg_minutes_per_game_last_7",
  "staged"."fourth_quarter_minutes_last_7",
  "staged"."player_age",
  "staged"."primary_scoring_zone",
  "staged"."paint_rate_last_10",
  "staged"."three_pt_rate_last_10",
  "staged"."assisted_rate_last_10",
  "staged"."shot_zone_data_available",
  "staged"."cache_quality_score",
  "staged"."quality_tier",
  "staged"."cache_version",
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
  "staged"."l5_completeness_pct",
  "staged"."l5_is_complete",
  "staged"."l10_completeness_pct",
  "staged"."l10_is_complete",
  "staged"."l7d_completeness_pct",
  "staged"."l7d_is_complete",
  "staged"."l14d_completeness_pct",
  "staged"."l14d_is_complete",
  "staged"."all_windows_complete",
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
FROM "staged_player_daily_cache" AS "staged"
LEFT JOIN "open"
  ON "open"."as_of" = "staged"."cache_date"
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
    WHERE "attempt"."processor_name" = 'player_daily_cache'
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
WHERE "failed"."processor_name" = 'player_daily_cache'
  AND "failed"."as_of" BETWEEN $from AND $to
  AND "failed"."failure_category" IN ('INCOMPLETE_DATA');

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'player_daily_cache'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_player_daily_cache" AS "changed"
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
  'player_daily_cache' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_player_daily_cache" AS "changed"
WHERE "changed"."failures" > 0;
