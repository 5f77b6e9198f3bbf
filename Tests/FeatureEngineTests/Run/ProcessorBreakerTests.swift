import FeaturePlan
import FeatureSpec
import Testing

@testable import FeatureEngine

/// Days that failed as a whole again and again are left alone for a while, in daily runs.
@Suite struct ProcessorBreakerTests {
  /// 196 − 99 = 97 is more than the sixty that a margin may be.
  static func fault(_ games: String) -> String {
    "UPDATE raw.fixtures SET home_score = home_score + 100 WHERE game IN (\(games))"
  }
  static func mend(_ games: String) -> String {
    "UPDATE raw.fixtures SET home_score = home_score - 100 WHERE game IN (\(games))"
  }

  func tiny(_ breaker: ProcessorBreaker, _ games: String) throws -> TinyWarehouse {
    try TinyWarehouse(
      TinyPipeline(processorBreaker: breaker), rows: TinySeason.rows + Self.fault(games))
  }

  @discardableResult
  func runDaily(_ tiny: TinyWarehouse) throws -> ProcessorReport {
    let report = try tiny.run {
      $0.mode = .daily
      $0.only = ["team_games"]
    }
    return try #require(report.processors.first)
  }

  func decisions(_ tiny: TinyWarehouse) throws -> [Int: String] {
    try tiny.decisions {
      $0.mode = .daily
      $0.only = ["team_games"]
    }["team_games"] ?? [:]
  }

  func breakers(_ tiny: TinyWarehouse) throws -> [String] {
    try tiny.rows(
      """
      SELECT processor_name, scope, failures, successes, epoch(open_until - updated_at) / 60
      FROM fastbreak.circuit_breakers ORDER BY ALL
      """)
  }

  func failures(_ tiny: TinyWarehouse) throws -> [String] {
    try tiny.rows(
      """
      SELECT day(as_of), failure_category FROM fastbreak.failures
      WHERE processor_name = 'team_games' AND entity_id = 'DATE_LEVEL' ORDER BY ALL
      """)
  }

  // MARK: State

  @Test func `failures in a row open it, a success between them starts anew`() {
    let plan = ProcessorBreakerPlan(span: .eachDay, failures: 3, pauseMinutes: 30, successes: 2)
    var state = BreakerState()
    for now in 1...2 { state.failed(plan, at: Int64(now)) }
    #expect(state == BreakerState(failures: 2))
    state.succeeded(plan)
    #expect(state.isClosed)
    for now in 1...3 { state.failed(plan, at: Int64(now)) }
    #expect(state == BreakerState(failures: 3, openUntil: 3 + 30 * 60_000_000))
  }

  @Test func `half open, one failure opens it again and only successes in a row close it`() {
    let plan = ProcessorBreakerPlan(span: .allDays, failures: 1, pauseMinutes: 1, successes: 2)
    var state = BreakerState()
    state.failed(plan, at: 0)
    state.succeeded(plan)
    #expect(state == BreakerState(failures: 1, successes: 1, openUntil: 60_000_000))
    state.failed(plan, at: 100_000_000)
    #expect(state == BreakerState(failures: 2, successes: 0, openUntil: 160_000_000))
    state.succeeded(plan)
    state.succeeded(plan)
    #expect(state.isClosed)
  }

  // MARK: Runs

