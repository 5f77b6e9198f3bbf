import DuckDB
import FeatureAlgebra
import FeaturePlan

@testable import FeatureSQL

/// A DuckDB in memory with the tables of a plan, and the statements of its one processor.
struct Warehouse {
  let connection: Connection
  let processor: ProcessorPlan
  let sql: StatementSet
  var write: WriteStatements { sql.write }

  init(_ processor: ProcessorPlan = SmallPlan.processor()) throws {
    self.connection = try Database().connect()
    self.processor = processor
    let plan = SmallPlan.plan(processor)
    self.sql = try statements(for: processor, in: plan, dialect: .duckDB)
    for statement in try SchemaStatements(for: plan, dialect: .duckDB).create {
      try connection.execute(statement.sql)
    }
  }

  /// Values for the parameters that a statement names.
  static func values(
    _ statement: Statement, from: String = "2023-01-01", to: String = "2023-01-31",
    now: Int64 = 1
  ) throws -> Parameters {
    var values: [String: SQLValue] = [:]
    for name in statement.parameters {
      switch name {
      case "from": values[name] = .date(try day(from).ordinal)
      case "to": values[name] = .date(try day(to).ordinal)
      case "now": values[name] = .timestamp(now)
      case "run_id": values[name] = "run-1"
      case "plan_fingerprint": values[name] = "abc"
      default: throw MissingValue(name: name)
      }
    }
    return Parameters(values)
  }

  struct MissingValue: Error { let name: String }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw MissingValue(name: text) }
    return day
  }

  @discardableResult
  func run(
    _ statement: Statement, from: String = "2023-01-01", to: String = "2023-01-31", now: Int64 = 1
  ) throws -> Int {
    try connection.execute(sql.calendar.sql)
    return try connection.execute(
      statement.sql, Warehouse.values(statement, from: from, to: to, now: now))
  }

  func rows(
    _ statement: Statement, from: String = "2023-01-01", to: String = "2023-01-31", now: Int64 = 1
  ) throws -> [[SQLValue]] {
    try connection.execute(sql.calendar.sql)
    return try connection.query(
      statement.sql, Warehouse.values(statement, from: from, to: to, now: now)
    ).rows()
  }

  func rows(_ sql: String) throws -> [[SQLValue]] { try connection.query(sql).rows() }

  /// Empties the stage and fills it by `INSERT INTO … VALUES …`, and the texts of the hashes from that.
  func stage(_ values: String, columns: String) throws {
    try connection.execute(write.createStage.sql)
    try connection.execute("INSERT INTO \"\(write.staged)\" (\(columns)) VALUES \(values)")
    guard processor.hasRowText else { return }
    let text = RowHash(of: processor.table.columns, rule: processor.write.hashRule).text()
    try connection.execute(
      "UPDATE \"\(write.staged)\" SET row_text = \(try Printer.text(text, in: .duckDB))")
  }
}
