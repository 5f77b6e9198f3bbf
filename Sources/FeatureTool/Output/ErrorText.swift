/// An error as it is shown.
struct ErrorText {
  let error: ToolError
  let isVerbose: Bool

  /// ```text
  /// error: player_daily_cache 2024-10-22: could not open the warehouse
  ///   help: choose another file with --warehouse
  /// ```
  func lines(_ palette: Palette) -> [String] {
    var lines =
      error.isRendered
      ? error.message.split(separator: "\n", omittingEmptySubsequences: false)
        .map { FindingColors.paint(String($0), palette) }
      : [palette(.bad, "error:") + " " + error.message]
    if let help = error.help { lines.append("  " + palette(.accent, "help:") + " " + help) }
    if isVerbose, let details = error.details {
      lines += details.split(separator: "\n", omittingEmptySubsequences: false).map {
        palette(.faint, "  | " + $0)
      }
    }
    return lines
  }

  /// What `--json` prints in place of a result.
  struct Document: Encodable {
    struct Content: Encodable {
      let code: String
      let message: String
      let help: String?
      let details: String?
    }
    let error: Content
    init(_ error: ToolError) {
      self.error = Content(
        code: error.code.name, message: error.message, help: error.help, details: error.details)
    }
  }
}
