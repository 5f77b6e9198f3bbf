/// What a number counts or measures; two units are never added, compared or stored for one another.
///
/// A unit is an open name, so that a pipeline outside basketball declares its own:
/// `extension Unit { static let euros = Unit("euros") }`.
public struct Unit: Hashable, Sendable, Codable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }

  public init(from decoder: any Decoder) throws {
    self.name = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  public var description: String { name }

  /// A plain number: literals have it, and it agrees with every unit.
  public static let number = Unit("number")
  /// How many of something.
  public static let count = Unit("count")
  /// Of one: 0.45.
  public static let ratio = Unit("ratio")
  /// Of a hundred: 45.0.
  public static let percent = Unit("percent")
  /// A difference of two percentages.
  public static let percentagePoints = Unit("percentage points")
  public static let points = Unit("points")
  public static let minutes = Unit("minutes")
  public static let days = Unit("days")
  public static let years = Unit("years")
  public static let feet = Unit("feet")
  public static let miles = Unit("miles")
  /// 0 to 100.
  public static let score = Unit("score")
  /// Points per 100 possessions.
  public static let rating = Unit("points per 100 possessions")
  /// Possessions per 48 minutes.
  public static let pace = Unit("possessions per 48 minutes")
  public static let possessions = Unit("possessions")
}
