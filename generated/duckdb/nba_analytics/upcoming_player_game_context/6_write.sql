-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_upcoming_player_game_context" (
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "game_id" VARCHAR,
  "game_date" DATE,
  "team_abbr" VARCHAR,
  "opponent_team_abbr" VARCHAR,
  "has_prop_line" BOOLEAN,
  "current_points_line" DECIMAL(4, 1),
  "opening_points_line" DECIMAL(4, 1),
  "line_movement" DECIMAL(4, 1),
  "current_points_line_source" VARCHAR,
  "opening_points_line_source" VARCHAR,
  "game_spread" DECIMAL(4, 1),
  "opening_spread" DECIMAL(4, 1),
  "spread_movement" DECIMAL(4, 1),
  "game_spread_source" VARCHAR,
  "spread_public_betting_pct" DECIMAL(5, 2),
  "game_total" DECIMAL(5, 1),
  "opening_total" DECIMAL(5, 1),
  "total_movement" DECIMAL(4, 1),
  "game_total_source" VARCHAR,
  "total_public_betting_pct" DECIMAL(5, 2),
  "pace_differential" DECIMAL(5, 1),
  "opponent_pace_last_10" DECIMAL(5, 1),
  "game_start_time_local" VARCHAR,
  "opponent_ft_rate_allowed" DECIMAL(5, 3),
  "home_game" BOOLEAN,
  "back_to_back" BOOLEAN,
  "season_phase" VARCHAR,
  "projected_usage_rate" DECIMAL(5, 2),
  "days_rest" BIGINT,
  "days_rest_before_last_game" BIGINT,
  "days_since_2_plus_days_rest" BIGINT,
  "games_in_last_7_days" BIGINT,
  "games_in_last_14_days" BIGINT,
  "minutes_in_last_7_days" BIGINT,
  "minutes_in_last_14_days" BIGINT,
  "avg_minutes_per_game_last_7" DECIMAL(5, 1),
  "back_to_backs_last_14_days" BIGINT,
  "avg_usage_rate_last_7_games" DECIMAL(5, 2),
  "fourth_quarter_minutes_last_7" BIGINT,
  "clutch_minutes_last_7_games" BIGINT,
  "travel_miles" BIGINT,
  "time_zone_changes" BIGINT,
  "consecutive_road_games" BIGINT,
  "miles_traveled_last_14_days" BIGINT,
  "time_zones_crossed_last_14_days" BIGINT,
  "player_age" BIGINT,
  "points_avg_last_5" DECIMAL(5, 1),
  "points_avg_last_10" DECIMAL(5, 1),
  "l5_games_used" BIGINT,
  "l5_sample_quality" VARCHAR,
  "l10_games_used" BIGINT,
  "l10_sample_quality" VARCHAR,
  "prop_over_streak" BIGINT,
  "prop_under_streak" BIGINT,
  "star_teammates_out" BIGINT,
  "opponent_def_rating_last_10" DECIMAL(6, 2),
  "shooting_pct_decline_last_5" DECIMAL(5, 3),
  "fourth_quarter_production_last_7" DECIMAL(5, 1),
  "next_game_days_rest" BIGINT,
  "games_in_next_7_days" BIGINT,
  "next_opponent_win_pct" DECIMAL(5, 3),
  "next_game_is_primetime" BOOLEAN,
  "opponent_days_rest" BIGINT,
  "opponent_games_in_next_7_days" BIGINT,
  "opponent_next_game_days_rest" BIGINT,
  "player_status" VARCHAR,
  "injury_report" VARCHAR,
  "questionable_teammates" BIGINT,
  "probable_teammates" BIGINT,
  "universe_source" VARCHAR,
  "data_quality_tier" VARCHAR,
  "quality_score" DOUBLE,
  "primary_source_used" VARCHAR,
  "processed_with_issues" BOOLEAN,
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
  "l5d_completeness_pct" DOUBLE,
  "l5d_is_complete" BOOLEAN,
  "l7d_completeness_pct" DOUBLE,
  "l7d_is_complete" BOOLEAN,
  "l10d_completeness_pct" DOUBLE,
  "l10d_is_complete" BOOLEAN,
  "l14d_completeness_pct" DOUBLE,
  "l14d_is_complete" BOOLEAN,
  "l30d_completeness_pct" DOUBLE,
  "l30d_is_complete" BOOLEAN,
  "all_windows_complete" BOOLEAN,
  "context_version" BIGINT,
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
    FROM "staged_upcoming_player_game_context" AS "staged"
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
    FROM "staged_upcoming_player_game_context" AS "staged"
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
FROM "nba_analytics"."upcoming_player_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_analytics"."upcoming_player_game_context" (
  "player_lookup",
  "universal_player_id",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "has_prop_line",
  "current_points_line",
  "opening_points_line",
  "line_movement",
  "current_points_line_source",
  "opening_points_line_source",
  "game_spread",
  "opening_spread",
  "spread_movement",
  "game_spread_source",
  "spread_public_betting_pct",
  "game_total",
  "opening_total",
  "total_movement",
  "game_total_source",
  "total_public_betting_pct",
  "pace_differential",
  "opponent_pace_last_10",
  "game_start_time_local",
  "opponent_ft_rate_allowed",
  "home_game",
  "back_to_back",
  "season_phase",
  "projected_usage_rate",
  "days_rest",
  "days_rest_before_last_game",
  "days_since_2_plus_days_rest",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games",
  "travel_miles",
  "time_zone_changes",
  "consecutive_road_games",
  "miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days",
  "player_age",
  "points_avg_last_5",
  "points_avg_last_10",
  "l5_games_used",
  "l5_sample_quality",
  "l10_games_used",
  "l10_sample_quality",
  "prop_over_streak",
  "prop_under_streak",
  "star_teammates_out",
  "opponent_def_rating_last_10",
  "shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7",
  "next_game_days_rest",
  "games_in_next_7_days",
  "next_opponent_win_pct",
  "next_game_is_primetime",
  "opponent_days_rest",
  "opponent_games_in_next_7_days",
  "opponent_next_game_days_rest",
  "player_status",
  "injury_report",
  "questionable_teammates",
  "probable_teammates",
  "universe_source",
  "source_boxscore_last_updated",
  "source_boxscore_rows_found",
  "source_boxscore_completeness_pct",
  "source_boxscore_hash",
  "source_schedule_last_updated",
  "source_schedule_rows_found",
  "source_schedule_completeness_pct",
  "source_schedule_hash",
  "source_props_last_updated",
  "source_props_rows_found",
  "source_props_completeness_pct",
  "source_props_hash",
  "source_game_lines_last_updated",
  "source_game_lines_rows_found",
  "source_game_lines_completeness_pct",
  "source_game_lines_hash",
  "data_quality_tier",
  "quality_score",
  "primary_source_used",
  "processed_with_issues",
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
  "l5d_completeness_pct",
  "l5d_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l10d_completeness_pct",
  "l10d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "l30d_completeness_pct",
  "l30d_is_complete",
  "all_windows_complete",
  "data_hash",
  "context_version",
  "created_at",
  "processed_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (WHERE "input" = 'source_boxscore') AS "source_boxscore_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_boxscore'
      ) AS "source_boxscore_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_boxscore') AS "source_boxscore_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_schedule') AS "source_schedule_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_schedule'
      ) AS "source_schedule_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_schedule') AS "source_schedule_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_props') AS "source_props_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_props') AS "source_props_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_props') AS "source_props_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_game_lines'
      ) AS "source_game_lines_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_game_lines'
      ) AS "source_game_lines_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_game_lines') AS "source_game_lines_digest"
    FROM "digests_upcoming_player_game_context"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."game_id",
  "staged"."game_date",
  "staged"."team_abbr",
  "staged"."opponent_team_abbr",
  "staged"."has_prop_line",
  "staged"."current_points_line",
  "staged"."opening_points_line",
  "staged"."line_movement",
  "staged"."current_points_line_source",
  "staged"."opening_points_line_source",
  "staged"."game_spread",
  "staged"."opening_spread",
  "staged"."spread_movement",
  "staged"."game_spread_source",
  "staged"."spread_public_betting_pct",
  "staged"."game_total",
  "staged"."opening_total",
  "staged"."total_movement",
  "staged"."game_total_source",
  "staged"."total_public_betting_pct",
  "staged"."pace_differential",
  "staged"."opponent_pace_last_10",
  "staged"."game_start_time_local",
  "staged"."opponent_ft_rate_allowed",
  "staged"."home_game",
  "staged"."back_to_back",
  "staged"."season_phase",
  "staged"."projected_usage_rate",
  "staged"."days_rest",
  "staged"."days_rest_before_last_game",
  "staged"."days_since_2_plus_days_rest",
  "staged"."games_in_last_7_days",
  "staged"."games_in_last_14_days",
  "staged"."minutes_in_last_7_days",
  "staged"."minutes_in_last_14_days",
  "staged"."avg_minutes_per_game_last_7",
  "staged"."back_to_backs_last_14_days",
  "staged"."avg_usage_rate_last_7_games",
  "staged"."fourth_quarter_minutes_last_7",
  "staged"."clutch_minutes_last_7_games",
  "staged"."travel_miles",
  "staged"."time_zone_changes",
  "staged"."consecutive_road_games",
  "staged"."miles_traveled_last_14_days",
  "staged"."time_zones_crossed_last_14_days",
  "staged"."player_age",
  "staged"."points_avg_last_5",
  "staged"."points_avg_last_10",
  "staged"."l5_games_used",
  "staged"."l5_sample_quality",
  "staged"."l10_games_used",
  "staged"."l10_sample_quality",
  "staged"."prop_over_streak",
  "staged"."prop_under_streak",
  "staged"."star_teammates_out",
  "staged"."opponent_def_rating_last_10",
  "staged"."shooting_pct_decline_last_5",
  "staged"."fourth_quarter_production_last_7",
  "staged"."next_game_days_rest",
  "staged"."games_in_next_7_days",
  "staged"."next_opponent_win_pct",
  "staged"."next_game_is_primetime",
  "staged"."opponent_days_rest",
  "staged"."opponent_games_in_next_7_days",
  "staged"."opponent_next_game_days_rest",
  "staged"."player_status",
  "staged"."injury_report",
  "staged"."questionable_teammates",
  "staged"."probable_teammates",
  "staged"."universe_source",
  "tracking"."source_boxscore_last_updated",
  COALESCE("tracking"."source_boxscore_rows_found", 0) AS "source_boxscore_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_boxscore_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_boxscore_completeness_pct",
  "tracking"."source_boxscore_digest" AS "source_boxscore_hash",
  "tracking"."source_schedule_last_updated",
  COALESCE("tracking"."source_schedule_rows_found", 0) AS "source_schedule_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_schedule_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_schedule_completeness_pct",
  "tracking"."source_schedule_digest" AS "source_schedule_hash",
  "tracking"."source_props_last_updated",
  COALESCE("tracking"."source_props_rows_found", 0) AS "source_props_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_props_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_props_completeness_pct",
  "tracking"."source_props_digest" AS "source_props_hash",
  "tracking"."source_game_lines_last_updated",
  COALESCE("tracking"."source_game_lines_rows_found", 0) AS "source_game_lines_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_game_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_game_lines_completeness_pct",
  "tracking"."source_game_lines_digest" AS "source_game_lines_hash",
  "staged"."data_quality_tier",
  "staged"."quality_score",
  "staged"."primary_source_used",
  "staged"."processed_with_issues",
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
  "staged"."l5d_completeness_pct",
  "staged"."l5d_is_complete",
  "staged"."l7d_completeness_pct",
  "staged"."l7d_is_complete",
  "staged"."l10d_completeness_pct",
  "staged"."l10d_is_complete",
  "staged"."l14d_completeness_pct",
  "staged"."l14d_is_complete",
  "staged"."l30d_completeness_pct",
  "staged"."l30d_is_complete",
  "staged"."all_windows_complete",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  "staged"."context_version",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_upcoming_player_game_context" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_analytics"."upcoming_player_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_upcoming_player_game_context" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_analytics"."upcoming_player_game_context" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_boxscore'
        ) AS "source_boxscore_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_boxscore'
        ) AS "source_boxscore_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_boxscore') AS "source_boxscore_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_schedule'
        ) AS "source_schedule_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_schedule'
        ) AS "source_schedule_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_schedule') AS "source_schedule_digest",
        MAX("rows_found") FILTER (WHERE "input" = 'source_props') AS "source_props_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_props') AS "source_props_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_props') AS "source_props_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_game_lines'
        ) AS "source_game_lines_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_game_lines'
        ) AS "source_game_lines_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_game_lines') AS "source_game_lines_digest"
      FROM "digests_upcoming_player_game_context"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."game_id",
    "staged"."game_date",
    "staged"."team_abbr",
    "staged"."opponent_team_abbr",
    "staged"."has_prop_line",
    "staged"."current_points_line",
    "staged"."opening_points_line",
    "staged"."line_movement",
    "staged"."current_points_line_source",
    "staged"."opening_points_line_source",
    "staged"."game_spread",
    "staged"."opening_spread",
    "staged"."spread_movement",
    "staged"."game_spread_source",
    "staged"."spread_public_betting_pct",
    "staged"."game_total",
    "staged"."opening_total",
    "staged"."total_movement",
    "staged"."game_total_source",
    "staged"."total_public_betting_pct",
    "staged"."pace_differential",
    "staged"."opponent_pace_last_10",
    "staged"."game_start_time_local",
    "staged"."opponent_ft_rate_allowed",
    "staged"."home_game",
    "staged"."back_to_back",
    "staged"."season_phase",
    "staged"."projected_usage_rate",
    "staged"."days_rest",
    "staged"."days_rest_before_last_game",
    "staged"."days_since_2_plus_days_rest",
    "staged"."games_in_last_7_days",
    "staged"."games_in_last_14_days",
    "staged"."minutes_in_last_7_days",
    "staged"."minutes_in_last_14_days",
    "staged"."avg_minutes_per_game_last_7",
    "staged"."back_to_backs_last_14_days",
    "staged"."avg_usage_rate_last_7_games",
    "staged"."fourth_quarter_minutes_last_7",
    "staged"."clutch_minutes_last_7_games",
    "staged"."travel_miles",
    "staged"."time_zone_changes",
    "staged"."consecutive_road_games",
    "staged"."miles_traveled_last_14_days",
    "staged"."time_zones_crossed_last_14_days",
    "staged"."player_age",
    "staged"."points_avg_last_5",
    "staged"."points_avg_last_10",
    "staged"."l5_games_used",
    "staged"."l5_sample_quality",
    "staged"."l10_games_used",
    "staged"."l10_sample_quality",
    "staged"."prop_over_streak",
    "staged"."prop_under_streak",
    "staged"."star_teammates_out",
    "staged"."opponent_def_rating_last_10",
    "staged"."shooting_pct_decline_last_5",
    "staged"."fourth_quarter_production_last_7",
    "staged"."next_game_days_rest",
    "staged"."games_in_next_7_days",
    "staged"."next_opponent_win_pct",
    "staged"."next_game_is_primetime",
    "staged"."opponent_days_rest",
    "staged"."opponent_games_in_next_7_days",
    "staged"."opponent_next_game_days_rest",
    "staged"."player_status",
    "staged"."injury_report",
    "staged"."questionable_teammates",
    "staged"."probable_teammates",
    "staged"."universe_source",
    "tracking"."source_boxscore_last_updated",
    COALESCE("tracking"."source_boxscore_rows_found", 0) AS "source_boxscore_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_boxscore_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_boxscore_completeness_pct",
    "tracking"."source_boxscore_digest" AS "source_boxscore_hash",
    "tracking"."source_schedule_last_updated",
    COALESCE("tracking"."source_schedule_rows_found", 0) AS "source_schedule_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_schedule_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_schedule_completeness_pct",
    "tracking"."source_schedule_digest" AS "source_schedule_hash",
    "tracking"."source_props_last_updated",
    COALESCE("tracking"."source_props_rows_found", 0) AS "source_props_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_props_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_props_completeness_pct",
    "tracking"."source_props_digest" AS "source_props_hash",
    "tracking"."source_game_lines_last_updated",
    COALESCE("tracking"."source_game_lines_rows_found", 0) AS "source_game_lines_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_game_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_game_lines_completeness_pct",
    "tracking"."source_game_lines_digest" AS "source_game_lines_hash",
    "staged"."data_quality_tier",
    "staged"."quality_score",
    "staged"."primary_source_used",
    "staged"."processed_with_issues",
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
    "staged"."l5d_completeness_pct",
    "staged"."l5d_is_complete",
    "staged"."l7d_completeness_pct",
    "staged"."l7d_is_complete",
    "staged"."l10d_completeness_pct",
    "staged"."l10d_is_complete",
    "staged"."l14d_completeness_pct",
    "staged"."l14d_is_complete",
    "staged"."l30d_completeness_pct",
    "staged"."l30d_is_complete",
    "staged"."all_windows_complete",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    "staged"."context_version",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_upcoming_player_game_context" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."universe_source" IS DISTINCT FROM "source"."universe_source"
