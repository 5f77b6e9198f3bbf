public import FeaturePlan

/// Every statement of one processor in one dialect.
///
/// The shapes of each family live in their own file under `Shape/` as a function of the plan; this is
/// the one place where they meet.
public struct StatementSet: Sendable {
  public let processor: String

  /// Keeps the calendar of the whole pipeline, the same for every processor, on the connection: it runs
  /// once before the others, which read it.
  public let calendar: Statement
  /// A row per input and as-of day: what lies in its scope. The engine asks for all processors of a run
  /// at once, `sourceHashes(_:in:dialect:)`, and again for inputs that were written since.
  public let sourceHashes: Statement
  /// A row per dependency and as-of day; nil where nothing is asked for.
  public let dependencies: Statement?
  /// Expected and found games per entity, as-of day and window; nil where completeness is not asked.
  public let completeness: Statement?
  /// What the kernels read: a constant number of statements, whatever the days.
  public let extract: Extract
  /// The SQL evaluator: every staged row, and why an entity has none.
  public let features: Statement
  /// Everything that brings staged rows into the table.
  public let write: WriteStatements
  /// One row, `broken_rows`, `stored_rows` and `distinct_keys`: where every contract holds, none is
  /// broken and the other two are equal.
  public let contractGate: Statement
  /// A row per broken contract, with an example.
  public let contracts: Statement
  /// What was stored and from what: receipts of the range, their inputs, and the digest of the rows
  /// that are there now.
  public let receipts: ReceiptStatements
  /// Nil where the processor has no circuit breaker.
  public let breaker: BreakerStatements?
  /// Nil where the processor has no breaker of its days.
  public let processorBreaker: ProcessorBreakerStatements?

  /// Every statement, in the order of the families.
  public var all: [Statement] {
    [calendar, sourceHashes] + [dependencies, completeness].compactMap { $0 } + extract.all
      + [features] + write.all + [contractGate, contracts] + receipts.all
      + (breaker?.all ?? []) + (processorBreaker?.all ?? [])
  }
}

/// The statements of `processor`, a processor of `plan`.
///
/// - Throws: `RenderError` with the processor as subject: what the dialect cannot say, or a plan that
///   the checker should not have let pass.
public func statements(
  for processor: ProcessorPlan, in plan: Plan, dialect: Dialect
) throws(RenderError) -> StatementSet {
  do {
    let contracts = try ContractStatements(for: processor, dialect: dialect)
    return StatementSet(
      processor: processor.name,
      calendar: try CalendarShape(of: plan).keep(in: dialect),
      sourceHashes: try sourceHashes([SourceQuestion(processor)], in: plan, dialect: dialect),
      dependencies: try dependencies(for: processor, in: plan, dialect: dialect),
      completeness: try CompletenessShape.statement(of: processor, in: plan, dialect: dialect),
      extract: try extract(for: processor, in: plan, dialect: dialect),
      features: try featuresStatement(for: processor, in: plan, dialect: dialect),
      write: try WriteStatements(for: processor, in: plan, dialect: dialect),
      contractGate: contracts.gate, contracts: try contracts.report(),
      receipts: try ReceiptStatements(for: processor, dialect: dialect),
      breaker: try BreakerStatements(for: processor, dialect: dialect),
      processorBreaker: try ProcessorBreakerStatements(for: processor, dialect: dialect))
  } catch {
    let place = error.subject.map { $0 == processor.name ? $0 : "\(processor.name).\($0)" }
    throw RenderError(error.code, error.message, in: place ?? processor.name)
  }
}

/// Inputs of a processor that are asked about.
public struct SourceQuestion: Sendable {
  public let processor: ProcessorPlan
  public let inputs: [InputScope]

  /// - Parameter inputs: some of the processor's; nil is all.
  public init(_ processor: ProcessorPlan, inputs: [InputScope]? = nil) {
    self.processor = processor
    self.inputs = inputs ?? processor.inputs
  }
}

/// What lies in the scopes of processors of a plan, in one statement: a row per processor, input and
/// as-of day of `[$from, $to]`, with `rows_found`, `last_updated` and `digest`.
public func sourceHashes(
  _ questions: [SourceQuestion], in plan: Plan, dialect: Dialect
) throws(RenderError) -> Statement {
  try Statement(
    .sourceHash, "source_hashes",
    try SourceHashes(questions: questions, plan: plan).query(), returns: SourceHashes.columns,
    in: dialect)
}

/// What the kernels read, and nothing else of the set.
public func extract(
  for processor: ProcessorPlan, in plan: Plan, dialect: Dialect
) throws(RenderError) -> Extract {
  try ExtractShape(processor: processor, plan: plan, dialect: dialect).extract()
}

/// The SQL evaluator's statement, and nothing else of the set.
public func featuresStatement(
  for processor: ProcessorPlan, in plan: Plan, dialect: Dialect
) throws(RenderError) -> Statement {
  try FeaturesShape(processor: processor, plan: plan).statement(in: dialect)
}

private func dependencies(
  for processor: ProcessorPlan, in plan: Plan, dialect: Dialect
) throws(RenderError) -> Statement? {
  guard let query = try Dependencies(processor: processor, plan: plan).query() else { return nil }
  return try Statement(
    .dependencies, "dependencies", query, returns: Dependencies.columns, in: dialect)
}

/// The calendar of a pipeline: `keep` runs once on each connection, before every other statement of its
/// processors, and `read` returns what was kept: the days with games in order, as `day`, `season`,
/// `season_opening`, `scheduled_games`, `played_games`.
public func calendarStatements(
  of plan: Plan, in dialect: Dialect
) throws(RenderError) -> (keep: Statement, read: Statement) {
  (try CalendarShape(of: plan).keep(in: dialect), try CalendarShape.read(in: dialect))
}
