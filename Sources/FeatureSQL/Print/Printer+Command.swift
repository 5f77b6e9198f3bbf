import FeatureAlgebra

extension Printer {
  /// The statement with a final newline, and the names of its parameters.
  static func text(
    _ command: Command, in dialect: Dialect
  ) throws(RenderError) -> (sql: String, parameters: [String]) {
    var printer = Printer(dialect)
    let layout = try printer.layout(command)
    return (layout.rendered() + "\n", printer.parameters)
  }

  mutating func layout(_ command: Command) throws(RenderError) -> Layout {
    switch command {
    case .createSchema(let name): return .text("CREATE SCHEMA IF NOT EXISTS \(quoted(name))")
    case .createTable(let name, let columns):
      return table("CREATE TABLE IF NOT EXISTS \(quoted(name))", columns)
    case .createTemporaryTable(let name, let columns):
      return table("CREATE OR REPLACE TEMPORARY TABLE \(quoted(name))", columns)
    case .createTemporary(let name, let query):
      return .sequence([
        .text("CREATE OR REPLACE TEMPORARY TABLE \(quoted(name)) AS"), .hardLine,
        try layout(query),
      ])
    case .dropTemporary(let name): return .text("DROP TABLE IF EXISTS \(quoted(name))")
    case .addColumn(let table, let column): return alter(table, "ADD COLUMN \(text(column))")
    case .changeType(let table, let column, let type):
      return alter(
        table, "ALTER COLUMN \(quoted(column)) SET DATA TYPE \(text(SQLType.column(type)))")
    case .allowNull(let table, let column):
      return alter(table, "ALTER COLUMN \(quoted(column)) DROP NOT NULL")
    case .forbidNull(let table, let column):
      return alter(table, "ALTER COLUMN \(quoted(column)) SET NOT NULL")
    case .insert(let table, let columns, let query):
      let names = columns.map { Layout.text(quoted($0)) }
      return .sequence([
        .bracketed("INSERT INTO \(quoted(table)) (", names, ")"), .hardLine, try layout(query),
      ])
    case .delete(let table, let alias, let filter):
      return .sequence([
        .text("DELETE FROM \(quoted(table)) AS \(quoted(alias))"), .hardLine,
        try condition("WHERE", filter),
      ])
    case .merge(let merge): return try layout(merge)
    }
  }

  private mutating func layout(_ merge: Merge) throws(RenderError) -> Layout {
    var updates: [Layout] = []
    for update in merge.updates {
      updates.append(
        .sequence([.text("\(quoted(update.column)) = "), .nested(try layout(update.value))]))
    }
    var values: [Layout] = []
    for insert in merge.inserts { values.append(try layout(insert.value)) }
    let names = merge.inserts.map { Layout.text(quoted($0.column)) }
    let source = try layout(merge.source)
    let on = try condition("ON", merge.on)
    var parts: [Layout] = [
      .text("MERGE INTO \(quoted(merge.target)) AS \(quoted(merge.targetAlias))"), .hardLine,
      bracketed("USING (", source, ") AS \(quoted(merge.sourceAlias))"), .hardLine,
      .nested(on),
    ]
    if !updates.isEmpty {
      parts += [
        .hardLine, try condition("WHEN MATCHED AND", merge.changed), .hardLine,
        .text("THEN UPDATE SET"),
        .nested(.sequence([.hardLine, .joined(updates, by: [.text(","), .hardLine])])),
      ]
    }
    parts += [
      .hardLine, .text("WHEN NOT MATCHED"), .hardLine,
      .bracketed("THEN INSERT (", names, ")"), .hardLine, .bracketed("VALUES (", values, ")"),
    ]
    return .sequence(parts)
  }

  private func table(_ head: String, _ columns: [ColumnDefinition]) -> Layout {
    bracketed(
      head + " (",
      .joined(columns.map { .text(text($0)) }, by: [.text(","), .hardLine]), ")")
  }

  private func alter(_ table: TableName, _ change: String) -> Layout {
    .text("ALTER TABLE \(quoted(table)) \(change)")
  }

  /// `"points" BIGINT NOT NULL`
  func text(_ column: ColumnDefinition) -> String {
    "\(quoted(column.name)) \(text(SQLType.column(column.type)))"
      + (column.isNullable ? "" : " NOT NULL")
  }
}
