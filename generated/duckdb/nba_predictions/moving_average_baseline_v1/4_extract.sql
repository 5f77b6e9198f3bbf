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
      "features"[1] AS "features.points_avg_last_5",
      "features"[2] AS "features.points_avg_last_10",
      "features"[3] AS "features.points_avg_season",
      "features"[4] AS "features.points_std_last_10",
      "features"[5] AS "features.games_in_last_7_days",
      "features"[6] AS "features.fatigue_score",
      "features"[7] AS "features.shot_zone_mismatch_score",
      "features"[17] AS "features.back_to_back",
      "features"[8] AS "features.pace_score",
      "features"[16] AS "features.home_away",
      "features"[9] AS "features.usage_spike_score",
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
      "vector"."features.points_avg_last_5",
      "vector"."features.points_avg_last_10",
      "vector"."features.points_avg_season",
      "vector"."features.points_std_last_10",
      "vector"."features.games_in_last_7_days",
      "vector"."features.fatigue_score",
      "vector"."features.shot_zone_mismatch_score",
      "vector"."features.back_to_back",
      "vector"."features.pace_score",
      "vector"."features.home_away",
      "vector"."features.usage_spike_score",
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
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."features.points_avg_last_5" AS "vector.features.points_avg_last_5",
  "population"."features.points_avg_last_10" AS "vector.features.points_avg_last_10",
  "population"."features.points_avg_season" AS "vector.features.points_avg_season",
  "population"."features.points_std_last_10" AS "vector.features.points_std_last_10",
  "population"."features.games_in_last_7_days" AS "vector.features.games_in_last_7_days",
  "population"."features.fatigue_score" AS "vector.features.fatigue_score",
  "population"."features.shot_zone_mismatch_score" AS "vector.features.shot_zone_mismatch_score",
  "population"."features.back_to_back" AS "vector.features.back_to_back",
  "population"."features.pace_score" AS "vector.features.pace_score",
  "population"."features.home_away" AS "vector.features.home_away",
  "population"."features.usage_spike_score" AS "vector.features.usage_spike_score",
  "context"."current_points_line" AS "context.current_points_line",
  "population"."player_lookup" AS "vector.player_lookup",
  "population"."feature_quality_score" AS "vector.feature_quality_score",
  "population"."is_production_ready" AS "vector.is_production_ready",
  "context"."matches" AS "context.matches"
FROM "population"
LEFT JOIN "context"
  ON "context"."game_date" = "population"."as_of"
  AND "context"."player_lookup" = "population"."player_lookup"
ORDER BY "population"."as_of", "population"."player_lookup";
