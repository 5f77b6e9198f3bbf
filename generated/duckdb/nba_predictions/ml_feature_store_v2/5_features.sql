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
  ),
  -- A row is among the newest n up to the day last_n_until.
  "played_ordered" AS (
    SELECT
      "played".*,
      LEAD("played"."game_date", 2, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_2_until",
      LEAD("played"."game_date", 5, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_5_until",
      LEAD("played"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_10_until"
    FROM "played"
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
      "played_ordered"."player_lookup",
      "played_ordered"."game_date",
      "played_ordered"."points",
      "played_ordered"."minutes_played",
      "played_ordered"."ft_makes",
      "played_ordered"."team_abbr",
      "played_ordered"."last_2_until",
      "played_ordered"."last_5_until",
      "played_ordered"."last_10_until"
    FROM "played_asked"
    JOIN "played_ordered"
      ON "played_ordered"."player_lookup" = "played_asked"."player_lookup"
      AND "played_ordered"."game_date" < "played_asked"."as_of"
      AND "played_ordered"."game_date" >= "played_asked"."season_opening"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      COUNT(*) FILTER (
        WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
      ) AS "count_played_last_10_games_at_most_60_days_old",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_5_until" AND "game_date" >= "as_of" - 60
      ) AS DOUBLE)
        / COUNT("points") FILTER (
          WHERE "as_of" <= "last_5_until" AND "game_date" >= "as_of" - 60
        ) AS "mean_points_last_5_games_at_most_60_days_old",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
      ) AS DOUBLE)
        / COUNT("points") FILTER (
          WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
        ) AS "mean_points_last_10_games_at_most_60_days_old",
      CAST(SUM("points") AS DOUBLE) / COUNT("points") AS "mean_points_season_to_date",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_2_until" AND "game_date" >= "as_of" - 60
      ) AS DOUBLE)
        / COUNT("points") FILTER (
          WHERE "as_of" <= "last_2_until" AND "game_date" >= "as_of" - 60
        ) AS "mean_points_last_2_games_at_most_60_days_old",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_5_until" AND "game_date" >= "as_of" - 60
      ) AS BIGINT) AS "sum_points_last_5_games_at_most_60_days_old",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_2_until" AND "game_date" >= "as_of" - 60
      ) AS BIGINT) AS "sum_points_last_2_games_at_most_60_days_old",
      COUNT("points") FILTER (
        WHERE "as_of" <= "last_5_until" AND "game_date" >= "as_of" - 60
      ) AS "count_points_last_5_games_at_most_60_days_old",
      COUNT("points") FILTER (
        WHERE "as_of" <= "last_2_until" AND "game_date" >= "as_of" - 60
      ) AS "count_points_last_2_games_at_most_60_days_old",
      CAST(
        SUM("minutes_played") FILTER (
          WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
        ) * 10 AS DOUBLE
      )
        / (
          COUNT("minutes_played") FILTER (
            WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
          ) * 10
        ) AS "mean_minutes_played_last_10_games_at_most_60_days_old",
      CAST(SUM("minutes_played") * 10 AS DOUBLE)
        / (COUNT("minutes_played") * 10) AS "mean_minutes_played_season_to_date",
      CAST(SUM("ft_makes") FILTER (
        WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
      ) AS BIGINT) AS "sum_ft_makes_last_10_games_at_most_60_days_old",
      CAST(SUM("points") FILTER (
        WHERE "as_of" <= "last_10_until" AND "game_date" >= "as_of" - 60
      ) AS BIGINT) AS "sum_points_last_10_games_at_most_60_days_old",
      ARG_MAX_NULL("team_abbr", "game_date") AS "newest_team_abbr_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  "team_offense" AS (
    SELECT
      "game_date",
      "team_abbr",
      "win_flag"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  ),
  "team_offense_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."team_abbr"
    FROM "population"
  ),
  -- What can be seen of team_offense from each as-of day.
  "team_offense_seen" AS (
    SELECT
      "team_offense_asked"."as_of",
      "team_offense"."team_abbr",
      "team_offense"."win_flag"
    FROM "team_offense_asked"
    JOIN "team_offense"
      ON "team_offense"."team_abbr" = "team_offense_asked"."team_abbr"
      AND "team_offense"."game_date" < "team_offense_asked"."as_of"
      AND "team_offense"."game_date" >= "team_offense_asked"."season_opening"
  ),
  "team_offense_windows" AS (
    SELECT
      "as_of",
      "team_abbr",
      COUNT(*) AS "count_team_offense_season_to_date",
      COUNT(*) FILTER (WHERE "win_flag") AS "count_team_offense_if_win_flag_season_to_date"
    FROM "team_offense_seen"
    GROUP BY "as_of", "team_abbr"
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
  "absent" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "nba_raw"."nbac_gamebook_player_stats"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "player_status" IN ('dnp', 'inactive')
  ),
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "played_windows"."newest_team_abbr_season_to_date" AS "team",
      "population"."player_lookup"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team",
      "player_lookup"
    FROM "coverage_asked"
  ),
  "team_games_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "team_games"
  ),
  "played_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "played"
  ),
  "absent_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "absent"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "team_games_days"."game_date",
      "played_days"."game_date" IS NOT NULL AS "is_found",
      LEAD("team_games_days"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team", "coverage_entities"."player_lookup"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_10_until"
    FROM "coverage_entities"
    JOIN "team_games_days" ON "team_games_days"."team" = "coverage_entities"."team"
    LEFT JOIN "played_days"
      ON "played_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_days"."game_date" = "team_games_days"."game_date"
    LEFT JOIN "absent_days"
      ON "absent_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "absent_days"."game_date" = "team_games_days"."game_date"
    WHERE "absent_days"."game_date" IS NULL
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      "coverage_asked"."player_lookup",
      COUNT(*) AS "l10_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l10_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."player_lookup" = "coverage_asked"."player_lookup"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_asked"."as_of" <= "coverage_games"."last_10_until"
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "context.player_lookup",
      "population"."universal_player_id" AS "context.universal_player_id",
      "population"."as_of",
      "population"."game_id" AS "context.game_id",
      "cache"."points_avg_last_5" AS "cache.points_avg_last_5",
      COALESCE(
        "played_windows"."count_played_last_10_games_at_most_60_days_old",
        0
      ) AS "count_played_last_10_games_at_most_60_days_old",
      "played_windows"."mean_points_last_5_games_at_most_60_days_old",
      "cache"."points_avg_last_10" AS "cache.points_avg_last_10",
      "played_windows"."mean_points_last_10_games_at_most_60_days_old",
      "cache"."points_avg_season" AS "cache.points_avg_season",
      "played_windows"."mean_points_season_to_date",
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
      "played_windows"."mean_points_last_2_games_at_most_60_days_old",
      "played_windows"."sum_points_last_5_games_at_most_60_days_old",
      "played_windows"."sum_points_last_2_games_at_most_60_days_old",
      COALESCE(
        "played_windows"."count_points_last_5_games_at_most_60_days_old",
        0
      ) AS "count_points_last_5_games_at_most_60_days_old",
      COALESCE(
        "played_windows"."count_points_last_2_games_at_most_60_days_old",
        0
      ) AS "count_points_last_2_games_at_most_60_days_old",
      "cache"."minutes_avg_last_10" AS "cache.minutes_avg_last_10",
      "played_windows"."mean_minutes_played_last_10_games_at_most_60_days_old",
      "played_windows"."mean_minutes_played_season_to_date",
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
      "played_windows"."sum_ft_makes_last_10_games_at_most_60_days_old",
      "played_windows"."sum_points_last_10_games_at_most_60_days_old",
      "cache"."team_pace_last_10" AS "cache.team_pace_last_10",
      "cache"."team_off_rating_last_10" AS "cache.team_off_rating_last_10",
      COALESCE(
        "team_offense_windows"."count_team_offense_season_to_date",
        0
      ) AS "count_team_offense_season_to_date",
      COALESCE(
        "team_offense_windows"."count_team_offense_if_win_flag_season_to_date",
        0
      ) AS "count_team_offense_if_win_flag_season_to_date",
      "population"."opponent_team_abbr" AS "context.opponent_team_abbr",
      "population"."season_opening",
      COALESCE("coverage"."l10_expected", 0) AS "l10_expected",
      COALESCE("coverage"."l10_actual", 0) AS "l10_actual",
      "cache"."is_production_ready" AS "cache.is_production_ready",
      "factors"."is_production_ready" AS "factors.is_production_ready",
      "shot_zones"."is_production_ready" AS "shot_zones.is_production_ready",
      "defense"."is_production_ready" AS "defense.is_production_ready",
      CASE
        WHEN "cache"."matches" > 1
          THEN CAST("cache"."matches" AS VARCHAR) || ' rows of cache found, one at most may be'
        WHEN "factors"."matches" > 1
          THEN CAST("factors"."matches" AS VARCHAR) || ' rows of factors found, one at most may be'
        WHEN "shot_zones"."matches" > 1
          THEN CAST(
            "shot_zones"."matches" AS VARCHAR
          ) || ' rows of shot_zones found, one at most may be'
        WHEN "defense"."matches" > 1
          THEN CAST("defense"."matches" AS VARCHAR) || ' rows of defense found, one at most may be'
      END AS "lookup_failure"
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
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "team_offense_windows"
      ON "team_offense_windows"."as_of" = "population"."as_of"
      AND "team_offense_windows"."team_abbr" = "population"."team_abbr"
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of"
      AND "coverage"."team" = "played_windows"."newest_team_abbr_season_to_date"
      AND "coverage"."player_lookup" = "population"."player_lookup"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      (
        COALESCE(
          "cache.minutes_avg_last_10",
          "mean_minutes_played_last_10_games_at_most_60_days_old"
        )
          - "mean_minutes_played_season_to_date"
      )
        / NULLIF("mean_minutes_played_season_to_date", 0) AS "features.minutes_change.part"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      CASE
        WHEN "context.player_status" = 'available' THEN 0
        WHEN "context.player_status" = 'probable' THEN 1
        WHEN "context.player_status" = 'questionable' THEN 2
        WHEN "context.player_status" IN ('doubtful', 'out') THEN 3
        WHEN "context.star_teammates_out" IS NOT NULL THEN 0
      END AS "features.injury_risk.part",
      CASE
        WHEN "count_played_last_10_games_at_most_60_days_old" >= 5
          THEN CASE
            WHEN "mean_points_last_2_games_at_most_60_days_old"
                  - CAST(
                    "sum_points_last_5_games_at_most_60_days_old"
                      - "sum_points_last_2_games_at_most_60_days_old" AS DOUBLE
                  )
                    / NULLIF("count_points_last_5_games_at_most_60_days_old"
                      - "count_points_last_2_games_at_most_60_days_old", 0) IS NULL
              THEN NULL
            WHEN "mean_points_last_2_games_at_most_60_days_old"
                  - CAST(
                    "sum_points_last_5_games_at_most_60_days_old"
                      - "sum_points_last_2_games_at_most_60_days_old" AS DOUBLE
                  )
                    / NULLIF("count_points_last_5_games_at_most_60_days_old"
                      - "count_points_last_2_games_at_most_60_days_old", 0) >= 5.0e0
              THEN 2
            WHEN "mean_points_last_2_games_at_most_60_days_old"
                  - CAST(
                    "sum_points_last_5_games_at_most_60_days_old"
                      - "sum_points_last_2_games_at_most_60_days_old" AS DOUBLE
                  )
                    / NULLIF("count_points_last_5_games_at_most_60_days_old"
                      - "count_points_last_2_games_at_most_60_days_old", 0) >= 2.0e0
              THEN 1
            WHEN "mean_points_last_2_games_at_most_60_days_old"
                  - CAST(
                    "sum_points_last_5_games_at_most_60_days_old"
                      - "sum_points_last_2_games_at_most_60_days_old" AS DOUBLE
                  )
                    / NULLIF("count_points_last_5_games_at_most_60_days_old"
                      - "count_points_last_2_games_at_most_60_days_old", 0) <= -5.0e0
              THEN -2
            WHEN "mean_points_last_2_games_at_most_60_days_old"
                  - CAST(
                    "sum_points_last_5_games_at_most_60_days_old"
                      - "sum_points_last_2_games_at_most_60_days_old" AS DOUBLE
                  )
                    / NULLIF("count_points_last_5_games_at_most_60_days_old"
                      - "count_points_last_2_games_at_most_60_days_old", 0) <= -2.0e0
              THEN -1
            ELSE 0
          END
      END AS "features.recent_trend.part",
      CASE
        WHEN COALESCE(
              "cache.minutes_avg_last_10",
              "mean_minutes_played_last_10_games_at_most_60_days_old"
            ) > 0
          THEN CASE
            WHEN "features.minutes_change.part" IS NULL THEN NULL
            WHEN "features.minutes_change.part" >= 0.2e0 THEN 2
            WHEN "features.minutes_change.part" >= 0.1e0 THEN 1
            WHEN "features.minutes_change.part" <= -0.2e0 THEN -2
            WHEN "features.minutes_change.part" <= -0.1e0 THEN -1
            ELSE 0
          END
      END AS "features.minutes_change.part_2",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END >= 90.0e0 AS "insufficient_data_reason.part",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END AS "completeness_percentage.part"
    FROM "shared"
  ),
  "features_1" AS (
    SELECT
      *,
      "context.player_lookup" AS "player_lookup",
      "context.universal_player_id" AS "universal_player_id",
      "as_of" AS "game_date",
      "context.game_id" AS "game_id",
      COALESCE(
        "cache.points_avg_last_5",
        CASE
          WHEN "count_played_last_10_games_at_most_60_days_old" >= 5
            THEN "mean_points_last_5_games_at_most_60_days_old"
        END,
        10
      ) AS "features.points_avg_last_5",
      CASE
        WHEN "cache.points_avg_last_5" IS NOT NULL THEN 'phase4'
        WHEN CASE
              WHEN "count_played_last_10_games_at_most_60_days_old" >= 5
                THEN "mean_points_last_5_games_at_most_60_days_old"
            END IS NOT NULL
          THEN 'phase3'
        WHEN 10 IS NOT NULL THEN 'default'
      END AS "features.points_avg_last_5.source",
      COALESCE(
        "cache.points_avg_last_10",
        "mean_points_last_10_games_at_most_60_days_old",
        10
      ) AS "features.points_avg_last_10",
      CASE
        WHEN "cache.points_avg_last_10" IS NOT NULL THEN 'phase4'
        WHEN "mean_points_last_10_games_at_most_60_days_old" IS NOT NULL THEN 'phase3'
        WHEN 10 IS NOT NULL THEN 'default'
      END AS "features.points_avg_last_10.source",
      COALESCE(
        "cache.points_avg_season",
        "mean_points_season_to_date",
        10
      ) AS "features.points_avg_season",
      CASE
        WHEN "cache.points_avg_season" IS NOT NULL THEN 'phase4'
        WHEN "mean_points_season_to_date" IS NOT NULL THEN 'phase3'
        WHEN 10 IS NOT NULL THEN 'default'
      END AS "features.points_avg_season.source",
      COALESCE(CAST("cache.points_std_last_10" AS DOUBLE), 5) AS "features.points_std_last_10",
      CASE
        WHEN "cache.points_std_last_10" IS NOT NULL THEN 'phase4'
        WHEN 5 IS NOT NULL THEN 'default'
      END AS "features.points_std_last_10.source",
      CAST(COALESCE("cache.games_in_last_7_days", 3) AS DOUBLE) AS "features.games_in_last_7_days",
      CASE
        WHEN "cache.games_in_last_7_days" IS NOT NULL THEN 'phase4'
        WHEN 3 IS NOT NULL THEN 'default'
      END AS "features.games_in_last_7_days.source",
      CAST(COALESCE("factors.fatigue_score", 50) AS DOUBLE) AS "features.fatigue_score",
      CASE
        WHEN "factors.fatigue_score" IS NOT NULL THEN 'phase4'
        WHEN 50 IS NOT NULL THEN 'default'
      END AS "features.fatigue_score.source",
      COALESCE(
        CAST("factors.shot_zone_mismatch_score" AS DOUBLE),
        0
      ) AS "features.shot_zone_mismatch_score",
      CASE
        WHEN "factors.shot_zone_mismatch_score" IS NOT NULL THEN 'phase4'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.shot_zone_mismatch_score.source",
      COALESCE(CAST("factors.pace_score" AS DOUBLE), 0) AS "features.pace_score",
      CASE
        WHEN "factors.pace_score" IS NOT NULL THEN 'phase4'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.pace_score.source",
      COALESCE(CAST("factors.usage_spike_score" AS DOUBLE), 0) AS "features.usage_spike_score",
      CASE
        WHEN "factors.usage_spike_score" IS NOT NULL THEN 'phase4'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.usage_spike_score.source",
      CAST(COALESCE(
        CASE
          WHEN "context.days_rest" - "context.opponent_days_rest" IS NOT NULL
            THEN GREATEST(-2, LEAST("context.days_rest" - "context.opponent_days_rest", 2))
        END,
        0
      ) AS DOUBLE) AS "features.rest_advantage",
      CASE
        WHEN CASE
              WHEN "context.days_rest" - "context.opponent_days_rest" IS NOT NULL
                THEN GREATEST(-2, LEAST("context.days_rest" - "context.opponent_days_rest", 2))
            END IS NOT NULL
          THEN 'computed'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.rest_advantage.source",
      CAST(COALESCE("features.injury_risk.part", 0) AS DOUBLE) AS "features.injury_risk",
      CASE
        WHEN "features.injury_risk.part" IS NOT NULL THEN 'computed'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.injury_risk.source",
      CAST(COALESCE("features.recent_trend.part", 0) AS DOUBLE) AS "features.recent_trend",
      CASE
        WHEN "features.recent_trend.part" IS NOT NULL THEN 'computed'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.recent_trend.source",
      CAST(COALESCE("features.minutes_change.part_2", 0) AS DOUBLE) AS "features.minutes_change",
      CASE
        WHEN "features.minutes_change.part_2" IS NOT NULL THEN 'computed'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.minutes_change.source",
      COALESCE(
        CAST("defense.defensive_rating_last_15" AS DOUBLE),
        112
      ) AS "features.opponent_def_rating",
      CASE
        WHEN "defense.defensive_rating_last_15" IS NOT NULL THEN 'phase4'
        WHEN 112 IS NOT NULL THEN 'default'
      END AS "features.opponent_def_rating.source",
      COALESCE(CAST("defense.opponent_pace" AS DOUBLE), 100) AS "features.opponent_pace",
      CASE
        WHEN "defense.opponent_pace" IS NOT NULL THEN 'phase4'
        WHEN 100 IS NOT NULL THEN 'default'
      END AS "features.opponent_pace.source",
      CAST(COALESCE(CAST("context.home_game" AS BIGINT), 0) AS DOUBLE) AS "features.home_away",
      CASE
        WHEN CAST("context.home_game" AS BIGINT) IS NOT NULL THEN 'phase3'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.home_away.source",
      CAST(COALESCE(
        CAST("context.back_to_back" AS BIGINT),
        0
      ) AS DOUBLE) AS "features.back_to_back",
      CASE
        WHEN CAST("context.back_to_back" AS BIGINT) IS NOT NULL THEN 'phase3'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.back_to_back.source",
      CAST(COALESCE(
        CAST("context.season_phase" = 'playoffs' AS BIGINT),
        0
      ) AS DOUBLE) AS "features.playoff_game",
      CASE
        WHEN CAST("context.season_phase" = 'playoffs' AS BIGINT) IS NOT NULL THEN 'phase3'
        WHEN 0 IS NOT NULL THEN 'default'
      END AS "features.playoff_game.source",
      COALESCE(
        CAST(COALESCE("shot_zones.paint_rate_last_10", "cache.paint_rate_last_10") AS DOUBLE) / 100,
        0.3e0
      ) AS "features.pct_paint",
      CASE
        WHEN CAST(COALESCE(
              "shot_zones.paint_rate_last_10",
              "cache.paint_rate_last_10"
            ) AS DOUBLE) / 100 IS NOT NULL
          THEN 'phase4'
        WHEN 0.3e0 IS NOT NULL THEN 'default'
      END AS "features.pct_paint.source",
      COALESCE(
        CAST("shot_zones.mid_range_rate_last_10" AS DOUBLE) / 100,
        0.2e0
      ) AS "features.pct_mid_range",
      CASE
        WHEN CAST("shot_zones.mid_range_rate_last_10" AS DOUBLE) / 100 IS NOT NULL THEN 'phase4'
        WHEN 0.2e0 IS NOT NULL THEN 'default'
      END AS "features.pct_mid_range.source",
      COALESCE(
        CAST(COALESCE(
          "shot_zones.three_pt_rate_last_10",
          "cache.three_pt_rate_last_10"
        ) AS DOUBLE) / 100,
        0.35e0
      ) AS "features.pct_three",
      CASE
        WHEN CAST(COALESCE(
              "shot_zones.three_pt_rate_last_10",
              "cache.three_pt_rate_last_10"
            ) AS DOUBLE) / 100 IS NOT NULL
          THEN 'phase4'
        WHEN 0.35e0 IS NOT NULL THEN 'default'
      END AS "features.pct_three.source",
      COALESCE(
        CASE
          WHEN "count_played_last_10_games_at_most_60_days_old" >= 5
            THEN CASE
              WHEN CAST("sum_ft_makes_last_10_games_at_most_60_days_old" AS DOUBLE)
                    / NULLIF("sum_points_last_10_games_at_most_60_days_old", 0) IS NOT NULL
                THEN GREATEST(
                  0,
                  LEAST(
                    CAST("sum_ft_makes_last_10_games_at_most_60_days_old" AS DOUBLE)
                      / NULLIF("sum_points_last_10_games_at_most_60_days_old", 0),
                    0.5e0
                  )
                )
            END
        END,
        0.15e0
      ) AS "features.pct_free_throw",
      CASE
        WHEN CASE
              WHEN "count_played_last_10_games_at_most_60_days_old" >= 5
                THEN CASE
                  WHEN CAST("sum_ft_makes_last_10_games_at_most_60_days_old" AS DOUBLE)
                        / NULLIF("sum_points_last_10_games_at_most_60_days_old", 0) IS NOT NULL
                    THEN GREATEST(
                      0,
                      LEAST(
                        CAST("sum_ft_makes_last_10_games_at_most_60_days_old" AS DOUBLE)
                          / NULLIF("sum_points_last_10_games_at_most_60_days_old", 0),
                        0.5e0
                      )
                    )
                END
            END IS NOT NULL
          THEN 'computed'
        WHEN 0.15e0 IS NOT NULL THEN 'default'
      END AS "features.pct_free_throw.source",
      COALESCE(CAST("cache.team_pace_last_10" AS DOUBLE), 100) AS "features.team_pace",
      CASE
        WHEN "cache.team_pace_last_10" IS NOT NULL THEN 'phase4'
        WHEN 100 IS NOT NULL THEN 'default'
      END AS "features.team_pace.source",
      COALESCE(CAST("cache.team_off_rating_last_10" AS DOUBLE), 112) AS "features.team_off_rating",
      CASE
        WHEN "cache.team_off_rating_last_10" IS NOT NULL THEN 'phase4'
        WHEN 112 IS NOT NULL THEN 'default'
      END AS "features.team_off_rating.source",
      COALESCE(
        CASE
          WHEN "count_team_offense_season_to_date" >= 5
            THEN CAST("count_team_offense_if_win_flag_season_to_date" AS DOUBLE)
              / NULLIF("count_team_offense_season_to_date", 0)
        END,
        0.5e0
      ) AS "features.team_win_pct",
      CASE
        WHEN CASE
              WHEN "count_team_offense_season_to_date" >= 5
                THEN CAST("count_team_offense_if_win_flag_season_to_date" AS DOUBLE)
                  / NULLIF("count_team_offense_season_to_date", 0)
            END IS NOT NULL
          THEN 'computed'
        WHEN 0.5e0 IS NOT NULL THEN 'default'
      END AS "features.team_win_pct.source",
      [
        'points_avg_last_5',
        'points_avg_last_10',
        'points_avg_season',
        'points_std_last_10',
        'games_in_last_7_days',
        'fatigue_score',
        'shot_zone_mismatch_score',
        'pace_score',
        'usage_spike_score',
        'rest_advantage',
        'injury_risk',
        'recent_trend',
        'minutes_change',
        'opponent_def_rating',
        'opponent_pace',
        'home_away',
        'back_to_back',
        'playoff_game',
        'pct_paint',
        'pct_mid_range',
        'pct_three',
        'pct_free_throw',
        'team_pace',
        'team_off_rating',
        'team_win_pct'
      ] AS "feature_names",
      CAST(25 AS BIGINT) AS "feature_count",
      'v1_baseline_25' AS "feature_version",
      CAST(NULL AS BIGINT) AS "feature_generation_time_ms",
      "context.opponent_team_abbr" AS "opponent_team_abbr",
      "context.home_game" AS "is_home",
      "context.days_rest" AS "days_rest",
      "as_of" - "season_opening" < 30 AS "early_season_flag",
      CASE
        WHEN "insufficient_data_reason.part" THEN NULL
        ELSE CAST("l10_actual" AS VARCHAR) || ' of '
          || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
      END AS "insufficient_data_reason",
      "l10_expected" AS "expected_games_count",
      "l10_actual" AS "actual_games_count",
      "completeness_percentage.part" AS "completeness_percentage",
      "l10_expected" - "l10_actual" AS "missing_games_count",
      "insufficient_data_reason.part"
        AND COALESCE("cache.is_production_ready", FALSE)
        AND COALESCE("factors.is_production_ready", FALSE)
        AND COALESCE("shot_zones.is_production_ready", FALSE)
        AND COALESCE("defense.is_production_ready", FALSE) AS "is_production_ready",
      LIST_FILTER([
        CASE WHEN NOT "insufficient_data_reason.part" THEN 'own_data_incomplete' END,
        CASE
          WHEN NOT COALESCE("cache.is_production_ready", FALSE)
            THEN 'upstream_player_daily_cache_incomplete'
        END,
        CASE
          WHEN NOT COALESCE("factors.is_production_ready", FALSE)
            THEN 'upstream_composite_factors_incomplete'
        END,
        CASE
          WHEN NOT COALESCE("shot_zones.is_production_ready", FALSE)
            THEN 'upstream_shot_zone_incomplete'
        END,
        CASE
          WHEN NOT COALESCE("defense.is_production_ready", FALSE)
            THEN 'upstream_team_defense_zone_incomplete'
        END
      ], lambda x: x IS NOT NULL) AS "data_quality_issues",
      CAST(NULL AS TIMESTAMP) AS "last_reprocess_attempt_at",
      CAST(0 AS BIGINT) AS "reprocess_attempt_count",
      FALSE AS "circuit_breaker_active",
      CAST(NULL AS TIMESTAMP) AS "circuit_breaker_until",
      FALSE AS "manual_override_required",
      CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 4 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 5 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END
        OR CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 10 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 11 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END
        OR CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 11 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 12 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END AS "season_boundary_detected",
      "as_of" - "season_opening" < 30 AS "backfill_bootstrap_mode",
      'processed_successfully' AS "processing_decision_reason",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT "insufficient_data_reason.part" AND NOT "as_of" - "season_opening" < 30 THEN 1
        WHEN NOT (
              COALESCE("cache.is_production_ready", FALSE)
              AND COALESCE("factors.is_production_ready", FALSE)
              AND COALESCE("shot_zones.is_production_ready", FALSE)
              AND COALESCE("defense.is_production_ready", FALSE)
            )
            AND NOT "as_of" - "season_opening" < 30
          THEN 2
      END AS "failure_rule"
    FROM "shared_2"
  ),
  -- What the features of the next table say more than once.
  "shared_3" AS (
    SELECT
      *,
      CASE
        WHEN "features.points_avg_last_5.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.points_avg_last_5.source" = 'phase3' THEN 75
        ELSE 40
      END
        + CASE
          WHEN "features.points_avg_last_10.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.points_avg_last_10.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.points_avg_season.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.points_avg_season.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.points_std_last_10.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.points_std_last_10.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.games_in_last_7_days.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.games_in_last_7_days.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.fatigue_score.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.fatigue_score.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.shot_zone_mismatch_score.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.shot_zone_mismatch_score.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.pace_score.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.pace_score.source" = 'phase3' THEN 75
          ELSE 40
        END
        + CASE
          WHEN "features.usage_spike_score.source" IN ('phase4', 'computed') THEN 100
          WHEN "features.usage_spike_score.source" = 'phase3' THEN 75
          ELSE 40
        END AS "feature_quality_score.part"
    FROM "features_1"
  ),
  -- What the features of the next table say more than once.
  "shared_4" AS (
    SELECT
      *,
      CAST(
        "feature_quality_score.part"
          + CASE
            WHEN "features.rest_advantage.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.rest_advantage.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.injury_risk.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.injury_risk.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.recent_trend.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.recent_trend.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.minutes_change.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.minutes_change.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.opponent_def_rating.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.opponent_def_rating.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.opponent_pace.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.opponent_pace.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.home_away.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.home_away.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.back_to_back.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.back_to_back.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.playoff_game.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.playoff_game.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.pct_paint.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.pct_paint.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.pct_mid_range.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.pct_mid_range.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.pct_three.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.pct_three.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.pct_free_throw.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.pct_free_throw.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.team_pace.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.team_pace.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.team_off_rating.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.team_off_rating.source" = 'phase3' THEN 75
            ELSE 40
          END
          + CASE
            WHEN "features.team_win_pct.source" IN ('phase4', 'computed') THEN 100
            WHEN "features.team_win_pct.source" = 'phase3' THEN 75
            ELSE 40
          END AS DOUBLE
      ) / 25 AS "feature_quality_score.part_2",
      CASE
        WHEN "features.opponent_def_rating.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.opponent_def_rating.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part",
      CASE
        WHEN "features.opponent_pace.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.opponent_pace.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_2",
      CASE
        WHEN "features.pct_paint.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.pct_paint.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_3",
      CASE
        WHEN "features.pct_mid_range.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.pct_mid_range.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_4",
      CASE
        WHEN "features.pct_three.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.pct_three.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_5",
      CASE
        WHEN "features.team_pace.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.team_pace.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_6",
      CASE
        WHEN "features.team_off_rating.source" IN ('phase4', 'computed') THEN 100
        WHEN "features.team_off_rating.source" = 'phase3' THEN 75
        ELSE 40
      END AS "feature_quality_score_raw.part_7",
      CAST(
        CASE WHEN "features.points_avg_last_5.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.points_avg_last_10.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.points_avg_season.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.points_std_last_10.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.games_in_last_7_days.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.fatigue_score.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.shot_zone_mismatch_score.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.pace_score.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.usage_spike_score.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.rest_advantage.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.injury_risk.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.recent_trend.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.minutes_change.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.opponent_def_rating.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.opponent_pace.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.home_away.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.back_to_back.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.playoff_game.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.pct_paint.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.pct_mid_range.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.pct_three.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.pct_free_throw.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.team_pace.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.team_off_rating.source" = 'phase4' THEN 1 ELSE 0 END
          + CASE WHEN "features.team_win_pct.source" = 'phase4' THEN 1 ELSE 0 END AS DOUBLE
      ) / 25 AS "data_source.part"
    FROM "shared_3"
  ),
  "features_2" AS (
    SELECT
      *,
      [
        "features.points_avg_last_5",
        "features.points_avg_last_10",
        "features.points_avg_season",
        "features.points_std_last_10",
        "features.games_in_last_7_days",
        "features.fatigue_score",
        "features.shot_zone_mismatch_score",
        "features.pace_score",
        "features.usage_spike_score",
        "features.rest_advantage",
        "features.injury_risk",
        "features.recent_trend",
        "features.minutes_change",
        "features.opponent_def_rating",
        "features.opponent_pace",
        "features.home_away",
        "features.back_to_back",
        "features.playoff_game",
        "features.pct_paint",
        "features.pct_mid_range",
        "features.pct_three",
        "features.pct_free_throw",
        "features.team_pace",
        "features.team_off_rating",
        "features.team_win_pct"
      ] AS "features",
      [
        "features.points_avg_last_5.source",
        "features.points_avg_last_10.source",
        "features.points_avg_season.source",
        "features.points_std_last_10.source",
        "features.games_in_last_7_days.source",
        "features.fatigue_score.source",
        "features.shot_zone_mismatch_score.source",
        "features.pace_score.source",
        "features.usage_spike_score.source",
        "features.rest_advantage.source",
        "features.injury_risk.source",
        "features.recent_trend.source",
        "features.minutes_change.source",
        "features.opponent_def_rating.source",
        "features.opponent_pace.source",
        "features.home_away.source",
        "features.back_to_back.source",
        "features.playoff_game.source",
        "features.pct_paint.source",
        "features.pct_mid_range.source",
        "features.pct_three.source",
        "features.pct_free_throw.source",
        "features.team_pace.source",
        "features.team_off_rating.source",
        "features.team_win_pct.source"
      ] AS "feature_sources",
      CAST(ROUND(
        CASE
          WHEN CASE WHEN "features.points_avg_last_5.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_avg_last_10.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_avg_season.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_std_last_10.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.games_in_last_7_days.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.fatigue_score.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.shot_zone_mismatch_score.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.pace_score.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.usage_spike_score.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.rest_advantage.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.injury_risk.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.recent_trend.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.minutes_change.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.opponent_def_rating.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.opponent_pace.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.home_away.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.back_to_back.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.playoff_game.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_paint.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_mid_range.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_three.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_free_throw.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_pace.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_off_rating.source" = 'default' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_win_pct.source" = 'default' THEN 1 ELSE 0 END >= 5
            THEN CASE
              WHEN "feature_quality_score.part_2" IS NOT NULL
                THEN GREATEST(0, LEAST("feature_quality_score.part_2", 49))
            END
          WHEN "features.points_avg_last_5.source" = 'default'
              OR "features.points_avg_last_10.source" = 'default'
              OR "features.points_avg_season.source" = 'default'
              OR "features.points_std_last_10.source" = 'default'
              OR "features.games_in_last_7_days.source" = 'default'
              OR "features.opponent_def_rating.source" = 'default'
              OR "features.opponent_pace.source" = 'default'
              OR "features.team_pace.source" = 'default'
              OR "features.team_off_rating.source" = 'default'
            THEN CASE
              WHEN "feature_quality_score.part_2" IS NOT NULL
                THEN GREATEST(0, LEAST("feature_quality_score.part_2", 69))
            END
          ELSE "feature_quality_score.part_2"
        END,
        2
      ) AS DECIMAL(5, 2)) AS "feature_quality_score",
      CAST(ROUND(
        CAST(
          "feature_quality_score.part" + "feature_quality_score_raw.part"
            + "feature_quality_score_raw.part_2"
            + "feature_quality_score_raw.part_3"
            + "feature_quality_score_raw.part_4"
            + "feature_quality_score_raw.part_5"
            + "feature_quality_score_raw.part_6"
            + "feature_quality_score_raw.part_7" + 825 AS DOUBLE
        ) / 25,
        2
      ) AS DECIMAL(5, 2)) AS "feature_quality_score_raw",
      CASE
        WHEN "data_source.part" >= 0.9e0 THEN 'phase4'
        WHEN "data_source.part" >= 0.5e0 THEN 'phase4_partial'
        WHEN CAST(
              CASE WHEN "features.points_avg_last_5.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_avg_last_10.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_avg_season.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.points_std_last_10.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.games_in_last_7_days.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.fatigue_score.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.shot_zone_mismatch_score.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.pace_score.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.usage_spike_score.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.rest_advantage.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.injury_risk.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.recent_trend.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.minutes_change.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.opponent_def_rating.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.opponent_pace.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.home_away.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.back_to_back.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.playoff_game.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_paint.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_mid_range.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_three.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.pct_free_throw.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_pace.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_off_rating.source" = 'phase3' THEN 1 ELSE 0 END
                + CASE WHEN "features.team_win_pct.source" = 'phase3' THEN 1 ELSE 0 END AS DOUBLE
            ) / 25 >= 0.5e0
          THEN 'phase3'
        ELSE 'mixed'
      END AS "data_source"
    FROM "shared_4"
  ),
  "features_3" AS (
    SELECT
      *,
      CASE
        WHEN "feature_quality_score" >= 95 THEN 'gold'
        WHEN "feature_quality_score" >= 75 THEN 'silver'
        WHEN "feature_quality_score" >= 50 THEN 'bronze'
        WHEN "feature_quality_score" >= 25 THEN 'poor'
        ELSE 'unusable'
      END AS "quality_tier"
    FROM "features_2"
  )
