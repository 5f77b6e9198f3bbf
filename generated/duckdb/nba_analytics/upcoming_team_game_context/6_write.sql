-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_upcoming_team_game_context" (
  "team_abbr" VARCHAR,
  "game_id" VARCHAR,
  "game_date" DATE,
  "season_year" BIGINT,
  "opponent_team_abbr" VARCHAR,
  "home_game" BOOLEAN,
  "is_back_to_back" BOOLEAN,
  "days_since_last_game" BIGINT,
  "game_number_in_season" BIGINT,
  "team_days_rest" BIGINT,
  "team_back_to_back" BOOLEAN,
  "games_in_last_7_days" BIGINT,
  "games_in_last_14_days" BIGINT,
  "game_spread" DECIMAL(5, 2),
  "game_total" DECIMAL(5, 1),
  "game_spread_source" VARCHAR,
  "game_total_source" VARCHAR,
  "spread_movement" DECIMAL(5, 2),
  "total_movement" DECIMAL(5, 1),
  "betting_lines_updated_at" TIMESTAMP,
  "starters_out_count" BIGINT,
  "questionable_players_count" BIGINT,
  "team_win_streak_entering" BIGINT,
  "team_loss_streak_entering" BIGINT,
  "last_game_margin" BIGINT,
  "last_game_result" VARCHAR,
  "travel_miles" BIGINT,
  "quality_tier" VARCHAR,
  "quality_score" DOUBLE,
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
      "staged"."game_date",
      "staged"."team_abbr",
      COUNT(*) AS "copies"
    FROM "staged_upcoming_team_game_context" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."game_date", "staged"."team_abbr"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_upcoming_team_game_context" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'game_date=',
          COALESCE(CAST("game_date" AS VARCHAR), '∅'),
          ', team_abbr=',
          COALESCE("team_abbr", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_analytics"."upcoming_team_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_analytics"."upcoming_team_game_context" (
  "team_abbr",
  "game_id",
  "game_date",
  "season_year",
  "opponent_team_abbr",
  "home_game",
  "is_back_to_back",
  "days_since_last_game",
  "game_number_in_season",
  "team_days_rest",
  "team_back_to_back",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "game_spread",
  "game_total",
  "game_spread_source",
  "game_total_source",
  "spread_movement",
  "total_movement",
  "betting_lines_updated_at",
  "starters_out_count",
  "questionable_players_count",
  "team_win_streak_entering",
  "team_loss_streak_entering",
  "last_game_margin",
  "last_game_result",
  "travel_miles",
  "source_nbac_schedule_last_updated",
  "source_nbac_schedule_rows_found",
  "source_nbac_schedule_completeness_pct",
  "source_nbac_schedule_hash",
  "source_odds_lines_last_updated",
  "source_odds_lines_rows_found",
  "source_odds_lines_completeness_pct",
  "source_odds_lines_hash",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "quality_tier",
  "quality_score",
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
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "data_hash",
  "processed_at",
  "created_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_odds_lines'
      ) AS "source_odds_lines_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_odds_lines'
      ) AS "source_odds_lines_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_odds_lines') AS "source_odds_lines_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_injury_report') AS "source_injury_report_digest"
    FROM "digests_upcoming_team_game_context"
    GROUP BY "as_of"
  )
