import Foundation

/// Everything a command may ask of the machine, apart from its arguments.
package struct ToolContext: Sendable {
  /// What the program is called in help and hints.
  let program: String
  let environment: [String: String]
  /// The folder relative paths start from; nil is the process's own.
  let folder: String?
  let terminal: Terminal
  /// Microseconds since 1970-01-01 UTC.
  let now: @Sendable () -> Int64
  /// Seconds of a clock that does not jump.
  let clock: @Sendable () -> Double
  /// A name for a run that no other run has.
  let makeRunID: @Sendable () -> String
  let interrupts: Interrupts

  package init(
    program: String = "fastbreak", environment: [String: String] = [:], folder: String? = nil,
    terminal: Terminal, now: @escaping @Sendable () -> Int64,
    clock: @escaping @Sendable () -> Double,
    makeRunID: @escaping @Sendable () -> String = { UUID().uuidString },
    interrupts: Interrupts = .none
  ) {
    self.program = program
    self.environment = environment
    self.folder = folder
    self.terminal = terminal
    self.now = now
    self.clock = clock
    self.makeRunID = makeRunID
    self.interrupts = interrupts
  }

  /// The process's own clock, streams, signals and environment.
  static func process() -> ToolContext {
    let environment = ProcessInfo.processInfo.environment
    let path = CommandLine.arguments.first ?? ""
    let name = path.split(separator: "/").last.map(String.init) ?? "fastbreak"
    return ToolContext(
      program: name, environment: environment, terminal: .standard(environment),
      now: { Int64(Date().timeIntervalSince1970 * 1_000_000) },
      clock: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 },
      makeRunID: { runID(at: Date(), mark: UInt16.random(in: .min ... .max)) },
      interrupts: .signals)
  }

  /// `20261121-083012-04f2`: the second in UTC it was made, and a random mark.
  private static func runID(at date: Date, mark: UInt16) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return String(
      format: "%04d%02d%02d-%02d%02d%02d-%04x", Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1,
      Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec), Int(mark))
  }

  /// A path as it is opened.
  func resolve(_ path: String) -> String {
    guard let folder, !path.hasPrefix("/") else { return path }
    return folder + "/" + path
  }
}
