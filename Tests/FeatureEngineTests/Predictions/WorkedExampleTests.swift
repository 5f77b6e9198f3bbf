import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The worked examples of the domain, computed by hand.
@Suite struct WorkedExampleTests {
  @Test func `a tired player with a good matchup loses three points`() throws {
    // 100 − 15 back to back − 10 games − 10 minutes − 8 a game − 5 the other back to back − 5 age = 47,
    // (47 − 100) / 20 = −2.65; 4 points · 25 / 50 = 2.0; −9 / 2 clamped to −3.0;
    // (28 − 26) · 0.3 · 1.15 = 0.69: together −2.96.
    let day = try GameDay(
      given: [
        UpcomingPlayerGameContext(), UpcomingTeamGameContext(), PlayerShotZoneAnalysis(),
        TeamDefenseZoneAnalysis(), PlayerGameSummary(), GamebookPlayerStats(),
      ],
      GameDay.context(
        "'p'",
        """
        , true AS back_to_back, 1 AS days_rest, 4 AS games_in_last_7_days,
        250 AS minutes_in_last_7_days, 36.0 AS avg_minutes_per_game_last_7,
        1 AS back_to_backs_last_14_days, 31 AS player_age, -9.0 AS pace_differential,
        28.0 AS projected_usage_rate, 26.0 AS avg_usage_rate_last_7_games, 1 AS star_teammates_out
        """) + """
          INSERT INTO nba_analytics.upcoming_team_game_context BY NAME
          SELECT 'BOS' AS team_abbr, '18' AS game_id, DATE '2022-11-05' AS game_date,
            2022 AS season_year, 'NYK' AS opponent_team_abbr, true AS home_game,
            false AS is_back_to_back, false AS team_back_to_back, 3 AS games_in_last_7_days,
            6 AS games_in_last_14_days, 0 AS team_win_streak_entering,
            0 AS team_loss_streak_entering, true AS is_production_ready;
          INSERT INTO nba_precompute.player_shot_zone_analysis BY NAME
          SELECT 'p' AS player_lookup, DATE '2022-11-05' AS analysis_date,
            'perimeter' AS primary_scoring_zone, 25.0 AS three_pt_rate_last_10;
          INSERT INTO nba_precompute.team_defense_zone_analysis BY NAME
          SELECT 'NYK' AS team_abbr, DATE '2022-11-05' AS analysis_date,
            4.0 AS three_pt_defense_vs_league_avg, 'perimeter' AS weakest_zone;
          """
    ) { Processor.playerCompositeFactors }
    #expect(
      try day.rows(
        """
        SELECT fatigue_score, shot_zone_mismatch_score, pace_score, usage_spike_score,
          total_composite_adjustment, data_completeness_pct, has_warnings, warning_details,
          upstream_team_context_ready, upstream_player_shot_ready
        FROM nba_precompute.player_composite_factors
        """) == ["47 | 2.0 | -3.0 | 0.7 | -2.96 | 100.00 | true | EXTREME_FATIGUE | true | false"])
    #expect(
      try day.rows(
        """
        SELECT fatigue_context_json, shot_zone_context_json, pace_context_json, usage_context_json
        FROM nba_precompute.player_composite_factors
        """) == [
          #"{"days_rest": 1, "back_to_back": true, "games_last_7": 4, "minutes_last_7": 250, "#
            + #""avg_minutes_pg_last_7": 36.0, "back_to_backs_last_14": 1, "player_age": 31, "#
            + #""final_score": 47} | {"player_primary_zone": "perimeter", "#
            + #""opponent_weak_zone": "perimeter", "final_score": 2.0} | "#
            + #"{"pace_differential": -9.0, "final_score": -3.0} | {"projected_usage_rate": 28.00, "#
            + #""avg_usage_last_7": 26.00, "usage_differential": 2.00, "star_teammates_out": 1, "#
            + #""final_score": 0.7}"#
        ])
  }

  @Test func `who scores nine points more in two games than in the three before has a trend of 2`()
    throws
  {
    // Newest first 25, 23, 15, 14, 16: mean 24 against 15.
    let points = [25, 23, 15, 14, 16].enumerated().map { "(\(17 - $0), \($1))" }
    let day = try GameDay(given: GivenStore.tables, GivenStore.rows(games: points)) {
      Processor.mlFeatureStore
    }
    #expect(
      try day.rows("SELECT features[12] FROM nba_predictions.ml_feature_store_v2") == ["2.0"])
  }

  @Test func `three defaults of sixteen lower the raw score to 89·80 and the score by the rest`()
    throws
  {
    // The zone analysis has a row without rates. Raw: (13 · 100 + 3 · 40 + 6 · 100 + 3 · 75) / 25.
    // Rest, injury and win share are defaults too, which the score counts: (1300 + 3 · 100 + 225 + 6 · 40)
    // / 25 = 82.60, and six defaults cap it at 49.
    let points = [25, 23, 15, 14, 16].enumerated().map { "(\(17 - $0), \($1))" }
    let day = try GameDay(given: GivenStore.tables, GivenStore.rows(games: points)) {
      Processor.mlFeatureStore
    }
    #expect(
      try day.rows(
        """
        SELECT feature_quality_score_raw, feature_quality_score, quality_tier, data_source,
          list_count(list_filter(feature_sources, lambda x: x = 'default'))
        FROM nba_predictions.ml_feature_store_v2
        """) == ["89.80 | 49.00 | poor | phase4_partial | 6"])
  }

  @Test func `three systems weigh in by their confidence`() throws {
    // (20 · 50 + 22 · 60 + 24 · 80) / 190 = 22.3158; mean 22, population deviation 1.633;
    // 63.33 + 10 for agreement = 73.33.
    let votes = [
      ("moving_average_baseline_v1", 20, 0.5), ("zone_matchup_v1", 22, 0.6),
      ("xgboost_v1", 24, 0.8),
    ]
    let day = try GameDay(
      given: GivenVotes.tables,
      GameDay.context("'p'", ", false AS back_to_back, 20.5 AS current_points_line")
        + GameDay.vector("'p'", [:])
        + votes.map { GivenVotes.row($0.0, points: $0.1, confidence: $0.2) }.joined()
    ) { Processor.ensemble }
    #expect(
      try day.rows(
        """
        SELECT round(predicted_points, 2), round(100 * confidence_score, 2), recommendation,
          prediction_variance, system_agreement_score, contributing_systems, key_factors, warnings
        FROM nba_predictions.ensemble_v1
        """) == [
          "22.32 | 73.33 | OVER | 2.67 | 95.00 | 3 | "
            + #"{"mean": 22.00, "min": 20.00, "max": 24.00, "range": 4.00, "deviation": 1.63, "#
            + #""over": 3, "under": 0} | []"#
        ])
  }

  @Test func `one system alone makes no ensemble, and the failure says so`() throws {
    let day = try GameDay(
      given: GivenVotes.tables,
      GameDay.context() + GameDay.vector("'p'", [:])
        + GivenVotes.row("xgboost_v1", points: 24, confidence: 0.8)
    ) { Processor.ensemble }
    #expect(try day.rows("SELECT 1 FROM nba_predictions.ensemble_v1") == [])
    #expect(
      try day.rows(
        "SELECT entity_id, failure_category, failure_reason FROM fastbreak.failures")
        == ["p | MISSING_UPSTREAM | 1 of 4 systems predict, and two are the minimum"])
  }
}