OR "target"."source_boxscore_last_updated" IS DISTINCT FROM "source"."source_boxscore_last_updated"
OR "target"."source_boxscore_rows_found" IS DISTINCT FROM "source"."source_boxscore_rows_found"
OR "target"."source_boxscore_completeness_pct"
  IS DISTINCT FROM "source"."source_boxscore_completeness_pct"
OR "target"."source_boxscore_hash" IS DISTINCT FROM "source"."source_boxscore_hash"
OR "target"."source_schedule_last_updated" IS DISTINCT FROM "source"."source_schedule_last_updated"
OR "target"."source_schedule_rows_found" IS DISTINCT FROM "source"."source_schedule_rows_found"
OR "target"."source_schedule_completeness_pct"
  IS DISTINCT FROM "source"."source_schedule_completeness_pct"
OR "target"."source_schedule_hash" IS DISTINCT FROM "source"."source_schedule_hash"
OR "target"."source_props_last_updated" IS DISTINCT FROM "source"."source_props_last_updated"
OR "target"."source_props_rows_found" IS DISTINCT FROM "source"."source_props_rows_found"
OR "target"."source_props_completeness_pct"
  IS DISTINCT FROM "source"."source_props_completeness_pct"
OR "target"."source_props_hash" IS DISTINCT FROM "source"."source_props_hash"
OR "target"."source_game_lines_last_updated"
  IS DISTINCT FROM "source"."source_game_lines_last_updated"
