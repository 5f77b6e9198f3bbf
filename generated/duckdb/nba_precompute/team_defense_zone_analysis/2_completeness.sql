WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "games" AS (
    SELECT
      "defending_team_abbr",
      "game_date"
    FROM "nba_analytics"."team_defense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  ),
  -- What can be seen of games from each as-of day.
  "games_seen" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "games"."defending_team_abbr"
    FROM "days"
    JOIN "games"
      ON "games"."game_date" < "days"."as_of" AND "games"."game_date" >= "days"."season_opening"
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT DISTINCT
      "as_of",
      "season_opening",
      "defending_team_abbr"
    FROM "games_seen"
  ),
  "team_games_parts" AS (
    SELECT
      "team_games_home"."game_date",
      "team_games_home"."home_team_tricode" AS "team",
      "team_games_home"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_home"."nba_game_id"
        ORDER BY "team_games_home"."processed_at" DESC,
          "team_games_home"."game_date" DESC,
          "team_games_home"."game_id"
      ) = 1
      AND "team_games_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "team_games_home"."game_date" < $to
    UNION ALL
    SELECT
      "team_games_away"."game_date",
      "team_games_away"."away_team_tricode" AS "team",
      "team_games_away"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_away"."nba_game_id"
        ORDER BY "team_games_away"."processed_at" DESC,
          "team_games_away"."game_date" DESC,
          "team_games_away"."game_id"
      ) = 1
      AND "team_games_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "team_games_away"."game_date" < $to
  ),
  "team_games" AS (
    SELECT
      "game_date",
      "team"
    FROM "team_games_parts"
    WHERE "game_status" = 3
  ),
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."defending_team_abbr" AS "team"
    FROM "population"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team"
    FROM "coverage_asked"
  ),
  "team_games_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "team_games"
  ),
  "games_days" AS (
    SELECT DISTINCT
      "defending_team_abbr",
      "game_date"
    FROM "games"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "team_games_days"."game_date",
      "games_days"."game_date" IS NOT NULL AS "is_found",
      LEAD("team_games_days"."game_date", 15, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_15_until"
    FROM "coverage_entities"
    JOIN "team_games_days" ON "team_games_days"."team" = "coverage_entities"."team"
    LEFT JOIN "games_days"
      ON "games_days"."defending_team_abbr" = "coverage_entities"."team"
      AND "games_days"."game_date" = "team_games_days"."game_date"
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      COUNT(*) AS "l15_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l15_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_asked"."as_of" <= "coverage_games"."last_15_until"
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team"
  )
SELECT
  "population"."as_of",
  "population"."defending_team_abbr",
  COALESCE("coverage"."l15_expected", 0) AS "l15_expected",
  COALESCE("coverage"."l15_actual", 0) AS "l15_actual"
FROM "population"
LEFT JOIN "coverage"
  ON "coverage"."as_of" = "population"."as_of"
  AND "coverage"."team" = "population"."defending_team_abbr"
ORDER BY "population"."as_of", "population"."defending_team_abbr";
