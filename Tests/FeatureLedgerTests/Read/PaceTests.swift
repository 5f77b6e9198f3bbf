import Testing

@testable import FeatureLedger

@Suite struct PaceTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
  }

  /// A run of one processor with one step.
  func record(
    _ run: String, _ processor: String = "form", days: Int, rows: Int, seconds: Double,
    evaluator: String = "kernels", ending: RunFinished.Ending = .success
  ) throws {
    try ledger.append([
      .started(.sample(run, evaluator: evaluator)),
      .processor(.sample(run, processor, computed: days, rows: rows)),
      .step(.sample(run, processor, .extract, seconds: seconds)),
      .finished(.sample(run, ending)),
    ])
  }

  @Test func `an estimate is in proportion to the run with the nearest number of days`() throws {
    try record("a", days: 100, rows: 1_000, seconds: 3)
    try record("b", days: 2, rows: 30, seconds: 1)
    let pace = try #require(try ledger.paces().first)
    // Each run took 12 s.
    #expect(pace.estimate(days: 200) == Pace.Estimate(rows: 2_000, seconds: 24))
    #expect(pace.estimate(days: 4) == Pace.Estimate(rows: 60, seconds: 24))
    #expect(pace.estimate(days: 1) == Pace.Estimate(rows: 15, seconds: 6))
    #expect(pace.estimate(days: 0) == Pace.Estimate(rows: 0, seconds: 0))
  }

  @Test func `of equally near runs the newest counts`() throws {
    try record("a", days: 10, rows: 100, seconds: 1)
    try record("b", days: 10, rows: 300, seconds: 1)
    #expect(try ledger.paces().first?.estimate(days: 10).rows == 300)
  }

  @Test func `what a day costs is not told by a season`() throws {
    try record("a", days: 160, rows: 1_600, seconds: 3)
    let pace = try #require(try ledger.paces().first)
    #expect(pace.estimate(days: 1) == Pace.Estimate(rows: 10, seconds: nil))
    #expect(pace.estimate(days: 39).seconds == nil)
    #expect(pace.estimate(days: 40).seconds == 3)
  }

  @Test func `days that made no row are estimated at none`() throws {
    try record("a", days: 2, rows: 0, seconds: 1)
    #expect(try ledger.paces().first?.estimate(days: 2) == Pace.Estimate(rows: 0, seconds: 12))
  }

  @Test func `processors share what the run took`() throws {
    try ledger.append([
      .started(.sample("a")), .processor(.sample("a", "form", computed: 1, rows: 1)),
      .processor(.sample("a", "zone", computed: 1, rows: 1)),
      .step(.sample("a", "form", .extract, seconds: 1)),
      .step(.sample("a", "zone", .extract, seconds: 5)), .finished(.sample("a")),
    ])
    #expect(try ledger.paces().map { $0.samples.map(\.seconds) } == [[2], [10]])
  }

  @Test func `samples come newest first, as many as asked for`() throws {
    for run in ["a", "b", "c"] { try record(run, days: 1, rows: 1, seconds: 1) }
    #expect(try ledger.paces(lastRuns: 2).first?.samples.map(\.run) == ["c", "b"])
  }

  @Test func `all phases of a run are one sample`() throws {
    try ledger.append([
      .started(.sample("a")), .processor(.sample("a", "form", computed: 2, rows: 1)),
      .processor(.sample("a", "zone", computed: 2, rows: 1)),
      .step(.sample("a", "form", .extract, seconds: 1)),
      .step(.sample("a", "form", .write, seconds: 2)),
      .step(.sample("a", "zone", .write, seconds: 1)), .finished(.sample("a")),
    ])
    #expect(try ledger.paces().first?.samples.map(\.seconds) == [9])
  }

  @Test func `a run that found every day fresh says nothing of pace`() throws {
    try record("a", days: 0, rows: 0, seconds: 1)
    #expect(try ledger.paces().isEmpty)
  }

  @Test(arguments: [RunFinished.Ending.failed, .interrupted])
  func `a run that did not come to its end says nothing of pace`(
    ending: RunFinished.Ending
  ) throws {
    try record("a", days: 5, rows: 5, seconds: 1, ending: ending)
    #expect(try ledger.paces().isEmpty)
  }

  @Test func `a pace can be asked for one evaluator`() throws {
    try record("a", days: 1, rows: 1, seconds: 1, evaluator: "kernels")
    try record("b", days: 1, rows: 1, seconds: 9, evaluator: "sql")
    #expect(try ledger.paces(evaluator: "sql").first?.samples.map(\.run) == ["b"])
  }

  @Test func `processors come by name`() throws {
    try record("a", "zone", days: 1, rows: 1, seconds: 1)
    try record("b", "form", days: 1, rows: 1, seconds: 1)
    #expect(try ledger.paces().map(\.processor) == ["form", "zone"])
  }
}
