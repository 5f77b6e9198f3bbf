internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

extension Warehouse {
  /// Computes the calendar from the schedule as it stands and keeps it on this connection, where every
  /// statement of the plan's processors reads it.
  func keepCalendar(of plan: Plan) throws(EngineError) {
    let statement = try rendering { () throws(RenderError) in
      try calendarStatements(of: plan, in: .duckDB).keep
    }
    try doing("keep the calendar") { () throws(DuckDBError) in
      _ = try connection.execute(statement.sql)
    }
  }

  /// The calendar that was kept.
  func readCalendar(of plan: Plan) throws(EngineError) -> GameCalendar {
    let statement = try rendering { () throws(RenderError) in
      try calendarStatements(of: plan, in: .duckDB).read
    }
    let rows = try doing("read the calendar") { () throws(DuckDBError) in
      try connection.query(statement.sql).rows()
    }
    return GameCalendar(
      days: rows.compactMap { row in
        guard let day = row[0].asDate, let season = row[1].asInteger, let opening = row[2].asDate
        else { return nil }
        return GameCalendar.GameDay(
          day: Day(ordinal: day), season: Int(season), opening: Day(ordinal: opening),
          scheduledGames: Int(row[3].asInteger ?? 0), playedGames: Int(row[4].asInteger ?? 0))
      })
  }
}
