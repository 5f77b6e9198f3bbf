import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import FeatureSQL
import Testing

@testable import FeatureEngine

/// Hand kernels: what they are given, what becomes of what they give, and who refuses them.
@Suite struct HandKernelTests {
  private static func warehouse(
    _ spec: KernelPipeline = KernelPipeline(), rows: String = TinySeason.rows,
    fault: WindowSumsKernel.Fault? = nil
  ) throws -> TinyWarehouse {
    let tiny = try TinyWarehouse(spec.pipeline, rows: rows)
    tiny.kernels = KernelRegistry([WindowSumsKernel(fault: fault), NewerSumsKernel()])
    return tiny
  }

  @Test func `a kernel is given the values of the entity and the rows of its window`() throws {
    let tiny = try Self.warehouse()
    #expect(try tiny.run().failedDays == 0)
    // Ann's games before the 8th: 10, 20, 33; their mean is 21. Before the 10th the window is 20, 33, 5.
    #expect(
      try tiny.rows(
        """
        SELECT day(cache_date) AS day, rows, newest_points, total, mean_rating, newest_team,
          day(oldest_day), above, greeting
        FROM made.player_kernels WHERE player = 'ann' ORDER BY day
        """) == [
          "3 | 1 | 10 | 10 | 101.5 | A | 1 | 0 | hello ann",
          "4 | 2 | 20 | 30 | 105.875 | A | 1 | 1 | hello ann",
          "8 | 3 | 33 | 63 | 105.875 | A | 1 | 1 | hello ann",
          "10 | 3 | 5 | 58 | 102.625 | A | 3 | 2 | hello ann",
        ])
  }

  @Test(
    arguments: [UInt64(1), 2],
    [Window.last(2, .games), .last(5, .days), .season, Window.last(4, .games).noOlderThan(6)])
  func `a kernel sees the rows that aggregates see`(seed: UInt64, window: Window) throws {
    let tiny = try Self.warehouse(
      KernelPipeline(window: window), rows: RandomSeason(seed: seed).sql)
    #expect(try tiny.run(1...21).failedDays == 0)
    #expect(
      try tiny.rows(
        """
        SELECT * FROM made.player_kernels
        WHERE rows <> expected_rows OR newest_points IS DISTINCT FROM expected_newest
          OR total IS DISTINCT FROM expected_total OR mean_rating IS DISTINCT FROM expected_rating
          OR newest_team IS DISTINCT FROM expected_team
          OR oldest_day IS DISTINCT FROM expected_day OR greeting <> 'hello ' || player
        """) == [])
    #expect(try tiny.rows("SELECT COUNT(*) > 40 FROM made.player_kernels") == ["true"])
  }

  @Test func `rows depend neither on workers nor on slabs`() throws {
    func stored(_ change: (inout RunOptions) -> Void) throws -> [String] {
      let tiny = try Self.warehouse(rows: RandomSeason(seed: 1).sql)
      try tiny.run(1...21, change)
      return try tiny.stored()
    }
    let one = try stored { _ in }
    #expect(try stored { $0.workers = 3 } == one)
    #expect(try stored { $0.slabDays = 1 } == one)
    #expect(
      try stored {
        $0.workers = 2
        $0.slabDays = 4
      } == one)
  }

  @Test(arguments: WindowSumsKernel.Fault.allCases)
  func `what does not fit its declaration fails the rows that read it`(
    fault: WindowSumsKernel.Fault
  ) throws {
    let tiny = try Self.warehouse(fault: fault)
    try tiny.run()
    let reason =
      fault == .isNotANumber
      ? "mean_rating: the value is not a finite number"
      : "total: the hand kernel gave no result of the declared length and type"
    #expect(
      try tiny.rows(
        "SELECT DISTINCT failure_category, failure_reason FROM fastbreak.failures")
        == ["CALCULATION_ERROR | \(reason)"])
    #expect(try tiny.stored("player_kernels") == [])
  }

  @Test func `SQL refuses in one sentence, before anything is written`() throws {
    let tiny = try Self.warehouse()
    let error = #expect(throws: EngineError.self) { try tiny.run { $0.evaluator = .sql } }
    #expect(error?.code == .usage)
    #expect(
      error?.message
        == "player_kernels is computed by the hand kernel 'window_sums', which SQL cannot run")
    #expect(
      error?.help == "compute it by --evaluator kernels, or name other processors with --only")
    #expect(try tiny.stored("player_kernels") == [])
  }

  @Test func `a kernel that the tool does not have is told before anything runs`() throws {
    let tiny = try Self.warehouse()
    tiny.kernels = KernelRegistry([NewerSumsKernel()])
    let error = #expect(throws: EngineError.self) { try tiny.run() }
    #expect(error?.code == .usage)
    #expect(
      error?.message.hasSuffix(
        "the tool has no hand kernel 'window_sums version 1'; it has 'window_sums version 2'")
        == true)
    #expect(throws: EngineError.self) { try tiny.decisions() }
    tiny.kernels = KernelRegistry()
    #expect(throws: EngineError.self) { try tiny.run() }
  }

  @Test func `a kernel of the right name with other results is not taken`() throws {
    let tiny = try Self.warehouse()
    tiny.kernels = KernelRegistry([OtherSumsKernel()])
    let error = #expect(throws: EngineError.self) { try tiny.run() }
    #expect(error?.message.contains("has other inputs or results than the spec's") == true)
  }

  @Test func `two kernels, or two versions, stand in one processor`() throws {
    let tiny = try Self.warehouse(KernelPipeline(isNewer: true))
    #expect(try tiny.run().failedDays == 0)
    #expect(
      try tiny.rows(
        "SELECT COUNT(*) FROM made.player_kernels WHERE rows <> expected_rows OR total <> expected_total"
      ) == ["0"])
    #expect(
      tiny.plan.processors[0].handKernels.map(\.function) == [
        "window_sums version 1", "window_sums version 2",
      ])
  }

  @Test func `another kernel is another meaning: its days are computed again`() throws {
    let before = try TinyWarehouse(KernelPipeline().pipeline).plan.processors[0]
    let after = try TinyWarehouse(KernelPipeline(isNewer: true).pipeline).plan.processors[0]
    #expect(before.fingerprint != after.fingerprint)
    let unchanged = before.features.first { $0.name == "total" }?.fingerprint
    #expect(after.features.first { $0.name == "total" }?.fingerprint == unchanged)
  }

  @Test func `statements stand around the kernel with a comment in its place`() throws {
    let tiny = try Self.warehouse()
    let set = try statements(for: tiny.plan.processors[0], in: tiny.plan, dialect: .duckDB)
    #expect(set.features.isComment)
    #expect(
      set.features.sql == """
        -- The features are computed by hand kernels, which are Swift functions: 'window_sums version 1'.
        -- They read what the extract statements return; the write statements take it from there.

        """)
    #expect(set.all.filter(\.isComment).count == 1)
  }
}
