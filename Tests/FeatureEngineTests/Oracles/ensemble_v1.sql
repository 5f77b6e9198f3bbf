-- Over the stored rows of the four systems, one under the other.
WITH votes AS (
  SELECT 1 AS place, player_lookup, game_date, predicted_points, confidence_score, recommendation
  FROM nba_predictions.moving_average_baseline_v1
  UNION ALL
  SELECT 2 AS place, player_lookup, game_date, predicted_points, confidence_score, recommendation
  FROM nba_predictions.zone_matchup_v1
  UNION ALL
  SELECT 3 AS place, player_lookup, game_date, predicted_points, confidence_score, recommendation
  FROM nba_predictions.similarity_balanced_v1
  UNION ALL
  SELECT 4 AS place, player_lookup, game_date, predicted_points, confidence_score, recommendation
  FROM nba_predictions.xgboost_v1
),
counted AS (
  SELECT
    v.player_lookup, v.game_date, any_value(CAST(c.current_points_line AS DOUBLE)) AS line,
    count(*) AS n, count(*) FILTER (recommendation = 'OVER') AS overs,
    count(*) FILTER (recommendation = 'UNDER') AS unders,
    -- Sums of decimals are exact; doubles are added in the order of the systems.
    list(
      CAST(predicted_points AS DOUBLE) * CAST(100 * confidence_score AS DOUBLE) ORDER BY place
    ) AS products,
    CAST(100 * sum(confidence_score) AS DOUBLE) AS weight,
    CAST(sum(predicted_points) AS DOUBLE) / count(*) AS mean,
    list(CAST(predicted_points AS DOUBLE) ORDER BY place) AS forecasts,
    100 * avg(confidence_score) AS mean_confidence
  FROM votes AS v
  JOIN nba_analytics.upcoming_player_game_context AS c USING (player_lookup, game_date)
  JOIN nba_predictions.ml_feature_store_v2 AS m USING (player_lookup, game_date)
  GROUP BY ALL
),
spread AS (
  SELECT
    *, list_reduce(products, lambda a, b: a + b) / weight AS weighted,
    sqrt(list_reduce([(p - mean) * (p - mean) FOR p IN forecasts], lambda a, b: a + b) / n) AS sd
  FROM counted
),
scored AS (
  SELECT
    *, round(least(60, greatest(0, weighted)), 6) AS points,
    least(95, greatest(20,
      mean_confidence
      + CASE WHEN sd < 2 THEN 10 WHEN sd < 3 THEN 5 WHEN sd < 6 THEN -5 ELSE -10 END
      + CASE n WHEN 4 THEN 5 ELSE 0 END)) AS confidence
  FROM spread
)
SELECT
  player_lookup, game_date, CASE WHEN n < 2 THEN 'MISSING_UPSTREAM' END AS failure_category,
  points AS predicted_points, round(confidence / 100, 6) AS confidence_score,
  line AS current_points_line,
  CASE
    WHEN line IS NULL OR points = line OR round(confidence, 6) < 65
      OR round(abs(points - line), 6) < 1.5 THEN 'PASS'
    WHEN 2 * overs > n THEN 'OVER' WHEN 2 * unders > n THEN 'UNDER'
    WHEN points > line THEN 'OVER' ELSE 'UNDER' END AS recommendation,
  round(sd * sd, 2) AS prediction_variance,
  round(
    CASE WHEN sd < 2 THEN 95 WHEN sd < 3 THEN 85 WHEN sd < 6 THEN 70
      ELSE greatest(50, 100 - 5 * sd) END, 2) AS system_agreement_score,
  n AS contributing_systems
FROM scored
