-- Over the stored contexts, zone analyses and the counts of stored_player_windows.sql. Days on which an
-- input has no row at all are left out.
WITH parts AS (
  SELECT
    c.*, w.days_in, w.l10, w.l10_there, w.l10_pct,
    s.player_lookup IS NOT NULL AS has_shot, d.team_abbr IS NOT NULL AS has_defense,
    coalesce(s.is_production_ready, false) AS shot_ready,
    coalesce(d.is_production_ready, false) AS defense_ready,
    coalesce(t.is_production_ready, false) AS team_ready, s.primary_scoring_zone, d.weakest_zone,
    coalesce(
      CASE s.primary_scoring_zone
        WHEN 'perimeter' THEN s.three_pt_rate_last_10
        WHEN 'mid_range' THEN s.mid_range_rate_last_10
        ELSE s.paint_rate_last_10 END, 50) AS zone_usage,
    coalesce(
      CASE s.primary_scoring_zone
        WHEN 'perimeter' THEN d.three_pt_defense_vs_league_avg
        WHEN 'mid_range' THEN d.mid_range_defense_vs_league_avg
        ELSE d.paint_defense_vs_league_avg END, 0) AS zone_defense
  FROM nba_analytics.upcoming_player_game_context AS c
  JOIN stored_player_windows AS w
    ON w.player_lookup = c.player_lookup AND w.day = c.game_date
  LEFT JOIN nba_precompute.player_shot_zone_analysis AS s
    ON s.player_lookup = c.player_lookup AND s.analysis_date = c.game_date
  LEFT JOIN nba_precompute.team_defense_zone_analysis AS d
    ON d.team_abbr = c.opponent_team_abbr AND d.analysis_date = c.game_date
  LEFT JOIN nba_analytics.upcoming_team_game_context AS t
    ON t.team_abbr = c.team_abbr AND t.game_date = c.game_date
  WHERE w.days_in >= 14
    AND c.game_date IN (SELECT analysis_date FROM nba_precompute.player_shot_zone_analysis)
    AND c.game_date IN (SELECT analysis_date FROM nba_precompute.team_defense_zone_analysis)
    AND c.game_date IN (SELECT game_date FROM nba_analytics.upcoming_team_game_context)
),
penalties AS (
  SELECT
    *,
    100
    - CASE WHEN back_to_back THEN 15 WHEN coalesce(days_rest, 1) >= 3 THEN -5 ELSE 0 END
    - CASE WHEN coalesce(games_in_last_7_days, 3) >= 4 THEN 10 ELSE 0 END
    - CASE WHEN coalesce(minutes_in_last_7_days, 200) > 240 THEN 10 ELSE 0 END
    - CASE WHEN coalesce(avg_minutes_per_game_last_7, 30) > 35 THEN 8 ELSE 0 END
    - CASE coalesce(back_to_backs_last_14_days, 0) WHEN 0 THEN 0 WHEN 1 THEN 5 ELSE 12 END
    - CASE WHEN player_age >= 35 THEN 10 WHEN player_age >= 30 THEN 5 ELSE 0 END AS fresh,
    CAST(zone_defense AS DOUBLE) * least(CAST(zone_usage AS DOUBLE) / 50, 1) AS raw_mismatch,
    (coalesce(CAST(projected_usage_rate AS DOUBLE), 25)
      - coalesce(CAST(avg_usage_rate_last_7_games AS DOUBLE), 25)) * 0.3 AS raw_usage
  FROM parts
),
scores AS (
  SELECT
    *, greatest(0, least(100, fresh)) AS score,
    CASE
      WHEN has_shot AND has_defense THEN
        greatest(
          -10,
          least(10, raw_mismatch * CASE WHEN abs(raw_mismatch) > 5 THEN 1.2 ELSE 1 END))
      ELSE 0 END AS mismatch,
    -- greatest and least skip NULLs.
    CASE WHEN pace_differential IS NULL THEN 0
      ELSE greatest(-3, least(3, CAST(pace_differential AS DOUBLE) / 2)) END AS pace,
    CASE
      WHEN avg_usage_rate_last_7_games = 0 THEN 0
      ELSE
        greatest(
          -3,
          least(
            3,
            raw_usage * CASE
              WHEN raw_usage <= 0 THEN 1.0
              WHEN star_teammates_out >= 2 THEN 1.3
              WHEN star_teammates_out = 1 THEN 1.15
              ELSE 1.0 END)) END AS usage
  FROM penalties
),
totals AS (
  SELECT
    *, round(mismatch, 1) AS mismatch_1,
    round((score - 100) / 20.0 + mismatch + pace + usage, 2) AS total,
    list_filter(
      [
        CASE WHEN days_rest IS NULL THEN 'days_rest' END,
        CASE WHEN projected_usage_rate IS NULL THEN 'projected_usage_rate' END,
        CASE WHEN pace_differential IS NULL THEN 'pace_differential' END,
        CASE WHEN NOT has_shot THEN 'player_shot_zone' END,
        CASE WHEN NOT has_defense THEN 'team_defense_zone' END
      ], lambda x: x IS NOT NULL) AS missing
  FROM scores
)
SELECT
  player_lookup, game_date, universal_player_id, game_id, game_date AS analysis_date,
  score AS fatigue_score, mismatch_1 AS shot_zone_mismatch_score, round(pace, 1) AS pace_score,
  round(usage, 1) AS usage_spike_score, 0 AS referee_favorability_score,
  0 AS look_ahead_pressure_score, 0 AS travel_impact_score, 0 AS opponent_strength_score,
  total AS total_composite_adjustment, 'v1_4factors' AS calculation_version,
  20 * (5 - len(missing)) AS data_completeness_pct,
  nullif(array_to_string(missing, ', '), '') AS missing_data_fields,
  score < 50 OR abs(mismatch_1) > 8 OR abs(total) > 12 AS has_warnings,
  nullif(
    array_to_string(
      list_filter(
        [
          CASE WHEN score < 50 THEN 'EXTREME_FATIGUE' END,
          CASE WHEN abs(mismatch_1) > 8 THEN 'EXTREME_MATCHUP' END,
          CASE WHEN abs(total) > 12 THEN 'EXTREME_ADJUSTMENT' END
        ], lambda x: x IS NOT NULL), '; '), '') AS warning_details,
  shot_ready AS upstream_player_shot_ready, defense_ready AS upstream_team_defense_ready,
  coalesce(is_production_ready, false) AS upstream_player_context_ready,
  team_ready AS upstream_team_context_ready,
  shot_ready AND defense_ready AND team_ready AND coalesce(is_production_ready, false)
    AS all_upstreams_ready,
  l10_pct >= 90 AND shot_ready AND defense_ready AND team_ready
    AND coalesce(is_production_ready, false) AS is_production_ready,
  l10 AS expected_games_count, l10_there AS actual_games_count,
  l10_pct AS completeness_percentage, l10 - l10_there AS missing_games_count,
  days_in < 30 AS early_season_flag
FROM totals
