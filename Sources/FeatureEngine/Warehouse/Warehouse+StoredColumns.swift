internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

extension Warehouse {
  /// Whether there is no receipt table yet: nothing ran on this file before.
  func isNew() throws(EngineError) -> Bool {
    try doing("look for receipts in \(path)") { () throws(DuckDBError) in
      try described([SystemTables.receipts.name]) == nil
    }
  }

  /// The columns of the declared tables that are stored, and perhaps of others beside them.
  ///
  /// Where every table is there, as in every run but the first, each is asked for by name. The
  /// schema's own statement makes DuckDB bind all of its built-in views first: 17 ms against 2.
  func storedColumns(_ schema: SchemaStatements) throws(EngineError) -> [StoredColumn] {
    try doing("read the schema of \(path)") { () throws(DuckDBError) in
      if let columns = try described(schema.tables.map(\.name)) { return columns }
      return try columns(schema.storedColumns.sql)
    }
  }

  /// The columns of tables by name; nil where one of them is not there.
  private func described(_ tables: [TableName]) throws(DuckDBError) -> [StoredColumn]? {
    let branches = tables.map { table in
      let name = identifier(table)
      return
        "SELECT \(Quoting.literal(table.dataset)), \(Quoting.literal(table.table)), name, type, NOT \"notnull\""
        + " FROM PRAGMA_TABLE_INFO(\(Quoting.literal(name)))"
    }
    do {
      return try columns(branches.joined(separator: " UNION ALL "))
    } catch  where error.code == .catalog {
      return nil
    }
  }

  private func columns(_ sql: String) throws(DuckDBError) -> [StoredColumn] {
    try connection.query(sql).rows().map { row in
      StoredColumn(
        table: TableName(row[0].asText ?? "", row[1].asText ?? ""), name: row[2].asText ?? "",
        type: row[3].asText ?? "", isNullable: row[4].asBoolean ?? true)
    }
  }
}
