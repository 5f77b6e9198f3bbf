/// How often one thing went wrong.
package struct FailureCount: Hashable, Sendable {
  package let category: String
  package let canRetry: Bool
  /// Lines in the journal: a day that failed in three runs counts three times.
  package let failures: Int
  /// Different entities and days, whole days included: the same day counts once.
  package let places: Int
  /// The last run that met it.
  package let latestRun: String

  fileprivate init(row: borrowing Statement) throws(LedgerError) {
    category = try row.text("category")
    canRetry = try row.flag("can_retry")
    failures = try row.count("failures")
    places = try row.count("places")
    latestRun = try row.text("latest_run")
  }
}

extension Ledger {
  /// What went wrong for a processor on `days`, most frequent first.
  ///
  /// The journal says what happened: a failure stays here after a later run mended it.
  package func failureCounts(
    of processor: String, on days: ClosedRange<String>
  ) throws(LedgerError) -> [FailureCount] {
    try use { connection throws(LedgerError) in
      try connection.rows(
        """
        SELECT
          c.category,
          c.can_retry,
          c.failures,
          c.places,
          f.run AS latest_run
        FROM (
          SELECT
            category,
            can_retry,
            count(*) AS failures,
            count(DISTINCT day || coalesce('=' || entity, '')) AS places,
            max(id) AS latest
          FROM failures
          WHERE processor = $processor AND day BETWEEN $from AND $to
          GROUP BY category, can_retry
        ) AS c
        JOIN failures AS f ON f.id = c.latest
        ORDER BY c.failures DESC, c.category, c.can_retry
        """,
        [
          "$processor": .text(processor), "$from": .text(days.lowerBound),
          "$to": .text(days.upperBound),
        ], FailureCount.init(row:))
    }
  }

  /// The failures of a processor on `days`, newest first.
  ///
  /// - Parameter entity: only this one's, and those of whole days, which hit it too.
  package func failures(
    of processor: String, on days: ClosedRange<String>, entity: String? = nil, limit: Int = .max
  ) throws(LedgerError) -> [FailureRecord] {
    try use { connection throws(LedgerError) in
      try connection.rows(
        """
        \(FailureRecord.selection)
        WHERE processor = $processor AND day BETWEEN $from AND $to
          AND ($entity IS NULL OR entity IS NULL OR entity = $entity)
        ORDER BY id DESC
        LIMIT $limit
        """,
        [
          "$processor": .text(processor), "$from": .text(days.lowerBound),
          "$to": .text(days.upperBound), "$entity": .text(ifAny: entity),
          "$limit": .count(max(limit, 0)),
        ], FailureRecord.init(row:))
    }
  }
}
