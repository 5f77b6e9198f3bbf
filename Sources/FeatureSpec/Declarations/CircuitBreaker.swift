/// Leaves an entity's day alone for a while when it failed again and again.
///
///     CircuitBreaker(on: .incompleteData, .incompleteUpstream)
///
/// In daily runs each failure of such a kind is an attempt, kept in `fastbreak.reprocess_attempts`. The
/// `attempts`th opens the breaker: for `pauseDays` days the entity gets the failure
/// `CIRCUIT_BREAKER_ACTIVE` on that day, whatever its inputs say. A backfill neither counts nor asks, and
/// no value of a row depends on it.
public struct CircuitBreaker: DeclarationGroup {
  public let declarations: [Declaration]
  public init(
    on kinds: FailureKind..., attempts: Int = 3, pauseDays: Int = 7, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    declarations = [
      Declaration(
        .breaker(BreakerDeclaration(kinds: kinds, attempts: attempts, pauseDays: pauseDays)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

public struct BreakerDeclaration: Sendable {
  public let kinds: [FailureKind]
  public let attempts: Int
  public let pauseDays: Int
}
