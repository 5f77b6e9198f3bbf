import Testing

@testable import FeatureLedger

@Suite struct FailuresTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
    try ledger.append([
      .started(.sample("a")), .started(.sample("b")),
      .failure(.sample("a", day: "2021-10-20", entity: "curry")),
      .failure(.sample("a", day: "2021-10-21", entity: "curry")),
      .failure(.sample("b", day: "2021-10-20", entity: "curry")),
      .failure(
        .sample(
          "b", day: "2021-10-22", entity: nil, category: "MISSING_DEPENDENCY", canRetry: false)),
      .failure(.sample("b", "zone", day: "2021-10-20", entity: "curry")),
    ])
  }

  @Test func `failures are counted by category, most frequent first`() throws {
    let counts = try ledger.failureCounts(of: "player_form", on: season)
    #expect(counts.map(\.category) == ["INSUFFICIENT_DATA", "MISSING_DEPENDENCY"])
    #expect(counts.map(\.failures) == [3, 1])
    #expect(counts.map(\.canRetry) == [true, false])
  }

  @Test func `a day that failed in two runs is one place`() throws {
    #expect(try ledger.failureCounts(of: "player_form", on: season).first?.places == 2)
  }

  @Test func `the run that last met a category is named`() throws {
    #expect(try ledger.failureCounts(of: "player_form", on: season).first?.latestRun == "b")
  }

  @Test func `both ends of the range count`() throws {
    let counts = try ledger.failureCounts(of: "player_form", on: "2021-10-21"..."2021-10-22")
    #expect(counts.map(\.failures) == [1, 1])
  }

  @Test func `failures come newest first`() throws {
    let days = try ledger.failures(of: "player_form", on: season).map(\.day)
    #expect(days == ["2021-10-22", "2021-10-20", "2021-10-21", "2021-10-20"])
  }

  @Test func `a failure of the whole day is shown to every entity`() throws {
    let failures = try ledger.failures(of: "player_form", on: season, entity: "lebron")
    #expect(failures.map(\.category) == ["MISSING_DEPENDENCY"])
  }

  @Test func `no more failures are read than asked for`() throws {
    #expect(try ledger.failures(of: "player_form", on: season, limit: 1).count == 1)
  }
}
