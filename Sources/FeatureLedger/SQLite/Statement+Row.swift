import CSQLite

/// Reading the row a statement stands on, by column name.
///
/// A value of another type than asked for, or text that is not UTF-8, is an error that names the
/// column: the journal never wrote it, so something else did.
extension Statement {
  func text(_ column: String) throws(LedgerError) -> String {
    guard let text = try optionalText(column) else { throw unexpected(column, "is NULL") }
    return text
  }

  func optionalText(_ column: String) throws(LedgerError) -> String? {
    let index = try index(of: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT: break
    default: throw unexpected(column, "is not text")
    }
    // In this order: asking for the text settles the encoding that the count is in.
    guard let start = sqlite3_column_text(handle, index) else {
      throw LedgerError(.other, "memory is exhausted while reading the journal \(path)", sql: sql)
    }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw unexpected(column, "is not UTF-8")
    }
    return text
  }

  func integer(_ column: String) throws(LedgerError) -> Int64 {
    guard let integer = try optionalInteger(column) else { throw unexpected(column, "is NULL") }
    return integer
  }

  func optionalInteger(_ column: String) throws(LedgerError) -> Int64? {
    let index = try index(of: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return sqlite3_column_int64(handle, index)
    default: throw unexpected(column, "is not a whole number")
    }
  }

  func count(_ column: String) throws(LedgerError) -> Int {
    Int(try integer(column))
  }

  func flag(_ column: String) throws(LedgerError) -> Bool {
    try integer(column) != 0
  }

  func real(_ column: String) throws(LedgerError) -> Double {
    guard let real = try optionalReal(column) else { throw unexpected(column, "is NULL") }
    return real
  }

  func optionalReal(_ column: String) throws(LedgerError) -> Double? {
    let index = try index(of: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return nil
    case SQLITE_FLOAT, SQLITE_INTEGER: return sqlite3_column_double(handle, index)
    default: throw unexpected(column, "is not a number")
    }
  }

  /// The error for a value the journal never writes.
  func unexpected(_ column: String, _ complaint: String) -> LedgerError {
    LedgerError(
      .corrupt,
      "the journal \(path) holds a line that fastbreak did not write: '\(column)' \(complaint); "
        + "move the file aside and run again; stored rows do not need it", sql: sql)
  }

  private func index(of column: String) throws(LedgerError) -> Int32 {
    guard let index = columns[column] else {
      throw LedgerError(.other, "the statement gives no column '\(column)'", sql: sql)
    }
    return index
  }
}
