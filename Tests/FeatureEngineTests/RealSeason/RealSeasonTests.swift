import Testing

@testable import FeatureEngine

/// The real season 2022-23 through the shipped feed and specs, held to the oracles row by row.
@Suite(
  .enabled(if: RealSeason.isThere, "the real seasons are not beside the checkout: ../shared/data"),
  .serialized)
struct RealSeasonTests {
  @Test func `the season is loaded, run, equal to the oracles and then left alone`() throws {
    let season = try RealSeason()
    let first = try season.run()
    #expect(first.failedDays == 0)
    #expect(
      first.processors.map { "\($0.processor) \($0.rows.inserted)" } == [
        "team_offense_game_summary 2460", "player_game_summary 25894",
        "team_defense_game_summary 2460", "team_defense_zone_analysis 4039",
        "player_shot_zone_analysis 59492", "upcoming_team_game_context 2460",
        "upcoming_injury_context 0", "upcoming_player_game_context 24917",
        "player_composite_factors 20629",
        "player_daily_cache 22091", "player_game_settings 25881", "ml_feature_store_v2 19675",
        "moving_average_baseline_v1 19675", "zone_matchup_v1 19675",
        "similarity_balanced_v1 16339", "xgboost_v1 19675", "ensemble_v1 19675",
        "player_prop_predictions 95039",
      ])

    #expect(
      try season.differences(
        "nba_analytics.player_game_summary", from: "player_game_summary",
        keys: ["player_lookup", "game_date"], expected: 25_894) == [])
    #expect(
      try season.differences(
        "nba_precompute.team_defense_zone_analysis", from: "team_defense_zone_analysis",
        keys: ["team_abbr", "analysis_date"], expected: 4_039) == [])
    #expect(
      try season.differences(
        "nba_precompute.player_shot_zone_analysis", from: "player_shot_zone_analysis",
        keys: ["player_lookup", "analysis_date"], expected: 59_492) == [])
    #expect(
      try season.differences(
        "nba_analytics.upcoming_team_game_context", from: "upcoming_team_game_context",
        keys: ["team_abbr", "game_date"], expected: 2_460) == [])
    #expect(
      try season.differences(
        "nba_analytics.upcoming_player_game_context", from: "upcoming_player_game_context",
        keys: ["player_lookup", "game_date"], expected: 24_917) == [])
    #expect(
      try season.failureCounts() == [
        "EXPECTED_INCOMPLETE": 9_804, "INCOMPLETE_DATA": 1_234, "INCOMPLETE_UPSTREAM": 5_485,
        "INSUFFICIENT_DATA": 4_358, "MISSING_DEPENDENCY": 84,
      ])

    let stored = season.stored
    try stored.expectSamePrecompute(atLeast: 15_000, vectors: 12_000)
    try stored.expectSameSystems(atLeast: 12_000)
    try stored.expectSameSimilarity(atLeast: 10_000)

    let second = try season.run()
    #expect(second.rowsWritten == 0)
    #expect(second.processors.allSatisfy { ($0.days[.computed] ?? 0) == 0 })
  }
}
