public import FeatureAlgebra

/// One SQL statement as it is shown, committed and run.
public struct Statement: Hashable, Sendable {
  /// Which of the families of design section 4 the statement belongs to.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case calendar, sourceHash, completeness, dependencies, extract, features, write, contracts, ddl
  }

  public let family: Family
  /// One of its kind in the processor: `population`, `history_games`.
  public let name: String
  /// Ends with a newline; no semicolon. Comments alone where hand kernels stand in the statement's place.
  public let sql: String
  /// The names of the parameters, without the prefix, in order of first use: `["from", "to"]`.
  public let parameters: [String]
  /// What comes back, by position; empty where nothing does.
  public let columns: [ResultColumn]

  public init(
    family: Family, name: String, sql: String, parameters: [String], columns: [ResultColumn]
  ) {
    self.family = family
    self.name = name
    self.sql = sql
    self.parameters = parameters
    self.columns = columns
  }

  /// There is nothing to run.
  public var isComment: Bool {
    sql.split(separator: "\n").allSatisfy { $0.hasPrefix("--") }
  }
}

/// One column that a statement returns.
public struct ResultColumn: Hashable, Sendable {
  public let name: String
  public let type: ColumnType

  public init(_ name: String, _ type: ColumnType) {
    self.name = name
    self.type = type
  }
}
