/// A constant in an expression.
public enum Literal: Hashable, Sendable, Codable {
  /// `42`
  case integer(Int64)
  /// `0.44`; never NaN or infinite.
  case double(Double)
  /// `'paint'`
  case text(String)
  /// `TRUE`
  case boolean(Bool)
  /// `DATE '2023-04-09'`
  case day(Day)
  /// `NULL` of a type.
  case null(ColumnType)

  public var type: ColumnType {
    switch self {
    case .integer: .integer
    case .double: .double
    case .text: .text
    case .boolean: .boolean
    case .day: .day
    case .null(let type): type
    }
  }
}
