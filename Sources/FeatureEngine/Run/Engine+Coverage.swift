internal import DuckDB
package import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

/// Questions about rows, receipts and failures, not statements of the compiler, so their SQL stands here.
extension Engine {
  /// The first and last day with a game; nil without a schedule.
  package func games() throws(EngineError) -> ClosedRange<Day>? {
    try storedTables().contains(plan.calendar.rows.tables[0]) ? try readCalendar().span : nil
  }

  /// What is stored of a range of days, for each named processor or all.
  ///
  /// - Parameter withColumns: what each column holds, too.
  package func coverage(
    of names: [String], _ range: ClosedRange<Day>, withColumns: Bool = false
  ) throws(EngineError) -> [CoverageReport] {
    let selection = try Selection(plan, only: names, downstream: false)
    let calendar = try readCalendar()
    let stored = try storedTables()
    var reports: [CoverageReport] = []
    for processor in selection.processors {
      let gameDays = calendar.gameDays(processor.days, in: range)
      let asOfDays = calendar.asOfDays(processor.days, in: range).map(\.day)
      var report = CoverageReport(
        processor: processor.name, offDays: range.count - gameDays.count,
        bootstrapDays: gameDays.count - asOfDays.count)
      var found = Coverage(asOfDays)
      if stored.contains(processor.table.name), stored.contains(SystemTables.receipts.name) {
        try readRows(of: processor, range, into: &found)
        try readReceipts(of: processor, range, into: &found)
        try readFailures(of: processor, range, into: &found)
        if withColumns { report.columns = try columns(of: processor, range) }
      }
      report.days = asOfDays.compactMap { found.days[$0] }
      report.entities = found.entities.values.sorted { $0.entity < $1.entity }
      reports.append(report)
    }
    return reports
  }

  private struct Coverage {
    var days: [Day: DayCoverage]
    var entities: [String: EntityCoverage] = [:]

    init(_ days: [Day]) {
      self.days = Dictionary(uniqueKeysWithValues: days.map { ($0, DayCoverage(day: $0)) })
    }
  }

  private func readRows(
    of processor: ProcessorPlan, _ range: ClosedRange<Day>, into found: inout Coverage
  ) throws(EngineError) {
    guard let day = processor.table.day.map(identifier) else { return }
    let table = identifier(processor.table.name)
    let bounds = "FROM \(table) WHERE \(day) BETWEEN $from AND $to"
    for row in try rows("SELECT \(day), COUNT(*) \(bounds) GROUP BY ALL", values(range)) {
      guard let date = row[0].asDate else { continue }
      found.days[Day(ordinal: date)]?.rows = Int(row[1].asInteger ?? 0)
    }
    let entity = processor.table.key.filter { $0 != processor.table.day }
      .map { "COALESCE(CAST(\(identifier($0)) AS VARCHAR), '\(RowText.missing)')" }
      .joined(separator: " || '/' || ")
    guard !entity.isEmpty else { return }
    for row in try rows("SELECT \(entity), COUNT(*) \(bounds) GROUP BY ALL", values(range)) {
      let name = row[0].asText ?? ""
      found.entities[name, default: EntityCoverage(entity: name)].rows =
        Int(row[1].asInteger ?? 0)
    }
  }

  private func readReceipts(
    of processor: ProcessorPlan, _ range: ClosedRange<Day>, into found: inout Coverage
  ) throws(EngineError) {
    let receipts = try rows(
      "SELECT as_of FROM \(identifier(SystemTables.receipts.name))"
        + " WHERE processor = $processor AND as_of BETWEEN $from AND $to",
      values(range, ["processor": .text(processor.name)]))
    for row in receipts {
      guard let date = row[0].asDate else { continue }
      found.days[Day(ordinal: date)]?.state = .stored
    }
  }

  private func readFailures(
    of processor: ProcessorPlan, _ range: ClosedRange<Day>, into found: inout Coverage
  ) throws(EngineError) {
    let failures = try rows(
      "SELECT as_of, entity_id, failure_category, failure_reason"
        + " FROM \(identifier(SystemTables.failures.name))"
        + " WHERE processor_name = $processor AND as_of BETWEEN $from AND $to",
      values(range, ["processor": .text(processor.name)]))
    for row in failures {
      guard let date = row[0].asDate else { continue }
      let (day, entity) = (Day(ordinal: date), row[1].asText ?? "")
      let category = row[2].asText ?? ""
      if entity == SystemTables.dayLevelEntity {
        found.days[day]?.state = .failed
        found.days[day]?.reason = "\(category): \(row[3].asText ?? "")"
      } else {
        found.days[day]?.failures[category, default: 0] += 1
        found.entities[entity, default: EntityCoverage(entity: entity)]
          .failures[category, default: 0] += 1
      }
    }
  }

  func values(
    _ range: ClosedRange<Day>, _ more: [String: SQLValue] = [:]
  ) -> [String: SQLValue] {
    more.merging([
      "from": .date(range.lowerBound.ordinal), "to": .date(range.upperBound.ordinal),
    ]) { $1 }
  }
}
