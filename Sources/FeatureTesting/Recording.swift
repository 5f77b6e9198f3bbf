import Foundation
import Synchronization

/// Why a literal could not be rewritten.
struct RecordingError: Error {
  let reason: String
}

/// Rewriting of pinned texts in their source files: `RECORD=1 swift test`.
enum Recording {
  static var isOn: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// Lines that earlier rewritings put into a file, or took out, at lines of the file as compiled.
  private static let shifts = Mutex<[String: [(line: Int, by: Int)]]>([:])

  /// Replaces the literal `old` in the trailing closure of the call at `line` and `column`, which are
  /// those of the file as it was compiled.
  static func rewrite(
    _ old: String, with text: String, filePath: String, line: Int, column: Int
  ) throws(RecordingError) {
    SourceFiles.lines(of: filePath)
    try shifts.withLock { (shifts) throws(RecordingError) in
      let url = URL(fileURLWithPath: filePath)
      let source: String
      do { source = try String(contentsOf: url, encoding: .utf8) } catch {
        throw RecordingError(reason: "\(filePath) cannot be read: \(error)")
      }
      let moved = (shifts[filePath] ?? []).filter { $0.line < line }.reduce(0) { $0 + $1.by }
      guard
        let rewritten = SourceLiteral(source: source).replaced(
          old, inCallAt: line + moved, column: column, with: text)
      else {
        throw RecordingError(
          reason: "the trailing closure in the file does not hold the literal that was compiled")
      }
      do { try rewritten.write(to: url, atomically: true, encoding: .utf8) } catch {
        throw RecordingError(reason: "\(filePath) cannot be written: \(error)")
      }
      let lines = { (text: String) in text.utf8.count { $0 == UInt8(ascii: "\n") } }
      shifts[filePath, default: []].append((line, lines(rewritten) - lines(source)))
    }
  }
}
