import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The factors of a game have the sign of what they stand for: what tires a player never makes
/// him fresher, and a defence that allows more never makes the matchup worse.
@Suite struct FactorSignTests {
  static let tables: [any Table] = [
    UpcomingPlayerGameContext(), UpcomingTeamGameContext(), PlayerShotZoneAnalysis(),
    TeamDefenseZoneAnalysis(), PlayerGameSummary(), GamebookPlayerStats(),
  ]

  /// Rows that the factors need besides the players: all of them shoot threes.
  ///
  /// - Parameter allowed: percentage points that the opponent allows beyond the league, behind the arc.
  static func others(_ players: Int, allowed: Double = 0) -> String {
    """
    INSERT INTO nba_analytics.upcoming_team_game_context BY NAME
    SELECT 'BOS' AS team_abbr, '18' AS game_id, DATE '2022-11-05' AS game_date,
      2022 AS season_year, 'NYK' AS opponent_team_abbr, true AS home_game,
      false AS is_back_to_back, false AS team_back_to_back, 3 AS games_in_last_7_days,
      6 AS games_in_last_14_days, 0 AS team_win_streak_entering,
      0 AS team_loss_streak_entering, true AS is_production_ready;
    INSERT INTO nba_precompute.player_shot_zone_analysis BY NAME
    SELECT 'p' || (10 + range) AS player_lookup, DATE '2022-11-05' AS analysis_date,
      'perimeter' AS primary_scoring_zone, 50.0 AS three_pt_rate_last_10
    FROM range(\(players));
    INSERT INTO nba_precompute.team_defense_zone_analysis BY NAME
    SELECT 'NYK' AS team_abbr, DATE '2022-11-05' AS analysis_date,
      \(allowed) AS three_pt_defense_vs_league_avg, 'perimeter' AS weakest_zone;
    """
  }

  /// A factor of players whose contexts differ in one column only.
  static func factors(
    _ factor: String, of column: String, over values: [String]
  ) throws -> [Double] {
    let contexts = values.enumerated().map { index, value in
      GameDay.context(
        "'p\(index + 10)'",
        ", \(value) AS \(column)" + (column == "back_to_back" ? "" : ", false AS back_to_back"))
    }
    let day = try GameDay(given: tables, contexts.joined() + others(values.count)) {
      Processor.playerCompositeFactors
    }
    return try day.rows(
      "SELECT \(factor) FROM nba_precompute.player_composite_factors ORDER BY player_lookup"
    ).compactMap { Double($0) }
  }

  @Test(arguments: [
    ("back_to_back", ["false", "true"]),
    ("games_in_last_7_days", ["0", "3", "4", "5"]),
    ("minutes_in_last_7_days", ["0", "240", "241", "300"]),
    ("avg_minutes_per_game_last_7", ["10.0", "35.0", "35.1", "42.0"]),
    ("back_to_backs_last_14_days", ["0", "1", "2", "3"]),
    ("player_age", ["20", "29", "30", "34", "35", "41"]),
  ])
  func `what tires makes nobody fresher, nor his forecast higher`(
    column: String, values: [String]
  ) throws {
    for factor in ["fatigue_score", "total_composite_adjustment"] {
      let found = try Self.factors(factor, of: column, over: values)
      #expect(found.count == values.count)
      #expect(found == found.sorted(by: >))
      #expect(found[0] > found[found.count - 1])
    }
  }

  @Test func `a faster game and more of the ball do not lower their factors`() throws {
    for (factor, column) in [
      ("pace_score", "pace_differential"), ("usage_spike_score", "projected_usage_rate"),
    ] {
      let values =
        column == "pace_differential"
        ? ["-8.0", "-1.0", "0.0", "2.0", "9.0"] : ["10.0", "25.0", "30.0"]
      let found = try Self.factors(factor, of: column, over: values)
      #expect(found == found.sorted())
      #expect(found[0] < 0 && found[found.count - 1] > 0)
    }
  }

  @Test func `a defence that allows more does not make the matchup worse`() throws {
    let found = try [-9.0, -4, 0, 3, 5, 9].map { allowed in
      let day = try GameDay(
        given: Self.tables, GameDay.context("'p10'") + Self.others(1, allowed: allowed)
      ) { Processor.playerCompositeFactors }
      return try day.rows(
        "SELECT shot_zone_mismatch_score FROM nba_precompute.player_composite_factors"
      ).compactMap { Double($0) }[0]
    }
    #expect(found == found.sorted())
    #expect(found[0] < 0 && found[2] == 0 && found[5] > 0)
  }
}
