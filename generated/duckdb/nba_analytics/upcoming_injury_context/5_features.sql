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
  ),
  "played_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."player_lookup"
    FROM "population"
  ),
  -- What can be seen of played from each as-of day.
  "played_seen" AS (
    SELECT
      "played_asked"."as_of",
      "played"."player_lookup",
      "played"."points"
    FROM "played_asked"
    JOIN "played"
      ON "played"."player_lookup" = "played_asked"."player_lookup"
      AND "played"."game_date" < "played_asked"."as_of"
      AND "played"."game_date" >= "played_asked"."season_opening"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      COUNT(*) AS "count_played_season_to_date",
      CAST(SUM("points") AS DOUBLE) / COUNT("points") AS "mean_points_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "report.player_lookup",
      "population"."as_of",
      "population"."team" AS "report.team",
      "population"."injury_status" AS "report.injury_status",
      COALESCE("played_windows"."count_played_season_to_date", 0) AS "count_played_season_to_date",
      "played_windows"."mean_points_season_to_date"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
  ),
  "features" AS (
    SELECT
      *,
      "report.player_lookup" AS "player_lookup",
      "as_of" AS "game_date",
      "report.team" AS "team_abbr",
      "report.injury_status" AS "injury_status",
      "count_played_season_to_date" AS "games_played_season",
      CAST(ROUND("mean_points_season_to_date", 2) AS DECIMAL(5, 2)) AS "points_avg_season"
    FROM "inputs"
  )
SELECT
  "player_lookup",
  "game_date",
  "team_abbr",
  "injury_status",
  "games_played_season",
  "points_avg_season",
  CAST(NULL AS VARCHAR) AS "failure_category",
  CAST(NULL AS VARCHAR) AS "failure_reason",
  CAST(NULL AS BOOLEAN) AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'game_date=',
    CAST("game_date" AS VARCHAR),
    '|games_played_season=',
    CAST("games_played_season" AS VARCHAR),
    '|injury_status=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("injury_status")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|points_avg_season=',
    COALESCE(CAST("points_avg_season" AS VARCHAR), '∅'),
    '|team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("team_abbr")), '\', '\\'), '"', '\"') || '"'
  ) AS "row_text"
FROM "features";
