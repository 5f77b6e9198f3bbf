import FeaturePlan
import Testing

@testable import FeatureEngine

/// Nothing dated D or later reaches what is computed as of D (X-04), and nothing later than D what is
/// computed of D itself.
@Suite struct LeakTests {
  /// Days of the random season with games before and after them.
  static let days = [6, 10, 15, 18]

  /// Every change of what is known of a day and after it, but not of who plays on the day.
  static func disturb(_ tiny: TinyWarehouse, from day: String, seed: Int) throws {
    try tiny.execute(
      """
      UPDATE raw.lines SET points = 59 - COALESCE(points, 7), rating = -1.5, team = 'A'
      WHERE game_date >= \(day) AND HASH(player || '\(seed)') % 3 > 0;
      DELETE FROM raw.lines WHERE game_date >= \(day) AND HASH(player || '\(seed)') % 5 = 0;
      INSERT INTO raw.lines SELECT DISTINCT game_date, 'new', team, 'active', 30, 1.0
        FROM raw.lines WHERE game_date >= \(day) AND team = 'B';
      INSERT INTO raw.lines SELECT DISTINCT game_date, 'gone', team, 'dnp', NULL, NULL
        FROM raw.lines WHERE game_date >= \(day) AND team = 'B';
      DELETE FROM raw.backup_lines WHERE game_date >= \(day);
      UPDATE raw.shots SET made = NOT made WHERE game_date >= \(day);
      UPDATE raw.quotes SET line = line + 1, data_hash = 'ff' WHERE game_date >= \(day);
      UPDATE raw.fixtures SET home_score = 111, away_score = 99 WHERE game_date >= \(day);
      DELETE FROM raw.fixtures WHERE game_date > \(day) AND game LIKE '%_2';
      INSERT INTO raw.fixtures SELECT game_date, game || 'x', season, status, 'Y', 'Z', 90, 80
        FROM raw.fixtures WHERE game_date > \(day) AND game LIKE '%_0';
      """)
  }

  @Test(arguments: days, RunOptions.Evaluator.allCases)
  func `as of a day nothing of the day or after it is seen`(
    day: Int, evaluator: RunOptions.Evaluator
  ) throws {
    let date = "DATE '2022-11-\(day < 10 ? "0" : "")\(day)'"
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: UInt64(day)).sql)
    try tiny.run(1...21) { $0.evaluator = evaluator }
    func known() throws -> [String] {
      try ["player_form", "player_tags", "team_form"].flatMap { name in
        try tiny.stored(name).filter { $0.contains("2022-11-\(day < 10 ? "0" : "")\(day)") }
      }
    }
    let before = try known()
    #expect(before.count > 4)
    try Self.disturb(tiny, from: date, seed: day)
    // Forced, so that an input whose scope is too narrow cannot hide what is read.
    try tiny.run(1...21) {
      $0.evaluator = evaluator
      $0.force = true
    }
    #expect(try known() == before)
  }

  @Test(arguments: days)
  func `of a day nothing after it is seen`(day: Int) throws {
    let name = "2022-11-\(day < 10 ? "0" : "")\(day)"
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: UInt64(day)).sql)
    try tiny.run(1...21)
    func known() throws -> [String] {
      try tiny.plan.processors.map(\.name).flatMap { try tiny.stored($0) }.filter {
        $0.contains(name)
      }
    }
    let before = try known()
    #expect(before.count > 4)
    try Self.disturb(tiny, from: "DATE '\(name)' + 1", seed: day)
    try tiny.run(1...21) { $0.force = true }
    #expect(try known() == before)
  }

  @Test func `the disturbance shows in what is computed later`() throws {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 6).sql)
    try tiny.run(1...21)
    let before = try tiny.stored("player_form")
    try Self.disturb(tiny, from: "DATE '2022-11-06'", seed: 6)
    try tiny.run(1...21)
    #expect(Set(try tiny.stored("player_form")).symmetricDifference(before).count > 10)
  }

  @Test func `a day computed before its games are played is the same afterwards`() throws {
    // In November the season is known up to a day; then the rest comes in.
    let season = RandomSeason(seed: 4)
    let whole = try TinyWarehouse(rows: season.sql)
    try whole.run(1...21)
    let live = try TinyWarehouse(rows: season.sql)
    for table in ["lines", "backup_lines", "shots", "quotes"] {
      try live.execute("CREATE TABLE raw.later_\(table) AS FROM raw.\(table)")
      try live.execute("DELETE FROM raw.\(table) WHERE game_date >= '2022-11-10'")
    }
    try live.execute(
      "UPDATE raw.fixtures SET status = 1, home_score = NULL WHERE game_date >= '2022-11-10'")
    try live.run(1...10)
    let asOf = try live.stored("player_form").filter { $0.contains("2022-11-10") }
    #expect(!asOf.isEmpty)
    #expect(try whole.stored("player_form").filter { $0.contains("2022-11-10") } == asOf)
  }
}
