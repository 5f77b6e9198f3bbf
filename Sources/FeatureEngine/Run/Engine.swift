package import FeatureKernels
package import FeatureLedger
package import FeaturePlan
internal import Foundation

/// Brings the tables of a plan up to date on one warehouse.
///
/// One instance per warehouse and thread; calls block. Truth is in the warehouse's receipts, written in
/// the transaction of the rows; the ledger only records what happened.
package final class Engine {
  let plan: Plan
  let warehouse: Warehouse
  let ledger: Ledger?
  let context: RunContext
  let stop: StopSignal
  private let listener: (RunEvent) -> Void
  /// Held while the listener or the ledger is called: processors may run side by side.
  let lock = NSRecursiveLock()
  let clock = ContinuousClock()
  var journalIsLost = false

  /// - Parameters:
  ///   - ledger: nil goes on without a journal.
  ///   - stop: set it to make a run roll back the slab in hand and return.
  ///   - report: called as work goes on, never twice at a time, from any thread.
  package init(
    plan: Plan, warehouse: Warehouse, ledger: Ledger?, context: RunContext,
    stop: StopSignal = StopSignal(), report: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.plan = plan
    self.warehouse = warehouse
    self.ledger = ledger
    self.context = context
    self.stop = stop
    self.listener = report
  }

  func tell(_ event: RunEvent) { lock.withLock { listener(event) } }
}

/// What a run knows of the world outside.
package struct RunContext: Sendable {
  /// The command line, for the journal.
  package let command: String
  package let version: String
  /// Microseconds since 1970-01-01 UTC.
  package let microsecondsNow: @Sendable () -> Int64
  package let makeRunID: @Sendable () -> String
  /// The hand kernels that specs may call.
  package let kernels: KernelRegistry

  package init(
    command: String, version: String, microsecondsNow: @escaping @Sendable () -> Int64,
    makeRunID: @escaping @Sendable () -> String, kernels: KernelRegistry = KernelRegistry()
  ) {
    self.command = command
    self.version = version
    self.microsecondsNow = microsecondsNow
    self.makeRunID = makeRunID
    self.kernels = kernels
  }
}
