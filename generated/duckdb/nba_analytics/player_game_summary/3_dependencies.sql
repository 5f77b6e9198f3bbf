WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "source_bdl_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_raw"."bdl_player_boxscores" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_nbac_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_bbd_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT HASH("rows"."game_id", "rows"."event_number")) AS "keys_found"
    FROM "nba_raw"."bigdataball_play_by_play" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_odds_by_day" AS (
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
  "source_bp_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(
        DISTINCT HASH(
          "rows"."player_lookup",
          "rows"."market_type",
          "rows"."bet_side",
          "rows"."bookmaker"
        )
      ) AS "keys_found"
    FROM "nba_raw"."bettingpros_player_points_props" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'line' AS "input",
  "by_day"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  TRUE AS "is_critical"
FROM (
  SELECT
    'source_bdl' AS "input",
    "days"."as_of",
    CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
    CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found"
  FROM "days"
  LEFT JOIN "source_bdl_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
  GROUP BY "days"."as_of"
  UNION ALL
  SELECT
    'source_nbac' AS "input",
    "days"."as_of",
    CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
    CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found"
  FROM "days"
  LEFT JOIN "source_nbac_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
  GROUP BY "days"."as_of"
) AS "by_day"
GROUP BY "by_day"."as_of"
UNION ALL
SELECT
  'source_bbd' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  150 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 150 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_bbd_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_odds' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_odds_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_bp' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  FALSE AS "is_critical"
FROM "days"
LEFT JOIN "source_bp_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
