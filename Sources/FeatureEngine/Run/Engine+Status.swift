internal import DuckDB
package import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

/// What is stored. These are questions about receipts and row counts, not statements of the compiler,
/// so their SQL stands here.
extension Engine {
  package func status() throws(EngineError) -> StatusReport {
    let stored = try storedTables()
    var processors: [StatusReport.Processor] = []
    for processor in plan.processors {
      processors.append(try status(of: processor, stored))
    }
    var raw: [(table: String, rows: Int, days: ClosedRange<Day>?)] = []
    let computed = Set(plan.processors.map(\.table.name))
    for table in plan.tables where !computed.contains(table.name) && stored.contains(table.name) {
      let (rows, days) = try extent(of: table)
      raw.append((table.name.description, rows, days))
    }
    let games = stored.contains(plan.calendar.rows.tables[0]) ? try readCalendar().span : nil
    return StatusReport(processors: processors, rawTables: raw, games: games)
  }

  /// Stored days of each processor whose receipt has another fingerprint than the plan, and the days of
  /// everything downstream of those: what a run would have to restate.
  package func daysToRestate() throws(EngineError) -> [(
    processor: String, days: ClosedRange<Day>, count: Int
  )] {
    guard try storedTables().contains(SystemTables.receipts.name) else { return [] }
    var restated: [(processor: String, days: ClosedRange<Day>, count: Int)] = []
    var touched: Set<String> = []
    for processor in plan.processors {
      let follows = plan.upstreams(of: processor).contains { touched.contains($0.name) }
      let row = try receipts(
        of: processor,
        "SELECT MIN(as_of), MAX(as_of), COUNT(*)"
          + (follows ? "" : " FILTER (plan_fingerprint <> $fingerprint)"), filtered: !follows)
      guard let first = row[0].asDate, let last = row[1].asDate, let count = row[2].asInteger,
        count > 0
      else { continue }
      touched.insert(processor.name)
      restated.append(
        (processor.name, Day(ordinal: first)...Day(ordinal: last), Int(count)))
    }
    return restated
  }

  private func status(
    of processor: ProcessorPlan, _ stored: Set<TableName>
  ) throws(EngineError) -> StatusReport.Processor {
    let name = processor.table.name
    guard stored.contains(name), stored.contains(SystemTables.receipts.name) else {
      return StatusReport.Processor(
        processor: processor.name, table: name.description, rows: nil, days: nil, storedDays: 0,
        daysOfOtherPlans: 0, failures: [:], pauses: [], rowsByMonth: [])
    }
    let (rows, _) = try extent(of: processor.table)
    let days = try receipts(
      of: processor,
      "SELECT MIN(as_of), MAX(as_of), COUNT(*), COUNT(*) FILTER (plan_fingerprint <> $fingerprint)",
      filtered: false)
    var span: ClosedRange<Day>?
    if let first = days[0].asDate, let last = days[1].asDate {
      span = Day(ordinal: first)...Day(ordinal: last)
    }
    return StatusReport.Processor(
      processor: processor.name, table: name.description, rows: rows, days: span,
      storedDays: Int(days[2].asInteger ?? 0), daysOfOtherPlans: Int(days[3].asInteger ?? 0),
      failures: try failures(of: processor),
      pauses: stored.contains(SystemTables.circuitBreakers.name) ? try pauses(of: processor) : [],
      rowsByMonth: try months(of: processor))
  }

  private func receipts(
    of processor: ProcessorPlan, _ select: String, filtered: Bool
  ) throws(EngineError) -> [SQLValue] {
    let sql =
      "\(select) FROM \(identifier(SystemTables.receipts.name)) WHERE processor = $processor"
      + (filtered ? " AND plan_fingerprint <> $fingerprint" : "")
    var values: [String: SQLValue] = ["processor": .text(processor.name)]
    if sql.contains("$fingerprint") { values["fingerprint"] = .text(processor.fingerprint) }
    return try rows(sql, values).first ?? []
  }

  private func failures(of processor: ProcessorPlan) throws(EngineError) -> [String: Int] {
    let rows = try rows(
      "SELECT failure_category, COUNT(*) FROM \(identifier(SystemTables.failures.name))"
        + " WHERE processor_name = $processor GROUP BY ALL",
      ["processor": .text(processor.name)])
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0[0].asText ?? "", Int($0[1].asInteger ?? 0)) })
  }

  private func pauses(
    of processor: ProcessorPlan
  ) throws(EngineError) -> [(scope: String, pause: Pause)] {
    guard let breaker = processor.processorBreaker else { return [] }
    return try rows(
      "SELECT scope, failures, open_until FROM \(identifier(SystemTables.circuitBreakers.name))"
        + " WHERE processor_name = $processor AND open_until > $now ORDER BY scope",
      ["processor": .text(processor.name), "now": .timestamp(context.microsecondsNow())]
    ).map { row in
      let until: Int64 = if case .timestamp(let time) = row[2] { time } else { 0 }
      return (
        row[0].asText ?? "",
        Pause(failures: Int(row[1].asInteger ?? 0), span: breaker.span, until: until)
      )
    }
  }

  private func months(
    of processor: ProcessorPlan
  ) throws(EngineError) -> [(month: String, days: Int, rows: Int)] {
    try rows(
      "SELECT STRFTIME(as_of, '%Y-%m') AS month, COUNT(*), CAST(SUM(row_count) AS BIGINT)"
        + " FROM \(identifier(SystemTables.receipts.name)) WHERE processor = $processor"
        + " GROUP BY month ORDER BY month",
      ["processor": .text(processor.name)]
    ).map { ($0[0].asText ?? "", Int($0[1].asInteger ?? 0), Int($0[2].asInteger ?? 0)) }
  }

  private func extent(of table: TablePlan) throws(EngineError) -> (Int, ClosedRange<Day>?) {
    let day = table.day.map(identifier) ?? "CAST(NULL AS DATE)"
    let row =
      try rows("SELECT COUNT(*), MIN(\(day)), MAX(\(day)) FROM \(identifier(table.name))").first
      ?? []
    var span: ClosedRange<Day>?
    if let first = row[1].asDate, let last = row[2].asDate {
      span = Day(ordinal: first)...Day(ordinal: last)
    }
    return (Int(row[0].asInteger ?? 0), span)
  }

  func storedTables() throws(EngineError) -> Set<TableName> {
    Set(
      try rows(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = CURRENT_DATABASE()"
      ).map { TableName($0[0].asText ?? "", $0[1].asText ?? "") })
  }

  func rows(
    _ sql: String, _ values: [String: SQLValue] = [:]
  ) throws(EngineError) -> [[SQLValue]] {
    try doing("read what is stored") { () throws(DuckDBError) in
      try warehouse.connection.query(sql, Parameters(values)).rows()
    }
  }

  /// The calendar of the schedule as it stands, kept for the statements of this warehouse.
  func readCalendar() throws(EngineError) -> GameCalendar {
    try warehouse.keepCalendar(of: plan)
    return try warehouse.readCalendar(of: plan)
  }
}

/// `"dataset"."table"`
func identifier(_ name: TableName) -> String {
  "\(identifier(name.dataset)).\(identifier(name.table))"
}
