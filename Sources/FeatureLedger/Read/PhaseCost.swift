/// What one phase cost a processor in one run, all slabs together.
package struct PhaseCost: Hashable, Sendable {
  package let processor: String
  package let phase: StepRecord.Phase
  package let seconds: Double
  package let rows: Int
  package let statements: Int
  /// How many steps were added up.
  package let steps: Int

  init(row: borrowing Statement) throws(LedgerError) {
    processor = try row.text("processor")
    phase = StepRecord.Phase(rawValue: try row.text("phase"))
    seconds = try row.real("seconds")
    rows = try row.count("rows")
    statements = try row.count("statements")
    steps = try row.count("steps")
  }
}

extension Ledger {
  /// Seconds by processor and phase of a run, in the order the run first came to each.
  ///
  /// - Throws: `absent` when there is no such run.
  package func phaseCosts(of run: String) throws(LedgerError) -> [PhaseCost] {
    try use { connection throws(LedgerError) in
      try connection.reading { () throws(LedgerError) in
        _ = try connection.requiredSummary(of: run)
        return try connection.phaseCosts(of: run)
      }
    }
  }
}

extension Connection {
  func phaseCosts(of run: String) throws(LedgerError) -> [PhaseCost] {
    try rows(
      """
      SELECT
        processor,
        phase,
        total(seconds) AS seconds,
        sum("rows") AS "rows",
        sum(statements) AS statements,
        count(*) AS steps
      FROM steps
      WHERE run = $run
      GROUP BY processor, phase
      ORDER BY min(id)
      """, ["$run": .text(run)], PhaseCost.init(row:))
  }
}
