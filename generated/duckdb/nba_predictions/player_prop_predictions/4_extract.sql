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
      "days"."season_opening",
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
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
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
  "vector"."matches" AS "vector.matches",
  "context"."matches" AS "context.matches"
FROM "population"
LEFT JOIN "vector"
  ON "vector"."game_date" = "population"."as_of"
  AND "vector"."player_lookup" = "population"."player_lookup"
LEFT JOIN "context"
  ON "context"."game_date" = "population"."as_of"
  AND "context"."player_lookup" = "population"."player_lookup"
ORDER BY "population"."as_of", "population"."player_lookup", "population"."system_id";
