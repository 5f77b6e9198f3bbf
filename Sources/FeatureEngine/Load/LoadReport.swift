/// What a load did, by table.
package struct LoadReport: Sendable {
  package let feed: String
  package internal(set) var tables: [TableLoad] = []
  package internal(set) var seconds: Double = 0
  /// Optional files that were not there.
  package internal(set) var absentFiles: [String] = []

  package struct TableLoad: Sendable {
    package let table: String
    /// Rows that the feed's query gave.
    package let read: Int
    package let rows: RowOutcome
    /// Rows refused, by reason.
    package let refused: [String: Int]
    package let seconds: Double
  }
}
