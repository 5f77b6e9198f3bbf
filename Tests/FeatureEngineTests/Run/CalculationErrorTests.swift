import Testing

@testable import FeatureEngine

/// Values that cannot be stored: an entity fails with its reason, the others have their rows.
@Suite struct CalculationErrorTests {
  @Test func `a value that does not fit its type fails its entity alone`() throws {
    // 5000 points on the 4th: on the 8th (10 + 20 + 5000) / 3 = 1676.7, and 999.9 is the most.
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.lines SET points = 5000 WHERE points = 33")
    let report = try tiny.run()
    #expect(report.failedDays == 0)
    #expect(
      try tiny.rows(
        "SELECT player FROM made.player_form WHERE cache_date = '2022-11-08' ORDER BY ALL")
        == ["bob", "cat"])
    let failures = try tiny.rows(
      """
      SELECT entity_id, failure_category, can_retry FROM fastbreak.failures
      WHERE processor_name = 'player_form' AND as_of = '2022-11-08'
      """)
    #expect(failures == ["ann | CALCULATION_ERROR | false"])
  }

  @Test func `the reason names the feature and the value`() throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.lines SET points = 5000 WHERE points = 33")
    try tiny.run()
    let reason = try tiny.rows(
      """
      SELECT failure_reason FROM fastbreak.failures
      WHERE processor_name = 'player_form' AND as_of = '2022-11-08'
      """)
    #expect(reason.count == 1)
    #expect(reason.first?.contains("points_mean") == true)
  }

  @Test(arguments: ["'NaN'", "'inf'", "'-inf'"])
  func `a number that is none fails its entity alone`(value: String) throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows
        + """
        UPDATE raw.lines SET rating = CAST(\(value) AS DOUBLE)
        WHERE player = 'bob' AND game_date = '2022-11-04'
        """)
    let report = try tiny.run { $0.only = ["player_games"] }
    #expect(report.failedDays == 0)
    #expect(report.processors[0].failures == ["CALCULATION_ERROR": 1, "MISSING_UPSTREAM": 1])
    #expect(
      try tiny.rows(
        "SELECT player FROM made.player_games WHERE game_date = '2022-11-04' ORDER BY ALL")
        == ["ann", "cat"])
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `such a number is refused by both evaluators, with table, entity and column`(
    evaluator: RunOptions.Evaluator
  ) throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows
        + "UPDATE raw.lines SET rating = 'inf' WHERE player = 'bob' AND game_date = '2022-11-04'")
    let report = try tiny.run {
      $0.only = ["player_games"]
      $0.evaluator = evaluator
    }
    #expect(report.failedDays == 0)
    #expect(
      try tiny.rows(
        """
        SELECT processor_name, as_of, entity_id, failure_category, failure_reason, can_retry
        FROM fastbreak.failures WHERE failure_category = 'CALCULATION_ERROR'
        """) == [
          "player_games | 2022-11-04 | bob | CALCULATION_ERROR"
            + " | rating: the value is not a finite number | false"
        ])
    let written = try tiny.rows("SELECT player FROM made.player_games WHERE NOT ISFINITE(rating)")
    #expect(written.isEmpty)
  }

  @Test func `an integer sum that overflows fails its entity alone`() throws {
    // Twice the largest integer; the mean does not fit its column either, and comes first.
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows
        + "UPDATE raw.lines SET points = 9223372036854775807 WHERE points IN (6, 8)")
    let report = try tiny.run { $0.only = ["player_games", "player_form"] }
    let form = try #require(report.processors.last)
    // The league of the 10th holds Bob's mean, so that nobody's difference to it fits.
    #expect(form.failures["CALCULATION_ERROR"] ?? 0 > 0)
    #expect(form.days[.failed] ?? 0 == 0)
    #expect(
      try tiny.rows(
        "SELECT player FROM made.player_form WHERE cache_date = '2022-11-04' ORDER BY ALL")
        == ["ann", "cat"])
  }

  @Test func `the next run finds such a day fresh, and a mended value brings the row`() throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.lines SET points = 5000 WHERE points = 33")
    try tiny.run()
    #expect(try tiny.run().rowsWritten == 0)
    #expect(try tiny.decisions()["player_form"]?[8] == "fresh")
    try tiny.execute("UPDATE raw.lines SET points = 33 WHERE points = 5000")
    try tiny.run()
    let other = try TinyWarehouse()
    try other.run()
    #expect(try tiny.stored() == other.stored())
  }

  @Test func `in one SQL statement nobody can fail alone, so the day does`() throws {
    let tiny = try TinyWarehouse(
      rows: TinySeason.rows + "UPDATE raw.lines SET points = 5000 WHERE points = 33")
    let report = try tiny.run { $0.evaluator = .sql }
    let form = try #require(report.processors.first { $0.processor == "player_form" })
    #expect(form.days[.failed] == 2)
    #expect(form.days[.computed] == 2)
    #expect(form.errors.allSatisfy { $0.processor == "player_form" && $0.code == .data })
  }
}
