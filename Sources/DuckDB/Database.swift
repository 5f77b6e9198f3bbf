internal import CDuckDB

/// An open DuckDB database: a file, or memory.
///
/// One process at a time may hold a file for writing, and within it one `Database`: others get
/// `busy`. The database is closed, and the file released, when the last of the database, its
/// connections, their statements and results is gone. Safe to use from any thread.
public final class Database: Sendable {
  /// Where the data is.
  public enum Location: Hashable, Sendable {
    /// Nothing is stored; the data is gone with the database.
    case memory
    /// A file, made when it does not exist; its folder must.
    case file(String)
  }

  let handle: DatabaseHandle

  /// Opens the database.
  ///
  /// - Errors: `busy` (another process holds it; the message has its process number),
  ///   `notADatabase`, `newerFormat`, `readOnly`, `missingFile` (no such folder, or no such file to
  ///   read), `invalidInput` (a setting), `io`.
  public init(
    _ location: Location = .memory, configuration: Configuration = Configuration()
  ) throws(DuckDBError) {
    handle = try DatabaseHandle(
      location: location, settings: configuration.engineSettings(for: location))
    try ColumnScan.register(on: ConnectionHandle(handle))
  }

  /// A new connection; cheap. Each thread that works at the same time needs its own.
  public func connect() throws(DuckDBError) -> Connection {
    Connection(try ConnectionHandle(handle))
  }

  /// The version of the library that is loaded, as it says it: `v2.0.0`.
  public static var version: String {
    String(engine: duckdb_library_version())
  }
}

/// Owns the engine's database.
///
/// `@unchecked Sendable`: the pointer is set once, in `init`, and freed in `deinit`; DuckDB allows
/// connecting from any thread.
final class DatabaseHandle: @unchecked Sendable {
  private(set) var raw: duckdb_database?

  /// The columns that scans on this database may read.
  let sources = ColumnSources()

  private var file: OpenFiles.Identity?

  fileprivate init(
    location: Database.Location, settings: [(name: String, value: String)]
  ) throws(DuckDBError) {
    var config: duckdb_config?
    guard duckdb_create_config(&config) == DuckDBSuccess else {
      throw DuckDBError(.outOfMemory, "no memory for the settings of a database")
    }
    defer { duckdb_destroy_config(&config) }
    for (name, value) in settings {
      guard duckdb_set_config(config, name, value) == DuckDBSuccess else {
        throw DuckDBError(
          .invalidInput, "DuckDB \(Database.version) refuses '\(value)' for setting '\(name)'")
      }
    }
    switch location {
    case .memory: try open(nil, config)
    case .file(let path):
      file = try OpenFiles.hold(path) { () throws(DuckDBError) in try open(path, config) }
    }
  }

  private func open(_ path: String?, _ config: duckdb_config?) throws(DuckDBError) {
    var words: UnsafeMutablePointer<CChar>?
    guard duckdb_open_ext(path, &raw, config, &words) == DuckDBSuccess else {
      defer { duckdb_free(words) }
      throw DuckDBError(words: String(engine: words))
    }
  }

  deinit {
    duckdb_close(&raw)
    if let file { OpenFiles.release(file) }
  }
}
