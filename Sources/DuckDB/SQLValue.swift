/// One value on its way into a statement or out of a small result.
///
/// Large results are read by `Chunk`, not through this.
public enum SQLValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// Any whole number up to 64 bits.
  case integer(Int64)
  /// `HUGEINT`, and `UBIGINT`, which 64 signed bits do not hold.
  case hugeint(Int128)
  /// `DOUBLE`, and `FLOAT` when reading.
  case double(Double)
  /// `unscaled` / 10^`scale`.
  case decimal(unscaled: Int128, scale: Int)
  case text(String)
  case blob([UInt8])
  /// Days since 1970-01-01.
  case date(Int32)
  /// Microseconds since 1970-01-01 00:00:00, with or without a time zone in the column.
  case timestamp(Int64)
  case list([SQLValue])
}

extension SQLValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(stringLiteral value: String) { self = .text(value) }
}

extension SQLValue {
  /// The whole number, where it is one that fits; nil for NULL and every other kind.
  public var asInteger: Int64? {
    switch self {
    case .integer(let value): value
    case .hugeint(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The number, exact or nearest; nil for NULL and what is no number.
  public var asDouble: Double? {
    switch self {
    case .double(let value): value
    case .integer(let value): Double(value)
    case .hugeint(let value): Double(value)
    case .decimal(let unscaled, let scale):
      Double(unscaled) / (0..<scale).reduce(1.0) { power, _ in power * 10 }
    default: nil
    }
  }

  /// The text; nil for NULL and every other kind.
  public var asText: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The truth value; nil for NULL and every other kind.
  public var asBoolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// Days since 1970-01-01; nil for NULL and every other kind.
  public var asDate: Int32? {
    if case .date(let value) = self { value } else { nil }
  }
}
