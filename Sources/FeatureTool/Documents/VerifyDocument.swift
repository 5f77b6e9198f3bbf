import FeatureAlgebra
import FeatureEngine

/// The JSON of `verify --evaluators`; `docs/json.md` describes it.
struct VerifyDocument: Encodable {
  struct Column: Encodable {
    let column: String
    let rows: Int
    let example: String
  }
  struct Processor: Encodable {
    let processor: String
    let rows: Int
    let columns: Int
    let rowsGone: Int
    let rowsAdded: Int
    let differences: [Column]
  }
  let from: String
  let to: String
  let isEqual: Bool
  let failedDays: Int
  let kernelSeconds: Double
  let sqlSeconds: Double
  let processors: [Processor]

  init(_ proof: EvaluatorProof, days: ClosedRange<Day>) {
    from = days.lowerBound.description
    to = days.upperBound.description
    isEqual = proof.isEqual
    failedDays = proof.failedDays
    kernelSeconds = proof.kernelSeconds
    sqlSeconds = proof.sqlSeconds
    processors = proof.parts.map { part in
      Processor(
        processor: part.processor, rows: part.comparison.commonRows, columns: part.columns,
        rowsGone: part.comparison.rowsGone, rowsAdded: part.comparison.rowsAdded,
        differences: part.comparison.columns.map {
          Column(column: $0.column, rows: $0.rows, example: $0.example)
        })
    }
  }
}
