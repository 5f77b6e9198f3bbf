public import FeaturePlan

/// Every statement of one processor in one dialect.
///
/// The shapes of each family live in their own file under `Shape/` as a function of the plan; this is
/// the one place where they meet.
public struct StatementSet: Hashable, Sendable {
  public let processor: String
  /// The calendar of the whole pipeline, the same for every processor: days from `$from` to `$to`.
  public let calendar: Statement
  /// nil for a processor without completeness.
  public let completeness: Statement?
  /// What the kernels read.
  public let extract: Extract
  /// The SQL evaluator: every staged row.
  public let features: Statement

  /// Every statement, in the order of the families.
  public var all: [Statement] {
    [calendar] + (completeness.map { [$0] } ?? []) + extract.all + [features]
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
    return StatementSet(
      processor: processor.name,
      calendar: try CalendarShape.statement(of: plan, in: dialect),
      completeness: try CompletenessShape.statement(of: processor, in: plan, dialect: dialect),
      extract: try ExtractShape(processor: processor, plan: plan, dialect: dialect).extract(),
      features: try FeaturesShape(processor: processor, plan: plan).statement(in: dialect))
  } catch {
    let place = [processor.name] + (error.subject.map { [$0] } ?? [])
    throw RenderError(error.code, error.message, in: place.joined(separator: "."))
  }
}

/// The calendar's days from `$from` to `$to`: day, season, season opening, scheduled and played games.
public func calendarStatement(of plan: Plan, in dialect: Dialect) throws(RenderError) -> Statement {
  try CalendarShape.statement(of: plan, in: dialect)
}
