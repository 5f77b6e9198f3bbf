/// A run in one line: how it started and, where it did, how it ended.
package struct RunSummary: Hashable, Sendable {
  /// How a run stands.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    /// Started and not ended: at work now, or killed. Only the warehouse's lock can tell.
    case running
    case success
    case partial
    case failed
    case interrupted
  }

  package let started: RunStarted
  package let finished: RunFinished?

  package var run: String { started.run }

  package var status: Status {
    switch finished?.ending {
    case nil: .running
    case .success: .success
    case .partial: .partial
    case .failed: .failed
    case .interrupted: .interrupted
    }
  }

  /// From start to end by the wall clock; `nil` while running, and for a run that was killed. A clock
  /// that was set back shows.
  package var seconds: Double? {
    guard let finished, finished.finishedAtMicroseconds != started.startedAtMicroseconds else {
      return nil
    }
    return Double(finished.finishedAtMicroseconds - started.startedAtMicroseconds) / 1_000_000
  }

  /// One row of `selection`. Without an end, every column of the end is NULL.
  init(row: borrowing Statement) throws(LedgerError) {
    started = try RunStarted(row: row)
    finished = try row.optionalText("ending") == nil ? nil : try RunFinished(row: row)
  }

  /// Runs with their ends: the start's own columns, then those the end adds.
  static let selection: String = {
    let start = RunStarted.columns.map { "runs.\"\($0)\"" }
    let end = RunFinished.columns.dropFirst().map { "run_ends.\"\($0)\"" }
    let columns = (start + end).joined(separator: ", ")
    return "SELECT \(columns) FROM runs LEFT JOIN run_ends USING (run)"
  }()
}

/// Everything the journal holds of one run.
package struct RunDetail: Hashable, Sendable {
  package let summary: RunSummary
  /// In the order recorded, as all lists here.
  package let processors: [ProcessorOutcome]
  package let steps: [StepRecord]
  /// At most as many as were asked for.
  package let failures: [FailureRecord]
  /// How many there are.
  package let failureCount: Int
  package let notes: [NoteRecord]
}