SELECT
  "staged"."team_abbr",
  "staged"."game_id",
  "staged"."game_date",
  "staged"."season_year",
  "staged"."opponent_team_abbr",
  "staged"."home_game",
  "staged"."is_back_to_back",
  "staged"."days_since_last_game",
  "staged"."game_number_in_season",
  "staged"."team_days_rest",
  "staged"."team_back_to_back",
  "staged"."games_in_last_7_days",
  "staged"."games_in_last_14_days",
  "staged"."game_spread",
  "staged"."game_total",
  "staged"."game_spread_source",
  "staged"."game_total_source",
  "staged"."spread_movement",
  "staged"."total_movement",
  "staged"."betting_lines_updated_at",
  "staged"."starters_out_count",
  "staged"."questionable_players_count",
  "staged"."team_win_streak_entering",
  "staged"."team_loss_streak_entering",
  "staged"."last_game_margin",
  "staged"."last_game_result",
  "staged"."travel_miles",
  "tracking"."source_nbac_schedule_last_updated",
  COALESCE("tracking"."source_nbac_schedule_rows_found", 0) AS "source_nbac_schedule_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_nbac_schedule_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_nbac_schedule_completeness_pct",
  "tracking"."source_nbac_schedule_digest" AS "source_nbac_schedule_hash",
  "tracking"."source_odds_lines_last_updated",
  COALESCE("tracking"."source_odds_lines_rows_found", 0) AS "source_odds_lines_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_odds_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_odds_lines_completeness_pct",
  "tracking"."source_odds_lines_digest" AS "source_odds_lines_hash",
  "tracking"."source_injury_report_last_updated",
  COALESCE("tracking"."source_injury_report_rows_found", 0) AS "source_injury_report_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_injury_report_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
  "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
  "staged"."quality_tier",
  "staged"."quality_score",
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
  "staged"."l7d_completeness_pct",
  "staged"."l7d_is_complete",
  "staged"."l14d_completeness_pct",
  "staged"."l14d_is_complete",
  "staged"."all_windows_complete",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "processed_at",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_upcoming_team_game_context" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_analytics"."upcoming_team_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_upcoming_team_game_context" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."team_abbr" = "target"."team_abbr"
  );

-- merge
MERGE INTO "nba_analytics"."upcoming_team_game_context" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_nbac_schedule'
        ) AS "source_nbac_schedule_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_nbac_schedule'
        ) AS "source_nbac_schedule_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_nbac_schedule'
        ) AS "source_nbac_schedule_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_odds_lines'
        ) AS "source_odds_lines_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_odds_lines'
        ) AS "source_odds_lines_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_odds_lines') AS "source_odds_lines_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_digest"
      FROM "digests_upcoming_team_game_context"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."team_abbr",
    "staged"."game_id",
    "staged"."game_date",
    "staged"."season_year",
    "staged"."opponent_team_abbr",
    "staged"."home_game",
    "staged"."is_back_to_back",
    "staged"."days_since_last_game",
    "staged"."game_number_in_season",
    "staged"."team_days_rest",
    "staged"."team_back_to_back",
    "staged"."games_in_last_7_days",
    "staged"."games_in_last_14_days",
    "staged"."game_spread",
    "staged"."game_total",
    "staged"."game_spread_source",
    "staged"."game_total_source",
    "staged"."spread_movement",
    "staged"."total_movement",
    "staged"."betting_lines_updated_at",
    "staged"."starters_out_count",
    "staged"."questionable_players_count",
    "staged"."team_win_streak_entering",
    "staged"."team_loss_streak_entering",
    "staged"."last_game_margin",
    "staged"."last_game_result",
    "staged"."travel_miles",
    "tracking"."source_nbac_schedule_last_updated",
    COALESCE("tracking"."source_nbac_schedule_rows_found", 0) AS "source_nbac_schedule_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_nbac_schedule_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_nbac_schedule_completeness_pct",
    "tracking"."source_nbac_schedule_digest" AS "source_nbac_schedule_hash",
    "tracking"."source_odds_lines_last_updated",
    COALESCE("tracking"."source_odds_lines_rows_found", 0) AS "source_odds_lines_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_odds_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_odds_lines_completeness_pct",
    "tracking"."source_odds_lines_digest" AS "source_odds_lines_hash",
    "tracking"."source_injury_report_last_updated",
    COALESCE("tracking"."source_injury_report_rows_found", 0) AS "source_injury_report_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_injury_report_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
    "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
    "staged"."quality_tier",
    "staged"."quality_score",
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
    "staged"."l7d_completeness_pct",
    "staged"."l7d_is_complete",
    "staged"."l14d_completeness_pct",
    "staged"."l14d_is_complete",
    "staged"."all_windows_complete",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "processed_at",
    CAST($now AS TIMESTAMP) AS "created_at"
  FROM "staged_upcoming_team_game_context" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."team_abbr" = "source"."team_abbr"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_nbac_schedule_last_updated"
  IS DISTINCT FROM "source"."source_nbac_schedule_last_updated"
