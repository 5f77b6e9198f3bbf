import Testing

@testable import FeatureLedger

/// What the file refuses, in the words of the rule.
@Suite struct ValidationTests {
  let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
    try ledger.append(.started(.sample()))
  }

  func words(_ line: LedgerLine) -> String? {
    let error = #expect(throws: LedgerError.self) { try ledger.append(line) }
    #expect(error?.code == .constraint)
    return error?.words
  }

  func words(of sql: String) -> String? {
    #expect(throws: LedgerError.self) {
      try ledger.use { connection throws(LedgerError) in try connection.execute(sql) }
    }?.words
  }

  @Test(arguments: [
    "", "2021-1-1", "2021-02-30", "2023-02-29", "2021-13-01", "now", "20211019", "2021-10-19 ",
    "2021-10-19\0", "٢٠٢١-١٠-١٩",
  ])
  func `a day that is none is refused`(day: String) {
    #expect(
      words(.failure(.sample(day: day)))
        == "CHECK constraint failed: a day is written YYYY-MM-DD")
  }

  @Test(arguments: ["2024-02-29", "0001-01-01", "9999-12-31"])
  func `any day of the calendar is taken`(day: String) throws {
    try ledger.append(.failure(.sample(day: day)))
    #expect(try ledger.run("r1")?.failures.first?.day == day)
  }

  @Test func `an unknown ending is refused`() {
    #expect(
      words(
        of: """
          INSERT INTO run_ends (run, ending, finished_at, rows_inserted, rows_updated,
            rows_unchanged, rows_failed)
          VALUES ('r1', 'great', 1, 0, 0, 0, 0)
          """)
        == "CHECK constraint failed: an ending is success, partial, failed or interrupted")
  }

  @Test func `an unknown ending that got in is refused when read`() throws {
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("PRAGMA ignore_check_constraints = ON")
      try connection.execute(
        "INSERT INTO run_ends VALUES (1, 'r1', 'great', 1, 0, 0, 0, 0)")
    }
    let error = #expect(throws: LedgerError.self) { try ledger.latestRuns(9) }
    #expect(error?.code == .corrupt)
  }

  @Test func `a range that ends before it starts is refused when read`() throws {
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("PRAGMA ignore_check_constraints = ON")
      try connection.execute(
        """
        INSERT INTO steps VALUES
          (1, 'r1', 'p', '2021-10-20', '2021-10-19', 'hash', 1, 0, 0)
        """)
    }
    let error = #expect(throws: LedgerError.self) { try ledger.run("r1") }
    #expect(error?.code == .corrupt)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -0.001, 1e10])
  func `seconds that no clock measures are refused`(seconds: Double) {
    #expect(words(.step(.sample(seconds: seconds))) != nil)
  }

  @Test func `a negative count is refused`() {
    #expect(
      words(.step(.sample(rows: -1)))
        == "CHECK constraint failed: a count of rows is not negative")
  }

  @Test func `a run without a name is refused`() {
    #expect(words(.started(.sample(""))) == "CHECK constraint failed: a run has a name")
  }

  @Test func `a line of a run that never started is refused`() {
    #expect(words(.step(.sample("unknown"))) == "FOREIGN KEY constraint failed")
  }

  @Test func `the largest numbers are kept`() throws {
    let rows = RowCounts(inserted: .max, updated: .max, unchanged: .max, failed: .max)
    let end = RunFinished(
      run: "r1", ending: .failed, finishedAtMicroseconds: .max, rows: rows)
    try ledger.append(.finished(end))
    #expect(try ledger.run("r1")?.summary.finished == end)
  }
}
