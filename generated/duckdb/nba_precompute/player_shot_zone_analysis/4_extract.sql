-- population
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
      "player_lookup",
      "game_date"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  ),
  -- What can be seen of played from each as-of day.
  "played_seen" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "played"."player_lookup"
    FROM "days"
    JOIN "played"
      ON "played"."game_date" < "days"."as_of" AND "played"."game_date" >= "days"."season_opening"
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT DISTINCT
      "as_of",
      "season_opening",
      "player_lookup"
    FROM "played_seen"
  ),
  "roster" AS (
    SELECT
      "position",
      "roster_date",
      "player_lookup",
      "team_abbr"
    FROM "nba_raw"."espn_team_rosters"
    WHERE "roster_date" >= $from - 400 AND "roster_date" < $to
  ),
  "roster_daily" AS (
    SELECT
      "position",
      "roster_date",
      "player_lookup",
      "team_abbr"
    FROM "roster"
    QUALIFY ROW_NUMBER() OVER (PARTITION BY "player_lookup", "roster_date" ORDER BY "team_abbr") = 1
  ),
  -- Seen from the days after its own up to that of the next.
  "roster_found" AS (
    SELECT
      *,
      LEAD("roster_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "player_lookup"
        ORDER BY "roster_date"
      ) AS "until"
    FROM "roster_daily"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "played.player_lookup",
  "roster_found"."position" AS "roster.position"
FROM "population"
LEFT JOIN "roster_found"
  ON "roster_found"."player_lookup" = "population"."player_lookup"
  AND "roster_found"."roster_date" < "population"."as_of"
  AND "roster_found"."roster_date" >= "population"."as_of" - 400
  AND "population"."as_of" <= "roster_found"."until"
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
      "player_lookup",
      "game_date",
      "universal_player_id",
      "paint_attempts",
      "has_complete_shot_zones",
      "mid_range_attempts",
      "three_pt_zone_attempts",
      "paint_makes",
      "mid_range_makes",
      "three_pt_zone_makes",
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
  "paint_attempts",
  "has_complete_shot_zones",
  "mid_range_attempts",
  "three_pt_zone_attempts",
  "paint_makes",
  "mid_range_makes",
  "three_pt_zone_makes",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "team_abbr"
FROM "played"
ORDER BY "player_lookup", "game_date";

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
