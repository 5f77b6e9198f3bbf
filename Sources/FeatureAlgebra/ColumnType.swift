/// The type of a column, in the words of SQL.
public enum ColumnType: Hashable, Sendable, Codable {
  /// `BIGINT`, 64 bits.
  case integer
  /// `INTEGER`, 32 bits; computed as 64 bits, narrowed when stored.
  case integer32
  /// `DECIMAL(precision, scale)`; precision is at most 18, so that a value is one 64-bit integer.
  case decimal(precision: Int, scale: Int)
  /// `DOUBLE`
  case double
  /// `VARCHAR`, UTF-8.
  case text
  /// `BOOLEAN`
  case boolean
  /// `DATE`
  case day
  /// `TIMESTAMP`, microseconds, UTC.
  case timestamp
  /// `VARCHAR[]`
  case textList
  /// `DOUBLE[]`
  case doubleList

  /// `DECIMAL(p, s)` as in the tables of a pipeline: `.number(5, 2)`.
  public static func number(_ precision: Int, _ scale: Int) -> ColumnType {
    .decimal(precision: precision, scale: scale)
  }

  /// Integers, decimals and doubles: what arithmetic takes.
  public var isNumeric: Bool {
    switch self {
    case .integer, .integer32, .decimal, .double: true
    case .text, .boolean, .day, .timestamp, .textList, .doubleList: false
    }
  }

  public var isInteger: Bool { self == .integer || self == .integer32 }

  /// Whether sums of the type are exact whatever their order: integers and decimals, not doubles.
  public var isExact: Bool {
    if case .decimal = self { return true }
    return isInteger
  }

  /// Digits after the point of an exact type; nil for every other type.
  public var scale: Int? {
    switch self {
    case .integer, .integer32: 0
    case .decimal(_, let scale): scale
    case .double, .text, .boolean, .day, .timestamp, .textList, .doubleList: nil
    }
  }
}
