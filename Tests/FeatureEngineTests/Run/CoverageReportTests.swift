import FeatureAlgebra
import Testing

@testable import FeatureEngine

/// `Engine.coverage` on ten days of the tiny season, computed by hand in `FirstRun`.
@Suite struct CoverageReportTests {
  @Test func `every entity of a day has a row or a reason`() throws {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 6).sql)
    try tiny.run(1...21)
    for report in try tiny.engine().coverage(of: [], november(1...21)) {
      #expect(report.days.allSatisfy { $0.state == .stored })
      let rows = report.days.map(\.rows).reduce(0, +)
      let failed = report.days.flatMap(\.failures.values).reduce(0, +)
      #expect(rows == report.entities.map(\.rows).reduce(0, +))
      #expect(failed == report.entities.flatMap(\.failures.values).reduce(0, +))
      #expect(
        try tiny.rows("SELECT COUNT(*) FROM made.\(report.processor)") == ["\(rows)"])
    }
  }

  @Test func `days of the calendar that nobody computed are missing, others are counted apart`()
    throws
  {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 6).sql)
    try tiny.run(1...10) { $0.only = ["player_games", "player_form"] }
    let reports = try tiny.engine().coverage(of: ["player_form"], november(1...12))
    let form = try #require(reports.first)
    #expect(reports.count == 1)
    // Games are on 1, 3, 4, 6, 7, 9, 10 and 12; the first two days are skipped.
    #expect(form.days.map(\.day.civil.day) == [3, 4, 6, 7, 9, 10, 12])
    #expect(form.bootstrapDays == 1 && form.offDays == 4)
    #expect(form.days.last?.state == .missing)
    #expect(form.days.dropLast().allSatisfy { $0.state == .stored })
    let third = try #require(form.days.first)
    #expect(third.rows == 0 && (third.failures["INSUFFICIENT_DATA"] ?? 0) > 0)
  }

  @Test func `a day that failed says why`() throws {
    let tiny = try TinyWarehouse(TinyPipeline(gamesRequired: 1_000))
    try tiny.run(1...10) { $0.mode = .daily }
    let form = try #require(try tiny.engine().coverage(of: ["player_form"], november(1...10)).first)
    #expect(form.days.allSatisfy { $0.state == .failed && $0.rows == 0 })
    #expect(form.days.first?.reason?.hasPrefix("MISSING_DEPENDENCY: source_games has ") == true)
  }
}
