extension Connection {
  /// Brings the file's tables up to the last of `migrations`, all in one transaction.
  ///
  /// A file that is up to date is not locked. Processes that open a new file at once all succeed:
  /// each looks again once it holds the write lock.
  func migrate(with migrations: [Migration] = Migration.all) throws(LedgerError) {
    guard try stage(after: migrations) == .older else { return }
    try writing { () throws(LedgerError) in
      guard try stage(after: migrations) == .older else { return }
      let done = try schemaVersion()
      for migration in migrations where migration.number > done {
        try execute(migration.sql)
        try execute("PRAGMA user_version = \(migration.number)")
      }
      try execute("PRAGMA application_id = \(Migration.applicationID)")
    }
  }

  /// Refuses a file that cannot be read as it is and may not be changed.
  func requireCurrent(with migrations: [Migration] = Migration.all) throws(LedgerError) {
    guard try stage(after: migrations) == .older else { return }
    guard try schemaVersion() > 0 else {
      throw LedgerError(.absent, "the journal \(path) is empty: `fastbreak run` writes one")
    }
    throw LedgerError(
      .olderSchema,
      "the journal \(path) was made by an older fastbreak: the next `fastbreak run` updates it")
  }

  /// The number of the last migration the file has seen; 0 for a new file.
  func schemaVersion() throws(LedgerError) -> Int {
    try row("PRAGMA user_version") { row throws(LedgerError) in try row.count("user_version") }
  }

  private enum Stage {
    case older, current
  }

  /// How the file stands to `migrations`. One that is newer, or someone else's, is refused here.
  private func stage(after migrations: [Migration]) throws(LedgerError) -> Stage {
    let version = try schemaVersion()
    let known = migrations.last?.number ?? 0
    guard try isOurs(version) else {
      throw LedgerError(
        .notAJournal, "\(path) is the SQLite file of another program: name another path")
    }
    guard version <= known else {
      throw LedgerError(
        .newerSchema,
        "the journal \(path) was made by a newer fastbreak (schema \(version), this one knows "
          + "\(known)): update fastbreak, or name another journal")
    }
    return version == known ? .current : .older
  }

  /// Whether the file carries our mark, or is new: no version, no mark, no table.
  private func isOurs(_ version: Int) throws(LedgerError) -> Bool {
    let mark = try row("PRAGMA application_id") { row throws(LedgerError) in
      try row.integer("application_id")
    }
    if mark == Migration.applicationID { return true }
    let tables = try row("SELECT count(*) AS tables FROM sqlite_schema") {
      row throws(LedgerError) in try row.count("tables")
    }
    return mark == 0 && version == 0 && tables == 0
  }
}