SELECT
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "features",
  "feature_names",
  "feature_sources",
  "feature_count",
  "feature_version",
  "feature_generation_time_ms",
  "feature_quality_score",
  "feature_quality_score_raw",
  "opponent_team_abbr",
  "is_home",
  "days_rest",
  "data_source",
  "early_season_flag",
  "insufficient_data_reason",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "quality_tier",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'INCOMPLETE_DATA'
    WHEN 2 THEN 'INCOMPLETE_UPSTREAM'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1
      THEN CAST("l10_actual" AS VARCHAR) || ' of '
        || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
    WHEN 2
      THEN CASE
        WHEN COALESCE(
              CASE
                WHEN NOT COALESCE("cache.is_production_ready", FALSE)
                  THEN 'upstream_player_daily_cache_incomplete'
              END,
              CASE
                WHEN NOT COALESCE("factors.is_production_ready", FALSE)
                  THEN 'upstream_composite_factors_incomplete'
              END,
              CASE
                WHEN NOT COALESCE("shot_zones.is_production_ready", FALSE)
                  THEN 'upstream_shot_zone_incomplete'
              END,
              CASE
                WHEN NOT COALESCE("defense.is_production_ready", FALSE)
                  THEN 'upstream_team_defense_zone_incomplete'
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            ', ',
            CASE
              WHEN NOT COALESCE("cache.is_production_ready", FALSE)
                THEN 'upstream_player_daily_cache_incomplete'
            END,
            CASE
              WHEN NOT COALESCE("factors.is_production_ready", FALSE)
                THEN 'upstream_composite_factors_incomplete'
            END,
            CASE
              WHEN NOT COALESCE("shot_zones.is_production_ready", FALSE)
                THEN 'upstream_shot_zone_incomplete'
            END,
            CASE
              WHEN NOT COALESCE("defense.is_production_ready", FALSE)
                THEN 'upstream_team_defense_zone_incomplete'
            END
          )
      END
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 0 THEN FALSE
    WHEN 1 THEN TRUE
    WHEN 2 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule" WHEN 1 THEN "l10_expected" END AS "failure_expected",
  CASE "failure_rule" WHEN 1 THEN "l10_actual" END AS "failure_actual",
  CONCAT(
    'data_source=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("data_source")), '\', '\\'), '"', '\"') || '"',
    '|days_rest=',
    COALESCE(CAST("days_rest" AS VARCHAR), '∅'),
    '|feature_count=',
    CAST("feature_count" AS VARCHAR),
    '|feature_names=',
    '[' || ARRAY_TO_STRING(LIST_TRANSFORM("feature_names", lambda element: COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("element")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )), ',') || ']',
    '|feature_quality_score=',
    CAST("feature_quality_score" AS VARCHAR),
    '|feature_quality_score_raw=',
    CAST("feature_quality_score_raw" AS VARCHAR),
    '|feature_sources=',
    '[' || ARRAY_TO_STRING(LIST_TRANSFORM("feature_sources", lambda element: COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("element")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )), ',') || ']',
    '|feature_version=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("feature_version")), '\', '\\'), '"', '\"') || '"',
    '|features=',
    '[' || ARRAY_TO_STRING(LIST_TRANSFORM("features", lambda element: COALESCE(
      CASE
        WHEN ABS("element") >= 1e+16 THEN CAST("element" AS VARCHAR)
        ELSE RTRIM(RTRIM(PRINTF('%.9f', ROUND("element", 9) + 0.0e0), '0'), '.')
      END,
      '∅'
    )), ',') || ']',
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|is_home=',
    COALESCE(CASE WHEN "is_home" THEN 't' WHEN NOT "is_home" THEN 'f' END, '∅'),
    '|opponent_team_abbr=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_3";
