import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Suite struct ReceiptsTests {
  let warehouse: Warehouse

  init() throws {
    warehouse = try Warehouse.small()
    try warehouse.stage(
      """
      ('ann', DATE '2023-01-05', 1, NULL), ('bob', DATE '2023-01-05', 2, NULL),
      ('ann', DATE '2023-01-06', NULL, 'INSUFFICIENT_DATA')
      """, columns: "player, cache_date, games, failure_category")
    try warehouse.write(by: .merge, now: 1)
    try receipts()
  }

  func receipts(now: Int64 = 9) throws {
    let write = warehouse.write
    for statement in [
      write.deleteReceipts, write.insertReceipts, write.deleteReceiptInputs,
      write.insertReceiptInputs,
    ] { try warehouse.run(statement, now: now) }
  }

  @Test func `every as-of day of the range has a receipt, days without rows too`() throws {
    let found = try warehouse.rows(warehouse.sql.receipts.receipts)
    let content = try warehouse.rows(warehouse.sql.receipts.content)
    #expect(content.count == 1)
    let days = try ["2023-01-04", "2023-01-05", "2023-01-06"].map {
      SQLValue.date(try Warehouse.day($0).ordinal)
    }
    #expect(
      found == [
        [days[0], "abc", 0, 0, .null, .timestamp(9)],
        [days[1], "abc", 2, 0, content[0][2], .timestamp(9)],
        [days[2], "abc", 0, 1, .null, .timestamp(9)],
      ])
  }

  @Test func `what the inputs held is stored as it was found`() throws {
    #expect(
      try warehouse.rows(warehouse.sql.receipts.inputs)
        == warehouse.rows(warehouse.sql.sourceHashes))
  }

  @Test func `receipts are replaced, those of other processors stay`() throws {
    try warehouse.connection.execute(
      """
      INSERT INTO fastbreak.receipts VALUES
        ('other', DATE '2023-01-05', 'f', 1, 0, NULL, TIMESTAMP '2023-01-01'),
        ('player_form', DATE '2023-01-20', 'f', 1, 0, NULL, TIMESTAMP '2023-01-01')
      """)
    try receipts(now: 10)
    // The 20th is no as-of day: its receipt goes.
    let found = try warehouse.rows(warehouse.sql.receipts.receipts)
    #expect(found.map { $0[5] } == [.timestamp(10), .timestamp(10), .timestamp(10)])
    #expect(
      try warehouse.rows("SELECT COUNT(*) FROM fastbreak.receipts WHERE processor = 'other'")
        == [[1]])
  }

  @Test(arguments: [
    "UPDATE made.player_form SET data_hash = '0000000000000001' WHERE player = 'ann'",
    "DELETE FROM made.player_form WHERE player = 'ann'",
    "INSERT INTO made.player_form FROM made.player_form WHERE player = 'ann'",
  ])
  func `a row changed behind our back shows in the content digest`(change: String) throws {
    let before = try warehouse.rows(warehouse.sql.receipts.content)
    try warehouse.connection.execute(change)
    let after = try warehouse.rows(warehouse.sql.receipts.content)
    #expect(before[0][2] != after[0][2])
  }

  @Test func `a table without hashes has a content digest too`() throws {
    let plain = try Warehouse.small(SmallPlan.processor(hashRule: .none))
    try plain.stage(three: [10, 20, 30])
    try plain.write(by: .merge, now: 1)
    let before = try plain.rows(plain.sql.receipts.content)
    #expect(before.allSatisfy { $0[2] != .null })
    try plain.connection.execute("UPDATE made.player_form SET quality = 7")
    #expect(try plain.rows(plain.sql.receipts.content) == before)
    try plain.connection.execute("UPDATE made.player_form SET points_mean = 7")
    #expect(try plain.rows(plain.sql.receipts.content)[0][2] != before[0][2])
  }

  @Test func `days that fail as a whole stand for no entity, and replace what was said of them`()
    throws
  {
    let write = warehouse.write
    func record(_ days: [String], _ category: String) throws {
      try warehouse.connection.register(
        [
          ColumnBuffer("as_of", .date(try days.map { try Warehouse.day($0).ordinal })),
          ColumnBuffer(
            "failure_reason", .text(days.map { _ in String(repeating: "x", count: 2_000) })),
        ], as: write.failedDays)
      try warehouse.connection.execute(write.deleteDayFailures.sql)
      try warehouse.connection.execute(
        write.insertDayFailures.sql,
        [
          "run_id": "run-1", "failure_category": .text(category), "can_retry": true,
          "now": .timestamp(1),
        ])
    }
    try record(["2023-01-05", "2023-01-07"], "MISSING_DEPENDENCY")
    try record(["2023-01-07", "2023-01-09"], "PROCESSING_ERROR")
    #expect(
      try warehouse.rows(
        """
        SELECT DAY(as_of), failure_category, entity_id, LENGTH(failure_reason)
        FROM fastbreak.failures ORDER BY as_of
        """) == [
          [5, "MISSING_DEPENDENCY", "DATE_LEVEL", 1_000],
          [7, "PROCESSING_ERROR", "DATE_LEVEL", 1_000],
          [9, "PROCESSING_ERROR", "DATE_LEVEL", 1_000],
        ])
  }
}
