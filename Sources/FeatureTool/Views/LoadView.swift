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
