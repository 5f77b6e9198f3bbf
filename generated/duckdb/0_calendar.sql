CREATE OR REPLACE TEMPORARY TABLE "calendar" AS
WITH
  "games" AS (
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
  ),
  "days" AS (
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
        AND NOT (
          "game_status_text" IS NOT NULL
          AND LOWER("game_status_text") IN ('postponed', 'ppd', 'canceled', 'cancelled')
        ) AS "is_scheduled",
      "game_status" = 3 AS "is_played"
    FROM "games"
  )
SELECT
  "day",
  MIN("season") AS "season",
  MIN("day") OVER (PARTITION BY MIN("season")) AS "season_opening",
  COUNT(*) FILTER (WHERE "is_scheduled") AS "scheduled_games",
  COUNT(*) FILTER (WHERE "is_played") AS "played_games"
FROM "days"
WHERE "is_scheduled" OR "is_played"
GROUP BY "day";
