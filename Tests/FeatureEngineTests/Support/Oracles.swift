import DuckDB
import FeatureAlgebra
import Foundation
import Testing

@testable import FeatureEngine

/// The second implementations in `Oracles`, asked over what a warehouse has stored.
struct Oracles {
  private let connection: Connection

  init(_ warehouse: Warehouse) { connection = warehouse.connection }

  /// Makes a temporary table of an oracle that others read.
  func prepare(_ oracle: String) throws {
    try connection.execute("CREATE OR REPLACE TEMPORARY TABLE \(oracle) AS \(text(oracle))")
  }

  /// `features[1] AS f1, …`
  func elements(_ count: Int) -> String {
    (1...count).map { "features[\($0)] AS f\($0)" }.joined(separator: ", ")
  }

  /// Expects that a stored table is what its oracle says. Fails with a line for rows that are missing or
  /// too many, and one per column with the number of rows that differ. An oracle's row with a `failure_category` has
  /// a failure of this category and no row.
  ///
  /// - Parameters:
  ///   - selecting: more columns of the stored table.
  ///   - comparedColumns, rows: at least so many are compared; fewer would prove little.
  func expectSame(
    _ table: String, from oracle: String? = nil, keys: [String], where condition: String = "true",
    selecting more: String? = nil, comparedColumns: Int, atLeast rows: Int
  ) throws {
    let name = table.split(separator: ".").last.map(String.init) ?? table
    try connection.execute(
      "CREATE OR REPLACE TEMPORARY TABLE theirs AS SELECT * FROM (\(text(oracle ?? name))) WHERE \(condition)"
    )
    try connection.execute(
      "CREATE OR REPLACE TEMPORARY TABLE ours AS SELECT *\(more.map { ", \($0)" } ?? "") FROM \(table)"
    )
    let names = try columns("theirs")
    let hasFailures = names.contains("failure_category")
    let isRow = hasFailures ? "failure_category IS NULL" : "true"
    let key = keys.joined(separator: ", ")
    var found: [String] = []
    for (word, one, other) in [("missing", "theirs", "ours"), ("too many", "ours", "theirs")] {
      let filter = { $0 == "theirs" ? " WHERE \(isRow)" : "" }
      let count = try count(
        "SELECT COUNT(*) FROM (SELECT \(key) FROM \(one)\(filter(one)) EXCEPT ALL SELECT \(key) FROM \(other)\(filter(other)))"
      )
      if count > 0 { found.append("\(count) rows are \(word)") }
    }
    if hasFailures {
      let wrong = try count(
        """
        SELECT COUNT(*) FROM (
          SELECT player_lookup, \(keys[1]), failure_category FROM theirs WHERE NOT \(isRow)
          EXCEPT ALL
          SELECT entity_id, as_of, failure_category FROM fastbreak.failures
          WHERE processor_name = '\(name)')
        """)
      if wrong > 0 { found.append("\(wrong) failures have another category") }
    }
    let matched = try count("SELECT COUNT(*) FROM ours JOIN theirs USING (\(key)) WHERE \(isRow)")
    #expect(matched >= rows, "\(table) has \(matched) rows to compare")
    let ours = try columns("ours")
    let compared = names.filter { ours.contains($0) && !keys.contains($0) }
    #expect(compared.count >= comparedColumns, "\(table) has \(compared.count) columns to compare")
    for column in compared {
      let (mine, his) = ("ours.\(column)", "theirs.\(column)")
      let differs = "CAST(\(mine) AS VARCHAR) IS DISTINCT FROM CAST(\(his) AS VARCHAR)"
      let gap = "ABS(TRY_CAST(\(mine) AS DOUBLE) - TRY_CAST(\(his) AS DOUBLE))"
      let rows = try count(
        "SELECT COUNT(*) FROM ours JOIN theirs USING (\(key)) WHERE \(isRow) AND \(differs) AND COALESCE(\(gap) > 1e-9, TRUE)"
      )
      if rows > 0 { found.append("\(column): \(rows) rows") }
    }
    #expect(found == [], "\(table): \(found)")
  }

  private func text(_ oracle: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Oracles/\(oracle).sql")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func columns(_ table: String) throws -> [String] {
    try connection.query("SELECT * FROM \(table) LIMIT 0").columns.map(\.name)
  }

  private func count(_ sql: String) throws -> Int {
    Int(try connection.query(sql).value().asInteger ?? 0)
  }
}
