import FeatureCompiler
import Testing

@testable import FeatureEngine

/// Which days a change makes stale.
@Suite struct RestatementTests {
  /// A change of raw rows, and the days that each processor computes because of it.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let days: [String: [Int]]
    init(_ description: String, _ sql: String, _ days: [String: [Int]]) {
      testDescription = description
      self.sql = sql
      self.days = days
    }
  }

  static let changes = [
    Change(
      "points of a player", "UPDATE raw.lines SET points = 21 WHERE player = 'ann' AND points = 20",
      // Ann's form moves from the 4th on, and with it what reads it.
      ["player_games": [3], "player_form": [4, 8, 10], "player_tags": [4, 8, 10]]),
    Change(
      "a score",
      "UPDATE raw.fixtures SET home_score = 96 WHERE game = 'g2'",
      // The schedule of a day is an input of everything on it. Completeness looks back at it all
      // season, team_form at team_games for four days: the 3rd is out of reach of the 8th.
      [
        "player_games": [3], "team_games": [3], "player_form": [3, 4, 8, 10], "player_tags": [3],
        "team_form": [3, 4],
      ]),
    Change(
      "a shot", "UPDATE raw.shots SET made = true WHERE player = 'bob'",
      // Bob's line of the 1st says otherwise now; no form does, so nothing reads on.
      ["player_games": [1], "player_form": [3, 4, 8, 10]]),
    Change(
      "a quote with another hash",
      "UPDATE raw.quotes SET line = 18.5, data_hash = 'abc' WHERE player = 'cat'",
      ["player_games": [8], "player_form": [10]]),
    Change(
      "a table without days", "INSERT INTO raw.registry VALUES ('dan', 'dan_001')",
      ["player_games": [1, 3, 4, 8], "player_form": [10]]),
    Change(
      "a second source that the first covers",
      "INSERT INTO raw.backup_lines VALUES ('2022-11-04', 'ann', 'A', 1)",
      ["player_games": [4]]),
    Change(
      "a line on a day without games",
      "INSERT INTO raw.lines VALUES ('2022-11-05', 'ann', 'A', 'dnp', NULL, NULL)",
      ["player_form": [8, 10]]),
    Change(
      "a line that is gone", "DELETE FROM raw.lines WHERE player = 'dan'",
      ["player_games": [8], "player_form": [10]]),
    Change("nothing", "SELECT 1", [:]),
  ]

  @Test(arguments: changes)
  func `a change restates the days whose scopes hold it, then what is downstream`(
    change: Change
  ) throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    try tiny.execute(change.sql)
    #expect(try tiny.restated() == change.days)
    // The same state as if it had never been otherwise.
    let other = try TinyWarehouse(rows: TinySeason.rows + change.sql)
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }

  @Test func `the reason names the input that changed`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    try tiny.execute("UPDATE raw.lines SET points = 21 WHERE player = 'ann' AND points = 20")
    let decisions = try tiny.decisions()
    #expect(
      decisions["player_games"]
        == [1: "fresh", 3: "source_lines changed", 4: "fresh", 8: "fresh"])
    #expect(
      decisions["player_form"]
        == [3: "fresh", 4: "lines changed", 8: "lines changed", 10: "lines changed"])
  }

  @Test func `planning computes and stores nothing`() throws {
    let tiny = try TinyWarehouse()
    #expect(try tiny.decisions()["team_form"]?.values.allSatisfy { $0 == "new" } == true)
    #expect(try tiny.rows("SELECT * FROM fastbreak.receipts") == [])
    #expect(try tiny.rows("SELECT * FROM fastbreak.failures") == [])
  }

  @Test func `another window restates its processor and what the new values reach`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    tiny.plan = try compile(TinyPipeline(window: 2).pipeline)
    let decisions = try tiny.decisions()
    #expect(decisions["player_form"]?.values.allSatisfy { $0 == "the spec changed" } == true)
    #expect(decisions["player_games"]?.values.allSatisfy { $0 == "fresh" } == true)
    // On the 4th nobody has a third game, so the values there stay, and so does what reads them.
    #expect(
      try tiny.restated() == ["player_form": [3, 4, 8, 10], "player_tags": [8, 10]])
    let other = try TinyWarehouse(TinyPipeline(window: 2))
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }

  @Test func `an edit taken back brings the old rows back`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    let before = try tiny.stored()
    for window in [2, 3] {
      tiny.plan = try compile(TinyPipeline(window: window).pipeline)
      try tiny.run()
    }
    #expect(try tiny.stored() == before)
  }

  @Test func `the row of an entity that is gone is deleted`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    try tiny.execute("DELETE FROM raw.lines WHERE player = 'dan'")
    let report = try tiny.run()
    #expect(report.processors.map(\.rows.deleted) == [1, 0, 0, 0, 0])
    #expect(try tiny.rows("SELECT * FROM made.player_games WHERE player = 'dan'") == [])
    // His failure of the 10th is gone as well.
    #expect(try tiny.rows("SELECT * FROM fastbreak.failures WHERE entity_id = 'dan'") == [])
  }

  @Test func `a row of an input without its hash leaves its days stale`() throws {
    // Nothing tells whether such rows changed, so they are never taken to be the same.
    let tiny = try TinyWarehouse()
    try tiny.execute("UPDATE raw.quotes SET data_hash = NULL WHERE player = 'cat'")
    try tiny.run()
    try tiny.execute("UPDATE raw.quotes SET line = 18.5 WHERE player = 'cat'")
    #expect(try tiny.restated()["player_games"] == [8])
    #expect(
      try tiny.rows("SELECT line FROM made.player_games WHERE player = 'cat' AND line > 0")
        == ["18.5"])
  }

  @Test func `a day that has no game any more loses its rows`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    try tiny.execute("UPDATE raw.fixtures SET status = 2 WHERE game = 'g4'")
    try tiny.run()
    let other = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.fixtures SET status = 2 WHERE game = 'g4'")
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }

  @Test func `a season that opens earlier is another season for all its days`() throws {
    let earlier = """
      INSERT INTO raw.fixtures VALUES ('2022-10-31', 'g0', 2022, 3, 'C', 'D', 90, 80);
      """
    let tiny = try TinyWarehouse()
    try tiny.run()
    try tiny.execute(earlier)
    try tiny.run()
    let other = try TinyWarehouse(rows: TinySeason.rows + earlier)
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }
}
