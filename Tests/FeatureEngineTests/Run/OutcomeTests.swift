import Testing

@testable import FeatureEngine

/// What a run says of days and entities that have no row.
@Suite(.serialized) struct OutcomeTests {
  nonisolated(unsafe) private static let shared = Result { try FirstRun() }
  let tiny: TinyWarehouse
  let report: RunReport

  init() throws {
    let first = try Self.shared.get()
    (tiny, report) = (first.tiny, first.report)
  }

  func part(_ name: String) throws -> ProcessorReport {
    try #require(report.processors.first { $0.processor == name })
  }

  @Test func `processors run after those they read`() {
    let order = report.processors.map(\.processor)
    #expect(Set(order).count == 5)
    for (first, second) in [
      ("player_games", "player_form"), ("player_form", "player_tags"), ("team_games", "team_form"),
    ] {
      #expect(order.firstIndex(of: first) ?? 9 < order.firstIndex(of: second) ?? -1)
    }
  }

  @Test func `days without a played game are off for a past-tense table`() throws {
    // Of ten days four had a game that was played: 1, 3, 4, 8.
    #expect(try part("player_games").days[.offDay] == 6)
    #expect(try part("player_games").days[.computed] == 4)
  }

  @Test func `the first days of a season are bootstrap days`() throws {
    // Scheduled: 1, 3, 4, 8, 10; the 1st is less than two days after the opening.
    let days = try part("player_form").days
    #expect(days[.offDay] == 5)
    #expect(days[.bootstrap] == 1)
    #expect(days[.computed] == 4)
  }

  @Test func `counts of rows are those of the tables`() throws {
    #expect(try part("player_games").rows.inserted == 12)
    #expect(try part("team_games").rows.inserted == 8)
    #expect(try part("player_form").rows.inserted == 8)
    #expect(try part("player_tags").rows.inserted == 8)
    #expect(try part("team_form").rows.inserted == 10)
    #expect(report.rowsWritten == 46)
  }

  @Test func `an entity that fails has a row with category, reason and counts`() throws {
    #expect(
      try tiny.rows(
        """
        SELECT processor_name, day(as_of), entity_id, failure_category, failure_reason, can_retry,
          expected_game_count, actual_game_count, failure_type, run_id
        FROM fastbreak.failures ORDER BY processor_name DESC, as_of, entity_id
        """) == [
          "player_games | 1 | eve | MISSING_UPSTREAM | no game of the team on this day | true"
            + " | 1 | 0 | UNKNOWN | run-1",
          "player_form | 3 | ann | INSUFFICIENT_DATA | 1 of 2 games | true | 2 | 1 | COMPLETE | run-1",
          "player_form | 3 | bob | INSUFFICIENT_DATA | 1 of 2 games | true | 2 | 1 | COMPLETE | run-1",
          "player_form | 3 | cat | INSUFFICIENT_DATA | 1 of 2 games | true | 2 | 1 | COMPLETE | run-1",
          "player_form | 4 | bob | INSUFFICIENT_DATA | 1 of 2 games | true | 2 | 1 | INSUFFICIENT_HISTORY | run-1",
          "player_form | 10 | dan | INSUFFICIENT_DATA | 1 of 2 games | true | 2 | 1 | INSUFFICIENT_HISTORY | run-1",
        ])
  }

  @Test func `failed entities are counted by category`() throws {
    #expect(try part("player_games").rows.failed == 1)
    #expect(try part("player_form").rows.failed == 5)
    #expect(try part("player_games").failures == ["MISSING_UPSTREAM": 1])
    #expect(try part("player_form").failures == ["INSUFFICIENT_DATA": 5])
  }

  @Test func `an entity left out by definition has neither a row nor a failure`() throws {
    // Bob's line of the 3rd says that he did not play.
    #expect(
      try tiny.rows(
        """
        SELECT player FROM made.player_games WHERE game_date = '2022-11-03'
        UNION ALL SELECT entity_id FROM fastbreak.failures WHERE as_of = '2022-11-03'
          AND processor_name = 'player_games'
        ORDER BY ALL
        """) == ["ann", "cat"])
  }

  @Test func `a day whose input is short is blocked, recorded and not computed`() throws {
    let empty = try TinyWarehouse(rows: TinySeason.rows + "DELETE FROM raw.lines WHERE TRUE;")
    try empty.execute("DELETE FROM raw.backup_lines WHERE TRUE")
    let form = try #require(
      try empty.run { $0.only = ["player_form"] }.processors.first)
    #expect(form.days[.blocked] == 4)
    #expect(form.days[.computed] ?? 0 == 0)
    #expect(
      try empty.rows(
        """
        SELECT DISTINCT entity_id, failure_category, failure_reason, can_retry
        FROM fastbreak.failures
        """) == [
          "DATE_LEVEL | MISSING_DEPENDENCY | source_games has 0 rows of at least 1 (made.player_games) | true"
        ])
  }

  @Test func `the daily mode asks for all rows of a dependency, the backfill for one`() throws {
    // On the 3rd three games lie before, on the 4th five.
    let tiny = try TinyWarehouse(TinyPipeline(gamesRequired: 4))
    try tiny.run { $0.only = ["player_games"] }
    let daily = try tiny.decisions { $0.mode = .daily }
    #expect(
      daily["player_form"]?[3]
        == "blocked: source_games has 3 rows of at least 4 (made.player_games)")
    #expect(daily["player_form"]?[4] == "new")
    let backfill = try tiny.decisions { $0.mode = .backfill }
    #expect(backfill["player_form"]?[3] == "new")
  }

  @Test func `without the check of dependencies the day is computed from what is there`() throws {
    let tiny = try TinyWarehouse()
    let report = try tiny.run {
      $0.only = ["player_form"]
      $0.skipsDependencies = true
    }
    #expect(report.processors[0].days[.computed] == 4)
    #expect(report.processors[0].rows.inserted == 0)
    // What was computed from nothing is stale as soon as there is something.
    #expect(try tiny.run().processors.first { $0.processor == "player_form" }?.rows.inserted == 8)
  }

  @Test func `a range outside the schedule is refused with the days there are`() throws {
    let error = #expect(throws: EngineError.self) { try tiny.run(20...25) }
    #expect(error?.code == .usage)
    #expect(
      error?.message
        == "there are no games from 2022-11-20 to 2022-11-25: the schedule goes from 2022-11-01 to 2022-11-10"
    )
  }

  @Test func `an empty schedule is refused`() throws {
    let error = #expect(throws: EngineError.self) { try TinyWarehouse(rows: "").run() }
    #expect(error?.code == .usage)
    #expect(error?.help == "load a season first")
  }
}
