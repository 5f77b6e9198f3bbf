extension Ledger {
  /// Ends every run without an end as `interrupted`, with the rows that were recorded of it.
  ///
  /// For the process that holds the warehouse to write: no other run can be at work, so these were
  /// killed. When is not known, so their start stands for their end.
  /// - Returns: the runs that were ended, oldest first.
  @discardableResult
  package func endKilledRuns() throws(LedgerError) -> [String] {
    try use { connection throws(LedgerError) in
      try connection.writing { () throws(LedgerError) in
        let killed = try connection.unfinishedRuns()
        guard !killed.isEmpty else { return [] }
        let insertion = try Statement(RunFinished.insertion, on: connection)
        for run in killed {
          let parts: [ProcessorOutcome] = try connection.lines(of: run.run)
          var rows = RowCounts()
          for part in parts { rows += part.rows }
          let end = RunFinished(
            run: run.run, ending: .interrupted, finishedAtMicroseconds: run.startedAtMicroseconds,
            rows: rows)
          try insertion.run(end.values)
        }
        return killed.map(\.run)
      }
    }
  }
}
