-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_player_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."has_prop_line" IS NULL
        OR "target"."current_points_line" < 0
        OR "target"."current_points_line" > 100
        OR "target"."opening_points_line" < 0
        OR "target"."opening_points_line" > 100
        OR "target"."line_movement" < -60
        OR "target"."line_movement" > 60
        OR NOT "target"."current_points_line_source" IN ('odds_api', 'bettingpros')
        OR NOT "target"."opening_points_line_source" IN ('odds_api', 'bettingpros')
        OR "target"."game_spread" < -60
        OR "target"."game_spread" > 60
        OR "target"."opening_spread" < -60
        OR "target"."opening_spread" > 60
        OR "target"."spread_movement" < -120
        OR "target"."spread_movement" > 120
        OR NOT "target"."game_spread_source" IN ('odds_api')
        OR "target"."spread_public_betting_pct" < 0
        OR "target"."spread_public_betting_pct" > 100
        OR "target"."game_total" < 50
        OR "target"."game_total" > 400
        OR "target"."opening_total" < 50
        OR "target"."opening_total" > 400
        OR "target"."total_movement" < -350
        OR "target"."total_movement" > 350
        OR NOT "target"."game_total_source" IN ('odds_api')
        OR "target"."total_public_betting_pct" < 0
        OR "target"."total_public_betting_pct" > 100
        OR "target"."pace_differential" < -100
        OR "target"."pace_differential" > 100
        OR "target"."opponent_pace_last_10" < 0
        OR "target"."opponent_pace_last_10" > 200
        OR "target"."opponent_ft_rate_allowed" < 0
        OR "target"."opponent_ft_rate_allowed" > 2
        OR "target"."home_game" IS NULL
        OR "target"."back_to_back" IS NULL
        OR "target"."season_phase" IS NULL
        OR NOT "target"."season_phase" IN ('early', 'mid', 'late', 'playoffs')
        OR "target"."projected_usage_rate" < 0
        OR "target"."projected_usage_rate" > 100
        OR "target"."days_rest" < 1
        OR "target"."days_rest" > 30
        OR "target"."days_rest_before_last_game" < 1
        OR "target"."days_rest_before_last_game" > 30
        OR "target"."days_since_2_plus_days_rest" < 1
        OR "target"."days_since_2_plus_days_rest" > 30
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."minutes_in_last_7_days" < 0
        OR "target"."minutes_in_last_7_days" > 560
        OR "target"."minutes_in_last_14_days" < 0
        OR "target"."minutes_in_last_14_days" > 1120
        OR "target"."avg_minutes_per_game_last_7" < 0
        OR "target"."avg_minutes_per_game_last_7" > 80
        OR "target"."back_to_backs_last_14_days" < 0
        OR "target"."back_to_backs_last_14_days" > 13
        OR "target"."avg_usage_rate_last_7_games" < 0
        OR "target"."avg_usage_rate_last_7_games" > 100
        OR "target"."fourth_quarter_minutes_last_7" < 0
        OR "target"."fourth_quarter_minutes_last_7" > 100
        OR "target"."clutch_minutes_last_7_games" < 0
        OR "target"."clutch_minutes_last_7_games" > 100
        OR "target"."travel_miles" < 0
        OR "target"."travel_miles" > 12500
        OR "target"."time_zone_changes" < 0
        OR "target"."time_zone_changes" > 24
        OR "target"."consecutive_road_games" < 0
        OR "target"."consecutive_road_games" > 82
        OR "target"."miles_traveled_last_14_days" < 0
        OR "target"."miles_traveled_last_14_days" > 50000
        OR "target"."time_zones_crossed_last_14_days" < 0
        OR "target"."time_zones_crossed_last_14_days" > 100
        OR "target"."player_age" < 16
        OR "target"."player_age" > 60
        OR "target"."points_avg_last_5" < 0
        OR "target"."points_avg_last_5" > 120
        OR "target"."points_avg_last_10" < 0
        OR "target"."points_avg_last_10" > 120
        OR "target"."l5_games_used" < 0
        OR "target"."l5_games_used" > 5
        OR NOT "target"."l5_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."l10_games_used" < 0
        OR "target"."l10_games_used" > 10
        OR NOT "target"."l10_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."prop_over_streak" < 0
        OR "target"."prop_over_streak" > 120
        OR "target"."prop_under_streak" < 0
        OR "target"."prop_under_streak" > 120
        OR "target"."star_teammates_out" < 0
        OR "target"."star_teammates_out" > 15
        OR "target"."opponent_def_rating_last_10" < 0
        OR "target"."opponent_def_rating_last_10" > 300
        OR "target"."shooting_pct_decline_last_5" < -1
        OR "target"."shooting_pct_decline_last_5" > 1
        OR "target"."fourth_quarter_production_last_7" < 0
        OR "target"."fourth_quarter_production_last_7" > 60
        OR "target"."next_game_days_rest" < 1
        OR "target"."next_game_days_rest" > 400
        OR "target"."games_in_next_7_days" < 0
        OR "target"."games_in_next_7_days" > 7
        OR "target"."next_opponent_win_pct" < 0
        OR "target"."next_opponent_win_pct" > 1
        OR "target"."opponent_days_rest" < 1
        OR "target"."opponent_days_rest" > 400
        OR "target"."opponent_games_in_next_7_days" < 0
        OR "target"."opponent_games_in_next_7_days" > 7
        OR "target"."opponent_next_game_days_rest" < 1
        OR "target"."opponent_next_game_days_rest" > 400
        OR NOT "target"."player_status" IN (
          'available',
          'probable',
          'questionable',
          'doubtful',
          'out'
        )
        OR "target"."questionable_teammates" < 0
        OR "target"."questionable_teammates" > 40
        OR "target"."probable_teammates" < 0
        OR "target"."probable_teammates" > 40
        OR "target"."universe_source" IS NULL
        OR NOT "target"."universe_source" IN ('gamebook', 'roster', 'recent_games')
        OR "target"."source_boxscore_completeness_pct" < 0
        OR "target"."source_boxscore_completeness_pct" > 100
        OR "target"."source_schedule_completeness_pct" < 0
        OR "target"."source_schedule_completeness_pct" > 100
        OR "target"."source_props_completeness_pct" < 0
        OR "target"."source_props_completeness_pct" > 100
        OR "target"."source_game_lines_completeness_pct" < 0
        OR "target"."source_game_lines_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l5_completeness_pct")
        OR "target"."l5_completeness_pct" < 0.0e0
        OR "target"."l5_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10_completeness_pct")
        OR "target"."l10_completeness_pct" < 0.0e0
        OR "target"."l10_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l5d_completeness_pct")
        OR "target"."l5d_completeness_pct" < 0.0e0
        OR "target"."l5d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10d_completeness_pct")
        OR "target"."l10d_completeness_pct" < 0.0e0
        OR "target"."l10d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l30d_completeness_pct")
        OR "target"."l30d_completeness_pct" < 0.0e0
        OR "target"."l30d_completeness_pct" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_player_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_analytics"."upcoming_player_game_context" AS "target"
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
        CASE WHEN "target"."game_id" IS NULL THEN 'game_id is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."team_abbr" IS NULL THEN 'team_abbr is present' END,
        CASE WHEN "target"."opponent_team_abbr" IS NULL THEN 'opponent_team_abbr is present' END,
        CASE WHEN "target"."has_prop_line" IS NULL THEN 'has_prop_line is present' END,
        CASE
          WHEN "target"."current_points_line" < 0 OR "target"."current_points_line" > 100
            THEN 'current_points_line is within 0...100'
        END,
        CASE
          WHEN "target"."opening_points_line" < 0 OR "target"."opening_points_line" > 100
            THEN 'opening_points_line is within 0...100'
        END,
        CASE
          WHEN "target"."line_movement" < -60 OR "target"."line_movement" > 60
            THEN 'line_movement is within -60...60'
        END,
        CASE
          WHEN NOT "target"."current_points_line_source" IN ('odds_api', 'bettingpros')
            THEN 'current_points_line_source is one of the declared words'
        END,
        CASE
          WHEN NOT "target"."opening_points_line_source" IN ('odds_api', 'bettingpros')
            THEN 'opening_points_line_source is one of the declared words'
        END,
        CASE
          WHEN "target"."game_spread" < -60 OR "target"."game_spread" > 60
            THEN 'game_spread is within -60...60'
        END,
        CASE
          WHEN "target"."opening_spread" < -60 OR "target"."opening_spread" > 60
            THEN 'opening_spread is within -60...60'
        END,
        CASE
          WHEN "target"."spread_movement" < -120 OR "target"."spread_movement" > 120
            THEN 'spread_movement is within -120...120'
        END,
        CASE
          WHEN NOT "target"."game_spread_source" IN ('odds_api')
            THEN 'game_spread_source is one of the declared words'
        END,
        CASE
          WHEN "target"."spread_public_betting_pct" < 0
              OR "target"."spread_public_betting_pct" > 100
            THEN 'spread_public_betting_pct is within 0...100'
        END,
        CASE
          WHEN "target"."game_total" < 50 OR "target"."game_total" > 400
            THEN 'game_total is within 50...400'
        END,
        CASE
          WHEN "target"."opening_total" < 50 OR "target"."opening_total" > 400
            THEN 'opening_total is within 50...400'
        END,
        CASE
          WHEN "target"."total_movement" < -350 OR "target"."total_movement" > 350
            THEN 'total_movement is within -350...350'
        END,
        CASE
          WHEN NOT "target"."game_total_source" IN ('odds_api')
            THEN 'game_total_source is one of the declared words'
        END,
        CASE
          WHEN "target"."total_public_betting_pct" < 0 OR "target"."total_public_betting_pct" > 100
            THEN 'total_public_betting_pct is within 0...100'
        END,
        CASE
          WHEN "target"."pace_differential" < -100 OR "target"."pace_differential" > 100
            THEN 'pace_differential is within -100...100'
        END,
        CASE
          WHEN "target"."opponent_pace_last_10" < 0 OR "target"."opponent_pace_last_10" > 200
            THEN 'opponent_pace_last_10 is within 0...200'
        END,
        CASE
          WHEN "target"."opponent_ft_rate_allowed" < 0 OR "target"."opponent_ft_rate_allowed" > 2
            THEN 'opponent_ft_rate_allowed is within 0...2'
        END,
        CASE WHEN "target"."home_game" IS NULL THEN 'home_game is present' END,
        CASE WHEN "target"."back_to_back" IS NULL THEN 'back_to_back is present' END,
        CASE WHEN "target"."season_phase" IS NULL THEN 'season_phase is present' END,
        CASE
          WHEN NOT "target"."season_phase" IN ('early', 'mid', 'late', 'playoffs')
            THEN 'season_phase is one of the declared words'
        END,
        CASE
          WHEN "target"."projected_usage_rate" < 0 OR "target"."projected_usage_rate" > 100
            THEN 'projected_usage_rate is within 0...100'
        END,
        CASE
          WHEN "target"."days_rest" < 1 OR "target"."days_rest" > 30
            THEN 'days_rest is within 1...30'
        END,
        CASE
          WHEN "target"."days_rest_before_last_game" < 1
              OR "target"."days_rest_before_last_game" > 30
            THEN 'days_rest_before_last_game is within 1...30'
        END,
        CASE
          WHEN "target"."days_since_2_plus_days_rest" < 1
              OR "target"."days_since_2_plus_days_rest" > 30
            THEN 'days_since_2_plus_days_rest is within 1...30'
        END,
        CASE
          WHEN "target"."games_in_last_7_days" < 0 OR "target"."games_in_last_7_days" > 7
            THEN 'games_in_last_7_days is within 0...7'
        END,
        CASE
          WHEN "target"."games_in_last_14_days" < 0 OR "target"."games_in_last_14_days" > 14
            THEN 'games_in_last_14_days is within 0...14'
        END,
        CASE
          WHEN "target"."minutes_in_last_7_days" < 0 OR "target"."minutes_in_last_7_days" > 560
            THEN 'minutes_in_last_7_days is within 0...560'
        END,
        CASE
          WHEN "target"."minutes_in_last_14_days" < 0 OR "target"."minutes_in_last_14_days" > 1120
            THEN 'minutes_in_last_14_days is within 0...1120'
        END,
        CASE
          WHEN "target"."avg_minutes_per_game_last_7" < 0
              OR "target"."avg_minutes_per_game_last_7" > 80
            THEN 'avg_minutes_per_game_last_7 is within 0...80'
        END,
        CASE
          WHEN "target"."back_to_backs_last_14_days" < 0
              OR "target"."back_to_backs_last_14_days" > 13
            THEN 'back_to_backs_last_14_days is within 0...13'
        END,
        CASE
          WHEN "target"."avg_usage_rate_last_7_games" < 0
              OR "target"."avg_usage_rate_last_7_games" > 100
            THEN 'avg_usage_rate_last_7_games is within 0...100'
        END,
        CASE
          WHEN "target"."fourth_quarter_minutes_last_7" < 0
              OR "target"."fourth_quarter_minutes_last_7" > 100
            THEN 'fourth_quarter_minutes_last_7 is within 0...100'
        END,
        CASE
          WHEN "target"."clutch_minutes_last_7_games" < 0
              OR "target"."clutch_minutes_last_7_games" > 100
            THEN 'clutch_minutes_last_7_games is within 0...100'
        END,
        CASE
          WHEN "target"."travel_miles" < 0 OR "target"."travel_miles" > 12500
            THEN 'travel_miles is within 0...12500'
        END,
        CASE
          WHEN "target"."time_zone_changes" < 0 OR "target"."time_zone_changes" > 24
            THEN 'time_zone_changes is within 0...24'
        END,
        CASE
          WHEN "target"."consecutive_road_games" < 0 OR "target"."consecutive_road_games" > 82
            THEN 'consecutive_road_games is within 0...82'
        END,
        CASE
          WHEN "target"."miles_traveled_last_14_days" < 0
              OR "target"."miles_traveled_last_14_days" > 50000
            THEN 'miles_traveled_last_14_days is within 0...50000'
        END,
        CASE
          WHEN "target"."time_zones_crossed_last_14_days" < 0
              OR "target"."time_zones_crossed_last_14_days" > 100
            THEN 'time_zones_crossed_last_14_days is within 0...100'
        END,
        CASE
          WHEN "target"."player_age" < 16 OR "target"."player_age" > 60
            THEN 'player_age is within 16...60'
        END,
        CASE
          WHEN "target"."points_avg_last_5" < 0 OR "target"."points_avg_last_5" > 120
            THEN 'points_avg_last_5 is within 0...120'
        END,
        CASE
          WHEN "target"."points_avg_last_10" < 0 OR "target"."points_avg_last_10" > 120
            THEN 'points_avg_last_10 is within 0...120'
        END,
        CASE
          WHEN "target"."l5_games_used" < 0 OR "target"."l5_games_used" > 5
            THEN 'l5_games_used is within 0...5'
        END,
        CASE
          WHEN NOT "target"."l5_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
            THEN 'l5_sample_quality is one of the declared words'
        END,
        CASE
          WHEN "target"."l10_games_used" < 0 OR "target"."l10_games_used" > 10
            THEN 'l10_games_used is within 0...10'
        END,
        CASE
          WHEN NOT "target"."l10_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
            THEN 'l10_sample_quality is one of the declared words'
        END,
        CASE
          WHEN "target"."prop_over_streak" < 0 OR "target"."prop_over_streak" > 120
            THEN 'prop_over_streak is within 0...120'
        END,
        CASE
          WHEN "target"."prop_under_streak" < 0 OR "target"."prop_under_streak" > 120
            THEN 'prop_under_streak is within 0...120'
        END,
        CASE
          WHEN "target"."star_teammates_out" < 0 OR "target"."star_teammates_out" > 15
            THEN 'star_teammates_out is within 0...15'
        END,
        CASE
          WHEN "target"."opponent_def_rating_last_10" < 0
              OR "target"."opponent_def_rating_last_10" > 300
            THEN 'opponent_def_rating_last_10 is within 0...300'
        END,
        CASE
          WHEN "target"."shooting_pct_decline_last_5" < -1
              OR "target"."shooting_pct_decline_last_5" > 1
            THEN 'shooting_pct_decline_last_5 is within -1...1'
        END,
        CASE
          WHEN "target"."fourth_quarter_production_last_7" < 0
              OR "target"."fourth_quarter_production_last_7" > 60
            THEN 'fourth_quarter_production_last_7 is within 0...60'
        END,
        CASE
          WHEN "target"."next_game_days_rest" < 1 OR "target"."next_game_days_rest" > 400
            THEN 'next_game_days_rest is within 1...400'
        END,
        CASE
          WHEN "target"."games_in_next_7_days" < 0 OR "target"."games_in_next_7_days" > 7
            THEN 'games_in_next_7_days is within 0...7'
        END,
        CASE
          WHEN "target"."next_opponent_win_pct" < 0 OR "target"."next_opponent_win_pct" > 1
            THEN 'next_opponent_win_pct is within 0...1'
        END,
        CASE
          WHEN "target"."opponent_days_rest" < 1 OR "target"."opponent_days_rest" > 400
            THEN 'opponent_days_rest is within 1...400'
        END,
        CASE
          WHEN "target"."opponent_games_in_next_7_days" < 0
              OR "target"."opponent_games_in_next_7_days" > 7
            THEN 'opponent_games_in_next_7_days is within 0...7'
        END,
        CASE
          WHEN "target"."opponent_next_game_days_rest" < 1
              OR "target"."opponent_next_game_days_rest" > 400
            THEN 'opponent_next_game_days_rest is within 1...400'
        END,
        CASE
          WHEN NOT "target"."player_status" IN (
                'available',
                'probable',
                'questionable',
                'doubtful',
                'out'
              )
            THEN 'player_status is one of the declared words'
        END,
        CASE
          WHEN "target"."questionable_teammates" < 0 OR "target"."questionable_teammates" > 40
            THEN 'questionable_teammates is within 0...40'
        END,
        CASE
          WHEN "target"."probable_teammates" < 0 OR "target"."probable_teammates" > 40
            THEN 'probable_teammates is within 0...40'
        END,
        CASE WHEN "target"."universe_source" IS NULL THEN 'universe_source is present' END,
        CASE
          WHEN NOT "target"."universe_source" IN ('gamebook', 'roster', 'recent_games')
            THEN 'universe_source is one of the declared words'
        END,
        CASE
          WHEN "target"."source_boxscore_completeness_pct" < 0
              OR "target"."source_boxscore_completeness_pct" > 100
            THEN 'source_boxscore_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_schedule_completeness_pct" < 0
              OR "target"."source_schedule_completeness_pct" > 100
            THEN 'source_schedule_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_props_completeness_pct" < 0
              OR "target"."source_props_completeness_pct" > 100
            THEN 'source_props_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_game_lines_completeness_pct" < 0
              OR "target"."source_game_lines_completeness_pct" > 100
            THEN 'source_game_lines_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze')
            THEN 'data_quality_tier is one of the declared words'
        END,
        CASE WHEN NOT ISFINITE("target"."quality_score") THEN 'quality_score is finite' END,
        CASE
          WHEN "target"."quality_score" < 0.0e0 OR "target"."quality_score" > 100.0e0
            THEN 'quality_score is within 0...100'
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
          WHEN NOT ISFINITE("target"."l5_completeness_pct") THEN 'l5_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l5_completeness_pct" < 0.0e0 OR "target"."l5_completeness_pct" > 100.0e0
            THEN 'l5_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l10_completeness_pct") THEN 'l10_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l10_completeness_pct" < 0.0e0 OR "target"."l10_completeness_pct" > 100.0e0
            THEN 'l10_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l5d_completeness_pct") THEN 'l5d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l5d_completeness_pct" < 0.0e0 OR "target"."l5d_completeness_pct" > 100.0e0
            THEN 'l5d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l7d_completeness_pct") THEN 'l7d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l7d_completeness_pct" < 0.0e0 OR "target"."l7d_completeness_pct" > 100.0e0
            THEN 'l7d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l10d_completeness_pct") THEN 'l10d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l10d_completeness_pct" < 0.0e0
              OR "target"."l10d_completeness_pct" > 100.0e0
            THEN 'l10d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l14d_completeness_pct") THEN 'l14d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l14d_completeness_pct" < 0.0e0
              OR "target"."l14d_completeness_pct" > 100.0e0
            THEN 'l14d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT ISFINITE("target"."l30d_completeness_pct") THEN 'l30d_completeness_pct is finite'
        END,
        CASE
          WHEN "target"."l30d_completeness_pct" < 0.0e0
              OR "target"."l30d_completeness_pct" > 100.0e0
            THEN 'l30d_completeness_pct is within 0...100'
        END,
        CASE
          WHEN NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
            THEN 'a team does not play itself'
        END
      ] AS "contracts"
    FROM "nba_analytics"."upcoming_player_game_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_id" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR "target"."opponent_team_abbr" IS NULL
        OR "target"."has_prop_line" IS NULL
        OR "target"."current_points_line" < 0
        OR "target"."current_points_line" > 100
        OR "target"."opening_points_line" < 0
        OR "target"."opening_points_line" > 100
        OR "target"."line_movement" < -60
        OR "target"."line_movement" > 60
        OR NOT "target"."current_points_line_source" IN ('odds_api', 'bettingpros')
        OR NOT "target"."opening_points_line_source" IN ('odds_api', 'bettingpros')
        OR "target"."game_spread" < -60
        OR "target"."game_spread" > 60
        OR "target"."opening_spread" < -60
        OR "target"."opening_spread" > 60
        OR "target"."spread_movement" < -120
        OR "target"."spread_movement" > 120
        OR NOT "target"."game_spread_source" IN ('odds_api')
        OR "target"."spread_public_betting_pct" < 0
        OR "target"."spread_public_betting_pct" > 100
        OR "target"."game_total" < 50
        OR "target"."game_total" > 400
        OR "target"."opening_total" < 50
        OR "target"."opening_total" > 400
        OR "target"."total_movement" < -350
        OR "target"."total_movement" > 350
        OR NOT "target"."game_total_source" IN ('odds_api')
        OR "target"."total_public_betting_pct" < 0
        OR "target"."total_public_betting_pct" > 100
        OR "target"."pace_differential" < -100
        OR "target"."pace_differential" > 100
        OR "target"."opponent_pace_last_10" < 0
        OR "target"."opponent_pace_last_10" > 200
        OR "target"."opponent_ft_rate_allowed" < 0
        OR "target"."opponent_ft_rate_allowed" > 2
        OR "target"."home_game" IS NULL
        OR "target"."back_to_back" IS NULL
        OR "target"."season_phase" IS NULL
        OR NOT "target"."season_phase" IN ('early', 'mid', 'late', 'playoffs')
        OR "target"."projected_usage_rate" < 0
        OR "target"."projected_usage_rate" > 100
        OR "target"."days_rest" < 1
        OR "target"."days_rest" > 30
        OR "target"."days_rest_before_last_game" < 1
        OR "target"."days_rest_before_last_game" > 30
        OR "target"."days_since_2_plus_days_rest" < 1
        OR "target"."days_since_2_plus_days_rest" > 30
        OR "target"."games_in_last_7_days" < 0
        OR "target"."games_in_last_7_days" > 7
        OR "target"."games_in_last_14_days" < 0
        OR "target"."games_in_last_14_days" > 14
        OR "target"."minutes_in_last_7_days" < 0
        OR "target"."minutes_in_last_7_days" > 560
        OR "target"."minutes_in_last_14_days" < 0
        OR "target"."minutes_in_last_14_days" > 1120
        OR "target"."avg_minutes_per_game_last_7" < 0
        OR "target"."avg_minutes_per_game_last_7" > 80
        OR "target"."back_to_backs_last_14_days" < 0
        OR "target"."back_to_backs_last_14_days" > 13
        OR "target"."avg_usage_rate_last_7_games" < 0
        OR "target"."avg_usage_rate_last_7_games" > 100
        OR "target"."fourth_quarter_minutes_last_7" < 0
        OR "target"."fourth_quarter_minutes_last_7" > 100
        OR "target"."clutch_minutes_last_7_games" < 0
        OR "target"."clutch_minutes_last_7_games" > 100
        OR "target"."travel_miles" < 0
        OR "target"."travel_miles" > 12500
        OR "target"."time_zone_changes" < 0
        OR "target"."time_zone_changes" > 24
        OR "target"."consecutive_road_games" < 0
        OR "target"."consecutive_road_games" > 82
        OR "target"."miles_traveled_last_14_days" < 0
        OR "target"."miles_traveled_last_14_days" > 50000
        OR "target"."time_zones_crossed_last_14_days" < 0
        OR "target"."time_zones_crossed_last_14_days" > 100
        OR "target"."player_age" < 16
        OR "target"."player_age" > 60
        OR "target"."points_avg_last_5" < 0
        OR "target"."points_avg_last_5" > 120
        OR "target"."points_avg_last_10" < 0
        OR "target"."points_avg_last_10" > 120
        OR "target"."l5_games_used" < 0
        OR "target"."l5_games_used" > 5
        OR NOT "target"."l5_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."l10_games_used" < 0
        OR "target"."l10_games_used" > 10
        OR NOT "target"."l10_sample_quality" IN ('excellent', 'good', 'limited', 'insufficient')
        OR "target"."prop_over_streak" < 0
        OR "target"."prop_over_streak" > 120
        OR "target"."prop_under_streak" < 0
        OR "target"."prop_under_streak" > 120
        OR "target"."star_teammates_out" < 0
        OR "target"."star_teammates_out" > 15
        OR "target"."opponent_def_rating_last_10" < 0
        OR "target"."opponent_def_rating_last_10" > 300
        OR "target"."shooting_pct_decline_last_5" < -1
        OR "target"."shooting_pct_decline_last_5" > 1
        OR "target"."fourth_quarter_production_last_7" < 0
        OR "target"."fourth_quarter_production_last_7" > 60
        OR "target"."next_game_days_rest" < 1
        OR "target"."next_game_days_rest" > 400
        OR "target"."games_in_next_7_days" < 0
        OR "target"."games_in_next_7_days" > 7
        OR "target"."next_opponent_win_pct" < 0
        OR "target"."next_opponent_win_pct" > 1
        OR "target"."opponent_days_rest" < 1
        OR "target"."opponent_days_rest" > 400
        OR "target"."opponent_games_in_next_7_days" < 0
        OR "target"."opponent_games_in_next_7_days" > 7
        OR "target"."opponent_next_game_days_rest" < 1
        OR "target"."opponent_next_game_days_rest" > 400
        OR NOT "target"."player_status" IN (
          'available',
          'probable',
          'questionable',
          'doubtful',
          'out'
        )
        OR "target"."questionable_teammates" < 0
        OR "target"."questionable_teammates" > 40
        OR "target"."probable_teammates" < 0
        OR "target"."probable_teammates" > 40
        OR "target"."universe_source" IS NULL
        OR NOT "target"."universe_source" IN ('gamebook', 'roster', 'recent_games')
        OR "target"."source_boxscore_completeness_pct" < 0
        OR "target"."source_boxscore_completeness_pct" > 100
        OR "target"."source_schedule_completeness_pct" < 0
        OR "target"."source_schedule_completeness_pct" > 100
        OR "target"."source_props_completeness_pct" < 0
        OR "target"."source_props_completeness_pct" > 100
        OR "target"."source_game_lines_completeness_pct" < 0
        OR "target"."source_game_lines_completeness_pct" > 100
        OR NOT "target"."data_quality_tier" IN ('gold', 'silver', 'bronze')
        OR NOT ISFINITE("target"."quality_score")
        OR "target"."quality_score" < 0.0e0
        OR "target"."quality_score" > 100.0e0
        OR NOT ISFINITE("target"."completeness_percentage")
        OR "target"."completeness_percentage" < 0.0e0
        OR "target"."completeness_percentage" > 100.0e0
        OR NOT ISFINITE("target"."l5_completeness_pct")
        OR "target"."l5_completeness_pct" < 0.0e0
        OR "target"."l5_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10_completeness_pct")
        OR "target"."l10_completeness_pct" < 0.0e0
        OR "target"."l10_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l5d_completeness_pct")
        OR "target"."l5d_completeness_pct" < 0.0e0
        OR "target"."l5d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l7d_completeness_pct")
        OR "target"."l7d_completeness_pct" < 0.0e0
        OR "target"."l7d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l10d_completeness_pct")
        OR "target"."l10d_completeness_pct" < 0.0e0
        OR "target"."l10d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l14d_completeness_pct")
        OR "target"."l14d_completeness_pct" < 0.0e0
        OR "target"."l14d_completeness_pct" > 100.0e0
        OR NOT ISFINITE("target"."l30d_completeness_pct")
        OR "target"."l30d_completeness_pct" < 0.0e0
        OR "target"."l30d_completeness_pct" > 100.0e0
        OR NOT "target"."team_abbr" <> "target"."opponent_team_abbr"
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
    FROM "nba_analytics"."upcoming_player_game_context" AS "target"
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
