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

/// The real season 2022-23 through the shipped feed and specs, held to the oracles row by row.
@Suite(
  .enabled(if: RealSeason.isThere, "the real seasons are not beside the checkout: ../shared/data"),
  .serialized)
struct RealSeasonTests {
  @Test func `the season is loaded, run, equal to the oracles and then left alone`() throws {
    let season = try RealSeason()
    let first = try season.run()
    #expect(first.failedDays == 0)
    #expect(
      first.processors.map { "\($0.processor) \($0.rows.inserted)" } == [
        "team_offense_game_summary 2460", "player_game_summary 25894",
        "team_defense_game_summary 2460", "team_defense_zone_analysis 4039",
        "player_shot_zone_analysis 59492", "upcoming_team_game_context 2460",
        "upcoming_injury_context 0", "upcoming_player_game_context 24917",
        "player_composite_factors 20629",
        "player_daily_cache 22091", "player_game_settings 25881", "ml_feature_store_v2 19675",
        "moving_average_baseline_v1 19675", "zone_matchup_v1 19675",
        "similarity_balanced_v1 16339", "xgboost_v1 19675", "ensemble_v1 19675",
        "player_prop_predictions 95039",
      ])

    #expect(
      try season.differences(
        "nba_analytics.player_game_summary", from: "player_game_summary",
        keys: ["player_lookup", "game_date"], expected: 25_894) == [])
    #expect(
      try season.differences(
        "nba_precompute.team_defense_zone_analysis", from: "team_defense_zone_analysis",
        keys: ["team_abbr", "analysis_date"], expected: 4_039) == [])
    #expect(
      try season.differences(
        "nba_precompute.player_shot_zone_analysis", from: "player_shot_zone_analysis",
        keys: ["player_lookup", "analysis_date"], expected: 59_492) == [])
    #expect(
      try season.differences(
        "nba_analytics.upcoming_team_game_context", from: "upcoming_team_game_context",
        keys: ["team_abbr", "game_date"], expected: 2_460) == [])
    #expect(
      try season.differences(
        "nba_analytics.upcoming_player_game_context", from: "upcoming_player_game_context",
        keys: ["player_lookup", "game_date"], expected: 24_917) == [])
    #expect(
      try season.failureCounts() == [
        "EXPECTED_INCOMPLETE": 9_804, "INCOMPLETE_DATA": 1_234, "INCOMPLETE_UPSTREAM": 5_485,
        "INSUFFICIENT_DATA": 4_358, "MISSING_DEPENDENCY": 84,
      ])

    let stored = season.stored
    try stored.expectSamePrecompute(atLeast: 15_000, vectors: 12_000)
    try stored.expectSameSystems(atLeast: 12_000)
    try stored.expectSameSimilarity(atLeast: 10_000)

    let second = try season.run()
    #expect(second.rowsWritten == 0)
    #expect(second.processors.allSatisfy { ($0.days[.computed] ?? 0) == 0 })
  }
}

/// A warehouse with the real season, and the oracles beside it.
private final class RealSeason {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data").standardizedFileURL.path
  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder + "/player_box_2022_23.parquet")
  }

  private let warehouse: Warehouse
  private let engine: Engine

  init() throws {
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
    _ = try engine.load(feed, from: RealSeason.folder, seasons: ["2022-23"])
  }

  func run() throws -> RunReport {
    let first = try #require(Day("2022-10-18"))
    let last = try #require(Day("2023-04-09"))
    return try engine.run(RunOptions(days: first...last))
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
