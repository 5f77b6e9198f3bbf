import Testing

@testable import FeatureEngine

/// How a range is computed cannot be seen in what is stored: every column of every table but those that
/// say when, failures and receipts are compared as texts.
@Suite struct InvarianceTests {
  static let seeds: [UInt64] = [1, 2]

  static func stored(
    _ seed: UInt64, shuffledBy order: UInt64? = nil,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> [String] {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: seed).sql)
    if let order {
      for table in ["fixtures", "lines", "backup_lines", "shots", "quotes", "registry"] {
        try tiny.execute("CREATE TEMPORARY TABLE shuffled AS FROM raw.\(table)")
        try tiny.execute("DELETE FROM raw.\(table) WHERE TRUE")
        try tiny.execute(
          """
          INSERT INTO raw.\(table)
          SELECT t.* FROM shuffled AS t ORDER BY HASH(CAST(t AS VARCHAR) || '\(order)')
          """)
        try tiny.execute("DROP TABLE shuffled")
      }
    }
    try tiny.run(1...21, change)
    return try tiny.stored()
  }

  @Test func `the random season has rows, failures and rows that are left out`() throws {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 1).sql)
    let report = try tiny.run(1...21)
    #expect(report.failedDays == 0)
    for part in report.processors { #expect(part.rows.inserted > 40, "\(part.processor)") }
    #expect(report.processors.map(\.rows.failed).reduce(0, +) > 10)
    #expect(try tiny.rows("SELECT 1 FROM raw.lines WHERE status = 'dnp' LIMIT 1") == ["1"])
    #expect(
      try tiny.rows("SELECT 1 FROM made.player_form WHERE NOT is_production_ready LIMIT 1") == ["1"]
    )
  }

  @Test(arguments: seeds)
  func `kernels and SQL store the same`(seed: UInt64) throws {
    #expect(try Self.stored(seed) == Self.stored(seed) { $0.evaluator = .sql })
  }

  @Test(arguments: seeds)
  func `merge and replace store the same`(seed: UInt64) throws {
    #expect(try Self.stored(seed) == Self.stored(seed) { $0.writer = .replace })
  }

  @Test func `receipts do not tell when they were written`() throws {
    func inputs(_ tiny: TinyWarehouse) throws -> [String] {
      try tiny.rows("FROM fastbreak.receipt_inputs ORDER BY ALL")
    }
    let (early, late) = (try TinyWarehouse(), try TinyWarehouse())
    try early.run()
    late.wait(days: 3)
    for day in 1...10 { try late.run(day...day) }
    #expect(try inputs(early) == inputs(late))
  }

  @Test func `any number of workers stores the same`() throws {
    let one = try Self.stored(1) { $0.workers = 1 }
    for workers in [2, 3] { #expect(try Self.stored(1) { $0.workers = workers } == one) }
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `slabs of any length store the same`(evaluator: RunOptions.Evaluator) throws {
    let whole = try Self.stored(2) { $0.evaluator = evaluator }
    for days in [1, 7] {
      let cut = try Self.stored(2) {
        $0.evaluator = evaluator
        $0.slabDays = days
      }
      #expect(cut == whole)
    }
  }

  @Test(arguments: RunOptions.Evaluator.allCases)
  func `the order of raw rows cannot be seen`(evaluator: RunOptions.Evaluator) throws {
    let rows = try Self.stored(1) { $0.evaluator = evaluator }
    #expect(try Self.stored(1, shuffledBy: 7) { $0.evaluator = evaluator } == rows)
  }

  @Test(arguments: RunOptions.Writer.allCases)
  func `one evaluator finds the other's rows unchanged`(writer: RunOptions.Writer) throws {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 3).sql)
    try tiny.run(1...21)
    let report = try tiny.run(1...21) {
      $0.evaluator = .sql
      $0.writer = writer
      $0.force = true
      $0.slabDays = 5
    }
    #expect(report.rowsWritten == 0)
  }

  @Test func `receipts hold the digest of the rows that are stored`() throws {
    let tiny = try TinyWarehouse(rows: RandomSeason(seed: 1).sql)
    try tiny.run(1...21) { $0.slabDays = 4 }
    try tiny.expectReceiptsMatchRows()
    // And again after some rows moved.
    try tiny.execute("UPDATE raw.lines SET points = points + 1 WHERE game_date = '2022-11-07'")
    try tiny.run(1...21)
    try tiny.expectReceiptsMatchRows()
  }

  @Test func `a mode changes gates and no value`() throws {
    #expect(try Self.stored(1) { $0.mode = .daily } == Self.stored(1) { $0.mode = .backfill })
  }
}
