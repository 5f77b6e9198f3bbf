/// Two runs side by side, by processor and phase.
package struct RunDifference: Hashable, Sendable {
  package let before: RunSummary
  package let after: RunSummary
  /// One per processor and phase that either run has: those of `after` in its order, then those
  /// that only `before` has.
  package let phases: [PhaseDifference]

  /// The processor and phase that added most time; `nil` when none got slower.
  package var slowed: PhaseDifference? {
    phases.filter { $0.addedSeconds > 0 }.max { $0.addedSeconds < $1.addedSeconds }
  }

  init(before: RunSummary, after: RunSummary, costsBefore: [PhaseCost], costsAfter: [PhaseCost]) {
    self.before = before
    self.after = after
    var left = Dictionary(uniqueKeysWithValues: costsBefore.map { (Place($0), $0) })
    let kept = costsAfter.map { cost in
      PhaseDifference(
        processor: cost.processor, phase: cost.phase, before: left.removeValue(forKey: Place(cost)),
        after: cost)
    }
    let gone = costsBefore.filter { left[Place($0)] != nil }.map { cost in
      PhaseDifference(processor: cost.processor, phase: cost.phase, before: cost, after: nil)
    }
    phases = kept + gone
  }

  private struct Place: Hashable {
    let processor: String
    let phase: StepRecord.Phase

    init(_ cost: PhaseCost) {
      processor = cost.processor
      phase = cost.phase
    }
  }
}

/// What one phase of one processor cost in two runs.
package struct PhaseDifference: Hashable, Sendable {
  package let processor: String
  package let phase: StepRecord.Phase
  /// `nil` when that run did not come to it.
  package let before: PhaseCost?
  package let after: PhaseCost?

  /// Seconds the later run spent more; negative when it spent less.
  package var addedSeconds: Double {
    (after?.seconds ?? 0) - (before?.seconds ?? 0)
  }

  /// Rows the later run handled more: slower with as many rows is slower indeed.
  package var addedRows: Int {
    (after?.rows ?? 0) - (before?.rows ?? 0)
  }
}

extension Ledger {
  /// Where the time of two runs differs.
  ///
  /// - Throws: `absent` when one of them is not in the journal.
  package func difference(
    from before: String, to after: String
  ) throws(LedgerError) -> RunDifference {
    try use { connection throws(LedgerError) in
      try connection.reading { () throws(LedgerError) in
        RunDifference(
          before: try connection.requiredSummary(of: before),
          after: try connection.requiredSummary(of: after),
          costsBefore: try connection.phaseCosts(of: before),
          costsAfter: try connection.phaseCosts(of: after))
      }
    }
  }
}
