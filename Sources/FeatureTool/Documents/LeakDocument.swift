import FeatureAlgebra
import FeatureEngine

/// The JSON of `verify --leaks`; `docs/json.md` describes it.
struct LeakDocument: Encodable {
  struct Alone: Encodable {
    let table: String?
    let rows: String
    let columns: [String]
    let reason: String
  }
  struct Found: Encodable {
    let day: String
    let row: String
    let column: String?
    let was: String
    let now: String
    let input: String?
    let change: String?
    let disturbedFrom: String
  }
  struct Failed: Encodable {
    let day: String
    let message: String
  }
  struct Processor: Encodable {
    let processor: String
    let days: [String]
    let rows: Int
    let columns: Int
    let tablesDisturbed: Int
    let leftAlone: [Alone]
    let failedDays: [Failed]
    let leak: Found?
  }
  let from: String
  let to: String
  let isClean: Bool
  let seconds: Double
  let processors: [Processor]

  init(_ found: LeakFindings) {
    from = found.days.lowerBound.description
    to = found.days.upperBound.description
    isClean = found.isClean
    seconds = found.seconds
    processors = found.reports.map { report in
      Processor(
        processor: report.processor, days: report.days.map(\.description), rows: report.rows,
        columns: report.columns, tablesDisturbed: report.tables,
        leftAlone: report.leftAlone.map {
          Alone(table: $0.table, rows: $0.rows.rawValue, columns: $0.columns, reason: $0.reason)
        },
        failedDays: report.failedDays.map { Failed(day: $0.day.description, message: $0.message) },
        leak: report.leak.map {
          Found(
            day: $0.day.description, row: $0.row, column: $0.column, was: $0.was, now: $0.now,
            input: $0.input, change: $0.change, disturbedFrom: $0.disturbedFrom.description)
        })
    }
  }
}
