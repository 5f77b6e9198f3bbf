extension Statement {
  /// A query as a statement; common tables that repeat one another are shared.
  init(
    _ family: Family, _ name: String, _ query: Query, returns columns: [ResultColumn],
    in dialect: Dialect
  ) throws(RenderError) {
    let (sql, parameters) = try Printer.text(query.sharingCommonTables(), in: dialect)
    self.init(family: family, name: name, sql: sql, parameters: parameters, columns: columns)
  }

  /// A statement that changes something and returns nothing.
  init(
    _ family: Family, _ name: String, _ command: Command, in dialect: Dialect
  ) throws(RenderError) {
    let (sql, parameters) = try Printer.text(command, in: dialect)
    self.init(family: family, name: name, sql: sql, parameters: parameters, columns: [])
  }
}
