internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan

/// Tables of a scratch warehouse that stand aside while views take their names.
struct ShelvedTables {
  private let warehouse: Warehouse
  private let own: TablePlan
  private let tables: [TablePlan]

  /// Puts tables aside.
  ///
  /// - Parameter own: the processor's output table, in whose place an empty one is made.
  init(
    _ tables: [TablePlan], own: TablePlan, of warehouse: Warehouse
  ) throws(EngineError) {
    self.warehouse = warehouse
    self.tables = tables
    self.own = own
    for table in tables + [own] { try rename(table.name, to: Self.shelf(table.name)) }
    try execute(
      "CREATE TABLE \(identifier(own.name)) AS"
        + " SELECT * FROM \(identifier(Self.shelf(own.name))) LIMIT 0")
  }

  /// Lets these tables show their rows disturbed, and every other as they are.
  func show(disturbing disturbances: [Disturbance]) throws(EngineError) {
    for table in tables {
      let stored = identifier(Self.shelf(table.name))
      let disturbance = disturbances.first { $0.table.name == table.name }
      let query = disturbance?.sql(over: stored) ?? "SELECT * FROM \(stored)"
      try execute("CREATE OR REPLACE VIEW \(identifier(table.name)) AS \(query)")
    }
  }

  /// Puts every table back as it was.
  func putBack() throws(EngineError) {
    for table in tables { try execute("DROP VIEW IF EXISTS \(identifier(table.name))") }
    try execute("DROP TABLE IF EXISTS \(identifier(own.name))")
    for table in tables + [own] { try rename(Self.shelf(table.name), to: table.name) }
  }

  private func rename(_ table: TableName, to name: TableName) throws(EngineError) {
    try execute("ALTER TABLE \(identifier(table)) RENAME TO \(identifier(name.table))")
  }

  private func execute(_ sql: String) throws(EngineError) {
    _ = try doing("put tables of the scratch warehouse aside") { () throws(DuckDBError) in
      try warehouse.connection.execute(sql)
    }
  }

  private static func shelf(_ table: TableName) -> TableName {
    TableName(table.dataset, table.table + " as stored")
  }
}
