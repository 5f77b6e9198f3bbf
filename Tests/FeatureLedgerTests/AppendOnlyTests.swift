import Testing

@testable import FeatureLedger

/// The rule is in the file, so it holds for raw SQL of any program.
@Suite struct AppendOnlyTests {
  static let tables = Table.allCases.map(\.rawValue)

  /// A journal with one line in every table.
  static func filled() throws -> Ledger {
    let ledger = try Ledger.inMemory()
    try ledger.append([
      .started(.sample()), .processor(.sample()), .step(.sample()), .failure(.sample()),
      .note(NoteRecord(run: "r1", kind: .note, text: "n")), .finished(.sample()),
    ])
    return ledger
  }

  func refusal(of sql: String) throws -> LedgerError {
    let ledger = try Self.filled()
    return try #require(
      #expect(throws: LedgerError.self) {
        try ledger.use { connection throws(LedgerError) in try connection.execute(sql) }
      })
  }

  @Test(arguments: tables) func `a line is never changed`(table: String) throws {
    let error = try refusal(of: "UPDATE \(table) SET id = id + 1")
    #expect(error.words == "the ledger only appends: \(table) are never changed")
  }

  @Test(arguments: tables) func `a line is never deleted`(table: String) throws {
    let error = try refusal(of: "DELETE FROM \(table)")
    #expect(error.words == "the ledger only appends: \(table) are never deleted")
  }

  @Test(arguments: tables) func `a line is never replaced`(table: String) throws {
    let error = try refusal(of: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
    #expect(error.words == "the ledger only appends: this line of \(table) is already written")
  }

  @Test func `an upsert changes nothing either`() throws {
    let error = try refusal(
      of: """
        INSERT INTO run_ends (run, ending, finished_at, rows_inserted, rows_updated,
          rows_unchanged, rows_failed)
        VALUES ('r1', 'failed', 1, 0, 0, 0, 0)
        ON CONFLICT (run) DO UPDATE SET ending = excluded.ending
        """)
    #expect(error.code == .constraint)
  }

  @Test func `a run starts once`() throws {
    let ledger = try Self.filled()
    let error = #expect(throws: LedgerError.self) { try ledger.append(.started(.sample())) }
    #expect(error?.words == "the ledger only appends: this line of runs is already written")
  }

  @Test func `a run ends once`() throws {
    let ledger = try Self.filled()
    let error = #expect(throws: LedgerError.self) {
      try ledger.append(.finished(.sample("r1", .failed)))
    }
    #expect(error?.code == .constraint)
    #expect(try ledger.run("r1")?.summary.status == .success)
  }

  @Test func `a processor has one outcome in a run`() throws {
    let ledger = try Self.filled()
    #expect(throws: LedgerError.self) { try ledger.append(.processor(.sample())) }
  }

  @Test func `a step may be recorded twice, as when it was tried twice`() throws {
    let ledger = try Self.filled()
    try ledger.append(.step(.sample()))
    #expect(try ledger.run("r1")?.steps.count == 2)
  }
}
