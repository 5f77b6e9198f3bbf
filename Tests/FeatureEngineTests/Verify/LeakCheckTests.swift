import FeatureAlgebra
import FeatureCompiler
import FeaturePlan
import FeatureSpec
import Testing

@testable import FeatureEngine

/// `Engine.findLeaks` on a random season of the tiny pipeline: clean as it is, and with leaks planted.
@Suite struct LeakCheckTests {
  /// - Parameter change: what is planted.
  private func season(
    _ spec: TinyPipeline = TinyPipeline(), seed: UInt64 = 6,
    planting change: (inout Plan) -> Void = { _ in }
  ) throws -> TinyWarehouse {
    let tiny = try TinyWarehouse(spec, rows: RandomSeason(seed: seed).sql)
    try tiny.run(1...21)
    change(&tiny.plan)
    return tiny
  }

  private func report(
    _ tiny: TinyWarehouse, _ processor: String, sample: Int = 4,
    evaluator: RunOptions.Evaluator = .kernels
  ) throws -> LeakReport {
    try tiny.engine().findLeaks(
      in: processor, november(1...21), sample: sample, evaluator: evaluator, workers: 1)
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `nothing of the tiny pipeline looks ahead`(evaluator: RunOptions.Evaluator) throws {
    let tiny = try season()
    let before = try tiny.plan.processors.flatMap { try tiny.stored($0.name) }
    for processor in tiny.plan.processors {
      let report = try report(tiny, processor.name, evaluator: evaluator)
      #expect(report.leak == nil)
      #expect(report.failedDays.isEmpty)
      #expect(report.days.count == 4 && report.rows > 10)
    }
    // Every table is back in its place, rows and all.
    #expect(try tiny.plan.processors.flatMap { try tiny.stored($0.name) } == before)
  }

  @Test func `says what it leaves alone, and why`() throws {
    let alone = try report(try season(), "team_form", sample: 1).leftAlone
    // Not the scores of the day: nobody has to know them.
    #expect(
      alone == [
        LeftAlone(
          table: "raw.fixtures", rows: .ofTheDay,
          columns: ["away", "game", "game_date", "home", "season", "status"],
          reason: "read on the day: population 'side', calendar")
      ])
    #expect(
      try report(try season(), "player_games", sample: 1).leftAlone == [
        LeftAlone(
          table: nil, rows: .ofTheDay, columns: [],
          reason: "its rows tell of games played on the day"),
        LeftAlone(table: "raw.registry", rows: .all, columns: [], reason: "the table has no day"),
      ])
  }

  /// The cheat that the language cannot see: a mapping dates a game a day before it was played.
  @Test(arguments: RunOptions.Evaluator.allCases)
  func `finds rows that are dated back`(evaluator: RunOptions.Evaluator) throws {
    let tiny = try season(TinyPipeline(datesGamesBack: true))
    let report = try report(tiny, "player_form", evaluator: evaluator)
    let leak = try #require(report.leak)
    #expect(leak.input == "made.player_games")
    #expect(leak.disturbedFrom == leak.day)
    #expect(leak.change?.hasPrefix("values of ") == true)
    #expect(leak.row.contains("cache_date=\(leak.day)"))
    #expect(leak.was != leak.now)
    #expect(report.days.last == leak.day)
  }

  /// A plan that no spec gives: a quote of whatever day, the newest first.
  @Test func `finds a lookup that takes the newest row of all`() throws {
    let tiny = try season { plan in
      plan = plan.editing("player_games") { lookup in
        guard lookup.rows.alias == "quotes" else { return lookup }
        let newest = Order(.column(rows: "quotes", name: "game_date"), descending: true)
        return LookupPlan(
          rows: lookup.rows, timing: .timeless, match: lookup.match, condition: lookup.condition,
          cardinality: .first([newest, Order(.column(rows: "quotes", name: "book"))]))
      }
    }
    let leak = try #require(try report(tiny, "player_games").leak)
    #expect(leak.input == "raw.quotes")
    #expect(leak.column == "line" || leak.column == "margin")
    #expect(leak.disturbedFrom == leak.day.advanced(by: 1))
  }

  @Test func `looks at days from the middle of equal parts`() {
    let days = november(1...10).lowerBound
    let all = (0..<10).map { days.advanced(by: $0) }
    #expect(Engine.spread(all, 3).map { $0.days(since: days) } == [1, 5, 8])
    #expect(Engine.spread(all, 10) == all)
    #expect(Engine.spread(all, 40) == all)
  }
}

extension Plan {
  /// The same plan with other lookups in one processor.
  fileprivate func editing(
    _ name: String, lookups change: (LookupPlan) -> LookupPlan
  ) -> Plan {
    Plan(
      pipeline: pipeline, calendar: calendar, tables: tables,
      processors: processors.map { processor in
        guard processor.name == name else { return processor }
        return ProcessorPlan(
          name: name, table: processor.table, days: processor.days,
          population: processor.population, lookups: processor.lookups.map(change),
          summaries: processor.summaries, histories: processor.histories,
          completeness: processor.completeness, features: processor.features,
          output: processor.output, failures: processor.failures,
          contracts: processor.contracts, dependencies: processor.dependencies,
          inputs: processor.inputs, write: processor.write, slots: processor.slots,
          fingerprint: "other")
      })
  }
}
