internal import CDuckDB

extension DuckDBError {
  /// An error from what the engine reports: its class of error, refined by its words where one
  /// class holds several of our codes.
  init(engine type: duckdb_error_type, _ message: String, sql: String? = nil) {
    self.init(Code(message: message) ?? Code(type: type), message, sql: sql)
  }

  /// An error known by its words alone: opening a file gives no class.
  init(words message: String, sql: String? = nil) {
    self.init(Code(message: message) ?? Code(prefix: message), message, sql: sql)
  }

  /// Takes over an error object of the engine and destroys it.
  init(consuming data: duckdb_error_data?, sql: String? = nil) {
    var data = data
    defer { duckdb_destroy_error_data(&data) }
    self.init(
      engine: duckdb_error_data_error_type(data), String(engine: duckdb_error_data_message(data)),
      sql: sql)
  }
}

extension DuckDBError.Code {
  /// The kinds that only the words tell apart; nil when the class of error is enough.
  fileprivate init?(message: String) {
    let first = message.prefix(600)
    func says(_ words: String) -> Bool { first.contains(words) }

    if says("Could not set lock on file") || says("Conflicting lock") {
      self = .busy
    } else if says("No space left on device") {
      self = .diskFull
    } else if says("not a valid DuckDB database file") {
      self = .notADatabase
    } else if says("Corrupt database file") {
      self = .corrupt
    } else if says("we can only read") || says("newer version of DuckDB")
      || says("lower than what the database itself uses")
    {
      self = .newerFormat
    } else if says("No such file or directory") || says("database does not exist")
      || says("No files found that match")
    {
      self = .missingFile
    } else if says("attached in read-only mode") || says("Read-only file system")
      || says("Permission denied")
    {
      self = .readOnly
    } else if says("database has been invalidated") {
      self = .fatal
    } else if says("disabled by configuration") || says("disabled through configuration") {
      self = .permission
    } else if says("Values were not provided for the following")
      || says("parameters, but none were supplied")
    {
      self = .parameter
    } else if says("type mismatch in AppendDataChunk") {
      self = .mismatchedType
    } else if says("the column must exist in the table") {
      self = .catalog
    } else {
      return nil
    }
  }

  /// The kind for a class of error of the engine.
  fileprivate init(type: duckdb_error_type) {
    switch type {
    case DUCKDB_ERROR_OUT_OF_RANGE, DUCKDB_ERROR_DECIMAL: self = .outOfRange
    case DUCKDB_ERROR_CONVERSION, DUCKDB_ERROR_MISMATCH_TYPE, DUCKDB_ERROR_DIVIDE_BY_ZERO:
      self = .conversion
    case DUCKDB_ERROR_TRANSACTION: self = .transaction
    case DUCKDB_ERROR_NOT_IMPLEMENTED, DUCKDB_ERROR_MISSING_EXTENSION, DUCKDB_ERROR_AUTOLOAD:
      self = .unsupported
    case DUCKDB_ERROR_CATALOG, DUCKDB_ERROR_DEPENDENCY: self = .catalog
    case DUCKDB_ERROR_PARSER, DUCKDB_ERROR_SYNTAX: self = .syntax
    case DUCKDB_ERROR_CONSTRAINT: self = .constraint
    case DUCKDB_ERROR_BINDER, DUCKDB_ERROR_PLANNER, DUCKDB_ERROR_EXPRESSION,
      DUCKDB_ERROR_INVALID_TYPE, DUCKDB_ERROR_UNKNOWN_TYPE:
      self = .binder
    case DUCKDB_ERROR_IO, DUCKDB_ERROR_HTTP, DUCKDB_ERROR_NETWORK: self = .io
    case DUCKDB_ERROR_SERIALIZATION, Self.dataCorruption: self = .corrupt
    case DUCKDB_ERROR_INTERRUPT: self = .interrupted
    case DUCKDB_ERROR_FATAL, DUCKDB_ERROR_INTERNAL: self = .fatal
    case DUCKDB_ERROR_INVALID_INPUT, DUCKDB_ERROR_SETTINGS: self = .invalidInput
    case DUCKDB_ERROR_OUT_OF_MEMORY, DUCKDB_ERROR_OBJECT_SIZE: self = .outOfMemory
    case DUCKDB_ERROR_PERMISSION: self = .permission
    case DUCKDB_ERROR_PARAMETER_NOT_RESOLVED, DUCKDB_ERROR_PARAMETER_NOT_ALLOWED: self = .parameter
    default: self = .other
    }
  }

  /// `DUCKDB_ERROR_DATA_CORRUPTION`, which headers before 2.0.0 do not name.
  private static let dataCorruption = duckdb_error_type(rawValue: 43)

  /// The kind for a message that starts with the name of its class, as all of the engine's do.
  private static let byPrefix: [(String, DuckDBError.Code)] = [
    ("IO Error", .io), ("Parser Error", .syntax), ("Syntax Error", .syntax),
    ("Binder Error", .binder), ("Catalog Error", .catalog), ("Constraint Error", .constraint),
    ("Conversion Error", .conversion), ("Out of Range Error", .outOfRange),
    ("Out of Memory Error", .outOfMemory), ("Permission Error", .permission),
    ("Serialization Error", .corrupt), ("Data Corruption Error", .corrupt),
    ("Invalid Input Error", .invalidInput),
    ("Invalid Error", .invalidInput), ("Not implemented Error", .unsupported),
    ("INTERRUPT Error", .interrupted), ("FATAL Error", .fatal), ("INTERNAL Error", .fatal),
    ("TransactionContext Error", .transaction),
  ]

  fileprivate init(prefix message: String) {
    self = Self.byPrefix.first { message.hasPrefix($0.0) }?.1 ?? .other
  }
}

extension String {
  /// The engine's text; empty where it has none.
  init(engine text: UnsafePointer<CChar>?) {
    self = text.map { String(cString: $0) } ?? ""
  }
}
