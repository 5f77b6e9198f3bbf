import Testing

@testable import FeatureLedger

/// Runs that were killed get their end from the next process that holds the warehouse.
@Suite struct KilledRunsTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
  }

  @Test func `runs without an end are interrupted from then on, the others stay as they ended`()
    throws
  {
    try ledger.append(["a", "b", "c"].map { .started(.sample($0)) })
    try ledger.append(.finished(.sample("b")))
    #expect(try ledger.endKilledRuns() == ["a", "c"])
    #expect(
      try ledger.latestRuns(9).map(\.status) == [.interrupted, .success, .interrupted])
    #expect(try ledger.unfinishedRuns().isEmpty)
    #expect(try ledger.endKilledRuns().isEmpty)
  }

  @Test func `how long a killed run took is not known`() throws {
    try ledger.append(.started(.sample()))
    try ledger.endKilledRuns()
    #expect(try ledger.latestRuns(1).first?.seconds == nil)
  }

  @Test func `a killed run keeps the rows of the processors it finished`() throws {
    try ledger.append(.started(.sample()))
    for processor in ["p", "q"] {
      try ledger.append(
        .processor(
          ProcessorOutcome(
            run: "r1", processor: processor, fingerprint: "f", days: DayCounts(computed: 1),
            rows: RowCounts(inserted: 5, updated: 1, unchanged: 2, failed: 3))))
    }
    try ledger.endKilledRuns()
    #expect(
      try ledger.latestRuns(1).first?.finished?.rows
        == RowCounts(inserted: 10, updated: 2, unchanged: 4, failed: 6))
  }

  @Test func `a run says which process it is`() throws {
    try ledger.append(.started(.sample()))
    #expect(try ledger.unfinishedRuns().map(\.processID) == [4_711])
  }
}
