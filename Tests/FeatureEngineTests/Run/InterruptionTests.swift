import DuckDB
import FeatureLedger
import Foundation
import Testing

@testable import FeatureEngine

/// A run that is stopped rolls back what is in hand, and the same run goes on.
@Suite struct InterruptionTests {
  static let whole: [String] = {
    let tiny = try? TinyWarehouse()
    _ = try? tiny?.run()
    return (try? tiny?.stored()) ?? []
  }()

  /// Stops after so many events, goes on, and compares with a run that was not stopped.
  @Test(arguments: [1, 2, 4, 6, 9, 13, 18, 25, 40])
  func `stopped after any event, the same run completes what an uninterrupted one stores`(
    count: Int
  ) throws {
    let tiny = try TinyWarehouse()
    let (stop, events) = (StopSignal(), Events())
    tiny.stop = stop
    tiny.report = { if events.keep($0) == count { stop.set() } }
    let first = try tiny.run { $0.slabDays = 1 }
    #expect(first.wasInterrupted)
    try tiny.expectReceiptsMatchRows()
    tiny.stop = StopSignal()
    tiny.report = { _ in }
    let second = try tiny.run { $0.slabDays = 1 }
    #expect(!second.wasInterrupted)
    #expect(first.rowsWritten + second.rowsWritten == 46)
    #expect(try tiny.stored() == Self.whole)
  }

  @Test func `a signal that is set before the run stores nothing`() throws {
    let tiny = try TinyWarehouse()
    tiny.stop.set()
    let report = try tiny.run()
    #expect(report.wasInterrupted)
    #expect(report.rowsWritten == 0)
    #expect(try tiny.rows("SELECT * FROM fastbreak.receipts") == [])
  }

  @Test func `what was finished before the stop is fresh afterwards`() throws {
    let tiny = try TinyWarehouse()
    let stop = StopSignal()
    tiny.stop = stop
    tiny.report = { if $0.name == "done 2 of 4 player_form" { stop.set() } }
    try tiny.run { $0.slabDays = 1 }
    tiny.stop = StopSignal()
    let report = try tiny.run { $0.slabDays = 1 }
    let form = try #require(report.processors.first { $0.processor == "player_form" })
    #expect(form.days[.fresh] == 2)
    #expect(form.days[.computed] == 2)
  }

  @Test func `an interrupt inside a statement rolls the slab back`() throws {
    let tiny = try TinyWarehouse()
    // From the first write on, whatever statement runs is interrupted.
    let handle = tiny.warehouse.interruption
    let stop = StopSignal()
    let isOver = StopSignal()
    tiny.stop = stop
    tiny.report = { event in
      guard event.name == "write player_form", !stop.isSet else { return }
      stop.set()
      Thread.detachNewThread { while !isOver.isSet { handle.interrupt() } }
    }
    let report = try tiny.run()
    isOver.set()
    Thread.sleep(forTimeInterval: 0.01)
    #expect(report.wasInterrupted)
    try tiny.expectReceiptsMatchRows()
    tiny.stop = StopSignal()
    tiny.report = { _ in }
    try tiny.run()
    #expect(try tiny.stored() == Self.whole)
  }

  @Test func `the report of a stopped run has what was done, and the journal says interrupted`()
    throws
  {
    let tiny = try TinyWarehouse()
    tiny.ledger = try Ledger.inMemory()
    let stop = StopSignal()
    tiny.stop = stop
    tiny.report = { if $0.name == "finished team_games" { stop.set() } }
    let report = try tiny.run()
    #expect(report.rowsWritten == 20)
    let run = try #require(try tiny.ledger?.latestRuns(1).first)
    #expect(run.status == .interrupted)
    #expect(run.finished?.rows.inserted == 20)
  }
}
