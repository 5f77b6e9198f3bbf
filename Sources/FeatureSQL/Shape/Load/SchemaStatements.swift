import FeatureAlgebra
public import FeaturePlan

/// Family 8 for a whole warehouse: schemas and tables as declared, what is stored, and how to widen.
public struct SchemaStatements: Sendable {
  public let tables: [TablePlan]
  /// `CREATE … IF NOT EXISTS`, schemas first.
  public let creation: [Statement]
  /// The stored columns of every dataset concerned.
  public let stored: Statement
  private let dialect: Dialect

  public init(_ tables: [TablePlan], in dialect: Dialect) throws(RenderError) {
    self.tables = tables
    self.dialect = dialect
    var creation: [Statement] = []
    for command in TableDefinition.schemas(of: tables) + tables.map(TableDefinition.create) {
      creation.append(try Self.statement("create", Printer.text(command, in: dialect)))
    }
    self.creation = creation
    stored = try Self.statement(
      "stored_columns", Printer.text(TableDefinition.stored(tables), in: dialect),
      TableDefinition.storedColumns)
  }

  /// The statement that mends a difference without losing anything; nil where there is none.
  public func widening(_ difference: TableDifference) throws(RenderError) -> Statement? {
    guard let command = difference.widening(of: tables) else { return nil }
    return try Self.statement("widen", Printer.text(command, in: dialect))
  }

  private static func statement(
    _ name: String, _ printed: (sql: String, parameters: [String]),
    _ columns: [ResultColumn] = []
  ) -> Statement {
    Statement(
      family: .ddl, name: name, sql: printed.sql, parameters: printed.parameters, columns: columns)
  }
}
