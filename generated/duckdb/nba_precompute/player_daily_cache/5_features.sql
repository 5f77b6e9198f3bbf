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
      "team_abbr",
      "games_in_last_7_days",
      "games_in_last_14_days",
      "minutes_in_last_7_days",
      "minutes_in_last_14_days",
      "back_to_backs_last_14_days",
      "avg_minutes_per_game_last_7",
      "fourth_quarter_minutes_last_7",
      "player_age"
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
      "context"."team_abbr",
      "context"."games_in_last_7_days",
      "context"."games_in_last_14_days",
      "context"."minutes_in_last_7_days",
      "context"."minutes_in_last_14_days",
      "context"."back_to_backs_last_14_days",
      "context"."avg_minutes_per_game_last_7",
      "context"."fourth_quarter_minutes_last_7",
      "context"."player_age"
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
  ),
  -- A row is among the newest n up to the day last_n_until.
  "played_ordered" AS (
    SELECT
      "played".*,
      LEAD("played"."game_date", 5, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_5_until",
      LEAD("played"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_10_until",
      LEAD("played"."game_date", 82, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_82_until"
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
      "played_ordered"."universal_player_id",
      "played_ordered"."points",
      "played_ordered"."minutes_played",
      "played_ordered"."usage_rate",
      "played_ordered"."ts_pct",
      "played_ordered"."assisted_fg_makes",
      "played_ordered"."unassisted_fg_makes",
      "played_ordered"."team_abbr",
      "played_ordered"."last_5_until",
      "played_ordered"."last_10_until",
      "played_ordered"."last_82_until",
      "played_ordered"."game_date"
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
      ARG_MAX_NULL(
        "universal_player_id",
        "game_date"
      ) AS "newest_universal_player_id_season_to_date",
      CAST(SUM("points") FILTER (WHERE "as_of" <= "last_5_until") AS DOUBLE)
        / COUNT("points") FILTER (WHERE "as_of" <= "last_5_until") AS "mean_points_last_5_games",
      CAST(SUM("points") FILTER (WHERE "as_of" <= "last_10_until") AS DOUBLE)
        / COUNT("points") FILTER (WHERE "as_of" <= "last_10_until") AS "mean_points_last_10_games",
      CAST(SUM("points") FILTER (WHERE "as_of" <= "last_82_until") AS DOUBLE)
        / COUNT("points") FILTER (WHERE "as_of" <= "last_82_until") AS "mean_points_last_82_games",
      SQRT(CAST(
        COUNT("points") FILTER (WHERE "as_of" <= "last_10_until")
          * SUM(CAST("points" AS HUGEINT) * "points") FILTER (WHERE "as_of" <= "last_10_until")
          - SUM("points") FILTER (WHERE "as_of" <= "last_10_until")
            * SUM("points") FILTER (WHERE "as_of" <= "last_10_until") AS DOUBLE
      )
        / NULLIF(COUNT("points") FILTER (WHERE "as_of" <= "last_10_until")
          * (
            COUNT("points") FILTER (WHERE "as_of" <= "last_10_until") - 1
          ), 0)) AS "sample_deviation_points_last_10_games",
      CAST(SUM("minutes_played") FILTER (WHERE "as_of" <= "last_10_until") * 10 AS DOUBLE)
        / (
          COUNT("minutes_played") FILTER (WHERE "as_of" <= "last_10_until") * 10
        ) AS "mean_minutes_played_last_10_games",
      CAST(SUM("usage_rate") FILTER (WHERE "as_of" <= "last_10_until") * 100 AS DOUBLE)
        / (
          COUNT("usage_rate") FILTER (WHERE "as_of" <= "last_10_until") * 100
        ) AS "mean_usage_rate_last_10_games",
      CAST(SUM("ts_pct") FILTER (WHERE "as_of" <= "last_10_until") * 1000 AS DOUBLE)
        / (
          COUNT("ts_pct") FILTER (WHERE "as_of" <= "last_10_until") * 1000
        ) AS "mean_ts_pct_last_10_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_82_until") AS "count_played_last_82_games",
      CAST(SUM("usage_rate") FILTER (WHERE "as_of" <= "last_82_until") * 100 AS DOUBLE)
        / (
          COUNT("usage_rate") FILTER (WHERE "as_of" <= "last_82_until") * 100
        ) AS "mean_usage_rate_last_82_games",
      CAST(SUM("assisted_fg_makes") FILTER (
        WHERE "as_of" <= "last_10_until"
      ) AS BIGINT) AS "sum_assisted_fg_makes_last_10_games",
      CAST(SUM("unassisted_fg_makes") FILTER (
        WHERE "as_of" <= "last_10_until"
      ) AS BIGINT) AS "sum_unassisted_fg_makes_last_10_games",
      ARG_MAX_NULL("team_abbr", "game_date") AS "newest_team_abbr_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  "team_offense" AS (
    SELECT
      "pace",
      "game_date",
      "team_abbr",
      "offensive_rating"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  ),
  -- A row is among the newest n up to the day last_n_until.
  "team_offense_ordered" AS (
    SELECT
      "team_offense".*,
      LEAD("team_offense"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "team_offense"."team_abbr"
        ORDER BY "team_offense"."game_date"
      ) AS "last_10_until"
    FROM "team_offense"
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
      "team_offense_ordered"."team_abbr",
      "team_offense_ordered"."pace",
      "team_offense_ordered"."offensive_rating"
    FROM "team_offense_asked"
    JOIN "team_offense_ordered"
      ON "team_offense_ordered"."team_abbr" = "team_offense_asked"."team_abbr"
      AND "team_offense_ordered"."game_date" < "team_offense_asked"."as_of"
      AND "team_offense_ordered"."game_date" >= "team_offense_asked"."season_opening"
      AND "team_offense_asked"."as_of" <= "team_offense_ordered"."last_10_until"
  ),
  "team_offense_windows" AS (
    SELECT
      "as_of",
      "team_abbr",
      CAST(SUM("pace") * 10 AS DOUBLE) / (COUNT("pace") * 10) AS "mean_pace_last_10_games",
      CAST(SUM("offensive_rating") * 100 AS DOUBLE)
        / (COUNT("offensive_rating") * 100) AS "mean_offensive_rating_last_10_games"
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
      LEAD("team_games_days"."game_date", 5, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team", "coverage_entities"."player_lookup"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_5_until",
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
      COUNT(*) FILTER (WHERE "as_of" <= "last_5_until") AS "l5_expected",
      COUNT(*) FILTER (WHERE "as_of" <= "last_5_until" AND "is_found") AS "l5_actual",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until") AS "l10_expected",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until" AND "is_found") AS "l10_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "l7d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7 AND "is_found") AS "l7d_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14) AS "l14d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14 AND "is_found") AS "l14d_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."player_lookup" = "coverage_asked"."player_lookup"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND (
        "coverage_asked"."as_of" <= "coverage_games"."last_10_until"
        OR "coverage_games"."game_date" >= "coverage_asked"."as_of" - 14
      )
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "context.player_lookup",
      "played_windows"."newest_universal_player_id_season_to_date",
      "population"."universal_player_id" AS "context.universal_player_id",
      "population"."as_of",
      "played_windows"."mean_points_last_5_games",
      "played_windows"."mean_points_last_10_games",
      "played_windows"."mean_points_last_82_games",
      "played_windows"."sample_deviation_points_last_10_games",
      "played_windows"."mean_minutes_played_last_10_games",
      "played_windows"."mean_usage_rate_last_10_games",
      "played_windows"."mean_ts_pct_last_10_games",
      COALESCE("played_windows"."count_played_last_82_games", 0) AS "count_played_last_82_games",
      "played_windows"."mean_usage_rate_last_82_games",
      "team_offense_windows"."mean_pace_last_10_games",
      "team_offense_windows"."mean_offensive_rating_last_10_games",
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
      "played_windows"."sum_assisted_fg_makes_last_10_games",
      "played_windows"."sum_unassisted_fg_makes_last_10_games",
      COALESCE("coverage"."l5_expected", 0) AS "l5_expected",
      COALESCE("coverage"."l5_actual", 0) AS "l5_actual",
      COALESCE("coverage"."l10_expected", 0) AS "l10_expected",
      COALESCE("coverage"."l10_actual", 0) AS "l10_actual",
      COALESCE("coverage"."l7d_expected", 0) AS "l7d_expected",
      COALESCE("coverage"."l7d_actual", 0) AS "l7d_actual",
      COALESCE("coverage"."l14d_expected", 0) AS "l14d_expected",
      COALESCE("coverage"."l14d_actual", 0) AS "l14d_actual",
      "population"."season_opening",
      CASE
        WHEN "shot_zones"."matches" > 1
          THEN CAST(
            "shot_zones"."matches" AS VARCHAR
          ) || ' rows of shot_zones found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "shot_zones"
      ON "shot_zones"."analysis_date" = "population"."as_of"
      AND "shot_zones"."player_lookup" = "population"."player_lookup"
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
      CASE
        WHEN "l5_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l5_actual" AS DOUBLE) / NULLIF("l5_expected", 0), 1)
      END AS "cache_quality_score.part",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END AS "all_windows_complete.part",
      CASE
        WHEN "l7d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l7d_actual" AS DOUBLE) / NULLIF("l7d_expected", 0), 1)
      END AS "all_windows_complete.part_2",
      CASE
        WHEN "l14d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l14d_actual" AS DOUBLE) / NULLIF("l14d_expected", 0), 1)
      END AS "all_windows_complete.part_3"
    FROM "inputs"
  ),
  "features_1" AS (
    SELECT
      *,
      "context.player_lookup" AS "player_lookup",
      COALESCE(
        "newest_universal_player_id_season_to_date",
        "context.universal_player_id"
      ) AS "universal_player_id",
      "as_of" AS "cache_date",
      CAST(ROUND("mean_points_last_5_games", 1) AS DECIMAL(5, 1)) AS "points_avg_last_5",
      CAST(ROUND("mean_points_last_10_games", 1) AS DECIMAL(5, 1)) AS "points_avg_last_10",
      CAST(ROUND("mean_points_last_82_games", 1) AS DECIMAL(5, 1)) AS "points_avg_season",
      CAST(ROUND(
        "sample_deviation_points_last_10_games",
        2
      ) AS DECIMAL(5, 2)) AS "points_std_last_10",
      CAST(ROUND("mean_minutes_played_last_10_games", 1) AS DECIMAL(5, 1)) AS "minutes_avg_last_10",
      CAST(ROUND("mean_usage_rate_last_10_games", 2) AS DECIMAL(5, 2)) AS "usage_rate_last_10",
      CAST(ROUND("mean_ts_pct_last_10_games", 3) AS DECIMAL(5, 3)) AS "ts_pct_last_10",
      "count_played_last_82_games" AS "games_played_season",
      CAST(ROUND(
        "mean_usage_rate_last_82_games",
        2
      ) AS DECIMAL(5, 2)) AS "player_usage_rate_season",
      CAST(ROUND("mean_pace_last_10_games", 1) AS DECIMAL(5, 1)) AS "team_pace_last_10",
      CAST(ROUND(
        "mean_offensive_rating_last_10_games",
        2
      ) AS DECIMAL(6, 2)) AS "team_off_rating_last_10",
      "context.games_in_last_7_days" AS "games_in_last_7_days",
      "context.games_in_last_14_days" AS "games_in_last_14_days",
      "context.minutes_in_last_7_days" AS "minutes_in_last_7_days",
      "context.minutes_in_last_14_days" AS "minutes_in_last_14_days",
      "context.back_to_backs_last_14_days" AS "back_to_backs_last_14_days",
      "context.avg_minutes_per_game_last_7" AS "avg_minutes_per_game_last_7",
      "context.fourth_quarter_minutes_last_7" AS "fourth_quarter_minutes_last_7",
      "context.player_age" AS "player_age",
      "shot_zones.primary_scoring_zone" AS "primary_scoring_zone",
      "shot_zones.paint_rate_last_10" AS "paint_rate_last_10",
      "shot_zones.three_pt_rate_last_10" AS "three_pt_rate_last_10",
      "shot_zones.player_lookup" IS NOT NULL AS "shot_zone_data_available",
      CAST(ROUND(
        CAST(100 * "sum_assisted_fg_makes_last_10_games" AS DOUBLE)
          / NULLIF("sum_assisted_fg_makes_last_10_games"
            + "sum_unassisted_fg_makes_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "assisted_rate_last_10",
      "cache_quality_score.part" AS "cache_quality_score",
      'v1' AS "cache_version",
      "cache_quality_score.part" >= 90.0e0
        AND "all_windows_complete.part" >= 90.0e0
        AND "all_windows_complete.part_2" >= 90.0e0
        AND "all_windows_complete.part_3" >= 90.0e0 AS "all_windows_complete",
      "l5_expected" AS "expected_games_count",
      "l5_actual" AS "actual_games_count",
      "cache_quality_score.part" AS "completeness_percentage",
      "l5_expected" - "l5_actual" AS "missing_games_count",
      LIST_FILTER([
        CASE WHEN NOT "cache_quality_score.part" >= 90.0e0 THEN 'incomplete_l5' END,
        CASE WHEN NOT "all_windows_complete.part" >= 90.0e0 THEN 'incomplete_l10' END,
        CASE WHEN NOT "all_windows_complete.part_2" >= 90.0e0 THEN 'incomplete_l7d' END,
        CASE WHEN NOT "all_windows_complete.part_3" >= 90.0e0 THEN 'incomplete_l14d' END,
        CASE WHEN "l7d_expected" = 0 THEN 'window_empty' END,
        CASE WHEN "as_of" - "season_opening" < 30 THEN 'early_season' END,
        CASE WHEN "shot_zones.primary_scoring_zone" IS NULL THEN 'shot_zones_unavailable' END
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
      "cache_quality_score.part" AS "l5_completeness_pct",
      "l5_actual" >= "l5_expected" AS "l5_is_complete",
      "all_windows_complete.part" AS "l10_completeness_pct",
      "l10_actual" >= "l10_expected" AS "l10_is_complete",
      "all_windows_complete.part_2" AS "l7d_completeness_pct",
      "l7d_actual" >= "l7d_expected" AS "l7d_is_complete",
      "all_windows_complete.part_3" AS "l14d_completeness_pct",
      "l14d_actual" >= "l14d_expected" AS "l14d_is_complete"
    FROM "shared"
  ),
  "features_2" AS (
    SELECT
      *,
      CASE
        WHEN "cache_quality_score" >= 95 THEN 'gold'
        WHEN "cache_quality_score" >= 75 THEN 'silver'
        WHEN "cache_quality_score" >= 50 THEN 'bronze'
        WHEN "cache_quality_score" >= 25 THEN 'poor'
        ELSE 'unusable'
      END AS "quality_tier",
      "games_played_season" < 10 AS "early_season_flag",
      CASE
        WHEN "games_played_season" < 10
          THEN 'only ' || CAST("games_played_season" AS VARCHAR) || ' games this season'
      END AS "insufficient_data_reason",
      "all_windows_complete" AS "is_production_ready",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN "games_played_season" < 5 THEN 1
        WHEN NOT (
              "cache_quality_score.part" >= 90.0e0
              AND "all_windows_complete.part" >= 90.0e0
              AND "all_windows_complete.part_2" >= 90.0e0
              AND "all_windows_complete.part_3" >= 90.0e0
            )
            AND NOT "as_of" - "season_opening" < 30
            AND NOT (
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
                END
            )
          THEN 2
      END AS "failure_rule"
    FROM "features_1"
  )
SELECT
  "player_lookup",
  "universal_player_id",
  "cache_date",
  "points_avg_last_5",
  "points_avg_last_10",
  "points_avg_season",
  "points_std_last_10",
  "minutes_avg_last_10",
  "usage_rate_last_10",
  "ts_pct_last_10",
  "games_played_season",
  "team_pace_last_10",
  "team_off_rating_last_10",
  "player_usage_rate_season",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "back_to_backs_last_14_days",
  "avg_minutes_per_game_last_7",
  "fourth_quarter_minutes_last_7",
  "player_age",
  "primary_scoring_zone",
  "paint_rate_last_10",
  "three_pt_rate_last_10",
  "assisted_rate_last_10",
  "shot_zone_data_available",
  "cache_quality_score",
  "quality_tier",
  "cache_version",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'INSUFFICIENT_DATA'
    WHEN 2 THEN 'INCOMPLETE_DATA'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1 THEN CAST("games_played_season" AS VARCHAR) || ' games, and five are the minimum'
    WHEN 2
      THEN CASE
        WHEN COALESCE(
              CASE
                WHEN "cache_quality_score.part" >= 90.0e0 THEN NULL
                ELSE 'l5: ' || (
                  CAST("l5_actual" AS VARCHAR) || ' of '
                    || CAST("l5_expected" AS VARCHAR) || ' expected games are there'
                )
              END,
              CASE
                WHEN "all_windows_complete.part" >= 90.0e0 THEN NULL
                ELSE 'l10: ' || (
                  CAST("l10_actual" AS VARCHAR) || ' of '
                    || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
                )
              END,
              CASE
                WHEN "all_windows_complete.part_2" >= 90.0e0 THEN NULL
                ELSE 'l7d: ' || (
                  CAST("l7d_actual" AS VARCHAR) || ' of '
                    || CAST("l7d_expected" AS VARCHAR) || ' expected games are there'
                )
              END,
              CASE
                WHEN "all_windows_complete.part_3" >= 90.0e0 THEN NULL
                ELSE 'l14d: ' || (
                  CAST("l14d_actual" AS VARCHAR) || ' of '
                    || CAST("l14d_expected" AS VARCHAR) || ' expected games are there'
                )
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            '; ',
            CASE
              WHEN "cache_quality_score.part" >= 90.0e0 THEN NULL
              ELSE 'l5: ' || (
                CAST("l5_actual" AS VARCHAR) || ' of '
                  || CAST("l5_expected" AS VARCHAR) || ' expected games are there'
              )
            END,
            CASE
              WHEN "all_windows_complete.part" >= 90.0e0 THEN NULL
              ELSE 'l10: ' || (
                CAST("l10_actual" AS VARCHAR) || ' of '
                  || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
              )
            END,
            CASE
              WHEN "all_windows_complete.part_2" >= 90.0e0 THEN NULL
              ELSE 'l7d: ' || (
                CAST("l7d_actual" AS VARCHAR) || ' of '
                  || CAST("l7d_expected" AS VARCHAR) || ' expected games are there'
              )
            END,
            CASE
              WHEN "all_windows_complete.part_3" >= 90.0e0 THEN NULL
              ELSE 'l14d: ' || (
                CAST("l14d_actual" AS VARCHAR) || ' of '
                  || CAST("l14d_expected" AS VARCHAR) || ' expected games are there'
              )
            END
          )
      END
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 0 THEN FALSE
    WHEN 1 THEN TRUE
    WHEN 2 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule"
    WHEN 1 THEN CAST(5 AS BIGINT)
    WHEN 2 THEN "l5_expected"
  END AS "failure_expected",
  CASE "failure_rule"
    WHEN 1 THEN "games_played_season"
    WHEN 2 THEN "l5_actual"
  END AS "failure_actual",
  CONCAT(
    'assisted_rate_last_10=',
    COALESCE(CAST("assisted_rate_last_10" AS VARCHAR), '∅'),
    '|avg_minutes_per_game_last_7=',
    COALESCE(CAST("avg_minutes_per_game_last_7" AS VARCHAR), '∅'),
    '|back_to_backs_last_14_days=',
    COALESCE(CAST("back_to_backs_last_14_days" AS VARCHAR), '∅'),
    '|cache_date=',
    CAST("cache_date" AS VARCHAR),
    '|cache_quality_score=',
    COALESCE(
      CASE
        WHEN ABS("cache_quality_score") >= 1e+16 THEN CAST("cache_quality_score" AS VARCHAR)
        ELSE RTRIM(RTRIM(PRINTF('%.9f', ROUND("cache_quality_score", 9) + 0.0e0), '0'), '.')
      END,
      '∅'
    ),
    '|cache_version=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("cache_version")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|fourth_quarter_minutes_last_7=',
    COALESCE(CAST("fourth_quarter_minutes_last_7" AS VARCHAR), '∅'),
    '|games_in_last_14_days=',
    COALESCE(CAST("games_in_last_14_days" AS VARCHAR), '∅'),
    '|games_in_last_7_days=',
    COALESCE(CAST("games_in_last_7_days" AS VARCHAR), '∅'),
    '|games_played_season=',
    CAST("games_played_season" AS VARCHAR),
    '|minutes_avg_last_10=',
    COALESCE(CAST("minutes_avg_last_10" AS VARCHAR), '∅'),
    '|minutes_in_last_14_days=',
    COALESCE(CAST("minutes_in_last_14_days" AS VARCHAR), '∅'),
    '|minutes_in_last_7_days=',
    COALESCE(CAST("minutes_in_last_7_days" AS VARCHAR), '∅'),
    '|paint_rate_last_10=',
    COALESCE(CAST("paint_rate_last_10" AS VARCHAR), '∅'),
    '|player_age=',
    COALESCE(CAST("player_age" AS VARCHAR), '∅'),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|player_usage_rate_season=',
    COALESCE(CAST("player_usage_rate_season" AS VARCHAR), '∅'),
    '|points_avg_last_10=',
    COALESCE(CAST("points_avg_last_10" AS VARCHAR), '∅'),
    '|points_avg_last_5=',
    COALESCE(CAST("points_avg_last_5" AS VARCHAR), '∅'),
    '|points_avg_season=',
    COALESCE(CAST("points_avg_season" AS VARCHAR), '∅'),
    '|points_std_last_10=',
    COALESCE(CAST("points_std_last_10" AS VARCHAR), '∅'),
    '|primary_scoring_zone=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("primary_scoring_zone")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|team_off_rating_last_10=',
    COALESCE(CAST("team_off_rating_last_10" AS VARCHAR), '∅'),
    '|team_pace_last_10=',
    COALESCE(CAST("team_pace_last_10" AS VARCHAR), '∅'),
    '|three_pt_rate_last_10=',
    COALESCE(CAST("three_pt_rate_last_10" AS VARCHAR), '∅'),
    '|ts_pct_last_10=',
    COALESCE(CAST("ts_pct_last_10" AS VARCHAR), '∅'),
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|usage_rate_last_10=',
    COALESCE(CAST("usage_rate_last_10" AS VARCHAR), '∅')
  ) AS "row_text"
FROM "features_2";
