import Testing

@testable import FeatureLedger

@Suite struct RunDifferenceTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
    try ledger.append([.started(.sample("a")), .started(.sample("b"))])
  }

  @Test func `seconds are added up by processor and phase`() throws {
    try ledger.append([
      .step(.sample("a", "form", .hash, seconds: 0.25, rows: 10)),
      .step(.sample("a", "form", .write, seconds: 2, rows: 20)),
      .step(.sample("a", "form", .hash, seconds: 0.5, rows: 30)),
      .step(.sample("a", "zone", .hash, seconds: 1, rows: 40)),
    ])
    let costs = try ledger.phaseCosts(of: "a")
    #expect(costs.map(\.processor) == ["form", "form", "zone"])
    #expect(costs.map(\.phase) == [.hash, .write, .hash])
    #expect(costs.map(\.seconds) == [0.75, 2, 1])
    #expect(costs.map(\.rows) == [40, 20, 40])
    #expect(costs.map(\.steps) == [2, 1, 1])
    #expect(costs.map(\.statements) == [4, 2, 2])
  }

  @Test func `costs of a run that is not there are refused`() {
    let error = #expect(throws: LedgerError.self) { try ledger.phaseCosts(of: "x") }
    #expect(error?.code == .absent)
    #expect(
      error?.description
        == "the journal in memory holds no run 'x': `fastbreak runs` lists them")
  }

  @Test func `the phase that added most time is named`() throws {
    try ledger.append([
      .step(.sample("a", "form", .extract, seconds: 1)),
      .step(.sample("a", "form", .write, seconds: 4)),
      .step(.sample("b", "form", .extract, seconds: 3)),
      .step(.sample("b", "form", .write, seconds: 5)),
    ])
    let slowed = try ledger.difference(from: "a", to: "b").slowed
    #expect(slowed?.processor == "form")
    #expect(slowed?.phase == .extract)
    #expect(slowed?.addedSeconds == 2)
  }

  @Test func `when nothing got slower no phase is named`() throws {
    try ledger.append([
      .step(.sample("a", "form", .write, seconds: 4)),
      .step(.sample("b", "form", .write, seconds: 4)),
    ])
    #expect(try ledger.difference(from: "a", to: "b").slowed == nil)
  }

  @Test func `a phase that only one run has is shown with that one`() throws {
    try ledger.append([
      .step(.sample("a", "form", .completeness, seconds: 1)),
      .step(.sample("b", "form", .contracts, seconds: 2)),
    ])
    let phases = try ledger.difference(from: "a", to: "b").phases
    #expect(phases.map(\.phase) == [.contracts, .completeness])
    #expect(phases.map(\.addedSeconds) == [2, -1])
  }

  @Test func `slower with more rows shows the rows`() throws {
    try ledger.append([
      .step(.sample("a", "form", .write, seconds: 1, rows: 100)),
      .step(.sample("b", "form", .write, seconds: 9, rows: 900)),
    ])
    #expect(try ledger.difference(from: "a", to: "b").slowed?.addedRows == 800)
  }

  @Test(arguments: [("a", "x"), ("x", "a")])
  func `a difference with a run that is not there is refused`(before: String, after: String) {
    let error = #expect(throws: LedgerError.self) {
      try ledger.difference(from: before, to: after)
    }
    #expect(error?.code == .absent)
  }
}
