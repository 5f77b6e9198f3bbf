import FeatureEngine

/// What a load did, as it is shown.
struct LoadView {
  let report: LoadReport

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("table"), .number("read"), .number("inserted").optional, .number("updated").optional,
      .number("unchanged").optional, .number("deleted").optional,
      .number("duplicates").optional, .number("refused").optional, .number("seconds"),
    ])
    for load in report.tables {
      let refused = load.refused.values.reduce(0, +)
      table.add([
        TextTable.Cell(load.table), TextTable.Cell(Words.count(load.read)),
        .count(load.rows.inserted, .good), .count(load.rows.updated, .accent),
        .count(load.rows.unchanged), .count(load.rows.deleted, .warning),
        .count(load.rows.duplicates, .warning), .count(refused, .warning),
        TextTable.Cell(Words.plainSeconds(load.seconds)),
      ])
    }
    return table.lines(palette) + refusals(palette) + absent(palette) + ["", closing(palette)]
  }

  private func refusals(_ palette: Palette) -> [String] {
    var table = TextTable([.text("refused"), .number("rows"), .text("because")])
    for load in report.tables {
      for (reason, rows) in load.refused.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add([
          TextTable.Cell(load.table), .count(rows, .warning), TextTable.Cell(reason),
        ])
      }
    }
    return table.rows.isEmpty ? [] : [""] + table.lines(palette)
  }

  private func absent(_ palette: Palette) -> [String] {
    guard !report.absentFiles.isEmpty else { return [] }
    let files = Words.list(report.absentFiles)
    return ["", palette(.faint, "not there, read as empty: \(files)")]
  }

  private func closing(_ palette: Palette) -> String {
    let rows = report.tables.map(\.read).reduce(0, +)
    let written = report.tables.map(\.rows.written).reduce(0, +)
    let time = Words.seconds(report.seconds)
    let rate = Words.rate(rows, in: report.seconds)
    let stored = report.tables.map(\.rows.unchanged).reduce(0, +)
    return written == 0
      ? "nothing changed: the \(Words.count(stored, "row")) of \(report.feed) are stored already (\(time))"
      : palette(.good, "loaded") + " \(report.feed): \(Words.count(rows, "row")) in \(time)"
        + (rate.isEmpty ? "" : ", \(rate)")
  }
}

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
