public import FeatureAlgebra

/// Rows read under an alias: where they come from, which of them count, and what is kept.
///
/// Read in this order: source, filter, keep.
public struct RowsPlan: Hashable, Sendable, Codable {
  public let alias: String
  public let source: RowsSource
  /// Row level, over `column(rows: alias, …)`.
  public let filter: Expression?
  /// The reduction to one row per key, if any.
  public let keep: Keep?
  /// The rows' own key, date and freshness columns, named as in the source.
  public let key: [String]
  public let day: String?
  public let freshness: String?
  /// Type and unit of every column that may be read.
  public let columns: [ColumnPlan]

  public init(
    alias: String, source: RowsSource, filter: Expression? = nil, keep: Keep? = nil,
    key: [String], day: String?, freshness: String?, columns: [ColumnPlan]
  ) {
    self.alias = alias
    self.source = source
    self.filter = filter
    self.keep = keep
    self.key = key
    self.day = day
    self.freshness = freshness
    self.columns = columns
  }

  /// Every table the rows come from, each once.
  public var tables: [TableName] {
    switch source {
    case .table(let name): [name]
    case .stack(let parts, _):
      parts.flatMap { [$0.table] + ($0.pair?.asking.tables ?? []) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }
}

public enum RowsSource: Hashable, Sendable, Codable {
  case table(TableName)
  /// Several tables read as one; see `StackPart`.
  case stack([StackPart], StackRule)
}

/// How the parts of a stack go together.
public enum StackRule: Hashable, Sendable, Codable {
  /// `UNION ALL`: every row of every part.
  case everyRow
  /// Per day and these columns the rows of the first part that has any: a source preference chain at
  /// the grain of the key (D-09), or at a wider one.
  case firstPart(by: [String])
}

/// One row per key: the first in the given total order.
public struct Keep: Hashable, Sendable, Codable {
  /// Row level.
  public let per: [Expression]
  /// Row level; ends with all key columns, so that no tie is left open.
  public let order: [Order]
  public init(per: [Expression], order: [Order]) {
    self.per = per
    self.order = order
  }
}

/// One term of an `ORDER BY`; NULLs come last in both directions.
public struct Order: Hashable, Sendable, Codable {
  public let value: Expression
  public let descending: Bool
  public init(_ value: Expression, descending: Bool = false) {
    self.value = value
    self.descending = descending
  }
}

/// `row = entity`: how rows are found for a row of the population.
public struct Match: Hashable, Sendable, Codable {
  /// Row level, over the rows' own columns.
  public let row: Expression
  /// Entity level: population columns, lookups declared earlier, `newest` of another history.
  public let entity: Expression
  public init(row: Expression, entity: Expression) {
    self.row = row
    self.entity = entity
  }
}
