internal import DuckDB
internal import FeatureAlgebra
internal import FeatureLedger
internal import FeaturePlan
internal import FeatureSQL

/// The steps of one processor's slabs on one warehouse: each reads or writes, and is timed by phase.
final class SlabSteps {
  let work: ProcessorRun
  let warehouse: Warehouse
  let options: RunOptions
  let context: RunContext
  private let plan: Plan
  private var inputs: InputStates = [:]
  /// What was stored of the run's days before it began.
  var stored = StoredDays()
  /// Of daily runs, where the processor has a breaker of its days.
  var gate: ProcessorGate?
  var breaker: BreakerStatements? { ready.breaker }
  private var prepared: Prepared?
  private var printedContracts: ContractStatements?

  /// What only a run with days to compute needs: printing statements and compiling kernels takes longer
  /// than finding out that there is nothing to do.
  struct Prepared {
    let write: WriteStatements
    let breaker: BreakerStatements?
    let computation: SlabComputation
  }

  init(
    _ work: ProcessorRun, _ plan: Plan, _ warehouse: Warehouse, _ options: RunOptions,
    _ context: RunContext
  ) throws(EngineError) {
    self.work = work
    self.warehouse = warehouse
    self.options = options
    self.context = context
    self.plan = plan
  }

  /// Made ready by `prepare`, which every step that computes or stores calls first.
  private var ready: Prepared {
    guard let prepared else { preconditionFailure("prepare() comes before computing and storing") }
    return prepared
  }
  var write: WriteStatements { ready.write }

  private func prepare() throws(EngineError) {
    guard prepared == nil else { return }
    let (write, breaker) = try rendering { () throws(RenderError) in
      (
        try WriteStatements(
          for: work.plan, in: plan, dialect: .duckDB, withReplacement: options.writer == .replace),
        try BreakerStatements(for: work.plan, dialect: .duckDB)
      )
    }
    prepared = Prepared(
      write: write, breaker: breaker,
      computation: try SlabComputation(
        work.plan, of: plan, staging: write.staged, options, context.kernels))
    try doing("keep the digests") { () throws(DuckDBError) in
      try connection.register(inputs.buffers, as: write.digests)
    }
  }

  var connection: Connection { warehouse.connection }

  func close() {
    guard prepared != nil else { return }
    try? connection.unregister(write.digests)
    try? connection.unregister(write.staged)
    try? connection.unregister(write.failedDays)
    try? connection.execute("DROP TABLE IF EXISTS temp.\(identifier(write.staged))")
  }

  /// Only asked for where the kernels cannot tell that every contract holds.
  func contracts() throws(EngineError) -> ContractStatements {
    if let printedContracts { return printedContracts }
    let contracts = try rendering { () throws(RenderError) in
      try ContractStatements(for: work.plan, dialect: .duckDB)
    }
    printedContracts = contracts
    return contracts
  }

  /// What each input holds for each as-of day, kept for the write as well.
  func hashInputs(
    _ range: ClosedRange<Day>, in hashes: RunHashes
  ) throws(EngineError) -> InputStates {
    inputs = try hashes.states(of: work.plan, by: connection) { (ask) throws(EngineError) in
      try work.timed(.hash, range, on: connection, ask)
    }
    return inputs
  }

  /// Receipts of the range, and its days with failures; read for all processors by the first that asks.
  func readStored(
    _ range: ClosedRange<Day>, in receipts: StoredReceipts
  ) throws(EngineError) -> StoredDays {
    stored = try receipts.days(of: work.plan, by: connection)
    stored.reopened = reopened(stored)
    if options.mode == .daily, let breaker = work.plan.processorBreaker {
      gate = ProcessorGate(breaker, stored.breakers)
    }
    return stored
  }

  /// Computes, stages and stores a slab; rows, failures and receipts land in one transaction.
  func compute(
    _ slab: Slab, _ begins: (Phase) -> Void
  ) throws(EngineError) -> RowOutcome {
    let range = slab.range
    try prepare()
    var staged = try ready.computation.stage(slab, on: self, begins)
    if try guardStage(range, staged: write.staged) { staged = nil }
    begins(.write)
    return try work.timed(.write, range, on: connection) { () throws(EngineError) in
      try store(staged, range)
    }
  }

  /// A lookup that broke its promise of one row fails its day (X-05); the SQL evaluator marks the
  /// entities that met it.
  func assertLookups() throws(EngineError) {
    let table = work.plan.table
    let order = ([table.day].compactMap { $0 } + table.key.filter { $0 != table.day })
      .map(identifier)
    let broken = try doing("check the lookups") { () throws(DuckDBError) in
      try connection.query(
        "SELECT failure_reason FROM \(identifier(write.staged))"
          + " WHERE failure_category = $category ORDER BY \(order.joined(separator: ", ")) LIMIT 1",
        ["category": .text(FailureCategory.processingError.rawValue)]
      ).rows()
    }
    guard let reason = broken.first?[0].asText else { return }
    throw EngineError(
      .data, reason, help: "mend the rows it looks at, or declare another cardinality")
  }

  /// Days that failed as a whole: the failure row of each replaces those of before.
  func record(
    _ failures: [(day: Day, reason: String)], _ category: FailureCategory, canRetry: Bool
  ) throws(EngineError) {
    guard let first = failures.first else { return }
    try prepare()
    try warehouse.transaction { () throws(EngineError) in
      try doing("record that \(first.day) failed") { () throws(DuckDBError) in
        try connection.register(
          [
            ColumnBuffer("as_of", .date(failures.map(\.day.ordinal))),
            ColumnBuffer("failure_reason", .text(failures.map(\.reason))),
          ], as: write.failedDays)
        if failures.contains(where: { stored.hasFailures(in: $0.day...$0.day) }) {
          try connection.execute(write.deleteDayFailures.sql)
        }
        try connection.execute(
          write.insertDayFailures.sql,
          parameters(
            write.insertDayFailures,
            ["failure_category": .text(category.rawValue), "can_retry": .boolean(canRetry)]))
        try connection.unregister(write.failedDays)
      }
    }
  }

  /// A temporary table of a query's rows, in the place of one or a view that was there.
  func create(
    _ name: String, as statement: Statement, _ range: ClosedRange<Day>
  ) throws(DuckDBError) {
    try connection.execute(
      "CREATE OR REPLACE TEMPORARY TABLE \(identifier(name)) AS \(statement.sql)",
      parameters(statement, days(range)))
  }

  @discardableResult
  func run(_ statement: Statement, _ range: ClosedRange<Day>) throws(DuckDBError) -> Int {
    try connection.execute(statement.sql, parameters(statement, days(range)))
  }

  func query(_ statement: Statement, _ range: ClosedRange<Day>) throws(DuckDBError) -> QueryResult {
    try connection.query(statement.sql, parameters(statement, days(range)))
  }

  func days(_ range: ClosedRange<Day>) -> [String: SQLValue] {
    ["from": .date(range.lowerBound.ordinal), "to": .date(range.upperBound.ordinal)]
  }

  /// The values of exactly the parameters that the statement has.
  func parameters(_ statement: Statement, _ own: [String: SQLValue]) -> Parameters {
    var values: [String: SQLValue] = [:]
    for name in statement.parameters {
      switch name {
      case "now": values[name] = .timestamp(context.microsecondsNow())
      case "run_id": values[name] = .text(work.runID)
      case "plan_fingerprint": values[name] = .text(work.plan.fingerprint)
      default: values[name] = own[name] ?? .null
      }
    }
    return Parameters(values)
  }
}
