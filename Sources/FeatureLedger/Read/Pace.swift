/// How fast a processor was in its last runs: what an estimate is made from.
package struct Pace: Hashable, Sendable {
  /// One run's work on the processor.
  package struct Sample: Hashable, Sendable {
    package let run: String
    package let evaluator: String
    package let workers: Int
    /// Days computed.
    package let days: Int
    /// Rows inserted, updated and unchanged.
    package let rows: Int
    /// All phases together. With several workers this is more than the run took.
    package let seconds: Double
  }

  package let processor: String
  /// Newest first, at least one. A day costs less in a long slab than alone: for an estimate of one
  /// day, samples of few days serve better than the average.
  package let samples: [Sample]

  package var secondsPerDay: Double {
    total(\.seconds) / total { Double($0.days) }
  }

  /// `nil` when none of the runs made a row.
  package var secondsPerRow: Double? {
    let rows = total { Double($0.rows) }
    return rows > 0 ? total(\.seconds) / rows : nil
  }

  private func total(_ part: (Sample) -> Double) -> Double {
    samples.reduce(0) { $0 + part($1) }
  }
}

extension Pace.Sample {
  fileprivate init(row: borrowing Statement) throws(LedgerError) {
    run = try row.text("run")
    evaluator = try row.text("evaluator")
    workers = try row.count("workers")
    days = try row.count("days")
    rows = try row.count("rows")
    seconds = try row.real("seconds")
  }
}

extension Ledger {
  /// The pace of every processor that computed at least a day, by name.
  ///
  /// - Parameters:
  ///   - runs: how many of each processor's last runs to look at. Runs that failed or were killed
  ///     are left out, as are those that found every day fresh.
  ///   - evaluator: only runs with this one.
  package func paces(
    lastRuns runs: Int = 5, evaluator: String? = nil
  ) throws(LedgerError) -> [Pace] {
    let rows = try use { connection throws(LedgerError) in
      try connection.rows(
        Self.paceQuery, ["$runs": .count(runs), "$evaluator": .text(ifAny: evaluator)]
      ) { row throws(LedgerError) in
        (processor: try row.text("processor"), sample: try Pace.Sample(row: row))
      }
    }
    var order: [String] = []
    var samples: [String: [Pace.Sample]] = [:]
    for row in rows {
      if samples[row.processor] == nil { order.append(row.processor) }
      samples[row.processor, default: []].append(row.sample)
    }
    return order.map { Pace(processor: $0, samples: samples[$0] ?? []) }
  }

  private static let paceQuery = """
    WITH "ranked" AS (
      SELECT
        p.id,
        p.processor,
        p.run,
        r.evaluator,
        r.workers,
        p.days_computed AS days,
        p.rows_inserted + p.rows_updated + p.rows_unchanged AS "rows",
        row_number() OVER (PARTITION BY p.processor ORDER BY p.id DESC) AS nth
      FROM run_processors AS p
      JOIN runs AS r USING (run)
      JOIN run_ends AS e USING (run)
      WHERE e.ending IN ('success', 'partial')
        AND p.days_computed > 0
        AND ($evaluator IS NULL OR r.evaluator = $evaluator)
        AND EXISTS (SELECT 1 FROM steps AS s WHERE s.run = p.run AND s.processor = p.processor)
    )
    SELECT
      k.processor,
      k.run,
      k.evaluator,
      k.workers,
      k.days,
      k."rows",
      (
        SELECT total(s.seconds) FROM steps AS s
        WHERE s.run = k.run AND s.processor = k.processor
      ) AS seconds
    FROM "ranked" AS k
    WHERE k.nth <= $runs
    ORDER BY k.processor, k.nth
    """
}
