import Testing

@testable import FeatureEngine

/// The tiny season computed by hand.
@Suite(.serialized) struct FirstRunTests {
  nonisolated(unsafe) private static let shared = Result { try FirstRun() }
  let tiny: TinyWarehouse

  init() throws { tiny = try Self.shared.get().tiny }

  @Test func `lines come from the first source that has the player, with lookups and shots`()
    throws
  {
    // Ann on the 1st: three shots, two in; the best book says 11.5, and 10 − 11.5 = −1.5.
    // Cat on the 1st is only in the second source; on the 3rd the first source says 14, not 99.
    // On the 8th only another book has a line on Cat: 22 − 19.5 = 2.5.
    #expect(
      try tiny.rows(
        """
        SELECT player, day(game_date), opponent, is_home, points, shots, made_shots, line, margin,
          player_id, source
        FROM made.player_games ORDER BY game_date, player
        """) == [
          "ann | 1 | B | true | 10 | 3 | 2 | 11.5 | -1.5 | ann_001 | lines",
          "bob | 1 | B | true | 4 | 1 | 0 | ∅ | ∅ | bob_001 | lines",
          "cat | 1 | A | false | 12 | 0 | 0 | ∅ | ∅ | ∅ | backup",
          "ann | 3 | B | false | 20 | 0 | 0 | ∅ | ∅ | ann_001 | lines",
          "cat | 3 | A | true | 14 | 0 | 0 | ∅ | ∅ | ∅ | lines",
          "ann | 4 | B | true | 33 | 0 | 0 | ∅ | ∅ | ann_001 | lines",
          "bob | 4 | B | true | 8 | 0 | 0 | ∅ | ∅ | bob_001 | lines",
          "cat | 4 | A | false | 0 | 0 | 0 | ∅ | ∅ | ∅ | lines",
          "ann | 8 | B | false | 5 | 0 | 0 | ∅ | ∅ | ann_001 | lines",
          "bob | 8 | B | false | 6 | 0 | 0 | ∅ | ∅ | bob_001 | lines",
          "cat | 8 | A | true | 22 | 0 | 0 | 19.5 | 2.5 | ∅ | lines",
          "dan | 8 | A | true | 30 | 1 | 1 | ∅ | ∅ | ∅ | lines",
        ])
  }

  @Test func `windows of games, of days and of the season end before the day`() throws {
    // points_mean, last 3 games:        points_last_7_days, [D − 7, D):
    //  4th ann (10 + 20) / 2 = 15.0      10 + 20 = 30
    //  8th ann (10 + 20 + 33) / 3 = 21   10 + 20 + 33 = 63, the 1st is just inside
    //      cat (12 + 14 + 0) / 3 = 8.67  26
    // 10th ann (20 + 33 + 5) / 3 = 19.33 20 + 33 + 5 = 58, the 3rd is just inside
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date), player, points_mean, points_last_7_days, games
        FROM made.player_form ORDER BY cache_date, player
        """) == [
          "4 | ann | 15.0 | 30 | 2", "4 | cat | 13.0 | 26 | 2",
          "8 | ann | 21.0 | 63 | 3", "8 | bob | 6.0 | 12 | 2", "8 | cat | 8.7 | 26 | 3",
          "10 | ann | 19.3 | 58 | 4", "10 | bob | 6.0 | 14 | 3", "10 | cat | 12.0 | 36 | 4",
        ])
  }

  @Test func `the league is the mean of those with two games on the day`() throws {
    //  4th: ann 15, cat 13, league 14
    //  8th: ann 21, bob 6, cat 26/3 = 8.667, league 35.667/3 = 11.889
    // 10th: ann 68/4 = 17, bob 18/3 = 6, cat 48/4 = 12, league 35/3 = 11.667
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date), player, against_league
        FROM made.player_form ORDER BY cache_date, player
        """) == [
          "4 | ann | 1.00", "4 | cat | -1.00", "8 | ann | 9.11", "8 | bob | -5.89",
          "8 | cat | -3.22", "10 | ann | 5.33", "10 | bob | -5.67", "10 | cat | 0.33",
        ])
  }

  @Test func `the newest value and the streak are those of the newest games`() throws {
    // Streaks of at least ten points: ann 10, 20, 33 and then 5; cat 12, 14, then 0, then 22.
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date), player, rating, streak
        FROM made.player_form ORDER BY cache_date, player
        """) == [
          "4 | ann | 110.25 | 2", "4 | cat | 99.0 | 2", "8 | ann | ∅ | 3", "8 | bob | 90.0 | 0",
          "8 | cat | 80.0 | 0", "10 | ann | 95.0 | 0", "10 | bob | 85.0 | 0",
          "10 | cat | 105.0 | 1",
        ])
  }

  @Test func `a game that the player is excused from is not expected`() throws {
    // On the 8th three games were played; Bob was excused on the 3rd, so two are expected.
    #expect(
      try tiny.rows(
        """
        SELECT player, expected_games_count, actual_games_count, completeness_percentage,
          is_production_ready, data_quality_issues
        FROM made.player_form WHERE cache_date = '2022-11-08' ORDER BY player
        """) == [
          "ann | 3 | 3 | 100.0 | true | []", "bob | 2 | 2 | 100.0 | true | []",
          "cat | 3 | 3 | 100.0 | true | []",
        ])
  }

  @Test func `both sides of each game have a row`() throws {
    #expect(
      try tiny.rows(
        "SELECT day(game_date), team, opponent, margin FROM made.team_games ORDER BY game_date, team"
      ) == [
        "1 | A | B | 10", "1 | B | A | -10", "3 | A | B | 4", "3 | B | A | -4",
        "4 | A | B | -5", "4 | B | A | 5", "8 | A | B | -2", "8 | B | A | 2",
      ])
  }

  @Test func `days before the window do not count, and no game is NULL and 0`() throws {
    // A: on the 4th 10 + 4 = 14; on the 8th only the 4th is within [4, 8); on the 10th the 8th.
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date), margin_last_4_days, games_last_4_days
        FROM made.team_form WHERE team = 'A' ORDER BY cache_date
        """) == ["1 | ∅ | 0", "3 | 10 | 1", "4 | 14 | 2", "8 | -5 | 1", "10 | -2 | 1"])
  }

  @Test func `a processor reads what its upstream stored for the same day`() throws {
    #expect(
      try tiny.rows(
        "SELECT day(cache_date), player FROM made.player_tags WHERE is_hot ORDER BY ALL") == [
          "8 | ann", "10 | ann",
        ])
  }

  @Test func `source tracking says what was read for the day`() throws {
    // On the 10th twelve rows of games lie before; ten were expected, and more than all is 100.
    #expect(
      try tiny.rows(
        """
        SELECT DISTINCT day(cache_date) AS day, source_games_rows_found,
          source_games_completeness_pct, source_games_hash = digest
        FROM made.player_form
        JOIN fastbreak.receipt_inputs ON as_of = cache_date AND input = 'source_games'
        ORDER BY day
        """) == ["4 | 5 | 50.00 | true", "8 | 8 | 80.00 | true", "10 | 12 | 100.00 | true"])
  }
}
