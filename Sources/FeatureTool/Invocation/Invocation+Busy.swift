import DuckDB
import FeatureEngine
import FeatureLedger
import Foundation

extension Invocation {
  /// A busy warehouse in words: who holds it, and for how long as far as the journal knows.
  func busy(_ error: EngineError) -> ToolError {
    let words = error.cause?.message ?? error.message
    let holder = Self.holder(in: words)
    var sentence = "the warehouse \(warehousePath) is busy"
    if let holder {
      sentence += ": \(holder.program) (process \(holder.process)) has it open"
      if let run = run(of: holder.process) {
        let seconds = Double(context.now() - run.startedAtMicroseconds) / 1_000_000
        sentence += ", for \(Words.seconds(max(seconds, 0))) now with '\(run.command)'"
      }
    }
    return ToolError(
      ToolError.Code(error.code.name), sentence, help: error.help, exit: .busy, details: words)
  }

  /// The program and process that the database's words name: `held in /usr/bin/fastbreak (PID 42)`.
  static func holder(in words: String) -> (program: String, process: Int32)? {
    guard let mark = words.range(of: " (PID ") else { return nil }
    let process = words[mark.upperBound...].prefix { $0.isNumber }
    let path = words[..<mark.lowerBound].split(separator: " ").last ?? ""
    let program = path.split(separator: "/").last ?? path
    return Int32(process).map { (String(program), $0) }
  }

  /// The run that a process is at, as far as the journal knows. Another process may hold the warehouse
  /// without a run, while the journal has one that was killed.
  private func run(of process: Int32) -> RunStarted? {
    let path = context.resolve(Self.journal(of: warehousePath))
    guard let ledger = try? Ledger(at: path, for: .read) else { return nil }
    return (try? ledger.unfinishedRuns())?.last { $0.processID == process }
  }
}
