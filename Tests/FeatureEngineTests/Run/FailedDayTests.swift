import Testing

@testable import FeatureEngine

/// Days that fail as a whole: alone, recorded, and mended by the next run.
@Suite struct FailedDayTests {
  /// A change of raw rows that makes one day fail, and how the run says so.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let processor: String
    let day: Int
    let sql: String
    let reason: String
  }

  static let faults = [
    Fault(
      testDescription: "a broken contract", processor: "team_games", day: 3,
      // 196 − 99 = 97 is more than the sixty that a margin may be, on both sides.
      sql: "UPDATE raw.fixtures SET home_score = 196 WHERE game = 'g2'",
      reason: "contract 'margin is within -60...60' of made.team_games is broken by 2 rows, one is"
        + " game_date=2022-11-03, team=A"),
    Fault(
      testDescription: "a lookup that fans out", processor: "player_games", day: 4,
      sql: """
        INSERT INTO raw.fixtures VALUES ('2022-11-04', 'g9', 2022, 3, 'A', 'C', 90, 80)
        """,
      reason: "2 rows of game found, one at most may be"),
    Fault(
      testDescription: "a key that is there twice", processor: "team_games", day: 4,
      sql: """
        INSERT INTO raw.fixtures VALUES ('2022-11-04', 'g9', 2022, 3, 'A', 'C', 90, 80)
        """,
      reason:
        "1 staged rows share a key with another, and 0 may; one is game_date=2022-11-04, team=A"
    ),
  ]

  @Test(arguments: faults, RunOptions.Evaluator.allCases)
  func `only the day that fails is not stored, and it is recorded with its reason`(
    fault: Fault, evaluator: RunOptions.Evaluator
  ) throws {
    let tiny = try TinyWarehouse(rows: TinySeason.rows + fault.sql)
    let report = try tiny.run {
      $0.evaluator = evaluator
      $0.only = [fault.processor]
    }
    let part = try #require(report.processors.first { $0.processor == fault.processor })
    #expect(part.days[.failed] == 1)
    #expect(part.days[.computed] == 3)
    #expect(part.errors.map(\.message) == [fault.reason])
    #expect(part.errors.map(\.days) == [november(fault.day...fault.day)])
    #expect(part.failures["PROCESSING_ERROR"] == 1)
    let days = try tiny.rows(
      "SELECT DISTINCT day(game_date) AS day FROM made.\(fault.processor) ORDER BY day")
    #expect(days == [1, 3, 4, 8].filter { $0 != fault.day }.map(String.init))
    #expect(
      try tiny.rows(
        """
        SELECT day(as_of), entity_id, failure_category, failure_reason, can_retry
        FROM fastbreak.failures
        WHERE processor_name = '\(fault.processor)' AND as_of = '2022-11-0\(fault.day)'
        """) == ["\(fault.day) | DATE_LEVEL | PROCESSING_ERROR | \(fault.reason) | false"])
  }

  @Test(arguments: faults, RunOptions.Writer.allCases)
  func `a day that fails keeps what it had, and is well when the fault is mended`(
    fault: Fault, writer: RunOptions.Writer
  ) throws {
    let tiny = try TinyWarehouse()
    try tiny.run { $0.writer = writer }
    let (good, rows) = (try tiny.stored(), try tiny.stored(fault.processor))
    try tiny.execute("CREATE TABLE raw.fixtures_before AS FROM raw.fixtures")
    try tiny.execute(fault.sql)
    #expect(try tiny.run { $0.writer = writer }.failedDays > 0)
    #expect(try tiny.stored(fault.processor) == rows)
    // The next run tries again, and fails again.
    #expect(
      try tiny.decisions()[fault.processor]?[fault.day]?.hasSuffix("changed") == true)
    try tiny.execute("DELETE FROM raw.fixtures WHERE TRUE")
    try tiny.execute("INSERT INTO raw.fixtures FROM raw.fixtures_before")
    #expect(try tiny.decisions()[fault.processor]?[fault.day] == "failed last time")
    try tiny.run { $0.writer = writer }
    #expect(try tiny.stored() == good)
  }

  @Test func `every failing day of a slab is found, and every other stored`() throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows
        + "UPDATE raw.fixtures SET home_score = 200 WHERE game IN ('g1', 'g2', 'g4')")
    let report = try tiny.run { $0.only = ["team_games"] }
    #expect(report.failedDays == 3)
    #expect(
      report.processors[0].errors.map(\.days)
        == [november(1...1), november(3...3), november(8...8)])
    #expect(try tiny.rows("SELECT DISTINCT day(game_date) FROM made.team_games") == ["4"])
  }

  @Test func `duplicates within the tolerance are dropped and counted`() throws {
    let tiny = try TinyWarehouse(
      TinyPipeline(duplicatesAllowed: 1),
      rows: TinySeason.rows
        + "INSERT INTO raw.fixtures VALUES ('2022-11-04', 'g9', 2022, 3, 'A', 'C', 90, 80)")
    let report = try tiny.run { $0.only = ["team_games"] }
    #expect(report.failedDays == 0)
    #expect(report.processors[0].rows.duplicates == 1)
    // Of A's rows the first by all other columns stays: margin −5 before 10.
    #expect(
      try tiny.rows(
        "SELECT team, margin FROM made.team_games WHERE game_date = '2022-11-04' ORDER BY team")
        == ["A | -5", "B | 5", "C | -10"])
  }

  @Test func `a day that was blocked is computed when its input is there`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run { $0.only = ["player_form"] }
    try tiny.run { $0.only = ["player_games"] }
    #expect(try tiny.decisions()["player_form"]?[8] == "blocked last time")
    try tiny.run()
    let other = try TinyWarehouse()
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }

  @Test func `a day that stays blocked is recorded once, and again for another reason`() throws {
    let tiny = try TinyWarehouse()
    func recorded() throws -> [String] {
      try tiny.rows(
        "SELECT as_of, failure_reason, created_at FROM fastbreak.failures"
          + " WHERE entity_id = 'DATE_LEVEL' ORDER BY ALL")
    }
    try tiny.run { $0.only = ["player_form"] }
    let before = try recorded()
    #expect(!before.isEmpty)
    try tiny.run { $0.only = ["player_form"] }
    #expect(try recorded() == before)
    try tiny.execute("UPDATE fastbreak.failures SET failure_reason = 'another'")
    try tiny.run { $0.only = ["player_form"] }
    #expect(try recorded() != before)
    #expect(try !recorded().contains { $0.contains("another") })
  }

  @Test func `a fault of one day does not touch the receipts of others`() throws {
    let fault = Self.faults[0]
    let tiny = try TinyWarehouse(rows: TinySeason.rows + fault.sql)
    try tiny.run { $0.only = ["team_games"] }
    #expect(
      try tiny.decisions()["team_games"] == [
        1: "fresh", 3: "failed last time", 4: "fresh", 8: "fresh",
      ])
  }
}
