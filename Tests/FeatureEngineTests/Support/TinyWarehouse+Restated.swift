import DuckDB

@testable import FeatureEngine

extension TinyWarehouse {
  /// The days of November that a run computed, by processor: those whose receipts have its time.
  func restated(_ change: (inout RunOptions) -> Void = { _ in }) throws -> [String: [Int]] {
    let before = try rows("SELECT MAX(written_at) FROM fastbreak.receipts")
    try run(1...10, change)
    var found: [String: [Int]] = [:]
    for row in try warehouse.connection.query(
      """
      SELECT processor, CAST(day(as_of) AS BIGINT) FROM fastbreak.receipts
      WHERE written_at > CAST('\(before[0])' AS TIMESTAMP) ORDER BY processor, as_of
      """
    ).rows() {
      found[row[0].asText ?? "", default: []].append(Int(row[1].asInteger ?? 0))
    }
    return found
  }
}
