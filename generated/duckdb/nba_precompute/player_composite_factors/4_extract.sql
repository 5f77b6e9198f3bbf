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
      "game_id",
      "back_to_back",
      "days_rest",
      "games_in_last_7_days",
      "minutes_in_last_7_days",
      "avg_minutes_per_game_last_7",
      "back_to_backs_last_14_days",
      "player_age",
      "opponent_team_abbr",
      "pace_differential",
      "avg_usage_rate_last_7_games",
      "projected_usage_rate",
      "star_teammates_out",
      "is_production_ready",
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
      "context"."game_id",
      "context"."back_to_back",
      "context"."days_rest",
      "context"."games_in_last_7_days",
      "context"."minutes_in_last_7_days",
      "context"."avg_minutes_per_game_last_7",
      "context"."back_to_backs_last_14_days",
      "context"."player_age",
      "context"."opponent_team_abbr",
      "context"."pace_differential",
      "context"."avg_usage_rate_last_7_games",
      "context"."projected_usage_rate",
      "context"."star_teammates_out",
      "context"."is_production_ready",
      "context"."team_abbr"
    FROM "days"
    JOIN "context" ON "context"."game_date" = "days"."as_of"
  ),
  "team_context" AS (
    SELECT
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      "game_date",
      "team_abbr",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."upcoming_team_game_context"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "team_abbr"
  ),
  "shot_zones" AS (
    SELECT
      "player_lookup",
      "analysis_date",
      ANY_VALUE("primary_scoring_zone") AS "primary_scoring_zone",
      ANY_VALUE("three_pt_rate_last_10") AS "three_pt_rate_last_10",
      ANY_VALUE("mid_range_rate_last_10") AS "mid_range_rate_last_10",
      ANY_VALUE("paint_rate_last_10") AS "paint_rate_last_10",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."player_shot_zone_analysis"
    WHERE "analysis_date" BETWEEN $from AND $to
    GROUP BY "analysis_date", "player_lookup"
  ),
  "defense" AS (
    SELECT
      "team_abbr",
      "analysis_date",
      ANY_VALUE("three_pt_defense_vs_league_avg") AS "three_pt_defense_vs_league_avg",
      ANY_VALUE("mid_range_defense_vs_league_avg") AS "mid_range_defense_vs_league_avg",
      ANY_VALUE("paint_defense_vs_league_avg") AS "paint_defense_vs_league_avg",
      ANY_VALUE("weakest_zone") AS "weakest_zone",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."team_defense_zone_analysis"
    WHERE "analysis_date" BETWEEN $from AND $to
    GROUP BY "analysis_date", "team_abbr"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "context.player_lookup",
  "population"."universal_player_id" AS "context.universal_player_id",
  "population"."game_id" AS "context.game_id",
  "population"."back_to_back" AS "context.back_to_back",
  "population"."days_rest" AS "context.days_rest",
  "population"."games_in_last_7_days" AS "context.games_in_last_7_days",
  "population"."minutes_in_last_7_days" AS "context.minutes_in_last_7_days",
  "population"."avg_minutes_per_game_last_7" AS "context.avg_minutes_per_game_last_7",
  "population"."back_to_backs_last_14_days" AS "context.back_to_backs_last_14_days",
  "population"."player_age" AS "context.player_age",
  "shot_zones"."player_lookup" AS "shot_zones.player_lookup",
  "defense"."team_abbr" AS "defense.team_abbr",
  "shot_zones"."primary_scoring_zone" AS "shot_zones.primary_scoring_zone",
  "defense"."three_pt_defense_vs_league_avg" AS "defense.three_pt_defense_vs_league_avg",
  "defense"."mid_range_defense_vs_league_avg" AS "defense.mid_range_defense_vs_league_avg",
  "defense"."paint_defense_vs_league_avg" AS "defense.paint_defense_vs_league_avg",
  "shot_zones"."three_pt_rate_last_10" AS "shot_zones.three_pt_rate_last_10",
  "shot_zones"."mid_range_rate_last_10" AS "shot_zones.mid_range_rate_last_10",
  "shot_zones"."paint_rate_last_10" AS "shot_zones.paint_rate_last_10",
  "population"."pace_differential" AS "context.pace_differential",
  "population"."avg_usage_rate_last_7_games" AS "context.avg_usage_rate_last_7_games",
  "population"."projected_usage_rate" AS "context.projected_usage_rate",
  "population"."star_teammates_out" AS "context.star_teammates_out",
  "defense"."weakest_zone" AS "defense.weakest_zone",
  "shot_zones"."is_production_ready" AS "shot_zones.is_production_ready",
  "defense"."is_production_ready" AS "defense.is_production_ready",
  "population"."is_production_ready" AS "context.is_production_ready",
  "team_context"."is_production_ready" AS "team_context.is_production_ready",
  "team_context"."matches" AS "team_context.matches",
  "shot_zones"."matches" AS "shot_zones.matches",
  "defense"."matches" AS "defense.matches"
FROM "population"
LEFT JOIN "team_context"
  ON "team_context"."game_date" = "population"."as_of"
  AND "team_context"."team_abbr" = "population"."team_abbr"
LEFT JOIN "shot_zones"
  ON "shot_zones"."analysis_date" = "population"."as_of"
  AND "shot_zones"."player_lookup" = "population"."player_lookup"
LEFT JOIN "defense"
  ON "defense"."analysis_date" = "population"."as_of"
  AND "defense"."team_abbr" = "population"."opponent_team_abbr"
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
      "game_date",
      "player_lookup",
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
