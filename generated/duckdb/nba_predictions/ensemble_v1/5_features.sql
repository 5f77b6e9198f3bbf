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
  "moving_average" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."moving_average_baseline_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "zone_matchup" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."zone_matchup_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "similarity" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."similarity_balanced_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "xgboost" AS (
    SELECT
      ANY_VALUE("predicted_points") AS "predicted_points",
      "game_date",
      "player_lookup",
      ANY_VALUE("confidence_score") AS "confidence_score",
      ANY_VALUE("recommendation") AS "recommendation",
      COUNT(*) AS "matches"
    FROM "nba_predictions"."xgboost_v1"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "moving_average"."predicted_points" AS "moving_average.predicted_points",
      "moving_average"."confidence_score" AS "moving_average.confidence_score",
      "zone_matchup"."predicted_points" AS "zone_matchup.predicted_points",
      "zone_matchup"."confidence_score" AS "zone_matchup.confidence_score",
      "similarity"."predicted_points" AS "similarity.predicted_points",
      "similarity"."confidence_score" AS "similarity.confidence_score",
      "xgboost"."predicted_points" AS "xgboost.predicted_points",
      "xgboost"."confidence_score" AS "xgboost.confidence_score",
      "context"."current_points_line" AS "context.current_points_line",
      "population"."player_lookup" AS "vector.player_lookup",
      "population"."as_of",
      "population"."feature_quality_score" AS "vector.feature_quality_score",
      "population"."is_production_ready" AS "vector.is_production_ready",
      "moving_average"."recommendation" AS "moving_average.recommendation",
      "zone_matchup"."recommendation" AS "zone_matchup.recommendation",
      "similarity"."recommendation" AS "similarity.recommendation",
      "xgboost"."recommendation" AS "xgboost.recommendation",
      CASE
        WHEN "context"."matches" > 1
          THEN CAST("context"."matches" AS VARCHAR) || ' rows of context found, one at most may be'
        WHEN "moving_average"."matches" > 1
          THEN CAST(
            "moving_average"."matches" AS VARCHAR
          ) || ' rows of moving_average found, one at most may be'
        WHEN "zone_matchup"."matches" > 1
          THEN CAST(
            "zone_matchup"."matches" AS VARCHAR
          ) || ' rows of zone_matchup found, one at most may be'
        WHEN "similarity"."matches" > 1
          THEN CAST(
            "similarity"."matches" AS VARCHAR
          ) || ' rows of similarity found, one at most may be'
        WHEN "xgboost"."matches" > 1
          THEN CAST("xgboost"."matches" AS VARCHAR) || ' rows of xgboost found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "context"
      ON "context"."game_date" = "population"."as_of"
      AND "context"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "moving_average"
      ON "moving_average"."game_date" = "population"."as_of"
      AND "moving_average"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "zone_matchup"
      ON "zone_matchup"."game_date" = "population"."as_of"
      AND "zone_matchup"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "similarity"
      ON "similarity"."game_date" = "population"."as_of"
      AND "similarity"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "xgboost"
      ON "xgboost"."game_date" = "population"."as_of"
      AND "xgboost"."player_lookup" = "population"."player_lookup"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      CASE WHEN "moving_average.predicted_points" IS NOT NULL THEN 1 ELSE 0 END
        + CASE WHEN "zone_matchup.predicted_points" IS NOT NULL THEN 1 ELSE 0 END
        + CASE WHEN "similarity.predicted_points" IS NOT NULL THEN 1 ELSE 0 END
        + CASE WHEN "xgboost.predicted_points" IS NOT NULL THEN 1 ELSE 0 END AS "mean_points.part"
    FROM "inputs"
  ),
  "features_1" AS (
    SELECT
      *,
      (
        COALESCE(
          "moving_average.predicted_points"
            * ROUND(CAST("moving_average.confidence_score" AS DOUBLE) * 100, 4),
          0
        )
          + COALESCE(
            "zone_matchup.predicted_points"
              * ROUND(CAST("zone_matchup.confidence_score" AS DOUBLE) * 100, 4),
            0
          )
          + COALESCE(
            "similarity.predicted_points"
              * ROUND(CAST("similarity.confidence_score" AS DOUBLE) * 100, 4),
            0
          )
          + COALESCE(
            "xgboost.predicted_points" * ROUND(CAST("xgboost.confidence_score" AS DOUBLE) * 100, 4),
            0
          )
      )
        / NULLIF(COALESCE(ROUND(CAST("moving_average.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(ROUND(CAST("zone_matchup.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(ROUND(CAST("similarity.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(
            ROUND(CAST("xgboost.confidence_score" AS DOUBLE) * 100, 4),
            0
          ), 0) AS "weighted_points",
      (
        COALESCE(CAST("moving_average.predicted_points" AS DOUBLE), 0)
          + COALESCE(CAST("zone_matchup.predicted_points" AS DOUBLE), 0)
          + COALESCE(CAST("similarity.predicted_points" AS DOUBLE), 0)
          + COALESCE(CAST("xgboost.predicted_points" AS DOUBLE), 0)
      )
        / NULLIF("mean_points.part", 0) AS "mean_points",
      CAST(
        CASE
          WHEN "zone_matchup.predicted_points" IS NULL
              OR "moving_average.predicted_points" < "zone_matchup.predicted_points"
            THEN "moving_average.predicted_points"
          ELSE "zone_matchup.predicted_points"
        END AS DOUBLE
      ) AS "lowest_of_averages",
      CAST(
        CASE
          WHEN "xgboost.predicted_points" IS NULL
              OR "similarity.predicted_points" < "xgboost.predicted_points"
            THEN "similarity.predicted_points"
          ELSE "xgboost.predicted_points"
        END AS DOUBLE
      ) AS "lowest_of_models",
      CAST(
        CASE
          WHEN "zone_matchup.predicted_points" IS NULL
              OR "moving_average.predicted_points" > "zone_matchup.predicted_points"
            THEN "moving_average.predicted_points"
          ELSE "zone_matchup.predicted_points"
        END AS DOUBLE
      ) AS "highest_of_averages",
      CAST(
        CASE
          WHEN "xgboost.predicted_points" IS NULL
              OR "similarity.predicted_points" > "xgboost.predicted_points"
            THEN "similarity.predicted_points"
          ELSE "xgboost.predicted_points"
        END AS DOUBLE
      ) AS "highest_of_models",
      "context.current_points_line" AS "current_points_line",
      "vector.player_lookup" AS "player_lookup",
      "as_of" AS "game_date",
      CAST("mean_points.part" AS BIGINT) AS "contributing_systems",
      CAST(NULL AS DECIMAL(5, 1)) AS "similarity_baseline",
      CAST(NULL AS DECIMAL(5, 2)) AS "fatigue_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "shot_zone_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "referee_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "look_ahead_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "pace_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "usage_spike_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "home_away_adjustment",
      CAST(NULL AS DECIMAL(5, 2)) AS "other_adjustments",
      CAST(NULL AS BIGINT) AS "similar_games_count",
      CAST(NULL AS DECIMAL(5, 2)) AS "avg_similarity_score",
      CAST(NULL AS DECIMAL(5, 2)) AS "min_similarity_score",
      CAST(NULL AS VARCHAR) AS "ml_model_id"
    FROM "shared"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      CASE
        WHEN (
              CASE WHEN "moving_average.recommendation" = 'OVER' THEN 1 ELSE 0 END
                + CASE WHEN "zone_matchup.recommendation" = 'OVER' THEN 1 ELSE 0 END
                + CASE WHEN "similarity.recommendation" = 'OVER' THEN 1 ELSE 0 END
                + CASE WHEN "xgboost.recommendation" = 'OVER' THEN 1 ELSE 0 END
            ) * 2
              > "mean_points.part"
          THEN 'OVER'
        WHEN (
              CASE WHEN "moving_average.recommendation" = 'UNDER' THEN 1 ELSE 0 END
                + CASE WHEN "zone_matchup.recommendation" = 'UNDER' THEN 1 ELSE 0 END
                + CASE WHEN "similarity.recommendation" = 'UNDER' THEN 1 ELSE 0 END
                + CASE WHEN "xgboost.recommendation" = 'UNDER' THEN 1 ELSE 0 END
            ) * 2
              > "mean_points.part"
          THEN 'UNDER'
      END AS "warnings.part"
    FROM "features_1"
  ),
  -- What the features of the next table say more than once.
  "shared_3" AS (
    SELECT
      *,
      (
        COALESCE(
          ("moving_average.predicted_points" - "mean_points")
            * ("moving_average.predicted_points" - "mean_points"),
          0
        )
          + COALESCE(
            ("zone_matchup.predicted_points" - "mean_points")
              * ("zone_matchup.predicted_points" - "mean_points"),
            0
          )
          + COALESCE(
            ("similarity.predicted_points" - "mean_points")
              * ("similarity.predicted_points" - "mean_points"),
            0
          )
          + COALESCE(
            ("xgboost.predicted_points" - "mean_points")
              * ("xgboost.predicted_points" - "mean_points"),
            0
          )
      )
        / NULLIF("mean_points.part", 0) AS "deviation_of_systems.part",
      '"' || CASE
        WHEN "warnings.part" = 'OVER' AND "weighted_points" < "context.current_points_line"
            OR "warnings.part" = 'UNDER' AND "weighted_points" > "context.current_points_line"
          THEN 'majority_against_edge'
      END || '"' AS "warnings.part_2"
    FROM "shared_2"
  ),
  "features_2" AS (
    SELECT
      *,
      CASE
        WHEN "deviation_of_systems.part" >= 0 THEN SQRT("deviation_of_systems.part")
      END AS "deviation_of_systems",
      CAST(ROUND(
        CASE WHEN "weighted_points" IS NOT NULL THEN GREATEST(0, LEAST("weighted_points", 60)) END,
        6
      ) AS DECIMAL(8, 6)) AS "predicted_points",
      '[' || COALESCE(
        CASE
          WHEN COALESCE(
                '"' || CASE WHEN "context.current_points_line" IS NULL THEN 'no_line' END || '"',
                '"' || CASE
                  WHEN "vector.feature_quality_score" < 70 THEN 'quality_below_70'
                END || '"',
                '"' || CASE
                  WHEN NOT COALESCE("vector.is_production_ready", FALSE) THEN 'inputs_incomplete'
                END || '"',
                "warnings.part_2"
              ) IS NOT NULL
            THEN CONCAT_WS(
              ', ',
              '"' || CASE WHEN "context.current_points_line" IS NULL THEN 'no_line' END || '"',
              '"' || CASE
                WHEN "vector.feature_quality_score" < 70 THEN 'quality_below_70'
              END || '"',
              '"' || CASE
                WHEN NOT COALESCE("vector.is_production_ready", FALSE) THEN 'inputs_incomplete'
              END || '"',
              "warnings.part_2"
            )
        END,
        ''
      ) || ']' AS "warnings",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN "mean_points.part" < 2 THEN 1
        WHEN "weighted_points" IS NULL THEN 2
      END AS "failure_rule"
    FROM "shared_3"
  ),
  -- What the features of the next table say more than once.
  "shared_4" AS (
    SELECT
      *,
      (
        COALESCE(ROUND(CAST("moving_average.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(ROUND(CAST("zone_matchup.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(ROUND(CAST("similarity.confidence_score" AS DOUBLE) * 100, 4), 0)
          + COALESCE(ROUND(CAST("xgboost.confidence_score" AS DOUBLE) * 100, 4), 0)
      )
        / NULLIF("mean_points.part", 0)
        + CASE
          WHEN "deviation_of_systems" < 2 THEN 10
          WHEN "deviation_of_systems" < 3 THEN 5
          WHEN "deviation_of_systems" < 6 THEN -5
          ELSE -10
        END
        + CASE WHEN "mean_points.part" = 4 THEN 5 ELSE 0 END AS "confidence_percent.part"
    FROM "features_2"
  ),
  "features_3" AS (
    SELECT
      *,
      CASE
        WHEN "confidence_percent.part" IS NOT NULL
          THEN GREATEST(20, LEAST("confidence_percent.part", 95))
      END AS "confidence_percent",
      ROUND(CAST("predicted_points" AS DOUBLE) - "current_points_line", 6) AS "edge",
      '{' || CONCAT_WS(
        ', ',
        '"mean": ' || COALESCE(
          CAST(CAST(ROUND("mean_points", 2) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"min": ' || COALESCE(
          CAST(CAST(ROUND(
            CASE
              WHEN "lowest_of_models" IS NULL OR "lowest_of_averages" < "lowest_of_models"
                THEN "lowest_of_averages"
              ELSE "lowest_of_models"
            END,
            2
          ) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"max": ' || COALESCE(
          CAST(CAST(ROUND(
            CASE
              WHEN "highest_of_models" IS NULL OR "highest_of_averages" > "highest_of_models"
                THEN "highest_of_averages"
              ELSE "highest_of_models"
            END,
            2
          ) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"range": ' || COALESCE(
          CAST(CAST(ROUND(
            CASE
              WHEN "highest_of_models" IS NULL OR "highest_of_averages" > "highest_of_models"
                THEN "highest_of_averages"
              ELSE "highest_of_models"
            END
              - CASE
                WHEN "lowest_of_models" IS NULL OR "lowest_of_averages" < "lowest_of_models"
                  THEN "lowest_of_averages"
                ELSE "lowest_of_models"
              END,
            2
          ) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"deviation": ' || COALESCE(
          CAST(CAST(ROUND("deviation_of_systems", 2) AS DECIMAL(18, 2)) AS VARCHAR),
          'null'
        ),
        '"over": ' || COALESCE(
          CAST(
            CASE WHEN "moving_average.recommendation" = 'OVER' THEN 1 ELSE 0 END
              + CASE WHEN "zone_matchup.recommendation" = 'OVER' THEN 1 ELSE 0 END
              + CASE WHEN "similarity.recommendation" = 'OVER' THEN 1 ELSE 0 END
              + CASE WHEN "xgboost.recommendation" = 'OVER' THEN 1 ELSE 0 END AS VARCHAR
          ),
          'null'
        ),
        '"under": ' || COALESCE(
          CAST(
            CASE WHEN "moving_average.recommendation" = 'UNDER' THEN 1 ELSE 0 END
              + CASE WHEN "zone_matchup.recommendation" = 'UNDER' THEN 1 ELSE 0 END
              + CASE WHEN "similarity.recommendation" = 'UNDER' THEN 1 ELSE 0 END
              + CASE WHEN "xgboost.recommendation" = 'UNDER' THEN 1 ELSE 0 END AS VARCHAR
          ),
          'null'
        )
      ) || '}' AS "key_factors",
      CAST(ROUND(
        "deviation_of_systems" * "deviation_of_systems",
        2
      ) AS DECIMAL(5, 2)) AS "prediction_variance",
      CAST(ROUND(
        CASE
          WHEN "deviation_of_systems" < 2 THEN 95.0e0
          WHEN "deviation_of_systems" < 3 THEN 85.0e0
          WHEN "deviation_of_systems" < 6 THEN 70.0e0
          ELSE CASE
            WHEN 100 - 5 * "deviation_of_systems" IS NOT NULL
              THEN GREATEST(50, LEAST(100 - 5 * "deviation_of_systems", 100))
          END
        END,
        2
      ) AS DECIMAL(5, 2)) AS "system_agreement_score"
    FROM "shared_4"
  ),
  "features_4" AS (
    SELECT
      *,
      CAST(ROUND("confidence_percent" / 100, 6) AS DECIMAL(7, 6)) AS "confidence_score",
      CASE
        WHEN "edge" IS NULL OR "edge" = 0 THEN 'PASS'
        WHEN ABS("edge") >= 1.5e0 AND "confidence_percent" >= 65
          THEN COALESCE("warnings.part", CASE WHEN "edge" > 0 THEN 'OVER' ELSE 'UNDER' END)
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
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'MISSING_UPSTREAM'
    WHEN 2 THEN 'INSUFFICIENT_DATA'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1
      THEN CAST("mean_points.part" AS VARCHAR) || ' of 4 systems predict, and two are the minimum'
    WHEN 2 THEN 'no system that predicts has any confidence'
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 0 THEN FALSE
    WHEN 1 THEN TRUE
    WHEN 2 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule" WHEN 1 THEN CAST(2 AS BIGINT) END AS "failure_expected",
  CASE "failure_rule" WHEN 1 THEN CAST("mean_points.part" AS BIGINT) END AS "failure_actual",
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