OR "target"."source_nbac_schedule_rows_found"
  IS DISTINCT FROM "source"."source_nbac_schedule_rows_found"
OR "target"."source_nbac_schedule_completeness_pct"
  IS DISTINCT FROM "source"."source_nbac_schedule_completeness_pct"
OR "target"."source_nbac_schedule_hash" IS DISTINCT FROM "source"."source_nbac_schedule_hash"
OR "target"."source_odds_lines_last_updated"
  IS DISTINCT FROM "source"."source_odds_lines_last_updated"
OR "target"."source_odds_lines_rows_found" IS DISTINCT FROM "source"."source_odds_lines_rows_found"
OR "target"."source_odds_lines_completeness_pct"
  IS DISTINCT FROM "source"."source_odds_lines_completeness_pct"
OR "target"."source_odds_lines_hash" IS DISTINCT FROM "source"."source_odds_lines_hash"
OR "target"."source_injury_report_last_updated"
  IS DISTINCT FROM "source"."source_injury_report_last_updated"
OR "target"."source_injury_report_rows_found"
  IS DISTINCT FROM "source"."source_injury_report_rows_found"
OR "target"."source_injury_report_completeness_pct"
  IS DISTINCT FROM "source"."source_injury_report_completeness_pct"
OR "target"."source_injury_report_hash" IS DISTINCT FROM "source"."source_injury_report_hash"
OR "target"."quality_tier" IS DISTINCT FROM "source"."quality_tier"
OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
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
OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
THEN UPDATE SET
  "game_id" = "source"."game_id",
  "season_year" = "source"."season_year",
  "opponent_team_abbr" = "source"."opponent_team_abbr",
  "home_game" = "source"."home_game",
  "is_back_to_back" = "source"."is_back_to_back",
  "days_since_last_game" = "source"."days_since_last_game",
  "game_number_in_season" = "source"."game_number_in_season",
  "team_days_rest" = "source"."team_days_rest",
  "team_back_to_back" = "source"."team_back_to_back",
  "games_in_last_7_days" = "source"."games_in_last_7_days",
  "games_in_last_14_days" = "source"."games_in_last_14_days",
  "game_spread" = "source"."game_spread",
  "game_total" = "source"."game_total",
  "game_spread_source" = "source"."game_spread_source",
  "game_total_source" = "source"."game_total_source",
  "spread_movement" = "source"."spread_movement",
  "total_movement" = "source"."total_movement",
  "betting_lines_updated_at" = "source"."betting_lines_updated_at",
  "starters_out_count" = "source"."starters_out_count",
  "questionable_players_count" = "source"."questionable_players_count",
  "team_win_streak_entering" = "source"."team_win_streak_entering",
  "team_loss_streak_entering" = "source"."team_loss_streak_entering",
  "last_game_margin" = "source"."last_game_margin",
  "last_game_result" = "source"."last_game_result",
  "travel_miles" = "source"."travel_miles",
  "source_nbac_schedule_last_updated" = "source"."source_nbac_schedule_last_updated",
  "source_nbac_schedule_rows_found" = "source"."source_nbac_schedule_rows_found",
  "source_nbac_schedule_completeness_pct" = "source"."source_nbac_schedule_completeness_pct",
  "source_nbac_schedule_hash" = "source"."source_nbac_schedule_hash",
  "source_odds_lines_last_updated" = "source"."source_odds_lines_last_updated",
  "source_odds_lines_rows_found" = "source"."source_odds_lines_rows_found",
  "source_odds_lines_completeness_pct" = "source"."source_odds_lines_completeness_pct",
  "source_odds_lines_hash" = "source"."source_odds_lines_hash",
  "source_injury_report_last_updated" = "source"."source_injury_report_last_updated",
  "source_injury_report_rows_found" = "source"."source_injury_report_rows_found",
  "source_injury_report_completeness_pct" = "source"."source_injury_report_completeness_pct",
  "source_injury_report_hash" = "source"."source_injury_report_hash",
  "quality_tier" = "source"."quality_tier",
  "quality_score" = "source"."quality_score",
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
  "l7d_completeness_pct" = "source"."l7d_completeness_pct",
  "l7d_is_complete" = "source"."l7d_is_complete",
  "l14d_completeness_pct" = "source"."l14d_completeness_pct",
  "l14d_is_complete" = "source"."l14d_is_complete",
  "all_windows_complete" = "source"."all_windows_complete",
  "data_hash" = "source"."data_hash",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "team_abbr",
  "game_id",
  "game_date",
  "season_year",
  "opponent_team_abbr",
  "home_game",
  "is_back_to_back",
  "days_since_last_game",
  "game_number_in_season",
  "team_days_rest",
  "team_back_to_back",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "game_spread",
  "game_total",
  "game_spread_source",
  "game_total_source",
  "spread_movement",
  "total_movement",
  "betting_lines_updated_at",
  "starters_out_count",
  "questionable_players_count",
  "team_win_streak_entering",
  "team_loss_streak_entering",
  "last_game_margin",
  "last_game_result",
  "travel_miles",
  "source_nbac_schedule_last_updated",
  "source_nbac_schedule_rows_found",
  "source_nbac_schedule_completeness_pct",
  "source_nbac_schedule_hash",
  "source_odds_lines_last_updated",
  "source_odds_lines_rows_found",
  "source_odds_lines_completeness_pct",
  "source_odds_lines_hash",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "quality_tier",
  "quality_score",
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
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "data_hash",
  "processed_at",
  "created_at"
)
VALUES (
  "source"."team_abbr",
  "source"."game_id",
  "source"."game_date",
  "source"."season_year",
  "source"."opponent_team_abbr",
  "source"."home_game",
  "source"."is_back_to_back",
  "source"."days_since_last_game",
  "source"."game_number_in_season",
  "source"."team_days_rest",
  "source"."team_back_to_back",
  "source"."games_in_last_7_days",
  "source"."games_in_last_14_days",
  "source"."game_spread",
  "source"."game_total",
  "source"."game_spread_source",
  "source"."game_total_source",
  "source"."spread_movement",
  "source"."total_movement",
  "source"."betting_lines_updated_at",
  "source"."starters_out_count",
  "source"."questionable_players_count",
  "source"."team_win_streak_entering",
  "source"."team_loss_streak_entering",
  "source"."last_game_margin",
  "source"."last_game_result",
  "source"."travel_miles",
  "source"."source_nbac_schedule_last_updated",
  "source"."source_nbac_schedule_rows_found",
  "source"."source_nbac_schedule_completeness_pct",
  "source"."source_nbac_schedule_hash",
  "source"."source_odds_lines_last_updated",
  "source"."source_odds_lines_rows_found",
  "source"."source_odds_lines_completeness_pct",
  "source"."source_odds_lines_hash",
  "source"."source_injury_report_last_updated",
  "source"."source_injury_report_rows_found",
  "source"."source_injury_report_completeness_pct",
  "source"."source_injury_report_hash",
  "source"."quality_tier",
  "source"."quality_score",
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
  "source"."l7d_completeness_pct",
  "source"."l7d_is_complete",
  "source"."l14d_completeness_pct",
  "source"."l14d_is_complete",
  "source"."all_windows_complete",
  "source"."data_hash",
  "source"."processed_at",
  "source"."created_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_upcoming_team_game_context" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_nbac_schedule'
      ) AS "source_nbac_schedule_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_odds_lines'
      ) AS "source_odds_lines_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_odds_lines'
      ) AS "source_odds_lines_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_odds_lines') AS "source_odds_lines_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_injury_report') AS "source_injury_report_digest"
    FROM "digests_upcoming_team_game_context"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."team_abbr",
      "staged"."game_id",
      "staged"."game_date",
      "staged"."season_year",
      "staged"."opponent_team_abbr",
      "staged"."home_game",
      "staged"."is_back_to_back",
      "staged"."days_since_last_game",
      "staged"."game_number_in_season",
      "staged"."team_days_rest",
      "staged"."team_back_to_back",
      "staged"."games_in_last_7_days",
      "staged"."games_in_last_14_days",
      "staged"."game_spread",
      "staged"."game_total",
      "staged"."game_spread_source",
      "staged"."game_total_source",
      "staged"."spread_movement",
      "staged"."total_movement",
      "staged"."betting_lines_updated_at",
      "staged"."starters_out_count",
      "staged"."questionable_players_count",
      "staged"."team_win_streak_entering",
      "staged"."team_loss_streak_entering",
      "staged"."last_game_margin",
      "staged"."last_game_result",
      "staged"."travel_miles",
      "tracking"."source_nbac_schedule_last_updated",
      COALESCE(
        "tracking"."source_nbac_schedule_rows_found",
        0
      ) AS "source_nbac_schedule_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_nbac_schedule_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 20.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_nbac_schedule_completeness_pct",
      "tracking"."source_nbac_schedule_digest" AS "source_nbac_schedule_hash",
      "tracking"."source_odds_lines_last_updated",
      COALESCE("tracking"."source_odds_lines_rows_found", 0) AS "source_odds_lines_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_odds_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_odds_lines_completeness_pct",
      "tracking"."source_odds_lines_digest" AS "source_odds_lines_hash",
      "tracking"."source_injury_report_last_updated",
      COALESCE(
        "tracking"."source_injury_report_rows_found",
        0
      ) AS "source_injury_report_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_injury_report_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 10.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
      "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
      "staged"."quality_tier",
      "staged"."quality_score",
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
      "staged"."l7d_completeness_pct",
      "staged"."l7d_is_complete",
      "staged"."l14d_completeness_pct",
      "staged"."l14d_is_complete",
      "staged"."all_windows_complete",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "processed_at",
      CAST($now AS TIMESTAMP) AS "created_at"
    FROM "staged_upcoming_team_game_context" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."team_abbr",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."source_nbac_schedule_last_updated"
              IS DISTINCT FROM "source"."source_nbac_schedule_last_updated"
            OR "target"."source_nbac_schedule_rows_found"
              IS DISTINCT FROM "source"."source_nbac_schedule_rows_found"
            OR "target"."source_nbac_schedule_completeness_pct"
              IS DISTINCT FROM "source"."source_nbac_schedule_completeness_pct"
            OR "target"."source_nbac_schedule_hash"
              IS DISTINCT FROM "source"."source_nbac_schedule_hash"
            OR "target"."source_odds_lines_last_updated"
              IS DISTINCT FROM "source"."source_odds_lines_last_updated"
            OR "target"."source_odds_lines_rows_found"
              IS DISTINCT FROM "source"."source_odds_lines_rows_found"
            OR "target"."source_odds_lines_completeness_pct"
              IS DISTINCT FROM "source"."source_odds_lines_completeness_pct"
            OR "target"."source_odds_lines_hash" IS DISTINCT FROM "source"."source_odds_lines_hash"
            OR "target"."source_injury_report_last_updated"
              IS DISTINCT FROM "source"."source_injury_report_last_updated"
            OR "target"."source_injury_report_rows_found"
              IS DISTINCT FROM "source"."source_injury_report_rows_found"
            OR "target"."source_injury_report_completeness_pct"
              IS DISTINCT FROM "source"."source_injury_report_completeness_pct"
            OR "target"."source_injury_report_hash"
              IS DISTINCT FROM "source"."source_injury_report_hash"
            OR "target"."quality_tier" IS DISTINCT FROM "source"."quality_tier"
            OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
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
            OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
            OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
            OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
            OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
            OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_analytics"."upcoming_team_game_context" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."team_abbr" = "source"."team_abbr"
  )
