import FeatureSpec
import Testing

@testable import FeatureEngine

/// Vectors filled by name and read element by element.
@Suite struct VectorTests {
  private static func stored(
    _ rows: String = TinySeason.rows, days: ClosedRange<Int> = 1...10,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> TinyWarehouse {
    let tiny = try TinyWarehouse(VectorPipeline().pipeline, rows: rows)
    let report = try tiny.run(days, change)
    #expect(report.failedDays == 0)
    return tiny
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `elements, names, sources and defaults are those computed by hand`(
    evaluator: RunOptions.Evaluator
  ) throws {
    let tiny = try Self.stored { $0.evaluator = evaluator }
    // Ann: 10 on the 1st, 20 on the 3rd, 33 on the 4th, ratings 101.5, 110.25 and none.
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date) AS day, features, feature_names, feature_count, quality, defaulted
        FROM made.player_vectors WHERE player = 'ann' ORDER BY day
        """) == [
          // One game: the season's mean, and the default for the days of rest.
          "3 | [10.0, 101.5, 7.0] | [points_mean_last_2, rating, rest_days] | 3 | 69.00 | 1",
          "4 | [15.0, 110.25, 1.0] | [points_mean_last_2, rating, rest_days] | 3 | 100.00 | 0",
          // The newest game has no rating: an element without default is NULL, and counts 40.
          "8 | [26.5, NULL, 4.0] | [points_mean_last_2, rating, rest_days] | 3 | 80.00 | 0",
          "10 | [19.0, 95.0, 2.0] | [points_mean_last_2, rating, rest_days] | 3 | 100.00 | 0",
        ])
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `elements are read of the population, lookups, stacks and histories`(
    evaluator: RunOptions.Evaluator
  ) throws {
    let tiny = try Self.stored { $0.evaluator = evaluator }
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date) AS day, points, rating, previous_points, highest_rating, rest_sum,
          rated_days, stacked_points
        FROM made.vector_readers WHERE player = 'ann' ORDER BY day
        """) == [
          "3 | 10.0 | 101.5 | ∅ | ∅ | ∅ | 0 | 10.0",
          // Twice one day of rest is not more than three: the stack has no such row.
          "4 | 15.0 | 110.25 | 10.0 | 101.5 | 7.0 | 1 | ∅",
          "8 | 26.5 | ∅ | 10.0 | 110.25 | 8.0 | 2 | 26.5",
          "10 | 19.0 | 95.0 | 26.5 | 110.25 | 12.0 | 2 | 19.0",
        ])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `kernels and SQL agree on elements`(seed: UInt64) throws {
    let rows = RandomSeason(seed: seed).sql
    let kernels = try Self.stored(rows, days: 1...21)
    let sql = try Self.stored(rows, days: 1...21) { $0.evaluator = .sql }
    #expect(try kernels.stored() == sql.stored())
    #expect(
      try kernels.rows("SELECT 1 FROM made.vector_readers WHERE previous_points > 0 LIMIT 1")
        == ["1"])
  }

  @Test func `an element outside its range breaks the contract of its name`() throws {
    let tiny = try TinyWarehouse(
      VectorPipeline().pipeline,
      rows: TinySeason.rows + "UPDATE raw.lines SET points = 99 WHERE player = 'ann';")
    let part = try #require(try tiny.run().processors.first { $0.processor == "player_vectors" })
    #expect(part.days[.failed] == 4)
    #expect(
      try tiny.rows("SELECT DISTINCT failure_reason FROM fastbreak.failures ORDER BY ALL").contains
      {
        $0.contains("features.points_mean_last_2 is within 0...60")
      })
    #expect(try tiny.stored("player_vectors") == [])
  }

  @Test func `a required element without a value breaks a contract`() throws {
    let tiny = try TinyWarehouse(VectorPipeline(unknownRest: .missing(.integer)).pipeline)
    try tiny.run { $0.only = ["player_vectors"] }
    #expect(
      try tiny.rows("SELECT DISTINCT failure_reason FROM fastbreak.failures ORDER BY ALL").contains
      {
        $0.contains("features.rest_days is present")
      })
  }

  @Test func `a spec's contract may read an element`() throws {
    let tiny = try TinyWarehouse(VectorPipeline(unknownRest: 31).pipeline)
    try tiny.run { $0.only = ["player_vectors"] }
    #expect(
      try tiny.rows("SELECT DISTINCT failure_reason FROM fastbreak.failures ORDER BY ALL").contains
      {
        $0.contains("rest is at most 30 days")
      })
  }
}
