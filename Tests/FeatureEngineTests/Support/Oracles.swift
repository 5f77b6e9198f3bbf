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
  private func prepare(_ oracle: String) throws {
    try connection.execute("CREATE OR REPLACE TEMPORARY TABLE \(oracle) AS \(text(oracle))")
  }

  /// Composite factors, daily caches and vectors are what their oracles say.
  func expectSamePrecompute(atLeast rows: Int, vectors: Int) throws {
    try prepare("stored_player_windows")
    try expectSame(
      "nba_precompute.player_composite_factors", keys: ["player_lookup", "game_date"],
      comparedColumns: 28, atLeast: rows)
    try expectSame(
      "nba_precompute.player_daily_cache", keys: ["player_lookup", "cache_date"],
      comparedColumns: 40, atLeast: rows)
    try expectSame(
      "nba_predictions.ml_feature_store_v2", keys: ["player_lookup", "game_date"],
      selecting: elements(25), comparedColumns: 35, atLeast: vectors)
  }

  /// The systems that are formulas, and the ensemble, are what their oracles say.
  func expectSameSystems(atLeast rows: Int) throws {
    for system in ["moving_average_baseline_v1", "zone_matchup_v1", "xgboost_v1"] {
      try expectSame(
        "nba_predictions.\(system)", from: "formula_systems",
        keys: ["player_lookup", "game_date"], where: "system_id = '\(system)'",
        comparedColumns: 9, atLeast: rows, units: Self.sums)
    }
    try expectSame(
      "nba_predictions.ensemble_v1", keys: ["player_lookup", "game_date"], comparedColumns: 7,
      atLeast: rows)
  }

  /// The search for similar games is what its oracle says.
  func expectSameSimilarity(atLeast rows: Int) throws {
    try expectSame(
      "nba_predictions.similarity_balanced_v1", keys: ["player_lookup", "game_date"],
      comparedColumns: 12, atLeast: rows, units: Self.sums)
  }

  /// Sums of doubles, which an oracle takes in another order: a value halfway between two roundings may
  /// fall to the other side, by one unit of its last decimal (D-25).
  private static let sums = ["predicted_points": 0.1, "confidence_score": 0.01]

  /// `features[1] AS f1, …`
  private func elements(_ count: Int) -> String {
    (1...count).map { "features[\($0)] AS f\($0)" }.joined(separator: ", ")
  }

  /// Expects that a stored table is what its oracle says. Fails with a line for rows that are missing or
  /// too many, and one per column with the number of rows that differ. An oracle's row with a `failure_category` has
  /// a failure of this category and no row.
  ///
  /// - Parameters:
  ///   - selecting: more columns of the stored table.
  ///   - comparedColumns, rows: at least so many are compared; fewer would prove little.
  ///   - units: of columns that may differ by one unit of their last decimal, in one row of a hundred.
  func expectSame(
    _ table: String, from oracle: String? = nil, keys: [String], where condition: String = "true",
    selecting more: String? = nil, comparedColumns: Int, atLeast rows: Int,
    units: [String: Double] = [:]
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
      func differing(beyond tolerance: Double) throws -> Int {
        try count(
          "SELECT COUNT(*) FROM ours JOIN theirs USING (\(key)) WHERE \(isRow) AND \(differs) AND COALESCE(\(gap) > \(tolerance), TRUE)"
        )
      }
      let unit = units[column] ?? 0
      let rows = try differing(beyond: unit + 1e-9)
      if rows > 0 { found.append("\(column): \(rows) rows") }
      if unit > 0 {
        let close = try differing(beyond: 1e-9)
        if close * 100 > matched { found.append("\(column): \(close) rows by one unit") }
      }
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
