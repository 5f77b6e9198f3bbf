WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "source_daily_cache_by_day" AS (
    SELECT
      "rows"."cache_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_player_game_last_updated",
          "rows"."source_team_offense_last_updated",
          "rows"."source_upcoming_context_last_updated",
          "rows"."source_shot_zone_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_precompute"."player_daily_cache" AS "rows"
    WHERE "rows"."cache_date" BETWEEN $from AND $to
    GROUP BY "rows"."cache_date"
  ),
  "source_composite_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_player_context_last_updated",
          "rows"."source_team_context_last_updated",
          "rows"."source_player_shot_last_updated",
          "rows"."source_team_defense_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_precompute"."player_composite_factors" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_shot_zones_by_day" AS (
    SELECT
      "rows"."analysis_date" AS "day",
      MAX("rows"."source_player_game_last_updated") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_precompute"."player_shot_zone_analysis" AS "rows"
    WHERE "rows"."analysis_date" BETWEEN $from AND $to
    GROUP BY "rows"."analysis_date"
  ),
  "source_team_defense_by_day" AS (
    SELECT
      "rows"."analysis_date" AS "day",
      MAX("rows"."source_team_defense_last_updated") AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."team_abbr") AS "keys_found"
    FROM "nba_precompute"."team_defense_zone_analysis" AS "rows"
    WHERE "rows"."analysis_date" BETWEEN $from AND $to
    GROUP BY "rows"."analysis_date"
  )
SELECT
  'source_daily_cache' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_daily_cache_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_composite' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_composite_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_shot_zones' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_shot_zones_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_team_defense' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  20 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 20 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_team_defense_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
