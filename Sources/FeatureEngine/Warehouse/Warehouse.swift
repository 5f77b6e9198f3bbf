package import DuckDB
internal import Synchronization

/// The DuckDB file that holds raw tables, computed tables and receipts.
package final class Warehouse {
  package let path: String
  package let connection: Connection
  let database: Database
  /// Stops the running statements.
  package let interruption: Interruption

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
    // A large slab goes straight into the file when it is committed, beside the work on other
    // processors, and not into the log first and into the file when everything else is done.
    configuration.settings["checkpoint_threshold"] = "4MB"
    let location = path == ":memory:" ? Database.Location.memory : .file(path)
    interruption = Interruption()
    do {
      let database = try Database(location, configuration: configuration)
      (self.database, connection) = (database, try database.connect())
    } catch {
      throw EngineError(opening: path, isReadOnly: access.isReadOnly, error)
    }
    interruption.add(connection.interruptHandle)
  }

  /// Another conversation with the same file: for a processor that runs beside others.
  private init(besides other: Warehouse) throws(DuckDBError) {
    path = other.path
    database = other.database
    connection = try other.database.connect()
    interruption = other.interruption
    interruption.add(connection.interruptHandle)
  }

  /// This warehouse and others on the same file, `count` in all, for as many threads.
  func lanes(_ count: Int) throws(EngineError) -> [Warehouse] {
    try doing("open \(path) again") { () throws(DuckDBError) in
      var lanes = [self]
      while lanes.count < count { lanes.append(try Warehouse(besides: self)) }
      return lanes
    }
  }
}

/// Stops whatever statements run on a warehouse; may be used from any thread.
package final class Interruption: Sendable {
  private let handles = Mutex<[InterruptHandle]>([])

  func add(_ handle: InterruptHandle) { handles.withLock { $0.append(handle) } }

  package func interrupt() {
    for handle in handles.withLock({ $0 }) { handle.interrupt() }
  }
}
