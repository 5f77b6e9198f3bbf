/// The line of a terminal that is drawn over as work goes on: a bar, and what is at work.
///
/// ```text
/// [██████▌     ] 1/5  player_game_summary 40/165 write
/// ```
final class ProgressLine {
  private let terminal: Terminal
  private var isDrawn = false

  init(_ call: Invocation) { terminal = call.context.terminal }

  /// - Parameter share: of 1, for the bar.
  func draw(share: Double, _ text: String) {
    let line = "[\(Bar.of(share, width: 12).padded(to: 12))] \(text)"
    terminal.writeError("\r\u{1B}[2K" + line.fitted(to: terminal.width - 1))
    isDrawn = true
  }

  func clear() {
    guard isDrawn else { return }
    terminal.writeError("\r\u{1B}[2K")
    isDrawn = false
  }

  /// Prints lines that stay above the moving one.
  func leave(_ lines: [String]) {
    clear()
    terminal.writeError(lines.joined(separator: "\n") + "\n")
  }
}
