internal import DuckDB
internal import FeatureAlgebra
private import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

/// Circuit breakers: gates of daily runs, in a constant number of statements a slab.
extension SlabSteps {
  /// Days whose held-back entities may be tried: those of closed breakers in a daily run, all of them in a
  /// backfill, which knows no breakers.
  func reopened(_ stored: StoredDays) -> Set<Day> {
    let now = context.microsecondsNow()
    return Set(
      stored.heldUntil.filter { options.mode == .backfill || $0.value <= now }.map(\.key))
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

  /// Keeps what the breakers of the processor's days have come to, where it changed.
  func saveGate() throws(EngineError) {
    guard let gate, !gate.changed.isEmpty else { return }
    let statements = try rendering { () throws(RenderError) in
      try ProcessorBreakerStatements(for: work.plan, dialect: .duckDB)
    }
    guard let statements else { return }
    let scopes = gate.changed.sorted()
    let states = scopes.map { gate.states[$0] ?? BreakerState() }
    let changed = [
      ColumnBuffer("scope", .text(scopes)),
      ColumnBuffer("failures", .bigint(states.map { Int64($0.failures) })),
      ColumnBuffer("successes", .bigint(states.map { Int64($0.successes) })),
      ColumnBuffer(
        "open_until", .timestamp(states.map { $0.openUntil ?? 0 }),
        validity: FeatureKernels.Validity(states.map { $0.openUntil != nil }).words),
    ]
    try doing("keep the circuit breakers") { () throws(DuckDBError) in
      try connection.register(changed, as: statements.changed)
    }
    defer { try? connection.unregister(statements.changed) }
    try warehouse.transaction { () throws(EngineError) in
      try doing("keep the circuit breakers") { () throws(DuckDBError) in
        for statement in statements.all {
          try connection.execute(statement.sql, parameters(statement, [:]))
        }
      }
    }
    self.gate?.saved()
  }
}
