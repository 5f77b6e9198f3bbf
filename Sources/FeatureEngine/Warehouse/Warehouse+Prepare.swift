internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

extension Warehouse {
  /// Makes what is declared and not there, and compares the rest column by column, before anything runs.
  ///
  /// - Parameter widens: adds missing nullable columns and widens types instead of refusing.
  /// - Throws: `schema` with every difference that stands in the way.
  func prepare(for plan: Plan, widens: Bool = false) throws(EngineError) {
    let tables = SystemTables.all + plan.tables
    let schema = try rendering { () throws(RenderError) in
      try SchemaStatements(tables, in: .duckDB)
    }
    var differences = try compare(tables, schema)
    if differences.contains(where: { $0.kind == .missingTable }) {
      try transaction { () throws(EngineError) in
        for statement in schema.creation {
          try doing("make the tables of the pipeline") { () throws(DuckDBError) in
            try connection.execute(statement.sql)
          }
        }
      }
      differences = try compare(tables, schema)
    }
    if widens {
      for difference in differences where difference.isWidening {
        guard let statement = try rendering({ () throws(RenderError) in
          try schema.widening(difference)
        }) else { continue }
        try doing("widen \(difference.table)") { () throws(DuckDBError) in
          try connection.execute(statement.sql)
        }
      }
      differences = try compare(tables, schema)
    }
    try refuse(differences.filter(\.standsInTheWay))
    try checkVersion()
  }

  private func compare(
    _ tables: [TablePlan], _ schema: SchemaStatements
  ) throws(EngineError) -> [TableDifference] {
    let rows = try doing("read the schema of \(path)") { () throws(DuckDBError) in
      try connection.query(schema.stored.sql).rows()
    }
    let stored = rows.map { row in
      StoredColumn(
        table: TableName(row[0].asText ?? "", row[1].asText ?? ""), name: row[2].asText ?? "",
        type: row[3].asText ?? "", isNullable: row[4].asBoolean ?? true)
    }
    return TableDifference.between(declared: tables, stored: stored)
  }

  private func refuse(_ differences: [TableDifference]) throws(EngineError) {
    guard let first = differences.first else { return }
    let more = differences.count > 1 ? " (and \(differences.count - 1) more differences)" : ""
    let widenable = differences.allSatisfy(\.isWidening)
    throw EngineError(
      .schema,
      "\(path) was made by another spec: " + first.sentence.dropLast() + more,
      help: widenable
        ? "add --widen to change the table, or use another --warehouse"
        : "use another --warehouse, or move the table away and run again")
  }

  /// The version of the system tables, written by the first run.
  private func checkVersion() throws(EngineError) {
    let meta = SystemTables.meta.name
    let name = "\(identifier(meta.dataset)).\(identifier(meta.table))"
    let stored = try doing("read \(meta)") { () throws(DuckDBError) in
      try connection.query("SELECT value FROM \(name) WHERE name = 'schema_version'").rows()
    }
    guard let version = stored.first?[0].asText else {
      try doing("write \(meta)") { () throws(DuckDBError) in
        try connection.execute(
          "INSERT INTO \(name) VALUES ('schema_version', $version)",
          ["version": .text("\(SystemTables.version)")])
      }
      return
    }
    guard version == "\(SystemTables.version)" else {
      throw EngineError(
        .schema,
        "\(path) has system tables of version \(version), and this fastbreak knows \(SystemTables.version)",
        help: "open it with the fastbreak that made it, or use another --warehouse")
    }
  }

  /// Runs a body in one transaction; rolls back when it throws.
  func transaction<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try connection.transaction(failure: { EngineError($0, doing: "store the rows") }, body)
  }
}

extension TableDifference {
  /// Whether statements over the table would fail or lose something. A column that nobody declares, and
  /// a NULL that the stored table would take, harm nothing: contracts look at the rows.
  fileprivate var standsInTheWay: Bool {
    switch kind {
    case .missingTable, .missingColumn, .type: true
    case .extraColumn: false
    case .nullability(let declared): declared.isNullable
    }
  }
}
