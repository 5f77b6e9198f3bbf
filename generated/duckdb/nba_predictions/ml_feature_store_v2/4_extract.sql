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
      "days_rest",
      "opponent_days_rest",
      "player_status",
      "star_teammates_out",
      "opponent_team_abbr",
      "home_game",
      "back_to_back",
      "season_phase",
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
      "context"."days_rest",
      "context"."opponent_days_rest",
      "context"."player_status",
      "context"."star_teammates_out",
      "context"."opponent_team_abbr",
      "context"."home_game",
      "context"."back_to_back",
      "context"."season_phase",
      "context"."team_abbr"
    FROM "days"
    JOIN "context" ON "context"."game_date" = "days"."as_of"
  ),
  "cache" AS (
    SELECT
      ANY_VALUE("points_avg_last_5") AS "points_avg_last_5",
      "cache_date",
      "player_lookup",
      ANY_VALUE("points_avg_last_10") AS "points_avg_last_10",
      ANY_VALUE("points_avg_season") AS "points_avg_season",
      ANY_VALUE("points_std_last_10") AS "points_std_last_10",
      ANY_VALUE("games_in_last_7_days") AS "games_in_last_7_days",
      ANY_VALUE("minutes_avg_last_10") AS "minutes_avg_last_10",
      ANY_VALUE("paint_rate_last_10") AS "paint_rate_last_10",
      ANY_VALUE("three_pt_rate_last_10") AS "three_pt_rate_last_10",
      ANY_VALUE("team_pace_last_10") AS "team_pace_last_10",
      ANY_VALUE("team_off_rating_last_10") AS "team_off_rating_last_10",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."player_daily_cache"
    WHERE "cache_date" BETWEEN $from AND $to
    GROUP BY "cache_date", "player_lookup"
  ),
  "factors" AS (
    SELECT
      ANY_VALUE("fatigue_score") AS "fatigue_score",
      "game_date",
      "player_lookup",
      ANY_VALUE("shot_zone_mismatch_score") AS "shot_zone_mismatch_score",
      ANY_VALUE("pace_score") AS "pace_score",
      ANY_VALUE("usage_spike_score") AS "usage_spike_score",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."player_composite_factors"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "shot_zones" AS (
    SELECT
      ANY_VALUE("paint_rate_last_10") AS "paint_rate_last_10",
      "analysis_date",
      "player_lookup",
      ANY_VALUE("mid_range_rate_last_10") AS "mid_range_rate_last_10",
      ANY_VALUE("three_pt_rate_last_10") AS "three_pt_rate_last_10",
      ANY_VALUE("is_production_ready") AS "is_production_ready",
      COUNT(*) AS "matches"
    FROM "nba_precompute"."player_shot_zone_analysis"
    WHERE "analysis_date" BETWEEN $from AND $to
    GROUP BY "analysis_date", "player_lookup"
  ),
  "defense" AS (
    SELECT
      ANY_VALUE("defensive_rating_last_15") AS "defensive_rating_last_15",
      "analysis_date",
      "team_abbr",
      ANY_VALUE("opponent_pace") AS "opponent_pace",
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
  "cache"."points_avg_last_5" AS "cache.points_avg_last_5",
  "cache"."points_avg_last_10" AS "cache.points_avg_last_10",
  "cache"."points_avg_season" AS "cache.points_avg_season",
  "cache"."points_std_last_10" AS "cache.points_std_last_10",
  "cache"."games_in_last_7_days" AS "cache.games_in_last_7_days",
  "factors"."fatigue_score" AS "factors.fatigue_score",
  "factors"."shot_zone_mismatch_score" AS "factors.shot_zone_mismatch_score",
  "factors"."pace_score" AS "factors.pace_score",
  "factors"."usage_spike_score" AS "factors.usage_spike_score",
  "population"."days_rest" AS "context.days_rest",
  "population"."opponent_days_rest" AS "context.opponent_days_rest",
  "population"."player_status" AS "context.player_status",
  "population"."star_teammates_out" AS "context.star_teammates_out",
  "cache"."minutes_avg_last_10" AS "cache.minutes_avg_last_10",
  "defense"."defensive_rating_last_15" AS "defense.defensive_rating_last_15",
  "defense"."opponent_pace" AS "defense.opponent_pace",
  "population"."home_game" AS "context.home_game",
  "population"."back_to_back" AS "context.back_to_back",
  "population"."season_phase" AS "context.season_phase",
  "shot_zones"."paint_rate_last_10" AS "shot_zones.paint_rate_last_10",
  "cache"."paint_rate_last_10" AS "cache.paint_rate_last_10",
  "shot_zones"."mid_range_rate_last_10" AS "shot_zones.mid_range_rate_last_10",
  "shot_zones"."three_pt_rate_last_10" AS "shot_zones.three_pt_rate_last_10",
  "cache"."three_pt_rate_last_10" AS "cache.three_pt_rate_last_10",
  "cache"."team_pace_last_10" AS "cache.team_pace_last_10",
  "cache"."team_off_rating_last_10" AS "cache.team_off_rating_last_10",
  "population"."opponent_team_abbr" AS "context.opponent_team_abbr",
  "cache"."is_production_ready" AS "cache.is_production_ready",
  "factors"."is_production_ready" AS "factors.is_production_ready",
  "shot_zones"."is_production_ready" AS "shot_zones.is_production_ready",
  "defense"."is_production_ready" AS "defense.is_production_ready",
  "population"."team_abbr" AS "context.team_abbr",
  "cache"."matches" AS "cache.matches",
  "factors"."matches" AS "factors.matches",
  "shot_zones"."matches" AS "shot_zones.matches",
  "defense"."matches" AS "defense.matches"
FROM "population"
LEFT JOIN "cache"
  ON "cache"."cache_date" = "population"."as_of"
  AND "cache"."player_lookup" = "population"."player_lookup"
LEFT JOIN "factors"
  ON "factors"."game_date" = "population"."as_of"
  AND "factors"."player_lookup" = "population"."player_lookup"
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
      "points",
      "minutes_played",
      "ft_makes",
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
  "points",
  "minutes_played",
  "ft_makes",
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
      "game_date",
      "team_abbr",
      "win_flag"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  )
SELECT
  "team_abbr",
  "game_date",
  "win_flag"
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
