import FeatureLedger
import FeaturePlan
import Foundation
import Testing

@testable import FeatureEngine

/// A run in another process that ends at any point: nothing is lost, nothing is there twice.
@Suite(
  .enabled(
    if: Child.executable != nil, "the fastbreak executable is not beside the tests: swift build"),
  .serialized)
struct CrashTests {
  let folder = TemporaryFolder()
  var path: String { folder.path("warehouse.duckdb") }

  init() throws { try MadeSeason.copy(to: path) }

  /// Starts a run of the season, a day at a time, so that there are many points to end it at.
  func start() throws -> Child {
    try Child(
      ShippedSeason.words("run", "--slab-days", "1", "--workers", "1", "--warehouse", path))
  }

  /// Bytes of finished transactions that are not in the file yet.
  func pending() -> Int {
    let facts = try? FileManager.default.attributesOfItem(atPath: path + ".wal")
    return (facts?[.size] as? Int) ?? 0
  }

  func latestRuns() throws -> [RunSummary] {
    try Ledger(at: folder.path("warehouse.journal.sqlite"), for: .read).latestRuns(9)
  }

  @Test(arguments: [1, 100_000, 300_000])
  func `killed at any point, the next run completes what an uninterrupted one stores`(
    bytes: Int
  ) throws {
    let child = try start()
    #expect(child.wait { pending() >= bytes })
    #expect(child.end(by: SIGKILL) == .signal(SIGKILL))
    let shipped = try ShippedWarehouse(path: path)
    try shipped.warehouse.expectReceiptsMatchRows(of: shipped.plan)
    #expect(try shipped.run().rowsWritten > 0)
    #expect(try shipped.stored() == MadeSeason.shared.get().stored)
  }

  @Test func `killed again and again, every run goes on where the last was`() throws {
    var receipts: [String] = []
    for _ in 0..<3 {
      let child = try start()
      let before = pending()
      #expect(child.wait { pending() >= before + 100_000 })
      child.end(by: SIGKILL)
      let shipped = try ShippedWarehouse(path: path)
      receipts += try shipped.warehouse.texts("SELECT COUNT(*) FROM fastbreak.receipts")
    }
    let counts = receipts.compactMap { Int($0) }
    #expect(counts.count == 3 && counts == counts.sorted() && Set(counts).count == 3)
    let shipped = try ShippedWarehouse(path: path)
    try shipped.run()
    #expect(try shipped.stored() == MadeSeason.shared.get().stored)
  }

  @Test func `an interrupt ends the run in order, and says how to go on`() throws {
    let child = try start()
    #expect(child.wait { pending() >= 100_000 })
    #expect(child.end(by: SIGINT) == .exit(130))
    #expect(child.output.contains("go on with: fastbreak run --from 2022-11-01 --to 2022-11-20"))
    #expect(child.errors.contains("stopping: what is in hand is rolled back"))
    #expect(try latestRuns().first?.status == .interrupted)
    let shipped = try ShippedWarehouse(path: path)
    try shipped.warehouse.expectReceiptsMatchRows(of: shipped.plan)
    try shipped.run()
    #expect(try shipped.stored() == MadeSeason.shared.get().stored)
  }

  @Test func `a warehouse that another process holds is busy, and who and what is named`() throws {
    let holder = try start()
    defer { holder.end(by: SIGKILL) }
    #expect(holder.wait { pending() > 0 })
    let second = try Child(["status", "--warehouse", path])
    #expect(second.wait() == .exit(3))
    #expect(second.errors.contains("fastbreak (process \(holder.id)) has it open, for "))
    #expect(
      second.errors.contains(" now with 'run --from 2022-11-01 --to 2022-11-20 --slab-days 1"))
    #expect(second.errors.contains("help: wait until it is done, or stop it"))
  }

  @Test func `a killed run is running in the journal until the next run ends it`() throws {
    let child = try start()
    #expect(child.wait { pending() > 0 })
    child.end(by: SIGKILL)
    let killed = try #require(try latestRuns().first)
    #expect(killed.status == .running)
    #expect(killed.started.processID == child.id)
    do {
      let ledger = try Ledger(at: folder.path("warehouse.journal.sqlite"), for: .append)
      try ShippedWarehouse(path: path).run(ledger: ledger)
      #expect(try ledger.problems() == [])
    }
    #expect(try latestRuns().map(\.status) == [.success, .interrupted])
  }

  @Test func `a run that was killed is not named as the holder of another process`() throws {
    let killed = try start()
    #expect(killed.wait { pending() > 0 })
    killed.end(by: SIGKILL)
    // This process is at no run.
    let shipped = try ShippedWarehouse(path: path)
    let second = try Child(["status", "--warehouse", path])
    #expect(second.wait() == .exit(3))
    #expect(
      second.errors.contains("(process \(ProcessInfo.processInfo.processIdentifier)) has it open\n")
    )
    withExtendedLifetime(shipped) {}
  }
}