SELECT
  "compared"."landing_change",
  "source"."team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_id"
    ELSE "source"."game_id"
  END AS "game_id",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."season_year"
    ELSE "source"."season_year"
  END AS "season_year",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_team_abbr"
    ELSE "source"."opponent_team_abbr"
  END AS "opponent_team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."home_game"
    ELSE "source"."home_game"
  END AS "home_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."is_back_to_back"
    ELSE "source"."is_back_to_back"
  END AS "is_back_to_back",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."days_since_last_game"
    ELSE "source"."days_since_last_game"
  END AS "days_since_last_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_number_in_season"
    ELSE "source"."game_number_in_season"
  END AS "game_number_in_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_days_rest"
    ELSE "source"."team_days_rest"
  END AS "team_days_rest",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_back_to_back"
    ELSE "source"."team_back_to_back"
  END AS "team_back_to_back",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_last_7_days"
    ELSE "source"."games_in_last_7_days"
  END AS "games_in_last_7_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_last_14_days"
    ELSE "source"."games_in_last_14_days"
  END AS "games_in_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_spread"
    ELSE "source"."game_spread"
  END AS "game_spread",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_total"
    ELSE "source"."game_total"
  END AS "game_total",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_spread_source"
    ELSE "source"."game_spread_source"
  END AS "game_spread_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_total_source"
    ELSE "source"."game_total_source"
  END AS "game_total_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."spread_movement"
    ELSE "source"."spread_movement"
  END AS "spread_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."total_movement"
    ELSE "source"."total_movement"
  END AS "total_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."betting_lines_updated_at"
    ELSE "source"."betting_lines_updated_at"
  END AS "betting_lines_updated_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."starters_out_count"
    ELSE "source"."starters_out_count"
  END AS "starters_out_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."questionable_players_count"
    ELSE "source"."questionable_players_count"
  END AS "questionable_players_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_win_streak_entering"
    ELSE "source"."team_win_streak_entering"
  END AS "team_win_streak_entering",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_loss_streak_entering"
    ELSE "source"."team_loss_streak_entering"
  END AS "team_loss_streak_entering",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."last_game_margin"
    ELSE "source"."last_game_margin"
  END AS "last_game_margin",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."last_game_result"
    ELSE "source"."last_game_result"
  END AS "last_game_result",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."travel_miles"
    ELSE "source"."travel_miles"
  END AS "travel_miles",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_schedule_last_updated"
    ELSE "source"."source_nbac_schedule_last_updated"
  END AS "source_nbac_schedule_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_schedule_rows_found"
    ELSE "source"."source_nbac_schedule_rows_found"
  END AS "source_nbac_schedule_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_nbac_schedule_completeness_pct"
    ELSE "source"."source_nbac_schedule_completeness_pct"
  END AS "source_nbac_schedule_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_schedule_hash"
    ELSE "source"."source_nbac_schedule_hash"
  END AS "source_nbac_schedule_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_lines_last_updated"
    ELSE "source"."source_odds_lines_last_updated"
  END AS "source_odds_lines_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_lines_rows_found"
    ELSE "source"."source_odds_lines_rows_found"
  END AS "source_odds_lines_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_odds_lines_completeness_pct"
    ELSE "source"."source_odds_lines_completeness_pct"
  END AS "source_odds_lines_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_lines_hash"
    ELSE "source"."source_odds_lines_hash"
  END AS "source_odds_lines_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_last_updated"
    ELSE "source"."source_injury_report_last_updated"
  END AS "source_injury_report_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_rows_found"
    ELSE "source"."source_injury_report_rows_found"
  END AS "source_injury_report_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_injury_report_completeness_pct"
    ELSE "source"."source_injury_report_completeness_pct"
  END AS "source_injury_report_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_hash"
    ELSE "source"."source_injury_report_hash"
  END AS "source_injury_report_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_tier"
    ELSE "source"."quality_tier"
  END AS "quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_score"
    ELSE "source"."quality_score"
  END AS "quality_score",
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
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date" AND "compared"."team_abbr" = "source"."team_abbr"
LEFT JOIN "nba_analytics"."upcoming_team_game_context" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."team_abbr" = "source"."team_abbr";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_upcoming_team_game_context";

