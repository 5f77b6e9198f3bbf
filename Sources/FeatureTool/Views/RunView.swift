import FeatureAlgebra
import FeatureEngine
import FeaturePlan

/// What a run did, as it is shown when it ends.
struct RunView {
  let report: RunReport
  /// The command to go on with after an interrupt or a failure.
  let again: String

  func lines(_ palette: Palette) -> [String] {
    var lines = days(palette)
    if report.rowsWritten > 0 || report.failedDays > 0 {
      lines += [""] + phases(palette)
    }
    lines += reasons(palette) + BlockedDays(report).lines(palette) + failures(palette)
    return lines + errors(palette) + ["", closing(palette)] + remedy(palette)
  }

  private func days(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .number("computed"), .number("fresh").optional,
      .number("off").optional, .number("bootstrap").optional, .number("blocked").optional,
      .number("held").optional, .number("failed").optional, .number("inserted").optional,
      .number("updated").optional,
      .number("unchanged").optional, .number("deleted").optional,
      .number("no row").optional, .number("seconds"),
    ])
    func cells(_ name: String, _ days: [DayOutcome: Int], _ rows: [Int], _ seconds: Double)
      -> [TextTable.Cell]
    {
      let outcomes: [(DayOutcome, Role?)] = [
        (.computed, .good), (.fresh, nil), (.offDay, .faint), (.bootstrap, .faint),
        (.blocked, .warning), (.held, .warning), (.failed, .bad),
      ]
      let roles: [Role?] = [.good, .accent, nil, .warning, .warning]
      return [TextTable.Cell(name)] + outcomes.map { .count(days[$0] ?? 0, $1) }
        + zip(rows, roles).map { .count($0, $1) } + [TextTable.Cell(Words.plainSeconds(seconds))]
    }
    for part in report.processors {
      let rows = part.rows
      table.add(
        cells(
          part.processor, part.days,
          [rows.inserted, rows.updated, rows.unchanged, rows.deleted, rows.failed],
          part.totalSeconds))
    }
    if report.processors.count > 1 {
      var days: [DayOutcome: Int] = [:]
      for part in report.processors { days.merge(part.days, uniquingKeysWith: +) }
      let all = report.processors.map(\.rows)
      let counts: [KeyPath<RowOutcome, Int>] = [
        \.inserted, \.updated, \.unchanged, \.deleted, \.failed,
      ]
      let rows = counts.map { count in all.map { $0[keyPath: count] }.reduce(0, +) }
      table.footer = cells(
        "\(report.processors.count) processors", days, rows,
        report.processors.map(\.totalSeconds).reduce(0, +))
    }
    return table.lines(palette)
  }

  /// Where the time went, all processors together.
  private func phases(_ palette: Palette) -> [String] {
    var seconds: [Phase: Double] = [:]
    for part in report.processors { seconds.merge(part.seconds, uniquingKeysWith: +) }
    let total = seconds.values.reduce(0, +)
    guard total > 0 else { return [] }
    var table = TextTable([.text("phase"), .number("seconds"), .number("share"), .text("")])
    for phase in Phase.allCases {
      guard let part = seconds[phase], part >= 0.000_5 else { continue }
      table.add([
        TextTable.Cell(phase.rawValue), TextTable.Cell(Words.plainSeconds(part)),
        TextTable.Cell(Words.share(part / total)),
        TextTable.Cell(Bar.of(part / total, width: 24), .accent),
      ])
    }
    return table.lines(palette)
  }

  /// Why days were computed.
  private func reasons(_ palette: Palette) -> [String] {
    var table = TextTable([.text("stale because"), .number("days"), .text("of")])
    var days: [String: Int] = [:]
    var owners: [String: [String]] = [:]
    for part in report.processors {
      for (reason, count) in part.reasons {
        days[reason, default: 0] += count
        owners[reason, default: []].append(part.processor)
      }
    }
    for (reason, count) in days.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let names = owners[reason] ?? []
      table.add([
        TextTable.Cell(reason), .count(count),
        TextTable.Cell(Words.list(names, atMost: 3, "processors")),
      ])
    }
    return table.rows.isEmpty ? [] : [""] + table.lines(palette)
  }

  private func failures(_ palette: Palette) -> [String] {
    var table = TextTable([.text("no row because"), .number("rows"), .text("of")])
    for part in report.processors {
      // Blocked days have a table of their own.
      let failures = part.failures.filter { $0.key != FailureCategory.missingDependency.rawValue }
      for (category, count) in failures.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add([
          TextTable.Cell(category), .count(count, .warning), TextTable.Cell(part.processor),
        ])
      }
    }
    return table.rows.isEmpty ? [] : [""] + table.lines(palette)
  }

  private func errors(_ palette: Palette) -> [String] {
    var errors = DayErrors()
    for error in report.processors.flatMap(\.errors) { errors.add(error) }
    return errors.groups.flatMap { [""] + $0.lines(palette) }
  }
}
