public import FeatureAlgebra

/// One input of a processor and the rows of it that a day's output can depend on. The source-hash
/// statement has a branch for each.
public struct InputScope: Hashable, Sendable, Codable {
  public enum Scope: Hashable, Sendable, Codable {
    /// The rows dated D.
    case sameDay
    /// Rows before D: of D's season when `withinSeason`, and at most `days` old when given.
    case before(days: Int?, withinSeason: Bool)
    /// Rows before D: of D's season, or at most so many days old.
    case beforeInSeason(orDays: Int)
    /// These columns of the rows after D, at most so many days later: what is announced of them.
    case after(days: Int, columns: [String])
    /// The rows whose columns have these values, each known from D alone: the table has no day.
    case matching([DerivedValue])
    /// Every row: the table has no day.
    case everything
  }

  /// A column and the value that D gives it: `season_year`, and the year of the season's opening.
  public struct DerivedValue: Hashable, Sendable, Codable {
    public let column: String
    /// Reads nothing but D and the opening day of its season.
    public let value: Expression
    public init(_ column: String, _ value: Expression) {
      self.column = column
      self.value = value
    }
  }
  /// The name in source tracking and receipts: the prefix of the tracking columns, else the table.
  public let name: String
  public let table: TableName
  public let scope: Scope
  public init(name: String, table: TableName, scope: Scope) {
    self.name = name
    self.table = table
    self.scope = scope
  }
}

/// What must exist before a day is computed (domain 3.7).
public struct DependencyPlan: Hashable, Sendable, Codable {
  /// What reports call it: the input's name, or the alias of rows that come from several tables.
  public let name: String
  /// The names of inputs of the processor whose rows are added up; several where either source of a
  /// stack will do (D-09).
  public let inputs: [String]
  /// Rows in the inputs' scopes for the day.
  public let minimumRows: Int
  /// A critical input that is short stops the day (MISSING_DEPENDENCY); another is only recorded.
  public let isCritical: Bool
  public init(name: String, inputs: [String], minimumRows: Int, isCritical: Bool) {
    self.name = name
    self.inputs = inputs
    self.minimumRows = minimumRows
    self.isCritical = isCritical
  }
}

/// Which games an entity should have in each window, and how many it has (domain 3.3).
public struct CompletenessPlan: Hashable, Sendable, Codable {
  /// The history whose rows are counted.
  public let actual: String
  /// One row per expected game: schedule rows by team.
  public let expected: RowsPlan
  /// Finds the expected rows of an entity: `schedule.team = newest(games.team)`.
  public let match: [Match]
  /// Columns of the history, one per match, that say on which side an entity was: a game is expected of it
  /// under the values of its newest row on or before the game's day, of D's season, in which none is
  /// NULL; under the match's own where there is none. Nil where the match holds all along.
  public let following: [String]?
  /// Rows that excuse a missing game (did not play), matched on entity and day; nil where unknown.
  public let excused: RowsPlan?
  public let excusedMatch: [Match]
  public let windows: [CompletenessWindow]

  public init(
    actual: String, expected: RowsPlan, match: [Match], following: [String]? = nil,
    excused: RowsPlan?, excusedMatch: [Match], windows: [CompletenessWindow]
  ) {
    self.actual = actual
    self.expected = expected
    self.match = match
    self.following = following
    self.excused = excused
    self.excusedMatch = excusedMatch
    self.windows = windows
  }
}

/// `l10`: the window over the expected games. With N games: the newest min(N, available) of them.
public struct CompletenessWindow: Hashable, Sendable, Codable {
  public let name: String
  public let window: Window
  public init(name: String, window: Window) {
    self.name = name
    self.window = window
  }
}

/// How rows land.
public struct WritePlan: Hashable, Sendable, Codable {
  public enum HashRule: String, Hashable, Sendable, Codable {
    /// D-05: texts quoted, doubles at nine decimals.
    case canonical
    /// `name=value` with plain texts: for tables whose hashes others wrote that way.
    case plain
    /// No hash column: a row changed when any business column differs.
    case none
  }
  public let hashRule: HashRule
  /// Order among staged duplicates of a key, after freshness.
  public let tieBreak: [Order]
  /// Staged duplicates of a key beyond this many fail the slab.
  public let duplicateTolerance: Int
  public init(hashRule: HashRule, tieBreak: [Order], duplicateTolerance: Int) {
    self.hashRule = hashRule
    self.tieBreak = tieBreak
    self.duplicateTolerance = duplicateTolerance
  }
}