-- replace_delete
DELETE FROM "nba_analytics"."upcoming_team_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_analytics"."upcoming_team_game_context" (
  "team_abbr",
  "game_id",
  "game_date",
  "season_year",
  "opponent_team_abbr",
  "home_game",
  "is_back_to_back",
  "days_since_last_game",
  "game_number_in_season",
  "team_days_rest",
  "team_back_to_back",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "game_spread",
  "game_total",
  "game_spread_source",
  "game_total_source",
  "spread_movement",
  "total_movement",
  "betting_lines_updated_at",
  "starters_out_count",
  "questionable_players_count",
  "team_win_streak_entering",
  "team_loss_streak_entering",
  "last_game_margin",
  "last_game_result",
  "travel_miles",
  "source_nbac_schedule_last_updated",
  "source_nbac_schedule_rows_found",
  "source_nbac_schedule_completeness_pct",
  "source_nbac_schedule_hash",
  "source_odds_lines_last_updated",
  "source_odds_lines_rows_found",
  "source_odds_lines_completeness_pct",
  "source_odds_lines_hash",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "quality_tier",
  "quality_score",
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
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "data_hash",
  "processed_at",
  "created_at"
)
SELECT
  "team_abbr",
  "game_id",
  "game_date",
  "season_year",
  "opponent_team_abbr",
  "home_game",
  "is_back_to_back",
  "days_since_last_game",
  "game_number_in_season",
  "team_days_rest",
  "team_back_to_back",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "game_spread",
  "game_total",
  "game_spread_source",
  "game_total_source",
  "spread_movement",
  "total_movement",
  "betting_lines_updated_at",
  "starters_out_count",
  "questionable_players_count",
  "team_win_streak_entering",
  "team_loss_streak_entering",
  "last_game_margin",
  "last_game_result",
  "travel_miles",
  "source_nbac_schedule_last_updated",
  "source_nbac_schedule_rows_found",
  "source_nbac_schedule_completeness_pct",
  "source_nbac_schedule_hash",
  "source_odds_lines_last_updated",
  "source_odds_lines_rows_found",
  "source_odds_lines_completeness_pct",
  "source_odds_lines_hash",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "quality_tier",
  "quality_score",
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
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  "data_hash",
  "processed_at",
  "created_at"
FROM "landed_upcoming_team_game_context";

-- replace_drop
DROP TABLE IF EXISTS "landed_upcoming_team_game_context";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_team_game_context'
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
  'upcoming_team_game_context' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
  COALESCE("staged"."team_abbr", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_upcoming_team_game_context" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_team_game_context'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_upcoming_team_game_context" AS "failed"
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
  'upcoming_team_game_context' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_upcoming_team_game_context" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'upcoming_team_game_context' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_upcoming_team_game_context"
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
    FROM "nba_analytics"."upcoming_team_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_upcoming_team_game_context" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'upcoming_team_game_context' AS "processor",
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
WHERE "target"."processor" = 'upcoming_team_game_context' AND "target"."as_of" BETWEEN $from AND $to;

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
  'upcoming_team_game_context' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_upcoming_team_game_context"
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
WHERE "receipts"."processor" = 'upcoming_team_game_context'
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
WHERE "receipt_inputs"."processor" = 'upcoming_team_game_context'
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
FROM "nba_analytics"."upcoming_team_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'upcoming_team_game_context'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_upcoming_team_game_context" AS "changed"
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
  'upcoming_team_game_context' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_upcoming_team_game_context" AS "changed"
WHERE "changed"."failures" > 0;
