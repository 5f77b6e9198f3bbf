internal import CDuckDB

/// The type of a column, as SQL names it.
public indirect enum LogicalType: Hashable, Sendable {
  /// The type of a bare `NULL`: every row is NULL.
  case null
  case boolean
  case tinyint
  case smallint
  case integer
  case bigint
  case utinyint
  case usmallint
  case uinteger
  case ubigint
  case hugeint
  case float
  case double
  /// Stored as a whole number of 10^-`scale`; `width` digits in all, 1 to 38.
  case decimal(width: Int, scale: Int)
  case varchar
  case blob
  case date
  /// Microseconds.
  case timestamp
  /// Microseconds, UTC.
  case timestampWithTimeZone
  case list(LogicalType)
  /// A type this wrapper does not read: cast it in SQL. The number is the engine's.
  case other(Int)
}

extension LogicalType: CustomStringConvertible {
  /// The type as SQL spells it.
  public var description: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .tinyint: "TINYINT"
    case .smallint: "SMALLINT"
    case .integer: "INTEGER"
    case .bigint: "BIGINT"
    case .utinyint: "UTINYINT"
    case .usmallint: "USMALLINT"
    case .uinteger: "UINTEGER"
    case .ubigint: "UBIGINT"
    case .hugeint: "HUGEINT"
    case .float: "FLOAT"
    case .double: "DOUBLE"
    case .decimal(let width, let scale): "DECIMAL(\(width),\(scale))"
    case .varchar: "VARCHAR"
    case .blob: "BLOB"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    case .timestampWithTimeZone: "TIMESTAMP WITH TIME ZONE"
    case .list(let element): "\(element)[]"
    case .other(let number): "type \(number) of duckdb.h"
    }
  }
}

extension LogicalType {
  /// The type of one value in memory.
  enum Storage {
    case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64, int128, float, double
    case text, list, other
  }

  var storage: Storage {
    switch self {
    case .boolean: .bool
    case .tinyint: .int8
    case .smallint: .int16
    case .integer, .date: .int32
    case .bigint, .timestamp, .timestampWithTimeZone: .int64
    case .utinyint: .uint8
    case .usmallint: .uint16
    case .uinteger: .uint32
    case .ubigint: .uint64
    case .hugeint: .int128
    case .float: .float
    case .double: .double
    case .decimal(let width, _):
      switch width {
      case ...4: .int16
      case ...9: .int32
      case ...18: .int64
      default: .int128
      }
    case .varchar, .blob: .text
    case .list: .list
    case .null, .other: .other
    }
  }

  /// Reads the engine's type.
  init(_ type: borrowing TypeHandle) {
    switch duckdb_get_type_id(type.raw) {
    case DUCKDB_TYPE_SQLNULL: self = .null
    case DUCKDB_TYPE_BOOLEAN: self = .boolean
    case DUCKDB_TYPE_TINYINT: self = .tinyint
    case DUCKDB_TYPE_SMALLINT: self = .smallint
    case DUCKDB_TYPE_INTEGER: self = .integer
    case DUCKDB_TYPE_BIGINT: self = .bigint
    case DUCKDB_TYPE_UTINYINT: self = .utinyint
    case DUCKDB_TYPE_USMALLINT: self = .usmallint
    case DUCKDB_TYPE_UINTEGER: self = .uinteger
    case DUCKDB_TYPE_UBIGINT: self = .ubigint
    case DUCKDB_TYPE_HUGEINT: self = .hugeint
    case DUCKDB_TYPE_FLOAT: self = .float
    case DUCKDB_TYPE_DOUBLE: self = .double
    case DUCKDB_TYPE_DECIMAL:
      self = .decimal(
        width: Int(duckdb_decimal_width(type.raw)), scale: Int(duckdb_decimal_scale(type.raw)))
    case DUCKDB_TYPE_VARCHAR: self = .varchar
    case DUCKDB_TYPE_BLOB: self = .blob
    case DUCKDB_TYPE_DATE: self = .date
    case DUCKDB_TYPE_TIMESTAMP: self = .timestamp
    case DUCKDB_TYPE_TIMESTAMP_TZ: self = .timestampWithTimeZone
    case DUCKDB_TYPE_LIST:
      self = .list(LogicalType(TypeHandle(consuming: duckdb_list_type_child_type(type.raw))))
    case let other: self = .other(Int(other.rawValue))
    }
  }
}

/// Owns the engine's description of a type.
struct TypeHandle: ~Copyable {
  let raw: duckdb_logical_type?

  init(consuming raw: duckdb_logical_type?) {
    self.raw = raw
  }

  /// The engine's form of a type; nil for `.other`.
  init?(_ type: LogicalType) {
    let id: duckdb_type
    switch type {
    case .null: id = DUCKDB_TYPE_SQLNULL
    case .boolean: id = DUCKDB_TYPE_BOOLEAN
    case .tinyint: id = DUCKDB_TYPE_TINYINT
    case .smallint: id = DUCKDB_TYPE_SMALLINT
    case .integer: id = DUCKDB_TYPE_INTEGER
    case .bigint: id = DUCKDB_TYPE_BIGINT
    case .utinyint: id = DUCKDB_TYPE_UTINYINT
    case .usmallint: id = DUCKDB_TYPE_USMALLINT
    case .uinteger: id = DUCKDB_TYPE_UINTEGER
    case .ubigint: id = DUCKDB_TYPE_UBIGINT
    case .hugeint: id = DUCKDB_TYPE_HUGEINT
    case .float: id = DUCKDB_TYPE_FLOAT
    case .double: id = DUCKDB_TYPE_DOUBLE
    case .varchar: id = DUCKDB_TYPE_VARCHAR
    case .blob: id = DUCKDB_TYPE_BLOB
    case .date: id = DUCKDB_TYPE_DATE
    case .timestamp: id = DUCKDB_TYPE_TIMESTAMP
    case .timestampWithTimeZone: id = DUCKDB_TYPE_TIMESTAMP_TZ
    case .decimal(let width, let scale):
      self.init(
        consuming: duckdb_create_decimal_type(UInt8(clamping: width), UInt8(clamping: scale)))
      return
    case .list(let element):
      guard let element = TypeHandle(element) else { return nil }
      self.init(consuming: duckdb_create_list_type(element.raw))
      return
    case .other: return nil
    }
    self.init(consuming: duckdb_create_logical_type(id))
  }

  /// Gives the engine's object away; the caller destroys it.
  consuming func take() -> duckdb_logical_type? {
    let raw = raw
    discard self
    return raw
  }

  deinit {
    var raw = raw
    duckdb_destroy_logical_type(&raw)
  }
}
