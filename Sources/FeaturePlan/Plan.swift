public import FeatureAlgebra

/// A whole pipeline, checked and lowered: plain data that everything downstream reads.
public struct Plan: Hashable, Sendable, Codable {
  public let pipeline: String
  public let calendar: CalendarPlan
  /// Every declared table, raw and computed, sorted by name.
  public let tables: [TablePlan]
  /// In an order in which each processor comes after those whose tables it reads.
  public let processors: [ProcessorPlan]

  public init(
    pipeline: String, calendar: CalendarPlan, tables: [TablePlan], processors: [ProcessorPlan]
  ) {
    self.pipeline = pipeline
    self.calendar = calendar
    self.tables = tables
    self.processors = processors
  }

  public subscript(processor name: String) -> ProcessorPlan? {
    processors.first { $0.name == name }
  }

  public subscript(table name: TableName) -> TablePlan? { tables.first { $0.name == name } }

  /// The processors whose tables `processor` reads.
  public func upstreams(of processor: ProcessorPlan) -> [ProcessorPlan] {
    processors.filter { other in
      other.name != processor.name && processor.inputs.contains { $0.table == other.table.name }
    }
  }
}

/// Which days have games, and which season each belongs to; derived from the schedule, never from a
/// date series.
public struct CalendarPlan: Hashable, Sendable, Codable {
  /// Game rows; several a day.
  public let rows: RowsPlan
  /// Row level integer: the season a game belongs to.
  public let season: Expression
  /// Row level: the game counts as scheduled (played or to be played, not postponed).
  public let scheduled: Expression
  /// Row level: the game was played.
  public let played: Expression
  public init(rows: RowsPlan, season: Expression, scheduled: Expression, played: Expression) {
    self.rows = rows
    self.season = season
    self.scheduled = scheduled
    self.played = played
  }
}
