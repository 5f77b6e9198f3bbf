import FeatureAlgebra
import FeatureEngine

/// The line of a terminal that says what a run does now; a finished processor leaves its own line.
///
/// ```text
/// ✓ team_offense_game_summary    165 days        2,460 rows     361 ms
/// [██████▌     ] 1/5  player_game_summary 40/165 write, 1 more  81,200 rows/s  2.3 s left
/// ```
final class RunProgress {
  private let moving: ProgressLine
  private let palette: Palette
  private let clock: @Sendable () -> Double
  private let start: Double
  private var width = 0
  private var rows = 0
  private var count = 0
  private var finished = 0
  /// Days to compute and days done, by processor, of those that were planned.
  private var total: [String: Int] = [:]
  private var done: [String: Int] = [:]
  /// What each processor at work does, in the order they began.
  private var running: [(processor: String, phase: String)] = []
  private var hasLeftLines = false
  private var errors = DayErrors()

  init(_ call: Invocation) {
    moving = ProgressLine(call)
    palette = call.messagePalette
    clock = call.context.clock
    start = clock()
  }

  func show(_ event: RunEvent) {
    switch event {
    case .started(let processors, _):
      count = processors.count
      width = processors.map(\.displayWidth).max() ?? 0
    case .planned(let processor, let computing, _, _):
      total[processor] = computing
    case .phase(let processor, let phase, _):
      let index = running.firstIndex { $0.processor == processor }
      if let index { running.remove(at: index) }
      running.insert((processor, phase.rawValue), at: index ?? running.count)
      moving.draw(share: share, text)
    case .slabDone(let processor, let daysDone, _, let slabRows, _):
      rows += slabRows
      done[processor] = daysDone
      moving.draw(share: share, text)
    case .dayFailed(let error):
      if errors.add(error) {
        leave(ErrorText(error: ToolError(error), isVerbose: false).lines(palette))
      }
    case .processorDone(let report):
      finished += 1
      total[report.processor] = done[report.processor] ?? 0
      running.removeAll { $0.processor == report.processor }
      if report.days[.computed] ?? 0 > 0 || report.days[.failed] ?? 0 > 0 {
        leave([closing(report)])
      }
    case .warning(let message):
      leave([palette(.warning, "warning:") + " " + message])
    }
  }

  /// Takes the line away; an empty one parts what stays from the results.
  func end() {
    moving.clear()
    if hasLeftLines { moving.leave([""]) }
  }

  private var daysDone: Int { done.values.reduce(0, +) }
  private var days: Int { max(expectedDays, daysDone) }
  private var share: Double { days == 0 ? 0 : Double(daysDone) / Double(days) }

  private var text: String {
    let elapsed = clock() - start
    var parts = ["\(finished)/\(count)"]
    if let first = running.first {
      let own = total[first.processor].map { " \(done[first.processor] ?? 0)/\($0)" } ?? ""
      let more = running.count > 1 ? ", \(running.count - 1) more" : ""
      parts.append("\(first.processor)\(own) \(first.phase)\(more)")
    }
    parts.append(Words.rate(rows, in: elapsed))
    if daysDone > 0, days > daysDone {
      parts.append("\(Words.seconds(elapsed / share - elapsed)) left")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Days of all processors; those not planned yet count like the average of the others.
  private var expectedDays: Int {
    let known = total.values.reduce(0, +)
    guard !total.isEmpty, count > total.count else { return known }
    return known + known / total.count * (count - total.count)
  }

  private func closing(_ report: ProcessorReport) -> String {
    let computed = report.days[.computed] ?? 0
    let failed = report.days[.failed] ?? 0
    let mark = failed > 0 ? palette(.bad, "✗") : palette(.good, "✓")
    let parts = [
      report.processor.padded(to: width), Words.count(computed, "day").aligned(to: 9),
      rows(report.rows.written, report.rows.unchanged).aligned(to: 16),
      Words.seconds(report.totalSeconds).aligned(to: 9),
      failed > 0 ? palette(.bad, Words.count(failed, "day") + " failed") : "",
    ].filter { !$0.isEmpty }
    return "\(mark) " + parts.joined(separator: "  ")
  }

  private func rows(_ written: Int, _ unchanged: Int) -> String {
    written == 0 && unchanged > 0
      ? Words.count(unchanged) + " unchanged" : Words.count(written, "row")
  }

  /// Prints lines that stay above the moving one.
  private func leave(_ lines: [String]) {
    hasLeftLines = true
    moving.leave(lines)
  }
}
