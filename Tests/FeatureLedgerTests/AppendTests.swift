import Testing

@testable import FeatureLedger

@Suite struct AppendTests {
  @Test func `what was appended is read back equal`() throws {
    let ledger = try Ledger.inMemory()
    let note = NoteRecord(run: "r1", kind: .warning, text: "team_box has no rows on 2021-11-25")
    try ledger.append([
      .started(.sample()), .processor(.sample()), .step(.sample()), .failure(.sample()),
      .note(note), .finished(.sample()),
    ])
    let detail = try #require(try ledger.run("r1"))
    #expect(detail.summary.started == .sample())
    #expect(detail.summary.finished == .sample())
    #expect(detail.processors == [.sample()])
    #expect(detail.steps == [.sample()])
    #expect(detail.failures == [.sample()])
    #expect(detail.notes == [note])
  }

  @Test func `what was appended is there after closing and opening`() throws {
    let folder = try TemporaryFolder()
    try folder.ledger().append([.started(.sample()), .finished(.sample())])
    #expect(try folder.ledger(for: .read).latestRuns(9).map(\.run) == ["r1"])
  }

  @Test func `a run without a range keeps none`() throws {
    let ledger = try Ledger.inMemory()
    let load = RunStarted(
      run: "r1", command: "load", days: nil, mode: "", evaluator: "", workers: 1,
      planFingerprint: "", toolVersion: "", startedAtMicroseconds: 0)
    try ledger.append(.started(load))
    #expect(try ledger.run("r1")?.summary.started == load)
  }

  @Test func `a batch with its run last is in order all the same`() throws {
    let ledger = try Ledger.inMemory()
    try ledger.append([.finished(.sample()), .step(.sample()), .started(.sample())])
    #expect(try ledger.run("r1")?.steps.count == 1)
  }

  @Test func `an empty batch is nothing, even where writing is refused`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.ledger()
    try folder.ledger(for: .read).append([])
  }

  @Test func `one refused line keeps the whole batch out`() throws {
    let ledger = try Ledger.inMemory()
    #expect(throws: LedgerError.self) {
      try ledger.append([.started(.sample()), .step(.sample()), .step(.sample("unknown"))])
    }
    #expect(try ledger.latestRuns(9).isEmpty)
  }

  @Test func `a refused batch leaves the journal ready for the next`() throws {
    let ledger = try Ledger.inMemory()
    #expect(throws: LedgerError.self) { try ledger.append(.step(.sample())) }
    try ledger.append([.started(.sample()), .step(.sample())])
    #expect(try ledger.run("r1")?.steps.count == 1)
  }

  @Test func `a full disk is told, keeps none of the batch, and room makes it work again`() throws {
    let folder = try TemporaryFolder()
    let ledger = try folder.ledger()
    try ledger.append(.started(.sample()))
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("PRAGMA max_page_count = 40")
    }
    let steps = (0..<5000).map { _ in LedgerLine.step(.sample()) }
    let error = #expect(throws: LedgerError.self) { try ledger.append(steps) }
    #expect(error?.code == .diskFull)
    #expect(try ledger.run("r1")?.steps.count == 0)
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("PRAGMA max_page_count = 1000000")
    }
    try ledger.append(steps)
    #expect(try ledger.run("r1")?.steps.count == 5000)
  }

  @Test func `threads append side by side and lose nothing`() async throws {
    let ledger = try Ledger.inMemory()
    try ledger.append(.started(.sample()))
    try await withThrowingTaskGroup { group in
      for worker in 0..<8 {
        group.addTask {
          for _ in 0..<50 { try ledger.append(.step(.sample("r1", "worker_\(worker)"))) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.run("r1")?.steps.count == 400)
  }
}
