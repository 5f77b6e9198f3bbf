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
