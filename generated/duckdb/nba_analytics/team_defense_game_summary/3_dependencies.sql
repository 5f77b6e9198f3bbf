WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "source_team_boxscore_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."team_abbr") AS "keys_found"
    FROM "nba_raw"."nbac_team_boxscore" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_bdl_players_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_raw"."bdl_player_boxscores" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_gamebook_players_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'source_team_boxscore' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  2 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 2 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_team_boxscore_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'own_players' AS "input",
  "by_day"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  FALSE AS "is_critical"
FROM (
  SELECT
    'source_bdl_players' AS "input",
    "days"."as_of",
    CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
    CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found"
  FROM "days"
  LEFT JOIN "source_bdl_players_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
  GROUP BY "days"."as_of"
  UNION ALL
  SELECT
    'source_gamebook_players' AS "input",
    "days"."as_of",
    CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
    CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found"
  FROM "days"
  LEFT JOIN "source_gamebook_players_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
  GROUP BY "days"."as_of"
) AS "by_day"
GROUP BY "by_day"."as_of"
ORDER BY "input", "as_of";
