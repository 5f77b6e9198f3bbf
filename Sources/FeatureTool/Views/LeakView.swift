import FeatureAlgebra
import FeatureEngine

/// Whether anything looks ahead, as it is shown.
struct LeakView {
  let found: LeakFindings
  let width: Int

  func lines(_ palette: Palette) -> [String] {
    var lines = table(palette) + [""] + leftAlone(palette)
    for report in found.reports {
      for failed in report.failedDays {
        lines += [
          "", palette(.warning, "not checked:") + " \(report.processor) \(failed.day)",
          "  \(failed.message)",
        ]
      }
    }
    for (processor, leak) in found.leaks {
      lines += [""] + self.lines(of: leak, processor, palette)
    }
    return lines + ["", closing(palette)]
  }

  private func table(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .number("days"), .number("rows"), .number("columns"),
      .number("tables disturbed"), .text("verdict"),
    ])
    for report in found.reports {
      let verdict: TextTable.Cell =
        if let leak = report.leak {
          TextTable.Cell("leak on \(leak.day)", .bad)
        } else if report.days.isEmpty {
          TextTable.Cell("no day to check", .warning)
        } else if report.rows == 0 {
          TextTable.Cell("no row on these days", .warning)
        } else {
          TextTable.Cell("nothing moved", .good)
        }
      table.add([
        TextTable.Cell(report.processor), .count(report.days.count), .count(report.rows),
        .count(report.columns), .count(report.tables), verdict,
      ])
    }
    return table.lines(palette)
  }

  /// What was not disturbed, once for all processors that say the same of it.
  private func leftAlone(_ palette: Palette) -> [String] {
    var owners: [(alone: LeftAlone, processors: [String])] = []
    for report in found.reports {
      for alone in report.leftAlone {
        if let index = owners.firstIndex(where: { $0.alone == alone }) {
          owners[index].processors.append(report.processor)
        } else {
          owners.append((alone, [report.processor]))
        }
      }
    }
    let room = max(width, 60)
    return [palette(.heading, "left alone")]
      + owners.flatMap { alone, processors in
        var text = alone.table ?? "every table"
        switch alone.rows {
        case .ofTheDay: text += ", rows of the day"
        case .later: text += ", later rows too"
        case .all: break
        }
        if !alone.columns.isEmpty { text += ": " + alone.columns.joined(separator: ", ") }
        let owners =
          found.reports.count == 1
          ? "" : processors.count == found.reports.count ? " (all)" : " (\(Words.list(processors)))"
        return Words.wrapped(text, width: room, indent: 2)
          + Words.wrapped(alone.reason + owners, width: room, indent: 4)
          .map { palette(.faint, $0) }
      }
  }

  private func lines(of leak: Leak, _ processor: String, _ palette: Palette) -> [String] {
    let what = leak.column.map { "\(processor).\($0)" } ?? processor
    let edge = leak.disturbedFrom == leak.day ? "that day" : "\(leak.disturbedFrom)"
    let cause = leak.input.map { input in
      "\(leak.change ?? "all changes together") in \(input), rows of \(edge) or later"
    }
    return [
      palette(.bad, "leak:") + " \(what) of \(leak.day)",
      "  row       \(leak.row)",
      "  was       \(leak.was)",
      "  became    \(leak.now)",
      "  moved by  \(cause ?? "several tables together, none of them alone")",
    ]
  }

  private func closing(_ palette: Palette) -> String {
    let days = found.reports.map(\.days.count).reduce(0, +)
    let rows = found.reports.map(\.rows).reduce(0, +)
    let time = Words.seconds(found.seconds)
    let looked =
      "\(Words.count(rows, "row")) of \(Words.count(days, "day")), each computed twice (\(time))"
    if !found.leaks.isEmpty {
      let count = Words.count(found.leaks.count, "processor")
      return palette(.bad, "leak") + ": \(count) of \(found.reports.count) looked ahead; \(looked)"
    }
    if found.failedDays > 0 {
      return palette(.bad, "not proved")
        + ": \(Words.count(found.failedDays, "day")) cannot be computed; \(looked)"
    }
    return rows == 0
      ? palette(.warning, "nothing checked") + ": there are no rows from \(Words.days(found.days))"
      : palette(.good, "no leak") + ": \(looked)"
  }
}
