import DuckDB
import FeatureEngine
import FeatureLedger
internal import Foundation
import Foundation

extension Invocation {
  /// A busy warehouse in words: who holds it, and for how long as far as the journal knows.
  func busy(_ error: EngineError) -> ToolError {
    let words = error.cause?.message ?? error.message
    let holder = Self.holder(in: words)
    var sentence = "the warehouse \(warehousePath) is busy"
    if let holder {
      sentence += ": \(holder.program) (process \(holder.process)) has it open"
      if let run = runningRun() {
        let seconds = Double(context.now() - run.startedAtMicroseconds) / 1_000_000
        sentence += ", for \(Words.seconds(max(seconds, 0))) now with '\(run.command)'"
      }
    }
    return ToolError(
      ToolError.Code(error.code.name), sentence, help: error.help, exit: .busy, details: words)
  }

  /// The program and process that the database's words name: `held in /usr/bin/fastbreak (PID 42)`.
  static func holder(in words: String) -> (program: String, process: String)? {
    guard let mark = words.range(of: " (PID ") else { return nil }
    let process = words[mark.upperBound...].prefix { $0.isNumber }
    let path = words[..<mark.lowerBound].split(separator: " ").last ?? ""
    let program = path.split(separator: "/").last ?? path
    return process.isEmpty ? nil : (String(program), String(process))
  }

  /// The newest run that the journal knows a start of and no end.
  private func runningRun() -> RunStarted? {
    let path = context.resolve(Self.journal(of: warehousePath))
    guard let ledger = try? Ledger(at: path, for: .read) else { return nil }
    return (try? ledger.unfinishedRuns())?.last
  }
}
