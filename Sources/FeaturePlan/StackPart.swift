public import FeatureAlgebra

/// One table of a stack: its columns mapped to the stack's.
public struct StackPart: Hashable, Sendable, Codable {
  /// The alias that `filter` and the mapping's expressions use for this part's columns.
  public let alias: String
  public let table: TableName
  /// The rows that ask for those of the table; nil where these stand alone.
  public let pair: PairPlan?
  public let filter: Expression?
  public let keep: Keep?
  /// One entry per column of the stack, in its order. Reads the part's own columns, and in a pair those
  /// of the row that asks.
  public let mapping: [MappedColumn]

  public init(
    alias: String, table: TableName, pair: PairPlan? = nil, filter: Expression?, keep: Keep?,
    mapping: [MappedColumn]
  ) {
    self.alias = alias
    self.table = table
    self.pair = pair
    self.filter = filter
    self.keep = keep
    self.mapping = mapping
  }
}

public struct MappedColumn: Hashable, Sendable, Codable {
  public let name: String
  public let value: Expression
  public init(name: String, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// Rows found for each row of others: each pair is a row of the stack, dated by the row that asks.
public struct PairPlan: Hashable, Sendable, Codable {
  /// Which rows a row of day D finds among those that match it.
  public enum Timing: Hashable, Sendable, Codable {
    /// Those dated D.
    case sameDay
    /// Those of the newest day before D, if it is at most so many days old.
    case newestDay(maximumAge: Int)
    /// Every one before D, at most so many days old.
    case before(maximumAge: Int)
    /// Every one after D, at most so many days later.
    case after(within: Int)
  }
  public let asking: RowsPlan
  public let timing: Timing
  /// The part's own date column.
  public let day: String
  /// `row` over the part's columns, `entity` over those of the row that asks.
  public let match: [Match]

  public init(asking: RowsPlan, timing: Timing, day: String, match: [Match]) {
    self.asking = asking
    self.timing = timing
    self.day = day
    self.match = match
  }
}
