import FeatureAlgebra
import FeatureEngine

/// The line of a terminal that says what a run does now; a finished processor leaves its own line.
final class RunProgress {
  private let terminal: Terminal
  private let palette: Palette
  private let clock: @Sendable () -> Double
  private let start: Double
  private var width = 0
  private var rows = 0
  private var daysLeft: [String: Int] = [:]
  private var done: [String: Int] = [:]
  private var order: [String] = []
  private var isDrawn = false
  private var hasLeftLines = false
  private var errors = DayErrors()

  init(_ call: Invocation) {
    terminal = call.context.terminal
    palette = call.messagePalette
    clock = call.context.clock
    start = clock()
  }

  func show(_ event: RunEvent) {
    switch event {
    case .started(let processors, _):
      order = processors
      width = processors.map(\.displayWidth).max() ?? 0
    case .planned(let processor, let computing, _, _):
      daysLeft[processor] = computing
    case .phase(let processor, let phase, let days):
      draw(line(processor, doing: "\(phase.rawValue) \(Words.days(days))"))
    case .slabDone(let processor, let daysDone, let total, let count, _):
      rows += count
      done[processor] = daysDone
      daysLeft[processor] = total - daysDone
      draw(line(processor, doing: ""))
    case .dayFailed(let error):
      if errors.add(error) {
        leave(ErrorText(error: ToolError(error), isVerbose: false).lines(palette))
      }
    case .processorDone(let report):
      if report.days[.computed] ?? 0 > 0 || report.days[.failed] ?? 0 > 0 {
        leave([closing(report)])
      }
      daysLeft[report.processor] = 0
    case .warning(let message):
      leave([palette(.warning, "warning:") + " " + message])
    }
  }

  /// Takes the line away; an empty one parts what stays from the results.
  func end() {
    clear()
    if hasLeftLines { terminal.writeError("\n") }
  }

  private func clear() {
    guard isDrawn else { return }
    terminal.writeError("\r\u{1B}[2K")
    isDrawn = false
  }

  private func line(_ processor: String, doing: String) -> String {
    let finished = done[processor] ?? 0
    let total = finished + (daysLeft[processor] ?? 0)
    let share = total == 0 ? 0 : Double(finished) / Double(total)
    let bar = Bar.of(share, width: 12).padded(to: 12)
    let number = (order.firstIndex(of: processor) ?? 0) + 1
    let elapsed = clock() - start
    var parts = ["\(number)/\(order.count) \(processor)".padded(to: width + 6), "[\(bar)]"]
    if total > 0 { parts.append("\(finished)/\(total) days") }
    parts.append(Words.rate(rows, in: elapsed))
    if finished > 0, let left = timeLeft(elapsed) { parts.append("\(Words.seconds(left)) left") }
    parts.append(doing)
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// From the days done so far, all processors together.
  private func timeLeft(_ elapsed: Double) -> Double? {
    let finished = done.values.reduce(0, +)
    let left = daysLeft.values.reduce(0, +)
    return finished > 0 && left > 0 ? elapsed / Double(finished) * Double(left) : nil
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
    clear()
    hasLeftLines = true
    terminal.writeError(lines.joined(separator: "\n") + "\n")
  }

  private func draw(_ text: String) {
    terminal.writeError("\r\u{1B}[2K" + text.fitted(to: terminal.width - 1))
    isDrawn = true
  }
}
