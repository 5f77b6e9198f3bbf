import CSQLite

/// What SQLite answered instead of doing the work: turned into a `LedgerError` in one place.
extension LedgerError {
  /// - Parameters:
  ///   - result: an extended result code; its low byte is the primary one.
  ///   - words: `sqlite3_errmsg`, read before another call on the connection changes it.
  init(refusal result: Int32, words: String, sql: String?, path: String) {
    let (code, message) = Self.meaning(of: result, at: path)
    self.init(code, message, words: words, sql: sql)
  }

  private static func meaning(of result: Int32, at path: String) -> (Code, String) {
    switch result & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED:
      (.busy, "the journal \(path) is being written by another process: wait for it, or stop it")
    case SQLITE_READONLY, SQLITE_PERM:
      (.readOnly, "the journal \(path) cannot be written: allow writing to it and to its folder")
    case SQLITE_FULL:
      (.diskFull, "the disk of the journal \(path) is full: free some space and run again")
    case SQLITE_NOTADB:
      (.corrupt, "\(path) is not a journal, nor any SQLite file: name another path")
    case SQLITE_CORRUPT:
      (
        .corrupt,
        "the journal \(path) is damaged: move it aside and run again; stored rows do not need it"
      )
    case SQLITE_CANTOPEN:
      (.io, "the journal \(path) cannot be opened: see that its folder is there and allows writing")
    case SQLITE_IOERR:
      (.io, "the journal \(path) cannot be read or written: check its disk")
    case SQLITE_CONSTRAINT:
      (.constraint, "the journal \(path) refuses a line: \(reason(of: result))")
    default:
      (.other, "the journal \(path) met an SQLite error")
    }
  }

  /// The rule a line broke. A CHECK or a trigger names its rule itself, in SQLite's words.
  private static func reason(of result: Int32) -> String {
    // The extended codes are macros that Swift does not import: SQLITE_CONSTRAINT | (n << 8).
    switch result >> 8 {
    case 3: "it names a run that was not started here"
    case 5: "a value is missing, or a number is not a number"
    case 6, 8: "it is already written, and a written line never changes"
    case 7: "the ledger only appends"
    default: "a value is out of its range"
    }
  }
}
