internal import CDuckDB

/// What a statement returned: columns with names and types, and rows in chunks of up to 2048.
///
/// Complete in memory; chunks are handed out once, in order. Used by one thread at a time.
public final class QueryResult {
  /// A column of a result.
  public struct Column: Hashable, Sendable {
    public let name: String
    public let type: LogicalType
  }

  /// The columns, in the statement's order.
  public let columns: [Column]

  /// The statement; with a script, all of it.
  public let sql: String

  private let handle: ResultHandle

  init(_ handle: ResultHandle, sql: String) throws(DuckDBError) {
    self.handle = handle
    self.sql = sql
    columns = (0..<duckdb_column_count(&handle.raw)).map { index in
      let type = TypeHandle(consuming: duckdb_column_logical_type(&handle.raw, index))
      return Column(
        name: String(engine: duckdb_column_name(&handle.raw, index)), type: LogicalType(type))
    }
  }

  /// How many rows an `INSERT`, `UPDATE`, `DELETE` or `MERGE` changed; 0 for other statements.
  public var changedRows: Int {
    Int(duckdb_rows_changed(&handle.raw))
  }

  /// The place of the column with this name; nil when there is none.
  public func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The next rows; nil when all have been handed out.
  public func nextChunk() -> Chunk? {
    duckdb_fetch_chunk(handle.raw).map { Chunk(ChunkHandle(consuming: $0), columns: columns) }
  }

  /// Hands the chunks that are left to `body`, in order.
  public func forEachChunk<Failure: Error>(
    _ body: (Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    while let chunk = nextChunk() { try body(chunk) }
  }
}

/// Owns the engine's result, and keeps its connection open.
final class ResultHandle {
  private let connection: ConnectionHandle
  var raw = duckdb_result()

  init(_ connection: ConnectionHandle) {
    self.connection = connection
  }

  /// What went wrong, when the statement failed.
  func error(sql: String) -> DuckDBError {
    DuckDBError(
      engine: duckdb_result_error_type(&raw), String(engine: duckdb_result_error(&raw)), sql: sql)
  }

  deinit {
    duckdb_destroy_result(&raw)
  }
}
