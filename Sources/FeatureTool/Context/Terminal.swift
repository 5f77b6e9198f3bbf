import Foundation

/// Where a command's words go, and what that place can show.
package struct Terminal: Sendable {
  /// Results.
  let write: @Sendable (String) -> Void
  /// Progress, warnings and errors.
  let writeError: @Sendable (String) -> Void
  /// Whether a person sees the results as they come.
  let showsResults: Bool
  /// Whether a person sees the progress as it comes; only then lines are drawn over.
  let showsProgress: Bool
  /// Columns of the window.
  let width: Int

  package init(
    write: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void, showsResults: Bool = false,
    showsProgress: Bool = false, width: Int = 80
  ) {
    self.write = write
    self.writeError = writeError
    self.showsResults = showsResults
    self.showsProgress = showsProgress
    self.width = width
  }

  /// The process's own streams.
  static func standard(_ environment: [String: String]) -> Terminal {
    let isDumb = environment["TERM"] == "dumb"
    let results = isatty(STDOUT_FILENO) == 1
    return Terminal(
      write: { send($0, to: STDOUT_FILENO) }, writeError: { send($0, to: STDERR_FILENO) },
      showsResults: results && !isDumb, showsProgress: isatty(STDERR_FILENO) == 1 && !isDumb,
      width: windowWidth() ?? environment["COLUMNS"].flatMap(Int.init) ?? 100)
  }

  /// Columns of the terminal that shows results or progress; nil where neither does.
  private static func windowWidth() -> Int? {
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      var size = winsize()
      if ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    }
    return nil
  }

  /// Writes all of it; gives up when the reader is gone.
  private static func send(_ text: String, to stream: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { writeOnce(stream, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func writeOnce(_ stream: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    Foundation.write(stream, bytes.baseAddress, bytes.count)
  }
}
