WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "ml_feature_store_v2_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_daily_cache_last_updated",
          "rows"."source_composite_last_updated",
          "rows"."source_shot_zones_last_updated",
          "rows"."source_team_defense_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_predictions"."ml_feature_store_v2" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'ml_feature_store_v2' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  30 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 30 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "ml_feature_store_v2_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
