/// How fast a processor was in its last runs: what `plan` estimates from.
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
    /// Its part of what the run took by the wall clock: as large as its part of the time of all steps.
    package let seconds: Double
  }

  /// What a number of days is likely to come to.
  package struct Estimate: Hashable, Sendable {
    package let rows: Int
    /// Nil where all earlier runs were much longer: a day costs less in a long slab than alone.
    package let seconds: Double?

    package init(rows: Int, seconds: Double?) {
      self.rows = rows
      self.seconds = seconds
    }
  }

  package let processor: String
  /// Newest first, at least one.
  package let samples: [Sample]

  /// By the run whose number of days is nearest, the newest of several, in proportion to the days.
  package func estimate(days: Int) -> Estimate {
    func distance(_ sample: Sample) -> Double {
      let (few, many) = (min(sample.days, days), max(sample.days, days))
      return Double(many) / Double(max(few, 1))
    }
    guard let nearest = samples.min(by: { distance($0) < distance($1) }), days > 0 else {
      return Estimate(rows: 0, seconds: 0)
    }
    let share = Double(days) / Double(nearest.days)
    return Estimate(
      rows: Int((Double(nearest.rows) * share).rounded()),
      seconds: share >= Self.leastShare ? nearest.seconds * share : nil)
  }

  private static let leastShare = 0.25
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
        max(e.finished_at - r.started_at, 0) / 1e6 AS elapsed,
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
        SELECT coalesce(
          k.elapsed * total(s.seconds) FILTER (WHERE s.processor = k.processor)
            / nullif(total(s.seconds), 0), 0.0)
        FROM steps AS s
        WHERE s.run = k.run
      ) AS seconds
    FROM "ranked" AS k
    WHERE k.nth <= $runs
    ORDER BY k.processor, k.nth
    """
}
