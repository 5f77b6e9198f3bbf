import DuckDB
import FeaturePlan

@testable import FeatureEngine

/// What stands in a warehouse, as texts that compare: exact, whatever the type.
extension Warehouse {
  /// Rows of a query, values joined by ` | `; NULL is `∅`.
  func texts(_ sql: String) throws -> [String] {
    try connection.query("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (\(sql))").rows().map { row in
      row.map { $0.asText ?? "∅" }.joined(separator: " | ")
    }
  }

  /// All columns of an output table but those that say when, in the order of the key.
  func stored(_ processor: ProcessorPlan) throws -> [String] {
    let isTime = processor.output.filter { $0.origin == .createdAt || $0.origin == .writtenAt }
      .map(\.column.name)
    let excluded = isTime.isEmpty ? "" : " EXCLUDE (\(isTime.joined(separator: ", ")))"
    let key = processor.table.key.joined(separator: ", ")
    return try texts("SELECT *\(excluded) FROM \(identifier(processor.table.name)) ORDER BY \(key)")
      .map { "\(processor.name): \($0)" }
  }

  func storedFailures() throws -> [String] {
    try texts(
      """
      SELECT processor_name, as_of, entity_id, failure_category, failure_reason, can_retry,
        expected_game_count, actual_game_count, failure_type, is_correctable, missing_game_dates,
        raw_data_checked
      FROM fastbreak.failures ORDER BY ALL
      """)
  }

  func storedReceipts() throws -> [String] {
    try texts("SELECT * EXCLUDE (written_at) FROM fastbreak.receipts ORDER BY ALL")
      + texts("SELECT * EXCLUDE (last_updated) FROM fastbreak.receipt_inputs ORDER BY ALL")
  }
}
