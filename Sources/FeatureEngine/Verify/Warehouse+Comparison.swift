internal import DuckDB
package import FeatureAlgebra
package import FeaturePlan

/// How the rows of a range differ from those that were kept aside.
package struct TableComparison: Hashable, Sendable {
  package struct ColumnDifference: Hashable, Sendable {
    package let column: String
    /// Rows in which the values differ; NULL differs from every value and from no NULL.
    package let rows: Int
    /// The key of the first of them: `player_lookup=x, cache_date=2024-01-01`.
    package let row: String
    /// The values in that row, kept aside and now.
    package let was: String
    package let now: String

    /// `player_lookup=x, cache_date=2024-01-01: 0.5 and 0.6`
    package var example: String { "\(row): \(was) and \(now)" }
  }
  /// Rows that both have, by key.
  package let commonRows: Int
  package let rowsGone: Int
  package let rowsAdded: Int
  /// The key of the first row that is gone or was added, where there is one.
  package let firstGone: String?
  package let firstAdded: String?
  /// Only columns that differ.
  package let columns: [ColumnDifference]

  package var isEqual: Bool { rowsGone == 0 && rowsAdded == 0 && columns.isEmpty }
}

/// Questions about two states of a table, not statements of the compiler, so their SQL stands here.
extension Warehouse {
  /// Keeps the rows of a range aside, for `compare`; the copy is gone with the connection.
  package func keepAside(
    _ table: TablePlan, _ days: ClosedRange<Day>
  ) throws(EngineError) {
    _ = try doing("keep rows of \(table.name) aside") { () throws(DuckDBError) in
      try connection.execute(
        "CREATE OR REPLACE TEMPORARY TABLE \(kept(table)) AS \(rows(of: table))", bounds(days))
    }
  }

  /// Compares the rows of the range, by key, with those kept aside.
  package func compare(
    _ table: TablePlan, columns: [String], _ days: ClosedRange<Day>
  ) throws(EngineError) -> TableComparison {
    let key = table.key.map(identifier)
    let match = key.map { "old.\($0) = new.\($0)" }.joined(separator: " AND ")
    let joined =
      "FROM \(kept(table)) AS old FULL JOIN (\(rows(of: table))) AS new ON \(match)"
    let isCommon = "old.\(key[0]) IS NOT NULL AND new.\(key[0]) IS NOT NULL"
    func differs(_ column: String) -> String {
      "\(isCommon) AND old.\(identifier(column)) IS DISTINCT FROM new.\(identifier(column))"
    }
    let counts =
      ["\(isCommon)", "new.\(key[0]) IS NULL", "old.\(key[0]) IS NULL"] + columns.map(differs)
    return try doing("compare rows of \(table.name)") { () throws(DuckDBError) in
      let select = counts.map { "COUNT(*) FILTER (WHERE \($0))" }.joined(separator: ", ")
      let row = try connection.query("SELECT \(select) \(joined)", bounds(days)).rows().first ?? []
      let numbers = row.map { Int($0.asInteger ?? 0) }
      /// The first row under a condition: its key, then the values asked for.
      func first(
        _ side: String, _ values: [String], where condition: String
      ) throws(DuckDBError) -> [String] {
        let place = table.key.map { "'\($0)=' || CAST(\(side).\(identifier($0)) AS VARCHAR)" }
          .joined(separator: " || ', ' || ")
        let texts = values.map { "COALESCE(CAST(\($0) AS VARCHAR), 'NULL')" }
        let order = key.map { "\(side).\($0)" }.joined(separator: ", ")
        return try connection.query(
          "SELECT \(([place] + texts).joined(separator: ", ")) \(joined)"
            + " WHERE \(condition) ORDER BY \(order) LIMIT 1", bounds(days)
        ).rows().first?.map { $0.asText ?? "" } ?? [""]
      }
      var found: [TableComparison.ColumnDifference] = []
      for (column, count) in zip(columns, numbers.dropFirst(3)) where count > 0 {
        let name = identifier(column)
        let values = try first("new", ["old.\(name)", "new.\(name)"], where: differs(column))
        found.append(
          TableComparison.ColumnDifference(
            column: column, rows: count, row: values[0], was: values[1], now: values[2]))
      }
      return TableComparison(
        commonRows: numbers[0], rowsGone: numbers[1], rowsAdded: numbers[2],
        firstGone: numbers[1] > 0
          ? try first("old", [], where: "new.\(key[0]) IS NULL")[0] : nil,
        firstAdded: numbers[2] > 0
          ? try first("new", [], where: "old.\(key[0]) IS NULL")[0] : nil,
        columns: found)
    }
  }

  private func kept(_ table: TablePlan) -> String { identifier("kept_\(table.name.table)") }

  private func rows(of table: TablePlan) -> String {
    let day = table.day.map { " WHERE \(identifier($0)) BETWEEN $from AND $to" } ?? ""
    return "SELECT * FROM \(identifier(table.name))\(day)"
  }

  private func bounds(_ days: ClosedRange<Day>) -> Parameters {
    ["from": .date(days.lowerBound.ordinal), "to": .date(days.upperBound.ordinal)]
  }
}
