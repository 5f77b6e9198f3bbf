import FeatureLedger
import FeaturePlan
import Testing

@testable import FeatureEngine

/// What the journal keeps of a run.
@Suite struct JournalTests {
  let tiny: TinyWarehouse
  let ledger: Ledger

  init() throws {
    tiny = try TinyWarehouse()
    ledger = try Ledger.inMemory()
    tiny.ledger = ledger
  }

  func detail() throws -> RunDetail {
    let run = try #require(try ledger.latestRuns(1).first)
    return try #require(try ledger.run(run.run))
  }

  @Test func `a run has a start and an end with its rows`() throws {
    try tiny.run()
    let summary = try detail().summary
    #expect(summary.status == .success)
    #expect(summary.started.days == "2022-11-01"..."2022-11-10")
    #expect(summary.started.evaluator == "kernels")
    #expect(summary.started.workers == 1)
    #expect(summary.started.planFingerprint == tiny.plan.fingerprint)
    #expect(summary.finished?.rows == RowCounts(inserted: 46, updated: 0, unchanged: 0, failed: 6))
  }

  @Test func `each processor has its days and rows`() throws {
    try tiny.run()
    let form = try #require(try detail().processors.first { $0.processor == "player_form" })
    #expect(
      form.days == DayCounts(fresh: 0, computed: 4, off: 5, bootstrap: 1, blocked: 0, failed: 0))
    #expect(form.rows == RowCounts(inserted: 8, updated: 0, unchanged: 0, failed: 5))
    #expect(form.fingerprint == tiny.plan[processor: "player_form"]?.fingerprint)
  }

  @Test func `each step is there with its slab and phase`() throws {
    try tiny.run {
      $0.only = ["team_games"]
      $0.slabDays = 2
    }
    let steps = try detail().steps
    // What is stored and what the inputs hold are asked once, the rest once per slab.
    #expect(
      steps.map { "\($0.phase.rawValue) \($0.slab.lowerBound) \($0.slab.upperBound)" } == [
        "receipts 2022-11-01 2022-11-10", "hash 2022-11-01 2022-11-10",
        "extract 2022-11-01 2022-11-03", "evaluate 2022-11-01 2022-11-03",
        "stage 2022-11-01 2022-11-03", "write 2022-11-01 2022-11-03",
        "extract 2022-11-04 2022-11-08", "evaluate 2022-11-04 2022-11-08",
        "stage 2022-11-04 2022-11-08", "write 2022-11-04 2022-11-08",
      ])
    #expect(steps.allSatisfy { $0.seconds >= 0 })
  }

  @Test func `what all processors ask is asked once where nothing is to do`() throws {
    try tiny.run()
    try tiny.run()
    #expect(try detail().steps.map(\.phase.rawValue) == ["receipts", "hash"])
    #expect(try detail().processors.allSatisfy { $0.days.computed == 0 })
    // Of a change only those ask again that read what was written.
    try tiny.execute("UPDATE raw.lines SET points = 21 WHERE player = 'ann' AND points = 20")
    try tiny.run()
    let detail = try detail()
    let asking = Set(detail.steps.filter { $0.phase.rawValue == "hash" }.map(\.processor))
    #expect(asking.count > 1 && asking.count < detail.processors.count)
    #expect(!asking.contains("team_form"))
  }

  @Test func `a failed day is a failure, and the run partial`() throws {
    try tiny.execute("UPDATE raw.fixtures SET home_score = 196 WHERE game = 'g2'")
    try tiny.run { $0.only = ["team_games"] }
    let detail = try detail()
    #expect(detail.summary.status == .partial)
    #expect(detail.failures.map(\.day) == ["2022-11-03"])
    #expect(detail.failures.map(\.entity) == [nil])
    #expect(detail.failures.map(\.category) == ["PROCESSING_ERROR"])
    #expect(detail.failures.first?.reason.hasPrefix("contract 'margin is within") == true)
  }

  @Test func `a blocked day is a failure that can be tried again`() throws {
    try tiny.run { $0.only = ["player_form"] }
    let detail = try detail()
    #expect(detail.failures.map(\.category) == Array(repeating: "MISSING_DEPENDENCY", count: 4))
    #expect(detail.failures.map(\.canRetry) == [true, true, true, true])
  }

  @Test func `a run that cannot go on is recorded as failed`() throws {
    try tiny.execute("DROP TABLE raw.registry")
    try tiny.execute(
      "CREATE VIEW raw.registry AS SELECT 'x' AS player, error('no disk') AS player_id")
    #expect(throws: EngineError.self) { try tiny.run() }
    // The tables are compared before anything is journaled.
    #expect(try ledger.latestRuns(1).first.map(\.status) != .success)
  }

  @Test func `a run that was refused is not in the journal`() throws {
    #expect(throws: EngineError.self) { try tiny.run(20...25) }
    #expect(try ledger.latestRuns(9).isEmpty)
  }

  @Test func `a journal that cannot be written is told once, and the run completes`() throws {
    // Another run of the same name is in it already, so that no line of this one is taken.
    let events = Events()
    tiny.report = { events.keep($0) }
    try ledger.append([
      .started(
        RunStarted(
          run: "run-1", command: "run", days: "2022-11-01"..."2022-11-01", mode: "daily",
          evaluator: "sql", workers: 1, planFingerprint: "x", toolVersion: "x",
          startedAtMicroseconds: 0))
    ])
    let report = try tiny.run()
    #expect(report.rowsWritten == 46)
    let warnings = events.names.filter { $0.hasPrefix("warning") }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("cannot be written") == true)
  }

  @Test func `without a journal everything is stored just the same`() throws {
    try tiny.run()
    let other = try TinyWarehouse()
    try other.run()
    #expect(try other.stored() == tiny.stored())
  }
}
