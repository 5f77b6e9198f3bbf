import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// Rosters that are too old, or that contradict one another: who is expected to play, and which failure
/// row says why somebody is not.
@Suite struct ExpectedPlayersTests {
  /// BOS plays NYK on 2022-11-05; these are the rosters, as `(day, team, player)`.
  static func upcoming(_ rosters: String) throws -> (rows: [String], failures: [String]) {
    let day = try GameDay(
      given: NBAFeatures.rawTables.filter { type(of: $0).name != Schedule.name } + [
        PlayerGameSummary(), TeamOffenseGameSummary(), UpcomingInjuryContext(),
      ],
      """
      INSERT INTO nba_raw.espn_team_rosters BY NAME
      SELECT DATE '2022-11-05' - age AS roster_date, team AS team_abbr, player AS player_lookup,
        LEFT(SHA256(team || player || age), 16) AS data_hash
      FROM (VALUES \(rosters)) AS roster(age, team, player);
      """
    ) { Processor.upcomingPlayerGameContext }
    return (
      try day.rows(
        """
        SELECT player_lookup, team_abbr, universe_source
        FROM nba_analytics.upcoming_player_game_context ORDER BY ALL
        """),
      try day.rows(
        """
        SELECT entity_id, failure_category, failure_reason FROM fastbreak.failures ORDER BY ALL
        """)
    )
  }

  @Test func `a roster of ninety days names its players, an older one is a failure that says so`()
    throws
  {
    let found = try Self.upcoming("(90, 'BOS', 'ann'), (91, 'NYK', 'bob')")
    #expect(found.rows == ["ann | BOS | roster"])
    #expect(
      found.failures == [
        "nobodyofnyk | MISSING_UPSTREAM | nobody is known to play for NYK: its newest roster is 91"
          + " days old, 90 is the most, and nobody played for it in the last 30 days"
      ])
  }

  @Test func `who is on the rosters of two teams belongs to the newer`() throws {
    let found = try Self.upcoming("(3, 'BOS', 'ann'), (2, 'NYK', 'ann'), (3, 'BOS', 'bob')")
    #expect(found.rows == ["ann | NYK | roster", "bob | BOS | roster"])
    #expect(found.failures == [])
  }

  @Test func `who is on two rosters of one day is a failure that names both teams`() throws {
    let found = try Self.upcoming("(3, 'BOS', 'ann'), (3, 'NYK', 'ann'), (3, 'NYK', 'bob')")
    #expect(found.rows == ["bob | NYK | roster"])
    #expect(
      found.failures == [
        "ann | MISSING_UPSTREAM | the rosters of BOS and NYK of one day both list him"
      ])
  }
}
