-- population
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "context" AS (
    SELECT
      "game_date",
      "player_lookup",
      "universal_player_id",
      "games_in_last_7_days",
      "games_in_last_14_days",
      "minutes_in_last_7_days",
      "minutes_in_last_14_days",
      "back_to_backs_last_14_days",
      "avg_minutes_per_game_last_7",
      "fourth_quarter_minutes_last_7",
      "player_age",
      "team_abbr"
    FROM "nba_analytics"."upcoming_player_game_context"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "context"."game_date",
      "context"."player_lookup",
      "context"."universal_player_id",
      "context"."games_in_last_7_days",
      "context"."games_in_last_14_days",
      "context"."minutes_in_last_7_days",
      "context"."minutes_in_last_14_days",
      "context"."back_to_backs_last_14_days",
      "context"."avg_minutes_per_game_last_7",
      "context"."fourth_quarter_minutes_last_7",
      "context"."player_age",
      "context"."team_abbr"
    FROM "days"
    JOIN "context" ON "context"."game_date" = "days"."as_of"
  ),
  "shot_zones" AS (
    SELECT
      ANY_VALUE("primary_scoring_zone") AS "primary_scoring_zone",
      "analysis_date",
      "player_lookup",
      ANY_VALUE("paint_rate_last_10") AS "paint_rate_last_10",
      ANY_VALUE("three_pt_rate_last_10") AS "three_pt_rate_last_10",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."player_shot_zone_analysis"
    WHERE "analysis_date" BETWEEN $from AND $to
    GROUP BY "analysis_date", "player_lookup"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "context.player_lookup",
  "population"."universal_player_id" AS "context.universal_player_id",
  "population"."games_in_last_7_days" AS "context.games_in_last_7_days",
  "population"."games_in_last_14_days" AS "context.games_in_last_14_days",
  "population"."minutes_in_last_7_days" AS "context.minutes_in_last_7_days",
  "population"."minutes_in_last_14_days" AS "context.minutes_in_last_14_days",
  "population"."back_to_backs_last_14_days" AS "context.back_to_backs_last_14_days",
  "population"."avg_minutes_per_game_last_7" AS "context.avg_minutes_per_game_last_7",
  "population"."fourth_quarter_minutes_last_7" AS "context.fourth_quarter_minutes_last_7",
  "population"."player_age" AS "context.player_age",
  "shot_zones"."primary_scoring_zone" AS "shot_zones.primary_scoring_zone",
  "shot_zones"."paint_rate_last_10" AS "shot_zones.paint_rate_last_10",
  "shot_zones"."three_pt_rate_last_10" AS "shot_zones.three_pt_rate_last_10",
  "shot_zones"."player_lookup" AS "shot_zones.player_lookup",
  "population"."team_abbr" AS "context.team_abbr",
  "shot_zones"."matches" AS "shot_zones.matches"
FROM "population"
LEFT JOIN "shot_zones"
  ON "shot_zones"."analysis_date" = "population"."as_of"
  AND "shot_zones"."player_lookup" = "population"."player_lookup"
ORDER BY "population"."as_of", "population"."player_lookup";

-- history_played
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "played" AS (
    SELECT
      "universal_player_id",
      "game_date",
      "player_lookup",
      "points",
      "minutes_played",
      "usage_rate",
      "ts_pct",
      "assisted_fg_makes",
      "unassisted_fg_makes",
      "team_abbr"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  )
SELECT
  "player_lookup",
  "game_date",
  "universal_player_id",
  "points",
  "minutes_played",
  "usage_rate",
  "ts_pct",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "team_abbr"
FROM "played"
ORDER BY "player_lookup", "game_date";

-- history_team_offense
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "team_offense" AS (
    SELECT
      "pace",
      "game_date",
      "team_abbr",
      "offensive_rating"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  )
SELECT
  "team_abbr",
  "game_date",
  "pace",
  "offensive_rating"
FROM "team_offense"
ORDER BY "team_abbr", "game_date";

-- expected
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
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
  )
SELECT DISTINCT
  "team",
  "game_date"
FROM "team_games"
ORDER BY "team", "game_date";

-- excused
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "absent" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "nba_raw"."nbac_gamebook_player_stats"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "player_status" IN ('dnp', 'inactive')
  )
SELECT DISTINCT
  "player_lookup",
  "game_date"
FROM "absent"
ORDER BY "player_lookup", "game_date";
