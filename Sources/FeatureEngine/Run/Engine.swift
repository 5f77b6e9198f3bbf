package import FeatureLedger
package import FeaturePlan

/// Brings the tables of a plan up to date on one warehouse.
///
/// One instance per warehouse and thread; calls block. Truth is in the warehouse's receipts, written in
/// the transaction of the rows; the ledger only records what happened.
package final class Engine {
  let plan: Plan
  let warehouse: Warehouse
  let ledger: Ledger?
  let report: (RunEvent) -> Void

  /// - Parameters:
  ///   - ledger: nil goes on without a journal.
  ///   - report: called on the caller's thread as work goes on.
  package init(
    plan: Plan, warehouse: Warehouse, ledger: Ledger?,
    report: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.plan = plan
    self.warehouse = warehouse
    self.ledger = ledger
    self.report = report
  }
}
