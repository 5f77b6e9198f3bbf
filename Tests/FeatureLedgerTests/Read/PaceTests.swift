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

  @Test func `a pace is time by day and by row`() throws {
    // 3 s + 1 s over 10 + 30 days and 100 + 300 rows.
    try record("a", days: 10, rows: 100, seconds: 3)
    try record("b", days: 30, rows: 300, seconds: 1)
    let pace = try #require(try ledger.paces().first)
    #expect(pace.secondsPerDay == 0.1)
    #expect(pace.secondsPerRow == 0.01)
  }

  @Test func `samples come newest first, as many as asked for`() throws {
    for run in ["a", "b", "c"] { try record(run, days: 1, rows: 1, seconds: 1) }
    #expect(try ledger.paces(lastRuns: 2).first?.samples.map(\.run) == ["c", "b"])
  }

  @Test func `all phases of a run are one sample`() throws {
    try record("a", days: 2, rows: 1, seconds: 1)
    try ledger.append(.step(.sample("a", "form", .write, seconds: 3)))
    #expect(try ledger.paces().first?.samples.map(\.seconds) == [4])
  }

  @Test func `days without a row have no pace by row`() throws {
    try record("a", days: 2, rows: 0, seconds: 1)
    #expect(try ledger.paces().first?.secondsPerRow == nil)
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
    #expect(try ledger.paces(evaluator: "sql").first?.secondsPerDay == 9)
  }

  @Test func `processors come by name`() throws {
    try record("a", "zone", days: 1, rows: 1, seconds: 1)
    try record("b", "form", days: 1, rows: 1, seconds: 1)
    #expect(try ledger.paces().map(\.processor) == ["form", "zone"])
  }
}
