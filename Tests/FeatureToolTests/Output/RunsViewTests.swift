import FeatureLedger
import Testing

@testable import FeatureTool

/// Two runs side by side.
@Suite struct `The difference of two runs` {
  /// Seconds of the phases `hash` and `write`, in each run.
  private func lines(_ before: [Double], _ after: [Double]) throws -> [String] {
    let ledger = try Ledger.inMemory()
    for (run, seconds) in [("a", before), ("b", after)] {
      try ledger.append(
        .started(
          RunStarted(
            run: run, command: "run", days: nil, mode: "daily", evaluator: "kernels", workers: 1,
            planFingerprint: "f", toolVersion: "0", startedAtMicroseconds: 0)))
      for (phase, seconds) in zip([StepRecord.Phase.hash, .write], seconds) {
        try ledger.append(
          .step(
            StepRecord(
              run: run, processor: "form", slab: "2024-01-01"..."2024-01-02", phase: phase,
              seconds: seconds, statements: 1)))
      }
    }
    return RunsView.difference(try ledger.difference(from: "a", to: "b"), Palette(isOn: false))
  }

  @Test func `names the phase that got slower most, and shows it`() throws {
    let lines = try lines([1, 4], [1.5, 2])
    let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(words.contains("form hash 1.00 1.50 +0.500"))
    #expect(lines.last == "slower most: hash of form, 500 ms more")
  }

  @Test func `names no phase that is too little slower to be shown`() throws {
    let lines = try lines([1, 4], [1.000_1, 2])
    #expect(lines.count { $0.contains("hash") } == 0)
    #expect(lines.last == "no phase got slower")
  }
}
