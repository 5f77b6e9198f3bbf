package import FeatureAlgebra

/// A reduction of a table's rows to one per key whose key does not hold the day: of a game that was moved,
/// the row of another day may be the one that counts.
package struct DayChoice: Hashable, Sendable {
  package let table: TableName
  /// The alias that filter and keep use for the table's columns.
  package let alias: String
  /// Row level; asked before the choice.
  package let filter: Expression?
  package let keep: Keep
}

extension RowsPlan {
  /// The choices across days in what the rows are made of. A stack that is itself reduced across days is
  /// not among them: every row of its tables is in scope instead.
  package var dayChoices: [DayChoice] {
    switch source {
    case .table(let table):
      guard let keep, let day, !keep.per.contains(.column(rows: alias, name: day)) else {
        return []
      }
      return [DayChoice(table: table, alias: alias, filter: filter, keep: keep)]
    case .stack(let parts, _):
      return parts.flatMap { part in
        (part.choice(on: day).map { [$0] } ?? []) + (part.pair?.asking.dayChoices ?? [])
      }
    }
  }
}

extension StackPart {
  /// - Parameter stackDay: the name of the stack's day.
  fileprivate func choice(on stackDay: String?) -> DayChoice? {
    let own = pair.map { Expression.column(rows: alias, name: $0.day) }
    let day = own ?? mapping.first { $0.name == stackDay }?.value
    guard let keep, let day, !keep.per.contains(day) else { return nil }
    return DayChoice(table: table, alias: alias, filter: filter, keep: keep)
  }
}

extension ProcessorPlan {
  /// Every choice across days that decides which rows of a table the processor or its calendar sees.
  package func dayChoices(of table: TableName, calendar: CalendarPlan) -> [DayChoice] {
    (rowsRead.sorted { $0.key < $1.key }.map(\.value) + [calendar.rows]).flatMap(\.dayChoices)
      .filter { $0.table == table }
  }
}
