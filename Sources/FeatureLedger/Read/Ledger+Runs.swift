extension Ledger {
  /// The last runs started, newest first.
  package func latestRuns(_ limit: Int) throws(LedgerError) -> [RunSummary] {
    try use { connection throws(LedgerError) in
      try connection.rows(
        "\(RunSummary.selection) ORDER BY runs.id DESC LIMIT $limit",
        ["$limit": .count(max(limit, 0))], RunSummary.init(row:))
    }
  }

  /// Runs without an end, oldest first: killed, or at work now.
  ///
  /// Who holds the warehouse knows that the others were killed: `endKilledRuns`.
  package func unfinishedRuns() throws(LedgerError) -> [RunStarted] {
    try use { connection throws(LedgerError) in try connection.unfinishedRuns() }
  }

  /// One run with all that was recorded of it, as of one moment; `nil` when there is none.
  ///
  /// - Parameter failureLimit: how many failures to read; `failureCount` counts all the same.
  package func run(
    _ run: String, failureLimit: Int = .max
  ) throws(LedgerError) -> RunDetail? {
    try use { connection throws(LedgerError) in
      try connection.reading { () throws(LedgerError) in
        guard let summary = try connection.summary(of: run) else { return nil }
        let failureCount = try connection.row(
          "SELECT count(*) AS failures FROM failures WHERE run = $run", ["$run": .text(run)]
        ) { row throws(LedgerError) in try row.count("failures") }
        return RunDetail(
          summary: summary,
          processors: try connection.lines(of: run),
          steps: try connection.lines(of: run),
          failures: try connection.lines(of: run, limit: failureLimit),
          failureCount: failureCount,
          notes: try connection.lines(of: run))
      }
    }
  }
}

extension Connection {
  func unfinishedRuns() throws(LedgerError) -> [RunStarted] {
    try rows(
      "\(RunStarted.selection) WHERE run NOT IN (SELECT run FROM run_ends) ORDER BY id", [:],
      RunStarted.init(row:))
  }

  func summary(of run: String) throws(LedgerError) -> RunSummary? {
    let summaries = try rows(
      "\(RunSummary.selection) WHERE run = $run", ["$run": .text(run)], RunSummary.init(row:))
    return summaries.first
  }

  /// A run that must be there.
  func requiredSummary(of run: String) throws(LedgerError) -> RunSummary {
    guard let summary = try summary(of: run) else {
      throw LedgerError(
        .absent, "the journal \(path) holds no run '\(run)': `fastbreak runs` lists them")
    }
    return summary
  }

  /// What one table holds of a run, in the order recorded.
  func lines<Line: LedgerRow>(
    of run: String, limit: Int = .max
  ) throws(LedgerError) -> [Line] {
    try rows(
      "\(Line.selection) WHERE run = $run ORDER BY id LIMIT $limit",
      ["$run": .text(run), "$limit": .count(max(limit, 0))], Line.init(row:))
  }
}
