public import FeatureAlgebra

/// The statements that bring a slab's rows to the kernels: a constant number, whatever the days.
public struct Extract: Hashable, Sendable {
  /// One row per row of the population with its lookups and summaries, by as-of day; nil where the
  /// population is the entities of a history and nothing is looked up: the history says it all.
  public let population: ExtractStatement?
  /// One per history, in the plan's order: its rows by match key, oldest first.
  public let histories: [HistoryExtract]
  /// Distinct days with an expected game by match key and day; nil without completeness.
  public let expected: ExtractStatement?
  /// Distinct excused days by match key and day; nil where none are known.
  public let excused: ExtractStatement?

  public init(
    population: ExtractStatement?, histories: [HistoryExtract], expected: ExtractStatement?,
    excused: ExtractStatement?
  ) {
    self.population = population
    self.histories = histories
    self.expected = expected
    self.excused = excused
  }

  public var all: [Statement] {
    ([population] + histories.map(\.extract) + [expected, excused]).compactMap { $0?.statement }
  }
}

/// The rows of one history.
public struct HistoryExtract: Hashable, Sendable {
  public let alias: String
  public let extract: ExtractStatement

  public init(alias: String, extract: ExtractStatement) {
    self.alias = alias
    self.extract = extract
  }
}

/// A statement and what each of its columns is for, by position.
public struct ExtractStatement: Hashable, Sendable {
  public let statement: Statement
  public let columns: [ExtractColumn]

  public init(statement: Statement, columns: [ExtractColumn]) {
    self.statement = statement
    self.columns = columns
  }

  /// The position of the column that serves `reference`.
  public func position(of reference: ExtractColumn.Reference) -> Int? {
    columns.firstIndex { $0.references.contains(reference) }
  }
}

/// One column of an extract. A column may serve twice: as a match key and as a column of its own.
public struct ExtractColumn: Hashable, Sendable {
  public enum Reference: Hashable, Sendable {
    /// The day D; never NULL.
    case asOf
    /// The opening day of D's season.
    case seasonOpening
    /// A column of the population, of a lookup, or of the history's rows.
    case column(ColumnReference)
    /// An aggregate over the day's rows, by the name of its slot; counts are 0 where there is no row.
    case slot(String)
    /// The row's side of the match with this position; never NULL.
    case matchKey(Int)
    /// The row's day in a history or in the rows of completeness.
    case day
    /// How many rows a lookup found: NULL where none, 1 where all is well. More than 1 fails the day,
    /// and so does NULL where the lookup must find one.
    case lookupMatches(String)
  }
  public let references: [Reference]
  /// As delivered: `INTEGER` columns come as `BIGINT`, decimals as decimals.
  public let type: ColumnType

  public init(_ references: [Reference], _ type: ColumnType) {
    self.references = references
    self.type = type
  }
}
