public import FeatureAlgebra

/// What a slab's kernels read: everything, as columns, at once.
public struct KernelInput: Sendable {
  /// The as-of days of the slab; any order, each once.
  public var days: [AsOfDay]
  /// The rows of the population; nil where kernels find the entities in a history themselves.
  public var population: PopulationTable?
  /// By alias; `KernelProgram.historyColumns` says which columns are read. Rows that come sorted by
  /// match key (texts by bytes), day and order, oldest first, are used as they are; others are sorted.
  public var histories: [String: Table]
  /// The games of completeness, and the rows that excuse a missing one.
  public var expected: Table?
  public var excused: Table?

  public init(
    days: [AsOfDay], population: PopulationTable? = nil, histories: [String: Table] = [:],
    expected: Table? = nil, excused: Table? = nil
  ) {
    self.days = days
    self.population = population
    self.histories = histories
    self.expected = expected
    self.excused = excused
  }
}

/// A day D that is computed.
public struct AsOfDay: Hashable, Sendable {
  public let day: Day
  /// The first day of D's season; nil where the calendar does not know it: no row is of its season.
  public let seasonOpening: Day?

  public init(_ day: Day, seasonOpening: Day?) {
    self.day = day
    self.seasonOpening = seasonOpening
  }
}

/// One row per entity and day, with what was looked up for it.
public struct PopulationTable: Sendable {
  /// D of each row, as days since 1970-01-01; each one of the run's days.
  public var asOf: [Int32]
  /// Columns of the population and of lookups.
  public var columns: [ColumnReference: Column]
  /// Aggregates over the rows of D itself, by slot.
  public var summaries: [String: Column]

  public init(
    asOf: [Int32], columns: [ColumnReference: Column] = [:], summaries: [String: Column] = [:]
  ) {
    self.asOf = asOf
    self.columns = columns
    self.summaries = summaries
  }
}
