import FeatureAlgebra
import FeatureEngine

/// The JSON of `status`; `docs/json.md` describes it.
struct StatusDocument: Encodable {
  struct Span: Encodable {
    let from: String
    let to: String
    init?(_ days: ClosedRange<Day>?) {
      guard let days else { return nil }
      from = days.lowerBound.description
      to = days.upperBound.description
    }
  }
  struct Month: Encodable {
    let month: String
    let days: Int
    let rows: Int
  }
  struct Pause: Encodable {
    /// A day, or `ALL_DAYS`.
    let scope: String
    let reason: String
  }
  struct Processor: Encodable {
    let processor: String
    let table: String
    let rows: Int?
    let days: Span?
    let storedDays: Int
    let daysOfOtherPlans: Int
    let failures: [String: Int]
    let pauses: [Pause]
    let months: [Month]
  }
  struct RawTable: Encodable {
    let table: String
    let rows: Int
    let days: Span?
  }
  let processors: [Processor]
  let rawTables: [RawTable]
  let games: Span?

  init(_ report: StatusReport) {
    processors = report.processors.map { part in
      Processor(
        processor: part.processor, table: part.table, rows: part.rows, days: Span(part.days),
        storedDays: part.storedDays, daysOfOtherPlans: part.daysOfOtherPlans,
        failures: part.failures,
        pauses: part.pauses.map { Pause(scope: $0.scope, reason: $0.pause.sentence) },
        months: part.rowsByMonth.map { Month(month: $0.month, days: $0.days, rows: $0.rows) })
    }
    rawTables = report.rawTables.map {
      RawTable(table: $0.table, rows: $0.rows, days: Span($0.days))
    }
    games = Span(report.games)
  }
}
