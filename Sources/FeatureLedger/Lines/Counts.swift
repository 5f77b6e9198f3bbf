/// What became of the rows of a run or a processor.
package struct RowCounts: Hashable, Sendable {
  package var inserted: Int
  package var updated: Int
  /// Computed again, found equal, not written.
  package var unchanged: Int
  /// Entities that got a failure instead of a row.
  package var failed: Int

  package init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, failed: Int = 0) {
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.failed = failed
  }

  static func += (left: inout RowCounts, right: RowCounts) {
    left.inserted += right.inserted
    left.updated += right.updated
    left.unchanged += right.unchanged
    left.failed += right.failed
  }

  static let columns = ["rows_inserted", "rows_updated", "rows_unchanged", "rows_failed"]

  var values: [Value] {
    [.count(inserted), .count(updated), .count(unchanged), .count(failed)]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      inserted: try row.count("rows_inserted"), updated: try row.count("rows_updated"),
      unchanged: try row.count("rows_unchanged"), failed: try row.count("rows_failed"))
  }
}

/// What became of the as-of days of a processor in a run.
package struct DayCounts: Hashable, Sendable {
  /// Stored already, and still right.
  package var fresh: Int
  package var computed: Int
  /// No games, so nothing to compute.
  package var off: Int
  /// Too early in the season for the history the processor needs.
  package var bootstrap: Int
  /// An upstream day was missing or failed.
  package var blocked: Int
  package var failed: Int

  package init(
    fresh: Int = 0, computed: Int = 0, off: Int = 0, bootstrap: Int = 0, blocked: Int = 0,
    failed: Int = 0
  ) {
    self.fresh = fresh
    self.computed = computed
    self.off = off
    self.bootstrap = bootstrap
    self.blocked = blocked
    self.failed = failed
  }

  static let columns = [
    "days_fresh", "days_computed", "days_off", "days_bootstrap", "days_blocked", "days_failed",
  ]

  var values: [Value] {
    [
      .count(fresh), .count(computed), .count(off), .count(bootstrap), .count(blocked),
      .count(failed),
    ]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      fresh: try row.count("days_fresh"), computed: try row.count("days_computed"),
      off: try row.count("days_off"), bootstrap: try row.count("days_bootstrap"),
      blocked: try row.count("days_blocked"), failed: try row.count("days_failed"))
  }
}
