import FeatureAlgebra
import FeatureEngine
import FeaturePlan
import Foundation

/// What is stored, as it is shown.
struct StatusView {
  let report: StatusReport
  let call: Invocation

  func lines(_ palette: Palette) -> [String] {
    var lines = heading(palette) + [""] + processors(palette)
    let failures = failures(palette)
    if !failures.isEmpty { lines += [""] + failures }
    let pauses = pauses(palette)
    if !pauses.isEmpty { lines += [""] + pauses }
    lines += [""] + rawTables(palette)
    if let next { lines += ["", palette(.accent, "next:") + " " + next] }
    return lines
  }

  private func heading(_ palette: Palette) -> [String] {
    let path = call.context.resolve(call.warehousePath)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? NSNumber)?.intValue
    let parts = [
      palette(.heading, call.warehousePath), size.map(Words.bytes),
      report.games.map { "games \(Words.days($0))" } ?? "no games",
    ]
    return [parts.compactMap { $0 }.joined(separator: palette(.faint, " · "))]
  }

  private func processors(_ palette: Palette) -> [String] {
    let months = MonthAxis(
      report.processors.flatMap { $0.rowsByMonth.map(\.month) }, in: call.context.terminal.width,
      beside: 48 + (report.processors.contains { $0.daysOfOtherPlans > 0 } ? 7 : 0),
      names: report.processors.map(\.processor))
    var table = TextTable([
      .text("processor"), .number("rows"), .number("days"), .text("first"), .text("last"),
      .number("stale").optional, .number("no row").optional, .text(months.title),
    ])
    for part in report.processors {
      let largest = part.rowsByMonth.map(\.rows).max() ?? 0
      let rows = Dictionary(part.rowsByMonth.map { ($0.month, $0.rows) }) { $1 }
      table.add([
        TextTable.Cell(part.processor),
        part.rows.map { TextTable.Cell(Words.count($0)) } ?? TextTable.Cell("–", .faint),
        .count(part.storedDays),
        TextTable.Cell(part.days?.lowerBound.description ?? ""),
        TextTable.Cell(part.days?.upperBound.description ?? ""),
        .count(part.daysOfOtherPlans, .warning),
        .count(part.failures.values.reduce(0, +), .warning),
        TextTable.Cell(
          Bar.series(months.months.map { rows[$0] ?? 0 }, largest: largest), .accent),
      ])
    }
    return table.lines(palette)
  }

  private func failures(_ palette: Palette) -> [String] {
    let categories = Set(report.processors.flatMap { $0.failures.keys }).sorted()
    guard !categories.isEmpty else { return [] }
    var table = TextTable([.text("no row because"), .number("rows"), .text("of")])
    for category in categories {
      for part in report.processors {
        guard let count = part.failures[category] else { continue }
        table.add([
          TextTable.Cell(category), .count(count, .warning), TextTable.Cell(part.processor),
        ])
      }
    }
    return table.lines(palette)
  }

  private func pauses(_ palette: Palette) -> [String] {
    var table = TextTable([.text("held back in daily runs"), .text("days"), .text("because")])
    for part in report.processors {
      for (scope, pause) in part.pauses {
        table.add([
          TextTable.Cell(part.processor),
          TextTable.Cell(pause.span == .allDays ? "all" : scope, .warning),
          TextTable.Cell(pause.sentence),
        ])
      }
    }
    return table.rows.isEmpty ? [] : table.lines(palette)
  }

  private func rawTables(_ palette: Palette) -> [String] {
    var table = TextTable([.text("raw table"), .number("rows"), .text("first"), .text("last")])
    for raw in report.rawTables {
      table.add([
        TextTable.Cell(raw.table),
        raw.rows == 0 ? TextTable.Cell("empty", .faint) : .count(raw.rows),
        TextTable.Cell(raw.days?.lowerBound.description ?? ""),
        TextTable.Cell(raw.days?.upperBound.description ?? ""),
      ])
    }
    return table.rows.isEmpty ? ["no raw tables"] : table.lines(palette)
  }

  /// What to do now, as a command.
  private var next: String? {
    let program = call.context.program
    let option = call.warehouseOption
    guard let games = report.games else {
      return "\(program) load --feed NAME --from FOLDER\(option)"
    }
    let range = "--from \(games.lowerBound) --to \(games.upperBound)\(option)"
    if report.processors.contains(where: { $0.daysOfOtherPlans > 0 }) {
      return "\(program) plan \(range) says what a run would restate"
    }
    if report.processors.contains(where: { $0.storedDays == 0 }) {
      return "\(program) run \(range)"
    }
    if report.processors.contains(where: { !$0.failures.isEmpty }) {
      return "\(program) coverage\(option) says which days and entities have no row"
    }
    return nil
  }
}
