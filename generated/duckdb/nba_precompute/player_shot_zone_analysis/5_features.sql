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
  ),
  -- A row is among the newest n up to the day last_n_until.
  "played_ordered" AS (
    SELECT
      "played".*,
      LEAD("played"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_10_until",
      LEAD("played"."game_date", 20, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_20_until",
      "player_lookup",
      "game_date",
      "team_abbr" AS "side_1",
      LEAD("game_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "player_lookup"
        ORDER BY "game_date"
      ) AS "until"
    FROM "played"
  ),
  -- What can be seen of played from each as-of day.
  "played_seen" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "played_ordered"."player_lookup",
      "played_ordered"."universal_player_id",
      "played_ordered"."paint_attempts",
      "played_ordered"."has_complete_shot_zones",
      "played_ordered"."mid_range_attempts",
      "played_ordered"."three_pt_zone_attempts",
      "played_ordered"."paint_makes",
      "played_ordered"."mid_range_makes",
      "played_ordered"."three_pt_zone_makes",
      "played_ordered"."assisted_fg_makes",
      "played_ordered"."unassisted_fg_makes",
      "played_ordered"."team_abbr",
      "played_ordered"."last_10_until",
      "played_ordered"."last_20_until",
      "played_ordered"."game_date"
    FROM "days"
    JOIN "played_ordered"
      ON "played_ordered"."game_date" < "days"."as_of"
      AND "played_ordered"."game_date" >= "days"."season_opening"
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
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      ARG_MAX_NULL(
        "universal_player_id",
        "game_date"
      ) AS "newest_universal_player_id_season_to_date",
      CAST(SUM("paint_attempts") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_paint_attempts_if_has_complete_shot_zones_last_10_games",
      CAST(SUM("mid_range_attempts") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games",
      CAST(SUM("three_pt_zone_attempts") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games",
      CAST(SUM("paint_makes") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_paint_makes_if_has_complete_shot_zones_last_10_games",
      CAST(SUM("mid_range_makes") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_mid_range_makes_if_has_complete_shot_zones_last_10_games",
      CAST(SUM("three_pt_zone_makes") FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_three_pt_zone_makes_if_has_complete_shot_zones_last_10_games",
      COUNT(*) FILTER (
        WHERE "as_of" <= "last_10_until" AND "has_complete_shot_zones"
      ) AS "count_played_if_has_complete_shot_zones_last_10_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until") AS "count_played_last_10_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_20_until") AS "count_played_last_20_games",
      CAST(SUM("paint_attempts") FILTER (
        WHERE "as_of" <= "last_20_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_paint_attempts_if_has_complete_shot_zones_last_20_games",
      CAST(SUM("mid_range_attempts") FILTER (
        WHERE "as_of" <= "last_20_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_mid_range_attempts_if_has_complete_shot_zones_last_20_games",
      CAST(SUM("three_pt_zone_attempts") FILTER (
        WHERE "as_of" <= "last_20_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_20_games",
      CAST(SUM("paint_makes") FILTER (
        WHERE "as_of" <= "last_20_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_paint_makes_if_has_complete_shot_zones_last_20_games",
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
      "population"."player_lookup",
      "population"."season_opening" AS "season_opening_2"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
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
  "coverage_each" AS (
    SELECT DISTINCT
      "team",
      "player_lookup",
      "season_opening_2"
    FROM "coverage_asked"
  ),
  -- Whose games are expected of whom, from when to when.
  "coverage_entities" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "played_stays"."side_1",
      "played_stays"."game_date" AS "since",
      "played_stays"."until"
    FROM "coverage_each" AS "coverage_entities"
    JOIN "played_ordered" AS "played_stays"
      ON "played_stays"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_stays"."game_date" >= "coverage_entities"."season_opening_2"
    UNION ALL
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "coverage_entities"."team" AS "side_1",
      DATE '0001-01-01' AS "since",
      COALESCE(MIN("played_stays"."game_date"), DATE '9999-12-31') AS "until"
    FROM "coverage_each" AS "coverage_entities"
    LEFT JOIN "played_ordered" AS "played_stays"
      ON "played_stays"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_stays"."game_date" >= "coverage_entities"."season_opening_2"
    GROUP BY
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "coverage_entities"."season_opening_2",
      "team_games_days"."game_date",
      "played_days"."game_date" IS NOT NULL AS "is_found",
      LEAD("team_games_days"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team",
          "coverage_entities"."player_lookup",
          "coverage_entities"."season_opening_2"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_10_until"
    FROM "coverage_entities"
    JOIN "team_games_days"
      ON "team_games_days"."team" = "coverage_entities"."side_1"
      AND "team_games_days"."game_date" >= "coverage_entities"."since"
      AND "team_games_days"."game_date" < "coverage_entities"."until"
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
      "coverage_asked"."season_opening_2",
      COUNT(*) AS "l10_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l10_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."player_lookup" = "coverage_asked"."player_lookup"
      AND "coverage_games"."season_opening_2" = "coverage_asked"."season_opening_2"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_asked"."as_of" <= "coverage_games"."last_10_until"
    GROUP BY
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      "coverage_asked"."player_lookup",
      "coverage_asked"."season_opening_2"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "played.player_lookup",
      "played_windows"."newest_universal_player_id_season_to_date",
      "population"."as_of",
      "roster_found"."position" AS "roster.position",
      "played_windows"."sum_paint_attempts_if_has_complete_shot_zones_last_10_games",
      "played_windows"."sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games",
      "played_windows"."sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games",
      "played_windows"."sum_paint_makes_if_has_complete_shot_zones_last_10_games",
      "played_windows"."sum_mid_range_makes_if_has_complete_shot_zones_last_10_games",
      "played_windows"."sum_three_pt_zone_makes_if_has_complete_shot_zones_last_10_games",
      COALESCE(
        "played_windows"."count_played_if_has_complete_shot_zones_last_10_games",
        0
      ) AS "count_played_if_has_complete_shot_zones_last_10_games",
      COALESCE("played_windows"."count_played_last_10_games", 0) AS "count_played_last_10_games",
      COALESCE("played_windows"."count_played_last_20_games", 0) AS "count_played_last_20_games",
      "played_windows"."sum_paint_attempts_if_has_complete_shot_zones_last_20_games",
      "played_windows"."sum_mid_range_attempts_if_has_complete_shot_zones_last_20_games",
      "played_windows"."sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_20_games",
      "played_windows"."sum_paint_makes_if_has_complete_shot_zones_last_20_games",
      "played_windows"."sum_assisted_fg_makes_last_10_games",
      "played_windows"."sum_unassisted_fg_makes_last_10_games",
      "population"."season_opening",
      COALESCE("coverage"."l10_expected", 0) AS "l10_expected",
      COALESCE("coverage"."l10_actual", 0) AS "l10_actual"
    FROM "population"
    LEFT JOIN "roster_found"
      ON "roster_found"."player_lookup" = "population"."player_lookup"
      AND "roster_found"."roster_date" < "population"."as_of"
      AND "roster_found"."roster_date" >= "population"."as_of" - 400
      AND "population"."as_of" <= "roster_found"."until"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of"
      AND "coverage"."team" = "played_windows"."newest_team_abbr_season_to_date"
      AND "coverage"."player_lookup" = "population"."player_lookup"
      AND "coverage"."season_opening_2" = "population"."season_opening"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END >= 90.0e0 AS "insufficient_data_reason.part",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END AS "completeness_percentage.part"
    FROM "inputs"
  ),
  "features_1" AS (
    SELECT
      *,
      "played.player_lookup" AS "player_lookup",
      "newest_universal_player_id_season_to_date" AS "universal_player_id",
      "as_of" AS "analysis_date",
      "roster.position" AS "player_position",
      "sum_paint_attempts_if_has_complete_shot_zones_last_10_games"
        + "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games"
        + "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games" AS "total_shots_last_10",
      CAST(ROUND(
        CAST(100 * "sum_paint_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "paint_rate_last_10",
      CAST(ROUND(
        CAST(100 * "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "mid_range_rate_last_10",
      CAST(ROUND(
        CAST(100 * "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games"
            + "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "three_pt_rate_last_10",
      CAST(ROUND(
        CAST("sum_paint_makes_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_10_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "paint_pct_last_10",
      CAST(ROUND(
        CAST("sum_mid_range_makes_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "mid_range_pct_last_10",
      CAST(ROUND(
        CAST("sum_three_pt_zone_makes_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "three_pt_pct_last_10",
      CAST(ROUND(
        CAST("sum_paint_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("count_played_if_has_complete_shot_zones_last_10_games", 0),
        1
      ) AS DECIMAL(4, 1)) AS "paint_attempts_per_game",
      CAST(ROUND(
        CAST("sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("count_played_if_has_complete_shot_zones_last_10_games", 0),
        1
      ) AS DECIMAL(4, 1)) AS "mid_range_attempts_per_game",
      CAST(ROUND(
        CAST("sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games" AS DOUBLE)
          / NULLIF("count_played_if_has_complete_shot_zones_last_10_games", 0),
        1
      ) AS DECIMAL(4, 1)) AS "three_pt_attempts_per_game",
      "count_played_last_10_games" AS "games_in_sample_10",
      CAST(ROUND(
        CASE
          WHEN "count_played_last_20_games" >= 15
            THEN CAST(100 * "sum_paint_attempts_if_has_complete_shot_zones_last_20_games" AS DOUBLE)
              / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_20_games"
                + "sum_mid_range_attempts_if_has_complete_shot_zones_last_20_games"
                + "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_20_games", 0)
        END,
        2
      ) AS DECIMAL(5, 2)) AS "paint_rate_last_20",
      CAST(ROUND(
        CASE
          WHEN "count_played_last_20_games" >= 15
            THEN CAST("sum_paint_makes_if_has_complete_shot_zones_last_20_games" AS DOUBLE)
              / NULLIF("sum_paint_attempts_if_has_complete_shot_zones_last_20_games", 0)
        END,
        3
      ) AS DECIMAL(5, 3)) AS "paint_pct_last_20",
      CASE
        WHEN "count_played_last_20_games" >= 15 THEN "count_played_last_20_games"
      END AS "games_in_sample_20",
      CASE
        WHEN "count_played_last_20_games" >= 15
          THEN CASE
            WHEN "count_played_last_20_games" >= 20 THEN 'excellent'
            WHEN "count_played_last_20_games" >= 14 THEN 'good'
            WHEN "count_played_last_20_games" >= 10 THEN 'limited'
            ELSE 'insufficient'
          END
      END AS "sample_quality_20",
      CAST(ROUND(
        CAST(100 * "sum_assisted_fg_makes_last_10_games" AS DOUBLE)
          / NULLIF("sum_assisted_fg_makes_last_10_games"
            + "sum_unassisted_fg_makes_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "assisted_rate_last_10",
      CAST(ROUND(
        CAST(100 * "sum_unassisted_fg_makes_last_10_games" AS DOUBLE)
          / NULLIF("sum_assisted_fg_makes_last_10_games"
            + "sum_unassisted_fg_makes_last_10_games", 0),
        2
      ) AS DECIMAL(5, 2)) AS "unassisted_rate_last_10",
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
      "insufficient_data_reason.part" AS "is_production_ready",
      LIST_FILTER([
        CASE WHEN NOT "insufficient_data_reason.part" THEN 'incomplete_upstream_data' END,
        CASE WHEN "l10_expected" = 0 THEN 'window_empty' END,
        CASE WHEN "as_of" - "season_opening" < 30 THEN 'early_season' END,
        CASE
          WHEN "count_played_if_has_complete_shot_zones_last_10_games" = 0
            THEN 'shot_zones_unavailable'
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
      'processed_successfully' AS "processing_decision_reason"
    FROM "shared"
  ),
  "features_2" AS (
    SELECT
      *,
      CASE
        WHEN "games_in_sample_10" >= 10 THEN 'excellent'
        WHEN "games_in_sample_10" >= 7 THEN 'good'
        WHEN "games_in_sample_10" >= 5 THEN 'limited'
        ELSE 'insufficient'
      END AS "sample_quality_10",
      CASE
        WHEN "paint_rate_last_10" IS NULL THEN NULL
        WHEN "paint_rate_last_10" >= 40 THEN 'paint'
        WHEN "three_pt_rate_last_10" >= 40 THEN 'perimeter'
        WHEN "mid_range_rate_last_10" >= 35 THEN 'mid_range'
        ELSE 'balanced'
      END AS "primary_scoring_zone",
      CASE
        WHEN "games_in_sample_10" >= 10 THEN 'high'
        WHEN "games_in_sample_10" >= 7 THEN 'medium'
        ELSE 'low'
      END AS "data_quality_tier",
      CASE
        WHEN COALESCE(
              CASE
                WHEN "count_played_if_has_complete_shot_zones_last_10_games" < "games_in_sample_10"
                  THEN 'shot zones are known in ' || CAST(
                    "count_played_if_has_complete_shot_zones_last_10_games" AS VARCHAR
                  ) || ' of '
                    || CAST("games_in_sample_10" AS VARCHAR) || ' games'
              END,
              CASE
                WHEN "sum_paint_attempts_if_has_complete_shot_zones_last_10_games" = 0
                  THEN 'no paint attempts'
              END,
              CASE
                WHEN "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games" = 0
                  THEN 'no mid-range attempts'
              END,
              CASE
                WHEN "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games" = 0
                  THEN 'no three-point attempts'
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            '; ',
            CASE
              WHEN "count_played_if_has_complete_shot_zones_last_10_games" < "games_in_sample_10"
                THEN 'shot zones are known in ' || CAST(
                  "count_played_if_has_complete_shot_zones_last_10_games" AS VARCHAR
                ) || ' of '
                  || CAST("games_in_sample_10" AS VARCHAR) || ' games'
            END,
            CASE
              WHEN "sum_paint_attempts_if_has_complete_shot_zones_last_10_games" = 0
                THEN 'no paint attempts'
            END,
            CASE
              WHEN "sum_mid_range_attempts_if_has_complete_shot_zones_last_10_games" = 0
                THEN 'no mid-range attempts'
            END,
            CASE
              WHEN "sum_three_pt_zone_attempts_if_has_complete_shot_zones_last_10_games" = 0
                THEN 'no three-point attempts'
            END
          )
      END AS "calculation_notes",
      CASE
        WHEN "games_in_sample_10" < 10 AND "l10_expected" < 10 THEN 1
        WHEN "games_in_sample_10" < 10 THEN 2
        WHEN NOT "insufficient_data_reason.part"
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
          THEN 3
      END AS "failure_rule"
    FROM "features_1"
  )
SELECT
  "player_lookup",
  "universal_player_id",
  "analysis_date",
  "paint_rate_last_10",
  "mid_range_rate_last_10",
  "three_pt_rate_last_10",
  "total_shots_last_10",
  "games_in_sample_10",
  "sample_quality_10",
  "paint_pct_last_10",
  "mid_range_pct_last_10",
  "three_pt_pct_last_10",
  "paint_attempts_per_game",
  "mid_range_attempts_per_game",
  "three_pt_attempts_per_game",
  "paint_rate_last_20",
  "paint_pct_last_20",
  "games_in_sample_20",
  "sample_quality_20",
  "assisted_rate_last_10",
  "unassisted_rate_last_10",
  "player_position",
  "primary_scoring_zone",
  "data_quality_tier",
  "calculation_notes",
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
  CASE "failure_rule"
    WHEN 1 THEN 'EXPECTED_INCOMPLETE'
    WHEN 2 THEN 'INCOMPLETE_UPSTREAM'
    WHEN 3 THEN 'INCOMPLETE_DATA'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 1 THEN 'fewer than ten games are expected yet'
    WHEN 2 THEN CAST("games_in_sample_10" AS VARCHAR) || ' games, and ten are the minimum'
    WHEN 3
      THEN CAST("l10_actual" AS VARCHAR) || ' of '
        || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 1 THEN FALSE
    WHEN 2 THEN TRUE
    WHEN 3 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule"
    WHEN 1 THEN "l10_expected"
    WHEN 2 THEN "l10_expected"
    WHEN 3 THEN "l10_expected"
  END AS "failure_expected",
  CASE "failure_rule"
    WHEN 1 THEN "games_in_sample_10"
    WHEN 2 THEN "games_in_sample_10"
    WHEN 3 THEN "l10_actual"
  END AS "failure_actual",
  CONCAT(
    'analysis_date=',
    CAST("analysis_date" AS VARCHAR),
    '|assisted_rate_last_10=',
    COALESCE(CAST("assisted_rate_last_10" AS VARCHAR), '∅'),
    '|calculation_notes=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("calculation_notes")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|data_quality_tier=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("data_quality_tier")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|games_in_sample_10=',
    COALESCE(CAST("games_in_sample_10" AS VARCHAR), '∅'),
    '|games_in_sample_20=',
    COALESCE(CAST("games_in_sample_20" AS VARCHAR), '∅'),
    '|mid_range_attempts_per_game=',
    COALESCE(CAST("mid_range_attempts_per_game" AS VARCHAR), '∅'),
    '|mid_range_pct_last_10=',
    COALESCE(CAST("mid_range_pct_last_10" AS VARCHAR), '∅'),
    '|mid_range_rate_last_10=',
    COALESCE(CAST("mid_range_rate_last_10" AS VARCHAR), '∅'),
    '|paint_attempts_per_game=',
    COALESCE(CAST("paint_attempts_per_game" AS VARCHAR), '∅'),
    '|paint_pct_last_10=',
    COALESCE(CAST("paint_pct_last_10" AS VARCHAR), '∅'),
    '|paint_pct_last_20=',
    COALESCE(CAST("paint_pct_last_20" AS VARCHAR), '∅'),
    '|paint_rate_last_10=',
    COALESCE(CAST("paint_rate_last_10" AS VARCHAR), '∅'),
    '|paint_rate_last_20=',
    COALESCE(CAST("paint_rate_last_20" AS VARCHAR), '∅'),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|player_position=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_position")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|primary_scoring_zone=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("primary_scoring_zone")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|sample_quality_10=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("sample_quality_10")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|sample_quality_20=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("sample_quality_20")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|three_pt_attempts_per_game=',
    COALESCE(CAST("three_pt_attempts_per_game" AS VARCHAR), '∅'),
    '|three_pt_pct_last_10=',
    COALESCE(CAST("three_pt_pct_last_10" AS VARCHAR), '∅'),
    '|three_pt_rate_last_10=',
    COALESCE(CAST("three_pt_rate_last_10" AS VARCHAR), '∅'),
    '|total_shots_last_10=',
    COALESCE(CAST("total_shots_last_10" AS VARCHAR), '∅'),
    '|unassisted_rate_last_10=',
    COALESCE(CAST("unassisted_rate_last_10" AS VARCHAR), '∅'),
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_2";
