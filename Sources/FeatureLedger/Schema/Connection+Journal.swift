import CSQLite

/// Opening a file as a journal: the settings, then the tables.
extension Connection {
  /// The journal at `path`, made or brought up to date where needed.
  static func appending(
    to path: String, busyTimeout: Duration, migrations: [Migration]
  ) throws(LedgerError) -> Connection {
    let connection = try open(path, for: .append, busyTimeout: busyTimeout)
    // SQLite opens what it may not write for reading, silently.
    guard !connection.isReadOnly else {
      throw LedgerError(
        .readOnly,
        "the journal \(path) cannot be written: allow writing to it and to its folder")
    }
    try connection.prepare(migrations: migrations)
    return connection
  }

  /// The journal at `path` as it is.
  ///
  /// In a folder that may not be written, WAL's own files cannot be made: a journal whose writers have
  /// all closed it is then read as it lies there.
  static func reading(
    _ path: String, busyTimeout: Duration, migrations: [Migration]
  ) throws(LedgerError) -> Connection {
    guard isThere(path) else {
      throw LedgerError(.absent, "no journal is at \(path): `fastbreak run` writes one")
    }
    do {
      let connection = try open(path, for: .read, busyTimeout: busyTimeout)
      try connection.prepareToRead(migrations: migrations)
      return connection
    } catch  where [.readOnly, .io].contains(error.code) && !isThere(path + "-wal") {
      let connection = try openFrozen(path)
      try connection.prepareToRead(migrations: migrations)
      return connection
    }
  }

  private func prepareToRead(migrations: [Migration]) throws(LedgerError) {
    try execute("PRAGMA trusted_schema = OFF")
    try requireCurrent(with: migrations)
  }

  /// Settings that hold for this connection, and WAL, which the file keeps; then the migrations.
  ///
  /// Another program's file is refused before WAL would change it.
  func prepare(migrations: [Migration]) throws(LedgerError) {
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA synchronous = NORMAL")
    try migrate(with: migrations)
    try preferWAL()
  }

  /// Changing the mode needs the file alone. When another process is in it, the next opener does it;
  /// until then the journal is as safe, only slower.
  private func preferWAL() throws(LedgerError) {
    do {
      try execute("PRAGMA journal_mode = WAL")
    } catch  where error.code == .busy {
      return
    }
  }

  /// Asks the file system through SQLite, which counts an empty file as absent, as we do.
  private static func isThere(_ path: String) -> Bool {
    guard let files = sqlite3_vfs_find(nil), let ask = files.pointee.xAccess else { return true }
    var answer: Int32 = 0
    return ask(files, path, SQLITE_ACCESS_EXISTS, &answer) != SQLITE_OK || answer != 0
  }
}
