WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "forecast" AS (
    SELECT
      'moving_average_baseline_v1' AS "system_id",
      "moving_average"."player_lookup",
      "moving_average"."game_date",
      "moving_average"."predicted_points",
      "moving_average"."confidence_score",
      "moving_average"."recommendation",
      "moving_average"."current_points_line",
      "moving_average"."similarity_baseline",
      "moving_average"."fatigue_adjustment",
      "moving_average"."shot_zone_adjustment",
      "moving_average"."referee_adjustment",
      "moving_average"."look_ahead_adjustment",
      "moving_average"."pace_adjustment",
      "moving_average"."usage_spike_adjustment",
      "moving_average"."home_away_adjustment",
      "moving_average"."other_adjustments",
      "moving_average"."similar_games_count",
      "moving_average"."avg_similarity_score",
      "moving_average"."min_similarity_score",
      "moving_average"."ml_model_id",
      "moving_average"."prediction_variance",
      "moving_average"."system_agreement_score",
      "moving_average"."contributing_systems",
      "moving_average"."key_factors",
      "moving_average"."warnings"
    FROM "nba_predictions"."moving_average_baseline_v1" AS "moving_average"
    WHERE "moving_average"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      'zone_matchup_v1' AS "system_id",
      "zone_matchup"."player_lookup",
      "zone_matchup"."game_date",
      "zone_matchup"."predicted_points",
      "zone_matchup"."confidence_score",
      "zone_matchup"."recommendation",
      "zone_matchup"."current_points_line",
      "zone_matchup"."similarity_baseline",
      "zone_matchup"."fatigue_adjustment",
      "zone_matchup"."shot_zone_adjustment",
      "zone_matchup"."referee_adjustment",
      "zone_matchup"."look_ahead_adjustment",
      "zone_matchup"."pace_adjustment",
      "zone_matchup"."usage_spike_adjustment",
      "zone_matchup"."home_away_adjustment",
      "zone_matchup"."other_adjustments",
      "zone_matchup"."similar_games_count",
      "zone_matchup"."avg_similarity_score",
      "zone_matchup"."min_similarity_score",
      "zone_matchup"."ml_model_id",
      "zone_matchup"."prediction_variance",
      "zone_matchup"."system_agreement_score",
      "zone_matchup"."contributing_systems",
      "zone_matchup"."key_factors",
      "zone_matchup"."warnings"
    FROM "nba_predictions"."zone_matchup_v1" AS "zone_matchup"
    WHERE "zone_matchup"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      'similarity_balanced_v1' AS "system_id",
      "similarity"."player_lookup",
      "similarity"."game_date",
      "similarity"."predicted_points",
      "similarity"."confidence_score",
      "similarity"."recommendation",
      "similarity"."current_points_line",
      "similarity"."similarity_baseline",
      "similarity"."fatigue_adjustment",
      "similarity"."shot_zone_adjustment",
      "similarity"."referee_adjustment",
      "similarity"."look_ahead_adjustment",
      "similarity"."pace_adjustment",
      "similarity"."usage_spike_adjustment",
      "similarity"."home_away_adjustment",
      "similarity"."other_adjustments",
      "similarity"."similar_games_count",
      "similarity"."avg_similarity_score",
      "similarity"."min_similarity_score",
      "similarity"."ml_model_id",
      "similarity"."prediction_variance",
      "similarity"."system_agreement_score",
      "similarity"."contributing_systems",
      "similarity"."key_factors",
      "similarity"."warnings"
    FROM "nba_predictions"."similarity_balanced_v1" AS "similarity"
    WHERE "similarity"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      'xgboost_v1' AS "system_id",
      "xgboost"."player_lookup",
      "xgboost"."game_date",
      "xgboost"."predicted_points",
      "xgboost"."confidence_score",
      "xgboost"."recommendation",
      "xgboost"."current_points_line",
      "xgboost"."similarity_baseline",
      "xgboost"."fatigue_adjustment",
      "xgboost"."shot_zone_adjustment",
      "xgboost"."referee_adjustment",
      "xgboost"."look_ahead_adjustment",
      "xgboost"."pace_adjustment",
      "xgboost"."usage_spike_adjustment",
      "xgboost"."home_away_adjustment",
      "xgboost"."other_adjustments",
      "xgboost"."similar_games_count",
      "xgboost"."avg_similarity_score",
      "xgboost"."min_similarity_score",
      "xgboost"."ml_model_id",
      "xgboost"."prediction_variance",
      "xgboost"."system_agreement_score",
      "xgboost"."contributing_systems",
      "xgboost"."key_factors",
      "xgboost"."warnings"
    FROM "nba_predictions"."xgboost_v1" AS "xgboost"
    WHERE "xgboost"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      'ensemble_v1' AS "system_id",
      "ensemble"."player_lookup",
      "ensemble"."game_date",
      "ensemble"."predicted_points",
      "ensemble"."confidence_score",
      "ensemble"."recommendation",
      "ensemble"."current_points_line",
      "ensemble"."similarity_baseline",
      "ensemble"."fatigue_adjustment",
      "ensemble"."shot_zone_adjustment",
      "ensemble"."referee_adjustment",
      "ensemble"."look_ahead_adjustment",
      "ensemble"."pace_adjustment",
      "ensemble"."usage_spike_adjustment",
      "ensemble"."home_away_adjustment",
      "ensemble"."other_adjustments",
      "ensemble"."similar_games_count",
      "ensemble"."avg_similarity_score",
      "ensemble"."min_similarity_score",
      "ensemble"."ml_model_id",
      "ensemble"."prediction_variance",
      "ensemble"."system_agreement_score",
      "ensemble"."contributing_systems",
      "ensemble"."key_factors",
      "ensemble"."warnings"
    FROM "nba_predictions"."ensemble_v1" AS "ensemble"
    WHERE "ensemble"."game_date" BETWEEN $from AND $to
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "forecast"."game_date",
      "forecast"."player_lookup",
      "forecast"."system_id",
      "forecast"."predicted_points",
      "forecast"."confidence_score",
      "forecast"."recommendation",
      "forecast"."current_points_line",
      "forecast"."similarity_baseline",
      "forecast"."fatigue_adjustment",
      "forecast"."shot_zone_adjustment",
      "forecast"."referee_adjustment",
      "forecast"."look_ahead_adjustment",
      "forecast"."pace_adjustment",
      "forecast"."usage_spike_adjustment",
      "forecast"."home_away_adjustment",
      "forecast"."other_adjustments",
      "forecast"."similar_games_count",
      "forecast"."avg_similarity_score",
      "forecast"."min_similarity_score",
      "forecast"."ml_model_id",
      "forecast"."prediction_variance",
      "forecast"."system_agreement_score",
      "forecast"."contributing_systems",
      "forecast"."key_factors",
      "forecast"."warnings"
    FROM "days"
    JOIN "forecast" ON "forecast"."game_date" = "days"."as_of"
  ),
  "vector" AS (
    SELECT
      ANY_VALUE("universal_player_id") AS "universal_player_id",
      "game_date",
      "player_lookup",
      ANY_VALUE("game_id") AS "game_id",
      ANY_VALUE("expected_games_count") AS "expected_games_count",
      ANY_VALUE("actual_games_count") AS "actual_games_count",
      ANY_VALUE("completeness_percentage") AS "completeness_percentage",
      ANY_VALUE("missing_games_count") AS "missing_games_count",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      ANY_VALUE("data_quality_issues") AS "data_quality_issues",
      ANY_VALUE("last_reprocess_attempt_at") AS "last_reprocess_attempt_at",
      ANY_VALUE("reprocess_attempt_count") AS "reprocess_attempt_count",
      ANY_VALUE("circuit_breaker_active") AS "circuit_breaker_active",
      ANY_VALUE("circuit_breaker_until") AS "circuit_breaker_until",
      ANY_VALUE("manual_override_required") AS "manual_override_required",
      ANY_VALUE("season_boundary_detected") AS "season_boundary_detected",
      ANY_VALUE("backfill_bootstrap_mode") AS "backfill_bootstrap_mode",
      ANY_VALUE("processing_decision_reason") AS "processing_decision_reason",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."ml_feature_store_v2"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "context" AS (
    SELECT
      ANY_VALUE("current_points_line_source") AS "current_points_line_source",
      "game_date",
      "player_lookup",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."upcoming_player_game_context"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."as_of",
      "population"."player_lookup" AS "forecast.player_lookup",
      "population"."system_id" AS "forecast.system_id",
      "vector"."universal_player_id" AS "vector.universal_player_id",
      "vector"."game_id" AS "vector.game_id",
      "population"."predicted_points" AS "forecast.predicted_points",
      "population"."confidence_score" AS "forecast.confidence_score",
      "population"."recommendation" AS "forecast.recommendation",
      "population"."current_points_line" AS "forecast.current_points_line",
      "population"."similarity_baseline" AS "forecast.similarity_baseline",
      "population"."fatigue_adjustment" AS "forecast.fatigue_adjustment",
      "population"."shot_zone_adjustment" AS "forecast.shot_zone_adjustment",
      "population"."referee_adjustment" AS "forecast.referee_adjustment",
      "population"."look_ahead_adjustment" AS "forecast.look_ahead_adjustment",
      "population"."pace_adjustment" AS "forecast.pace_adjustment",
      "population"."usage_spike_adjustment" AS "forecast.usage_spike_adjustment",
      "population"."home_away_adjustment" AS "forecast.home_away_adjustment",
      "population"."other_adjustments" AS "forecast.other_adjustments",
      "population"."similar_games_count" AS "forecast.similar_games_count",
      "population"."avg_similarity_score" AS "forecast.avg_similarity_score",
      "population"."min_similarity_score" AS "forecast.min_similarity_score",
      "population"."ml_model_id" AS "forecast.ml_model_id",
      "population"."prediction_variance" AS "forecast.prediction_variance",
      "population"."system_agreement_score" AS "forecast.system_agreement_score",
      "population"."contributing_systems" AS "forecast.contributing_systems",
      "population"."key_factors" AS "forecast.key_factors",
      "population"."warnings" AS "forecast.warnings",
      "context"."current_points_line_source" AS "context.current_points_line_source",
      "vector"."expected_games_count" AS "vector.expected_games_count",
      "vector"."actual_games_count" AS "vector.actual_games_count",
      "vector"."completeness_percentage" AS "vector.completeness_percentage",
      "vector"."missing_games_count" AS "vector.missing_games_count",
      "vector"."is_production_ready" AS "vector.is_production_ready",
      "vector"."data_quality_issues" AS "vector.data_quality_issues",
      "vector"."last_reprocess_attempt_at" AS "vector.last_reprocess_attempt_at",
      "vector"."reprocess_attempt_count" AS "vector.reprocess_attempt_count",
      "vector"."circuit_breaker_active" AS "vector.circuit_breaker_active",
      "vector"."circuit_breaker_until" AS "vector.circuit_breaker_until",
      "vector"."manual_override_required" AS "vector.manual_override_required",
      "vector"."season_boundary_detected" AS "vector.season_boundary_detected",
      "vector"."backfill_bootstrap_mode" AS "vector.backfill_bootstrap_mode",
      "vector"."processing_decision_reason" AS "vector.processing_decision_reason",
      "vector"."game_date" AS "vector.game_date",
      CASE
        WHEN "vector"."matches" > 1
          THEN CAST("vector"."matches" AS VARCHAR) || ' rows of vector found, one at most may be'
        WHEN "context"."matches" > 1
          THEN CAST("context"."matches" AS VARCHAR) || ' rows of context found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "vector"
      ON "vector"."game_date" = "population"."as_of"
      AND "vector"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "context"
      ON "context"."game_date" = "population"."as_of"
      AND "context"."player_lookup" = "population"."player_lookup"
  ),
  "features_1" AS (
    SELECT
      *,
      CAST("as_of" AS VARCHAR) || '_' || "forecast.player_lookup" || '_'
        || "forecast.system_id" AS "prediction_id",
      "forecast.system_id" AS "system_id",
      "forecast.player_lookup" AS "player_lookup",
      "vector.universal_player_id" AS "universal_player_id",
      "as_of" AS "game_date",
      "vector.game_id" AS "game_id",
      CAST(1 AS BIGINT) AS "prediction_version",
      CAST(ROUND(
        CAST("forecast.predicted_points" AS DOUBLE),
        1
      ) AS DECIMAL(5, 1)) AS "predicted_points",
      CAST(ROUND(
        CAST("forecast.confidence_score" AS DOUBLE),
        2
      ) AS DECIMAL(5, 2)) AS "confidence_score",
      "forecast.recommendation" AS "recommendation",
      "forecast.current_points_line" AS "current_points_line",
      "forecast.similarity_baseline" AS "similarity_baseline",
      "forecast.fatigue_adjustment" AS "fatigue_adjustment",
      "forecast.shot_zone_adjustment" AS "shot_zone_adjustment",
      "forecast.referee_adjustment" AS "referee_adjustment",
      "forecast.look_ahead_adjustment" AS "look_ahead_adjustment",
      "forecast.pace_adjustment" AS "pace_adjustment",
      "forecast.usage_spike_adjustment" AS "usage_spike_adjustment",
      "forecast.home_away_adjustment" AS "home_away_adjustment",
      "forecast.other_adjustments" AS "other_adjustments",
      "forecast.similar_games_count" AS "similar_games_count",
      "forecast.avg_similarity_score" AS "avg_similarity_score",
      "forecast.min_similarity_score" AS "min_similarity_score",
      "forecast.ml_model_id" AS "ml_model_id",
      "forecast.prediction_variance" AS "prediction_variance",
      "forecast.system_agreement_score" AS "system_agreement_score",
      "forecast.contributing_systems" AS "contributing_systems",
      "forecast.key_factors" AS "key_factors",
      "forecast.warnings" AS "warnings",
      "context.current_points_line_source" AS "line_source",
      CAST(NULL AS DECIMAL(4, 1)) AS "estimated_line_value",
      CAST(NULL AS VARCHAR) AS "estimation_method",
      "vector.expected_games_count" AS "expected_games_count",
      "vector.actual_games_count" AS "actual_games_count",
      "vector.completeness_percentage" AS "completeness_percentage",
      "vector.missing_games_count" AS "missing_games_count",
      "vector.is_production_ready" AS "is_production_ready",
      "vector.data_quality_issues" AS "data_quality_issues",
      "vector.last_reprocess_attempt_at" AS "last_reprocess_attempt_at",
      "vector.reprocess_attempt_count" AS "reprocess_attempt_count",
      "vector.circuit_breaker_active" AS "circuit_breaker_active",
      "vector.circuit_breaker_until" AS "circuit_breaker_until",
      "vector.manual_override_required" AS "manual_override_required",
      "vector.season_boundary_detected" AS "season_boundary_detected",
      "vector.backfill_bootstrap_mode" AS "backfill_bootstrap_mode",
      "vector.processing_decision_reason" AS "processing_decision_reason",
      TRUE AS "is_active",
      CAST(NULL AS VARCHAR) AS "superseded_by",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT "vector.game_date" IS NOT NULL THEN 1
      END AS "failure_rule"
    FROM "inputs"
  ),
  "features_2" AS (
    SELECT
      *,
      "current_points_line" IS NOT NULL AS "has_prop_line",
      CAST(ROUND(
        CAST("forecast.predicted_points" AS DOUBLE) - "current_points_line",
        2
      ) AS DECIMAL(5, 2)) AS "line_margin"
    FROM "features_1"
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
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'MISSING_UPSTREAM'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1 THEN 'the feature store has no vector any more'
  END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE WHEN 1 THEN TRUE END AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'avg_similarity_score=',
    COALESCE(CAST("avg_similarity_score" AS VARCHAR), '∅'),
    '|confidence_score=',
    CAST("confidence_score" AS VARCHAR),
    '|contributing_systems=',
    COALESCE(CAST("contributing_systems" AS VARCHAR), '∅'),
    '|current_points_line=',
    COALESCE(CAST("current_points_line" AS VARCHAR), '∅'),
    '|estimated_line_value=',
    COALESCE(CAST("estimated_line_value" AS VARCHAR), '∅'),
    '|estimation_method=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("estimation_method")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|fatigue_adjustment=',
    COALESCE(CAST("fatigue_adjustment" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|has_prop_line=',
    CASE WHEN "has_prop_line" THEN 't' WHEN NOT "has_prop_line" THEN 'f' END,
    '|home_away_adjustment=',
    COALESCE(CAST("home_away_adjustment" AS VARCHAR), '∅'),
    '|is_active=',
    CASE WHEN "is_active" THEN 't' WHEN NOT "is_active" THEN 'f' END,
    '|key_factors=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("key_factors")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|line_margin=',
    COALESCE(CAST("line_margin" AS VARCHAR), '∅'),
    '|line_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("line_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|look_ahead_adjustment=',
    COALESCE(CAST("look_ahead_adjustment" AS VARCHAR), '∅'),
    '|min_similarity_score=',
    COALESCE(CAST("min_similarity_score" AS VARCHAR), '∅'),
    '|ml_model_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("ml_model_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|other_adjustments=',
    COALESCE(CAST("other_adjustments" AS VARCHAR), '∅'),
    '|pace_adjustment=',
    COALESCE(CAST("pace_adjustment" AS VARCHAR), '∅'),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|predicted_points=',
    CAST("predicted_points" AS VARCHAR),
    '|prediction_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("prediction_id")), '\', '\\'), '"', '\"') || '"',
    '|prediction_variance=',
    COALESCE(CAST("prediction_variance" AS VARCHAR), '∅'),
    '|prediction_version=',
    CAST("prediction_version" AS VARCHAR),
    '|recommendation=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("recommendation")), '\', '\\'), '"', '\"') || '"',
    '|referee_adjustment=',
    COALESCE(CAST("referee_adjustment" AS VARCHAR), '∅'),
    '|shot_zone_adjustment=',
    COALESCE(CAST("shot_zone_adjustment" AS VARCHAR), '∅'),
    '|similar_games_count=',
    COALESCE(CAST("similar_games_count" AS VARCHAR), '∅'),
    '|similarity_baseline=',
    COALESCE(CAST("similarity_baseline" AS VARCHAR), '∅'),
    '|superseded_by=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("superseded_by")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|system_agreement_score=',
    COALESCE(CAST("system_agreement_score" AS VARCHAR), '∅'),
    '|system_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("system_id")), '\', '\\'), '"', '\"') || '"',
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|usage_spike_adjustment=',
    COALESCE(CAST("usage_spike_adjustment" AS VARCHAR), '∅'),
    '|warnings=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("warnings")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_2";
