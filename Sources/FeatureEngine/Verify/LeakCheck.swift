internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

/// Computes days of one processor from the rows as they are and from rows disturbed from the day on, and
/// compares. On a scratch warehouse only: its tables give way to views.
struct LeakCheck {
  let engine: Engine
  let processor: ProcessorPlan
  let inputs: LeakInputs
  let evaluator: RunOptions.Evaluator
  let workers: Int?

  /// Looks at days in their order, up to the first leak.
  func report(_ days: [Day], begins: (Int) -> Void) throws(EngineError) -> LeakReport {
    var report = LeakReport(
      processor: processor.name, columns: inputs.businessColumns.count,
      tables: inputs.dated.count, leftAlone: inputs.leftAlone)
    let shelved = try ShelvedTables(
      inputs.dated, own: processor.table, of: engine.warehouse)
    for (index, day) in days.enumerated() where report.leak == nil {
      begins(index)
      try look(at: day, shelved, into: &report)
    }
    try shelved.putBack()
    return report
  }

  private func look(
    at day: Day, _ shelved: ShelvedTables, into report: inout LeakReport
  ) throws(EngineError) {
    try shelved.show(disturbing: [])
    if let message = try compute(day) {
      report.failedDays.append((day, message))
      return
    }
    let failures = try failures(of: day)
    try engine.warehouse.keepAside(processor.table, day...day)
    report.days.append(day)
    report.rows += try storedRows(of: day) + failures.count

    let all = inputs.dated.compactMap { inputs.disturbance(of: $0, from: day) }
    let change = Change(day: day, failures: failures, shelved: shelved)
    guard let moved = try moved(by: all, change) else { return }
    let cause = try cause(among: all, change)
    report.leak = Leak(
      day: day, row: moved.row, column: moved.column, was: moved.was, now: moved.now,
      input: cause.map { "\($0.disturbance.table.name)" }, change: cause?.words,
      disturbedFrom: cause?.disturbance.first ?? day)
  }

  /// One day with its rows kept aside, to be computed again from other rows.
  private struct Change {
    let day: Day
    /// Of the rows as they are: category and reason by entity.
    let failures: [String: String]
    let shelved: ShelvedTables
  }

  private typealias Moved = (row: String, column: String?, was: String, now: String)

  /// What differs when these tables are disturbed and no other.
  private func moved(
    by disturbances: [Disturbance], _ change: Change
  ) throws(EngineError) -> Moved? {
    try change.shelved.show(disturbing: disturbances)
    let day = change.day
    if let message = try compute(day) { return ("the whole day", nil, "computed", message) }
    let comparison = try engine.warehouse.compare(
      processor.table, columns: inputs.businessColumns, day...day)
    if let column = comparison.columns.first {
      return (column.row, column.column, column.was, column.now)
    }
    if let row = comparison.firstGone { return (row, nil, "a row", "none") }
    if let row = comparison.firstAdded { return (row, nil, "no row", "one") }
    let failures = try failures(of: day)
    let entities = Set(change.failures.keys).union(failures.keys).sorted()
    return entities.first { change.failures[$0] != failures[$0] }.map { entity in
      (
        "\(entity) without a row", nil, change.failures[entity] ?? "no failure",
        failures[entity] ?? "no failure"
      )
    }
  }

  /// The table that moves something when it alone is disturbed, and which change of its rows does.
  private func cause(
    among all: [Disturbance], _ change: Change
  ) throws(EngineError) -> (disturbance: Disturbance, words: String?)? {
    for disturbance in all where try moved(by: [disturbance], change) != nil {
      for kind in Disturbance.Kind.allCases {
        var part = disturbance
        part.kinds = [kind]
        guard try moved(by: [part], change) != nil else { continue }
        guard kind == .values else { return (disturbance, kind.words) }
        for column in disturbance.table.columns {
          part.columns = [column.name]
          if try moved(by: [part], change) != nil {
            return (disturbance, "\(kind.words) of \(column.name)")
          }
        }
        return (disturbance, kind.words)
      }
      return (disturbance, nil)
    }
    return nil
  }

  /// - Returns: what went wrong, where the day failed.
  private func compute(_ day: Day) throws(EngineError) -> String? {
    var options = RunOptions(days: day...day)
    options.only = [processor.name]
    options.force = true
    options.skipsDependencies = true
    options.evaluator = evaluator
    options.workers = workers
    let report = try engine.run(options)
    if report.wasInterrupted {
      throw EngineError(.interrupted, "the check was stopped; nothing stored was touched")
    }
    return report.processors.flatMap(\.errors).first?.message
  }

  private func storedRows(of day: Day) throws(EngineError) -> Int {
    guard let column = processor.table.day else { return 0 }
    let rows = try query(
      "SELECT COUNT(*) FROM \(identifier(processor.table.name))"
        + " WHERE \(identifier(column)) = $day", ["day": .date(day.ordinal)])
    return Int(rows.first?[0].asInteger ?? 0)
  }

  private func failures(of day: Day) throws(EngineError) -> [String: String] {
    let rows = try query(
      "SELECT entity_id, failure_category || ': ' || failure_reason"
        + " FROM \(identifier(SystemTables.failures.name))"
        + " WHERE processor_name = $processor AND as_of = $day",
      ["processor": .text(processor.name), "day": .date(day.ordinal)])
    return Dictionary(rows.map { ($0[0].asText ?? "", $0[1].asText ?? "") }) { $1 }
  }

  private func query(
    _ sql: String, _ values: [String: SQLValue]
  ) throws(EngineError) -> [[SQLValue]] {
    try doing("look at what was computed") { () throws(DuckDBError) in
      try engine.warehouse.connection.query(sql, Parameters(values)).rows()
    }
  }
}
