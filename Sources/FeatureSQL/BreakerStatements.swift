public import FeaturePlan

/// The statements of a processor's circuit breaker: daily runs alone run them.
public struct BreakerStatements: Hashable, Sendable {
  /// `as_of`, `until`: days of `[$from, $to]` on which a breaker held entities back.
  public let held: Statement
  /// `open`: entities of the range whose breaker is open at `$now`.
  public let countOpen: Statement
  /// The stage with these entities as failures, as the temporary table `guarded`.
  public let guardStage: Statement
  public let guarded: String
  /// After the failures are in: one more attempt for each of the breaker's kinds; a breaker that opens
  /// closes at `$until`.
  public let record: Statement

  public var all: [Statement] { [held, countOpen, guardStage, record] }

  /// Nil where the processor has no breaker.
  public init?(for processor: ProcessorPlan, dialect: Dialect) throws(RenderError) {
    guard let breaker = processor.breaker else { return nil }
    let shape = Breakers(landing: try Landing(processor), breaker: breaker)
    guarded = shape.guardedName
    held = try Statement(
      .write, "breakers_held", shape.held(), returns: Breakers.heldColumns, in: dialect)
    countOpen = try Statement(
      .write, "breakers_open", shape.countOpen(), returns: Breakers.countColumns, in: dialect)
    guardStage = try Statement(.write, "breakers_guard", shape.guarded(), in: dialect)
    record = try Statement(.write, "breakers_record", shape.record(), in: dialect)
  }
}
