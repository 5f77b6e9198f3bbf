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
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
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
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  )
SELECT
  'source_player_game' AS "input",
  "days"."as_of",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
  CAST(COALESCE(SUM("by_day"."keys_found"), 0) AS BIGINT) AS "keys_found",
  10 AS "minimum_rows",
  CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) >= 10 AS "is_met",
  TRUE AS "is_critical"
FROM "days"
LEFT JOIN "source_player_game_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
GROUP BY "days"."as_of"
ORDER BY "input", "as_of";
