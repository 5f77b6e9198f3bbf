-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_predictions"."ml_feature_store_v2" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."features" IS NULL
        OR LEN("target"."features") <> 25
        OR "target"."features"[1] IS NULL
        OR NOT ISFINITE("target"."features"[1])
        OR "target"."features"[1] < 0.0e0
        OR "target"."features"[1] > 120.0e0
        OR "target"."features"[2] IS NULL
        OR NOT ISFINITE("target"."features"[2])
        OR "target"."features"[2] < 0.0e0
        OR "target"."features"[2] > 120.0e0
        OR "target"."features"[3] IS NULL
        OR NOT ISFINITE("target"."features"[3])
        OR "target"."features"[3] < 0.0e0
        OR "target"."features"[3] > 120.0e0
        OR "target"."features"[4] IS NULL
        OR NOT ISFINITE("target"."features"[4])
        OR "target"."features"[4] < 0.0e0
        OR "target"."features"[4] > 85.0e0
        OR "target"."features"[5] IS NULL
        OR NOT ISFINITE("target"."features"[5])
        OR "target"."features"[5] < 0.0e0
        OR "target"."features"[5] > 7.0e0
        OR "target"."features"[6] IS NULL
        OR NOT ISFINITE("target"."features"[6])
        OR "target"."features"[6] < 0.0e0
        OR "target"."features"[6] > 100.0e0
        OR "target"."features"[7] IS NULL
        OR NOT ISFINITE("target"."features"[7])
        OR "target"."features"[7] < -10.0e0
        OR "target"."features"[7] > 10.0e0
        OR "target"."features"[8] IS NULL
        OR NOT ISFINITE("target"."features"[8])
        OR "target"."features"[8] < -3.0e0
        OR "target"."features"[8] > 3.0e0
        OR "target"."features"[9] IS NULL
        OR NOT ISFINITE("target"."features"[9])
        OR "target"."features"[9] < -3.0e0
        OR "target"."features"[9] > 3.0e0
        OR "target"."features"[10] IS NULL
        OR NOT ISFINITE("target"."features"[10])
        OR "target"."features"[10] < -2.0e0
        OR "target"."features"[10] > 2.0e0
        OR "target"."features"[11] IS NULL
        OR NOT ISFINITE("target"."features"[11])
        OR "target"."features"[11] < 0.0e0
        OR "target"."features"[11] > 3.0e0
        OR "target"."features"[12] IS NULL
        OR NOT ISFINITE("target"."features"[12])
        OR "target"."features"[12] < -2.0e0
        OR "target"."features"[12] > 2.0e0
        OR "target"."features"[13] IS NULL
        OR NOT ISFINITE("target"."features"[13])
        OR "target"."features"[13] < -2.0e0
        OR "target"."features"[13] > 2.0e0
        OR "target"."features"[14] IS NULL
        OR NOT ISFINITE("target"."features"[14])
        OR "target"."features"[14] < 0.0e0
        OR "target"."features"[14] > 300.0e0
        OR "target"."features"[15] IS NULL
        OR NOT ISFINITE("target"."features"[15])
        OR "target"."features"[15] < 0.0e0
        OR "target"."features"[15] > 200.0e0
        OR "target"."features"[16] IS NULL
        OR NOT ISFINITE("target"."features"[16])
        OR "target"."features"[16] < 0.0e0
        OR "target"."features"[16] > 1.0e0
        OR "target"."features"[17] IS NULL
        OR NOT ISFINITE("target"."features"[17])
        OR "target"."features"[17] < 0.0e0
        OR "target"."features"[17] > 1.0e0
        OR "target"."features"[18] IS NULL
        OR NOT ISFINITE("target"."features"[18])
        OR "target"."features"[18] < 0.0e0
        OR "target"."features"[18] > 1.0e0
        OR "target"."features"[19] IS NULL
        OR NOT ISFINITE("target"."features"[19])
        OR "target"."features"[19] < 0.0e0
        OR "target"."features"[19] > 1.0e0
        OR "target"."features"[20] IS NULL
        OR NOT ISFINITE("target"."features"[20])
        OR "target"."features"[20] < 0.0e0
        OR "target"."features"[20] > 1.0e0
        OR "target"."features"[21] IS NULL
        OR NOT ISFINITE("target"."features"[21])
        OR "target"."features"[21] < 0.0e0
        OR "target"."features"[21] > 1.0e0
        OR "target"."features"[22] IS NULL
        OR NOT ISFINITE("target"."features"[22])
        OR "target"."features"[22] < 0.0e0
        OR "target"."features"[22] > 0.5e0
        OR "target"."features"[23] IS NULL
        OR NOT ISFINITE("target"."features"[23])
        OR "target"."features"[23] < 0.0e0
        OR "target"."features"[23] > 200.0e0
        OR "target"."features"[24] IS NULL
        OR NOT ISFINITE("target"."features"[24])
        OR "target"."features"[24] < 0.0e0
        OR "target"."features"[24] > 300.0e0
        OR "target"."features"[25] IS NULL
        OR NOT ISFINITE("target"."features"[25])
        OR "target"."features"[25] < 0.0e0
        OR "target"."features"[25] > 1.0e0
        OR "target"."feature_names" IS NULL
        OR "target"."feature_sources" IS NULL
        OR "target"."feature_count" IS NULL
        OR "target"."feature_count" < 25
        OR "target"."feature_count" > 25
        OR "target"."feature_version" IS NULL
        OR NOT "target"."feature_version" IN ('v1_baseline_25')
        OR "target"."feature_quality_score" IS NULL
        OR "target"."feature_quality_score" < 40
        OR "target"."feature_quality_score" > 97
        OR "target"."feature_quality_score_raw" IS NULL
        OR "target"."feature_quality_score_raw" < 58.6e0
        OR "target"."feature_quality_score_raw" > 97
        OR "target"."days_rest" < 1
        OR "target"."days_rest" > 30
        OR "target"."data_source" IS NULL
        OR NOT "target"."data_source" IN ('phase4', 'phase4_partial', 'phase3', 'mixed')
        OR "target"."source_daily_cache_completeness_pct" < 0
        OR "target"."source_daily_cache_completeness_pct" > 100
        OR "target"."source_composite_completeness_pct" < 0
        OR "target"."source_composite_completeness_pct" > 100
        OR "target"."source_shot_zones_completeness_pct" < 0
        OR "target"."source_shot_zones_completeness_pct" > 100
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR "target"."created_at" IS NULL
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_predictions"."ml_feature_store_v2" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_predictions"."ml_feature_store_v2" AS "target"
      WHERE "target"."game_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      [
        CASE WHEN "target"."player_lookup" IS NULL THEN 'player_lookup is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."features" IS NULL THEN 'features is present' END,
        CASE WHEN LEN("target"."features") <> 25 THEN 'features has 25 elements' END,
        CASE WHEN "target"."features"[1] IS NULL THEN 'features.points_avg_last_5 is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[1]) THEN 'features.points_avg_last_5 is finite'
        END,
        CASE
          WHEN "target"."features"[1] < 0.0e0 OR "target"."features"[1] > 120.0e0
            THEN 'features.points_avg_last_5 is within 0...120'
        END,
        CASE WHEN "target"."features"[2] IS NULL THEN 'features.points_avg_last_10 is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[2]) THEN 'features.points_avg_last_10 is finite'
        END,
        CASE
          WHEN "target"."features"[2] < 0.0e0 OR "target"."features"[2] > 120.0e0
            THEN 'features.points_avg_last_10 is within 0...120'
        END,
        CASE WHEN "target"."features"[3] IS NULL THEN 'features.points_avg_season is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[3]) THEN 'features.points_avg_season is finite'
        END,
        CASE
          WHEN "target"."features"[3] < 0.0e0 OR "target"."features"[3] > 120.0e0
            THEN 'features.points_avg_season is within 0...120'
        END,
        CASE WHEN "target"."features"[4] IS NULL THEN 'features.points_std_last_10 is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[4]) THEN 'features.points_std_last_10 is finite'
        END,
        CASE
          WHEN "target"."features"[4] < 0.0e0 OR "target"."features"[4] > 85.0e0
            THEN 'features.points_std_last_10 is within 0...85'
        END,
        CASE
          WHEN "target"."features"[5] IS NULL THEN 'features.games_in_last_7_days is present'
        END,
        CASE
          WHEN NOT ISFINITE("target"."features"[5]) THEN 'features.games_in_last_7_days is finite'
        END,
        CASE
          WHEN "target"."features"[5] < 0.0e0 OR "target"."features"[5] > 7.0e0
            THEN 'features.games_in_last_7_days is within 0...7'
        END,
        CASE WHEN "target"."features"[6] IS NULL THEN 'features.fatigue_score is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[6]) THEN 'features.fatigue_score is finite' END,
        CASE
          WHEN "target"."features"[6] < 0.0e0 OR "target"."features"[6] > 100.0e0
            THEN 'features.fatigue_score is within 0...100'
        END,
        CASE
          WHEN "target"."features"[7] IS NULL THEN 'features.shot_zone_mismatch_score is present'
        END,
        CASE
          WHEN NOT ISFINITE("target"."features"[7])
            THEN 'features.shot_zone_mismatch_score is finite'
        END,
        CASE
          WHEN "target"."features"[7] < -10.0e0 OR "target"."features"[7] > 10.0e0
            THEN 'features.shot_zone_mismatch_score is within -10...10'
        END,
        CASE WHEN "target"."features"[8] IS NULL THEN 'features.pace_score is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[8]) THEN 'features.pace_score is finite' END,
        CASE
          WHEN "target"."features"[8] < -3.0e0 OR "target"."features"[8] > 3.0e0
            THEN 'features.pace_score is within -3...3'
        END,
        CASE WHEN "target"."features"[9] IS NULL THEN 'features.usage_spike_score is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[9]) THEN 'features.usage_spike_score is finite'
        END,
        CASE
          WHEN "target"."features"[9] < -3.0e0 OR "target"."features"[9] > 3.0e0
            THEN 'features.usage_spike_score is within -3...3'
        END,
        CASE WHEN "target"."features"[10] IS NULL THEN 'features.rest_advantage is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[10]) THEN 'features.rest_advantage is finite'
        END,
        CASE
          WHEN "target"."features"[10] < -2.0e0 OR "target"."features"[10] > 2.0e0
            THEN 'features.rest_advantage is within -2...2'
        END,
        CASE WHEN "target"."features"[11] IS NULL THEN 'features.injury_risk is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[11]) THEN 'features.injury_risk is finite' END,
        CASE
          WHEN "target"."features"[11] < 0.0e0 OR "target"."features"[11] > 3.0e0
            THEN 'features.injury_risk is within 0...3'
        END,
        CASE WHEN "target"."features"[12] IS NULL THEN 'features.recent_trend is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[12]) THEN 'features.recent_trend is finite' END,
        CASE
          WHEN "target"."features"[12] < -2.0e0 OR "target"."features"[12] > 2.0e0
            THEN 'features.recent_trend is within -2...2'
        END,
        CASE WHEN "target"."features"[13] IS NULL THEN 'features.minutes_change is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[13]) THEN 'features.minutes_change is finite'
        END,
        CASE
          WHEN "target"."features"[13] < -2.0e0 OR "target"."features"[13] > 2.0e0
            THEN 'features.minutes_change is within -2...2'
        END,
        CASE
          WHEN "target"."features"[14] IS NULL THEN 'features.opponent_def_rating is present'
        END,
        CASE
          WHEN NOT ISFINITE("target"."features"[14]) THEN 'features.opponent_def_rating is finite'
        END,
        CASE
          WHEN "target"."features"[14] < 0.0e0 OR "target"."features"[14] > 300.0e0
            THEN 'features.opponent_def_rating is within 0...300'
        END,
        CASE WHEN "target"."features"[15] IS NULL THEN 'features.opponent_pace is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[15]) THEN 'features.opponent_pace is finite' END,
        CASE
          WHEN "target"."features"[15] < 0.0e0 OR "target"."features"[15] > 200.0e0
            THEN 'features.opponent_pace is within 0...200'
        END,
        CASE WHEN "target"."features"[16] IS NULL THEN 'features.home_away is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[16]) THEN 'features.home_away is finite' END,
        CASE
          WHEN "target"."features"[16] < 0.0e0 OR "target"."features"[16] > 1.0e0
            THEN 'features.home_away is within 0...1'
        END,
        CASE WHEN "target"."features"[17] IS NULL THEN 'features.back_to_back is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[17]) THEN 'features.back_to_back is finite' END,
        CASE
          WHEN "target"."features"[17] < 0.0e0 OR "target"."features"[17] > 1.0e0
            THEN 'features.back_to_back is within 0...1'
        END,
        CASE WHEN "target"."features"[18] IS NULL THEN 'features.playoff_game is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[18]) THEN 'features.playoff_game is finite' END,
        CASE
          WHEN "target"."features"[18] < 0.0e0 OR "target"."features"[18] > 1.0e0
            THEN 'features.playoff_game is within 0...1'
        END,
        CASE WHEN "target"."features"[19] IS NULL THEN 'features.pct_paint is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[19]) THEN 'features.pct_paint is finite' END,
        CASE
          WHEN "target"."features"[19] < 0.0e0 OR "target"."features"[19] > 1.0e0
            THEN 'features.pct_paint is within 0...1'
        END,
        CASE WHEN "target"."features"[20] IS NULL THEN 'features.pct_mid_range is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[20]) THEN 'features.pct_mid_range is finite' END,
        CASE
          WHEN "target"."features"[20] < 0.0e0 OR "target"."features"[20] > 1.0e0
            THEN 'features.pct_mid_range is within 0...1'
        END,
        CASE WHEN "target"."features"[21] IS NULL THEN 'features.pct_three is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[21]) THEN 'features.pct_three is finite' END,
        CASE
          WHEN "target"."features"[21] < 0.0e0 OR "target"."features"[21] > 1.0e0
            THEN 'features.pct_three is within 0...1'
        END,
        CASE WHEN "target"."features"[22] IS NULL THEN 'features.pct_free_throw is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[22]) THEN 'features.pct_free_throw is finite'
        END,
        CASE
          WHEN "target"."features"[22] < 0.0e0 OR "target"."features"[22] > 0.5e0
            THEN 'features.pct_free_throw is within 0...0.5'
        END,
        CASE WHEN "target"."features"[23] IS NULL THEN 'features.team_pace is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[23]) THEN 'features.team_pace is finite' END,
        CASE
          WHEN "target"."features"[23] < 0.0e0 OR "target"."features"[23] > 200.0e0
            THEN 'features.team_pace is within 0...200'
        END,
        CASE WHEN "target"."features"[24] IS NULL THEN 'features.team_off_rating is present' END,
        CASE
          WHEN NOT ISFINITE("target"."features"[24]) THEN 'features.team_off_rating is finite'
        END,
        CASE
          WHEN "target"."features"[24] < 0.0e0 OR "target"."features"[24] > 300.0e0
            THEN 'features.team_off_rating is within 0...300'
        END,
        CASE WHEN "target"."features"[25] IS NULL THEN 'features.team_win_pct is present' END,
        CASE WHEN NOT ISFINITE("target"."features"[25]) THEN 'features.team_win_pct is finite' END,
        CASE
          WHEN "target"."features"[25] < 0.0e0 OR "target"."features"[25] > 1.0e0
            THEN 'features.team_win_pct is within 0...1'
        END,
        CASE WHEN "target"."feature_names" IS NULL THEN 'feature_names is present' END,
        CASE WHEN "target"."feature_sources" IS NULL THEN 'feature_sources is present' END,
        CASE WHEN "target"."feature_count" IS NULL THEN 'feature_count is present' END,
        CASE
          WHEN "target"."feature_count" < 25 OR "target"."feature_count" > 25
            THEN 'feature_count is within 25...25'
        END,
        CASE WHEN "target"."feature_version" IS NULL THEN 'feature_version is present' END,
        CASE
          WHEN NOT "target"."feature_version" IN ('v1_baseline_25')
            THEN 'feature_version is one of the declared words'
        END,
        CASE
          WHEN "target"."feature_quality_score" IS NULL THEN 'feature_quality_score is present'
        END,
        CASE
          WHEN "target"."feature_quality_score" < 40 OR "target"."feature_quality_score" > 97
            THEN 'feature_quality_score is within 40...97'
        END,
        CASE
          WHEN "target"."feature_quality_score_raw" IS NULL
            THEN 'feature_quality_score_raw is present'
        END,
        CASE
          WHEN "target"."feature_quality_score_raw" < 58.6e0
              OR "target"."feature_quality_score_raw" > 97
            THEN 'feature_quality_score_raw is within 58.6...97'
        END,
        CASE
          WHEN "target"."days_rest" < 1 OR "target"."days_rest" > 30
            THEN 'days_rest is within 1...30'
        END,
        CASE WHEN "target"."data_source" IS NULL THEN 'data_source is present' END,
        CASE
          WHEN NOT "target"."data_source" IN ('phase4', 'phase4_partial', 'phase3', 'mixed')
            THEN 'data_source is one of the declared words'
        END,
        CASE
          WHEN "target"."source_daily_cache_completeness_pct" < 0
              OR "target"."source_daily_cache_completeness_pct" > 100
            THEN 'source_daily_cache_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_composite_completeness_pct" < 0
              OR "target"."source_composite_completeness_pct" > 100
            THEN 'source_composite_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_shot_zones_completeness_pct" < 0
              OR "target"."source_shot_zones_completeness_pct" > 100
            THEN 'source_shot_zones_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_team_defense_completeness_pct" < 0
              OR "target"."source_team_defense_completeness_pct" > 100
            THEN 'source_team_defense_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."completeness_percentage")
            THEN 'completeness_percentage is finite'
        END,
        CASE
          WHEN "target"."completeness_percentage" < 0.0e0
              OR "target"."completeness_percentage" > 100.0e0
            THEN 'completeness_percentage is within 0...100'
        END,
        CASE
          WHEN NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
            THEN 'quality_tier is one of the declared words'
        END,
        CASE WHEN "target"."created_at" IS NULL THEN 'created_at is present' END
      ] AS "contracts"
    FROM "nba_predictions"."ml_feature_store_v2" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."features" IS NULL
        OR LEN("target"."features") <> 25
        OR "target"."features"[1] IS NULL
        OR NOT ISFINITE("target"."features"[1])
        OR "target"."features"[1] < 0.0e0
        OR "target"."features"[1] > 120.0e0
        OR "target"."features"[2] IS NULL
        OR NOT ISFINITE("target"."features"[2])
        OR "target"."features"[2] < 0.0e0
        OR "target"."features"[2] > 120.0e0
        OR "target"."features"[3] IS NULL
        OR NOT ISFINITE("target"."features"[3])
        OR "target"."features"[3] < 0.0e0
        OR "target"."features"[3] > 120.0e0
        OR "target"."features"[4] IS NULL
        OR NOT ISFINITE("target"."features"[4])
        OR "target"."features"[4] < 0.0e0
        OR "target"."features"[4] > 85.0e0
        OR "target"."features"[5] IS NULL
        OR NOT ISFINITE("target"."features"[5])
        OR "target"."features"[5] < 0.0e0
        OR "target"."features"[5] > 7.0e0
        OR "target"."features"[6] IS NULL
        OR NOT ISFINITE("target"."features"[6])
        OR "target"."features"[6] < 0.0e0
        OR "target"."features"[6] > 100.0e0
        OR "target"."features"[7] IS NULL
        OR NOT ISFINITE("target"."features"[7])
        OR "target"."features"[7] < -10.0e0
        OR "target"."features"[7] > 10.0e0
        OR "target"."features"[8] IS NULL
        OR NOT ISFINITE("target"."features"[8])
        OR "target"."features"[8] < -3.0e0
        OR "target"."features"[8] > 3.0e0
        OR "target"."features"[9] IS NULL
        OR NOT ISFINITE("target"."features"[9])
        OR "target"."features"[9] < -3.0e0
        OR "target"."features"[9] > 3.0e0
        OR "target"."features"[10] IS NULL
        OR NOT ISFINITE("target"."features"[10])
        OR "target"."features"[10] < -2.0e0
        OR "target"."features"[10] > 2.0e0
        OR "target"."features"[11] IS NULL
        OR NOT ISFINITE("target"."features"[11])
        OR "target"."features"[11] < 0.0e0
        OR "target"."features"[11] > 3.0e0
        OR "target"."features"[12] IS NULL
        OR NOT ISFINITE("target"."features"[12])
        OR "target"."features"[12] < -2.0e0
        OR "target"."features"[12] > 2.0e0
        OR "target"."features"[13] IS NULL
        OR NOT ISFINITE("target"."features"[13])
        OR "target"."features"[13] < -2.0e0
        OR "target"."features"[13] > 2.0e0
        OR "target"."features"[14] IS NULL
        OR NOT ISFINITE("target"."features"[14])
        OR "target"."features"[14] < 0.0e0
        OR "target"."features"[14] > 300.0e0
        OR "target"."features"[15] IS NULL
        OR NOT ISFINITE("target"."features"[15])
        OR "target"."features"[15] < 0.0e0
        OR "target"."features"[15] > 200.0e0
        OR "target"."features"[16] IS NULL
        OR NOT ISFINITE("target"."features"[16])
        OR "target"."features"[16] < 0.0e0
        OR "target"."features"[16] > 1.0e0
        OR "target"."features"[17] IS NULL
        OR NOT ISFINITE("target"."features"[17])
        OR "target"."features"[17] < 0.0e0
        OR "target"."features"[17] > 1.0e0
        OR "target"."features"[18] IS NULL
        OR NOT ISFINITE("target"."features"[18])
        OR "target"."features"[18] < 0.0e0
        OR "target"."features"[18] > 1.0e0
        OR "target"."features"[19] IS NULL
        OR NOT ISFINITE("target"."features"[19])
        OR "target"."features"[19] < 0.0e0
        OR "target"."features"[19] > 1.0e0
        OR "target"."features"[20] IS NULL
        OR NOT ISFINITE("target"."features"[20])
        OR "target"."features"[20] < 0.0e0
        OR "target"."features"[20] > 1.0e0
        OR "target"."features"[21] IS NULL
        OR NOT ISFINITE("target"."features"[21])
        OR "target"."features"[21] < 0.0e0
        OR "target"."features"[21] > 1.0e0
        OR "target"."features"[22] IS NULL
        OR NOT ISFINITE("target"."features"[22])
        OR "target"."features"[22] < 0.0e0
        OR "target"."features"[22] > 0.5e0
        OR "target"."features"[23] IS NULL
        OR NOT ISFINITE("target"."features"[23])
        OR "target"."features"[23] < 0.0e0
        OR "target"."features"[23] > 200.0e0
        OR "target"."features"[24] IS NULL
        OR NOT ISFINITE("target"."features"[24])
        OR "target"."features"[24] < 0.0e0
        OR "target"."features"[24] > 300.0e0
        OR "target"."features"[25] IS NULL
        OR NOT ISFINITE("target"."features"[25])
        OR "target"."features"[25] < 0.0e0
        OR "target"."features"[25] > 1.0e0
        OR "target"."feature_names" IS NULL
        OR "target"."feature_sources" IS NULL
        OR "target"."feature_count" IS NULL
        OR "target"."feature_count" < 25
        OR "target"."feature_count" > 25
        OR "target"."feature_version" IS NULL
        OR NOT "target"."feature_version" IN ('v1_baseline_25')
        OR "target"."feature_quality_score" IS NULL
        OR "target"."feature_quality_score" < 40
        OR "target"."feature_quality_score" > 97
        OR "target"."feature_quality_score_raw" IS NULL
        OR "target"."feature_quality_score_raw" < 58.6e0
        OR "target"."feature_quality_score_raw" > 97
        OR "target"."days_rest" < 1
        OR "target"."days_rest" > 30
        OR "target"."data_source" IS NULL
        OR NOT "target"."data_source" IN ('phase4', 'phase4_partial', 'phase3', 'mixed')
        OR "target"."source_daily_cache_completeness_pct" < 0
        OR "target"."source_daily_cache_completeness_pct" > 100
        OR "target"."source_composite_completeness_pct" < 0
        OR "target"."source_composite_completeness_pct" > 100
        OR "target"."source_shot_zones_completeness_pct" < 0
        OR "target"."source_shot_zones_completeness_pct" > 100
        OR "target"."source_team_defense_completeness_pct" < 0
        OR "target"."source_team_defense_completeness_pct" > 100
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT "target"."quality_tier" IN ('gold', 'silver', 'bronze', 'poor', 'unusable')
        OR "target"."created_at" IS NULL
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_predictions"."ml_feature_store_v2" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date", "target"."player_lookup"
    HAVING COUNT(*) > 1
  )
SELECT
  "named"."contract",
  COUNT(*) AS "violations",
  MIN("broken"."example") AS "example"
FROM "broken"
CROSS JOIN UNNEST("broken"."contracts") AS "named"("contract")
WHERE "named"."contract" IS NOT NULL
GROUP BY "named"."contract"
UNION ALL
SELECT
  'game_date, player_lookup is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
