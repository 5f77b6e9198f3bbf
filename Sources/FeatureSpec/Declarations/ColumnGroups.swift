/// The four columns of source tracking for one input (domain 3.2). The same for all rows of a day;
/// metadata, so that they never make a row look changed.
public struct SourceTracking: ColumnGroup {
  /// Name of the input in receipts and statements: `source_player_game`.
  public let prefix: String
  /// The largest freshness value of the rows in scope; NULL with no rows.
  public let lastUpdated: Column
  public let rowsFound: Column
  /// min(100, 100 · rows found / expected rows).
  public let completenessPercent: Column
  /// Order-independent digest of all rows in scope (D-06).
  public let digest: Column

  public init(_ prefix: String) {
    self.prefix = prefix
    lastUpdated = Column("\(prefix)_last_updated", .timestamp).metadata
    rowsFound = Column("\(prefix)_rows_found", .integer, .count).metadata
    completenessPercent =
      Column("\(prefix)_completeness_pct", .number(5, 2), .percent).metadata.within(0...100)
    digest = Column("\(prefix)_hash", .text).metadata
  }
}

/// The fourteen completeness columns (domain 3.3); metadata, unlike in the origin, where a change of
/// completeness alone changed the hash.
public struct CompletenessColumns: ColumnGroup {
  public let expectedGames = Column("expected_games_count", .integer, .count).metadata
  public let actualGames = Column("actual_games_count", .integer, .count).metadata
  public let percentage =
    Column("completeness_percentage", .double, .percent).metadata.within(0...100)
  public let missingGames = Column("missing_games_count", .integer, .count).metadata
  public let isProductionReady = Column("is_production_ready", .boolean).metadata
  public let issues = Column("data_quality_issues", .textList).metadata
  public let lastReprocessAttempt = Column("last_reprocess_attempt_at", .timestamp).metadata
  public let reprocessAttempts = Column("reprocess_attempt_count", .integer, .count).metadata
  public let breakerIsActive = Column("circuit_breaker_active", .boolean).metadata
  public let breakerUntil = Column("circuit_breaker_until", .timestamp).metadata
  public let needsManualOverride = Column("manual_override_required", .boolean).metadata
  public let isSeasonBoundary = Column("season_boundary_detected", .boolean).metadata
  public let isBootstrap = Column("backfill_bootstrap_mode", .boolean).metadata
  public let decision = Column("processing_decision_reason", .text).metadata
  public init() {}
}

/// `l10_completeness_pct` and `l10_is_complete` of one window.
public struct WindowColumns: ColumnGroup {
  public let window: String
  public let percentage: Column
  public let isComplete: Column
  public init(_ window: String) {
    self.window = window
    percentage =
      Column("\(window)_completeness_pct", .double, .percent).metadata.within(0...100)
    isComplete = Column("\(window)_is_complete", .boolean).metadata
  }
}
