import CSQLite

/// A prepared statement; while it stands on a row, also that row.
///
///     let statement = try Statement("SELECT run FROM runs WHERE id > $id", on: connection)
///     try statement.bind(["$id": .integer(7)])
///     while try statement.step() { names.append(try statement.text("run")) }
struct Statement: ~Copyable {
  let handle: OpaquePointer
  let sql: String
  let path: String
  /// Result columns by name; empty for a statement that gives no rows.
  let columns: [String: Int32]

  init(_ sql: String, on connection: borrowing Connection) throws(LedgerError) {
    var prepared: OpaquePointer?
    let result = sqlite3_prepare_v2(connection.handle, sql, -1, &prepared, nil)
    guard result == SQLITE_OK, let prepared else { throw connection.refusal(of: sql) }
    var columns: [String: Int32] = [:]
    for index in 0..<sqlite3_column_count(prepared) {
      guard let name = sqlite3_column_name(prepared, index) else { continue }
      columns[String(cString: name)] = index
    }
    self.sql = sql
    self.path = connection.path
    self.columns = columns
    self.handle = prepared
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Gives every parameter a value, by name, for the next run.
  func bind(_ values: KeyValuePairs<String, Value>) throws(LedgerError) {
    for (name, value) in values {
      let index = sqlite3_bind_parameter_index(handle, name)
      guard index > 0 else { throw error("the statement has no parameter \(name)") }
      try bind(value, at: index)
    }
  }

  /// Moves to the next row; `false` when there is none, and then the statement can run again.
  func step() throws(LedgerError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      throw refusal()
    }
  }

  /// Runs a statement that gives no rows, with `values` in the order its parameters appear.
  func run(_ values: [Value]) throws(LedgerError) {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    _ = try step()
  }

  private func bind(_ value: Value, at index: Int32) throws(LedgerError) {
    let result =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
      case .real(let real): sqlite3_bind_double(handle, index, real)
      case .text(let text): bind(text, at: index)
      }
    guard result == SQLITE_OK else { throw refusal() }
  }

  /// Binds with an explicit length, so that a NUL inside does not end the text. SQLite copies.
  private func bind(_ text: String, at index: Int32) -> Int32 {
    let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, copying)
        }
        return sqlite3_bind_text64(
          handle, index, start, UInt64(characters.count), copying, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func refusal() -> LedgerError {
    let connection = sqlite3_db_handle(handle)
    return LedgerError(
      refusal: sqlite3_extended_errcode(connection),
      words: String(cString: sqlite3_errmsg(connection)), sql: sql, path: path)
  }

  private func error(_ message: String) -> LedgerError {
    LedgerError(.other, message, sql: sql)
  }
}
