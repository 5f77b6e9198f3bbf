WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "source_props_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(
        DISTINCT HASH("rows"."player_lookup", "rows"."bookmaker", "rows"."snapshot_timestamp")
      ) AS "keys_found"
    FROM "nba_raw"."odds_api_player_points_props" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_game_lines_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(
        DISTINCT HASH(
          "rows"."game_id",
          "rows"."market_key",
          "rows"."outcome_name",
          "rows"."bookmaker_key",
          "rows"."snapshot_timestamp"
        )
      ) AS "keys_found"
    FROM "nba_raw"."odds_api_game_lines" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'source_props' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_props_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_game_lines' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_game_lines_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
