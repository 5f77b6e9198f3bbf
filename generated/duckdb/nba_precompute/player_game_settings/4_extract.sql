WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "game" AS (
    SELECT
      "game_date",
      "player_lookup",
      "opponent_team_abbr",
      "points",
      "minutes_played",
      "team_abbr"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" BETWEEN $from AND $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "game"."game_date",
      "game"."player_lookup",
      "game"."opponent_team_abbr",
      "game"."points",
      "game"."minutes_played",
      "game"."team_abbr"
    FROM "days"
    JOIN "game" ON "game"."game_date" = "days"."as_of"
  ),
  "defense" AS (
    SELECT
      ANY_VALUE("defensive_rating_last_15") AS "defensive_rating_last_15",
      "analysis_date",
      "team_abbr",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."team_defense_zone_analysis"
    WHERE "analysis_date" BETWEEN $from AND $to
    GROUP BY "analysis_date", "team_abbr"
  ),
  "side_parts" AS (
    SELECT
      "side_home"."game_date",
      "side_home"."home_team_tricode" AS "team",
      TRUE AS "is_home",
      "side_home"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "side_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "side_home"."nba_game_id"
        ORDER BY "side_home"."processed_at" DESC,
          "side_home"."game_date" DESC,
          "side_home"."game_id"
      ) = 1
      AND "side_home"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      "side_away"."game_date",
      "side_away"."away_team_tricode" AS "team",
      FALSE AS "is_home",
      "side_away"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "side_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "side_away"."nba_game_id"
        ORDER BY "side_away"."processed_at" DESC,
          "side_away"."game_date" DESC,
          "side_away"."game_id"
      ) = 1
      AND "side_away"."game_date" BETWEEN $from AND $to
  ),
  "side" AS (
    SELECT
      "is_home",
      "game_date",
      "team"
    FROM "side_parts"
    WHERE "game_status" = 3
  ),
  "side_found" AS (
    SELECT
      ANY_VALUE("is_home") AS "is_home",
      "game_date",
      "team",
      COUNT(*) AS "matches"
    FROM "side"
    GROUP BY "game_date", "team"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "game.player_lookup",
  "population"."opponent_team_abbr" AS "game.opponent_team_abbr",
  "population"."points" AS "game.points",
  "population"."minutes_played" AS "game.minutes_played",
  "defense"."defensive_rating_last_15" AS "defense.defensive_rating_last_15",
  "side_found"."is_home" AS "side.is_home",
  "side_found"."game_date" AS "side.game_date",
  "defense"."matches" AS "defense.matches",
  "side_found"."matches" AS "side.matches"
FROM "population"
LEFT JOIN "defense"
  ON "defense"."analysis_date" = "population"."as_of"
  AND "defense"."team_abbr" = "population"."opponent_team_abbr"
LEFT JOIN "side_found"
  ON "side_found"."game_date" = "population"."as_of"
  AND "side_found"."team" = "population"."team_abbr"
ORDER BY "population"."as_of", "population"."player_lookup";
