import FeatureEngine
import FeaturePlan

/// What the columns of a processor hold, those that say least first.
///
/// ```text
/// column         filled  days alike  of  lowest  highest  known from
/// is_home         100 %           2   9
/// opening_score     0 %           ·   9                   the spec
/// ```
struct CoverageColumns {
  let columns: [ColumnCoverage]
  let limit: Int

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("column"), .number("filled"), .number("days alike"), .number("of"),
      .number("lowest").optional, .number("highest").optional, .text("known from").optional,
    ])
    for column in columns.prefix(limit) {
      table.add([
        TextTable.Cell(column.column), filled(column),
        .count(column.alikeDays, column.isSuspect ? .warning : nil), .count(column.days),
        TextTable.Cell(column.lowest ?? ""), TextTable.Cell(column.highest ?? ""),
        TextTable.Cell(column.ground.map(words) ?? ""),
      ])
    }
    guard let rows = columns.first?.rows, rows > 0 else {
      return ["nothing is stored in this range"]
    }
    let more = columns.count - table.rows.count
    let suspects = columns.count { $0.isSuspect }
    return table.lines(palette) + [
      palette(
        .faint,
        (more > 0 ? "and \(Words.count(more)) more; " : "")
          + "\(Words.count(suspects)) of \(Words.count(columns.count, "column"))"
          + " with one value in every row of some day, though rows decide it; "
          + Words.count(rows, "row"))
    ]
  }

  /// `100 %` for all rows and for nothing less.
  private func filled(_ column: ColumnCoverage) -> TextTable.Cell {
    guard column.rows > 0 else { return "" }
    let share = Double(column.filled) / Double(column.rows)
    return TextTable.Cell(
      column.filled < column.rows && share > 0.99 ? "99 %" : Words.share(share))
  }

  private func words(_ ground: FeatureGround) -> String {
    switch ground {
    case .spec: "the spec"
    case .day: "the day"
    }
  }
}
