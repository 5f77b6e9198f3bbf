import FeatureAlgebra
import FeatureEngine

/// Coverage at a glance: a line per processor, reasons, and a calendar of each when they are few.
struct CoverageView {
  let reports: [CoverageReport]
  let days: ClosedRange<Day>
  let width: Int
  let call: Invocation

  func lines(_ palette: Palette) -> [String] {
    var lines =
      [palette(.heading, Words.days(days)) + palette(.faint, " · \(call.warehousePath)"), ""]
      + processors(palette)
    let reasons = reasons(palette)
    if !reasons.isEmpty { lines += [""] + reasons }
    let shown = reports.filter { !$0.days.isEmpty }
    if reports.count <= 3, !shown.isEmpty {
      for report in shown {
        lines += [""] + CoverageCalendar(report: report, width: width).lines(palette)
      }
      lines += ["", CoverageCalendar.legend(palette)]
    }
    if let next { lines += ["", palette(.accent, "next:") + " " + next] }
    return lines
  }

  private func processors(_ palette: Palette) -> [String] {
    let months = MonthAxis(
      reports.flatMap { $0.months.map(\.month) }, in: width,
      beside: 42 + (reports.contains { $0.counts.failedDays > 0 } ? 8 : 0),
      names: reports.map(\.processor))
    var table = TextTable([
      .text("processor"), .number("days"), .number("of"), .number("failed").optional,
      .number("rows"), .number("entities"), .number("covered"), .text(months.title),
    ])
    for report in reports {
      let counts = report.counts
      let shares = Dictionary(report.months.map { ($0.month, $0.counts) }) { $1 }
      table.add([
        TextTable.Cell(report.processor),
        .count(counts.storedDays, counts.missingDays > 0 ? .warning : nil),
        .count(counts.expectedDays), .count(counts.failedDays, .bad), .count(counts.rows),
        .count(counts.entities), TextTable.Cell(counts.percent),
        TextTable.Cell(
          Bar.series(
            months.months.map { Int((1000 * (shares[$0]?.share ?? 0)).rounded(.up)) },
            largest: 1000),
          .accent),
      ])
    }
    return table.lines(palette)
  }

  private func reasons(_ palette: Palette) -> [String] {
    var table = TextTable([.text("no row because"), .number("rows"), .text("of")])
    for report in reports {
      let failures = report.counts.failures
      for category in report.counts.categories {
        table.add([
          TextTable.Cell(category), .count(failures[category] ?? 0, .warning),
          TextTable.Cell(report.processor),
        ])
      }
    }
    return table.rows.isEmpty ? [] : table.lines(palette)
  }

  /// What to do about days that are not there.
  private var next: String? {
    let missing = reports.flatMap { $0.days.filter { $0.state == .missing }.map(\.day) }
    guard let first = missing.min(), let last = missing.max() else { return nil }
    return "\(call.context.program) run --from \(first) --to \(last)\(call.warehouseOption)"
  }
}
