-- history_games
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
      "game_date",
      "opp_paint_makes",
      "has_complete_shot_zones",
      "opp_paint_attempts",
      "points_in_paint_allowed",
      "blocks_paint",
      "opp_mid_range_makes",
      "opp_mid_range_attempts",
      "blocks_mid_range",
      "opp_three_pt_zone_makes",
      "opp_three_pt_zone_attempts",
      "blocks_three_pt",
      "defensive_rating",
      "points_allowed",
      "opponent_pace"
    FROM "nba_analytics"."team_defense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  )
SELECT
  "defending_team_abbr",
  "game_date",
  "opp_paint_makes",
  "has_complete_shot_zones",
  "opp_paint_attempts",
  "points_in_paint_allowed",
  "blocks_paint",
  "opp_mid_range_makes",
  "opp_mid_range_attempts",
  "blocks_mid_range",
  "opp_three_pt_zone_makes",
  "opp_three_pt_zone_attempts",
  "blocks_three_pt",
  "defensive_rating",
  "points_allowed",
  "opponent_pace"
FROM "games"
ORDER BY "defending_team_abbr", "game_date";

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
