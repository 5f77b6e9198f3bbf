import Testing

@testable import FeatureLedger

@Suite struct FailureRecordTests {
  @Test func `a reason of 1000 characters is kept whole`() {
    let reason = String(repeating: "é", count: 1000)
    #expect(FailureRecord.sample(reason: reason).reason == reason)
  }

  @Test func `a longer reason is cut and says so`() {
    let reason = FailureRecord.sample(reason: String(repeating: "x", count: 3000)).reason
    #expect(reason == String(repeating: "x", count: 950) + "… (2050 characters more)")
  }

  @Test func `a reason of one endless character is cut too`() throws {
    let reason = "e" + String(repeating: "\u{301}", count: 100_000)
    let failure = FailureRecord.sample(reason: reason)
    #expect(failure.reason.unicodeScalars.count <= FailureRecord.longestReason)
  }

  @Test func `a cut reason is taken by the journal`() throws {
    let ledger = try Ledger.inMemory()
    let failure = FailureRecord.sample(reason: String(repeating: "🏀", count: 5000))
    try ledger.append([.started(.sample()), .failure(failure)])
    #expect(try ledger.run("r1")?.failures == [failure])
  }

  @Test func `a failure of a whole day has no entity`() throws {
    let ledger = try Ledger.inMemory()
    try ledger.append([.started(.sample()), .failure(.sample(entity: nil))])
    #expect(try ledger.run("r1")?.failures.first?.entity == .some(nil))
  }
}