  @Test func `a day that fails in daily runs is left alone, the others are not`() throws {
    let tiny = try tiny(ProcessorBreaker(failures: 2), "'g2'")
    let first = try runDaily(tiny)
    #expect(first.days[.failed] == 1)
    #expect(try breakers(tiny) == ["team_games | 2022-11-03 | 1 | 0 | ∅"])
    try runDaily(tiny)
    #expect(try breakers(tiny) == ["team_games | 2022-11-03 | 2 | 0 | 30.0"])

    try tiny.execute("UPDATE raw.fixtures SET home_score = home_score + 1 WHERE game = 'g3'")
    let third = try runDaily(tiny)
    #expect(third.days[.held] == 1)
    #expect(third.days[.failed] == nil)
    #expect(third.days[.computed] == 1)
    #expect(third.failures == ["CIRCUIT_BREAKER_ACTIVE": 1])
    // What it failed of is still said.
    #expect(try failures(tiny) == ["3 | PROCESSING_ERROR"])
    #expect(
      try decisions(tiny)[3]
        == "failed 2 times in a row; is tried again after 1970-01-01 00:30:02 UTC")
  }

  @Test func `status tells which breakers are open, and for how long`() throws {
    let tiny = try tiny(ProcessorBreaker(failures: 1), "'g2'")
    func pauses() throws -> [String] {
      try tiny.engine().status().processors.flatMap { part in
        part.pauses.map { "\(part.processor) \($0.scope): \($0.pause.sentence)" }
      }
    }
    #expect(try pauses() == [])
    try runDaily(tiny)
    #expect(
      try pauses() == [
        "team_games 2022-11-03: failed once; is tried again after 1970-01-01 00:30:02 UTC"
      ])
    tiny.wait(days: 1)
    #expect(try pauses() == [])
  }

  @Test func `days that fail and days that are mended in one run are remembered together`() throws {
    let tiny = try tiny(ProcessorBreaker(failures: 3), "'g1', 'g2', 'g4'")
    #expect(try runDaily(tiny).days[.failed] == 3)
    #expect(
      try breakers(tiny) == [1, 3, 8].map { "team_games | 2022-11-0\($0) | 1 | 0 | ∅" })
    try tiny.execute(Self.mend("'g1', 'g4'"))
    #expect(try runDaily(tiny).days[.failed] == 1)
    #expect(try breakers(tiny) == ["team_games | 2022-11-03 | 2 | 0 | ∅"])
  }

  @Test func `mended or not, it is tried when the pause is over`() throws {
    let tiny = try tiny(ProcessorBreaker(failures: 2), "'g2'")
    for _ in 1...2 { try runDaily(tiny) }
    tiny.wait(days: 1)
    #expect(try decisions(tiny)[3] == "failed last time")
    #expect(try runDaily(tiny).days[.failed] == 1)
    #expect(try breakers(tiny) == ["team_games | 2022-11-03 | 3 | 0 | 30.0"])
    try tiny.execute(Self.mend("'g2'"))
    #expect(try runDaily(tiny).days[.held] == 1)
    tiny.wait(days: 1)
    #expect(try runDaily(tiny).days[.computed] == 1)
    #expect(try breakers(tiny) == [])
    #expect(try failures(tiny) == [])
    let other = try TinyWarehouse()
    try other.run { $0.only = ["team_games"] }
    #expect(try tiny.stored("team_games") == other.stored("team_games"))
  }

  @Test func `a breaker of all days stops the processor in the middle of a run`() throws {
    let games = "'g1', 'g2', 'g4'"
    let tiny = try tiny(ProcessorBreaker(of: .allDays, failures: 2, closingAfter: 2), games)
    let first = try runDaily(tiny)
    // The whole slab failed, then its halves: the 1st and the 3rd alone.
    #expect(first.days[.failed] == 2)
    #expect(first.days[.held] == 2)
    #expect(try breakers(tiny) == ["team_games | ALL_DAYS | 2 | 0 | 30.0"])
    #expect(
      try failures(tiny) == [
        "1 | PROCESSING_ERROR", "3 | PROCESSING_ERROR", "4 | CIRCUIT_BREAKER_ACTIVE",
        "8 | CIRCUIT_BREAKER_ACTIVE",
      ])
    let report = try tiny.run {
      $0.mode = .daily
      $0.only = ["team_games"]
    }
    #expect(report.isHeld)
    #expect(report.isProblem)
    #expect(report.processors[0].days[.held] == 4)

    try tiny.execute(Self.mend(games))
    tiny.wait(days: 1)
    #expect(try decisions(tiny)[4] == "a circuit breaker closed")
    #expect(try runDaily(tiny).days[.computed] == 4)
    // Four days in one slab are more than the two successes it takes.
    #expect(try breakers(tiny) == [])
    #expect(try failures(tiny) == [])
  }

  @Test func `it closes only after as many successes as it takes`() throws {
    let tiny = try tiny(ProcessorBreaker(of: .allDays, failures: 1, closingAfter: 2), "'g1'")
    try runDaily(tiny)
    try tiny.execute(Self.mend("'g1'"))
    tiny.wait(days: 1)
    try tiny.run(1...1) {
      $0.mode = .daily
      $0.only = ["team_games"]
    }
    #expect(try breakers(tiny).map { $0.hasPrefix("team_games | ALL_DAYS | 1 | 1 |") } == [true])
    try tiny.run(3...3) {
      $0.mode = .daily
      $0.only = ["team_games"]
    }
    #expect(try breakers(tiny) == [])
  }

  @Test func `a backfill neither asks nor counts`() throws {
    let tiny = try tiny(ProcessorBreaker(failures: 1), "'g2'")
    #expect(try tiny.run { $0.only = ["team_games"] }.failedDays == 1)
    #expect(try breakers(tiny) == [])
    try runDaily(tiny)
    #expect(try runDaily(tiny).days[.held] == 1)
    try tiny.execute(Self.mend("'g2'"))
    #expect(try tiny.run { $0.only = ["team_games"] }.failedDays == 0)
    #expect(try decisions(tiny)[3] == "fresh")
  }
}
