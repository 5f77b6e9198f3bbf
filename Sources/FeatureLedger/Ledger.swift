import Synchronization

/// The journal of runs: what happened, in one SQLite file.
///
/// The ledger only appends. A run is one line when it starts and one when it ends; no line is ever
/// changed, deleted or replaced, and triggers in the file hold every other program to that too. What
/// is *stored* is said by the receipts beside the rows; where the two disagree, the receipts win.
///
/// Every batch is one transaction, so a process killed at any point leaves whole batches, and a run
/// without an end. The file is in WAL mode with `synchronous = NORMAL`: after a power cut it is
/// sound, but the last batches may be missing.
///
/// Safe to use from any thread; calls block for as long as SQLite does, at most the busy timeout and
/// the work. Names, days and times come in as values: the ledger reads no clock.
package final class Ledger: Sendable {
  /// What a journal is opened for.
  package enum Access: Sendable {
    /// To look at. The file must be there and is not changed, nor brought up to date.
    case read
    /// To record runs, and to look at. The file is made when absent and brought up to date when old.
    case append
  }

  private let connection: Mutex<Connection>
  /// The file as the caller named it.
  package let path: String

  /// Opens the journal at `path`, whose folder must be there.
  ///
  /// - Parameter busyTimeout: how long to wait for another process that is writing.
  /// - Throws: `readOnly`, `io`, `busy`; `corrupt` or `notAJournal` for a file of another kind;
  ///   `newerSchema`; for reading also `absent` and `olderSchema`.
  package convenience init(
    at path: String, for access: Access = .append, busyTimeout: Duration = .seconds(5)
  ) throws(LedgerError) {
    try self.init(at: path, for: access, busyTimeout: busyTimeout, migrations: Migration.all)
  }

  init(
    at path: String, for access: Access, busyTimeout: Duration, migrations: [Migration]
  ) throws(LedgerError) {
    let connection =
      switch access {
      case .read: try Connection.reading(path, busyTimeout: busyTimeout, migrations: migrations)
      case .append:
        try Connection.appending(to: path, busyTimeout: busyTimeout, migrations: migrations)
      }
    self.path = path
    self.connection = Mutex(connection)
  }

  private init(inMemory connection: consuming sending Connection) {
    self.path = connection.path
    self.connection = Mutex(connection)
  }

  /// A journal that is gone with the value: for tests, and for a run whose journal cannot be written.
  package static func inMemory() throws(LedgerError) -> Ledger {
    let connection = try Connection.inMemory()
    try connection.prepare(migrations: Migration.all)
    return Ledger(inMemory: connection)
  }

  /// Runs `body` as the only user of the connection.
  func use<Result: Sendable>(
    _ body: (borrowing Connection) throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try connection.withLock { connection throws(LedgerError) in try body(connection) }
  }
}
