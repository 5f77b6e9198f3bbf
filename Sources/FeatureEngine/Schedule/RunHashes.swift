internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL
internal import Foundation

/// What lies in the scopes of the processors of a run, asked for all of them in one statement.
///
/// Left out are those that read a table which this run is bound to write, and no part is handed out any
/// more once something that its processor reads was written: they ask for themselves when their turn
/// comes.
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

  /// Asks for all processors, if nobody has yet.
  ///
  /// - Parameter connection: of the caller, used by nobody else meanwhile.
  func ask(by connection: Connection) throws(EngineError) {
    lock.lock()
    defer { lock.unlock() }
    guard known == nil else { return }
    let settled = try settled(by: connection)
    var states = try read(settled, connection)
    for processor in settled where states[processor.name] == nil { states[processor.name] = [:] }
    known = states
  }

  /// The processor's part of what was asked for all; nil where it must ask again.
  func shared(
    _ processor: ProcessorPlan, by connection: Connection
  ) throws(EngineError) -> InputStates? {
    try ask(by: connection)
    return lock.withLock {
      let isOld = plan.upstreams(of: processor).contains { written.contains($0.name) }
      return isOld ? nil : known?[processor.name]
    }
  }

  /// What lies in the scopes of one processor now.
  func states(
    of processor: ProcessorPlan, by connection: Connection
  ) throws(EngineError) -> InputStates {
    try read([processor], connection)[processor.name] ?? [:]
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
