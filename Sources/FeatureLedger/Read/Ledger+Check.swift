extension Ledger {
  /// Reads the whole file and says what is wrong with it, in SQLite's words; nothing when sound.
  ///
  /// Finds damaged pages, indexes that miss a line, values of a wrong kind or out of range, and lines
  /// of a run that never started. The cost grows with the file.
  package func problems() throws(LedgerError) -> [String] {
    try use { connection throws(LedgerError) in
      let damage = try connection.damage()
      return damage.isEmpty ? try connection.strays() : damage
    }
  }
}

extension Connection {
  /// What SQLite's own check finds, or that it cannot even check.
  fileprivate func damage() throws(LedgerError) -> [String] {
    do {
      let findings = try rows("PRAGMA integrity_check") { row throws(LedgerError) in
        try row.text("integrity_check")
      }
      return findings.filter { $0 != "ok" }
    } catch  where error.code == .corrupt {
      return [error.words ?? error.message]
    }
  }

  /// Lines that name a run which is not there.
  fileprivate func strays() throws(LedgerError) -> [String] {
    try rows(
      """
      SELECT "table" AS line_table, count(*) AS lines
      FROM pragma_foreign_key_check
      GROUP BY "table"
      ORDER BY "table"
      """
    ) { row throws(LedgerError) in
      "\(try row.text("line_table")): \(try row.count("lines")) of a run that never started"
    }
  }
}
