/// A statement, a file or a value that DuckDB refused.
///
/// `message` keeps the engine's own words, with their prefix ("Binder Error: ..."); `code` is what
/// to branch on.
public struct DuckDBError: Error, Hashable, Sendable {
  /// What kind of failure this is.
  public var code: Code

  /// The engine's words, or ours where the wrapper itself refused; one or more lines.
  public var message: String

  /// The statement that failed; nil when none was involved (opening a file, reading a column).
  public var sql: String?

  public init(_ code: Code, _ message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }
}

extension DuckDBError {
  /// An open set of kinds: switch over it with a `default`.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public var rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Another process holds the file; the message names it and its process number.
    public static let busy = Code(rawValue: "busy")
    /// The file, the folder or the database is read-only.
    public static let readOnly = Code(rawValue: "read-only")
    /// No file or folder by that name.
    public static let missingFile = Code(rawValue: "missing-file")
    /// The file exists and is not a DuckDB database.
    public static let notADatabase = Code(rawValue: "not-a-database")
    /// The file was written by a DuckDB whose format this library does not read.
    public static let newerFormat = Code(rawValue: "newer-format")
    /// The bytes of the file are damaged.
    public static let corrupt = Code(rawValue: "corrupt")
    /// No space left on the device.
    public static let diskFull = Code(rawValue: "disk-full")
    /// Any other failure of reading or writing a file.
    public static let io = Code(rawValue: "io")
    /// The memory limit was reached.
    public static let outOfMemory = Code(rawValue: "out-of-memory")
    /// A key, NOT NULL, CHECK or foreign key was violated.
    public static let constraint = Code(rawValue: "constraint")
    /// Two transactions wrote the same rows, or the transaction is already aborted.
    public static let transaction = Code(rawValue: "transaction")
    /// A value cannot be converted to the type asked for.
    public static let conversion = Code(rawValue: "conversion")
    /// A number does not fit its type.
    public static let outOfRange = Code(rawValue: "out-of-range")
    /// The text is not SQL.
    public static let syntax = Code(rawValue: "syntax")
    /// A table, function or schema does not exist, or exists already.
    public static let catalog = Code(rawValue: "catalog")
    /// A column or type in the statement does not fit.
    public static let binder = Code(rawValue: "binder")
    /// A parameter is missing, unknown, or of a type that cannot be bound.
    public static let parameter = Code(rawValue: "parameter")
    /// The engine was asked to stop.
    public static let interrupted = Code(rawValue: "interrupted")
    /// External access, extension loading or a locked setting is switched off.
    public static let permission = Code(rawValue: "permission")
    /// An argument or a setting has a value that the engine refuses.
    public static let invalidInput = Code(rawValue: "invalid-input")
    /// A column is read or written as another type than it has.
    public static let mismatchedType = Code(rawValue: "mismatched-type")
    /// The engine cannot do this, or this wrapper cannot read the type.
    public static let unsupported = Code(rawValue: "unsupported")
    /// The database refuses all further work until it is opened again.
    public static let fatal = Code(rawValue: "fatal")
    /// Anything else.
    public static let other = Code(rawValue: "other")
  }
}

extension DuckDBError: CustomStringConvertible {
  /// The code, the engine's words, and the statement on lines of its own.
  public var description: String {
    let head = "duckdb[\(code.rawValue)]: \(message)"
    guard let sql else { return head }
    return head + "\nin:\n" + sql
  }
}