OR "target"."source_game_lines_rows_found" IS DISTINCT FROM "source"."source_game_lines_rows_found"
OR "target"."source_game_lines_completeness_pct"
  IS DISTINCT FROM "source"."source_game_lines_completeness_pct"
OR "target"."source_game_lines_hash" IS DISTINCT FROM "source"."source_game_lines_hash"
OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
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
OR "target"."l5d_completeness_pct" IS DISTINCT FROM "source"."l5d_completeness_pct"
OR "target"."l5d_is_complete" IS DISTINCT FROM "source"."l5d_is_complete"
OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
OR "target"."l10d_completeness_pct" IS DISTINCT FROM "source"."l10d_completeness_pct"
OR "target"."l10d_is_complete" IS DISTINCT FROM "source"."l10d_is_complete"
OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
OR "target"."l30d_completeness_pct" IS DISTINCT FROM "source"."l30d_completeness_pct"
OR "target"."l30d_is_complete" IS DISTINCT FROM "source"."l30d_is_complete"
OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
OR "target"."context_version" IS DISTINCT FROM "source"."context_version"
THEN UPDATE SET
  "universal_player_id" = "source"."universal_player_id",
  "game_id" = "source"."game_id",
  "team_abbr" = "source"."team_abbr",
  "opponent_team_abbr" = "source"."opponent_team_abbr",
  "has_prop_line" = "source"."has_prop_line",
  "current_points_line" = "source"."current_points_line",
  "opening_points_line" = "source"."opening_points_line",
  "line_movement" = "source"."line_movement",
  "current_points_line_source" = "source"."current_points_line_source",
  "opening_points_line_source" = "source"."opening_points_line_source",
  "game_spread" = "source"."game_spread",
  "opening_spread" = "source"."opening_spread",
  "spread_movement" = "source"."spread_movement",
  "game_spread_source" = "source"."game_spread_source",
  "spread_public_betting_pct" = "source"."spread_public_betting_pct",
  "game_total" = "source"."game_total",
  "opening_total" = "source"."opening_total",
  "total_movement" = "source"."total_movement",
  "game_total_source" = "source"."game_total_source",
  "total_public_betting_pct" = "source"."total_public_betting_pct",
  "pace_differential" = "source"."pace_differential",
  "opponent_pace_last_10" = "source"."opponent_pace_last_10",
  "game_start_time_local" = "source"."game_start_time_local",
  "opponent_ft_rate_allowed" = "source"."opponent_ft_rate_allowed",
  "home_game" = "source"."home_game",
  "back_to_back" = "source"."back_to_back",
  "season_phase" = "source"."season_phase",
  "projected_usage_rate" = "source"."projected_usage_rate",
  "days_rest" = "source"."days_rest",
  "days_rest_before_last_game" = "source"."days_rest_before_last_game",
  "days_since_2_plus_days_rest" = "source"."days_since_2_plus_days_rest",
  "games_in_last_7_days" = "source"."games_in_last_7_days",
  "games_in_last_14_days" = "source"."games_in_last_14_days",
  "minutes_in_last_7_days" = "source"."minutes_in_last_7_days",
  "minutes_in_last_14_days" = "source"."minutes_in_last_14_days",
  "avg_minutes_per_game_last_7" = "source"."avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days" = "source"."back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games" = "source"."avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7" = "source"."fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games" = "source"."clutch_minutes_last_7_games",
  "travel_miles" = "source"."travel_miles",
  "time_zone_changes" = "source"."time_zone_changes",
  "consecutive_road_games" = "source"."consecutive_road_games",
  "miles_traveled_last_14_days" = "source"."miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days" = "source"."time_zones_crossed_last_14_days",
  "player_age" = "source"."player_age",
  "points_avg_last_5" = "source"."points_avg_last_5",
  "points_avg_last_10" = "source"."points_avg_last_10",
  "l5_games_used" = "source"."l5_games_used",
  "l5_sample_quality" = "source"."l5_sample_quality",
  "l10_games_used" = "source"."l10_games_used",
  "l10_sample_quality" = "source"."l10_sample_quality",
  "prop_over_streak" = "source"."prop_over_streak",
  "prop_under_streak" = "source"."prop_under_streak",
  "star_teammates_out" = "source"."star_teammates_out",
  "opponent_def_rating_last_10" = "source"."opponent_def_rating_last_10",
  "shooting_pct_decline_last_5" = "source"."shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7" = "source"."fourth_quarter_production_last_7",
  "next_game_days_rest" = "source"."next_game_days_rest",
  "games_in_next_7_days" = "source"."games_in_next_7_days",
  "next_opponent_win_pct" = "source"."next_opponent_win_pct",
  "next_game_is_primetime" = "source"."next_game_is_primetime",
  "opponent_days_rest" = "source"."opponent_days_rest",
  "opponent_games_in_next_7_days" = "source"."opponent_games_in_next_7_days",
  "opponent_next_game_days_rest" = "source"."opponent_next_game_days_rest",
  "player_status" = "source"."player_status",
  "injury_report" = "source"."injury_report",
  "questionable_teammates" = "source"."questionable_teammates",
  "probable_teammates" = "source"."probable_teammates",
  "universe_source" = "source"."universe_source",
  "source_boxscore_last_updated" = "source"."source_boxscore_last_updated",
  "source_boxscore_rows_found" = "source"."source_boxscore_rows_found",
  "source_boxscore_completeness_pct" = "source"."source_boxscore_completeness_pct",
  "source_boxscore_hash" = "source"."source_boxscore_hash",
  "source_schedule_last_updated" = "source"."source_schedule_last_updated",
  "source_schedule_rows_found" = "source"."source_schedule_rows_found",
  "source_schedule_completeness_pct" = "source"."source_schedule_completeness_pct",
  "source_schedule_hash" = "source"."source_schedule_hash",
  "source_props_last_updated" = "source"."source_props_last_updated",
  "source_props_rows_found" = "source"."source_props_rows_found",
  "source_props_completeness_pct" = "source"."source_props_completeness_pct",
  "source_props_hash" = "source"."source_props_hash",
  "source_game_lines_last_updated" = "source"."source_game_lines_last_updated",
  "source_game_lines_rows_found" = "source"."source_game_lines_rows_found",
  "source_game_lines_completeness_pct" = "source"."source_game_lines_completeness_pct",
  "source_game_lines_hash" = "source"."source_game_lines_hash",
  "data_quality_tier" = "source"."data_quality_tier",
  "quality_score" = "source"."quality_score",
  "primary_source_used" = "source"."primary_source_used",
  "processed_with_issues" = "source"."processed_with_issues",
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
  "l5d_completeness_pct" = "source"."l5d_completeness_pct",
  "l5d_is_complete" = "source"."l5d_is_complete",
  "l7d_completeness_pct" = "source"."l7d_completeness_pct",
  "l7d_is_complete" = "source"."l7d_is_complete",
  "l10d_completeness_pct" = "source"."l10d_completeness_pct",
  "l10d_is_complete" = "source"."l10d_is_complete",
  "l14d_completeness_pct" = "source"."l14d_completeness_pct",
  "l14d_is_complete" = "source"."l14d_is_complete",
  "l30d_completeness_pct" = "source"."l30d_completeness_pct",
  "l30d_is_complete" = "source"."l30d_is_complete",
  "all_windows_complete" = "source"."all_windows_complete",
  "data_hash" = "source"."data_hash",
  "context_version" = "source"."context_version",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "universal_player_id",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "has_prop_line",
  "current_points_line",
  "opening_points_line",
  "line_movement",
  "current_points_line_source",
  "opening_points_line_source",
  "game_spread",
  "opening_spread",
  "spread_movement",
  "game_spread_source",
  "spread_public_betting_pct",
  "game_total",
  "opening_total",
  "total_movement",
  "game_total_source",
  "total_public_betting_pct",
  "pace_differential",
  "opponent_pace_last_10",
  "game_start_time_local",
  "opponent_ft_rate_allowed",
  "home_game",
  "back_to_back",
  "season_phase",
  "projected_usage_rate",
  "days_rest",
  "days_rest_before_last_game",
  "days_since_2_plus_days_rest",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games",
  "travel_miles",
  "time_zone_changes",
  "consecutive_road_games",
  "miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days",
  "player_age",
  "points_avg_last_5",
  "points_avg_last_10",
  "l5_games_used",
  "l5_sample_quality",
  "l10_games_used",
  "l10_sample_quality",
  "prop_over_streak",
  "prop_under_streak",
  "star_teammates_out",
  "opponent_def_rating_last_10",
  "shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7",
  "next_game_days_rest",
  "games_in_next_7_days",
  "next_opponent_win_pct",
  "next_game_is_primetime",
  "opponent_days_rest",
  "opponent_games_in_next_7_days",
  "opponent_next_game_days_rest",
  "player_status",
  "injury_report",
  "questionable_teammates",
  "probable_teammates",
  "universe_source",
  "source_boxscore_last_updated",
  "source_boxscore_rows_found",
  "source_boxscore_completeness_pct",
  "source_boxscore_hash",
  "source_schedule_last_updated",
  "source_schedule_rows_found",
  "source_schedule_completeness_pct",
  "source_schedule_hash",
  "source_props_last_updated",
  "source_props_rows_found",
  "source_props_completeness_pct",
  "source_props_hash",
  "source_game_lines_last_updated",
  "source_game_lines_rows_found",
  "source_game_lines_completeness_pct",
  "source_game_lines_hash",
  "data_quality_tier",
  "quality_score",
  "primary_source_used",
  "processed_with_issues",
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
  "l5d_completeness_pct",
  "l5d_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l10d_completeness_pct",
  "l10d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "l30d_completeness_pct",
  "l30d_is_complete",
  "all_windows_complete",
  "data_hash",
  "context_version",
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."game_id",
  "source"."game_date",
  "source"."team_abbr",
  "source"."opponent_team_abbr",
  "source"."has_prop_line",
  "source"."current_points_line",
  "source"."opening_points_line",
  "source"."line_movement",
  "source"."current_points_line_source",
  "source"."opening_points_line_source",
  "source"."game_spread",
  "source"."opening_spread",
  "source"."spread_movement",
  "source"."game_spread_source",
  "source"."spread_public_betting_pct",
  "source"."game_total",
  "source"."opening_total",
  "source"."total_movement",
  "source"."game_total_source",
  "source"."total_public_betting_pct",
  "source"."pace_differential",
  "source"."opponent_pace_last_10",
  "source"."game_start_time_local",
  "source"."opponent_ft_rate_allowed",
  "source"."home_game",
  "source"."back_to_back",
  "source"."season_phase",
  "source"."projected_usage_rate",
  "source"."days_rest",
  "source"."days_rest_before_last_game",
  "source"."days_since_2_plus_days_rest",
  "source"."games_in_last_7_days",
  "source"."games_in_last_14_days",
  "source"."minutes_in_last_7_days",
  "source"."minutes_in_last_14_days",
  "source"."avg_minutes_per_game_last_7",
  "source"."back_to_backs_last_14_days",
  "source"."avg_usage_rate_last_7_games",
  "source"."fourth_quarter_minutes_last_7",
  "source"."clutch_minutes_last_7_games",
  "source"."travel_miles",
  "source"."time_zone_changes",
  "source"."consecutive_road_games",
  "source"."miles_traveled_last_14_days",
  "source"."time_zones_crossed_last_14_days",
  "source"."player_age",
  "source"."points_avg_last_5",
  "source"."points_avg_last_10",
  "source"."l5_games_used",
  "source"."l5_sample_quality",
  "source"."l10_games_used",
  "source"."l10_sample_quality",
  "source"."prop_over_streak",
  "source"."prop_under_streak",
  "source"."star_teammates_out",
  "source"."opponent_def_rating_last_10",
  "source"."shooting_pct_decline_last_5",
  "source"."fourth_quarter_production_last_7",
  "source"."next_game_days_rest",
  "source"."games_in_next_7_days",
  "source"."next_opponent_win_pct",
  "source"."next_game_is_primetime",
  "source"."opponent_days_rest",
  "source"."opponent_games_in_next_7_days",
  "source"."opponent_next_game_days_rest",
  "source"."player_status",
  "source"."injury_report",
  "source"."questionable_teammates",
  "source"."probable_teammates",
  "source"."universe_source",
  "source"."source_boxscore_last_updated",
  "source"."source_boxscore_rows_found",
  "source"."source_boxscore_completeness_pct",
  "source"."source_boxscore_hash",
  "source"."source_schedule_last_updated",
  "source"."source_schedule_rows_found",
  "source"."source_schedule_completeness_pct",
  "source"."source_schedule_hash",
  "source"."source_props_last_updated",
  "source"."source_props_rows_found",
  "source"."source_props_completeness_pct",
  "source"."source_props_hash",
  "source"."source_game_lines_last_updated",
  "source"."source_game_lines_rows_found",
  "source"."source_game_lines_completeness_pct",
  "source"."source_game_lines_hash",
  "source"."data_quality_tier",
  "source"."quality_score",
  "source"."primary_source_used",
  "source"."processed_with_issues",
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
  "source"."l5d_completeness_pct",
  "source"."l5d_is_complete",
  "source"."l7d_completeness_pct",
  "source"."l7d_is_complete",
  "source"."l10d_completeness_pct",
  "source"."l10d_is_complete",
  "source"."l14d_completeness_pct",
  "source"."l14d_is_complete",
  "source"."l30d_completeness_pct",
  "source"."l30d_is_complete",
  "source"."all_windows_complete",
  "source"."data_hash",
  "source"."context_version",
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_upcoming_player_game_context" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (WHERE "input" = 'source_boxscore') AS "source_boxscore_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_boxscore'
      ) AS "source_boxscore_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_boxscore') AS "source_boxscore_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_schedule') AS "source_schedule_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_schedule'
      ) AS "source_schedule_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_schedule') AS "source_schedule_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_props') AS "source_props_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_props') AS "source_props_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_props') AS "source_props_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_game_lines'
      ) AS "source_game_lines_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_game_lines'
      ) AS "source_game_lines_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_game_lines') AS "source_game_lines_digest"
    FROM "digests_upcoming_player_game_context"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."game_id",
      "staged"."game_date",
      "staged"."team_abbr",
      "staged"."opponent_team_abbr",
      "staged"."has_prop_line",
      "staged"."current_points_line",
      "staged"."opening_points_line",
      "staged"."line_movement",
      "staged"."current_points_line_source",
      "staged"."opening_points_line_source",
      "staged"."game_spread",
      "staged"."opening_spread",
      "staged"."spread_movement",
      "staged"."game_spread_source",
      "staged"."spread_public_betting_pct",
      "staged"."game_total",
      "staged"."opening_total",
      "staged"."total_movement",
      "staged"."game_total_source",
      "staged"."total_public_betting_pct",
      "staged"."pace_differential",
      "staged"."opponent_pace_last_10",
      "staged"."game_start_time_local",
      "staged"."opponent_ft_rate_allowed",
      "staged"."home_game",
      "staged"."back_to_back",
      "staged"."season_phase",
      "staged"."projected_usage_rate",
      "staged"."days_rest",
      "staged"."days_rest_before_last_game",
      "staged"."days_since_2_plus_days_rest",
      "staged"."games_in_last_7_days",
      "staged"."games_in_last_14_days",
      "staged"."minutes_in_last_7_days",
      "staged"."minutes_in_last_14_days",
      "staged"."avg_minutes_per_game_last_7",
      "staged"."back_to_backs_last_14_days",
      "staged"."avg_usage_rate_last_7_games",
      "staged"."fourth_quarter_minutes_last_7",
      "staged"."clutch_minutes_last_7_games",
      "staged"."travel_miles",
      "staged"."time_zone_changes",
      "staged"."consecutive_road_games",
      "staged"."miles_traveled_last_14_days",
      "staged"."time_zones_crossed_last_14_days",
      "staged"."player_age",
      "staged"."points_avg_last_5",
      "staged"."points_avg_last_10",
      "staged"."l5_games_used",
      "staged"."l5_sample_quality",
      "staged"."l10_games_used",
      "staged"."l10_sample_quality",
      "staged"."prop_over_streak",
      "staged"."prop_under_streak",
      "staged"."star_teammates_out",
      "staged"."opponent_def_rating_last_10",
      "staged"."shooting_pct_decline_last_5",
      "staged"."fourth_quarter_production_last_7",
      "staged"."next_game_days_rest",
      "staged"."games_in_next_7_days",
      "staged"."next_opponent_win_pct",
      "staged"."next_game_is_primetime",
      "staged"."opponent_days_rest",
      "staged"."opponent_games_in_next_7_days",
      "staged"."opponent_next_game_days_rest",
      "staged"."player_status",
      "staged"."injury_report",
      "staged"."questionable_teammates",
      "staged"."probable_teammates",
      "staged"."universe_source",
      "tracking"."source_boxscore_last_updated",
      COALESCE("tracking"."source_boxscore_rows_found", 0) AS "source_boxscore_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_boxscore_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_boxscore_completeness_pct",
      "tracking"."source_boxscore_digest" AS "source_boxscore_hash",
      "tracking"."source_schedule_last_updated",
      COALESCE("tracking"."source_schedule_rows_found", 0) AS "source_schedule_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_schedule_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_schedule_completeness_pct",
      "tracking"."source_schedule_digest" AS "source_schedule_hash",
      "tracking"."source_props_last_updated",
      COALESCE("tracking"."source_props_rows_found", 0) AS "source_props_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_props_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_props_completeness_pct",
      "tracking"."source_props_digest" AS "source_props_hash",
      "tracking"."source_game_lines_last_updated",
      COALESCE("tracking"."source_game_lines_rows_found", 0) AS "source_game_lines_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_game_lines_rows_found", 0) AS DOUBLE) * 100.0e0 / 40.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_game_lines_completeness_pct",
      "tracking"."source_game_lines_digest" AS "source_game_lines_hash",
      "staged"."data_quality_tier",
      "staged"."quality_score",
      "staged"."primary_source_used",
      "staged"."processed_with_issues",
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
      "staged"."l5d_completeness_pct",
      "staged"."l5d_is_complete",
      "staged"."l7d_completeness_pct",
      "staged"."l7d_is_complete",
      "staged"."l10d_completeness_pct",
      "staged"."l10d_is_complete",
      "staged"."l14d_completeness_pct",
      "staged"."l14d_is_complete",
      "staged"."l30d_completeness_pct",
      "staged"."l30d_is_complete",
      "staged"."all_windows_complete",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      "staged"."context_version",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_upcoming_player_game_context" AS "staged"
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
            OR "target"."universe_source" IS DISTINCT FROM "source"."universe_source"
            OR "target"."source_boxscore_last_updated"
              IS DISTINCT FROM "source"."source_boxscore_last_updated"
            OR "target"."source_boxscore_rows_found"
              IS DISTINCT FROM "source"."source_boxscore_rows_found"
            OR "target"."source_boxscore_completeness_pct"
              IS DISTINCT FROM "source"."source_boxscore_completeness_pct"
            OR "target"."source_boxscore_hash" IS DISTINCT FROM "source"."source_boxscore_hash"
            OR "target"."source_schedule_last_updated"
              IS DISTINCT FROM "source"."source_schedule_last_updated"
            OR "target"."source_schedule_rows_found"
              IS DISTINCT FROM "source"."source_schedule_rows_found"
            OR "target"."source_schedule_completeness_pct"
              IS DISTINCT FROM "source"."source_schedule_completeness_pct"
            OR "target"."source_schedule_hash" IS DISTINCT FROM "source"."source_schedule_hash"
            OR "target"."source_props_last_updated"
              IS DISTINCT FROM "source"."source_props_last_updated"
            OR "target"."source_props_rows_found"
              IS DISTINCT FROM "source"."source_props_rows_found"
            OR "target"."source_props_completeness_pct"
              IS DISTINCT FROM "source"."source_props_completeness_pct"
            OR "target"."source_props_hash" IS DISTINCT FROM "source"."source_props_hash"
            OR "target"."source_game_lines_last_updated"
              IS DISTINCT FROM "source"."source_game_lines_last_updated"
            OR "target"."source_game_lines_rows_found"
              IS DISTINCT FROM "source"."source_game_lines_rows_found"
            OR "target"."source_game_lines_completeness_pct"
              IS DISTINCT FROM "source"."source_game_lines_completeness_pct"
            OR "target"."source_game_lines_hash" IS DISTINCT FROM "source"."source_game_lines_hash"
            OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
            OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
            OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
            OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
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
            OR "target"."l5d_completeness_pct" IS DISTINCT FROM "source"."l5d_completeness_pct"
            OR "target"."l5d_is_complete" IS DISTINCT FROM "source"."l5d_is_complete"
            OR "target"."l7d_completeness_pct" IS DISTINCT FROM "source"."l7d_completeness_pct"
            OR "target"."l7d_is_complete" IS DISTINCT FROM "source"."l7d_is_complete"
            OR "target"."l10d_completeness_pct" IS DISTINCT FROM "source"."l10d_completeness_pct"
            OR "target"."l10d_is_complete" IS DISTINCT FROM "source"."l10d_is_complete"
            OR "target"."l14d_completeness_pct" IS DISTINCT FROM "source"."l14d_completeness_pct"
            OR "target"."l14d_is_complete" IS DISTINCT FROM "source"."l14d_is_complete"
            OR "target"."l30d_completeness_pct" IS DISTINCT FROM "source"."l30d_completeness_pct"
            OR "target"."l30d_is_complete" IS DISTINCT FROM "source"."l30d_is_complete"
            OR "target"."all_windows_complete" IS DISTINCT FROM "source"."all_windows_complete"
            OR "target"."context_version" IS DISTINCT FROM "source"."context_version"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_analytics"."upcoming_player_game_context" AS "target"
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
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_id"
    ELSE "source"."game_id"
  END AS "game_id",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_abbr"
    ELSE "source"."team_abbr"
  END AS "team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_team_abbr"
    ELSE "source"."opponent_team_abbr"
  END AS "opponent_team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."has_prop_line"
    ELSE "source"."has_prop_line"
  END AS "has_prop_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."current_points_line"
    ELSE "source"."current_points_line"
  END AS "current_points_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_points_line"
    ELSE "source"."opening_points_line"
  END AS "opening_points_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."line_movement"
    ELSE "source"."line_movement"
  END AS "line_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."current_points_line_source"
    ELSE "source"."current_points_line_source"
  END AS "current_points_line_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_points_line_source"
    ELSE "source"."opening_points_line_source"
  END AS "opening_points_line_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_spread"
    ELSE "source"."game_spread"
  END AS "game_spread",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_spread"
    ELSE "source"."opening_spread"
  END AS "opening_spread",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."spread_movement"
    ELSE "source"."spread_movement"
  END AS "spread_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_spread_source"
    ELSE "source"."game_spread_source"
  END AS "game_spread_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."spread_public_betting_pct"
    ELSE "source"."spread_public_betting_pct"
  END AS "spread_public_betting_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_total"
    ELSE "source"."game_total"
  END AS "game_total",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_total"
    ELSE "source"."opening_total"
  END AS "opening_total",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."total_movement"
    ELSE "source"."total_movement"
  END AS "total_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_total_source"
    ELSE "source"."game_total_source"
  END AS "game_total_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."total_public_betting_pct"
    ELSE "source"."total_public_betting_pct"
  END AS "total_public_betting_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."pace_differential"
    ELSE "source"."pace_differential"
  END AS "pace_differential",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_pace_last_10"
    ELSE "source"."opponent_pace_last_10"
  END AS "opponent_pace_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_start_time_local"
    ELSE "source"."game_start_time_local"
  END AS "game_start_time_local",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_ft_rate_allowed"
    ELSE "source"."opponent_ft_rate_allowed"
  END AS "opponent_ft_rate_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."home_game"
    ELSE "source"."home_game"
  END AS "home_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."back_to_back"
    ELSE "source"."back_to_back"
  END AS "back_to_back",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."season_phase"
    ELSE "source"."season_phase"
  END AS "season_phase",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."projected_usage_rate"
    ELSE "source"."projected_usage_rate"
  END AS "projected_usage_rate",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."days_rest"
    ELSE "source"."days_rest"
  END AS "days_rest",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."days_rest_before_last_game"
    ELSE "source"."days_rest_before_last_game"
  END AS "days_rest_before_last_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."days_since_2_plus_days_rest"
    ELSE "source"."days_since_2_plus_days_rest"
  END AS "days_since_2_plus_days_rest",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."avg_minutes_per_game_last_7"
    ELSE "source"."avg_minutes_per_game_last_7"
  END AS "avg_minutes_per_game_last_7",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."back_to_backs_last_14_days"
    ELSE "source"."back_to_backs_last_14_days"
  END AS "back_to_backs_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."avg_usage_rate_last_7_games"
    ELSE "source"."avg_usage_rate_last_7_games"
  END AS "avg_usage_rate_last_7_games",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fourth_quarter_minutes_last_7"
    ELSE "source"."fourth_quarter_minutes_last_7"
  END AS "fourth_quarter_minutes_last_7",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."clutch_minutes_last_7_games"
    ELSE "source"."clutch_minutes_last_7_games"
  END AS "clutch_minutes_last_7_games",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."travel_miles"
    ELSE "source"."travel_miles"
  END AS "travel_miles",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."time_zone_changes"
    ELSE "source"."time_zone_changes"
  END AS "time_zone_changes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."consecutive_road_games"
    ELSE "source"."consecutive_road_games"
  END AS "consecutive_road_games",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."miles_traveled_last_14_days"
    ELSE "source"."miles_traveled_last_14_days"
  END AS "miles_traveled_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."time_zones_crossed_last_14_days"
    ELSE "source"."time_zones_crossed_last_14_days"
  END AS "time_zones_crossed_last_14_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_age"
    ELSE "source"."player_age"
  END AS "player_age",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_last_5"
    ELSE "source"."points_avg_last_5"
  END AS "points_avg_last_5",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_last_10"
    ELSE "source"."points_avg_last_10"
  END AS "points_avg_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5_games_used"
    ELSE "source"."l5_games_used"
  END AS "l5_games_used",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5_sample_quality"
    ELSE "source"."l5_sample_quality"
  END AS "l5_sample_quality",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10_games_used"
    ELSE "source"."l10_games_used"
  END AS "l10_games_used",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10_sample_quality"
    ELSE "source"."l10_sample_quality"
  END AS "l10_sample_quality",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."prop_over_streak"
    ELSE "source"."prop_over_streak"
  END AS "prop_over_streak",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."prop_under_streak"
    ELSE "source"."prop_under_streak"
  END AS "prop_under_streak",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."star_teammates_out"
    ELSE "source"."star_teammates_out"
  END AS "star_teammates_out",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_def_rating_last_10"
    ELSE "source"."opponent_def_rating_last_10"
  END AS "opponent_def_rating_last_10",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shooting_pct_decline_last_5"
    ELSE "source"."shooting_pct_decline_last_5"
  END AS "shooting_pct_decline_last_5",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fourth_quarter_production_last_7"
    ELSE "source"."fourth_quarter_production_last_7"
  END AS "fourth_quarter_production_last_7",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."next_game_days_rest"
    ELSE "source"."next_game_days_rest"
  END AS "next_game_days_rest",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_in_next_7_days"
    ELSE "source"."games_in_next_7_days"
  END AS "games_in_next_7_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."next_opponent_win_pct"
    ELSE "source"."next_opponent_win_pct"
  END AS "next_opponent_win_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."next_game_is_primetime"
    ELSE "source"."next_game_is_primetime"
  END AS "next_game_is_primetime",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_days_rest"
    ELSE "source"."opponent_days_rest"
  END AS "opponent_days_rest",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_games_in_next_7_days"
    ELSE "source"."opponent_games_in_next_7_days"
  END AS "opponent_games_in_next_7_days",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_next_game_days_rest"
    ELSE "source"."opponent_next_game_days_rest"
  END AS "opponent_next_game_days_rest",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_status"
    ELSE "source"."player_status"
  END AS "player_status",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."injury_report"
    ELSE "source"."injury_report"
  END AS "injury_report",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."questionable_teammates"
    ELSE "source"."questionable_teammates"
  END AS "questionable_teammates",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."probable_teammates"
    ELSE "source"."probable_teammates"
  END AS "probable_teammates",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."universe_source"
    ELSE "source"."universe_source"
  END AS "universe_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_boxscore_last_updated"
    ELSE "source"."source_boxscore_last_updated"
  END AS "source_boxscore_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_boxscore_rows_found"
    ELSE "source"."source_boxscore_rows_found"
  END AS "source_boxscore_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_boxscore_completeness_pct"
    ELSE "source"."source_boxscore_completeness_pct"
  END AS "source_boxscore_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_boxscore_hash"
    ELSE "source"."source_boxscore_hash"
  END AS "source_boxscore_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_schedule_last_updated"
    ELSE "source"."source_schedule_last_updated"
  END AS "source_schedule_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_schedule_rows_found"
    ELSE "source"."source_schedule_rows_found"
  END AS "source_schedule_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_schedule_completeness_pct"
    ELSE "source"."source_schedule_completeness_pct"
  END AS "source_schedule_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_schedule_hash"
    ELSE "source"."source_schedule_hash"
  END AS "source_schedule_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_props_last_updated"
    ELSE "source"."source_props_last_updated"
  END AS "source_props_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_props_rows_found"
    ELSE "source"."source_props_rows_found"
  END AS "source_props_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_props_completeness_pct"
    ELSE "source"."source_props_completeness_pct"
  END AS "source_props_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_props_hash"
    ELSE "source"."source_props_hash"
  END AS "source_props_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_game_lines_last_updated"
    ELSE "source"."source_game_lines_last_updated"
  END AS "source_game_lines_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_game_lines_rows_found"
    ELSE "source"."source_game_lines_rows_found"
  END AS "source_game_lines_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_game_lines_completeness_pct"
    ELSE "source"."source_game_lines_completeness_pct"
  END AS "source_game_lines_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_game_lines_hash"
    ELSE "source"."source_game_lines_hash"
  END AS "source_game_lines_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_quality_tier"
    ELSE "source"."data_quality_tier"
  END AS "data_quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_score"
    ELSE "source"."quality_score"
  END AS "quality_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."primary_source_used"
    ELSE "source"."primary_source_used"
  END AS "primary_source_used",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_with_issues"
    ELSE "source"."processed_with_issues"
  END AS "processed_with_issues",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5d_completeness_pct"
    ELSE "source"."l5d_completeness_pct"
  END AS "l5d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l5d_is_complete"
    ELSE "source"."l5d_is_complete"
  END AS "l5d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l7d_completeness_pct"
    ELSE "source"."l7d_completeness_pct"
  END AS "l7d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l7d_is_complete"
    ELSE "source"."l7d_is_complete"
  END AS "l7d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10d_completeness_pct"
    ELSE "source"."l10d_completeness_pct"
  END AS "l10d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l10d_is_complete"
    ELSE "source"."l10d_is_complete"
  END AS "l10d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l14d_completeness_pct"
    ELSE "source"."l14d_completeness_pct"
  END AS "l14d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l14d_is_complete"
    ELSE "source"."l14d_is_complete"
  END AS "l14d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l30d_completeness_pct"
    ELSE "source"."l30d_completeness_pct"
  END AS "l30d_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."l30d_is_complete"
    ELSE "source"."l30d_is_complete"
  END AS "l30d_is_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."all_windows_complete"
    ELSE "source"."all_windows_complete"
  END AS "all_windows_complete",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."context_version"
    ELSE "source"."context_version"
  END AS "context_version",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date"
  AND "compared"."player_lookup" = "source"."player_lookup"
