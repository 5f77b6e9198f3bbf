/// Leaves a processor alone for a while when its days failed again and again.
///
///     ProcessorBreaker()
///     ProcessorBreaker(of: .allDays, closingAfter: 2)
///
/// A day fails as a whole when a lookup finds several rows, a contract breaks or a value does not fit. In
/// daily runs such failures are counted as long as none succeeds between them, kept in
/// `fastbreak.circuit_breakers`. The last allowed one opens the breaker: for `pauseMinutes` minutes what
/// it guards is not tried. Then it is tried again: another failure opens it anew, and `closingAfter`
/// successes in a row close it. A backfill neither counts nor asks, and no value of a row depends on it.
public struct ProcessorBreaker: DeclarationGroup {
  /// What one breaker guards.
  public enum Span: Sendable {
    /// A day of the processor: one that fails does not hold up the others.
    case eachDay
    /// The processor: whatever day fails, all of them wait.
    case allDays
  }
  public let declarations: [Declaration]

  public init(
    of span: Span = .eachDay, failures: Int = 5, pauseMinutes: Int = 30, closingAfter: Int = 1,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    declarations = [
      Declaration(
        .processorBreaker(
          ProcessorBreakerDeclaration(
            span: span, failures: failures, pauseMinutes: pauseMinutes, successes: closingAfter)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

public struct ProcessorBreakerDeclaration: Sendable {
  public let span: ProcessorBreaker.Span
  public let failures: Int
  public let pauseMinutes: Int
  public let successes: Int
}
