internal import FeatureAlgebra
internal import FeatureLedger
internal import FeaturePlan
internal import Foundation

extension Engine {
  /// Writes to the ledger. A journal that cannot be written never stops a run: the receipts are the
  /// truth, so it is told once and left out.
  func journal(_ lines: [LedgerLine]) {
    record { (ledger) throws(LedgerError) in try ledger.append(lines) }
  }

  /// Ends the runs that were killed. To be called while the warehouse is held to write: no other run is
  /// at work then.
  func endKilledRuns() {
    record { (ledger) throws(LedgerError) in try ledger.endKilledRuns() }
  }

  private func record(_ body: (Ledger) throws(LedgerError) -> Void) {
    lock.lock()
    defer { lock.unlock() }
    guard let ledger, !journalIsLost else { return }
    do {
      try body(ledger)
    } catch {
      journalIsLost = true
      tell(.warning("the journal \(ledger.path) cannot be written: \(error.message)"))
    }
  }

  func line(_ runID: String, _ options: RunOptions) -> RunStarted {
    RunStarted(
      run: runID, command: context.command,
      days: options.days.lowerBound.description...options.days.upperBound.description,
      mode: options.mode.rawValue, evaluator: options.evaluator.rawValue,
      workers: options.threads, planFingerprint: plan.fingerprint,
      toolVersion: context.version, startedAtMicroseconds: context.microsecondsNow(),
      processID: ProcessInfo.processInfo.processIdentifier)
  }

  func end(_ report: RunReport, _ ending: RunFinished.Ending) -> RunFinished {
    var rows = RowOutcome()
    for processor in report.processors { rows += processor.rows }
    return RunFinished(
      run: report.runID, ending: ending, finishedAtMicroseconds: context.microsecondsNow(),
      rows: rows.ledgerCounts)
  }
}

extension RowOutcome {
  var ledgerCounts: FeatureLedger.RowCounts {
    FeatureLedger.RowCounts(
      inserted: inserted, updated: updated, unchanged: unchanged, failed: failed)
  }
}

extension ProcessorRun {
  /// What the ledger keeps of this processor's part.
  var outcome: ProcessorOutcome {
    ProcessorOutcome(
      run: runID, processor: plan.name, fingerprint: plan.fingerprint,
      days: DayCounts(
        fresh: report.days[.fresh] ?? 0, computed: report.days[.computed] ?? 0,
        off: report.days[.offDay] ?? 0, bootstrap: report.days[.bootstrap] ?? 0,
        blocked: (report.days[.blocked] ?? 0) + (report.days[.held] ?? 0),
        failed: report.days[.failed] ?? 0),
      rows: report.rows.ledgerCounts)
  }
}

extension Plan {
  /// Of all processors together.
  var fingerprint: String { Fingerprint.of(processors.map(\.fingerprint)) }
}
