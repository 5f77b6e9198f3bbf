import FeatureLedger

/// Recorded runs, as they are shown.
enum RunsView {
  static func list(_ runs: [RunSummary], _ palette: Palette) -> [String] {
    var table = TextTable([
      .text("run"), .text("status"), .text("from"), .text("to"), .text("evaluator"),
      .number("inserted").optional, .number("updated").optional, .number("unchanged").optional,
      .number("no row").optional, .number("seconds"),
    ])
    for run in runs {
      let rows = run.finished?.rows
      table.add([
        TextTable.Cell(run.run), TextTable.Cell(run.status.rawValue, role(of: run.status)),
        TextTable.Cell(run.started.days?.lowerBound ?? ""),
        TextTable.Cell(run.started.days?.upperBound ?? ""), TextTable.Cell(run.started.evaluator),
        .count(rows?.inserted ?? 0, .good), .count(rows?.updated ?? 0, .accent),
        .count(rows?.unchanged ?? 0), .count(rows?.failed ?? 0, .warning),
        TextTable.Cell(run.seconds.map(Words.plainSeconds) ?? ""),
      ])
    }
    return table.rows.isEmpty ? ["no run is recorded yet"] : table.lines(palette)
  }

  static func detail(
    _ detail: RunDetail, _ costs: [PhaseCost], _ palette: Palette
  ) -> [String] {
    let summary = detail.summary
    var lines = [
      palette(.heading, summary.run) + "  "
        + palette(role(of: summary.status), summary.status.rawValue)
        + (summary.seconds.map { "  " + Words.seconds($0) } ?? ""),
      palette(.faint, summary.started.command), "",
    ]
    lines += phases(costs, palette)
    if detail.failureCount > 0 { lines += [""] + failures(detail, palette) }
    return lines + detail.notes.map { "\($0.kind.rawValue): \($0.text)" }
  }

  /// Seconds by processor and phase; phases are columns.
  private static func phases(_ costs: [PhaseCost], _ palette: Palette) -> [String] {
    var names: [String] = []
    var processors: [String] = []
    for cost in costs {
      if !names.contains(cost.phase.rawValue) { names.append(cost.phase.rawValue) }
      if !processors.contains(cost.processor) { processors.append(cost.processor) }
    }
    var table = TextTable(
      [.text("seconds of")] + names.map { TextTable.Column.number($0) } + [.number("all")])
    for processor in processors {
      let own = costs.filter { $0.processor == processor }
      let cells = names.map { name in
        own.filter { $0.phase.rawValue == name }.map(\.seconds).reduce(0, +)
      }
      table.add(
        [TextTable.Cell(processor)]
          + (cells + [cells.reduce(0, +)]).map { TextTable.Cell(Words.plainSeconds($0)) })
    }
    return table.rows.isEmpty ? ["no step is recorded"] : table.lines(palette)
  }

  /// Failures by processor and category, each with its first reason.
  private static func failures(_ detail: RunDetail, _ palette: Palette) -> [String] {
    var table = TextTable([
      .number("failures"), .text("category"), .text("of"), .text("first day"), .text("because"),
    ])
    var groups: [(first: FailureRecord, count: Int)] = []
    for failure in detail.failures {
      let place = groups.firstIndex {
        $0.first.processor == failure.processor && $0.first.category == failure.category
      }
      if let place { groups[place].count += 1 } else { groups.append((failure, 1)) }
    }
    for (first, count) in groups {
      table.add([
        .count(count, .warning), TextTable.Cell(first.category), TextTable.Cell(first.processor),
        TextTable.Cell(first.day), TextTable.Cell(first.reason),
      ])
    }
    return table.lines(palette)
  }

  static func difference(_ difference: RunDifference, _ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .text("phase"), .number("before"), .number("after"), .number("more"),
    ])
    let sorted = difference.phases.sorted { abs($0.addedSeconds) > abs($1.addedSeconds) }
    let all = sorted.map { max($0.before?.seconds ?? 0, $0.after?.seconds ?? 0) }.reduce(0, +)
    let small = max(0.000_5, all / 200)
    let shown = sorted.filter { abs($0.addedSeconds) >= small }
    for phase in shown {
      let isSlower = phase.addedSeconds > 0
      let sign = isSlower ? "+" : "-"
      table.add([
        TextTable.Cell(phase.processor), TextTable.Cell(phase.phase.rawValue),
        TextTable.Cell(Words.plainSeconds(phase.before?.seconds ?? 0)),
        TextTable.Cell(Words.plainSeconds(phase.after?.seconds ?? 0)),
        TextTable.Cell(
          sign + Words.plainSeconds(abs(phase.addedSeconds)), isSlower ? .bad : .good),
      ])
    }
    let head =
      "\(name(difference.before, palette)) -> \(name(difference.after, palette))"
    guard !table.rows.isEmpty else { return [head, "", "no phase differs by half a percent"] }
    // The phase that is named stands in the table.
    let closing =
      difference.slowed.flatMap { shown.contains($0) ? $0 : nil }.map {
        "slower most: \($0.phase.rawValue) of \($0.processor), \(Words.seconds($0.addedSeconds)) more"
          + ($0.addedRows > 0 ? " for \(Words.count($0.addedRows, "more row"))" : "")
      } ?? "no phase got slower"
    return [head, ""] + table.lines(palette) + ["", closing]
  }

  private static func name(_ run: RunSummary, _ palette: Palette) -> String {
    palette(.heading, run.run) + (run.seconds.map { " (\(Words.seconds($0)))" } ?? "")
  }

  private static func role(of status: RunSummary.Status) -> Role {
    switch status {
    case .success: .good
    case .running, .interrupted, .partial: .warning
    case .failed: .bad
    }
  }
}
