package import FeatureAlgebra

/// What is stored, by processor.
package struct StatusReport: Sendable {
  package struct Processor: Sendable {
    package let processor: String
    package let table: String
    /// Rows in the table; nil where there is no table yet.
    package let rows: Int?
    /// First and last day with a receipt.
    package let days: ClosedRange<Day>?
    package let storedDays: Int
    /// Stored days whose receipt was written by another plan.
    package let daysOfOtherPlans: Int
    package let failures: [String: Int]
    /// Breakers of its days that are open now, by scope: a day, or `ALL_DAYS`; in the order of scopes.
    package let pauses: [(scope: String, pause: Pause)]
    /// Rows per month `2023-01`, in order.
    package let rowsByMonth: [(month: String, days: Int, rows: Int)]
  }
  package let processors: [Processor]
  /// Raw tables with their rows and span of days.
  package let rawTables: [(table: String, rows: Int, days: ClosedRange<Day>?)]
  package let games: ClosedRange<Day>?
}
