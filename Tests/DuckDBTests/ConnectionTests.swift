import DuckDB
import Foundation
import Synchronization
import Testing

@Suite struct ConnectionTests {
  let database: Database
  let connection: Connection

  init() throws {
    database = try Database()
    connection = try database.connect()
    try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR NOT NULL)")
  }

  // MARK: Parameters

  @Test func `named parameters are bound by name, however often they occur`() throws {
    let result = try connection.query(
      "SELECT $to - $from, $from, $name", ["name": "x", "from": .date(10), "to": .date(17)])
    #expect(try result.rows() == [[7, .date(10), "x"]])
  }

  @Test func `positional parameters are bound in order`() throws {
    #expect(try connection.query("SELECT ?, ?", ["a", 1]).rows() == [["a", 1]])
    #expect(try connection.query("SELECT $2, $1", ["a", 1]).rows() == [[1, "a"]])
  }

  @Test(arguments: [
    SQLValue.null, true, .integer(.min), 1.5, .double(-0.0), "with \u{0} inside and a quote '",
    "", .blob([0, 255, 39]), .blob([]), .date(-719_162), .timestamp(-1), .hugeint(.max),
    .hugeint(.min + 1), .decimal(unscaled: -12_345, scale: 2),
  ])
  func `a bound value comes back as it was`(value: SQLValue) throws {
    #expect(try connection.query("SELECT $1", [value]).value() == value)
  }

  @Test(arguments: [
    SQLValue.null, true, false, .integer(.min), .integer(.max), -1, 1.5, "x", "", "run-2023.1_a",
    "x' OR 'x' = 'x", "back\\slash", "é", .date(-719_162), .date(2_932_896), .date(0),
    .timestamp(-1), .timestamp(1_700_000_000_123_456), .timestamp(.max - 1), .blob([0, 39]),
    .hugeint(.max), .decimal(unscaled: -12_345, scale: 2),
  ])
  func `a named value comes back as it was, with the type that it has when bound`(
    value: SQLValue
  ) throws {
    let sql = "SELECT $value, typeof($value), '$value', $value IS NULL -- $value"
    let named = try connection.query(sql, ["value": value]).rows()
    let bound = try connection.prepare(sql).query(["value": value]).rows()
    #expect(named == bound)
    #expect(named[0][0] == value)
    #expect(named[0][2] == "$value")
  }

  @Test(arguments: [
    "SELECT E'\\'$from', $from", "SELECT $$ $from $$, $from", "SELECT /* $from */ $from",
    "SELECT 'it''s $from', $from", "SELECT \"$from\" FROM (SELECT $from AS \"$from\")",
    "SELECT $from, $fromage", "SELECT $FROM",
  ])
  func `what looks like a parameter and is none is left alone`(sql: String) throws {
    let values: Parameters =
      sql.contains("fromage") ? ["from": .date(3), "fromage": .date(4)] : ["from": .date(3)]
    let named = Result { try connection.query(sql, values).rows() }
    let bound = Result { try connection.prepare(sql).query(values).rows() }
    #expect((try? named.get()) == (try? bound.get()))
  }

  @Test func `a parameter without a value, or a value without a parameter, is refused`() throws {
    let sql = "SELECT $from"
    #expect(code { try connection.query(sql, ["to": 1]) } == .parameter)
    #expect(code { try connection.query(sql, ["from": 1, "to": 1]) } == .parameter)
    #expect(code { try connection.query("SELECT $1", [1, 2]) } == .parameter)
    #expect(code { try connection.query("SELECT $1", []) } == .parameter)
    #expect(code { try connection.query(sql) } == .parameter)
  }

  @Test func `a prepared statement is run again with other values`() throws {
    let insert = try connection.prepare("INSERT INTO t VALUES ($a, $b)")
    #expect(insert.parameterNames.sorted() == ["a", "b"])
    for row in 1...3 { #expect(try insert.execute(["a": .integer(Int64(row)), "b": "x"]) == 1) }
    #expect(try connection.query("SELECT sum(a) FROM t").value().asInteger == 6)
  }

  // MARK: Errors

  @Test(arguments: [
    ("SELEC 1", DuckDBError.Code.syntax),
    ("SELECT no_such_column FROM t", .binder),
    ("FROM no_such_table", .catalog),
    ("CREATE TABLE t (a INTEGER)", .catalog),
    ("INSERT INTO t VALUES (1, 'x'), (1, 'y')", .constraint),
    ("INSERT INTO t VALUES (1, NULL)", .constraint),
    ("SELECT 'x'::INTEGER", .conversion),
    ("SELECT 2147483647::INTEGER + 1::INTEGER", .outOfRange),
    ("COMMIT", .transaction),
    ("LOAD httpfs", .permission),
    ("SELECT error('refused')", .invalidInput),
    ("FROM swift_columns(99)", .binder),
  ])
  func `a failing statement keeps its SQL and the engine's words`(
    sql: String, code: DuckDBError.Code
  ) throws {
    for attempt in [{ try connection.execute(sql) }, { try connection.execute(sql, []) }] {
      let error = try #require(throws: DuckDBError.self) { try attempt() }
      #expect(error.code == code)
      #expect(error.sql == sql)
      #expect(error.message.contains("Error: "), "\(error.message)")
    }
  }

  @Test func `a script stops at its first failure`() throws {
    #expect(
      code {
        try connection.execute("INSERT INTO t VALUES (1, 'x'); FROM nowhere; DELETE FROM t")
      } == .catalog)
    #expect(try connection.query("SELECT a FROM t").value() == 1)
  }

  // MARK: Transactions

  @Test func `a transaction is kept when its body returns`() throws {
    try connection.transaction { () throws(DuckDBError) in
      try connection.execute("INSERT INTO t VALUES (1, 'x')")
    }
    #expect(try database.connect().query("SELECT count(*) FROM t").value() == 1)
  }

  @Test func `a transaction is rolled back when its body throws`() throws {
    #expect(
      code {
        try connection.transaction { () throws(DuckDBError) in
          try connection.execute("INSERT INTO t VALUES (1, 'x')")
          try connection.append(
            [ColumnBuffer("a", .integer([2])), ColumnBuffer("b", .text(["y"]))], to: "t")
          try connection.execute("INSERT INTO t VALUES (1, 'again')")
        }
      } == .constraint)
    #expect(try connection.query("SELECT count(*) FROM t").value() == 0)
  }

  @Test func `a transaction throws the error of its body, of whatever type`() throws {
    enum Refusal: Error, Equatable {
      case byUs
      case byTheEngine(DuckDBError)
    }
    #expect(throws: Refusal.byUs) {
      try connection.transaction(failure: Refusal.byTheEngine) { () throws(Refusal) in
        throw .byUs
      }
    }
    try connection.execute("BEGIN")
    let error = #expect(throws: Refusal.self) {
      try connection.transaction(failure: Refusal.byTheEngine) { () throws(Refusal) in }
    }
    #expect(error != .byUs)
  }

  // MARK: Other threads

  @Test func `a running statement is interrupted from another thread`() throws {
    let interrupt = connection.interruptHandle
    let started = Date()
    let stopper = Thread {
      while Date().timeIntervalSince(started) < 20 {
        Thread.sleep(forTimeInterval: 0.05)
        interrupt.interrupt()
      }
    }
    stopper.start()
    let endless =
      "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 8"
    #expect(code { try connection.query(endless) } == .interrupted)
    #expect(Date().timeIntervalSince(started) < 10)
  }

  @Test func `progress is told while a statement runs, and not before`() throws {
    try connection.execute(
      "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET threads = 1")
    try connection.execute("CREATE TABLE long AS FROM range(2000000) r(i)")
    let handle = connection.interruptHandle
    #expect(handle.progress == nil)
    let seen = Mutex<[Double]>([])
    let started = Date()
    Thread {
      while Date().timeIntervalSince(started) < 20 {
        Thread.sleep(forTimeInterval: 0.01)
        guard let progress = handle.progress else { continue }
        seen.withLock { $0.append(progress) }
        if progress > 0 { return handle.interrupt() }
      }
      handle.interrupt()
    }.start()
    #expect(
      code {
        try connection.query(
          "SELECT sum(length(sha256(i::VARCHAR || n))) FROM long, range(300) s(n)")
      } == .interrupted)
    let progress = seen.withLock { $0 }
    #expect(progress.allSatisfy { (0...1).contains($0) })
    #expect((progress.last ?? 0) > 0)
  }

  @Test func `connections of one database see each other's rows`() throws {
    try connection.execute("INSERT INTO t VALUES (1, 'x')")
    #expect(try database.connect().query("SELECT b FROM t").value() == "x")
  }
}
