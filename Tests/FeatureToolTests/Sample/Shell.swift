import FeatureTool
import Foundation
import Synchronization

/// A folder of its own with the tool in it; what the tool prints is captured. No process is started.
final class Shell: Sendable {
  struct Result {
    let exit: ExitCode
    let out: String
    let err: String
    /// Everything printed, results first.
    var text: String { out + err }
  }

  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "fastbreak-tool-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a command line, split at blanks.
  @discardableResult
  func callAsFunction(
    _ line: String, tool: Tool = Sample.tool, environment: [String: String] = [:],
    isTerminal: Bool = false, interrupts: Interrupts = .none
  ) -> Result {
    let out = Captured()
    let err = Captured()
    let seconds = Mutex(0.0)
    let context = ToolContext(
      environment: environment, folder: folder,
      terminal: Terminal(
        write: out.add, writeError: err.add, showsResults: isTerminal, showsProgress: isTerminal,
        width: 100),
      now: { 1_704_067_200_000_000 },
      clock: {
        seconds.withLock { now in
          now += 0.5
          return now
        }
      }, makeRunID: { UUID().uuidString }, interrupts: interrupts)
    let exit = tool.run(line.split(separator: " ").map(String.init), in: context)
    return Result(exit: exit, out: out.text, err: err.text)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + path)
  }
}

private final class Captured: Sendable {
  private let content = Mutex("")
  var text: String { content.withLock { $0 } }
  func add(_ more: String) { content.withLock { $0 += more } }
}
