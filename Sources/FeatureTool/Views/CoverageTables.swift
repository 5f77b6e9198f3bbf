import FeatureAlgebra
import FeatureEngine

/// Coverage by day, month, entity or column, a table per processor.
struct CoverageTables {
  let reports: [CoverageReport]
  let width: Int
  /// Entities or columns of each processor.
  let limit: Int

  func lines(_ grouping: CoverageCommand.Grouping, _ palette: Palette) -> [String] {
    var lines: [String] = []
    for (index, report) in reports.enumerated() {
      if index > 0 { lines.append("") }
      lines.append(palette(.heading, report.processor))
      switch grouping {
      case .day: lines += days(of: report, palette)
      case .month: lines += months(of: report, palette)
      case .entity: lines += entities(of: report, palette)
      case .column:
        lines += CoverageColumns(columns: report.columns, limit: limit).lines(palette)
      }
    }
    return lines
  }

  private func days(of report: CoverageReport, _ palette: Palette) -> [String] {
    let categories = report.counts.categories
    var table = TextTable(
      [.text("day")] + columns(categories) + [.text("state").optional])
    for day in report.days {
      let state: TextTable.Cell =
        switch day.state {
        case .stored: ""
        case .missing: TextTable.Cell("not computed", .warning)
        case .failed:
          TextTable.Cell((day.reason ?? "failed").fitted(to: max(24, width - 42)), .bad)
        }
      table.add(
        [TextTable.Cell(day.day.description)] + cells(CoverageCounts([day]), categories) + [state])
    }
    table.footer =
      [TextTable.Cell(Words.count(report.days.count, "day"))] + cells(report.counts, categories)
      + [""]
    return table.rows.isEmpty ? ["no day of it in this range"] : table.lines(palette)
  }

  private func months(of report: CoverageReport, _ palette: Palette) -> [String] {
    let all = report.counts
    var table = TextTable(
      [.text("month"), .number("days"), .number("of"), .number("failed").optional]
        + columns(all.categories))
    func line(_ name: String, _ counts: CoverageCounts) -> [TextTable.Cell] {
      [
        TextTable.Cell(name),
        .count(counts.storedDays, counts.missingDays > 0 ? .warning : nil),
        .count(counts.expectedDays), .count(counts.failedDays, .bad),
      ] + cells(counts, all.categories)
    }
    for (month, counts) in report.months { table.add(line(month, counts)) }
    table.footer = line("all", all)
    return table.rows.isEmpty ? ["no day of it in this range"] : table.lines(palette)
  }

  /// Those that lack most come first.
  private func entities(of report: CoverageReport, _ palette: Palette) -> [String] {
    let categories = report.counts.categories
    var table = TextTable([.text("entity")] + columns(categories, entities: "days"))
    let order = report.entities.map { ($0.entity, CoverageCounts($0)) }
      .sorted { ($1.1.failed, $0.0) < ($0.1.failed, $1.0) }
    for (entity, counts) in order.prefix(limit) {
      table.add([TextTable.Cell(entity)] + cells(counts, categories))
    }
    guard !table.rows.isEmpty else { return ["nothing is stored in this range"] }
    let more = order.count - table.rows.count
    let lacking = order.count { $0.1.failed > 0 }
    return table.lines(palette) + [
      palette(
        .faint,
        (more > 0 ? "and \(Words.count(more)) more; " : "")
          + "\(Words.count(lacking)) of \(Words.count(order.count, "entity", plural: "entities"))"
          + " lack\(lacking == 1 ? "s" : "") a day")
    ]
  }

  private func columns(
    _ categories: [String], entities: String = "entities"
  ) -> [TextTable.Column] {
    [.number("rows"), .number(entities), .number("share")]
      + categories.map { .number($0.split(separator: "_").joined(separator: "\n")) }
  }

  /// Rows, entities, share, and failures by category.
  private func cells(_ counts: CoverageCounts, _ categories: [String]) -> [TextTable.Cell] {
    [.count(counts.rows), .count(counts.entities), TextTable.Cell(counts.percent)]
      + categories.map { .count(counts.failures[$0] ?? 0, .warning) }
  }
}
