-- Over the stored tables upstream and the counts of stored_player_windows.sql. Every element of the
-- vector is a column here; the weights of its sources stand beside it.
WITH season AS (SELECT min(game_date) AS opening FROM nba_raw.nbac_schedule),
games AS (
  SELECT
    w.player_lookup, w.day, g.points, g.minutes_played, g.ft_makes, g.game_date,
    row_number() OVER (PARTITION BY w.player_lookup, w.day ORDER BY g.game_date DESC) AS nth
  FROM stored_player_windows AS w
  JOIN nba_analytics.player_game_summary AS g
    ON g.player_lookup = w.player_lookup AND g.game_date < w.day
      AND g.game_date >= (SELECT opening FROM season)
  WHERE g.is_active AND (g.minutes_played > 0 OR g.fg_attempts > 0 OR g.points > 0)
),
recent AS (
  SELECT
    player_lookup, day,
    count(*) FILTER (nth <= 10 AND near) AS n, avg(points) FILTER (nth <= 5 AND near) AS p5,
    avg(points) FILTER (nth <= 10 AND near) AS p10, avg(points) AS p_season,
    avg(points) FILTER (nth <= 2 AND near) - avg(points) FILTER (nth BETWEEN 3 AND 5 AND near)
      AS change,
    avg(minutes_played) FILTER (nth <= 10 AND near) AS m10, avg(minutes_played) AS m_season,
    sum(ft_makes) FILTER (nth <= 10 AND near) AS ft, sum(points) FILTER (nth <= 10 AND near) AS pts
  FROM (SELECT *, game_date >= day - 60 AS near FROM games) GROUP BY ALL
),
team_days AS (
  SELECT DISTINCT team_abbr, game_date AS day FROM nba_analytics.upcoming_player_game_context
),
team AS (
  SELECT t.team_abbr, t.day, count(*) AS n, count(*) FILTER (o.win_flag) AS wins
  FROM team_days AS t
  JOIN nba_analytics.team_offense_game_summary AS o
    ON o.team_abbr = t.team_abbr AND o.game_date < t.day
      AND o.game_date >= (SELECT opening FROM season)
  GROUP BY ALL
),
vals AS (
  SELECT
    c.*, w.days_in, w.l10, w.l10_there, w.l10_pct,
    coalesce(p.is_production_ready, false) AS cache_ready,
    coalesce(f.is_production_ready, false) AS factors_ready,
    coalesce(s.is_production_ready, false) AS shot_ready,
    coalesce(d.is_production_ready, false) AS defense_ready,
    CAST(p.points_avg_last_5 AS DOUBLE) AS v1, CASE WHEN r.n >= 5 THEN r.p5 END AS w1,
    CAST(p.points_avg_last_10 AS DOUBLE) AS v2, r.p10 AS w2,
    CAST(p.points_avg_season AS DOUBLE) AS v3, r.p_season AS w3,
    CAST(p.points_std_last_10 AS DOUBLE) AS v4, p.games_in_last_7_days AS v5,
    f.fatigue_score AS v6, CAST(f.shot_zone_mismatch_score AS DOUBLE) AS v7,
    CAST(f.pace_score AS DOUBLE) AS v8, CAST(f.usage_spike_score AS DOUBLE) AS v9,
    -- greatest and least skip NULLs.
    CASE WHEN c.days_rest IS NOT NULL AND c.opponent_days_rest IS NOT NULL
      THEN greatest(-2, least(2, c.days_rest - c.opponent_days_rest)) END AS v10,
    CASE
      WHEN c.player_status IN ('doubtful', 'out') THEN 3
      WHEN c.player_status = 'questionable' THEN 2 WHEN c.player_status = 'probable' THEN 1
      WHEN c.player_status = 'available' OR c.star_teammates_out IS NOT NULL THEN 0 END AS v11,
    CASE WHEN r.n >= 5 AND r.change IS NOT NULL THEN
      CASE WHEN r.change >= 5 THEN 2 WHEN r.change >= 2 THEN 1 WHEN r.change > -2 THEN 0
        WHEN r.change > -5 THEN -1 ELSE -2 END END AS v12,
    (coalesce(CAST(p.minutes_avg_last_10 AS DOUBLE), r.m10) - r.m_season) / nullif(r.m_season, 0)
      AS more,
    CAST(d.defensive_rating_last_15 AS DOUBLE) AS v14, CAST(d.opponent_pace AS DOUBLE) AS v15,
    CAST(c.home_game AS INTEGER) AS v16, CAST(c.back_to_back AS INTEGER) AS v17,
    CASE WHEN c.season_phase = 'playoffs' THEN 1 ELSE 0 END AS v18,
    coalesce(s.paint_rate_last_10, p.paint_rate_last_10) / 100.0 AS v19,
    s.mid_range_rate_last_10 / 100.0 AS v20,
    coalesce(s.three_pt_rate_last_10, p.three_pt_rate_last_10) / 100.0 AS v21,
    CASE WHEN r.n >= 5 AND r.pts > 0 THEN least(0.5, r.ft / r.pts) END AS v22,
    CAST(p.team_pace_last_10 AS DOUBLE) AS v23, CAST(p.team_off_rating_last_10 AS DOUBLE) AS v24,
    CASE WHEN t.n >= 5 THEN t.wins / t.n END AS v25
  FROM nba_analytics.upcoming_player_game_context AS c
  JOIN stored_player_windows AS w ON w.player_lookup = c.player_lookup AND w.day = c.game_date
  LEFT JOIN nba_precompute.player_daily_cache AS p
    ON p.player_lookup = c.player_lookup AND p.cache_date = c.game_date
  LEFT JOIN nba_precompute.player_composite_factors AS f
    ON f.player_lookup = c.player_lookup AND f.game_date = c.game_date
  LEFT JOIN nba_precompute.player_shot_zone_analysis AS s
    ON s.player_lookup = c.player_lookup AND s.analysis_date = c.game_date
  LEFT JOIN nba_precompute.team_defense_zone_analysis AS d
    ON d.team_abbr = c.opponent_team_abbr AND d.analysis_date = c.game_date
  LEFT JOIN recent AS r ON r.player_lookup = c.player_lookup AND r.day = c.game_date
  LEFT JOIN team AS t ON t.team_abbr = c.team_abbr AND t.day = c.game_date
  WHERE w.days_in >= 14
    AND c.game_date IN (SELECT cache_date FROM nba_precompute.player_daily_cache)
    AND c.game_date IN (SELECT game_date FROM nba_precompute.player_composite_factors)
    AND c.game_date IN (SELECT analysis_date FROM nba_precompute.player_shot_zone_analysis)
    AND c.game_date IN (SELECT analysis_date FROM nba_precompute.team_defense_zone_analysis)
),
steps AS (
  SELECT
    *,
    CASE WHEN more IS NOT NULL AND more <> -1 THEN
      CASE WHEN more >= 0.20 THEN 2 WHEN more >= 0.10 THEN 1 WHEN more > -0.10 THEN 0
        WHEN more > -0.20 THEN -1 ELSE -2 END END AS v13
  FROM vals
),
weights AS (
  SELECT
    *,
    -- phase4: 1 to 9, 14, 15, 19 to 21, 23, 24
    CAST(v1 IS NOT NULL AS INTEGER) + CAST(v2 IS NOT NULL AS INTEGER)
    + CAST(v3 IS NOT NULL AS INTEGER) + CAST(v4 IS NOT NULL AS INTEGER)
    + CAST(v5 IS NOT NULL AS INTEGER) + CAST(v6 IS NOT NULL AS INTEGER)
    + CAST(v7 IS NOT NULL AS INTEGER) + CAST(v8 IS NOT NULL AS INTEGER)
    + CAST(v9 IS NOT NULL AS INTEGER) + CAST(v14 IS NOT NULL AS INTEGER)
    + CAST(v15 IS NOT NULL AS INTEGER) + CAST(v19 IS NOT NULL AS INTEGER)
    + CAST(v20 IS NOT NULL AS INTEGER) + CAST(v21 IS NOT NULL AS INTEGER)
    + CAST(v23 IS NOT NULL AS INTEGER) + CAST(v24 IS NOT NULL AS INTEGER) AS from_phase4,
    CAST(v1 IS NULL AND w1 IS NOT NULL AS INTEGER) + CAST(v2 IS NULL AND w2 IS NOT NULL AS INTEGER)
    + CAST(v3 IS NULL AND w3 IS NOT NULL AS INTEGER) AS from_phase3,
    CAST(v10 IS NOT NULL AS INTEGER) + CAST(v11 IS NOT NULL AS INTEGER)
    + CAST(v12 IS NOT NULL AS INTEGER) + CAST(v13 IS NOT NULL AS INTEGER)
    + CAST(v22 IS NOT NULL AS INTEGER) + CAST(v25 IS NOT NULL AS INTEGER) AS computed
  FROM steps
),
scored AS (
  SELECT
    *, 22 - from_phase4 - from_phase3 - computed AS defaulted,
    (100 * (from_phase4 + computed) + 75 * (from_phase3 + 3)
      + 40 * (22 - from_phase4 - from_phase3 - computed)) / 25.0 AS plain,
    (100 * from_phase4 + 600 + 75 * (from_phase3 + 3) + 40 * (16 - from_phase4 - from_phase3))
      / 25.0 AS raw,
    (v1 IS NULL AND w1 IS NULL) OR (v2 IS NULL AND w2 IS NULL) OR (v3 IS NULL AND w3 IS NULL)
    OR v4 IS NULL OR v5 IS NULL OR v14 IS NULL OR v15 IS NULL OR v23 IS NULL OR v24 IS NULL
      AS lacks_needed
  FROM weights
)
SELECT
  player_lookup, game_date, universal_player_id, game_id,
  CASE
    WHEN l10_pct < 90 AND days_in >= 30 THEN 'INCOMPLETE_DATA'
    WHEN NOT (cache_ready AND factors_ready AND shot_ready AND defense_ready) AND days_in >= 30
      THEN 'INCOMPLETE_UPSTREAM' END AS failure_category,
  coalesce(v1, w1, 10) AS f1, coalesce(v2, w2, 10) AS f2, coalesce(v3, w3, 10) AS f3,
  coalesce(v4, 5) AS f4, coalesce(v5, 3) AS f5, coalesce(v6, 50) AS f6, coalesce(v7, 0) AS f7,
  coalesce(v8, 0) AS f8, coalesce(v9, 0) AS f9, coalesce(v10, 0) AS f10, coalesce(v11, 0) AS f11,
  coalesce(v12, 0) AS f12, coalesce(v13, 0) AS f13, coalesce(v14, 112) AS f14,
  coalesce(v15, 100) AS f15, coalesce(v16, 0) AS f16, coalesce(v17, 0) AS f17,
  coalesce(v18, 0) AS f18, coalesce(v19, 0.30) AS f19, coalesce(v20, 0.20) AS f20,
  coalesce(v21, 0.35) AS f21, coalesce(v22, 0.15) AS f22, coalesce(v23, 100) AS f23,
  coalesce(v24, 112) AS f24, coalesce(v25, 0.5) AS f25,
  25 AS feature_count, 'v1_baseline_25' AS feature_version,
  round(
    CASE WHEN defaulted >= 5 THEN least(plain, 49) WHEN lacks_needed THEN least(plain, 69)
      ELSE plain END, 2) AS feature_quality_score,
  round(raw, 2) AS feature_quality_score_raw, opponent_team_abbr, home_game AS is_home, days_rest,
  CASE WHEN from_phase4 >= 22.5 THEN 'phase4' WHEN from_phase4 >= 12.5 THEN 'phase4_partial'
    WHEN from_phase3 + 3 >= 12.5 THEN 'phase3' ELSE 'mixed' END AS data_source,
  l10 AS expected_games_count, l10_there AS actual_games_count,
  l10_pct AS completeness_percentage,
  l10_pct >= 90 AND cache_ready AND factors_ready AND shot_ready AND defense_ready
    AS is_production_ready
FROM scored
