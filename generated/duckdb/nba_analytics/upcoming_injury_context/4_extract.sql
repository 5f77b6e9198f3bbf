-- population
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "report_games_parts" AS (
    SELECT
      "report_games_home"."game_date",
      "report_games_home"."home_team_tricode" AS "team",
      "report_games_home"."game_status",
      "report_games_home"."game_status_text" IS NOT NULL
        AND LOWER("report_games_home"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "report_games_home"."start_time"
    FROM "nba_raw"."nbac_schedule" AS "report_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "report_games_home"."nba_game_id"
        ORDER BY "report_games_home"."processed_at" DESC,
          "report_games_home"."game_date" DESC,
          "report_games_home"."game_id"
      ) = 1
      AND "report_games_home"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      "report_games_away"."game_date",
      "report_games_away"."away_team_tricode" AS "team",
      "report_games_away"."game_status",
      "report_games_away"."game_status_text" IS NOT NULL
        AND LOWER("report_games_away"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "report_games_away"."start_time"
    FROM "nba_raw"."nbac_schedule" AS "report_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "report_games_away"."nba_game_id"
        ORDER BY "report_games_away"."processed_at" DESC,
          "report_games_away"."game_date" DESC,
          "report_games_away"."game_id"
      ) = 1
      AND "report_games_away"."game_date" BETWEEN $from AND $to
  ),
  "report_games" AS (
    SELECT
      "game_date",
      "start_time",
      "team"
    FROM "report_games_parts"
    WHERE "game_status" IN (1, 3) AND NOT "is_postponed"
  ),
  "report_versions" AS (
    SELECT
      "team",
      "player_lookup",
      "injury_status",
      "reported_at",
      "game_date"
    FROM "nba_raw"."nbac_injury_report"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "report_parts" AS (
    SELECT
      "report_games"."game_date",
      "report_versions"."team",
      "report_versions"."player_lookup",
      "report_versions"."injury_status",
      "report_versions"."reported_at",
      "report_games"."start_time" AS "tip_off"
    FROM "report_games"
    JOIN "report_versions"
      ON "report_versions"."game_date" = "report_games"."game_date"
      AND "report_versions"."team" = "report_games"."team"
  ),
  "report" AS (
    SELECT
      "game_date",
      "team",
      "player_lookup",
      "injury_status"
    FROM "report_parts"
    WHERE "reported_at" < "tip_off"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "game_date", "player_lookup"
      ORDER BY "reported_at" DESC, "game_date", "team", "player_lookup"
    ) = 1
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "report"."game_date",
      "report"."team",
      "report"."player_lookup",
      "report"."injury_status"
    FROM "days"
    JOIN "report" ON "report"."game_date" = "days"."as_of"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "report.player_lookup",
  "population"."team" AS "report.team",
  "population"."injury_status" AS "report.injury_status"
FROM "population"
ORDER BY "population"."as_of", "population"."team", "population"."player_lookup";

-- history_played
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "played" AS (
    SELECT
      "game_date",
      "player_lookup",
      "points"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  )
SELECT
  "player_lookup",
  "game_date",
  "points"
FROM "played"
ORDER BY "player_lookup", "game_date";
