import Testing

@testable import FeatureLedger

@Suite struct BusyTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a second writer is told that the journal is busy`() throws {
    let first = try folder.ledger()
    let second = try folder.ledger()
    try first.use { connection throws(LedgerError) in try connection.execute("BEGIN IMMEDIATE") }
    let error = #expect(throws: LedgerError.self) { try second.append(.started(.sample())) }
    #expect(error?.code == .busy)
    #expect(error?.words == "database is locked")
  }

  @Test func `a reader is not kept waiting by a writer`() throws {
    let first = try folder.ledger()
    try first.append(.started(.sample()))
    try first.use { connection throws(LedgerError) in try connection.execute("BEGIN IMMEDIATE") }
    #expect(try folder.ledger(for: .read).latestRuns(9).count == 1)
  }

  @Test func `a second writer waits for as long as it was told to`() async throws {
    let first = try folder.ledger()
    let second = try Ledger(at: folder.path(), busyTimeout: .seconds(30))
    try first.use { connection throws(LedgerError) in try connection.execute("BEGIN IMMEDIATE") }
    async let appended: Void = second.append(.started(.sample()))
    try await Task.sleep(for: .milliseconds(50))
    try first.use { connection throws(LedgerError) in try connection.execute("COMMIT") }
    try await appended
    #expect(try first.latestRuns(9).count == 1)
  }

  @Test func `many who open a new journal at once all succeed`() async throws {
    let path = folder.path()
    try await withThrowingTaskGroup { group in
      for worker in 0..<8 {
        group.addTask {
          try Ledger(at: path, busyTimeout: .seconds(30)).append(.started(.sample("r\(worker)")))
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.ledger().latestRuns(99).count == 8)
  }
}
