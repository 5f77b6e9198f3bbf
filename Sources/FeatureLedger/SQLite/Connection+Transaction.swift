import CSQLite

extension Connection {
  /// Runs `body` in a writing transaction: all of it is kept, or nothing is.
  ///
  /// `BEGIN IMMEDIATE` takes the write lock first, so waiting happens here, within the busy timeout,
  /// and never half way.
  func writing<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs `body` on one snapshot of the file: what others append meanwhile is not seen.
  func reading<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try transaction("BEGIN", body)
  }

  private func transaction<Result>(
    _ begin: String, _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute(begin)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some refusals (disk full) have rolled back already; the first error is the one to tell.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }
}
