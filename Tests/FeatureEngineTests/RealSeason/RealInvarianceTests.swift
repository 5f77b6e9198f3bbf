import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureEngine

/// The first weeks of a real season come out the same however they are computed: every column of every
/// table but those that say when, failures and receipts, as texts.
@Suite(
  .enabled(if: RealSeason.isThere, "the real seasons are not beside the checkout: ../shared/data"),
  .serialized)
struct RealInvarianceTests {
  /// The first vectors are those of 2022-11-14.
  static let days = day("2022-10-18")...day("2022-11-15")
  /// What is computed again in other ways, after all that it looks back at.
  static let part = day("2022-11-09")...day("2022-11-15")

  @Test func `evaluators, workers, slabs and the order of raw rows cannot be seen`() throws {
    let season = try RealSeason()
    try season.run(Self.days) { $0.workers = 1 }
    let before = try season.everything()
    #expect(before.count > 15_000)
    for table in ["ml_feature_store_v2", "similarity_balanced_v1", "player_prop_predictions"] {
      #expect(before.contains { $0.hasPrefix("\(table): ") }, "\(table)")
    }

    // Rows of the range go and come again, computed in another way.
    func again(_ way: Comment, _ change: (inout RunOptions) -> Void) throws {
      try season.run(Self.part) {
        $0.force = true
        $0.writer = .replace
        change(&$0)
      }
      #expect(try season.everything() == before, way)
    }
    try season.shuffleRawRows()
    try again("two workers, slabs of a week, rows in another order") {
      $0.workers = 2
      $0.slabDays = 7
    }
    try again("SQL") {
      $0.evaluator = .sql
      // A hand kernel has no SQL.
      $0.only = season.engine.plan.processors.filter(\.handKernels.isEmpty).map(\.name)
    }
    for (first, last) in [("2022-11-09", "2022-11-13"), ("2022-11-14", "2022-11-15")] {
      try season.run(day(first)...day(last)) {
        $0.force = true
        $0.writer = .replace
        $0.slabDays = 1
      }
    }
    #expect(try season.everything() == before, "part by part, a day at a time")
  }
}

extension RealSeason {
  /// Everything a run stores but what says when.
  fileprivate func everything() throws -> [String] {
    try engine.plan.processors.flatMap { try warehouse.stored($0) } + warehouse.storedFailures()
      + warehouse.storedReceipts()
  }

  /// Stores the rows of the raw tables in another order.
  fileprivate func shuffleRawRows() throws {
    let computed = Set(engine.plan.processors.map(\.table.name))
    for table in engine.plan.tables.map(\.name) where !computed.contains(table) {
      let name = identifier(table)
      try warehouse.connection.execute(
        """
        CREATE OR REPLACE TEMPORARY TABLE shuffled AS FROM \(name);
        DELETE FROM \(name) WHERE TRUE;
        INSERT INTO \(name)
        SELECT rows.* FROM shuffled AS rows ORDER BY HASH(CAST(rows AS VARCHAR));
        DROP TABLE shuffled;
        """)
    }
  }
}
