import Foundation

/// Everything a command may ask of the machine, apart from its arguments.
package struct RunContext: Sendable {
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
  let interrupts: Interrupts

  package init(
    program: String = "fastbreak", environment: [String: String] = [:], folder: String? = nil,
    terminal: Terminal, now: @escaping @Sendable () -> Int64,
    clock: @escaping @Sendable () -> Double, interrupts: Interrupts = .none
  ) {
    self.program = program
    self.environment = environment
    self.folder = folder
    self.terminal = terminal
    self.now = now
    self.clock = clock
    self.interrupts = interrupts
  }

  /// The process's own clock, streams, signals and environment.
  static func process() -> RunContext {
    let environment = ProcessInfo.processInfo.environment
    let path = CommandLine.arguments.first ?? ""
    let name = path.split(separator: "/").last.map(String.init) ?? "fastbreak"
    return RunContext(
      program: name, environment: environment, terminal: .standard(environment),
      now: { Int64(Date().timeIntervalSince1970 * 1_000_000) },
      clock: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }, interrupts: .signals)
  }

  /// A path as it is opened.
  func resolve(_ path: String) -> String {
    guard let folder, !path.hasPrefix("/") else { return path }
    return folder + "/" + path
  }
}