LEFT JOIN "nba_analytics"."upcoming_player_game_context" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_upcoming_player_game_context";

-- replace_delete
DELETE FROM "nba_analytics"."upcoming_player_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_analytics"."upcoming_player_game_context" (
  "player_lookup",
  "universal_player_id",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "has_prop_line",
  "current_points_line",
  "opening_points_line",
  "line_movement",
  "current_points_line_source",
  "opening_points_line_source",
  "game_spread",
  "opening_spread",
  "spread_movement",
  "game_spread_source",
  "spread_public_betting_pct",
  "game_total",
  "opening_total",
  "total_movement",
  "game_total_source",
  "total_public_betting_pct",
  "pace_differential",
  "opponent_pace_last_10",
  "game_start_time_local",
  "opponent_ft_rate_allowed",
  "home_game",
  "back_to_back",
  "season_phase",
  "projected_usage_rate",
  "days_rest",
  "days_rest_before_last_game",
  "days_since_2_plus_days_rest",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games",
  "travel_miles",
  "time_zone_changes",
  "consecutive_road_games",
  "miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days",
  "player_age",
  "points_avg_last_5",
  "points_avg_last_10",
  "l5_games_used",
  "l5_sample_quality",
  "l10_games_used",
  "l10_sample_quality",
  "prop_over_streak",
  "prop_under_streak",
  "star_teammates_out",
  "opponent_def_rating_last_10",
  "shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7",
  "next_game_days_rest",
  "games_in_next_7_days",
  "next_opponent_win_pct",
  "next_game_is_primetime",
  "opponent_days_rest",
  "opponent_games_in_next_7_days",
  "opponent_next_game_days_rest",
  "player_status",
  "injury_report",
  "questionable_teammates",
  "probable_teammates",
  "universe_source",
  "source_boxscore_last_updated",
  "source_boxscore_rows_found",
  "source_boxscore_completeness_pct",
  "source_boxscore_hash",
  "source_schedule_last_updated",
  "source_schedule_rows_found",
  "source_schedule_completeness_pct",
  "source_schedule_hash",
  "source_props_last_updated",
  "source_props_rows_found",
  "source_props_completeness_pct",
  "source_props_hash",
  "source_game_lines_last_updated",
  "source_game_lines_rows_found",
  "source_game_lines_completeness_pct",
  "source_game_lines_hash",
  "data_quality_tier",
  "quality_score",
  "primary_source_used",
  "processed_with_issues",
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
  "l5d_completeness_pct",
  "l5d_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l10d_completeness_pct",
  "l10d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "l30d_completeness_pct",
  "l30d_is_complete",
  "all_windows_complete",
  "data_hash",
  "context_version",
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "universal_player_id",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "has_prop_line",
  "current_points_line",
  "opening_points_line",
  "line_movement",
  "current_points_line_source",
  "opening_points_line_source",
  "game_spread",
  "opening_spread",
  "spread_movement",
  "game_spread_source",
  "spread_public_betting_pct",
  "game_total",
  "opening_total",
  "total_movement",
  "game_total_source",
  "total_public_betting_pct",
  "pace_differential",
  "opponent_pace_last_10",
  "game_start_time_local",
  "opponent_ft_rate_allowed",
  "home_game",
  "back_to_back",
  "season_phase",
  "projected_usage_rate",
  "days_rest",
  "days_rest_before_last_game",
  "days_since_2_plus_days_rest",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games",
  "travel_miles",
  "time_zone_changes",
  "consecutive_road_games",
  "miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days",
  "player_age",
  "points_avg_last_5",
  "points_avg_last_10",
  "l5_games_used",
  "l5_sample_quality",
  "l10_games_used",
  "l10_sample_quality",
  "prop_over_streak",
  "prop_under_streak",
  "star_teammates_out",
  "opponent_def_rating_last_10",
  "shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7",
  "next_game_days_rest",
  "games_in_next_7_days",
  "next_opponent_win_pct",
  "next_game_is_primetime",
  "opponent_days_rest",
  "opponent_games_in_next_7_days",
  "opponent_next_game_days_rest",
  "player_status",
  "injury_report",
  "questionable_teammates",
  "probable_teammates",
  "universe_source",
  "source_boxscore_last_updated",
  "source_boxscore_rows_found",
  "source_boxscore_completeness_pct",
  "source_boxscore_hash",
  "source_schedule_last_updated",
  "source_schedule_rows_found",
  "source_schedule_completeness_pct",
  "source_schedule_hash",
  "source_props_last_updated",
  "source_props_rows_found",
  "source_props_completeness_pct",
  "source_props_hash",
  "source_game_lines_last_updated",
  "source_game_lines_rows_found",
  "source_game_lines_completeness_pct",
  "source_game_lines_hash",
  "data_quality_tier",
  "quality_score",
  "primary_source_used",
  "processed_with_issues",
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
  "l5d_completeness_pct",
  "l5d_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l10d_completeness_pct",
  "l10d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "l30d_completeness_pct",
  "l30d_is_complete",
  "all_windows_complete",
  "data_hash",
  "context_version",
  "created_at",
  "processed_at"
FROM "landed_upcoming_player_game_context";

-- replace_drop
DROP TABLE IF EXISTS "landed_upcoming_player_game_context";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_player_game_context'
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
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  -- The entities without a row.
  "population" AS (
    SELECT DISTINCT
      "staged"."game_date" AS "as_of",
      "days"."season_opening",
      "staged"."player_lookup"
    FROM "staged_upcoming_player_game_context" AS "staged"
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
  'upcoming_player_game_context' AS "processor_name",
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
FROM "staged_upcoming_player_game_context" AS "staged"
LEFT JOIN "diagnosis"
  ON "diagnosis"."as_of" = "staged"."game_date"
  AND "diagnosis"."player_lookup" IS NOT DISTINCT FROM "staged"."player_lookup"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_player_game_context'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_upcoming_player_game_context" AS "failed"
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
  'upcoming_player_game_context' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_upcoming_player_game_context" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'upcoming_player_game_context'
  AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_upcoming_player_game_context"
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
    FROM "nba_analytics"."upcoming_player_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_upcoming_player_game_context" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'upcoming_player_game_context' AS "processor",
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
WHERE "target"."processor" = 'upcoming_player_game_context'
  AND "target"."as_of" BETWEEN $from AND $to;

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
  'upcoming_player_game_context' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_upcoming_player_game_context"
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
WHERE "receipts"."processor" = 'upcoming_player_game_context'
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
WHERE "receipt_inputs"."processor" = 'upcoming_player_game_context'
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
FROM "nba_analytics"."upcoming_player_game_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
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
  WHERE "attempt"."processor_name" = 'upcoming_player_game_context'
    AND "attempt"."as_of" BETWEEN $from AND $to
    AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
  GROUP BY "attempt"."as_of", "attempt"."entity_id"
) AS "open";

-- breakers_guard
CREATE OR REPLACE TEMPORARY TABLE "guarded_upcoming_player_game_context" AS
WITH
  -- Breakers that are open now.
  "open" AS (
    SELECT
      "attempt"."as_of",
      "attempt"."entity_id",
      MAX("attempt"."attempt_number") AS "attempts",
      MAX("attempt"."circuit_breaker_until") AS "until"
    FROM "fastbreak"."reprocess_attempts" AS "attempt"
    WHERE "attempt"."processor_name" = 'upcoming_player_game_context'
      AND "attempt"."as_of" BETWEEN $from AND $to
      AND "attempt"."circuit_breaker_until" > CAST($now AS TIMESTAMP)
    GROUP BY "attempt"."as_of", "attempt"."entity_id"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."game_id",
  "staged"."game_date",
  "staged"."team_abbr",
  "staged"."opponent_team_abbr",
  "staged"."has_prop_line",
  "staged"."current_points_line",
  "staged"."opening_points_line",
  "staged"."line_movement",
  "staged"."current_points_line_source",
  "staged"."opening_points_line_source",
  "staged"."game_spread",
  "staged"."opening_spread",
  "staged"."spread_movement",
  "staged"."game_spread_source",
  "staged"."spread_public_betting_pct",
  "staged"."game_total",
  "staged"."opening_total",
  "staged"."total_movement",
  "staged"."game_total_source",
  "staged"."total_public_betting_pct",
  "staged"."pace_differential",
  "staged"."opponent_pace_last_10",
  "staged"."game_start_time_local",
  "staged"."opponent_ft_rate_allowed",
  "staged"."home_game",
  "staged"."back_to_back",
  "staged"."season_phase",
  "staged"."projected_usage_rate",
  "staged"."days_rest",
  "staged"."days_rest_before_last_game",
  "staged"."days_since_2_plus_days_rest",
  "staged"."games_in_last_7_days",
  "staged"."games_in_last_14_days",
  "staged"."minutes_in_last_7_days",
  "staged"."minutes_in_last_14_days",
  "staged"."avg_minutes_per_game_last_7",
  "staged"."back_to_backs_last_14_days",
  "staged"."avg_usage_rate_last_7_games",
  "staged"."fourth_quarter_minutes_last_7",
  "staged"."clutch_minutes_last_7_games",
  "staged"."travel_miles",
  "staged"."time_zone_changes",
  "staged"."consecutive_road_games",
  "staged"."miles_traveled_last_14_days",
  "staged"."time_zones_crossed_last_14_days",
  "staged"."player_age",
  "staged"."points_avg_last_5",
  "staged"."points_avg_last_10",
  "staged"."l5_games_used",
  "staged"."l5_sample_quality",
  "staged"."l10_games_used",
  "staged"."l10_sample_quality",
  "staged"."prop_over_streak",
  "staged"."prop_under_streak",
  "staged"."star_teammates_out",
  "staged"."opponent_def_rating_last_10",
  "staged"."shooting_pct_decline_last_5",
  "staged"."fourth_quarter_production_last_7",
  "staged"."next_game_days_rest",
  "staged"."games_in_next_7_days",
  "staged"."next_opponent_win_pct",
  "staged"."next_game_is_primetime",
  "staged"."opponent_days_rest",
  "staged"."opponent_games_in_next_7_days",
  "staged"."opponent_next_game_days_rest",
  "staged"."player_status",
  "staged"."injury_report",
  "staged"."questionable_teammates",
  "staged"."probable_teammates",
  "staged"."universe_source",
  "staged"."data_quality_tier",
  "staged"."quality_score",
  "staged"."primary_source_used",
  "staged"."processed_with_issues",
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
  "staged"."l5d_completeness_pct",
  "staged"."l5d_is_complete",
  "staged"."l7d_completeness_pct",
  "staged"."l7d_is_complete",
  "staged"."l10d_completeness_pct",
  "staged"."l10d_is_complete",
  "staged"."l14d_completeness_pct",
  "staged"."l14d_is_complete",
  "staged"."l30d_completeness_pct",
  "staged"."l30d_is_complete",
  "staged"."all_windows_complete",
  "staged"."context_version",
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
FROM "staged_upcoming_player_game_context" AS "staged"
LEFT JOIN "open"
  ON "open"."as_of" = "staged"."game_date"
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
    WHERE "attempt"."processor_name" = 'upcoming_player_game_context'
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
WHERE "failed"."processor_name" = 'upcoming_player_game_context'
  AND "failed"."as_of" BETWEEN $from AND $to
  AND "failed"."failure_category" IN ('INCOMPLETE_DATA');

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'upcoming_player_game_context'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_upcoming_player_game_context" AS "changed"
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
  'upcoming_player_game_context' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_upcoming_player_game_context" AS "changed"
WHERE "changed"."failures" > 0;
