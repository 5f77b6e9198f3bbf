internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

/// Circuit breakers: gates of daily runs, in a constant number of statements a slab.
extension SlabSteps {
  /// Days of the range whose held-back entities may be tried: those of closed breakers in a daily run,
  /// all of them in a backfill, which knows no breakers.
  func reopenedDays(_ range: ClosedRange<Day>) throws(DuckDBError) -> Set<Day> {
    guard let breaker else { return [] }
    let now = context.microsecondsNow()
    var days: Set<Day> = []
    for row in try query(breaker.held, range).rows() {
      guard let day = row[0].asDate else { continue }
      let until: Int64 = if case .timestamp(let time) = row[1] { time } else { .min }
      if options.mode == .backfill || until <= now { days.insert(Day(ordinal: day)) }
    }
    return days
  }

  /// Puts the entities of open breakers among the failures of the stage.
  ///
  /// - Returns: whether there were any.
  func guardStage(_ range: ClosedRange<Day>, staged: String) throws(EngineError) -> Bool {
    guard let breaker, options.mode == .daily else { return false }
    return try work.timed(.stage, range, on: connection) { () throws(EngineError) in
      try doing("ask the circuit breakers") { () throws(DuckDBError) in
        let open = try query(breaker.countOpen, range).rows().first?[0].asInteger ?? 0
        guard open > 0 else { return false }
        try run(breaker.guardStage, range)
        try? connection.unregister(staged)
        try connection.execute("DROP TABLE IF EXISTS temp.\(identifier(staged))")
        try connection.execute(
          "ALTER TABLE temp.\(identifier(breaker.guarded)) RENAME TO \(identifier(staged))")
        return true
      }
    }
  }

  /// In the transaction of the failures.
  func recordAttempts(_ range: ClosedRange<Day>) throws(DuckDBError) {
    guard let breaker, let pause = work.plan.breaker?.pauseDays, options.mode == .daily else {
      return
    }
    var values = days(range)
    values["until"] = .timestamp(context.microsecondsNow() + Int64(pause) * 86_400_000_000)
    try connection.execute(breaker.record.sql, parameters(breaker.record, values))
  }
}
