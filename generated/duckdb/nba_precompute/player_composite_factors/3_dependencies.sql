WITH
  "calendar_games" AS (
    SELECT
      "game_date",
      "season_year",
      "game_status",
      "game_status_text"
    FROM "nba_raw"."nbac_schedule"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "nba_game_id"
        ORDER BY "processed_at" DESC, "game_date" DESC, "game_id"
      ) = 1
      AND "game_date" <= $to
  ),
  "calendar_days" AS (
    SELECT
      "game_date" AS "day",
      COALESCE(
        "season_year",
        CASE
          WHEN EXTRACT(MONTH FROM "game_date") >= 10 THEN EXTRACT(YEAR FROM "game_date")
          ELSE EXTRACT(YEAR FROM "game_date") - 1
        END
      ) AS "season",
      "game_status" IN (1, 3)
        AND NOT COALESCE(
          LOWER("game_status_text") IN ('postponed', 'ppd', 'canceled', 'cancelled'),
          FALSE
        ) AS "is_scheduled",
      "game_status" = 3 AS "is_played"
    FROM "calendar_games"
  ),
  -- One row per day with a game; a season opens on its first.
  "calendar" AS (
    SELECT
      "day",
      MIN("season") AS "season",
      MIN("day") OVER (PARTITION BY MIN("season")) AS "season_opening",
      COUNT(*) FILTER (WHERE "is_scheduled") AS "scheduled_games",
      COUNT(*) FILTER (WHERE "is_played") AS "played_games"
    FROM "calendar_days"
    WHERE "is_scheduled" OR "is_played"
    GROUP BY "day"
  ),
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "source_player_context_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_boxscore_last_updated",
          "rows"."source_schedule_last_updated",
          "rows"."source_props_last_updated",
          "rows"."source_game_lines_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."player_lookup") AS "keys_found"
    FROM "nba_analytics"."upcoming_player_game_context" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_team_context_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_schedule_last_updated",
          "rows"."source_odds_lines_last_updated",
          "rows"."source_injury_report_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      COUNT(DISTINCT "rows"."team_abbr") AS "keys_found"
    FROM "nba_analytics"."upcoming_team_game_context" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_player_shot_by_day" AS (
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
  'source_player_context' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_player_context_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_team_context' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_team_context_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_player_shot' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  100 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 100 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_player_shot_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
UNION ALL
SELECT
  'source_team_defense' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_team_defense_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
