internal import CDuckDB

/// One conversation with a database: its own transaction, its own temporary tables.
///
/// Every call blocks the calling thread until the engine is done, so call it from a thread that may
/// wait, not from Swift's shared pool. A connection is used by one thread at a time, hence not
/// `Sendable`: make it where it is used, for instance in an actor with its own executor. To stop a
/// running statement from elsewhere, take `interruptHandle`.
public final class Connection {
  let handle: ConnectionHandle

  /// How many statements were run on it; a script is one.
  public var statementsRun: Int { handle.statementsRun }

  /// The columns registered here, by name: their numbers among the database's sources.
  var registered: [String: Int64] = [:]

  init(_ handle: ConnectionHandle) {
    self.handle = handle
  }

  deinit {
    for number in registered.values { handle.database.sources.remove(number) }
  }

  /// Runs one statement or a script, without parameters, and forgets what it returns.
  ///
  /// A script stops at its first failing statement; those before it have run.
  public func execute(_ sql: String) throws(DuckDBError) {
    _ = try query(sql)
  }

  /// Runs one statement with parameters and says how many rows it changed (0 for statements that
  /// change none).
  @discardableResult
  public func execute(_ sql: String, _ parameters: Parameters) throws(DuckDBError) -> Int {
    try query(sql, parameters).changedRows
  }

  /// Runs one statement, or a script whose last result is given.
  ///
  /// The result is complete in memory when this returns.
  public func query(_ sql: String) throws(DuckDBError) -> QueryResult {
    try run(sql, as: sql)
  }

  /// Runs one statement with parameters: `["from": .date(19_000)]` for `$from`, `[1, "x"]` for `$1`
  /// and `$2` or `?`.
  ///
  /// It is planned once where the values have names and are whole numbers, truth values, days, times and
  /// plain words, which then stand in the text as literals; twice where another is among them, which the
  /// engine binds.
  ///
  /// - Errors: `parameter` when a parameter of the statement has no value, or a value has no
  ///   parameter.
  public func query(_ sql: String, _ parameters: Parameters) throws(DuckDBError) -> QueryResult {
    if case .named(let values) = parameters.arrangement,
      let text = LiteralText.of(sql, with: values)
    {
      return try run(text, as: sql)
    }
    return try prepare(sql).query(parameters)
  }

  /// - Parameter shown: What errors give as the statement.
  private func run(_ sql: String, as shown: String) throws(DuckDBError) -> QueryResult {
    handle.statementsRun += 1
    let result = ResultHandle(handle)
    guard duckdb_query(handle.raw, sql, &result.raw) == DuckDBSuccess else {
      throw result.error(sql: shown)
    }
    return try QueryResult(result, sql: shown)
  }

  /// A statement to be run several times. The engine plans it at each run anew, with the values.
  public func prepare(_ sql: String) throws(DuckDBError) -> PreparedStatement {
    try PreparedStatement(handle, sql: sql)
  }

  /// A handle that stops what this connection runs; it may be used from any thread.
  public var interruptHandle: InterruptHandle {
    InterruptHandle(handle: handle)
  }
}

/// Owns the engine's connection and keeps its database open.
///
/// `@unchecked Sendable`: the pointer is set once, in `init`, and freed in `deinit`. DuckDB locks
/// the connection inside; what crosses threads here is `duckdb_interrupt` and
/// `duckdb_query_progress`, made for that.
final class ConnectionHandle: @unchecked Sendable {
  let database: DatabaseHandle
  private(set) var raw: duckdb_connection?
  /// Touched by the connection's own thread alone.
  var statementsRun = 0

  init(_ database: DatabaseHandle) throws(DuckDBError) {
    self.database = database
    guard duckdb_connect(database.raw, &raw) == DuckDBSuccess else {
      throw DuckDBError(.other, "the database refused another connection")
    }
  }

  deinit {
    duckdb_disconnect(&raw)
  }
}
