package import FeatureAlgebra

/// A column of a stored table: `nba_raw.nbac_schedule.game_date`.
package struct TableColumn: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let table: TableName
  package let column: String

  package init(_ table: TableName, _ column: String) {
    self.table = table
    self.column = column
  }

  package static func < (left: TableColumn, right: TableColumn) -> Bool {
    left.table == right.table ? left.column < right.column : left.table < right.table
  }

  package var description: String { "\(table).\(column)" }
}
