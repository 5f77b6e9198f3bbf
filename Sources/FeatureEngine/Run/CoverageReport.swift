package import FeatureAlgebra

/// How much of what one processor should hold for a range of days is there.
package struct CoverageReport: Sendable {
  package let processor: String
  /// Every day of the range that gets rows by the calendar, in order.
  package internal(set) var days: [DayCoverage] = []
  /// Days of the range without a game of the processor's kind.
  package let offDays: Int
  /// Days with games at the opening of a season that the processor skips.
  package let bootstrapDays: Int
  /// By name.
  package internal(set) var entities: [EntityCoverage] = []
  /// Those that say least first; empty unless asked for.
  package internal(set) var columns: [ColumnCoverage] = []
}

/// What is stored of one as-of day.
package struct DayCoverage: Hashable, Sendable {
  package enum State: String, Hashable, Sendable {
    /// There is a receipt.
    case stored
    /// The last attempt failed or was blocked, whatever is stored from before.
    case failed
    /// Nobody computed it yet.
    case missing
  }
  package let day: Day
  package internal(set) var state = State.missing
  package internal(set) var rows = 0
  /// Entities with a failure row instead of an output row, by category.
  package internal(set) var failures: [String: Int] = [:]
  /// Why the day failed as a whole: `MISSING_DEPENDENCY: …`.
  package internal(set) var reason: String?
}

/// What is stored of one entity: a player, a team.
package struct EntityCoverage: Hashable, Sendable {
  /// The key without the day, several columns joined by `/`.
  package let entity: String
  /// Days with a row.
  package internal(set) var rows = 0
  /// Days with a failure row instead, by category.
  package internal(set) var failures: [String: Int] = [:]
}
