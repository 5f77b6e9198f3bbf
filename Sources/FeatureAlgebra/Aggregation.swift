/// One aggregate over the rows of one input.
///
/// Over a history it looks through a `window`; over a summary (the rows of D itself) there is none.
/// Rows where `filter` is not true are left out inside the window: they still count towards
/// "the newest N rows". What must not count belongs in the filter of the rows.
public struct Aggregation: Hashable, Sendable, Codable {
  public let function: AggregateFunction
  /// The alias of the rows.
  public let rows: String
  /// Row level; nil for `count` of rows.
  public let argument: Expression?
  /// Row level, boolean.
  public let filter: Expression?
  public let window: Window?

  public init(
    _ function: AggregateFunction, rows: String, argument: Expression? = nil,
    filter: Expression? = nil, window: Window? = nil
  ) {
    self.function = function
    self.rows = rows
    self.argument = argument
    self.filter = filter
    self.window = window
  }
}

/// What an aggregate does with the argument's values. NULL arguments are left out everywhere except in
/// `newest` and `oldest`; with nothing left the result is NULL, and 0 for the counts and `streak`.
public enum AggregateFunction: Hashable, Sendable, Codable {
  /// Rows (no argument) or values that are not NULL.
  case count
  /// Distinct values.
  case countDistinct
  /// Exact: the argument is an integer, a decimal, or rounded to a scale. Integers sum to an integer.
  case sum
  /// Exact sum, one division by count · 10^scale.
  case mean
  /// Sample standard deviation, n − 1; NULL below two values. Exact sums, one division, one root.
  case sampleDeviation
  /// Population standard deviation, n.
  case populationDeviation
  case smallest
  case largest
  /// The middle value, or lower · 0.5 + upper · 0.5 of the two middle ones.
  case median
  /// The argument in the n-th newest row that passes the filter (1 is the newest), NULL included.
  case newest(Int)
  /// The argument in the oldest row that passes the filter, NULL included.
  case oldest
  /// True in any row.
  case anyTrue
  /// True in every row.
  case allTrue
  /// Rows from the newest backwards whose argument is true, until one is false; NULL rows neither
  /// count nor break.
  case streak
  /// The values of the window's rows, one by one, for a hand kernel; nowhere else.
  case everyValue
  /// The same, of rows whose argument is above the entity's value, until one is below; an equal or
  /// missing argument neither counts nor breaks. 0 where the entity's value is NULL. Compared as doubles.
  case streakAbove
  /// The other way round: of rows below the value, until one is above.
  case streakBelow
}

/// The unweighted mean over entities of a value per entity on D, as of the same day.
public struct LeagueAverage: Hashable, Sendable, Codable {
  /// The alias of the history whose entities are averaged.
  public let rows: String
  /// Entity level over that history only.
  public let value: Expression
  /// Entity level; an entity counts where it is true.
  public let qualifying: Expression
  /// Fewer qualifying entities with a value than this give the fallback.
  public let atLeast: Int
  public let fallback: Double

  public init(
    rows: String, value: Expression, qualifying: Expression, atLeast: Int, fallback: Double
  ) {
    self.rows = rows
    self.value = value
    self.qualifying = qualifying
    self.atLeast = atLeast
    self.fallback = fallback
  }
}
