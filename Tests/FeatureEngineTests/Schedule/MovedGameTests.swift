import DuckDB
import Testing

@testable import FeatureEngine

/// A game that is moved to another day after features of its old day were stored. Its old row stays in
/// the schedule as it was; a newer one takes its place.
@Suite struct MovedGameTests {
  /// The shipped season, whose last day is to be played.
  static func season(_ change: String = "") throws -> ShippedWarehouse {
    let season = try ShippedWarehouse(path: ":memory:", whole: true)
    try ShippedSeason.fill(season.warehouse)
    try season.warehouse.connection.execute(
      """
      DELETE FROM nba_raw.nbac_gamebook_player_stats WHERE game_date = '2022-11-20';
      DELETE FROM nba_raw.nbac_team_boxscore WHERE game_date = '2022-11-20';
      UPDATE nba_raw.nbac_schedule
      SET game_status = 1, game_status_text = 'Scheduled', home_team_score = NULL,
        away_team_score = NULL
      WHERE game_date = '2022-11-20';
      """ + change)
    return season
  }

  /// The row that says that a game is on the 21st.
  static func move(_ game: String) -> String {
    """
    INSERT INTO nba_raw.nbac_schedule BY NAME
    SELECT * REPLACE (
      DATE '2022-11-21' AS game_date, 'moved' AS game_id, 1 AS game_status,
      NULL AS home_team_score, NULL AS away_team_score, 'abcdef0123456789' AS data_hash,
      TIMESTAMP '2022-11-22 08:00:00' AS processed_at)
    FROM nba_raw.nbac_schedule WHERE nba_game_id = '\(game)';
    """
  }

  static let days = day("2022-11-01")...day("2022-11-21")

  // g76 is one of four games on the 20th; g36 of four that were played on the 10th.
  @Test(arguments: ["g76", "g36"])
  func `the old day is computed again, and so is all that looked back at it`(game: String) throws {
    let moved = try Self.season()
    try moved.run(Self.days)
    let before = try moved.stored()
    try moved.warehouse.connection.execute(Self.move(game))
    try moved.run(Self.days)
    let after = try moved.stored()
    #expect(after != before)
    let whole = try Self.season(Self.move(game))
    try whole.run(Self.days)
    #expect(try whole.stored() == after)
  }

  @Test func `nobody is expected on the old day any more`() throws {
    let season = try Self.season()
    try season.run(Self.days)
    func expected() throws -> [String] {
      try season.warehouse.texts(
        """
        SELECT day(game_date), COUNT(*), COUNT(DISTINCT team_abbr)
        FROM nba_analytics.upcoming_player_game_context
        WHERE game_date > '2022-11-19' GROUP BY ALL ORDER BY ALL
        """)
    }
    #expect(try expected() == ["20 | 80 | 8"])
    try season.warehouse.connection.execute(Self.move("g76"))
    try season.run(Self.days)
    #expect(try expected() == ["20 | 60 | 6", "21 | 20 | 2"])
  }
}
