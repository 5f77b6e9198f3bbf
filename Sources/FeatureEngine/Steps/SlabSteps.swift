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
  private let keepDigests: Statement
  private let receipts: ReceiptStatements
  let breaker: BreakerStatements?
  private var prepared: Prepared?

  /// What only a run with days to compute needs: printing statements and compiling kernels takes longer
  /// than finding out that there is nothing to do.
  struct Prepared {
    let statements: StatementSet
    let computation: SlabComputation
    var write: WriteStatements { statements.write }
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
    (keepDigests, receipts, breaker) = try rendering { () throws(RenderError) in
      (
        try WriteStatements.keepDigests(for: work.plan, in: plan, dialect: .duckDB),
        try ReceiptStatements(for: work.plan, dialect: .duckDB),
        try BreakerStatements(for: work.plan, dialect: .duckDB)
      )
    }
  }

  /// Made ready by `prepare`, which every step that computes or stores calls first.
  private var ready: Prepared {
    guard let prepared else { preconditionFailure("prepare() comes before computing and storing") }
    return prepared
  }
  private var write: WriteStatements { ready.write }
  var statements: StatementSet { ready.statements }

  private func prepare() throws(EngineError) {
    guard prepared == nil else { return }
    let statements = try rendering { () throws(RenderError) in
      try FeatureSQL.statements(for: work.plan, in: plan, dialect: .duckDB)
    }
    prepared = Prepared(
      statements: statements,
      computation: try SlabComputation(work.plan, statements, options, context.kernels))
  }

  var connection: Connection { warehouse.connection }

  func close() {
    try? connection.execute("DROP TABLE IF EXISTS temp.\(identifier(digestsName))")
    guard prepared != nil else { return }
    try? connection.unregister(write.staged)
    try? connection.execute("DROP TABLE IF EXISTS temp.\(identifier(write.staged))")
  }

  private var digestsName: String { "digests_\(work.plan.name)" }

  /// What each input held for each as-of day, kept as a temporary table for the write as well.
  func hashInputs(
    _ range: ClosedRange<Day>
  ) throws(EngineError) -> [Day: [String: InputState]] {
    try work.timed(.hash, range, statements: 2) { () throws(EngineError) in
      try doing("hash the inputs") { () throws(DuckDBError) in
        try run(keepDigests, range)
        return try states(connection.query("FROM temp.\(identifier(digestsName))"))
      }
    }
  }

  /// Receipts of the range, and its days that failed as a whole.
  func readStored(_ range: ClosedRange<Day>) throws(EngineError) -> StoredDays {
    try work.timed(.receipts, range, statements: 3) { () throws(EngineError) in
      try doing("read the receipts") { () throws(DuckDBError) in
        var stored = StoredDays()
        for row in try query(receipts.receipts, range).rows() {
          guard let day = row[0].asDate, let fingerprint = row[1].asText else { continue }
          stored.receipts[Day(ordinal: day)] = Receipt(fingerprint: fingerprint, inputs: [:])
        }
        for (day, inputs) in try states(query(receipts.inputs, range)) {
          stored.receipts[day]?.inputs = inputs
        }
        for row in try failedDays(range).rows() {
          guard let day = row[0].asDate else { continue }
          stored.failures[Day(ordinal: day)] = row[1].asText
        }
        stored.reopened = try reopenedDays(range)
        return stored
      }
    }
  }

  private func failedDays(_ range: ClosedRange<Day>) throws(DuckDBError) -> QueryResult {
    var values = days(range)
    values["processor"] = .text(work.plan.name)
    values["entity"] = .text(SystemTables.dayLevelEntity)
    return try connection.query(
      "SELECT as_of, failure_category FROM \(identifier(SystemTables.failures.name))"
        + " WHERE processor_name = $processor AND entity_id = $entity"
        + " AND as_of BETWEEN $from AND $to", Parameters(values))
  }

  /// Rows of `input`, `as_of`, `rows_found`, `last_updated` and `digest`.
  private func states(_ result: QueryResult) throws(DuckDBError) -> [Day: [String: InputState]] {
    let columns = ["input", "as_of", "rows_found", "last_updated", "digest"]
      .map { result.index(of: $0) ?? 0 }
    var states: [Day: [String: InputState]] = [:]
    for row in try result.rows() {
      guard let input = row[columns[0]].asText, let day = row[columns[1]].asDate else { continue }
      let updated: Int64? = if case .timestamp(let time) = row[columns[3]] { time } else { nil }
      states[Day(ordinal: day), default: [:]][input] = InputState(
        rows: Int(row[columns[2]].asInteger ?? 0), lastUpdated: updated,
        digest: row[columns[4]].asText)
    }
    return states
  }

  /// Computes, stages and stores a slab; rows, failures and receipts land in one transaction.
  func compute(
    _ slab: Slab, _ begins: (Phase) -> Void
  ) throws(EngineError) -> RowOutcome {
    let range = slab.range
    try prepare()
    try ready.computation.stage(slab, on: self, begins)
    try guardStage(range, staged: write.staged)
    begins(.write)
    let (rows, failures) = try work.timed(.write, range, statements: 8) {
      () throws(EngineError) in
      try warehouse.transaction { () throws(EngineError) in try store(range) }
    }
    work.report.failures.merge(failures, uniquingKeysWith: +)
    return rows
  }

  /// - Returns: what became of the rows, and failed entities by category.
  private func store(
    _ range: ClosedRange<Day>
  ) throws(EngineError) -> (RowOutcome, failures: [String: Int]) {
    let staged = try stagedCounts(range)
    let tolerance = work.plan.write.duplicateTolerance
    guard staged.duplicates <= tolerance else {
      throw EngineError(
        .data,
        "\(staged.duplicates) staged rows share a key with another, and \(tolerance) may; one is \(staged.example)",
        help: "a lookup or a stack gives several rows for one key: declare its cardinality")
    }
    let counts =
      options.writer == .merge
      ? try merge(staged, range) : try replace(staged, range)
    try doing("record failures and receipts") { () throws(DuckDBError) in
      try run(write.deleteFailures, range)
      if staged.failed > 0 {
        try run(write.insertFailures, range)
        try recordAttempts(range)
      }
      try run(write.deleteReceiptInputs, range)
      try run(write.deleteReceipts, range)
      try run(write.insertReceipts, range)
      try run(write.insertReceiptInputs, range)
    }
    try assertContracts(range)
    return (
      RowOutcome(counts, failed: staged.failed), staged.failed > 0 ? try stagedFailures() : [:]
    )
  }

  /// Staged entities without a row, by category.
  private func stagedFailures() throws(EngineError) -> [String: Int] {
    try doing("count the failures") { () throws(DuckDBError) in
      var counts: [String: Int] = [:]
      let rows = try connection.query(
        "SELECT failure_category, COUNT(*) FROM \(identifier(write.staged))"
          + " WHERE failure_category IS NOT NULL GROUP BY failure_category"
      ).rows()
      for row in rows { counts[row[0].asText ?? ""] = Int(row[1].asInteger ?? 0) }
      counts[FailureCategory.excluded.rawValue] = nil
      return counts
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

  private func merge(
    _ staged: StagedCounts, _ range: ClosedRange<Day>
  ) throws(EngineError) -> WriteCounts {
    let before = try storedRows(range)
    let (deleted, merged) = try doing("merge the rows") { () throws(DuckDBError) in
      let deleted = before == 0 ? 0 : try run(write.deleteVanished, range)
      return (deleted, try run(write.merge, range))
    }
    let after = try storedRows(range)
    return try reckoned { () throws(RowCountMismatch) in
      try WriteCounts(
        distinctKeys: staged.keys, duplicates: staged.duplicates, storedBefore: before,
        deleted: deleted, merged: merged, storedAfter: after)
    }
  }

  private func replace(
    _ staged: StagedCounts, _ range: ClosedRange<Day>
  ) throws(EngineError) -> WriteCounts {
    let replace = write.replace
    let before = try storedRows(range)
    let tally = try doing("replace the rows") { () throws(DuckDBError) in
      try run(replace.land, range)
      let tally = try query(replace.tally, range).rows().first ?? []
      try run(replace.delete, range)
      try run(replace.insert, range)
      try run(replace.drop, range)
      return tally.map { Int($0.asInteger ?? 0) }
    }
    let after = try storedRows(range)
    return try reckoned { () throws(RowCountMismatch) in
      try WriteCounts(
        distinctKeys: staged.keys, duplicates: staged.duplicates, storedBefore: before,
        inserted: tally[0], updated: tally[1], unchanged: tally[2], storedAfter: after)
    }
  }

  private func reckoned(
    _ body: () throws(RowCountMismatch) -> WriteCounts
  ) throws(EngineError) -> WriteCounts {
    do {
      return try body()
    } catch {
      throw EngineError(
        .data, error.sentence + " Nothing was kept",
        help: "another statement wrote to \(work.plan.table.name), or its stored keys repeat")
    }
  }

  private struct StagedCounts {
    let keys: Int
    let duplicates: Int
    let failed: Int
    let example: String
  }

  private func stagedCounts(_ range: ClosedRange<Day>) throws(EngineError) -> StagedCounts {
    try doing("count the staged rows") { () throws(DuckDBError) in
      let row = try query(write.check, range).rows().first ?? []
      return StagedCounts(
        keys: Int(row[1].asInteger ?? 0), duplicates: Int(row[2].asInteger ?? 0),
        failed: Int(row[3].asInteger ?? 0), example: row[4].asText ?? "")
    }
  }

  private func storedRows(_ range: ClosedRange<Day>) throws(EngineError) -> Int {
    try doing("count the stored rows") { () throws(DuckDBError) in
      Int(try query(write.storedRows, range).rows().first?[0].asInteger ?? 0)
    }
  }

  /// - Throws: `data` naming the first broken contract with an example.
  private func assertContracts(_ range: ClosedRange<Day>) throws(EngineError) {
    let gate = try doing("check the contracts") { () throws(DuckDBError) in
      try query(statements.contractGate, range).rows().first ?? []
    }
    guard gate.contains(where: { ($0.asInteger ?? 0) > 0 }) else { return }
    let broken = try doing("name the broken contracts") { () throws(DuckDBError) in
      try query(statements.contracts, range).rows()
    }
    guard let first = broken.first else { return }
    let more = broken.count > 1 ? " (and \(broken.count - 1) more contracts)" : ""
    throw EngineError(
      .data,
      "contract '\(first[0].asText ?? "")' of \(work.plan.table.name) is broken by \(first[1].asInteger ?? 0) rows, one is \(first[2].asText ?? "")\(more)",
      help: "mend the feature or the contract; nothing of these days was stored")
  }

  /// A day that failed as a whole: its failure row replaces those of before.
  func recordDay(
    _ day: Day, _ category: FailureCategory, _ reason: String, canRetry: Bool
  ) throws(EngineError) {
    try prepare()
    try warehouse.transaction { () throws(EngineError) in
      try doing("record that \(day) failed") { () throws(DuckDBError) in
        try run(write.deleteFailures, day...day)
        try connection.execute(
          write.insertDayFailure.sql,
          parameters(
            write.insertDayFailure,
            [
              "as_of": .date(day.ordinal), "failure_category": .text(category.rawValue),
              "failure_reason": .text(reason), "can_retry": .boolean(canRetry),
            ]))
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
