internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL
internal import Foundation

/// What lies in the scopes of the processors of a run, asked for as many inputs as can be in one statement.
///
/// Before the run begins these are all inputs but those that read a table which the run is bound to write.
/// When a processor's turn comes that lacks some, it asks for them, and in the same statement for those of
/// other processors whose tables are finished by now.
final class RunHashes {
  private let processors: [ProcessorPlan]
  private let plan: Plan
  private let options: RunOptions
  private let calendar: GameCalendar
  private let receipts: StoredReceipts
  private let lock = NSLock()
  /// By processor and input; nil until the first question.
  private var known: [String: [String: [Day: InputState]]]?
  /// Tables that processors of the run write, or are bound to write, and have not finished.
  private var unfinished: Set<TableName> = []

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

  /// The processor is about to write: what was known of its table does not hold any more.
  func note(writing processor: ProcessorPlan) {
    lock.withLock {
      unfinished.insert(processor.table.name)
      for reader in processors {
        for input in reader.inputs where input.table == processor.table.name {
          known?[reader.name]?[input.name] = nil
        }
      }
    }
  }

  /// The processor's table is as this run leaves it.
  func note(finished processor: ProcessorPlan) {
    _ = lock.withLock { unfinished.remove(processor.table.name) }
  }

  /// Asks what can be asked before anything is written, if nobody has yet.
  ///
  /// - Parameter connection: of the caller, used by nobody else meanwhile.
  func ask(by connection: Connection) throws(EngineError) {
    lock.lock()
    defer { lock.unlock() }
    try begin(connection)
  }

  /// What lies in the scopes of one processor, whose upstreams are done.
  ///
  /// - Parameter asking: what a question is charged to; the body asks it.
  func states(
    of processor: ProcessorPlan, by connection: Connection,
    _ asking: (() throws(EngineError) -> Void) throws(EngineError) -> Void
  ) throws(EngineError) -> InputStates {
    lock.lock()
    defer { lock.unlock() }
    try begin(connection)
    if lacks(processor) {
      try asking { () throws(EngineError) in
        try ask(connection) { reader, input in
          reader.name == processor.name || !unfinished.contains(input.table)
        }
      }
    }
    var states: InputStates = [:]
    for (input, days) in known?[processor.name] ?? [:] {
      for (day, state) in days { states[day, default: [:]][input] = state }
    }
    return states
  }

  private func lacks(_ processor: ProcessorPlan) -> Bool {
    processor.inputs.contains { known?[processor.name]?[$0.name] == nil }
  }

  private func begin(_ connection: Connection) throws(EngineError) {
    guard known == nil else { return }
    unfinished = try boundToBeWritten(connection)
    known = [:]
    do throws(EngineError) {
      try ask(connection) { _, input in !unfinished.contains(input.table) }
    } catch {
      known = nil
      throw error
    }
  }

  /// Tables that the run is bound to write: of days that must be computed, and of all that reads them.
  private func boundToBeWritten(_ connection: Connection) throws(EngineError) -> Set<TableName> {
    var writing: Set<TableName> = []
    for processor in processors {
      let follows = processor.inputs.contains { writing.contains($0.table) }
      let writes = follows ? true : try mustWrite(processor, connection)
      if writes { writing.insert(processor.table.name) }
    }
    return writing
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

  /// Asks for the inputs that are not known and wanted, all in one statement.
  private func ask(
    _ connection: Connection, _ isWanted: (ProcessorPlan, InputScope) -> Bool
  ) throws(EngineError) {
    let questions = processors.map { processor in
      SourceQuestion(
        processor,
        inputs: processor.inputs.filter {
          known?[processor.name]?[$0.name] == nil && isWanted(processor, $0)
        })
    }.filter { !$0.inputs.isEmpty }
    guard !questions.isEmpty else { return }
    let statement = try rendering { () throws(RenderError) in
      try sourceHashes(questions, in: plan, dialect: .duckDB)
    }
    let days = options.days
    let rows = try doing("hash the inputs") { () throws(DuckDBError) in
      try connection.query(
        statement.sql,
        ["from": .date(days.lowerBound.ordinal), "to": .date(days.upperBound.ordinal)]
      ).rows()
    }
    for question in questions {
      for input in question.inputs {
        known?[question.processor.name, default: [:]][input.name] = [:]
      }
    }
    for row in rows {
      guard let processor = row[0].asText, let input = row[1].asText, let day = row[2].asDate
      else { continue }
      known?[processor]?[input]?[Day(ordinal: day)] = InputState(row[3...])
    }
  }
}
