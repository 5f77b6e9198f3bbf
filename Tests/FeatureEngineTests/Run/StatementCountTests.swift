import DuckDB
import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The whole shipped pipeline: a slab takes as many statements as any other, however many days and
/// players it has. They are counted where they are run, on the connection.
@Suite struct StatementCountTests {
  /// What one run of a season from its 20th day on takes.
  private func count(days: Int, players: Int) throws -> (
    report: RunReport, all: Int, rows: [String: Int]
  ) {
    let shipped = try ShippedWarehouse(path: ":memory:", whole: true)
    try ShippedSeason.fill(shipped.warehouse, days: 50, players: players)
    try shipped.run(ShippedSeason.day(0)...ShippedSeason.day(19))
    let connection = shipped.warehouse.connection
    let before = connection.statementsRun
    let report = try shipped.run(ShippedSeason.day(20)...ShippedSeason.day(19 + days))
    #expect(report.processors.flatMap(\.errors).map(\.message) == [])
    return (
      report, connection.statementsRun - before,
      Dictionary(uniqueKeysWithValues: report.processors.map { ($0.processor, $0.rows.inserted) })
    )
  }

  @Test func `statements grow neither with days nor with players`() throws {
    let small = try count(days: 3, players: 10)
    let long = try count(days: 30, players: 10)
    let wide = try count(days: 3, players: 12)
    for processor in small.report.processors {
      let name = Comment(rawValue: processor.processor)
      let others = [long, wide].map { run in
        run.report.processors.first { $0.processor == processor.processor }
      }
      #expect(processor.slabs == 1, name)
      #expect(processor.statements > 5, name)
      for other in others {
        #expect(other?.slabs == 1, name)
        // Failures are written only where there are some.
        let more = (other?.statements ?? .max) - processor.statements
        #expect(abs(more) <= 2, name)
      }
    }
    #expect(small.report.processors.count == NBAFeatures.pipeline.processors.count)
    for run in [long, wide] {
      #expect(abs(run.all - small.all) <= 2 * small.report.processors.count)
    }
    // And there was more to do.
    for table in ["player_game_summary", "ml_feature_store_v2", "player_prop_predictions"] {
      let rows = [small, long, wide].map { $0.rows[table, default: 0] }
      #expect(rows[0] > 0 && rows[1] > 5 * rows[0] && rows[2] > rows[0], "\(table) \(rows)")
    }
  }
}
