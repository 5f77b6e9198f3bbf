import FeatureAlgebra
import FeatureSpec
import Foundation
import Testing

@testable import FeatureEngine

/// Precompute tables and prediction systems over a stored season of 73 days, held to the oracles row by
/// row, and computed in every way there is.
@Suite(.serialized)
struct StoredSeasonTests {
  static func run(_ change: (inout RunOptions) -> Void = { _ in }) throws -> TinyWarehouse {
    let season = try TinyWarehouse(StoredSeason.pipeline, rows: StoredSeason.rows)
    var options = RunOptions(days: day(StoredSeason.first)...day(StoredSeason.last))
    options.workers = 1
    change(&options)
    let report = try season.engine().run(options)
    #expect(report.processors.flatMap(\.errors).map { "\($0)" } == [])
    return season
  }

  @Test func `every value is the oracles'`() throws {
    let season = try Self.run()
    let oracles = Oracles(season.warehouse)
    try oracles.prepare("stored_player_windows")
    try oracles.expectSame(
      "nba_precompute.player_composite_factors", keys: ["player_lookup", "game_date"],
      comparedColumns: 28, atLeast: 1_000)
    try oracles.expectSame(
      "nba_precompute.player_daily_cache", keys: ["player_lookup", "cache_date"],
      comparedColumns: 40, atLeast: 1_000)
    try oracles.expectSame(
      "nba_predictions.ml_feature_store_v2", keys: ["player_lookup", "game_date"],
      selecting: oracles.elements(25), comparedColumns: 35, atLeast: 300)
    for system in ["moving_average_baseline_v1", "zone_matchup_v1", "xgboost_v1"] {
      try oracles.expectSame(
        "nba_predictions.\(system)", from: "formula_systems",
        keys: ["player_lookup", "game_date"], where: "system_id = '\(system)'",
        comparedColumns: 9, atLeast: 300)
    }
    try oracles.expectSame(
      "nba_predictions.ensemble_v1", keys: ["player_lookup", "game_date"],
      comparedColumns: 7, atLeast: 300)
  }
}
