internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL
internal import Foundation

/// What lies in the scopes of the processors of a run, asked for all of them in one statement.
///
/// The first processor that wants its part asks. Left out are those that read a table which this run is
/// bound to write, and no part is handed out any more once something that its processor reads was
/// written: they ask for themselves when their turn comes.
final class RunHashes {
  private let processors: [ProcessorPlan]
  private let plan: Plan
  private let options: RunOptions
  private let calendar: GameCalendar
  private let receipts: StoredReceipts
  private let lock = NSLock()
  private var known: [String: InputStates]?
  private var written: Set<String> = []

  init(
    _ processors: [ProcessorPlan], of plan: Plan, _ options: RunOptions, _ calendar: GameCalendar,
    _ receipts: StoredReceipts
  ) {
    self.processors = processors
    self.plan = plan
    self.options = options
    self.calendar = calendar
    self.receipts = receipts
  }

  /// The processor may have written rows: what reads them must look again.
  func note(written processor: ProcessorPlan) {
    _ = lock.withLock { written.insert(processor.name) }
  }

  /// - Parameter connection: of the caller, used by nobody else meanwhile.
  func states(
    of processor: ProcessorPlan, by connection: Connection
  ) throws(EngineError) -> InputStates {
    if let states = try shared(processor, connection) { return states }
    return try read([processor], connection)[processor.name] ?? [:]
  }

  private func shared(
    _ processor: ProcessorPlan, _ connection: Connection
  ) throws(EngineError) -> InputStates? {
    lock.lock()
    defer { lock.unlock() }
    if known == nil { known = try read(settled(by: connection), connection) }
    let isOld = plan.upstreams(of: processor).contains { written.contains($0.name) }
    return isOld ? nil : known?[processor.name]
  }

  /// The processors that read nothing which another of the run is bound to write.
  private func settled(by connection: Connection) throws(EngineError) -> [ProcessorPlan] {
    var writing: Set<String> = []
    var settled: [ProcessorPlan] = []
    for processor in processors {
      let follows = plan.upstreams(of: processor).contains { writing.contains($0.name) }
      if !follows { settled.append(processor) }
      let writes = follows ? true : try mustWrite(processor, connection)
      if writes { writing.insert(processor.name) }
    }
    return settled
  }

  /// Whether a day must be computed whatever its inputs hold.
  private func mustWrite(
    _ processor: ProcessorPlan, _ connection: Connection
  ) throws(EngineError) -> Bool {
    if options.force { return true }
    let stored = try receipts.days(of: processor, by: connection)
    return calendar.asOfDays(processor.days, in: options.days).contains { day in
      let isKnown = stored.receipts[day.day]?.fingerprint == processor.fingerprint
      return !isKnown && stored.failures[day.day] == nil
    }
  }

  private func read(
    _ processors: [ProcessorPlan], _ connection: Connection
  ) throws(EngineError) -> [String: InputStates] {
    guard !processors.isEmpty else { return [:] }
    let statement = try rendering { () throws(RenderError) in
      try sourceHashes(of: processors, in: plan, dialect: .duckDB)
    }
    let days = options.days
    return try doing("hash the inputs") { () throws(DuckDBError) in
      let rows = try connection.query(
        statement.sql,
        ["from": .date(days.lowerBound.ordinal), "to": .date(days.upperBound.ordinal)]
      ).rows()
      var states: [String: InputStates] = [:]
      for row in rows {
        InputState.add(row.dropFirst(), to: &states[row[0].asText ?? "", default: [:]])
      }
      return states
    }
  }
}
