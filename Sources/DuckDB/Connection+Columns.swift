internal import CDuckDB

extension Connection {
  /// Makes columns readable on this connection as a table named `name`: `SELECT`, `MERGE ...
  /// USING`, `CREATE TABLE AS`.
  ///
  /// The engine's threads read the arrays themselves, in parallel, only the columns a statement
  /// names; nothing is staged. Sort in SQL where order matters; where it does not,
  /// `keepsInsertionOrder: false` lets tables be written from it in parallel. `name` hides a stored
  /// table of that name, and replaces columns registered under it before. Register outside a
  /// transaction: a rollback forgets what it covers.
  ///
  /// - Errors: `invalidInput` when columns differ in length, or contradict themselves; `outOfRange`
  ///   for a decimal with more digits than its width.
  public func register(_ columns: [ColumnBuffer], as name: String) throws(DuckDBError) {
    let number = handle.database.sources.add(try ColumnSource(columns))
    do {
      try execute(
        "CREATE OR REPLACE TEMPORARY VIEW \(quoted(name)) AS FROM \(ColumnScan.name)(\(number))")
    } catch {
      handle.database.sources.remove(number)
      throw error
    }
    if let old = registered.updateValue(number, forKey: name) {
      handle.database.sources.remove(old)
    }
  }

  /// Takes registered columns away again, and with them the memory. Does nothing when there are
  /// none by that name.
  public func unregister(_ name: String) throws(DuckDBError) {
    guard let number = registered.removeValue(forKey: name) else { return }
    handle.database.sources.remove(number)
    try execute("DROP VIEW IF EXISTS temp.\(quoted(name))")
  }

  /// Appends rows to a table by whole vectors, within the running transaction if there is one.
  ///
  /// Columns go by name; columns of the table that are not given get their default. Numbers are
  /// cast to the table's type; text is not.
  ///
  /// - Errors: `catalog` (no such table or column), `mismatchedType`, `constraint`, and those of
  ///   `register`. Outside a transaction the rows before those that failed may stay: 204,800 of
  ///   them are written at a time.
  public func append(
    _ columns: [ColumnBuffer], to table: String, schema: String? = nil
  ) throws(DuckDBError) {
    let appender = try Appender(self, table: table, schema: schema)
    try appender.append(try ReadyColumn.all(columns))
  }

  /// A name as an identifier, its quotes doubled: by bytes, for a quote with an accent ends a name too.
  private func quoted(_ name: String) -> String {
    let quote = UInt8(ascii: "\"")
    let doubled = name.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}
