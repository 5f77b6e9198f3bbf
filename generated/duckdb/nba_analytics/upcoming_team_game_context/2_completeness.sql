WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "game_parts" AS (
    SELECT
      "game_home"."game_date",
      "game_home"."home_team_tricode" AS "team",
      "game_home"."game_status",
      "game_home"."game_status_text" IS NOT NULL
        AND LOWER("game_home"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed"
    FROM "nba_raw"."nbac_schedule" AS "game_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "game_home"."nba_game_id"
        ORDER BY "game_home"."processed_at" DESC,
          "game_home"."game_date" DESC,
          "game_home"."game_id"
      ) = 1
      AND "game_home"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      "game_away"."game_date",
      "game_away"."away_team_tricode" AS "team",
      "game_away"."game_status",
      "game_away"."game_status_text" IS NOT NULL
        AND LOWER("game_away"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed"
    FROM "nba_raw"."nbac_schedule" AS "game_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "game_away"."nba_game_id"
        ORDER BY "game_away"."processed_at" DESC,
          "game_away"."game_date" DESC,
          "game_away"."game_id"
      ) = 1
      AND "game_away"."game_date" BETWEEN $from AND $to
  ),
  "game" AS (
    SELECT
      "game_date",
      "team"
    FROM "game_parts"
    WHERE "game_status" IN (1, 3) AND NOT "is_postponed"
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "game"."game_date",
      "game"."team"
    FROM "days"
    JOIN "game" ON "game"."game_date" = "days"."as_of"
  ),
  "finals_parts" AS (
    SELECT
      "finals_home"."game_date",
      "finals_home"."home_team_tricode" AS "team",
      "finals_home"."game_status",
      "finals_home"."home_team_score" AS "score",
      "finals_home"."away_team_score" AS "opponent_score",
      "finals_home"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_home"."nba_game_id"
        ORDER BY "finals_home"."processed_at" DESC,
          "finals_home"."game_date" DESC,
          "finals_home"."game_id"
      ) = 1
      AND "finals_home"."game_date" >= $from - 14
      AND "finals_home"."game_date" < $to
    UNION ALL
    SELECT
      "finals_away"."game_date",
      "finals_away"."away_team_tricode" AS "team",
      "finals_away"."game_status",
      "finals_away"."away_team_score" AS "score",
      "finals_away"."home_team_score" AS "opponent_score",
      "finals_away"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_away"."nba_game_id"
        ORDER BY "finals_away"."processed_at" DESC,
          "finals_away"."game_date" DESC,
          "finals_away"."game_id"
      ) = 1
      AND "finals_away"."game_date" >= $from - 14
      AND "finals_away"."game_date" < $to
  ),
  "finals" AS (
    SELECT
      "game_date",
      "team"
    FROM "finals_parts"
    WHERE "game_status" = 3
  ),
  "results" AS (
    SELECT
      "game_date",
      "team"
    FROM "finals_parts" AS "results_parts"
    WHERE "game_status" = 3
      AND COALESCE("score" > "opponent_score", "winning_team_tricode" = "team") IS NOT NULL
  ),
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."team"
    FROM "population"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team"
    FROM "coverage_asked"
  ),
  "finals_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "finals"
  ),
  "results_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "results"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "finals_days"."game_date",
      "results_days"."game_date" IS NOT NULL AS "is_found"
    FROM "coverage_entities"
    JOIN "finals_days" ON "finals_days"."team" = "coverage_entities"."team"
    LEFT JOIN "results_days"
      ON "results_days"."team" = "coverage_entities"."team"
      AND "results_days"."game_date" = "finals_days"."game_date"
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "l7d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7 AND "is_found") AS "l7d_actual",
      COUNT(*) AS "l14d_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l14d_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_games"."game_date" >= "coverage_asked"."as_of" - 14
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team"
  )
SELECT
  "population"."as_of",
  "population"."team",
  COALESCE("coverage"."l7d_expected", 0) AS "l7d_expected",
  COALESCE("coverage"."l7d_actual", 0) AS "l7d_actual",
  COALESCE("coverage"."l14d_expected", 0) AS "l14d_expected",
  COALESCE("coverage"."l14d_actual", 0) AS "l14d_actual"
FROM "population"
LEFT JOIN "coverage"
  ON "coverage"."as_of" = "population"."as_of" AND "coverage"."team" = "population"."team"
ORDER BY "population"."as_of", "population"."team";
