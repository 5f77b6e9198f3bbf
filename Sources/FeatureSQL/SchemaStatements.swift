public import FeaturePlan

/// The tables of a plan and of Fastbreak itself (family 8).
public struct SchemaStatements: Hashable, Sendable {
  /// Schemas, then tables: all `IF NOT EXISTS`.
  public let create: [Statement]
  /// What is stored, a row per column: `dataset`, `table`, `column`, `type`, `is_nullable`. Empty
  /// where nothing is.
  public let storedColumns: Statement
  /// `name` and `value` of everything the warehouse says of itself.
  public let readMeta: Statement
  /// Takes `$name` and `$value`; `deleteMeta` goes before it where there is a value already.
  public let insertMeta: Statement
  public let deleteMeta: Statement
  /// The declared tables, those of Fastbreak itself last.
  public let tables: [TablePlan]

  public init(for plan: Plan, dialect: Dialect) throws(RenderError) {
    self.tables = plan.tables + SystemTables.all
    var create: [Statement] = []
    for schema in TableDefinition.schemas(of: tables) {
      create.append(try Statement(.ddl, "schema", schema, in: dialect))
    }
    for table in tables {
      create.append(
        try Statement(.ddl, "\(table.name)", TableDefinition.create(table), in: dialect))
    }
    self.create = create
    self.storedColumns = try Statement(
      .ddl, "stored_columns", TableDefinition.stored(tables),
      returns: TableDefinition.storedColumns, in: dialect)
    let meta = MetaRows()
    self.readMeta = try Statement(
      .ddl, "read_meta", meta.read(), returns: MetaRows.columns, in: dialect)
    self.insertMeta = try Statement(.ddl, "insert_meta", meta.insert(), in: dialect)
    self.deleteMeta = try Statement(.ddl, "delete_meta", meta.delete(), in: dialect)
  }

  /// How what is stored differs from what is declared.
  public func differences(from stored: [StoredColumn]) -> [TableDifference] {
    TableDifference.between(declared: tables, stored: stored)
  }

  /// The statements that mend the widening differences, in their order; others have none.
  public func widening(
    _ differences: [TableDifference], dialect: Dialect
  ) throws(RenderError) -> [Statement] {
    var statements: [Statement] = []
    for difference in differences {
      guard let command = difference.widening(of: tables) else { continue }
      statements.append(try Statement(.ddl, "widen \(difference.table)", command, in: dialect))
    }
    return statements
  }
}
