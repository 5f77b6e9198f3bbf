package import FeatureAlgebra

/// What a processor reads of rows dated D or later, because its spec says so. Everything else it reads is
/// dated before D, or in a table without a day.
package struct DeclaredReading: Hashable, Sendable {
  package let table: TableName
  /// Sorted. Other columns of the table's rows of D must not matter.
  package let columns: [String]
  /// `population 'line'`, `lookup 'game'`, `calendar`; several where the table is read several times.
  package let purposes: [String]
}

extension ProcessorPlan {
  /// What is read of D itself, by table in the order of their names.
  package func sameDayReadings(calendar: CalendarPlan) -> [DeclaredReading] {
    var readings = DeclaredReadings()
    func read(_ rows: RowsPlan, _ found: [TableColumn], for purpose: String) {
      let tables = rows.tablesOfDay
      readings.add(found.filter { tables.contains($0.table) }, of: tables, for: purpose)
    }
    if case .rows(let rows) = population {
      read(rows, tableColumns(readAs: rows), for: "population '\(rows.alias)'")
    }
    for lookup in lookups where lookup.timing == .sameDay {
      read(
        lookup.rows, tableColumns(readAs: lookup.rows), for: "lookup '\(lookup.rows.alias)'")
    }
    for summary in summaries {
      read(
        summary.rows, tableColumns(readAs: summary.rows), for: "summary '\(summary.rows.alias)'")
    }
    let asked = days.kind == .played ? [calendar.played] : []
    let games = [calendar.season, calendar.scheduled] + asked
    read(
      calendar.rows,
      calendar.rows.decidingColumns
        + games.flatMap(\.columnReferences).flatMap { calendar.rows.tableColumns(of: $0.name) },
      for: "calendar")
    return readings.all
  }

  /// What is read of rows of days after D, since it is announced before them; by table in the order of
  /// their names.
  package var readingsAhead: [DeclaredReading] {
    var readings = DeclaredReadings()
    for (alias, rows) in rowsRead.sorted(by: { $0.key < $1.key }) {
      let found = rows.columnsAhead
      readings.add(found, of: found.map(\.table), for: "'\(alias)'")
    }
    return readings.all
  }

  /// What is read of rows of every day, later ones too, because one row per key is kept and the key does
  /// not hold the day; by table in the order of their names.
  package func readingsAcrossDays(calendar: CalendarPlan) -> [DeclaredReading] {
    var readings = DeclaredReadings()
    for (alias, rows) in rowsRead.sorted(by: { $0.key < $1.key }) {
      let found = rows.columnsAcrossDays
      readings.add(found, of: found.map(\.table), for: "'\(alias)'")
    }
    let found = calendar.rows.columnsAcrossDays
    readings.add(found, of: found.map(\.table), for: "calendar")
    return readings.all
  }
}

/// Collects readings by table.
private struct DeclaredReadings {
  private var columns: [TableName: Set<String>] = [:]
  private var purposes: [TableName: [String]] = [:]

  mutating func add(_ found: [TableColumn], of tables: [TableName], for purpose: String) {
    for table in Set(tables) { purposes[table, default: []].append(purpose) }
    for one in found { columns[one.table, default: []].insert(one.column) }
  }

  var all: [DeclaredReading] {
    purposes.keys.sorted().map { table in
      DeclaredReading(
        table: table, columns: (columns[table] ?? []).sorted(), purposes: purposes[table] ?? [])
    }
  }
}
