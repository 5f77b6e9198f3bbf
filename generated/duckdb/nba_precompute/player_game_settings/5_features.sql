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
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "game.player_lookup",
      "population"."as_of",
      "population"."opponent_team_abbr" AS "game.opponent_team_abbr",
      "population"."points" AS "game.points",
      "population"."minutes_played" AS "game.minutes_played",
      "defense"."defensive_rating_last_15" AS "defense.defensive_rating_last_15",
      "side_found"."is_home" AS "side.is_home",
      "side_found"."game_date" AS "side.game_date",
      CASE
        WHEN "defense"."matches" > 1
          THEN CAST("defense"."matches" AS VARCHAR) || ' rows of defense found, one at most may be'
        WHEN "side_found"."matches" > 1
          THEN CAST("side_found"."matches" AS VARCHAR) || ' rows of side found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "defense"
      ON "defense"."analysis_date" = "population"."as_of"
      AND "defense"."team_abbr" = "population"."opponent_team_abbr"
    LEFT JOIN "side_found"
      ON "side_found"."game_date" = "population"."as_of"
      AND "side_found"."team" = "population"."team_abbr"
  ),
  "features" AS (
    SELECT
      *,
      "game.player_lookup" AS "player_lookup",
      "as_of" AS "game_date",
      "game.opponent_team_abbr" AS "opponent_team_abbr",
      "game.points" AS "points",
      "game.minutes_played" AS "minutes_played",
      "defense.defensive_rating_last_15" AS "opponent_def_rating",
      CASE
        WHEN "defense.defensive_rating_last_15" < 110 THEN 'elite'
        WHEN "defense.defensive_rating_last_15" < 115 THEN 'average'
        WHEN "defense.defensive_rating_last_15" IS NOT NULL THEN 'weak'
      END AS "opponent_tier",
      "side.is_home" AS "home_game",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT COALESCE("game.points" IS NOT NULL, FALSE) THEN 1
        WHEN NOT "side.game_date" IS NOT NULL THEN 2
      END AS "failure_rule"
    FROM "inputs"
  )
SELECT
  "player_lookup",
  "game_date",
  "opponent_team_abbr",
  "points",
  "minutes_played",
  "opponent_def_rating",
  "opponent_tier",
  "home_game",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 2 THEN 'MISSING_UPSTREAM'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 2 THEN 'the schedule has no finished game of the team on this day'
  END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE WHEN 2 THEN TRUE END AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'game_date=',
    CAST("game_date" AS VARCHAR),
    '|home_game=',
    CASE WHEN "home_game" THEN 't' WHEN NOT "home_game" THEN 'f' END,
    '|minutes_played=',
    COALESCE(CAST("minutes_played" AS VARCHAR), '∅'),
    '|opponent_def_rating=',
    COALESCE(CAST("opponent_def_rating" AS VARCHAR), '∅'),
    '|opponent_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|opponent_tier=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_tier")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|points=',
    CAST("points" AS VARCHAR)
  ) AS "row_text"
FROM "features"
WHERE "failure_rule" IS DISTINCT FROM 1;
