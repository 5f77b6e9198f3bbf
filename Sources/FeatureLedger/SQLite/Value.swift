/// A value on its way into a statement.
enum Value: Sendable {
  case null
  case integer(Int64)
  /// NaN arrives in SQLite as NULL, which every number column of the journal refuses.
  case real(Double)
  /// Kept byte for byte, NUL included.
  case text(String)

  static func count(_ count: Int) -> Value {
    .integer(Int64(count))
  }

  static func flag(_ flag: Bool) -> Value {
    .integer(flag ? 1 : 0)
  }

  static func integer(ifAny integer: Int64?) -> Value {
    integer.map(Value.integer) ?? .null
  }

  static func text(ifAny text: String?) -> Value {
    text.map(Value.text) ?? .null
  }
}
