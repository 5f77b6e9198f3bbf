import Foundation

@testable import FeatureLedger

/// A folder that is gone with the value.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A path inside.
  func path(_ name: String = "journal.sqlite") -> String {
    url.appending(path: name).path(percentEncoded: false)
  }

  /// Opens a journal inside, waiting for nobody.
  func ledger(
    _ name: String = "journal.sqlite", for access: Ledger.Access = .append
  ) throws -> Ledger {
    try Ledger(at: path(name), for: access, busyTimeout: .zero)
  }
}

let season = "2021-10-19"..."2022-04-10"

extension RunStarted {
  static func sample(_ run: String = "r1", evaluator: String = "kernels") -> RunStarted {
    RunStarted(
      run: run, command: "run --from 2021-10-19", days: season, mode: "backfill",
      evaluator: evaluator, workers: 2, planFingerprint: "plan-1", toolVersion: "0.1.0",
      startedAtMicroseconds: 1_637_000_000_000_000, processID: 4_711)
  }
}

extension RunFinished {
  static func sample(
    _ run: String = "r1", _ ending: Ending = .success, after seconds: Int64 = 12
  ) -> RunFinished {
    RunFinished(
      run: run, ending: ending, finishedAtMicroseconds: 1_637_000_000_000_000 + seconds * 1_000_000,
      rows: RowCounts(inserted: 26_000, updated: 3, unchanged: 14, failed: 15))
  }
}

extension ProcessorOutcome {
  static func sample(
    _ run: String = "r1", _ processor: String = "player_form", computed: Int = 10, rows: Int = 100
  ) -> ProcessorOutcome {
    ProcessorOutcome(
      run: run, processor: processor, fingerprint: "f-\(processor)",
      days: DayCounts(fresh: 1, computed: computed, off: 2, bootstrap: 3, blocked: 4, failed: 5),
      rows: RowCounts(inserted: rows, updated: 0, unchanged: 0, failed: 7))
  }
}

extension StepRecord {
  static func sample(
    _ run: String = "r1", _ processor: String = "player_form", _ phase: Phase = .extract,
    seconds: Double = 1.5, rows: Int = 1000
  ) -> StepRecord {
    StepRecord(
      run: run, processor: processor, slab: "2021-10-19"..."2021-11-30", phase: phase,
      seconds: seconds, rows: rows, statements: 2)
  }
}

extension FailureRecord {
  static func sample(
    _ run: String = "r1", _ processor: String = "player_form", day: String = "2021-10-20",
    entity: String? = "stephencurry", category: String = "INSUFFICIENT_DATA",
    reason: String = "3 games of 5", canRetry: Bool = true
  ) -> FailureRecord {
    FailureRecord(
      run: run, processor: processor, day: day, entity: entity, category: category, reason: reason,
      canRetry: canRetry)
  }
}
