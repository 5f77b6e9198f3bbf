import FeaturePlan
import Testing

@testable import FeatureEngine

/// When the stored rows are asked whether they keep the contracts: told by the statements that the database ran.
@Suite struct ContractGateTests {
  /// How many of the statements since the last time had these words.
  private func ran(_ words: String, on tiny: TinyWarehouse) throws -> Int {
    let count = try tiny.rows(
      "SELECT COUNT(*) FROM duckdb_logs WHERE type = 'QueryLog' AND message LIKE '%\(words)%'"
        + " AND message NOT LIKE '%duckdb_logs%'")
    try tiny.execute("CALL truncate_duckdb_logs()")
    return Int(count[0]) ?? -1
  }

  private func logged() throws -> TinyWarehouse {
    let tiny = try TinyWarehouse()
    try tiny.execute("CALL enable_logging('QueryLog')")
    return tiny
  }

  @Test func `rows that kernels computed are asked where there were some before`() throws {
    let tiny = try logged()
    try tiny.run()
    #expect(try ran("broken_rows", on: tiny) == 0)
    try tiny.run { $0.force = true }
    #expect(try ran("broken_rows", on: tiny) == tiny.plan.processors.count)
  }

  @Test func `rows of the SQL evaluator and of the other writer are asked`() throws {
    for change: (inout RunOptions) -> Void in [
      { $0.evaluator = .sql }, { $0.writer = .replace },
    ] {
      let tiny = try logged()
      try tiny.run(1...10, change)
      #expect(try ran("broken_rows", on: tiny) == tiny.plan.processors.count)
    }
  }

  @Test func `rows that the kernels doubt are asked`() throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.fixtures SET home_score = 196 WHERE game = 'g2'")
    try tiny.execute("CALL enable_logging('QueryLog')")
    try tiny.run { $0.only = ["team_games"] }
    #expect(try ran("broken_rows", on: tiny) > 0)
  }

  @Test func `days that are blocked are recorded by one statement`() throws {
    let tiny = try logged()
    let report = try tiny.run { $0.only = ["player_form"] }
    #expect(report.processors[0].days[.blocked, default: 0] > 1)
    #expect(try ran("INSERT INTO \"fastbreak\".\"failures\"", on: tiny) == 1)
  }
}
