package import FeatureAlgebra

/// What disturbing everything from a day on did to the rows of that day, for one processor.
package struct LeakReport: Sendable {
  package let processor: String
  /// Days that were computed twice.
  package internal(set) var days: [Day] = []
  /// Days that cannot be computed from the rows as they are, with what the run said.
  package internal(set) var failedDays: [(day: Day, message: String)] = []
  /// Rows and failure rows that were compared.
  package internal(set) var rows = 0
  /// Business columns that were compared.
  package let columns: Int
  /// Tables whose rows were disturbed.
  package let tables: Int
  package let leftAlone: [LeftAlone]
  /// The first that was found; the days after it are not looked at.
  package internal(set) var leak: Leak?
}

/// What of an input is not disturbed, and why.
package struct LeftAlone: Hashable, Sendable {
  package enum Rows: String, Hashable, Sendable {
    case ofTheDay = "of the day"
    /// These columns in rows of later days too; no such row is taken away.
    case later
    case all
  }
  /// Nil: every table.
  package let table: String?
  package let rows: Rows
  /// Empty: every column.
  package let columns: [String]
  package let reason: String
}

/// A row of D that something dated D or later has moved.
package struct Leak: Hashable, Sendable {
  package let day: Day
  /// `player_lookup=x, cache_date=2024-01-01`
  package let row: String
  /// Nil where the row as a whole came or went.
  package let column: String?
  package let was: String
  package let now: String
  /// `nba_raw.nbac_schedule`; nil where no table alone moves anything.
  package let input: String?
  /// `values of home_team_score`, `rows taken away`, `rows added`; nil where they do it together.
  package let change: String?
  /// The first day of the rows that were disturbed.
  package let disturbedFrom: Day
}
