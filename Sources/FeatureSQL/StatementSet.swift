public import FeaturePlan

/// Every statement of one processor in one dialect.
///
/// The shapes of each family live in their own file under `Shape/` as a function of the plan; this is
/// the one place where they meet.
public struct StatementSet: Sendable {
  public let processor: String

  // One property per family; a family's engineer adds it here and in `statements(for:in:dialect:)`.

  /// Every statement, in the order of the families.
  public var all: [Statement] { [] }
}

/// The statements of `processor`, a processor of `plan`.
///
/// - Throws: `RenderError` with the processor as subject: what the dialect cannot say, or a plan that
///   the checker should not have let pass.
public func statements(
  for processor: ProcessorPlan, in plan: Plan, dialect: Dialect
) throws(RenderError) -> StatementSet {
  StatementSet(processor: processor.name)
}
