WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "vector" AS (
    SELECT
      "game_date",
      "player_lookup",
      "features"[1] AS "features.points_avg_last_5",
      "features"[2] AS "features.points_avg_last_10",
      "features"[3] AS "features.points_avg_season",
      "features"[4] AS "features.points_std_last_10",
      "features"[5] AS "features.games_in_last_7_days",
      "features"[6] AS "features.fatigue_score",
      "features"[7] AS "features.shot_zone_mismatch_score",
      "features"[17] AS "features.back_to_back",
      "features"[8] AS "features.pace_score",
      "features"[16] AS "features.home_away",
      "features"[9] AS "features.usage_spike_score",
      "feature_quality_score",
      "is_production_ready"
    FROM "nba_predictions"."ml_feature_store_v2"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "vector"."game_date",
      "vector"."player_lookup",
      "vector"."features.points_avg_last_5",
      "vector"."features.points_avg_last_10",
      "vector"."features.points_avg_season",
      "vector"."features.points_std_last_10",
      "vector"."features.games_in_last_7_days",
      "vector"."features.fatigue_score",
      "vector"."features.shot_zone_mismatch_score",
      "vector"."features.back_to_back",
      "vector"."features.pace_score",
      "vector"."features.home_away",
      "vector"."features.usage_spike_score",
      "vector"."feature_quality_score",
      "vector"."is_production_ready"
    FROM "days"
    JOIN "vector" ON "vector"."game_date" = "days"."as_of"
  ),
  "context" AS (
    SELECT
      ANY_VALUE("current_points_line") AS "current_points_line",
      "game_date",
      "player_lookup",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."upcoming_player_game_context"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."features.points_avg_last_5" AS "vector.features.points_avg_last_5",
      "population"."features.points_avg_last_10" AS "vector.features.points_avg_last_10",
      "population"."features.points_avg_season" AS "vector.features.points_avg_season",
      "population"."features.points_std_last_10" AS "vector.features.points_std_last_10",
      "population"."features.games_in_last_7_days" AS "vector.features.games_in_last_7_days",
      "context"."current_points_line" AS "context.current_points_line",
      "population"."player_lookup" AS "vector.player_lookup",
      "population"."as_of",
      "population"."feature_quality_score" AS "vector.feature_quality_score",
      "population"."is_production_ready" AS "vector.is_production_ready",
      "population"."features.fatigue_score" AS "vector.features.fatigue_score",
      "population"."features.shot_zone_mismatch_score" AS "vector.features.shot_zone_mismatch_score",
      "population"."features.pace_score" AS "vector.features.pace_score",
      "population"."features.usage_spike_score" AS "vector.features.usage_spike_score",
      "population"."features.home_away" AS "vector.features.home_away",
      "population"."features.back_to_back" AS "vector.features.back_to_back",
      CASE
        WHEN "context"."matches" > 1
          THEN CAST("context"."matches" AS VARCHAR) || ' rows of context found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "context"
      ON "context"."game_date" = "population"."as_of"
      AND "context"."player_lookup" = "population"."player_lookup"
  ),
  "features_1" AS (
    SELECT
      *,
      0.5e0 * "vector.features.points_avg_last_5" + 0.3e0 * "vector.features.points_avg_last_10"
        + 0.2e0 * "vector.features.points_avg_season" AS "base",
      CAST(GREATEST(
        20,
        LEAST(
          50 + CASE
            WHEN "vector.features.points_std_last_10" > 6 THEN -15
            WHEN "vector.features.points_std_last_10" > 4 THEN -8
            ELSE 0
          END
            + CASE
              WHEN "vector.features.games_in_last_7_days" >= 3 THEN 10
              WHEN "vector.features.games_in_last_7_days" = 2 THEN 5
              ELSE -10
            END,
          80
        )
      ) AS DOUBLE) AS "confidence_percent",
      "context.current_points_line" AS "current_points_line",
      "vector.player_lookup" AS "player_lookup",
      "as_of" AS "game_date",
      '[' || COALESCE(
        CASE
          WHEN COALESCE(
                '"' || CASE WHEN "context.current_points_line" IS NULL THEN 'no_line' END || '"',
                '"' || CASE
                  WHEN "vector.feature_quality_score" < 70 THEN 'quality_below_70'
                END || '"',
                '"' || CASE
                  WHEN NOT COALESCE("vector.is_production_ready", FALSE) THEN 'inputs_incomplete'
                END || '"'
              ) IS NOT NULL
            THEN CONCAT_WS(
              ', ',
              '"' || CASE WHEN "context.current_points_line" IS NULL THEN 'no_line' END || '"',
              '"' || CASE
                WHEN "vector.feature_quality_score" < 70 THEN 'quality_below_70'
              END || '"',
              '"' || CASE
                WHEN NOT COALESCE("vector.is_production_ready", FALSE) THEN 'inputs_incomplete'
              END || '"'
            )
        END,
        ''
      ) || ']' AS "warnings",
      CAST(ROUND(
        CASE
          WHEN "vector.features.fatigue_score" < 50 THEN -2.5e0
          WHEN "vector.features.fatigue_score" < 70 THEN -1.0e0
          ELSE 0.0e0
        END,
        2
      ) AS DECIMAL(5, 2)) AS "fatigue_adjustment",
      CAST(ROUND(
        0.3e0 * "vector.features.shot_zone_mismatch_score",
        2
      ) AS DECIMAL(5, 2)) AS "shot_zone_adjustment",
      CAST(ROUND(0.3e0 * "vector.features.pace_score", 2) AS DECIMAL(5, 2)) AS "pace_adjustment",
      CAST(ROUND(
        0.4e0 * "vector.features.usage_spike_score",
        2
      ) AS DECIMAL(5, 2)) AS "usage_spike_adjustment",
      CAST(ROUND(
        CASE WHEN "vector.features.home_away" = 1 THEN 0.5e0 ELSE -0.5e0 END,
        2
      ) AS DECIMAL(5, 2)) AS "home_away_adjustment",
      CAST(ROUND(
        CASE WHEN "vector.features.back_to_back" = 1 THEN -1.5e0 ELSE 0.0e0 END,
        2
      ) AS DECIMAL(5, 2)) AS "other_adjustments",
      CAST(NULL AS DECIMAL(5, 1)) AS "similarity_baseline",
      CAST(NULL AS DECIMAL(5, 2)) AS "referee_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "look_ahead_adjustment",
      CAST(NULL AS BIGINT) AS "similar_games_count",
      CAST(NULL AS DECIMAL(5, 2)) AS "avg_similarity_score",
      CAST(NULL AS DECIMAL(5, 2)) AS "min_similarity_score",
      CAST(NULL AS VARCHAR) AS "ml_model_id",
      CAST(NULL AS DECIMAL(5, 2)) AS "prediction_variance",
      CAST(NULL AS DECIMAL(5, 2)) AS "system_agreement_score",
      CAST(NULL AS BIGINT) AS "contributing_systems",
      CASE WHEN "lookup_failure" IS NOT NULL THEN 0 END AS "failure_rule"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      "base"
        + CASE
          WHEN "vector.features.fatigue_score" < 50 THEN -2.5e0
          WHEN "vector.features.fatigue_score" < 70 THEN -1.0e0
          ELSE 0.0e0
        END
        + 0.3e0 * "vector.features.shot_zone_mismatch_score"
        + CASE WHEN "vector.features.back_to_back" = 1 THEN -1.5e0 ELSE 0.0e0 END
        + 0.3e0 * "vector.features.pace_score"
        + CASE WHEN "vector.features.home_away" = 1 THEN 0.5e0 ELSE -0.5e0 END
        + 0.4e0 * "vector.features.usage_spike_score" AS "predicted_points.part"
    FROM "features_1"
  ),
  "features_2" AS (
    SELECT
      *,
      CAST(ROUND(
        CASE
          WHEN "predicted_points.part" IS NOT NULL
            THEN GREATEST(0, LEAST("predicted_points.part", 60))
        END,
        6
      ) AS DECIMAL(8, 6)) AS "predicted_points",
      CAST(ROUND("confidence_percent" / 100, 6) AS DECIMAL(7, 6)) AS "confidence_score",
      '{' || CONCAT_WS(
        ', ',
        '"base": ' || COALESCE(CAST(CAST(ROUND("base", 2) AS DECIMAL(18, 2)) AS VARCHAR), 'null'),
        '"fatigue_score": ' || COALESCE(
          CAST(CAST(ROUND("vector.features.fatigue_score", 2) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"points_std_last_10": ' || COALESCE(
          CAST(CAST(ROUND("vector.features.points_std_last_10", 2) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"games_in_last_7_days": ' || COALESCE(
          CAST(CAST(ROUND("vector.features.games_in_last_7_days", 2) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        )
      ) || '}' AS "key_factors"
    FROM "shared"
  ),
  "features_3" AS (
    SELECT
      *,
      ROUND(CAST("predicted_points" AS DOUBLE) - "current_points_line", 6) AS "edge"
    FROM "features_2"
  ),
  "features_4" AS (
    SELECT
      *,
      CASE
        WHEN "edge" IS NULL OR "edge" = 0 THEN 'PASS'
        WHEN ABS("edge") > 2 AND "confidence_percent" > 45
          THEN CASE WHEN "edge" > 0 THEN 'OVER' ELSE 'UNDER' END
        ELSE 'PASS'
      END AS "recommendation"
    FROM "features_3"
  )
SELECT
  "player_lookup",
  "game_date",
  "predicted_points",
  "confidence_score",
  "recommendation",
  "current_points_line",
  "similarity_baseline",
  "fatigue_adjustment",
  "shot_zone_adjustment",
  "referee_adjustment",
  "look_ahead_adjustment",
  "pace_adjustment",
  "usage_spike_adjustment",
  "home_away_adjustment",
  "other_adjustments",
  "similar_games_count",
  "avg_similarity_score",
  "min_similarity_score",
  "ml_model_id",
  "prediction_variance",
  "system_agreement_score",
  "contributing_systems",
  "key_factors",
  "warnings",
  CASE "failure_rule" WHEN 0 THEN 'PROCESSING_ERROR' END AS "failure_category",
  CASE "failure_rule" WHEN 0 THEN "lookup_failure" END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE END AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'avg_similarity_score=',
    COALESCE(CAST("avg_similarity_score" AS VARCHAR), '∅'),
    '|confidence_score=',
    CAST("confidence_score" AS VARCHAR),
    '|contributing_systems=',
    COALESCE(CAST("contributing_systems" AS VARCHAR), '∅'),
    '|current_points_line=',
    COALESCE(CAST("current_points_line" AS VARCHAR), '∅'),
    '|fatigue_adjustment=',
    COALESCE(CAST("fatigue_adjustment" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|home_away_adjustment=',
    COALESCE(CAST("home_away_adjustment" AS VARCHAR), '∅'),
    '|key_factors=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("key_factors")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|look_ahead_adjustment=',
    COALESCE(CAST("look_ahead_adjustment" AS VARCHAR), '∅'),
    '|min_similarity_score=',
    COALESCE(CAST("min_similarity_score" AS VARCHAR), '∅'),
    '|ml_model_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("ml_model_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|other_adjustments=',
    COALESCE(CAST("other_adjustments" AS VARCHAR), '∅'),
    '|pace_adjustment=',
    COALESCE(CAST("pace_adjustment" AS VARCHAR), '∅'),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|predicted_points=',
    CAST("predicted_points" AS VARCHAR),
    '|prediction_variance=',
    COALESCE(CAST("prediction_variance" AS VARCHAR), '∅'),
    '|recommendation=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("recommendation")), '\', '\\'), '"', '\"') || '"',
    '|referee_adjustment=',
    COALESCE(CAST("referee_adjustment" AS VARCHAR), '∅'),
    '|shot_zone_adjustment=',
    COALESCE(CAST("shot_zone_adjustment" AS VARCHAR), '∅'),
    '|similar_games_count=',
    COALESCE(CAST("similar_games_count" AS VARCHAR), '∅'),
    '|similarity_baseline=',
    COALESCE(CAST("similarity_baseline" AS VARCHAR), '∅'),
    '|system_agreement_score=',
    COALESCE(CAST("system_agreement_score" AS VARCHAR), '∅'),
    '|usage_spike_adjustment=',
    COALESCE(CAST("usage_spike_adjustment" AS VARCHAR), '∅'),
    '|warnings=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("warnings")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_4";
