import DuckDB
import Foundation
import Testing

@testable import FeatureEngine

/// What the systems would have won against the lines of a real season. `REAL_SEASONS=1` runs it: it takes
/// a season, and prints the table that `docs/real-seasons.md` shows.
@Suite(
  .enabled(if: RealSeason.isThere, "the real seasons are not beside the checkout: ../shared/data"),
  .enabled(
    if: ProcessInfo.processInfo.environment["REAL_SEASONS"] == "1",
    "it takes a whole season; REAL_SEASONS=1 runs it"))
struct BackTests {
  /// Of each system: decisions that were won or lost, those on OVER, the share that was won, in percent;
  /// and over all predictions with a line, the mean error in points of the system and of the line.
  static let question = """
    SELECT system_id, COUNT(*) FILTER (is_decided) AS decisions,
      COUNT(*) FILTER (is_decided AND recommendation = 'OVER') AS overs,
      ROUND(100 * COUNT(*) FILTER (is_decided AND is_won) / COUNT(*) FILTER (is_decided), 2) AS won,
      ROUND(AVG(ABS(predicted_points - points)), 3) AS error,
      ROUND(AVG(ABS(current_points_line - points)), 3) AS line_error, COUNT(*) AS lines
    FROM (
      SELECT *, recommendation <> 'PASS' AND points <> current_points_line AS is_decided,
        (recommendation = 'OVER') = (points > current_points_line) AS is_won
      FROM nba_predictions.player_prop_predictions
      JOIN nba_analytics.player_game_summary AS played USING (player_lookup, game_date)
      WHERE current_points_line IS NOT NULL AND played.points IS NOT NULL
    )
    GROUP BY ALL ORDER BY system_id
    """

  @Test func `no system wins more of its decisions than somebody who sees nothing ahead`() throws {
    let season = try RealSeason("2024-25")
    try season.run(day("2024-10-22")...day("2025-04-13"))
    let rows = try season.warehouse.connection.query(Self.question).rows()
    print("system | decisions | overs | won % | error | error of the line | lines")
    for line in try season.warehouse.texts(Self.question) { print(line) }
    #expect(rows.count == 5)
    for row in rows {
      let name = Comment(rawValue: row[0].asText ?? "")
      let won = try #require(row[3].asDouble, name)
      #expect((row[1].asInteger ?? 0) > 300, name)
      #expect(44...56 ~= won, name)
      // Bookmakers know more than averages do.
      #expect(try #require(row[4].asDouble) > #require(row[5].asDouble), name)
    }
  }
}
