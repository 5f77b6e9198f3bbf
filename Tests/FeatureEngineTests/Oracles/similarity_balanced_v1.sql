-- Over the stored vectors, contexts and player_game_settings, by joins and windows.
WITH target AS (
  SELECT
    m.player_lookup, m.game_date AS day, CAST(c.current_points_line AS DOUBLE) AS line,
    CASE WHEN features[14] < 110 THEN 1 WHEN features[14] < 115 THEN 2 ELSE 3 END AS tier,
    least(3, coalesce(m.days_rest - 1, 3)) AS rest, features[16] = 1 AS is_home,
    CASE WHEN round(features[1] - features[3], 6) >= 3 THEN 'hot'
      WHEN round(features[1] - features[3], 6) <= -3 THEN 'cold' ELSE 'normal' END AS form,
    round((features[6] - 70) * 0.015 + 0.4 * features[7] + 0.8 * features[8] + 0.8 * features[9]
      + CASE WHEN features[16] = 1 THEN 0.8 ELSE -0.5 END, 6) AS adjustment,
    features[6] AS fresh, features[7] AS mismatch, features[8] AS pace, features[9] AS usage
  FROM nba_predictions.ml_feature_store_v2 AS m
  JOIN nba_analytics.upcoming_player_game_context AS c USING (player_lookup, game_date)
),
games AS (
  SELECT
    t.player_lookup, t.day, g.game_date, g.points, g.home_game,
    CASE coalesce(g.opponent_tier, 'average') WHEN 'elite' THEN 1 WHEN 'average' THEN 2 ELSE 3 END
      AS tier
  FROM target AS t
  JOIN nba_precompute.player_game_settings AS g
    ON g.player_lookup = t.player_lookup AND g.game_date < t.day AND g.game_date >= t.day - 90
      AND g.game_date >= (SELECT min(game_date) FROM nba_raw.nbac_schedule)
  QUALIFY row_number() OVER (
    PARTITION BY t.player_lookup, t.day ORDER BY g.game_date DESC) <= 30
),
formed AS (
  SELECT
    *,
    least(3, coalesce(game_date - lag(game_date) OVER (
      PARTITION BY player_lookup, day ORDER BY game_date) - 1, 3)) AS rest,
    count(*) OVER earlier AS n, coalesce(sum(points) OVER earlier, 0) AS total,
    count(*) OVER five AS n5, coalesce(sum(points) OVER five, 0) AS total5
  FROM games
  WINDOW
    earlier AS (PARTITION BY player_lookup, day ORDER BY game_date
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    five AS (PARTITION BY player_lookup, day ORDER BY game_date
      ROWS BETWEEN 5 PRECEDING AND 1 PRECEDING)
),
scored AS (
  SELECT
    t.player_lookup, t.day, g.game_date, g.points,
    [40, 20, 0][1 + abs(t.tier - g.tier)] + [30, 15, 0, 0][1 + abs(t.rest - g.rest)]
    + CASE WHEN t.is_home = g.home_game THEN 15 ELSE 0 END
    + CASE WHEN t.form = CASE
          WHEN n < 3 THEN 'normal'
          WHEN total5 / n5 - total / n >= 3 THEN 'hot'
          WHEN total5 / n5 - total / n <= -3 THEN 'cold' ELSE 'normal' END
        THEN 15 ELSE 5 END AS score
  FROM target AS t JOIN formed AS g USING (player_lookup, day)
),
best AS (
  SELECT * FROM scored WHERE score >= 70
  QUALIFY row_number() OVER (
    PARTITION BY player_lookup, day ORDER BY score DESC, game_date DESC) <= 20
),
found AS (
  SELECT
    player_lookup, day, count(*) AS n, sum(points * score) / sum(score) AS baseline,
    avg(score) AS mean_score, min(score) AS least_score,
    -- Exact: points are whole, and the limits are met to the last bit.
    sqrt(CAST(count(*) * sum(points * points) - sum(points) * sum(points) AS DOUBLE)) / count(*) AS sd
  FROM best GROUP BY ALL
),
forecast AS (
  SELECT
    t.*, coalesce(n, 0) AS n, baseline, mean_score, least_score,
    round(greatest(0, least(60, baseline + round(adjustment, 2))), 2) AS points,
    greatest(0, least(100,
      50 + CASE WHEN n >= 15 THEN 20 WHEN n >= 10 THEN 15 WHEN n >= 7 THEN 10 ELSE -15 END
      + CASE WHEN mean_score >= 85 THEN 20 WHEN mean_score >= 75 THEN 15 ELSE 10 END
      + CASE WHEN sd < 4 THEN 15 WHEN sd < 6 THEN 8 WHEN sd < 8 THEN 3 ELSE -5 END)) AS confidence
  FROM target AS t LEFT JOIN found USING (player_lookup, day)
)
SELECT
  player_lookup, day AS game_date,
  CASE WHEN n < 5 THEN 'INSUFFICIENT_DATA' END AS failure_category,
  points AS predicted_points, confidence / 100 AS confidence_score, line AS current_points_line,
  CASE WHEN line IS NULL OR confidence < 65 OR round(abs(points - line), 6) < 2 THEN 'PASS'
    WHEN points > line THEN 'OVER' ELSE 'UNDER' END AS recommendation,
  round(baseline, 1) AS similarity_baseline,
  round((fresh - 70) * 0.015, 2) AS fatigue_adjustment,
  round(0.4 * mismatch, 2) AS shot_zone_adjustment, round(0.8 * pace, 2) AS pace_adjustment,
  round(0.8 * usage, 2) AS usage_spike_adjustment,
  CASE WHEN is_home THEN 0.8 ELSE -0.5 END AS home_away_adjustment, n AS similar_games_count,
  round(mean_score, 2) AS avg_similarity_score, least_score AS min_similarity_score
FROM forecast
