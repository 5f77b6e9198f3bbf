import FeaturePlan
import Testing

@testable import FeatureEngine

/// A range that was already computed.
@Suite struct SecondRunTests {
  let tiny: TinyWarehouse

  init() throws {
    tiny = try TinyWarehouse()
    try tiny.run()
  }

  /// Rows of every output table with the seconds of the run that created and last wrote them.
  func times() throws -> [String] {
    try tiny.plan.processors.flatMap { processor in
      try tiny.rows(
        """
        SELECT '\(processor.name)', \(processor.table.key.joined(separator: ", ")),
          second(created_at), second(processed_at)
        FROM \(identifier(processor.table.name)) ORDER BY ALL
        """)
    }
  }

  @Test func `the same run again finds every day fresh and writes nothing`() throws {
    let report = try tiny.run()
    #expect(report.rowsWritten == 0)
    for part in report.processors {
      #expect(part.days[.computed] ?? 0 == 0)
      #expect(part.days[.fresh] == (part.processor == "team_form" ? 5 : 4))
      #expect(part.slabs == 0)
    }
  }

  @Test func `a second run moves no byte`() throws {
    let before =
      try tiny.stored() + times() + tiny.rows("SELECT * FROM fastbreak.receipts ORDER BY ALL")
    try tiny.run()
    #expect(
      try tiny.stored() + times() + tiny.rows("SELECT * FROM fastbreak.receipts ORDER BY ALL")
        == before)
  }

  @Test func `forced days are computed again and found unchanged`() throws {
    let (before, then) = (try tiny.stored(), try times())
    let report = try tiny.run { $0.force = true }
    #expect(report.rowsWritten == 0)
    #expect(report.processors.map(\.rows.unchanged) == [12, 8, 8, 8, 10])
    #expect(report.processors.allSatisfy { $0.reasons.keys.elementsEqual(["forced"]) })
    #expect(try tiny.stored() == before)
    #expect(try times() == then)
  }

  @Test func `only rows that changed move their time of writing, none its time of creation`()
    throws
  {
    let before = try times()
    try tiny.execute("UPDATE raw.fixtures SET home_score = 103 WHERE game = 'g4'")
    try tiny.run()
    let moved = Set(try times()).subtracting(before)
    // The margins of the 8th, and the forms of the 10th that look at them.
    #expect(
      moved == [
        "team_games | 2022-11-08 | A | 1 | 2", "team_games | 2022-11-08 | B | 1 | 2",
        "team_form | A | 2022-11-10 | 1 | 2", "team_form | B | 2022-11-10 | 1 | 2",
      ])
  }

  @Test func `a longer range computes only what it adds`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run(1...4)
    let report = try tiny.run(1...10)
    #expect(report.processors.map { $0.days[.computed] ?? 0 } == [1, 1, 2, 2, 2])
    #expect(try tiny.stored() == self.tiny.stored())
  }

  @Test func `days brought up to date in any order come out the same`() throws {
    let tiny = try TinyWarehouse()
    for days in [8...10, 3...3, 1...2, 4...7] { try tiny.run(days) }
    try tiny.run()
    #expect(try tiny.stored() == self.tiny.stored())
  }
}
