WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "vector" AS (
    SELECT
      "game_date",
      "player_lookup",
      "feature_quality_score",
      "is_production_ready"
    FROM "nba_predictions"."ml_feature_store_v2"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "vector"."game_date",
      "vector"."player_lookup",
      "vector"."feature_quality_score",
      "vector"."is_production_ready"
    FROM "days"
    JOIN "vector" ON "vector"."game_date" = "days"."as_of"
  ),
  "context" AS (
    SELECT
      ANY_VALUE("current_points_line") AS "current_points_line",
      "game_date",
      "player_lookup",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."upcoming_player_game_context"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "moving_average" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."moving_average_baseline_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "zone_matchup" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."zone_matchup_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "similarity" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."similarity_balanced_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "xgboost" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."xgboost_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "moving_average"."predicted_points" AS "moving_average.predicted_points",
  "moving_average"."confidence_score" AS "moving_average.confidence_score",
  "zone_matchup"."predicted_points" AS "zone_matchup.predicted_points",
  "zone_matchup"."confidence_score" AS "zone_matchup.confidence_score",
  "similarity"."predicted_points" AS "similarity.predicted_points",
  "similarity"."confidence_score" AS "similarity.confidence_score",
  "xgboost"."predicted_points" AS "xgboost.predicted_points",
  "xgboost"."confidence_score" AS "xgboost.confidence_score",
  "context"."current_points_line" AS "context.current_points_line",
  "population"."player_lookup" AS "vector.player_lookup",
  "moving_average"."recommendation" AS "moving_average.recommendation",
  "zone_matchup"."recommendation" AS "zone_matchup.recommendation",
  "similarity"."recommendation" AS "similarity.recommendation",
  "xgboost"."recommendation" AS "xgboost.recommendation",
  "population"."feature_quality_score" AS "vector.feature_quality_score",
  "population"."is_production_ready" AS "vector.is_production_ready",
  "context"."matches" AS "context.matches",
  "moving_average"."matches" AS "moving_average.matches",
  "zone_matchup"."matches" AS "zone_matchup.matches",
  "similarity"."matches" AS "similarity.matches",
  "xgboost"."matches" AS "xgboost.matches"
FROM "population"
LEFT JOIN "context"
  ON "context"."game_date" = "population"."as_of"
  AND "context"."player_lookup" = "population"."player_lookup"
LEFT JOIN "moving_average"
  ON "moving_average"."game_date" = "population"."as_of"
  AND "moving_average"."player_lookup" = "population"."player_lookup"
LEFT JOIN "zone_matchup"
  ON "zone_matchup"."game_date" = "population"."as_of"
  AND "zone_matchup"."player_lookup" = "population"."player_lookup"
LEFT JOIN "similarity"
  ON "similarity"."game_date" = "population"."as_of"
  AND "similarity"."player_lookup" = "population"."player_lookup"
LEFT JOIN "xgboost"
  ON "xgboost"."game_date" = "population"."as_of"
  AND "xgboost"."player_lookup" = "population"."player_lookup"
ORDER BY "population"."as_of", "population"."player_lookup";
