import FeatureEngine

/// The JSON of `load`; `docs/json.md` describes it.
struct LoadDocument: Encodable {
  struct Table: Encodable {
    let table: String
    let read: Int
    let rows: RowsDocument
    let refused: [String: Int]
    let seconds: Double
  }
  let feed: String
  let tables: [Table]
  let absentFiles: [String]
  let seconds: Double

  init(_ report: LoadReport) {
    feed = report.feed
    tables = report.tables.map {
      Table(
        table: $0.table, read: $0.read,
        rows: RowsDocument(
          inserted: $0.rows.inserted, updated: $0.rows.updated, unchanged: $0.rows.unchanged,
          deleted: $0.rows.deleted, failed: $0.rows.failed),
        refused: $0.refused, seconds: $0.seconds)
    }
    absentFiles = report.absentFiles
    seconds = report.seconds
  }
}

/// What became of rows, wherever JSON says it.
struct RowsDocument: Encodable {
  let inserted: Int
  let updated: Int
  let unchanged: Int
  /// Absent where it is not recorded.
  let deleted: Int?
  let failed: Int
}
