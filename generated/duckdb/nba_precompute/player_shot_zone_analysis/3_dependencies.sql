WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "source_player_game_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_last_updated",
          "rows"."source_bdl_last_updated",
          "rows"."source_bbd_last_updated",
          "rows"."source_nbac_pbp_last_updated",
          "rows"."source_odds_last_updated",
          "rows"."source_bp_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_analytics"."player_game_summary" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  )
SELECT
  'source_player_game' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  400 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 400 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_player_game_by_day" AS "by_day"
  ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
