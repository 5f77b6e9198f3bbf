import DuckDB
import FeatureCompiler
import FeatureKernels
import FeatureSpec
import NBAFeatures
import NBAKernels
import Testing

@testable import FeatureEngine

/// Two rows where the shipped tables hold one: the load counts those it does not take, and says why.
@Suite struct DoubledRowsTests {
  /// Loads rows into one raw table through the feed of whole tables.
  static func load(
    _ table: String, _ rows: String
  ) throws -> (refused: [String: Int], stored: Int) {
    let folder = TemporaryFolder()
    var access = Warehouse.Access()
    access.readsFiles = true
    access.threads = 1
    let warehouse = try Warehouse(path: ":memory:", access: access)
    let plan = try compile(NBAFeatures.pipeline)
    try warehouse.prepare(for: plan)
    try warehouse.connection.execute(
      """
      CREATE TEMPORARY TABLE given AS FROM nba_raw.\(table) LIMIT 0;
      INSERT INTO given BY NAME \(rows);
      COPY given TO '\(folder.path("\(table).parquet"))' (FORMAT parquet);
      """)
    let feed = try #require(NBAFeatures.pipeline.feeds.first { $0.name == "nba-demo" })
    let report = try Engine(
      plan: plan, warehouse: warehouse, ledger: nil,
      context: TestClock().context(KernelRegistry([SimilarityKernel()]))
    ).load(feed, from: folder.path(""), seasons: [])
    let loaded = try #require(report.tables.first { $0.table == "nba_raw.\(table)" })
    return (loaded.refused, loaded.rows.inserted)
  }

  @Test func `two lines of one bookmaker on one player at one time`() throws {
    let found = try Self.load(
      "odds_api_player_points_props",
      """
      SELECT DATE '2022-11-05' AS game_date, TIMESTAMP '2022-11-05 20:00:00' AS snapshot_timestamp,
        'draftkings' AS bookmaker, 'ann' AS player_lookup, line AS points_line,
        TIMESTAMP '2022-11-05 21:00:00' AS processed_at
      FROM (VALUES (20.5), (21.5)) AS quote(line)
      """)
    #expect(found.refused == ["another row has the same key": 1])
    #expect(found.stored == 1)
  }

  @Test func `a player in the gamebooks of two teams on one day`() throws {
    let found = try Self.load(
      "nbac_gamebook_player_stats",
      """
      SELECT DATE '2022-11-05' AS game_date, 'g1' AS game_id, 'ann' AS player_lookup,
        team AS team_abbr, 'active' AS player_status, '24:00' AS minutes, 12 AS points,
        TIMESTAMP '2022-11-06 06:00:00' AS processed_at
      FROM (VALUES ('BOS'), ('NYK')) AS line(team)
      """)
    #expect(found.refused == ["another row has the same key": 1])
    #expect(found.stored == 1)
  }
}
