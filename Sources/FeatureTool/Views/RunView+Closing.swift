import FeatureAlgebra
import FeatureEngine

extension RunView {
  /// One sentence that says what happened.
  func closing(_ palette: Palette) -> String {
    let time = Words.seconds(report.seconds)
    if report.wasInterrupted {
      return palette(.warning, "stopped")
        + " after \(time): \(Words.count(report.rowsWritten, "row")) stored; go on with: \(again)"
    }
    if report.failedDays > 0 {
      let rest =
        report.rowsWritten == 0
        ? "nothing else was to do" : "the rest is stored: \(Words.count(report.rowsWritten, "row"))"
      return palette(.bad, Words.count(report.failedDays, "day") + " failed")
        + "; \(rest) (\(time))"
    }
    if report.isBlocked {
      return palette(.bad, "nothing computed") + ": inputs are short for every day (\(time))"
    }
    if report.isHeld {
      return palette(.bad, "nothing computed")
        + ": open circuit breakers hold back every day (\(time))"
    }
    if report.rowsWritten == 0 { return nothingWritten + " (\(time))" }
    let unchanged = report.processors.map(\.rows.unchanged).reduce(0, +)
    let rate = Words.rate(report.rowsWritten + unchanged, in: report.seconds)
    return palette(.good, "done") + ": \(Words.count(report.rowsWritten, "row")) written"
      + (unchanged > 0 ? ", \(Words.count(unchanged)) unchanged" : "") + " in \(time)"
      + (rate.isEmpty ? "" : ", \(rate)")
  }

  /// What to do where inputs are short for every day.
  func remedy(_ palette: Palette) -> [String] {
    if report.isHeld {
      let help =
        "mend what failed, fastbreak.failures says of what, and wait; or run with --mode backfill, which asks no breaker"
      return ["  " + palette(.accent, "help:") + " " + help]
    }
    guard report.isBlocked else { return [] }
    let help: String
    if !report.tablesToLoad.isEmpty {
      help =
        "load rows of \(Words.list(report.tablesToLoad.map(\.description))) for these days,"
        + " or add --skip-dependencies to compute without them"
    } else if !report.processorsToRun.isEmpty {
      help = "compute \(Words.list(report.processorsToRun)) first: leave --only out"
    } else {
      help = "what they read was computed with too few rows: status shows why rows are missing"
    }
    return ["  " + palette(.accent, "help:") + " " + help]
  }

  /// Why there was nothing to write.
  private var nothingWritten: String {
    func most(_ outcome: DayOutcome) -> Int {
      report.processors.map { $0.days[outcome] ?? 0 }.max() ?? 0
    }
    let range = Words.days(report.days)
    if most(.computed) > 0 {
      return "nothing changed: every computed row is equal to the one stored"
    }
    if most(.fresh) > 0 {
      let days = most(.fresh)
      return
        "nothing to do: \(Words.count(days, "day")) \(days == 1 ? "is" : "are") fresh: plan and"
        + " inputs are those of the receipts"
    }
    if most(.bootstrap) > 0 {
      return "nothing to compute: \(range) is inside the first days of a season, which are skipped"
    }
    return "nothing to compute: no game on \(range)"
  }
}
