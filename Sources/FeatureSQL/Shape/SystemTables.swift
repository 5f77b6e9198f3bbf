import FeatureAlgebra
public import FeaturePlan

/// The tables that Fastbreak keeps for itself in a warehouse, in the schema `fastbreak`.
///
/// They are declared like any other table: made by the same DDL and compared by the same check.
public enum SystemTables {
  public static let schema = "fastbreak"

  /// Raised when one of these tables changes. A warehouse says in `meta` which version made it.
  public static let version = 2

  /// What is known of the warehouse itself: `schema_version`, `pipeline`.
  public static let meta = table(
    "meta", key: ["name"],
    [column("name", .text, .required), column("value", .text, .required)])

  /// One row per stored processor and as-of day, written in the transaction of its rows.
  ///
  /// `content_digest` is taken of the stored rows after the write; NULL where the day has none.
  public static let receipts = table(
    "receipts", key: ["processor", "as_of"], day: "as_of",
    [
      column("processor", .text, .required), column("as_of", .day, .required),
      column("plan_fingerprint", .text, .required), column("row_count", .integer, .required),
      column("failed_count", .integer, .required), column("content_digest", .text),
      column("written_at", .timestamp, .required),
    ])

  /// What each input held, in the scope of the day, when the day was written.
  public static let receiptInputs = table(
    "receipt_inputs", key: ["processor", "as_of", "input"], day: "as_of",
    [
      column("processor", .text, .required), column("as_of", .day, .required),
      column("input", .text, .required), column("rows_found", .integer, .required),
      column("last_updated", .timestamp), column("digest", .text),
    ])

  /// One row per entity that has no output row for a reason, or per day that failed as a whole, with
  /// the entity `DATE_LEVEL` (domain 3.4). One table for all processors: a reason means the same
  /// everywhere, and the dataset is the processor's.
  public static let failures = table(
    "failures", key: ["processor_name", "as_of", "entity_id"], day: "as_of",
    [
      column("processor_name", .text, .required), column("run_id", .text, .required),
      column("as_of", .day, .required), column("entity_id", .text, .required),
      column("failure_category", .text, .required), column("failure_reason", .text, .required),
      column("can_retry", .boolean, .required), column("failure_type", .text, .required),
      column("is_correctable", .boolean), column("expected_game_count", .integer),
      column("actual_game_count", .integer), column("missing_game_dates", .textList),
      column("raw_data_checked", .boolean, .required), column("created_at", .timestamp, .required),
    ])

  /// One row per failed attempt of an entity's day, in processors with a circuit breaker (domain 3.5).
  /// Daily runs alone write and read it.
  public static let reprocessAttempts = table(
    "reprocess_attempts", key: ["processor_name", "as_of", "entity_id", "attempt_number"],
    day: "as_of",
    [
      column("processor_name", .text, .required), column("as_of", .day, .required),
      column("entity_id", .text, .required), column("attempt_number", .integer, .required),
      column("attempted_at", .timestamp, .required), column("run_id", .text, .required),
      column("completeness_pct", .double), column("skip_reason", .text, .required),
      column("circuit_breaker_tripped", .boolean, .required),
      column("circuit_breaker_until", .timestamp),
    ])

  /// One row per breaker of a processor that is not closed, or counts failures (domain 3.5). `scope` is a day
  /// or `ALL_DAYS`. Daily runs alone write and read it.
  public static let circuitBreakers = table(
    "circuit_breakers", key: ["processor_name", "scope"],
    [
      column("processor_name", .text, .required), column("scope", .text, .required),
      column("failures", .integer, .required), column("successes", .integer, .required),
      column("open_until", .timestamp), column("run_id", .text, .required),
      column("updated_at", .timestamp, .required),
    ])

  public static let all = [
    meta, receipts, receiptInputs, failures, reprocessAttempts, circuitBreakers,
  ]

  /// A failure of a whole day stands for no entity.
  public static let dayLevelEntity = "DATE_LEVEL"

  private enum Presence { case required, optional }

  private static func column(
    _ name: String, _ type: ColumnType, _ presence: Presence = .optional
  ) -> ColumnPlan {
    ColumnPlan(name: name, type: type, isNullable: presence == .optional, role: .metadata)
  }

  private static func table(
    _ name: String, key: [String], day: String? = nil, _ columns: [ColumnPlan]
  ) -> TablePlan {
    TablePlan(
      name: TableName(schema, name), columns: columns, key: key, day: day, freshness: nil,
      rowHash: nil)
  }
}
