WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "source_nbac_boxscore_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."team_abbr") AS "keys_found"
    FROM "nba_raw"."nbac_team_boxscore" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_play_by_play_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT HASH("rows"."game_id", "rows"."event_number")) AS "keys_found"
    FROM "nba_raw"."bigdataball_play_by_play" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'source_nbac_boxscore' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  2 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 2 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_nbac_boxscore_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_play_by_play' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_play_by_play_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
