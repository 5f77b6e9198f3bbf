internal import CDuckDB

/// Owns the engine's appender for one table; used for one call.
struct Appender: ~Copyable {
  private var raw: duckdb_appender?
  private let target: String

  init(_ connection: Connection, table: String, schema: String?) throws(DuckDBError) {
    target = "append to \(schema.map { $0 + "." } ?? "")\(table)"
    guard duckdb_appender_create(connection.handle.raw, schema, table, &raw) == DuckDBSuccess
    else {
      let error = DuckDBError(consuming: duckdb_appender_error_data(raw), sql: target)
      throw error
    }
  }

  deinit {
    var raw = raw
    duckdb_appender_destroy(&raw)
  }

  /// Appends all rows and flushes them.
  func append(_ columns: [ReadyColumn]) throws(DuckDBError) {
    for column in columns {
      try check(duckdb_appender_add_column(raw, column.name))
    }
    var chunk = try Self.chunk(for: columns)
    defer { duckdb_destroy_data_chunk(&chunk) }
    let vector = Int(duckdb_vector_size())
    let count = columns.first?.count ?? 0
    for start in stride(from: 0, to: count, by: vector) {
      let rows = start..<min(start + vector, count)
      duckdb_data_chunk_reset(chunk)
      for (place, column) in columns.enumerated() {
        column.fill(duckdb_data_chunk_get_vector(chunk, idx_t(place)), rows: rows)
      }
      duckdb_data_chunk_set_size(chunk, idx_t(rows.count))
      try check(duckdb_append_data_chunk(raw, chunk))
    }
    try check(duckdb_appender_close(raw))
  }

  private static func chunk(for columns: [ReadyColumn]) throws(DuckDBError) -> duckdb_data_chunk? {
    var types: [duckdb_logical_type?] = []
    defer {
      for index in types.indices { duckdb_destroy_logical_type(&types[index]) }
    }
    for column in columns { types.append(TypeHandle(column.type)?.take()) }
    return duckdb_create_data_chunk(&types, idx_t(types.count))
  }

  private func check(_ state: duckdb_state) throws(DuckDBError) {
    guard state == DuckDBSuccess else {
      throw DuckDBError(consuming: duckdb_appender_error_data(raw), sql: target)
    }
  }
}
