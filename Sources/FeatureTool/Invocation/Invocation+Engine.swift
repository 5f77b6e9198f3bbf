import DuckDB
import FeatureEngine
import FeatureLedger
import FeaturePlan
import Foundation
import Synchronization

extension Invocation {
  /// Does a part of the engine's work that an interrupt may stop: the first lets it roll back what is
  /// in hand, the second ends the process.
  func stoppable<Output>(
    _ warehouse: Warehouse, plan: Plan, ledger: Ledger?,
    report: @escaping (RunEvent) -> Void = { _ in },
    _ body: (Engine) throws(EngineError) -> Output
  ) throws(ToolError) -> Output {
    // Emptied at the end: the handle keeps the database open, and the watch may outlive this call.
    let running = Running(warehouse.interruption)
    let stop = StopSignal()
    let terminal = context.terminal
    let end = context.interrupts.watch { count in
      guard count == 1 else { _exit(ExitCode.interrupted.rawValue) }
      terminal.writeError(
        "\nstopping: what is in hand is rolled back; interrupt again to leave at once\n")
      stop.set()
      running.interrupt()
    }
    defer {
      end()
      running.clear()
    }
    let engine = Engine(
      plan: plan, warehouse: warehouse, ledger: ledger, context: engineContext, stop: stop,
      report: report)
    return try self.engine { () throws(EngineError) in try body(engine) }
  }

  /// What the engine and the journal know of this command.
  private var engineContext: FeatureEngine.RunContext {
    FeatureEngine.RunContext(
      command: arguments.line, version: Version.number, microsecondsNow: context.now,
      makeRunID: context.makeRunID, kernels: tool.kernels)
  }
}

/// What an interrupt stops, as long as there is something.
private final class Running: Sendable {
  private let handle: Mutex<Interruption?>

  init(_ handle: Interruption) { self.handle = Mutex(handle) }

  func interrupt() { handle.withLock { $0?.interrupt() } }

  func clear() { handle.withLock { $0 = nil } }
}
