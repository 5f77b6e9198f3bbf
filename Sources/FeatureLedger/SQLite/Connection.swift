import CSQLite

/// One open SQLite file. It closes itself, and its raw handle stays in this module.
///
/// Opened without SQLite's own mutex: whoever holds the value is the only user (`Ledger` guards it).
struct Connection: ~Copyable {
  /// What the file is opened for.
  enum Access {
    /// The file must be there; nothing is ever written.
    case read
    /// The file is made when absent.
    case append
  }

  let handle: OpaquePointer
  /// The path as the caller named it, for messages.
  let path: String

  /// - Parameters:
  ///   - path: a file name, taken literally: `:memory:` and `file:` mean nothing special here.
  ///   - busyTimeout: how long a lock of another process is waited for.
  static func open(
    _ path: String, for access: Access, busyTimeout: Duration
  ) throws(LedgerError) -> Connection {
    guard !path.utf8.contains(0) else {
      throw LedgerError(.io, "a journal's path cannot hold a NUL: name another path")
    }
    let flags = access == .read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let connection = try open(
      path.hasPrefix("/") ? path : "./" + path, flags: flags, calling: path)
    sqlite3_busy_timeout(connection.handle, busyTimeout.wholeMilliseconds)
    return connection
  }

  /// The file as it lies there, without the lock and shared memory that WAL needs its folder for.
  ///
  /// Only sound while nobody writes it.
  static func openFrozen(_ path: String) throws(LedgerError) -> Connection {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let name = (path.hasPrefix("/") ? path : "./" + path).utf8.map { byte in
      plain.contains(byte)
        ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
    }
    return try open(
      "file:\(name.joined())?immutable=1", flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
      calling: path)
  }

  /// A database that lives as long as the value.
  static func inMemory() throws(LedgerError) -> Connection {
    try open(
      ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, calling: "in memory")
  }

  private static func open(
    _ name: String, flags: Int32, calling path: String
  ) throws(LedgerError) -> Connection {
    var opened: OpaquePointer?
    let result = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened else {
      throw LedgerError(.other, "the journal \(path) cannot be opened: memory is exhausted")
    }
    // A failed opening gives a handle too: from here on it is owned, and closes whatever is thrown.
    let connection = Connection(handle: opened, path: path)
    sqlite3_extended_result_codes(opened, 1)
    guard result == SQLITE_OK else { throw connection.refusal(of: nil) }
    return connection
  }

  private init(handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Whether the file can only be read, though writing may have been asked for.
  var isReadOnly: Bool {
    sqlite3_db_readonly(handle, "main") == 1
  }

  /// Runs statements that take no values and give no rows, separated by semicolons.
  func execute(_ sql: String) throws(LedgerError) {
    let result = sqlite3_exec(handle, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw refusal(of: sql) }
  }

  /// The error that SQLite's last answer on this connection amounts to.
  func refusal(of sql: String?) -> LedgerError {
    LedgerError(
      refusal: sqlite3_extended_errcode(handle),
      words: String(cString: sqlite3_errmsg(handle)), sql: sql, path: path)
  }
}

extension Duration {
  /// Milliseconds, cut to what SQLite can hold.
  fileprivate var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return .max }
    return Int32(max(seconds, 0) * 1000 + max(attoseconds, 0) / 1_000_000_000_000_000)
  }
}
