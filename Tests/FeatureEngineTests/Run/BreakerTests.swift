import Testing

@testable import FeatureEngine

/// Entities that failed again and again are left alone for a while, in daily runs.
@Suite struct BreakerTests {
  let tiny: TinyWarehouse

  /// Dan has one of two games on the 10th. A second attempt, after a correction of another player,
  /// opens his breaker; then the game he lacked arrives.
  init() throws {
    tiny = try TinyWarehouse(TinyPipeline(breaker: 2))
    try tiny.run { $0.mode = .daily }
    try correct("ann")
    try tiny.run { $0.mode = .daily }
    try tiny.execute(
      "INSERT INTO raw.lines VALUES ('2022-11-04', 'dan', 'B', 'active', 9, NULL)")
  }

  func correct(_ player: String) throws {
    try tiny.execute(
      "UPDATE raw.lines SET points = points + 1 WHERE player = '\(player)' AND day(game_date) = 8")
  }

  func attempts() throws -> [String] {
    try tiny.rows(
      """
      SELECT entity_id, attempt_number, completeness_pct, skip_reason, circuit_breaker_tripped,
        epoch(circuit_breaker_until - attempted_at) / 86400
      FROM fastbreak.reprocess_attempts WHERE day(as_of) = 10 ORDER BY attempt_number
      """)
  }

  func failuresOfDan() throws -> [String] {
    try tiny.rows(
      """
      SELECT failure_category, failure_reason, can_retry FROM fastbreak.failures
      WHERE processor_name = 'player_form' AND entity_id = 'dan' AND day(as_of) = 10
      """)
  }

  /// What is stored where no breaker was ever asked.
  func unguarded() throws -> [String] {
    let other = try TinyWarehouse(TinyPipeline(breaker: 2))
    try other.execute(
      "INSERT INTO raw.lines VALUES ('2022-11-04', 'dan', 'B', 'active', 9, NULL)")
    try other.execute(
      "UPDATE raw.lines SET points = points + 1 WHERE player = 'ann' AND day(game_date) = 8")
    try other.run()
    return try other.stored("player_form")
  }

  @Test func `each failure is an attempt, and the last allowed one opens the breaker`() throws {
    #expect(
      try attempts() == [
        "dan | 1 | 50.0 | INSUFFICIENT_DATA | false | ∅",
        "dan | 2 | 50.0 | INSUFFICIENT_DATA | true | 7.0",
      ])
  }

  @Test(arguments: RunOptions.Evaluator.allCases, RunOptions.Writer.allCases)
  func `while it is open the entity is not tried, whatever its inputs say`(
    evaluator: RunOptions.Evaluator, writer: RunOptions.Writer
  ) throws {
    let report = try tiny.run {
      ($0.mode, $0.evaluator, $0.writer) = (.daily, evaluator, writer)
    }
    #expect(report.failedDays == 0)
    #expect(
      try failuresOfDan() == [
        "CIRCUIT_BREAKER_ACTIVE | failed 2 times; is tried again after 1970-01-08 00:00:02 | true"
      ])
    #expect(
      try tiny.rows("SELECT player FROM made.player_form WHERE day(cache_date) = 10 ORDER BY ALL")
        == [
          "ann", "bob", "cat",
        ])
    // Being left alone is no attempt, and no reason to compute the day again.
    #expect(try attempts().count == 2)
    #expect(try tiny.decisions { $0.mode = .daily }["player_form"]?[10] == "fresh")
  }

  @Test func `when it closes the day is tried again`() throws {
    try tiny.run { $0.mode = .daily }
    tiny.wait(days: 7)
    #expect(
      try tiny.decisions { $0.mode = .daily }["player_form"]?[10] == "a circuit breaker closed")
    try tiny.run { $0.mode = .daily }
    #expect(try failuresOfDan() == [])
    #expect(try tiny.stored("player_form") == unguarded())
  }

  @Test func `a backfill asks no breaker and counts no attempt`() throws {
    try tiny.run { $0.mode = .daily }
    try tiny.run()
    #expect(try failuresOfDan() == [])
    #expect(try attempts().count == 2)
    #expect(try tiny.stored("player_form") == unguarded())
  }
}
