internal import CDuckDB

/// A planned statement, to be run any number of times on its connection, by one thread at a time.
public final class PreparedStatement {
  /// The text that was prepared.
  public let sql: String

  private let connection: ConnectionHandle
  private var raw: duckdb_prepared_statement?

  init(_ connection: ConnectionHandle, sql: String) throws(DuckDBError) {
    self.sql = sql
    self.connection = connection
    guard duckdb_prepare(connection.raw, sql, &raw) == DuckDBSuccess else {
      throw DuckDBError(words: String(engine: duckdb_prepare_error(raw)), sql: sql)
    }
  }

  deinit {
    duckdb_destroy_prepare(&raw)
  }

  /// The names of the parameters, in the engine's order; `1`, `2`, ... where the statement uses
  /// positions.
  public var parameterNames: [String] {
    (0..<duckdb_nparams(raw)).map { index in
      let name = duckdb_parameter_name(raw, index + 1)
      defer { duckdb_free(UnsafeMutableRawPointer(mutating: name)) }
      return String(engine: name)
    }
  }

  /// Runs the statement and says how many rows it changed.
  @discardableResult
  public func execute(_ parameters: Parameters = []) throws(DuckDBError) -> Int {
    try query(parameters).changedRows
  }

  /// Runs the statement; the result is complete in memory when this returns.
  ///
  /// - Errors: `parameter` when a parameter of the statement has no value, or a value has no
  ///   parameter.
  public func query(_ parameters: Parameters = []) throws(DuckDBError) -> QueryResult {
    try bind(parameters)
    connection.statementsRun += 1
    let result = ResultHandle(connection)
    guard duckdb_execute_prepared(raw, &result.raw) == DuckDBSuccess else {
      throw result.error(sql: sql)
    }
    return try QueryResult(result, sql: sql)
  }

  private func bind(_ parameters: Parameters) throws(DuckDBError) {
    duckdb_clear_bindings(raw)
    let wanted = parameterNames
    switch parameters.arrangement {
    case .positional(let values):
      guard values.count == wanted.count else {
        throw DuckDBError(
          .parameter,
          "the statement has \(wanted.count) parameters; \(values.count) values are given",
          sql: sql)
      }
      for (index, value) in values.enumerated() {
        try bind(value, at: index + 1, name: "\(index + 1)")
      }
    case .named(let values):
      if let missing = wanted.first(where: { values[$0] == nil }) {
        throw DuckDBError(.parameter, "parameter $\(missing) has no value", sql: sql)
      }
      guard values.count == wanted.count else {
        let unknown = values.keys.filter { !wanted.contains($0) }.sorted().joined(separator: ", $")
        throw DuckDBError(.parameter, "the statement has no parameter $\(unknown)", sql: sql)
      }
      for (index, name) in wanted.enumerated() {
        try bind(values[name] ?? .null, at: index + 1, name: name)
      }
    }
  }

  private func bind(_ value: SQLValue, at index: Int, name: String) throws(DuckDBError) {
    let index = idx_t(index)
    let state =
      switch value {
      case .null: duckdb_bind_null(raw, index)
      case .boolean(let value): duckdb_bind_boolean(raw, index, value)
      case .integer(let value): duckdb_bind_int64(raw, index, value)
      case .hugeint(let value): duckdb_bind_hugeint(raw, index, duckdb_hugeint(value))
      case .double(let value): duckdb_bind_double(raw, index, value)
      case .decimal(let unscaled, let scale):
        duckdb_bind_decimal(
          raw, index,
          duckdb_decimal(width: 38, scale: UInt8(clamping: scale), value: duckdb_hugeint(unscaled)))
      case .text(let value): bindText(value, at: index)
      case .blob(let bytes):
        bytes.withUnsafeBytes {
          duckdb_bind_blob(raw, index, $0.baseAddress, idx_t($0.count))
        }
      case .date(let days): duckdb_bind_date(raw, index, duckdb_date(days: days))
      case .timestamp(let micros):
        duckdb_bind_timestamp(raw, index, duckdb_timestamp(micros: micros))
      case .list:
        throw DuckDBError(.unsupported, "parameter $\(name) is a list; bind its elements", sql: sql)
      }
    guard state == DuckDBSuccess else {
      throw DuckDBError(.parameter, "parameter $\(name) does not take \(value)", sql: sql)
    }
  }

  /// With its length, so that a text with NUL inside is bound whole.
  private func bindText(_ text: String, at index: idx_t) -> duckdb_state {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        duckdb_bind_varchar_length(raw, index, $0.baseAddress, idx_t($0.count))
      }
    }
  }
}

extension duckdb_hugeint {
  init(_ value: Int128) {
    self.init(
      lower: UInt64(truncatingIfNeeded: value), upper: Int64(truncatingIfNeeded: value >> 64))
  }
}
