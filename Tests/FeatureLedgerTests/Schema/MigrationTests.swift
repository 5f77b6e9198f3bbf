import Testing

@testable import FeatureLedger

@Suite struct MigrationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func ledger(_ migrations: [Migration], for access: Ledger.Access = .append) throws -> Ledger {
    try Ledger(at: folder.path(), for: access, busyTimeout: .zero, migrations: migrations)
  }

  /// A journal of the first fastbreak, with a run and a step.
  @discardableResult
  func oldJournal() throws -> Ledger {
    let old = try ledger([.tables])
    try old.use { connection throws(LedgerError) in
      try connection.execute(
        """
        INSERT INTO runs (
          run, command, mode, evaluator, workers, plan_fingerprint, tool_version, started_at)
        VALUES ('r1', 'run', 'backfill', 'kernels', 2, 'plan-1', '0.1.0', 1637000000000000)
        """)
    }
    try old.append(.step(.sample()))
    return old
  }

  func version(of ledger: Ledger) throws -> Int {
    try ledger.use { connection throws(LedgerError) in try connection.schemaVersion() }
  }

  @Test func `migrations are numbered from 1 without a gap`() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
  }

  @Test func `a new journal is at the last version`() throws {
    #expect(try version(of: folder.ledger()) == Migration.all.count)
  }

  @Test func `an old journal is brought up to date and keeps its lines`() throws {
    try oldJournal()
    let updated = try folder.ledger()
    #expect(try version(of: updated) == Migration.all.count)
    #expect(try updated.run("r1")?.steps == [.sample()])
    #expect(try updated.run("r1")?.summary.started.processID == nil)
  }

  @Test func `an old journal gets the rules of the new one`() throws {
    try oldJournal()
    let updated = try folder.ledger()
    #expect(throws: LedgerError.self) {
      try updated.use { connection throws(LedgerError) in
        try connection.execute("DELETE FROM runs")
      }
    }
  }

  @Test func `an old journal cannot be brought up to date by a reader`() throws {
    try oldJournal()
    let error = #expect(throws: LedgerError.self) { try folder.ledger(for: .read) }
    #expect(error?.code == .olderSchema)
  }

  @Test func `a migration that fails leaves the journal as it was`() throws {
    try oldJournal()
    let broken = Migration(number: 2, sql: "CREATE TABLE extra (x); SELECT * FROM nowhere")
    #expect(throws: LedgerError.self) { try ledger([.tables, broken]) }
    #expect(try version(of: ledger([.tables])) == 1)
    #expect(try folder.ledger().latestRuns(9).count == 1)
  }

  @Test(arguments: [Ledger.Access.append, .read])
  func `a journal of a newer fastbreak is refused in one sentence`(access: Ledger.Access) throws {
    let newer = Migration(number: 4, sql: "CREATE TABLE later (x)")
    _ = try ledger(Migration.all + [newer])
    let error = #expect(throws: LedgerError.self) { try folder.ledger(for: access) }
    #expect(error?.code == .newerSchema)
    #expect(
      error?.description == """
        the journal \(folder.path()) was made by a newer fastbreak (schema 4, this one knows 3): \
        update fastbreak, or name another journal
        """)
  }
}
