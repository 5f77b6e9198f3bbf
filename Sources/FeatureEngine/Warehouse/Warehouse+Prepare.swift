internal import DuckDB
internal import FeatureAlgebra
package import FeaturePlan
internal import FeatureSQL

extension Warehouse {
  /// Makes what is declared and not there, and compares the rest column by column, before anything runs.
  ///
  /// - Parameter widens: adds missing nullable columns and widens types instead of refusing.
  /// - Throws: `schema` with every difference that stands in the way.
  func prepare(for plan: Plan, widens: Bool = false) throws(EngineError) {
    let schema = try rendering { () throws(RenderError) in
      try SchemaStatements(for: plan, dialect: .duckDB)
    }
    if try isNew() {
      try transaction { () throws(EngineError) in
        try create(schema)
        try checkVersion(schema)
      }
    }
    var differences = try compare(schema)
    let missing = differences.filter { $0.kind == .missingTable }
    if !missing.isEmpty {
      try transaction { () throws(EngineError) in
        try forget(missing.map(\.table), of: plan)
        try create(schema)
      }
      differences = try compare(schema)
    }
    if widens {
      let widening = try rendering { () throws(RenderError) in
        try schema.widening(differences, dialect: .duckDB)
      }
      try transaction { () throws(EngineError) in
        for statement in widening {
          try doing(statement.name) { () throws(DuckDBError) in
            try connection.execute(statement.sql)
          }
        }
      }
      differences = try compare(schema)
    }
    try refuse(differences.filter(\.standsInTheWay))
    try checkVersion(schema)
  }

  /// Whether every declared table is there, so that `prepare` has nothing to write.
  package func isPrepared(for plan: Plan) throws(EngineError) -> Bool {
    let schema = try rendering { () throws(RenderError) in
      try SchemaStatements(for: plan, dialect: .duckDB)
    }
    guard !(try compare(schema).contains { $0.kind == .missingTable }) else { return false }
    return try storedVersion(schema) != nil
  }

  /// Takes away what is known of the days of tables that are made: it is not in there any more.
  private func forget(_ tables: [TableName], of plan: Plan) throws(EngineError) {
    let known = [
      (SystemTables.receipts, "processor"), (SystemTables.receiptInputs, "processor"),
      (SystemTables.failures, "processor_name"),
    ].filter { !tables.contains($0.0.name) }
    for processor in plan.processors where tables.contains(processor.table.name) {
      try doing("forget the days of \(processor.name)") { () throws(DuckDBError) in
        for (table, column) in known {
          _ = try connection.execute(
            "DELETE FROM \(identifier(table.name)) WHERE \(column) = $processor",
            ["processor": .text(processor.name)])
        }
      }
    }
  }

  private func compare(_ schema: SchemaStatements) throws(EngineError) -> [TableDifference] {
    schema.differences(from: try storedColumns(schema))
  }

  private func create(_ schema: SchemaStatements) throws(EngineError) {
    for statement in schema.create {
      try doing("make the tables of the pipeline") { () throws(DuckDBError) in
        try connection.execute(statement.sql)
      }
    }
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

  /// The version of the system tables, written with them.
  private func checkVersion(_ schema: SchemaStatements) throws(EngineError) {
    let known = "\(SystemTables.version)"
    guard let version = try storedVersion(schema) else {
      try doing("say what made \(path)") { () throws(DuckDBError) in
        _ = try connection.execute(
          schema.insertMeta.sql, ["name": .text("schema_version"), "value": .text(known)])
      }
      return
    }
    guard version == known else {
      throw EngineError(
        .schema,
        "\(path) has system tables of version \(version), and this fastbreak knows \(known)",
        help: "open it with the fastbreak that made it, or use another --warehouse")
    }
  }

  private func storedVersion(_ schema: SchemaStatements) throws(EngineError) -> String? {
    let meta = try doing("read what made \(path)") { () throws(DuckDBError) in
      try connection.query(schema.readMeta.sql).rows()
    }
    return meta.first { $0[0].asText == "schema_version" }?[1].asText
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
