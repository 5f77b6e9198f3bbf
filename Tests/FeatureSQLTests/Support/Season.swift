import DuckDB
import FeatureAlgebra

@testable import FeatureSQL

/// An in-memory DuckDB with a few hand-made rows.
struct Season {
  let connection: Connection

  /// - Parameter script: DDL and rows.
  init(_ script: String) throws {
    connection = try Database(.memory).connect()
    try connection.execute("CREATE SCHEMA raw; CREATE SCHEMA out;" + script)
  }

  /// The rows of a statement, values separated by blanks: `2023-01-05 ann 12.5 NULL`.
  func rows(_ statement: Statement, from: String, to: String) throws -> [String] {
    if try hasSchedule {
      try connection.execute(CalendarShape(of: Sample.plan()).keep(in: .duckDB).sql)
    }
    var values: [String: SQLValue] = [:]
    for name in statement.parameters { values[name] = try day(name == "to" ? to : from) }
    let result = try connection.query(statement.sql, Parameters(values))
    return try result.rows().map { $0.map(Season.text).joined(separator: " ") }
  }

  func rows(_ sql: String) throws -> [String] {
    try connection.query(sql).rows().map { $0.map(Season.text).joined(separator: " ") }
  }

  private var hasSchedule: Bool {
    get throws {
      try rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'schedule'").count > 0
    }
  }

  private func day(_ text: String) throws -> SQLValue {
    guard let day = Day(text) else { throw RenderError(.brokenPlan, "no day: \(text)") }
    return .date(day.ordinal)
  }

  static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .hugeint(let value): String(value)
    case .double(let value): value.description
    case .decimal(let unscaled, let scale): decimal(unscaled, scale)
    case .text(let value): value
    case .blob(let bytes): "\(bytes.count) bytes"
    case .date(let days): Day(ordinal: days).description
    case .timestamp(let micros): "\(micros)us"
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    }
  }

  private static func decimal(_ unscaled: Int128, _ scale: Int) -> String {
    guard scale > 0 else { return String(unscaled) }
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (unscaled < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
