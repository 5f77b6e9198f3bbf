import Foundation
import Testing

/// The built `fastbreak` in a process of its own.
final class Child {
  /// Beside the tests; nil where only the tests were built.
  static let executable: String? = {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let path = tests.appending(path: "fastbreak").path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// How a process ended: its exit code, or the number of the signal that ended it.
  struct End: Equatable {
    let reason: Process.TerminationReason
    let code: Int32
    static func exit(_ code: Int32) -> End { End(reason: .exit, code: code) }
    static func signal(_ number: Int32) -> End { End(reason: .uncaughtSignal, code: number) }
  }

  private let process = Process()
  private let folder = TemporaryFolder()

  /// Starts it with these words.
  init(_ words: [String]) throws {
    process.executableURL = URL(filePath: try #require(Self.executable))
    process.arguments = words
    process.currentDirectoryURL = folder.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try file("out")
    process.standardError = try file("err")
    try process.run()
  }

  private func file(_ name: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: folder.path(name)))
    return try FileHandle(forWritingTo: URL(filePath: folder.path(name)))
  }

  var id: Int32 { process.processIdentifier }
  var output: String { text("out") }
  var errors: String { text("err") }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? ""
  }

  /// Waits until something is so.
  /// - Returns: false where the process ended before.
  func wait(until isSo: () -> Bool) -> Bool {
    while process.isRunning {
      if isSo() { return true }
      usleep(1_000)
    }
    return false
  }

  /// Sends a signal, and waits for the end.
  @discardableResult
  func end(by signal: Int32) -> End {
    kill(id, signal)
    return wait()
  }

  func wait() -> End {
    process.waitUntilExit()
    return End(reason: process.terminationReason, code: process.terminationStatus)
  }
}
