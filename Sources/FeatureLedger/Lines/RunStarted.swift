/// A run began. Until a `RunFinished` follows it is running, or was killed.
package struct RunStarted: Hashable, Sendable {
  /// The run's name, unique in the journal.
  package let run: String
  /// The command as it was given: `run --from 2021-10-19 --to 2022-04-10`.
  package let command: String
  /// First and last as-of day, ISO text; `nil` for a command that has no range.
  package let days: ClosedRange<String>?
  package let mode: String
  package let evaluator: String
  package let workers: Int
  /// Fingerprint of the whole plan; each processor's own is in its `ProcessorOutcome`.
  package let planFingerprint: String
  package let toolVersion: String
  /// Microseconds since 1970-01-01 UTC.
  package let startedAtMicroseconds: Int64
  /// The process that ran it; `nil` where a fastbreak wrote the line that did not say.
  package let processID: Int32?

  package init(
    run: String, command: String, days: ClosedRange<String>?, mode: String, evaluator: String,
    workers: Int, planFingerprint: String, toolVersion: String, startedAtMicroseconds: Int64,
    processID: Int32? = nil
  ) {
    self.run = run
    self.command = command
    self.days = days
    self.mode = mode
    self.evaluator = evaluator
    self.workers = workers
    self.planFingerprint = planFingerprint
    self.toolVersion = toolVersion
    self.startedAtMicroseconds = startedAtMicroseconds
    self.processID = processID
  }
}

extension RunStarted: LedgerRow {
  static let table = Table.runs
  static let columns = [
    "run", "command", "from_day", "to_day", "mode", "evaluator", "workers", "plan_fingerprint",
    "tool_version", "started_at", "process_id",
  ]

  var values: [Value] {
    [
      .text(run), .text(command), .text(ifAny: days?.lowerBound), .text(ifAny: days?.upperBound),
      .text(mode), .text(evaluator), .count(workers), .text(planFingerprint), .text(toolVersion),
      .integer(startedAtMicroseconds), .integer(ifAny: processID.map(Int64.init)),
    ]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      run: try row.text("run"), command: try row.text("command"), days: try row.optionalDays(),
      mode: try row.text("mode"), evaluator: try row.text("evaluator"),
      workers: try row.count("workers"), planFingerprint: try row.text("plan_fingerprint"),
      toolVersion: try row.text("tool_version"),
      startedAtMicroseconds: try row.integer("started_at"),
      processID: try row.optionalInteger("process_id").map(Int32.init(truncatingIfNeeded:)))
  }
}
