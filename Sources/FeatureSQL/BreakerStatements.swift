public import FeaturePlan

/// The statements of a processor's circuit breaker: daily runs alone run them.
public struct BreakerStatements: Hashable, Sendable {
  /// `open`: entities of the range whose breaker is open at `$now`.
  public let countOpen: Statement
  /// The stage with these entities as failures, as the temporary table `guarded`.
  public let guardStage: Statement
  public let guarded: String
  /// After the failures are in: one more attempt for each of the breaker's kinds; a breaker that opens
  /// closes at `$until`.
  public let record: Statement

  public var all: [Statement] { [countOpen, guardStage, record] }

  /// Nil where the processor has no breaker.
  public init?(for processor: ProcessorPlan, dialect: Dialect) throws(RenderError) {
    guard let breaker = processor.breaker else { return nil }
    let shape = Breakers(landing: try Landing(processor), breaker: breaker)
    guarded = shape.guardedName
    countOpen = try Statement(
      .write, "breakers_open", shape.countOpen(), returns: Breakers.countColumns, in: dialect)
    guardStage = try Statement(.write, "breakers_guard", shape.guarded(), in: dialect)
    record = try Statement(.write, "breakers_record", shape.record(), in: dialect)
  }
}

/// The statements of the breaker of a processor's days: daily runs alone run them, where a state changes.
public struct ProcessorBreakerStatements: Hashable, Sendable {
  /// The relation that the engine fills with the breakers that changed: `scope`, `failures`, `successes`,
  /// `open_until`.
  public let changed: String
  /// What is remembered of them.
  public let forget: Statement
  /// Those that are not closed.
  public let remember: Statement

  public var all: [Statement] { [forget, remember] }

  /// Nil where the processor has no such breaker.
  public init?(for processor: ProcessorPlan, dialect: Dialect) throws(RenderError) {
    guard processor.processorBreaker != nil else { return nil }
    let shape = ProcessorBreakers(processor: processor)
    changed = shape.changedName
    forget = try Statement(.write, "processor_breaker_forget", shape.forget(), in: dialect)
    remember = try Statement(.write, "processor_breaker_remember", shape.remember(), in: dialect)
  }
}
