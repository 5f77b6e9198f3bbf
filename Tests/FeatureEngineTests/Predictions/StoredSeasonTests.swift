import FeatureAlgebra
import FeatureKernels
import NBAKernels
import Testing

@testable import FeatureEngine

/// Precompute tables and prediction systems over a stored season of 73 days, held to the oracles row by
/// row, and computed in every way there is.
@Suite(.serialized)
struct StoredSeasonTests {
  /// The season in one slab by one worker. Tests run one by one and change nothing of what it stores.
  nonisolated(unsafe) private static let whole = Result { try run() }

  static func run(_ change: (inout RunOptions) -> Void = { _ in }) throws -> TinyWarehouse {
    let season = try TinyWarehouse(
      StoredSeason.pipeline, rows: StoredSeason.rows + StoredSeason.votes)
    try rerun(season, change)
    return season
  }

  @discardableResult
  static func rerun(
    _ season: TinyWarehouse, _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> RunReport {
    var options = RunOptions(days: day(StoredSeason.first)...day(StoredSeason.last))
    options.workers = 1
    change(&options)
    let report = try season.engine().run(options)
    #expect(report.processors.flatMap(\.errors).map { "\($0)" } == [])
    return report
  }

  @Test func `every value is the oracles'`() throws {
    let season = try Self.whole.get()
    let oracles = Oracles(season.warehouse)
    try oracles.expectSamePrecompute(atLeast: 1_000, vectors: 300)
    try oracles.expectSameSystems(atLeast: 300)
    // The season has what the oracles must get right.
    for (what, condition) in [
      ("a gap of nine days", "l7d_completeness_pct = 100 AND NOT l5_is_complete"),
      ("few games", "early_season_flag"), ("no zones", "NOT shot_zone_data_available"),
      (
        "a mean of nothing",
        "ts_pct_last_10 IS NULL OR team_pace_last_10 IS NULL OR NOT is_production_ready"
      ),
    ] {
      let rows = try season.rows(
        "SELECT count(*) FROM nba_precompute.player_daily_cache WHERE \(condition)")
      #expect(rows != ["0"], "\(what)")
    }
  }

  @Test func `games like the one to come are the oracle's, however the range is cut`() throws {
    let runs = try [nil, 1].map { days in
      let season = try TinyWarehouse(StoredSeason.similarity, rows: StoredSeason.rows)
      season.kernels = KernelRegistry([SimilarityKernel()])
      try Self.rerun(season) {
        $0.slabDays = days
        $0.workers = days == nil ? 1 : 2
      }
      return season
    }
    try Oracles(runs[0].warehouse).expectSameSimilarity(atLeast: 250)
    #expect(try runs[0].stored() == runs[1].stored())
  }

  @Test func `SQL finds the kernels' rows unchanged`() throws {
    let second = try Self.rerun(Self.whole.get()) {
      $0.evaluator = .sql
      $0.force = true
    }
    #expect(second.rowsWritten == 0)
  }

  @Test func `slabs of a day and two workers store what one slab and one worker do`() throws {
    let days = try Self.run {
      $0.slabDays = 1
      $0.workers = 2
    }
    #expect(try days.stored() == Self.whole.get().stored())
  }

  @Test func `every vector has its 25 names and no row is twice there`() throws {
    let season = try Self.whole.get()
    #expect(
      try season.rows(
        """
        SELECT DISTINCT len(features), len(feature_names), len(feature_sources), data_hash IS NULL,
          len(list_filter(features, lambda x: x IS NULL OR isnan(x)))
        FROM nba_predictions.ml_feature_store_v2
        """) == ["25 | 25 | 25 | false | 0"])
    #expect(
      try season.rows(
        """
        SELECT count(*) - count(DISTINCT (game_date, player_lookup, system_id)),
          count(*) - count(DISTINCT prediction_id)
        FROM nba_predictions.player_prop_predictions
        """) == ["0 | 0"])
    // Without a line nobody recommends, and nothing stands in for it.
    #expect(
      try season.rows(
        """
        SELECT DISTINCT recommendation, has_prop_line, line_margin IS NULL, line_source IS NULL
        FROM nba_predictions.player_prop_predictions WHERE current_points_line IS NULL
        """) == ["PASS | false | true | true"])
  }
}
