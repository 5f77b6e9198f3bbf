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
      "played"."player_lookup",
      "played"."team_abbr",
      "played"."game_date"
    FROM "played_asked"
    JOIN "played"
      ON "played"."player_lookup" = "played_asked"."player_lookup"
      AND "played"."game_date" < "played_asked"."as_of"
      AND "played"."game_date" >= "played_asked"."season_opening"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
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
      "shot_zones"."is_production_ready" AS "shot_zones.is_production_ready",
      "defense"."is_production_ready" AS "defense.is_production_ready",
      "population"."is_production_ready" AS "context.is_production_ready",
      "team_context"."is_production_ready" AS "team_context.is_production_ready",
      "population"."season_opening",
      COALESCE("coverage"."l10_expected", 0) AS "l10_expected",
      COALESCE("coverage"."l10_actual", 0) AS "l10_actual",
      "defense"."weakest_zone" AS "defense.weakest_zone",
      CASE
        WHEN "team_context"."matches" > 1
          THEN CAST(
            "team_context"."matches" AS VARCHAR
          ) || ' rows of team_context found, one at most may be'
        WHEN "shot_zones"."matches" > 1
          THEN CAST(
            "shot_zones"."matches" AS VARCHAR
          ) || ' rows of shot_zones found, one at most may be'
        WHEN "defense"."matches" > 1
          THEN CAST("defense"."matches" AS VARCHAR) || ' rows of defense found, one at most may be'
      END AS "lookup_failure"
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
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of"
      AND "coverage"."team" = "played_windows"."newest_team_abbr_season_to_date"
      AND "coverage"."player_lookup" = "population"."player_lookup"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      COALESCE(
        CAST(
          CASE
            WHEN "shot_zones.primary_scoring_zone" = 'perimeter'
              THEN "defense.three_pt_defense_vs_league_avg"
            WHEN "shot_zones.primary_scoring_zone" = 'mid_range'
              THEN "defense.mid_range_defense_vs_league_avg"
            ELSE "defense.paint_defense_vs_league_avg"
          END AS DOUBLE
        ),
        0
      )
        * CASE
          WHEN COALESCE(
                CAST(
                  CASE
                    WHEN "shot_zones.primary_scoring_zone" = 'perimeter'
                      THEN "shot_zones.three_pt_rate_last_10"
                    WHEN "shot_zones.primary_scoring_zone" = 'mid_range'
                      THEN "shot_zones.mid_range_rate_last_10"
                    ELSE "shot_zones.paint_rate_last_10"
                  END AS DOUBLE
                ),
                50
              ) / 50 > 1
            THEN 1.0e0
          ELSE COALESCE(
            CAST(
              CASE
                WHEN "shot_zones.primary_scoring_zone" = 'perimeter'
                  THEN "shot_zones.three_pt_rate_last_10"
                WHEN "shot_zones.primary_scoring_zone" = 'mid_range'
                  THEN "shot_zones.mid_range_rate_last_10"
                ELSE "shot_zones.paint_rate_last_10"
              END AS DOUBLE
            ),
            50
          ) / 50
        END AS "shot_zone_mismatch_exact.part"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      CASE
        WHEN ABS("shot_zone_mismatch_exact.part") > 5 THEN "shot_zone_mismatch_exact.part" * 1.2e0
        ELSE "shot_zone_mismatch_exact.part"
      END AS "shot_zone_mismatch_exact.part_2",
      CASE
        WHEN COALESCE(CAST("context.avg_usage_rate_last_7_games" AS DOUBLE), 25) = 0 THEN 0.0e0
        ELSE (
          COALESCE(CAST("context.projected_usage_rate" AS DOUBLE), 25)
            - COALESCE(CAST("context.avg_usage_rate_last_7_games" AS DOUBLE), 25)
        ) * 0.3e0
      END AS "usage_spike_exact.part"
    FROM "shared"
  ),
  "features_1" AS (
    SELECT
      *,
      "context.player_lookup" AS "player_lookup",
      "context.universal_player_id" AS "universal_player_id",
      "as_of" AS "game_date",
      "context.game_id" AS "game_id",
      "as_of" AS "analysis_date",
      CAST(GREATEST(
        0,
        LEAST(
          100 + CASE
            WHEN COALESCE("context.back_to_back", FALSE) THEN -15
            WHEN COALESCE("context.days_rest", 1) >= 3 THEN 5
            ELSE 0
          END
            + (
              CASE WHEN COALESCE("context.games_in_last_7_days", 3) >= 4 THEN -10 ELSE 0 END
                + CASE
                  WHEN COALESCE("context.minutes_in_last_7_days", 200) > 240 THEN -10
                  ELSE 0
                END
                + CASE
                  WHEN COALESCE(CAST("context.avg_minutes_per_game_last_7" AS DOUBLE), 30) > 35
                    THEN -8
                  ELSE 0
                END
            )
            + CASE
              WHEN COALESCE("context.back_to_backs_last_14_days", 0) >= 2 THEN -12
              WHEN COALESCE("context.back_to_backs_last_14_days", 0) = 1 THEN -5
              ELSE 0
            END
            + CASE
              WHEN COALESCE("context.player_age", 25) >= 35 THEN -10
              WHEN COALESCE("context.player_age", 25) >= 30 THEN -5
              ELSE 0
            END,
          100
        )
      ) AS BIGINT) AS "fatigue_score",
      CASE
        WHEN "shot_zones.player_lookup" IS NOT NULL AND "defense.team_abbr" IS NOT NULL
          THEN CASE
            WHEN "shot_zone_mismatch_exact.part_2" IS NOT NULL
              THEN GREATEST(-10, LEAST("shot_zone_mismatch_exact.part_2", 10))
          END
        ELSE 0.0e0
      END AS "shot_zone_mismatch_exact",
      COALESCE(
        CASE
          WHEN CAST("context.pace_differential" AS DOUBLE) / 2 IS NOT NULL
            THEN GREATEST(-3, LEAST(CAST("context.pace_differential" AS DOUBLE) / 2, 3))
        END,
        0
      ) AS "pace_exact",
      GREATEST(
        -3,
        LEAST(
          CASE
            WHEN "usage_spike_exact.part" > 0 AND COALESCE("context.star_teammates_out", 0) >= 2
              THEN "usage_spike_exact.part" * 1.3e0
            WHEN "usage_spike_exact.part" > 0 AND COALESCE("context.star_teammates_out", 0) = 1
              THEN "usage_spike_exact.part" * 1.15e0
            ELSE "usage_spike_exact.part"
          END,
          3
        )
      ) AS "usage_spike_exact",
      CAST(0 AS DECIMAL(3, 1)) AS "referee_favorability_score",
      CAST(0 AS DECIMAL(3, 1)) AS "look_ahead_pressure_score",
      CAST(0 AS DECIMAL(3, 1)) AS "travel_impact_score",
      CAST(0 AS DECIMAL(3, 1)) AS "opponent_strength_score",
      'v1_4factors' AS "calculation_version",
      CAST(
        20 * (
          CASE WHEN "context.days_rest" IS NOT NULL THEN 1 ELSE 0 END
            + CASE WHEN "context.projected_usage_rate" IS NOT NULL THEN 1 ELSE 0 END
            + CASE WHEN "context.pace_differential" IS NOT NULL THEN 1 ELSE 0 END
            + CASE WHEN "shot_zones.player_lookup" IS NOT NULL THEN 1 ELSE 0 END
            + CASE WHEN "defense.team_abbr" IS NOT NULL THEN 1 ELSE 0 END
        ) AS DECIMAL(5, 2)
      ) AS "data_completeness_pct",
      CASE
        WHEN COALESCE(
              CASE WHEN NOT "context.days_rest" IS NOT NULL THEN 'days_rest' END,
              CASE
                WHEN NOT "context.projected_usage_rate" IS NOT NULL THEN 'projected_usage_rate'
              END,
              CASE WHEN NOT "context.pace_differential" IS NOT NULL THEN 'pace_differential' END,
              CASE WHEN NOT "shot_zones.player_lookup" IS NOT NULL THEN 'player_shot_zone' END,
              CASE WHEN NOT "defense.team_abbr" IS NOT NULL THEN 'team_defense_zone' END
            ) IS NOT NULL
          THEN CONCAT_WS(
            ', ',
            CASE WHEN NOT "context.days_rest" IS NOT NULL THEN 'days_rest' END,
            CASE
              WHEN NOT "context.projected_usage_rate" IS NOT NULL THEN 'projected_usage_rate'
            END,
            CASE WHEN NOT "context.pace_differential" IS NOT NULL THEN 'pace_differential' END,
            CASE WHEN NOT "shot_zones.player_lookup" IS NOT NULL THEN 'player_shot_zone' END,
            CASE WHEN NOT "defense.team_abbr" IS NOT NULL THEN 'team_defense_zone' END
          )
      END AS "missing_data_fields",
      COALESCE("shot_zones.is_production_ready", FALSE) AS "upstream_player_shot_ready",
      COALESCE("defense.is_production_ready", FALSE) AS "upstream_team_defense_ready",
      COALESCE("context.is_production_ready", FALSE) AS "upstream_player_context_ready",
      COALESCE("team_context.is_production_ready", FALSE) AS "upstream_team_context_ready",
      "as_of" - "season_opening" < 30 AS "early_season_flag",
      CASE
        WHEN CASE
              WHEN "l10_expected" = 0 THEN 100.0e0
              ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
            END >= 90.0e0
          THEN NULL
        ELSE CAST("l10_actual" AS VARCHAR) || ' of '
          || CAST("l10_expected" AS VARCHAR) || ' expected games are there'
      END AS "insufficient_data_reason",
      "l10_expected" AS "expected_games_count",
      "l10_actual" AS "actual_games_count",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END AS "completeness_percentage",
      "l10_expected" - "l10_actual" AS "missing_games_count",
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
      CASE WHEN "lookup_failure" IS NOT NULL THEN 0 END AS "failure_rule"
    FROM "shared_2"
  ),
  "features_2" AS (
    SELECT
      *,
      CAST("fatigue_score" - 100 AS DOUBLE) / 20 AS "fatigue_adjustment",
      CAST(ROUND("shot_zone_mismatch_exact", 1) AS DECIMAL(4, 1)) AS "shot_zone_mismatch_score",
      CAST(ROUND("pace_exact", 1) AS DECIMAL(3, 1)) AS "pace_score",
      CAST(ROUND("usage_spike_exact", 1) AS DECIMAL(3, 1)) AS "usage_spike_score",
      '{' || CONCAT_WS(
        ', ',
        '"days_rest": ' || COALESCE(CAST("context.days_rest" AS VARCHAR), 'null'),
        '"back_to_back": ' || COALESCE(CAST("context.back_to_back" AS VARCHAR), 'null'),
        '"games_last_7": ' || COALESCE(CAST("context.games_in_last_7_days" AS VARCHAR), 'null'),
        '"minutes_last_7": ' || COALESCE(CAST("context.minutes_in_last_7_days" AS VARCHAR), 'null'),
        '"avg_minutes_pg_last_7": ' || COALESCE(
          CAST("context.avg_minutes_per_game_last_7" AS VARCHAR),
          'null'
        ),
        '"back_to_backs_last_14": ' || COALESCE(
          CAST("context.back_to_backs_last_14_days" AS VARCHAR),
          'null'
        ),
        '"player_age": ' || COALESCE(CAST("context.player_age" AS VARCHAR), 'null'),
        '"final_score": ' || COALESCE(CAST("fatigue_score" AS VARCHAR), 'null')
      ) || '}' AS "fatigue_context_json",
      "upstream_player_shot_ready"
        AND "upstream_team_defense_ready"
        AND "upstream_player_context_ready"
        AND "upstream_team_context_ready" AS "all_upstreams_ready",
      LIST_FILTER([
        CASE
          WHEN NOT CASE
                WHEN "l10_expected" = 0 THEN 100.0e0
                ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
              END >= 90.0e0
            THEN 'own_data_incomplete'
        END,
        CASE WHEN NOT "upstream_player_shot_ready" THEN 'upstream_player_shot_incomplete' END,
        CASE WHEN NOT "upstream_team_defense_ready" THEN 'upstream_team_defense_incomplete' END,
        CASE WHEN NOT "upstream_player_context_ready" THEN 'upstream_player_context_incomplete' END,
        CASE WHEN NOT "upstream_team_context_ready" THEN 'upstream_team_context_incomplete' END
      ], lambda x: x IS NOT NULL) AS "data_quality_issues"
    FROM "features_1"
  ),
  "features_3" AS (
    SELECT
      *,
      CAST(ROUND(
        "fatigue_adjustment" + "shot_zone_mismatch_exact" + "pace_exact" + "usage_spike_exact",
        2
      ) AS DECIMAL(5, 2)) AS "total_composite_adjustment",
      CASE
        WHEN "shot_zones.player_lookup" IS NOT NULL AND "defense.team_abbr" IS NOT NULL
          THEN '{' || CONCAT_WS(
            ', ',
            '"player_primary_zone": ' || COALESCE(
              '"' || "shot_zones.primary_scoring_zone" || '"',
              'null'
            ),
            '"opponent_weak_zone": ' || COALESCE('"' || "defense.weakest_zone" || '"', 'null'),
            '"final_score": ' || COALESCE(CAST("shot_zone_mismatch_score" AS VARCHAR), 'null')
          ) || '}'
        ELSE '{' || CONCAT_WS(
          ', ',
          '"missing_data": ' || COALESCE(CAST(TRUE AS VARCHAR), 'null')
        ) || '}'
      END AS "shot_zone_context_json",
      '{' || CONCAT_WS(
        ', ',
        '"pace_differential": ' || COALESCE(CAST("context.pace_differential" AS VARCHAR), 'null'),
        '"final_score": ' || COALESCE(CAST("pace_score" AS VARCHAR), 'null')
      ) || '}' AS "pace_context_json",
      '{' || CONCAT_WS(
        ', ',
        '"projected_usage_rate": ' || COALESCE(
          CAST("context.projected_usage_rate" AS VARCHAR),
          'null'
        ),
        '"avg_usage_last_7": ' || COALESCE(
          CAST("context.avg_usage_rate_last_7_games" AS VARCHAR),
          'null'
        ),
        '"usage_differential": ' || COALESCE(
          CAST(CAST(ROUND(
            CAST("context.projected_usage_rate" AS DOUBLE) - "context.avg_usage_rate_last_7_games",
            2
          ) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"star_teammates_out": ' || COALESCE(CAST("context.star_teammates_out" AS VARCHAR), 'null'),
        '"final_score": ' || COALESCE(CAST("usage_spike_score" AS VARCHAR), 'null')
      ) || '}' AS "usage_context_json",
      CASE
          WHEN "l10_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
        END >= 90.0e0
        AND "all_upstreams_ready" AS "is_production_ready"
    FROM "features_2"
  ),
  "features_4" AS (
    SELECT
      *,
      "fatigue_score" < 50
        OR ABS(CAST("shot_zone_mismatch_score" AS DOUBLE)) > 8
        OR ABS(CAST("total_composite_adjustment" AS DOUBLE)) > 12 AS "has_warnings",
      CASE
        WHEN COALESCE(
              CASE WHEN "fatigue_score" < 50 THEN 'EXTREME_FATIGUE' END,
              CASE
                WHEN ABS(CAST("shot_zone_mismatch_score" AS DOUBLE)) > 8 THEN 'EXTREME_MATCHUP'
              END,
              CASE
                WHEN ABS(CAST("total_composite_adjustment" AS DOUBLE)) > 12
                  THEN 'EXTREME_ADJUSTMENT'
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            '; ',
            CASE WHEN "fatigue_score" < 50 THEN 'EXTREME_FATIGUE' END,
            CASE
              WHEN ABS(CAST("shot_zone_mismatch_score" AS DOUBLE)) > 8 THEN 'EXTREME_MATCHUP'
            END,
            CASE
              WHEN ABS(CAST("total_composite_adjustment" AS DOUBLE)) > 12 THEN 'EXTREME_ADJUSTMENT'
            END
          )
      END AS "warning_details"
    FROM "features_3"
  )
SELECT
  "player_lookup",
  "universal_player_id",
  "game_date",
  "game_id",
  "analysis_date",
  "fatigue_score",
  "shot_zone_mismatch_score",
  "pace_score",
  "usage_spike_score",
  "referee_favorability_score",
  "look_ahead_pressure_score",
  "travel_impact_score",
  "opponent_strength_score",
  "total_composite_adjustment",
  "fatigue_context_json",
  "shot_zone_context_json",
  "pace_context_json",
  "usage_context_json",
  "calculation_version",
  "data_completeness_pct",
  "missing_data_fields",
  "has_warnings",
  "warning_details",
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
  "upstream_player_shot_ready",
  "upstream_team_defense_ready",
  "upstream_player_context_ready",
  "upstream_team_context_ready",
  "all_upstreams_ready",
  CASE "failure_rule" WHEN 0 THEN 'PROCESSING_ERROR' END AS "failure_category",
  CASE "failure_rule" WHEN 0 THEN "lookup_failure" END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE END AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'analysis_date=',
    COALESCE(CAST("analysis_date" AS VARCHAR), '∅'),
    '|calculation_version=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("calculation_version")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|data_completeness_pct=',
    CAST("data_completeness_pct" AS VARCHAR),
    '|fatigue_context_json=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("fatigue_context_json")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|fatigue_score=',
    CAST("fatigue_score" AS VARCHAR),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|has_warnings=',
    CASE WHEN "has_warnings" THEN 't' WHEN NOT "has_warnings" THEN 'f' END,
    '|look_ahead_pressure_score=',
    CAST("look_ahead_pressure_score" AS VARCHAR),
    '|missing_data_fields=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("missing_data_fields")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|opponent_strength_score=',
    CAST("opponent_strength_score" AS VARCHAR),
    '|pace_context_json=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("pace_context_json")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|pace_score=',
    CAST("pace_score" AS VARCHAR),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|referee_favorability_score=',
    CAST("referee_favorability_score" AS VARCHAR),
    '|shot_zone_context_json=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("shot_zone_context_json")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|shot_zone_mismatch_score=',
    CAST("shot_zone_mismatch_score" AS VARCHAR),
    '|total_composite_adjustment=',
    CAST("total_composite_adjustment" AS VARCHAR),
    '|travel_impact_score=',
    CAST("travel_impact_score" AS VARCHAR),
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|usage_context_json=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("usage_context_json")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|usage_spike_score=',
    CAST("usage_spike_score" AS VARCHAR),
    '|warning_details=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("warning_details")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_4";
