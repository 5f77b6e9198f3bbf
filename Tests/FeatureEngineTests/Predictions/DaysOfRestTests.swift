import DuckDB
import Testing

@testable import FeatureEngine

/// The shipped season has a game of every team on every day, and leaves each player out on every eleventh:
/// days of rest count from the last game, so that a game on two days running is one.
@Suite struct DaysOfRestTests {
  @Test func `one day after the last game is back to back, two are not`() throws {
    let shipped = try ShippedWarehouse(path: ":memory:", whole: true)
    try ShippedSeason.fill(shipped.warehouse)
    try shipped.run()
    let rows = try shipped.warehouse.connection.query(
      """
      SELECT days_rest, back_to_back, played_yesterday, COUNT(*) > 50
      FROM nba_analytics.upcoming_player_game_context AS context
      LEFT JOIN (
        SELECT player_lookup, game_date + 1 AS game_date, player_status = 'active' AS played_yesterday
        FROM nba_raw.nbac_gamebook_player_stats
      ) AS yesterday USING (player_lookup, game_date)
      WHERE game_date > DATE '2022-11-02'
      GROUP BY ALL ORDER BY ALL
      """
    ).rows().map { $0.map { "\($0)" }.joined(separator: " ") }
    #expect(
      rows == [
        "integer(1) boolean(true) boolean(true) boolean(true)",
        "integer(2) boolean(false) boolean(false) boolean(true)",
      ])
  }
}
