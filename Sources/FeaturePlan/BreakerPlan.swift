/// When an entity's day that failed again and again is left alone for a while (domain 3.5).
///
/// A gate, not a value: it decides in daily runs who is tried, and is no part of the fingerprint.
public struct BreakerPlan: Hashable, Sendable, Codable {
  /// Failures that count as an attempt.
  public let categories: [FailureCategory]
  /// The attempt that opens the breaker.
  public let attempts: Int
  /// For how many days it stays open.
  public let pauseDays: Int
  public init(categories: [FailureCategory], attempts: Int, pauseDays: Int) {
    self.categories = categories
    self.attempts = attempts
    self.pauseDays = pauseDays
  }
}

/// When days of a processor that failed as a whole again and again are left alone for a while (domain
/// 3.5): like `BreakerPlan` a gate, and no part of the fingerprint.
public struct ProcessorBreakerPlan: Hashable, Sendable, Codable {
  public enum Span: String, Hashable, Sendable, Codable {
    /// A breaker for each day.
    case eachDay
    /// One for the processor.
    case allDays
  }
  public let span: Span
  /// The failure in a row that opens it.
  public let failures: Int
  /// For how many minutes it stays open.
  public let pauseMinutes: Int
  /// The success in a row that closes it, once it lets something through again.
  public let successes: Int
  public init(span: Span, failures: Int, pauseMinutes: Int, successes: Int) {
    self.span = span
    self.failures = failures
    self.pauseMinutes = pauseMinutes
    self.successes = successes
  }
}
