package import DuckDB

/// The DuckDB file that holds raw tables, computed tables and receipts.
package final class Warehouse {
  package let path: String
  package let connection: Connection
  let database: Database

  /// How a warehouse is opened.
  package struct Access: Sendable {
    /// Threads of the database; nil is one per core.
    package var threads: Int?
    /// Bytes before the database spills; nil is 80 % of the machine's memory.
    package var memory: Int?
    package var isReadOnly = false
    /// Whether SQL may read other files: for `load` and `demo` only.
    package var readsFiles = false
    package init() {}
  }

  /// Opens the file, or makes it.
  ///
  /// - Errors: `busy` with the words of the database, which name the process that holds the file;
  ///   `warehouse` for everything else.
  package init(path: String, access: Access = Access()) throws(EngineError) {
    self.path = path
    var configuration = Database.Configuration()
    configuration.threads = access.threads
    configuration.memoryLimit = access.memory
    configuration.isReadOnly = access.isReadOnly
    configuration.allowsExternalAccess = access.readsFiles
    // Every statement whose order matters says ORDER BY; without this a scan of columns is not parallel.
    configuration.keepsInsertionOrder = false
    let location = path == ":memory:" ? Database.Location.memory : .file(path)
    do {
      let database = try Database(location, configuration: configuration)
      (self.database, connection) = (database, try database.connect())
    } catch {
      throw EngineError(opening: path, error)
    }
  }

  /// Stops the running statement; may be called from any thread, a signal handler's included.
  package var interruptHandle: InterruptHandle { connection.interruptHandle }
}
