internal import DuckDB
internal import FeatureAlgebra
private import FeatureKernels

/// By as-of day and name of the input.
typealias InputStates = [Day: [String: InputState]]

extension InputState {
  /// From `rows_found`, `last_updated` and `digest`.
  init(_ facts: ArraySlice<SQLValue>) {
    let first = facts.startIndex
    let updated: Int64? = if case .timestamp(let time) = facts[first + 1] { time } else { nil }
    self.init(
      rows: Int(facts[first].asInteger ?? 0), lastUpdated: updated, digest: facts[first + 2].asText)
  }
}

extension InputStates {
  /// As the source-hash statement returns them, without the processor.
  var buffers: [ColumnBuffer] {
    let rows = flatMap { day, states in states.map { (day: day, input: $0, state: $1) } }
    return [
      ColumnBuffer("input", .text(rows.map(\.input))),
      ColumnBuffer("as_of", .date(rows.map(\.day.ordinal))),
      ColumnBuffer("rows_found", .bigint(rows.map { Int64($0.state.rows) })),
      ColumnBuffer(
        "last_updated", .timestamp(rows.map { $0.state.lastUpdated ?? 0 }),
        validity: FeatureKernels.Validity(rows.map { $0.state.lastUpdated != nil }).words),
      ColumnBuffer(
        "digest", .text(rows.map { $0.state.digest ?? "" }),
        validity: FeatureKernels.Validity(rows.map { $0.state.digest != nil }).words),
    ]
  }
}
