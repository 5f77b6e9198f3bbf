import Testing

@testable import FeatureLedger

@Suite struct StatementTests {
  /// The one value that `SELECT <sql> AS x` gives.
  func read<Element: Sendable>(
    _ sql: String, _ make: (borrowing Statement) throws(LedgerError) -> Element
  ) throws(LedgerError) -> Element {
    try Ledger.inMemory().use { connection throws(LedgerError) in
      try connection.row("SELECT \(sql) AS x", [:], make)
    }
  }

  @Test func `a mistake in SQL keeps SQLite's words and the statement`() {
    let error = #expect(throws: LedgerError.self) {
      try read("1 +") { row throws(LedgerError) in try row.integer("x") }
    }
    #expect(error?.words == "near \"AS\": syntax error")
    #expect(error?.sql == "SELECT 1 + AS x")
  }

  @Test func `a parameter that is not in the statement is named`() {
    let error = #expect(throws: LedgerError.self) {
      try Ledger.inMemory().use { connection throws(LedgerError) in
        _ = try connection.rows("SELECT $a", ["$b": .null]) { _ in 0 }
      }
    }
    #expect(error?.message == "the statement has no parameter $b")
  }

  @Test func `a column that is not in the row is named`() {
    let error = #expect(throws: LedgerError.self) {
      try read("1") { row throws(LedgerError) in try row.integer("y") }
    }
    #expect(error?.message == "the statement gives no column 'y'")
  }

  @Test(arguments: ["'7'", "7.0", "NULL", "x'07'"])
  func `what is no whole number is not read as one`(sql: String) {
    let error = #expect(throws: LedgerError.self) {
      try read(sql) { row throws(LedgerError) in try row.integer("x") }
    }
    #expect(error?.code == .corrupt)
  }

  @Test(arguments: ["7", "7.0", "NULL", "x'07'"])
  func `what is no text is not read as text`(sql: String) {
    #expect(throws: LedgerError.self) {
      try read(sql) { row throws(LedgerError) in try row.text("x") }
    }
  }

  @Test func `a whole number is read as a number`() throws {
    #expect(try read("7") { row throws(LedgerError) in try row.real("x") } == 7)
  }

  @Test(arguments: [0, 1, -1, Int64.max, Int64.min])
  func `whole numbers keep all their bits`(number: Int64) throws {
    let back = try Ledger.inMemory().use { connection throws(LedgerError) in
      try connection.row("SELECT $x AS x", ["$x": .integer(number)]) { row throws(LedgerError) in
        try row.integer("x")
      }
    }
    #expect(back == number)
  }

  @Test(arguments: [0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity])
  func `numbers keep all their bits`(number: Double) throws {
    let back = try Ledger.inMemory().use { connection throws(LedgerError) in
      try connection.row("SELECT $x AS x", ["$x": .real(number)]) { row throws(LedgerError) in
        try row.real("x")
      }
    }
    #expect(back.bitPattern == number.bitPattern)
  }
}