/// What the feature store reads of one player.
enum GivenStore {
  static let tables: [any Table] = [
    UpcomingPlayerGameContext(), PlayerDailyCache(), PlayerCompositeFactors(),
    PlayerShotZoneAnalysis(), TeamDefenseZoneAnalysis(), PlayerGameSummary(),
    TeamOffenseGameSummary(), GamebookPlayerStats(),
  ]

  /// - Parameter games: `(days after the opening, points)`.
  static func rows(games: [String]) -> String {
    GameDay.context() + """
      INSERT INTO nba_precompute.player_daily_cache BY NAME
      SELECT 'p' AS player_lookup, DATE '2022-11-05' AS cache_date, 18.6 AS points_avg_last_5,
        18.6 AS points_avg_last_10, 18.6 AS points_avg_season, 5.0 AS points_std_last_10,
        30.0 AS minutes_avg_last_10, 5 AS games_played_season, 3 AS games_in_last_7_days,
        100.0 AS team_pace_last_10, 112.0 AS team_off_rating_last_10,
        true AS shot_zone_data_available;
      INSERT INTO nba_precompute.player_composite_factors BY NAME
      SELECT 'p' AS player_lookup, DATE '2022-11-05' AS game_date, '18' AS game_id,
        80 AS fatigue_score, 1.0 AS shot_zone_mismatch_score, 0.5 AS pace_score,
        0.2 AS usage_spike_score, 0 AS referee_favorability_score, 0 AS look_ahead_pressure_score,
        0 AS travel_impact_score, 0 AS opponent_strength_score, 0.7 AS total_composite_adjustment,
        100 AS data_completeness_pct, false AS has_warnings, true AS upstream_player_shot_ready,
        true AS upstream_team_defense_ready, true AS upstream_player_context_ready,
        true AS upstream_team_context_ready, true AS all_upstreams_ready;
      INSERT INTO nba_precompute.player_shot_zone_analysis BY NAME
      SELECT 'p' AS player_lookup, DATE '2022-11-05' AS analysis_date;
      INSERT INTO nba_precompute.team_defense_zone_analysis BY NAME
      SELECT 'NYK' AS team_abbr, DATE '2022-11-05' AS analysis_date,
        113.5 AS defensive_rating_last_15, 99.5 AS opponent_pace;
      INSERT INTO nba_analytics.player_game_summary BY NAME
      SELECT 'p' AS player_lookup, CAST(d AS VARCHAR) AS game_id,
        DATE '2022-10-18' + CAST(d AS INTEGER) AS game_date, 'BOS' AS team_abbr,
        'NYK' AS opponent_team_abbr, 2022 AS season_year, points, 30.0 AS minutes_played,
        3 AS ft_makes, false AS has_complete_shot_zones, false AS starter_flag, true AS win_flag,
        true AS is_active
      FROM (VALUES \(games.joined(separator: ", "))) AS game(d, points);
      """
  }
}

/// What the ensemble reads.
enum GivenVotes {
  static let tables: [any Table] = [
    UpcomingPlayerGameContext(), MLFeatureStore(), SystemPredictions<MovingAverageBaseline>(),
    SystemPredictions<ZoneMatchup>(), SystemPredictions<SimilarityBalanced>(),
    SystemPredictions<XGBoost>(),
  ]

  static func row(_ system: String, points: Int, confidence: Double) -> String {
    """
    INSERT INTO nba_predictions.\(system) BY NAME
    SELECT 'p' AS player_lookup, DATE '2022-11-05' AS game_date, \(points) AS predicted_points,
      \(confidence) AS confidence_score, 'OVER' AS recommendation;
    """
  }
}
