import FeatureLedger

/// One run of `runs --json`; `docs/json.md` describes it.
struct RunSummaryDocument: Encodable {
  let run: String
  let command: String
  let status: String
  let from: String?
  let to: String?
  let mode: String
  let evaluator: String
  /// Microseconds since 1970-01-01 UTC.
  let startedAt: Int64
  let seconds: Double?
  let rows: RowsDocument?

  init(_ summary: RunSummary) {
    run = summary.run
    command = summary.started.command
    status = summary.status.rawValue
    from = summary.started.days?.lowerBound
    to = summary.started.days?.upperBound
    mode = summary.started.mode
    evaluator = summary.started.evaluator
    startedAt = summary.started.startedAtMicroseconds
    seconds = summary.seconds
    rows = summary.finished.map {
      RowsDocument(
        inserted: $0.rows.inserted, updated: $0.rows.updated, unchanged: $0.rows.unchanged,
        deleted: nil, failed: $0.rows.failed)
    }
  }
}

/// `runs RUN --json`.
struct RunDetailDocument: Encodable {
  struct Phase: Encodable {
    let processor: String
    let phase: String
    let seconds: Double
    let rows: Int
    let statements: Int
  }
  struct Failure: Encodable {
    let processor: String
    let day: String
    let entity: String?
    let category: String
    let reason: String
    let canRetry: Bool
  }
  let summary: RunSummaryDocument
  let phases: [Phase]
  let failures: [Failure]
  let failureCount: Int

  init(_ detail: RunDetail, _ costs: [PhaseCost]) {
    summary = RunSummaryDocument(detail.summary)
    phases = costs.map {
      Phase(
        processor: $0.processor, phase: $0.phase.rawValue, seconds: $0.seconds, rows: $0.rows,
        statements: $0.statements)
    }
    failures = detail.failures.map {
      Failure(
        processor: $0.processor, day: $0.day, entity: $0.entity, category: $0.category,
        reason: $0.reason, canRetry: $0.canRetry)
    }
    failureCount = detail.failureCount
  }
}

/// `runs diff RUN RUN --json`.
struct RunDifferenceDocument: Encodable {
  struct Phase: Encodable {
    let processor: String
    let phase: String
    let before: Double?
    let after: Double?
    let addedSeconds: Double
    let addedRows: Int
  }
  let before: RunSummaryDocument
  let after: RunSummaryDocument
  let phases: [Phase]

  init(_ difference: RunDifference) {
    before = RunSummaryDocument(difference.before)
    after = RunSummaryDocument(difference.after)
    phases = difference.phases.map {
      Phase(
        processor: $0.processor, phase: $0.phase.rawValue, before: $0.before?.seconds,
        after: $0.after?.seconds, addedSeconds: $0.addedSeconds, addedRows: $0.addedRows)
    }
  }
}
