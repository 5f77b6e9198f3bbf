import DuckDB
import FeatureAlgebra
import FeatureCompiler
import FeatureKernels
import FeatureSpec
import Foundation
import NBAFeatures
import NBAKernels
import Testing

@testable import FeatureEngine

/// A warehouse with the real season, and the oracles beside it.
final class RealSeason {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data").standardizedFileURL.path
  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder + "/player_box_2022_23.parquet")
  }

  let warehouse: Warehouse
  let engine: Engine

  /// A season, loaded.
  init(_ name: String = "2022-23") throws {
    let pipeline = NBAFeatures.pipeline
    var access = Warehouse.Access()
    access.readsFiles = true
    warehouse = try Warehouse(path: ":memory:", access: access)
    engine = Engine(
      plan: try compile(pipeline), warehouse: warehouse, ledger: nil,
      context: RunContext(
        command: "test", version: "test", microsecondsNow: { 1_700_000_000_000_000 },
        makeRunID: { "run" }, kernels: KernelRegistry([SimilarityKernel()])))
    let feed = try #require(pipeline.feeds.first { $0.name == "nba-stats" })
    _ = try engine.load(feed, from: RealSeason.folder, seasons: [name])
  }

  /// Runs the whole season, or a part of it.
  @discardableResult
  func run(
    _ days: ClosedRange<Day> = day("2022-10-18")...day("2023-04-09"),
    _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> RunReport {
    var options = RunOptions(days: days)
    change(&options)
    return try engine.run(options)
  }

  /// The oracles over what is stored.
  var stored: Oracles { Oracles(warehouse) }

  /// Where the stored table is not the oracle's: a line per column with the number of rows.
  func differences(
    _ table: String, from oracle: String, keys: [String], expected: Int
  ) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Oracles/\(oracle).sql")
    let sql = try String(contentsOf: file, encoding: .utf8)
    let connection = warehouse.connection
    try connection.execute(
      "CREATE OR REPLACE TEMPORARY TABLE oracle AS \(sql)", ["data": .text(RealSeason.folder)])
    let theirs = try names("SELECT * FROM oracle LIMIT 0")
    let ours = try names("SELECT * FROM \(table) LIMIT 0")
    let isRow = theirs.contains("failure_category") ? "oracle.failure_category IS NULL" : "TRUE"
    let join =
      "FROM \(table) AS ours JOIN oracle ON \(isRow) AND "
      + keys.map { "ours.\($0) = oracle.\($0)" }.joined(separator: " AND ")
    let matched = try count("SELECT COUNT(*) \(join)")
    var found = matched == expected ? [] : ["\(matched) of \(expected) rows match by key"]
    let compared = theirs.filter { ours.contains($0) && !keys.contains($0) }
    #expect(compared.count > 15)
    for column in compared {
      let (mine, theirs) = ("ours.\(column)", "oracle.\(column)")
      let differs = "CAST(\(mine) AS VARCHAR) IS DISTINCT FROM CAST(\(theirs) AS VARCHAR)"
      let gap = "ABS(TRY_CAST(\(mine) AS DOUBLE) - TRY_CAST(\(theirs) AS DOUBLE))"
      let number = "COALESCE(\(gap) > 1e-9, TRUE)"
      let rows = try count("SELECT COUNT(*) \(join) WHERE \(differs) AND \(number)")
      if rows > 0 { found.append("\(column): \(rows) rows") }
    }
    return found
  }

  func failureCounts() throws -> [String: Int] {
    let rows = try warehouse.connection.query(
      "SELECT failure_category, COUNT(*) FROM fastbreak.failures GROUP BY ALL"
    ).rows()
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0[0].asText ?? "", Int($0[1].asInteger ?? 0)) })
  }

  private func names(_ sql: String) throws -> [String] {
    try warehouse.connection.query(sql).columns.map(\.name)
  }

  private func count(_ sql: String) throws -> Int {
    Int(try warehouse.connection.query(sql).value().asInteger ?? 0)
  }
}
