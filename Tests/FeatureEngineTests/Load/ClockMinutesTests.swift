import DuckDB
import FeatureCompiler
import FeaturePlan
import FeatureSpec
import Foundation
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The playing time of the shipped feed of generated seasons, as texts.
@Suite struct ClockMinutesTests {
  @Test func `sixty seconds are a minute, any other text is refused with its reason`() throws {
    let folder = TemporaryFolder()
    var access = Warehouse.Access()
    access.readsFiles = true
    let warehouse = try Warehouse(path: ":memory:", access: access)
    let plan = try compile(NBAFeatures.pipeline)
    try warehouse.prepare(for: plan)
    let table = "nba_raw.nbac_gamebook_player_stats"
    try warehouse.connection.execute(
      """
      INSERT INTO \(table) BY NAME
      SELECT 'g' AS game_id, DATE '2024-11-01' AS game_date, 'p' || n AS player_lookup,
        'BOS' AS team_abbr, 'active' AS player_status, text AS minutes, 2024 AS season_year,
        TIMESTAMP '2024-11-02 06:00:00' AS processed_at
      FROM (VALUES (1, '24:60'), (2, '24:61'), (3, 'n/a'), (4, ''), (5, NULL), (6, '7:05')) AS v(n, text);
      COPY \(table) TO '\(folder.path("nbac_gamebook_player_stats.parquet"))' (FORMAT parquet);
      DELETE FROM \(table)
      """)
    let feed = try #require(NBAFeatures.pipeline.feeds.first { $0.name == "nba-demo" })
    let clock = TestClock()
    clock.tick()
    let report = try Engine(
      plan: plan, warehouse: warehouse, ledger: nil, context: clock.context()
    ).load(feed, from: folder.root.path, seasons: [])
    let lines = try #require(report.tables.first { $0.table == table })
    #expect(lines.refused == ["minutes are not written as MM:SS": 3])
    #expect(
      try warehouse.connection.query("SELECT minutes FROM \(table) ORDER BY player_lookup").rows()
        .map { $0[0].asText } == ["24:60", nil, "7:05"])
  }
}
