import FeatureAlgebra
import FeatureEngine
import FeaturePlan

/// The JSON of `coverage`; `docs/json.md` describes it.
struct CoverageDocument: Encodable {
  struct DayEntry: Encodable {
    let day: String
    let state: String
    let rows: Int
    let entities: Int
    let failures: [String: Int]
    let reason: String?
  }
  struct Month: Encodable {
    let month: String
    let storedDays: Int
    let expectedDays: Int
    let failedDays: Int
    let rows: Int
    let entities: Int
    let failures: [String: Int]
  }
  struct Entity: Encodable {
    let entity: String
    let rows: Int
    let days: Int
    let failures: [String: Int]
  }
  struct ColumnEntry: Encodable {
    let column: String
    let rows: Int
    let filled: Int
    let days: Int
    let alikeDays: Int
    let lowest: String?
    let highest: String?
    let knownFrom: String?
  }
  struct Processor: Encodable {
    let processor: String
    let storedDays: Int
    let expectedDays: Int
    let failedDays: Int
    let missingDays: Int
    let offDays: Int
    let bootstrapDays: Int
    let rows: Int
    let entities: Int
    let failures: [String: Int]
    let byDay: [DayEntry]?
    let byMonth: [Month]?
    let byEntity: [Entity]?
    let byColumn: [ColumnEntry]?
  }
  let from: String
  let to: String
  let processors: [Processor]

  init(
    _ reports: [CoverageReport], days: ClosedRange<Day>, by grouping: CoverageCommand.Grouping
  ) {
    from = days.lowerBound.description
    to = days.upperBound.description
    processors = reports.map { report in
      let counts = report.counts
      return Processor(
        processor: report.processor, storedDays: counts.storedDays,
        expectedDays: counts.expectedDays, failedDays: counts.failedDays,
        missingDays: counts.missingDays, offDays: report.offDays,
        bootstrapDays: report.bootstrapDays, rows: counts.rows, entities: counts.entities,
        failures: counts.failures,
        byDay: grouping == .day
          ? report.days.map {
            DayEntry(
              day: $0.day.description, state: $0.state.rawValue, rows: $0.rows,
              entities: CoverageCounts([$0]).entities, failures: $0.failures, reason: $0.reason)
          } : nil,
        byMonth: grouping == .month
          ? report.months.map { month, counts in
            Month(
              month: month, storedDays: counts.storedDays, expectedDays: counts.expectedDays,
              failedDays: counts.failedDays, rows: counts.rows, entities: counts.entities,
              failures: counts.failures)
          } : nil,
        byEntity: grouping == .entity
          ? report.entities.map {
            Entity(
              entity: $0.entity, rows: $0.rows, days: CoverageCounts($0).entities,
              failures: $0.failures)
          } : nil,
        byColumn: grouping == .column
          ? report.columns.map {
            ColumnEntry(
              column: $0.column, rows: $0.rows, filled: $0.filled, days: $0.days,
              alikeDays: $0.alikeDays, lowest: $0.lowest, highest: $0.highest,
              knownFrom: $0.ground?.rawValue)
          } : nil)
    }
  }
}
