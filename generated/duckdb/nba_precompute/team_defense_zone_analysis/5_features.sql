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
  ),
  -- A row is among the newest n up to the day last_n_until.
  "games_ordered" AS (
    SELECT
      "games".*,
      LEAD("games"."game_date", 15, DATE '9999-12-31') OVER (
        PARTITION BY "games"."defending_team_abbr"
        ORDER BY "games"."game_date"
      ) AS "last_15_until"
    FROM "games"
  ),
  -- What can be seen of games from each as-of day.
  "games_seen" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "games_ordered"."defending_team_abbr",
      "games_ordered"."game_date",
      "games_ordered"."opp_paint_makes",
      "games_ordered"."has_complete_shot_zones",
      "games_ordered"."opp_paint_attempts",
      "games_ordered"."points_in_paint_allowed",
      "games_ordered"."blocks_paint",
      "games_ordered"."opp_mid_range_makes",
      "games_ordered"."opp_mid_range_attempts",
      "games_ordered"."blocks_mid_range",
      "games_ordered"."opp_three_pt_zone_makes",
      "games_ordered"."opp_three_pt_zone_attempts",
      "games_ordered"."blocks_three_pt",
      "games_ordered"."defensive_rating",
      "games_ordered"."points_allowed",
      "games_ordered"."opponent_pace",
      "games_ordered"."last_15_until"
    FROM "days"
    JOIN "games_ordered"
      ON "games_ordered"."game_date" < "days"."as_of"
      AND "games_ordered"."game_date" >= "days"."season_opening"
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT DISTINCT
      "as_of",
      "season_opening",
      "defending_team_abbr"
    FROM "games_seen"
  ),
  "games_windows" AS (
    SELECT
      "as_of",
      "defending_team_abbr",
      CAST(SUM("opp_paint_makes") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_paint_makes_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_paint_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_paint_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("opp_paint_attempts") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_opp_paint_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("points_in_paint_allowed") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("points_in_paint_allowed") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_points_in_paint_allowed_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("blocks_paint") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("blocks_paint") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_blocks_paint_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_paint_makes") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_paint_makes_if_has_complete_shot_zones_last_30_days",
      CAST(SUM("opp_paint_attempts") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_paint_attempts_if_has_complete_shot_zones_last_30_days",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 30) AS "count_games_last_30_days",
      CAST(SUM("opp_mid_range_makes") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_mid_range_makes_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_mid_range_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_mid_range_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("opp_mid_range_attempts") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("blocks_mid_range") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("blocks_mid_range") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_blocks_mid_range_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_mid_range_makes") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_mid_range_makes_if_has_complete_shot_zones_last_30_days",
      CAST(SUM("opp_mid_range_attempts") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_30_days",
      CAST(SUM("opp_three_pt_zone_makes") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_three_pt_zone_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_three_pt_zone_attempts") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("opp_three_pt_zone_attempts") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("blocks_three_pt") FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS DOUBLE)
        / COUNT("blocks_three_pt") FILTER (
          WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
        ) AS "mean_blocks_three_pt_if_has_complete_shot_zones_last_15_games",
      CAST(SUM("opp_three_pt_zone_makes") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_30_days",
      CAST(SUM("opp_three_pt_zone_attempts") FILTER (
        WHERE "game_date" >= "as_of" - 30 AND "has_complete_shot_zones"
      ) AS BIGINT) AS "sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_30_days",
      CAST(SUM("defensive_rating") FILTER (WHERE "as_of" <= "last_15_until") * 100 AS DOUBLE)
        / (
          COUNT("defensive_rating") FILTER (WHERE "as_of" <= "last_15_until") * 100
        ) AS "mean_defensive_rating_last_15_games",
      CAST(SUM("points_allowed") FILTER (WHERE "as_of" <= "last_15_until") AS DOUBLE)
        / COUNT("points_allowed") FILTER (
          WHERE "as_of" <= "last_15_until"
        ) AS "mean_points_allowed_last_15_games",
      CAST(SUM("opponent_pace") FILTER (WHERE "as_of" <= "last_15_until") * 10 AS DOUBLE)
        / (
          COUNT("opponent_pace") FILTER (WHERE "as_of" <= "last_15_until") * 10
        ) AS "mean_opponent_pace_last_15_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_15_until") AS "count_games_last_15_games",
      COUNT(*) FILTER (
        WHERE "as_of" <= "last_15_until" AND "has_complete_shot_zones"
      ) AS "count_games_if_has_complete_shot_zones_last_15_games"
    FROM "games_seen"
    GROUP BY "as_of", "defending_team_abbr"
  ),
  -- Means over all entities, as of the same day.
  "games_league" AS (
    SELECT
      "as_of",
      CASE
        WHEN COUNT(
              CAST("sum_opp_paint_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_paint_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10) >= 10
          THEN SUM(
            CAST("sum_opp_paint_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
              / NULLIF("sum_opp_paint_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ORDER BY "defending_team_abbr"
          ) FILTER (WHERE "count_games_last_30_days" >= 10)
            / COUNT(
              CAST("sum_opp_paint_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_paint_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10)
        ELSE 0.58e0
      END AS "paint_defense_vs_league_avg_league",
      CASE
        WHEN COUNT(
              CAST("sum_opp_mid_range_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10) >= 10
          THEN SUM(
            CAST("sum_opp_mid_range_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
              / NULLIF("sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ORDER BY "defending_team_abbr"
          ) FILTER (WHERE "count_games_last_30_days" >= 10)
            / COUNT(
              CAST("sum_opp_mid_range_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10)
        ELSE 0.41e0
      END AS "mid_range_defense_vs_league_avg_league",
      CASE
        WHEN COUNT(
              CAST("sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10) >= 10
          THEN SUM(
            CAST("sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
              / NULLIF("sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ORDER BY "defending_team_abbr"
          ) FILTER (WHERE "count_games_last_30_days" >= 10)
            / COUNT(
              CAST("sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_30_days" AS DOUBLE)
                / NULLIF("sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_30_days", 0)
            ) FILTER (WHERE "count_games_last_30_days" >= 10)
        ELSE 0.355e0
      END AS "three_pt_defense_vs_league_avg_league"
    FROM "games_windows"
    GROUP BY "as_of"
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
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."defending_team_abbr" AS "team"
    FROM "population"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team"
    FROM "coverage_asked"
  ),
  "team_games_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "team_games"
  ),
  "games_days" AS (
    SELECT DISTINCT
      "defending_team_abbr",
      "game_date"
    FROM "games"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "team_games_days"."game_date",
      "games_days"."game_date" IS NOT NULL AS "is_found",
      LEAD("team_games_days"."game_date", 15, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_15_until"
    FROM "coverage_entities"
    JOIN "team_games_days" ON "team_games_days"."team" = "coverage_entities"."team"
    LEFT JOIN "games_days"
      ON "games_days"."defending_team_abbr" = "coverage_entities"."team"
      AND "games_days"."game_date" = "team_games_days"."game_date"
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      COUNT(*) AS "l15_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l15_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_asked"."as_of" <= "coverage_games"."last_15_until"
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."defending_team_abbr" AS "games.defending_team_abbr",
      "population"."as_of",
      "games_windows"."sum_opp_paint_makes_if_has_complete_shot_zones_last_15_games",
      "games_windows"."sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_opp_paint_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_points_in_paint_allowed_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_blocks_paint_if_has_complete_shot_zones_last_15_games",
      COALESCE(
        "games_league"."paint_defense_vs_league_avg_league",
        0.58e0
      ) AS "paint_defense_vs_league_avg_league",
      "games_windows"."sum_opp_mid_range_makes_if_has_complete_shot_zones_last_15_games",
      "games_windows"."sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_blocks_mid_range_if_has_complete_shot_zones_last_15_games",
      COALESCE(
        "games_league"."mid_range_defense_vs_league_avg_league",
        0.41e0
      ) AS "mid_range_defense_vs_league_avg_league",
      "games_windows"."sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_15_games",
      "games_windows"."sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games",
      "games_windows"."mean_blocks_three_pt_if_has_complete_shot_zones_last_15_games",
      COALESCE(
        "games_league"."three_pt_defense_vs_league_avg_league",
        0.355e0
      ) AS "three_pt_defense_vs_league_avg_league",
      "games_windows"."mean_defensive_rating_last_15_games",
      "games_windows"."mean_points_allowed_last_15_games",
      "games_windows"."mean_opponent_pace_last_15_games",
      COALESCE("games_windows"."count_games_last_15_games", 0) AS "count_games_last_15_games",
      "population"."season_opening",
      COALESCE("coverage"."l15_expected", 0) AS "l15_expected",
      COALESCE("coverage"."l15_actual", 0) AS "l15_actual",
      COALESCE(
        "games_windows"."count_games_if_has_complete_shot_zones_last_15_games",
        0
      ) AS "count_games_if_has_complete_shot_zones_last_15_games"
    FROM "population"
    LEFT JOIN "games_windows"
      ON "games_windows"."as_of" = "population"."as_of"
      AND "games_windows"."defending_team_abbr" = "population"."defending_team_abbr"
    LEFT JOIN "games_league" ON "games_league"."as_of" = "population"."as_of"
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of"
      AND "coverage"."team" = "population"."defending_team_abbr"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      CASE
        WHEN "l15_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l15_actual" AS DOUBLE) / NULLIF("l15_expected", 0), 1)
      END >= 90.0e0 AS "insufficient_data_reason.part",
      CASE
        WHEN "l15_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l15_actual" AS DOUBLE) / NULLIF("l15_expected", 0), 1)
      END AS "completeness_percentage.part"
    FROM "inputs"
  ),
  "features_1" AS (
    SELECT
      *,
      "games.defending_team_abbr" AS "team_abbr",
      "as_of" AS "analysis_date",
      CAST(ROUND(
        CAST("sum_opp_paint_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
          / NULLIF("sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "paint_pct_allowed_last_15",
      CAST(ROUND(
        "mean_opp_paint_attempts_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(5, 1)) AS "paint_attempts_allowed_per_game",
      CAST(ROUND(
        "mean_points_in_paint_allowed_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(5, 1)) AS "paint_points_allowed_per_game",
      CAST(ROUND(
        "mean_blocks_paint_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(4, 1)) AS "paint_blocks_per_game",
      CAST(ROUND(
        (
          CAST("sum_opp_paint_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
            / NULLIF("sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games", 0)
            - "paint_defense_vs_league_avg_league"
        ) * 100,
        2
      ) AS DECIMAL(5, 2)) AS "paint_defense_vs_league_avg",
      CAST(ROUND(
        CAST("sum_opp_mid_range_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
          / NULLIF("sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "mid_range_pct_allowed_last_15",
      CAST(ROUND(
        "mean_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(5, 1)) AS "mid_range_attempts_allowed_per_game",
      CAST(ROUND(
        "mean_blocks_mid_range_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(4, 1)) AS "mid_range_blocks_per_game",
      CAST(ROUND(
        (
          CAST("sum_opp_mid_range_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
            / NULLIF("sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games", 0)
            - "mid_range_defense_vs_league_avg_league"
        ) * 100,
        2
      ) AS DECIMAL(5, 2)) AS "mid_range_defense_vs_league_avg",
      CAST(ROUND(
        CAST("sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
          / NULLIF("sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games", 0),
        3
      ) AS DECIMAL(5, 3)) AS "three_pt_pct_allowed_last_15",
      CAST(ROUND(
        "mean_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(5, 1)) AS "three_pt_attempts_allowed_per_game",
      CAST(ROUND(
        "mean_blocks_three_pt_if_has_complete_shot_zones_last_15_games",
        1
      ) AS DECIMAL(4, 1)) AS "three_pt_blocks_per_game",
      CAST(ROUND(
        (
          CAST("sum_opp_three_pt_zone_makes_if_has_complete_shot_zones_last_15_games" AS DOUBLE)
            / NULLIF("sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games", 0)
            - "three_pt_defense_vs_league_avg_league"
        ) * 100,
        2
      ) AS DECIMAL(5, 2)) AS "three_pt_defense_vs_league_avg",
      CAST(ROUND(
        "mean_defensive_rating_last_15_games",
        2
      ) AS DECIMAL(6, 2)) AS "defensive_rating_last_15",
      CAST(ROUND(
        "mean_points_allowed_last_15_games",
        1
      ) AS DECIMAL(5, 1)) AS "opponent_points_per_game",
      CAST(ROUND("mean_opponent_pace_last_15_games", 1) AS DECIMAL(5, 1)) AS "opponent_pace",
      "count_games_last_15_games" AS "games_in_sample",
      "as_of" - "season_opening" < 30 AS "early_season_flag",
      CASE
        WHEN "insufficient_data_reason.part" THEN NULL
        ELSE CAST("l15_actual" AS VARCHAR) || ' of '
          || CAST("l15_expected" AS VARCHAR) || ' expected games are there'
      END AS "insufficient_data_reason",
      "l15_expected" AS "expected_games_count",
      "l15_actual" AS "actual_games_count",
      "completeness_percentage.part" AS "completeness_percentage",
      "l15_expected" - "l15_actual" AS "missing_games_count",
      "insufficient_data_reason.part" AS "is_production_ready",
      LIST_FILTER([
        CASE WHEN NOT "insufficient_data_reason.part" THEN 'incomplete_upstream_data' END,
        CASE WHEN "l15_expected" = 0 THEN 'window_empty' END,
        CASE WHEN "as_of" - "season_opening" < 30 THEN 'early_season' END,
        CASE
          WHEN "count_games_if_has_complete_shot_zones_last_15_games" = 0
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
      CASE LEAST(
        "paint_defense_vs_league_avg",
        "mid_range_defense_vs_league_avg",
        "three_pt_defense_vs_league_avg"
      )
        WHEN "paint_defense_vs_league_avg" THEN 'paint'
        WHEN "mid_range_defense_vs_league_avg" THEN 'mid_range'
        WHEN "three_pt_defense_vs_league_avg" THEN 'perimeter'
      END AS "strongest_zone",
      CASE GREATEST(
        "paint_defense_vs_league_avg",
        "mid_range_defense_vs_league_avg",
        "three_pt_defense_vs_league_avg"
      )
        WHEN "paint_defense_vs_league_avg" THEN 'paint'
        WHEN "mid_range_defense_vs_league_avg" THEN 'mid_range'
        WHEN "three_pt_defense_vs_league_avg" THEN 'perimeter'
      END AS "weakest_zone",
      CASE
        WHEN "games_in_sample" >= 15 THEN 'high'
        WHEN "games_in_sample" >= 10 THEN 'medium'
        ELSE 'low'
      END AS "data_quality_tier",
      CASE
        WHEN COALESCE(
              CASE
                WHEN "count_games_if_has_complete_shot_zones_last_15_games" < "games_in_sample"
                  THEN 'shot zones are known in ' || CAST(
                    "count_games_if_has_complete_shot_zones_last_15_games" AS VARCHAR
                  ) || ' of '
                    || CAST("games_in_sample" AS VARCHAR) || ' games'
              END,
              CASE
                WHEN "sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games" = 0
                  THEN 'no paint attempts'
              END,
              CASE
                WHEN "sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games" = 0
                  THEN 'no mid-range attempts'
              END,
              CASE
                WHEN "sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games" = 0
                  THEN 'no three-point attempts'
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            '; ',
            CASE
              WHEN "count_games_if_has_complete_shot_zones_last_15_games" < "games_in_sample"
                THEN 'shot zones are known in ' || CAST(
                  "count_games_if_has_complete_shot_zones_last_15_games" AS VARCHAR
                ) || ' of '
                  || CAST("games_in_sample" AS VARCHAR) || ' games'
            END,
            CASE
              WHEN "sum_opp_paint_attempts_if_has_complete_shot_zones_last_15_games" = 0
                THEN 'no paint attempts'
            END,
            CASE
              WHEN "sum_opp_mid_range_attempts_if_has_complete_shot_zones_last_15_games" = 0
                THEN 'no mid-range attempts'
            END,
            CASE
              WHEN "sum_opp_three_pt_zone_attempts_if_has_complete_shot_zones_last_15_games" = 0
                THEN 'no three-point attempts'
            END
          )
      END AS "calculation_notes",
      CASE
        WHEN "games_in_sample" < 15 THEN 1
        WHEN NOT "insufficient_data_reason.part" AND NOT "as_of" - "season_opening" < 30 THEN 2
      END AS "failure_rule"
    FROM "features_1"
  )
SELECT
  "team_abbr",
  "analysis_date",
  "paint_pct_allowed_last_15",
  "paint_attempts_allowed_per_game",
  "paint_points_allowed_per_game",
  "paint_blocks_per_game",
  "paint_defense_vs_league_avg",
  "mid_range_pct_allowed_last_15",
  "mid_range_attempts_allowed_per_game",
  "mid_range_blocks_per_game",
  "mid_range_defense_vs_league_avg",
  "three_pt_pct_allowed_last_15",
  "three_pt_attempts_allowed_per_game",
  "three_pt_blocks_per_game",
  "three_pt_defense_vs_league_avg",
  "defensive_rating_last_15",
  "opponent_points_per_game",
  "opponent_pace",
  "games_in_sample",
  "strongest_zone",
  "weakest_zone",
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
    WHEN 1 THEN 'INSUFFICIENT_DATA'
    WHEN 2 THEN 'INCOMPLETE_DATA'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 1 THEN CAST("games_in_sample" AS VARCHAR) || ' games, and 15 are the minimum'
    WHEN 2
      THEN CAST("l15_actual" AS VARCHAR) || ' of '
        || CAST("l15_expected" AS VARCHAR) || ' expected games are there'
  END AS "failure_reason",
  CASE "failure_rule" WHEN 1 THEN TRUE WHEN 2 THEN TRUE END AS "failure_can_retry",
  CASE "failure_rule"
    WHEN 1 THEN CAST(15 AS BIGINT)
    WHEN 2 THEN "l15_expected"
  END AS "failure_expected",
  CASE "failure_rule"
    WHEN 1 THEN "games_in_sample"
    WHEN 2 THEN "l15_actual"
  END AS "failure_actual",
  CONCAT(
    'analysis_date=',
    CAST("analysis_date" AS VARCHAR),
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
    '|defensive_rating_last_15=',
    COALESCE(CAST("defensive_rating_last_15" AS VARCHAR), '∅'),
    '|games_in_sample=',
    COALESCE(CAST("games_in_sample" AS VARCHAR), '∅'),
    '|mid_range_attempts_allowed_per_game=',
    COALESCE(CAST("mid_range_attempts_allowed_per_game" AS VARCHAR), '∅'),
    '|mid_range_blocks_per_game=',
    COALESCE(CAST("mid_range_blocks_per_game" AS VARCHAR), '∅'),
    '|mid_range_defense_vs_league_avg=',
    COALESCE(CAST("mid_range_defense_vs_league_avg" AS VARCHAR), '∅'),
    '|mid_range_pct_allowed_last_15=',
    COALESCE(CAST("mid_range_pct_allowed_last_15" AS VARCHAR), '∅'),
    '|opponent_pace=',
    COALESCE(CAST("opponent_pace" AS VARCHAR), '∅'),
    '|opponent_points_per_game=',
    COALESCE(CAST("opponent_points_per_game" AS VARCHAR), '∅'),
    '|paint_attempts_allowed_per_game=',
    COALESCE(CAST("paint_attempts_allowed_per_game" AS VARCHAR), '∅'),
    '|paint_blocks_per_game=',
    COALESCE(CAST("paint_blocks_per_game" AS VARCHAR), '∅'),
    '|paint_defense_vs_league_avg=',
    COALESCE(CAST("paint_defense_vs_league_avg" AS VARCHAR), '∅'),
    '|paint_pct_allowed_last_15=',
    COALESCE(CAST("paint_pct_allowed_last_15" AS VARCHAR), '∅'),
    '|paint_points_allowed_per_game=',
    COALESCE(CAST("paint_points_allowed_per_game" AS VARCHAR), '∅'),
    '|strongest_zone=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("strongest_zone")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|three_pt_attempts_allowed_per_game=',
    COALESCE(CAST("three_pt_attempts_allowed_per_game" AS VARCHAR), '∅'),
    '|three_pt_blocks_per_game=',
    COALESCE(CAST("three_pt_blocks_per_game" AS VARCHAR), '∅'),
    '|three_pt_defense_vs_league_avg=',
    COALESCE(CAST("three_pt_defense_vs_league_avg" AS VARCHAR), '∅'),
    '|three_pt_pct_allowed_last_15=',
    COALESCE(CAST("three_pt_pct_allowed_last_15" AS VARCHAR), '∅'),
    '|weakest_zone=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("weakest_zone")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_2";
