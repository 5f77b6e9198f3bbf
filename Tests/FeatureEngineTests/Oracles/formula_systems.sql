-- Moving average, zone matchup and the tree model's formula, over the stored vectors by position.
WITH v AS (
  SELECT
    m.player_lookup, m.game_date, m.feature_quality_score AS quality,
    CAST(c.current_points_line AS DOUBLE) AS line,
    features[1] AS l5, features[2] AS l10, features[3] AS season, features[4] AS sd,
    features[5] AS games, features[6] AS fresh, features[7] AS mismatch, features[8] AS pace,
    features[9] AS usage, features[14] AS rating, features[16] AS home, features[17] AS b2b,
    [features[19], features[20], features[21], features[22]] AS shares,
    p.minutes_avg_last_10 AS minutes, p.usage_rate_last_10 AS usage_rate
  FROM nba_predictions.ml_feature_store_v2 AS m
  JOIN nba_analytics.upcoming_player_game_context AS c
    ON c.player_lookup = m.player_lookup AND c.game_date = m.game_date
  LEFT JOIN nba_precompute.player_daily_cache AS p
    ON p.player_lookup = m.player_lookup AND p.cache_date = m.game_date
),
steady AS (
  SELECT
    *,
    least(80, greatest(20,
      50 + CASE WHEN sd > 6 THEN -15 WHEN sd > 4 THEN -8 ELSE 0 END
      + CASE WHEN games >= 3 THEN 10 WHEN games = 2 THEN 5 ELSE -10 END)) AS steadiness
  FROM v
),
forecasts AS (
  SELECT
    player_lookup, game_date, line, 'moving_average_baseline_v1' AS system_id,
    0.5 * l5 + 0.3 * l10 + 0.2 * season AS base,
    CASE WHEN fresh < 50 THEN -2.5 WHEN fresh < 70 THEN -1 ELSE 0 END AS fatigue,
    0.3 * mismatch AS zone, 0.3 * pace AS pace, 0.4 * usage AS usage,
    CASE home WHEN 1 THEN 0.5 ELSE -0.5 END AS venue, CASE b2b WHEN 1 THEN -1.5 ELSE 0 END AS other,
    steadiness AS confidence, 2.0 AS margin, true AS is_above_margin, 46 AS least_confidence
  FROM steady
  UNION ALL
  SELECT
    player_lookup, game_date, line, 'zone_matchup_v1', season,
    CASE WHEN fresh < 50 THEN -1.5 WHEN fresh < 70 THEN -0.8 ELSE 0 END,
    list_sum(
      list_transform(
        list_zip(shares, [1.2, 1.0, 1.1, 0.8]),
        lambda z: greatest(-3, least(3, z[2] * 0.3 * (rating - 110)))
          * CASE WHEN z[1] >= 0.4 THEN 1 WHEN z[1] >= 0.2 THEN 0.7 ELSE 0.4 END)),
    0.4 * pace, NULL, CASE home WHEN 1 THEN 0.8 ELSE -0.8 END, NULL, steadiness, 2.0, true, 46
  FROM steady
  UNION ALL
  SELECT
    player_lookup, game_date, line, 'xgboost_v1', 0.35 * l5 + 0.40 * l10 + 0.25 * season,
    CASE WHEN fresh < 50 THEN -2.5 WHEN fresh < 70 THEN -1 WHEN fresh > 85 THEN 0.5 ELSE 0 END,
    0.35 * mismatch, pace * CASE WHEN usage_rate > 28 THEN 0.12 ELSE 0.08 END, 0.25 * usage,
    CASE home WHEN 1 THEN 1.0 ELSE -0.6 END,
    CASE WHEN rating < 108 THEN -1.5 WHEN rating > 118 THEN 1.0 ELSE 0 END
    + CASE b2b WHEN 1 THEN -2.2 ELSE 0 END
    + CASE WHEN minutes > 36 THEN 0.8 WHEN minutes < 25 THEN -1.2 ELSE 0 END
    + CASE WHEN 100 * shares[1] > 45 AND rating > 115 THEN 0.8
        WHEN 100 * shares[3] > 40 AND rating < 110 THEN -0.5 ELSE 0 END,
    70
    + CASE WHEN quality >= 90 THEN 10 WHEN quality >= 80 THEN 7 WHEN quality >= 70 THEN 5
        WHEN quality >= 60 THEN 2 ELSE 0 END
    + CASE WHEN sd < 4 THEN 10 WHEN sd < 6 THEN 7 WHEN sd < 8 THEN 5 ELSE 2 END,
    1.5, false, 60
  FROM steady
),
bounded AS (
  SELECT
    *,
    round(
      greatest(0, least(60,
        base + fatigue + zone + pace + coalesce(usage, 0) + venue + coalesce(other, 0))),
      CASE system_id WHEN 'xgboost_v1' THEN 2 ELSE 6 END) AS points
  FROM forecasts
)
SELECT
  player_lookup, game_date, system_id, points AS predicted_points,
  confidence / 100 AS confidence_score, line AS current_points_line,
  CASE
    WHEN line IS NULL OR confidence < least_confidence THEN 'PASS'
    WHEN round(abs(points - line), 6) < margin
      OR (is_above_margin AND round(abs(points - line), 6) = margin) THEN 'PASS'
    WHEN points > line THEN 'OVER' ELSE 'UNDER' END AS recommendation,
  round(fatigue, 2) AS fatigue_adjustment, round(zone, 2) AS shot_zone_adjustment,
  round(pace, 2) AS pace_adjustment, round(usage, 2) AS usage_spike_adjustment,
  round(venue, 2) AS home_away_adjustment, round(other, 2) AS other_adjustments
FROM bounded
