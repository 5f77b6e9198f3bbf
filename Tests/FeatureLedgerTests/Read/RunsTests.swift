import Testing

@testable import FeatureLedger

@Suite struct RunsTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
  }

  @Test func `the latest runs come newest first`() throws {
    for run in ["a", "b", "c"] { try ledger.append(.started(.sample(run))) }
    #expect(try ledger.latestRuns(2).map(\.run) == ["c", "b"])
  }

  @Test(arguments: [0, -1, Int.min]) func `no runs are no runs`(limit: Int) throws {
    try ledger.append(.started(.sample()))
    #expect(try ledger.latestRuns(limit).isEmpty)
  }

  @Test func `a run without an end is running`() throws {
    try ledger.append(.started(.sample()))
    let summary = try #require(try ledger.latestRuns(1).first)
    #expect(summary.status == .running)
    #expect(summary.seconds == nil)
  }

  @Test(arguments: RunFinished.Ending.allCases)
  func `a run that ended stands as it ended`(ending: RunFinished.Ending) throws {
    try ledger.append([.started(.sample()), .finished(.sample("r1", ending))])
    #expect(try ledger.latestRuns(1).first?.status.rawValue == ending.rawValue)
  }

  @Test func `a run took from its start to its end`() throws {
    try ledger.append([.started(.sample()), .finished(.sample(after: 12))])
    #expect(try ledger.latestRuns(1).first?.seconds == 12)
  }

  @Test func `a run that is not there is nil`() throws {
    #expect(try ledger.run("r1") == nil)
  }

  @Test func `a run shows no line of another`() throws {
    try ledger.append([.started(.sample("a")), .started(.sample("b")), .step(.sample("b"))])
    #expect(try ledger.run("a")?.steps == [])
  }

  @Test func `failures beyond the limit are counted, not read`() throws {
    try ledger.append(.started(.sample()))
    try ledger.append((0..<10).map { .failure(.sample(entity: "p\($0)")) })
    let detail = try #require(try ledger.run("r1", failureLimit: 3))
    #expect(detail.failures.map(\.entity) == ["p0", "p1", "p2"])
    #expect(detail.failureCount == 10)
  }

  @Test func `runs without an end are listed, oldest first`() throws {
    try ledger.append(["a", "b", "c"].map { .started(.sample($0)) })
    try ledger.append(.finished(.sample("b")))
    #expect(try ledger.unfinishedRuns().map(\.run) == ["a", "c"])
  }
}
