import FeatureAlgebra
import FeatureEngine

/// The JSON of `run`; `docs/json.md` describes it.
struct RunDocument: Encodable {
  struct Processor: Encodable {
    struct DayError: Encodable {
      let from: String?
      let to: String?
      let code: String
      let message: String
      let help: String?
    }
    let processor: String
    let days: [String: Int]
    let rows: RowsDocument
    let failures: [String: Int]
    let reasons: [String: Int]
    let blocked: [String: Int]
    let seconds: [String: Double]
    let statements: Int
    let slabs: Int
    let errors: [DayError]
  }
  let run: String
  let from: String
  let to: String
  let processors: [Processor]
  let rowsWritten: Int
  let failedDays: Int
  let wasInterrupted: Bool
  let seconds: Double

  init(_ report: RunReport) {
    run = report.runID
    from = report.days.lowerBound.description
    to = report.days.upperBound.description
    rowsWritten = report.rowsWritten
    failedDays = report.failedDays
    wasInterrupted = report.wasInterrupted
    seconds = report.seconds
    processors = report.processors.map(Processor.init)
  }
}

extension RunDocument.Processor {
  init(_ report: ProcessorReport) {
    processor = report.processor
    days = Dictionary(
      uniqueKeysWithValues: DayOutcome.allCases.map { ($0.rawValue, report.days[$0] ?? 0) })
    rows = RowsDocument(
      inserted: report.rows.inserted, updated: report.rows.updated,
      unchanged: report.rows.unchanged, deleted: report.rows.deleted, failed: report.rows.failed)
    failures = report.failures
    reasons = report.reasons
    blocked = Dictionary(
      uniqueKeysWithValues: report.blocked.map { ($0.key.sentence, $0.value) })
    seconds = Dictionary(
      uniqueKeysWithValues: Phase.allCases.map { ($0.rawValue, report.seconds[$0] ?? 0) })
    statements = report.statements
    slabs = report.slabs
    errors = report.errors.map {
      DayError(
        from: $0.days?.lowerBound.description, to: $0.days?.upperBound.description,
        code: $0.code.name, message: $0.message, help: $0.help)
    }
  }
}
