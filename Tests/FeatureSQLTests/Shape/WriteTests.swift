import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Writes by `MERGE` and by replacement, on DuckDB.
@Suite struct WriteTests {
  enum Writer: CaseIterable { case merge, replace }

  let warehouse: Warehouse

  init() throws { warehouse = try Warehouse.small() }

  /// What stands in the table, without the columns that say when.
  func stored(_ columns: String = "player, cache_date, points_mean, games") throws -> [[SQLValue]] {
    try warehouse.rows("SELECT \(columns) FROM made.player_form ORDER BY player, cache_date")
  }

  @Test(arguments: Writer.allCases)
  func `rows are inserted, then found unchanged`(writer: Writer) throws {
    try warehouse.stage(three: [10, 20, 30])
    #expect(
      try warehouse.write(by: writer, now: 1)
        == WriteCounts(inserted: 3, updated: 0, unchanged: 0, deleted: 0, duplicates: 0))
    let before = try stored("*")
    #expect(
      try warehouse.write(by: writer, now: 2)
        == WriteCounts(inserted: 0, updated: 0, unchanged: 3, deleted: 0, duplicates: 0))
    #expect(try stored("*") == before)
  }

  @Test(arguments: Writer.allCases)
  func `a changed row keeps the time of its creation`(writer: Writer) throws {
    try warehouse.stage(three: [10, 20, 30])
    try warehouse.write(by: writer, now: 1)
    try warehouse.stage(three: [10, 21, 30])
    #expect(
      try warehouse.write(by: writer, now: 2)
        == WriteCounts(inserted: 0, updated: 1, unchanged: 2, deleted: 0, duplicates: 0))
    #expect(
      try stored("points_mean, created_at, processed_at") == [
        [.decimal(unscaled: 100, scale: 1), .timestamp(1), .timestamp(1)],
        [.decimal(unscaled: 210, scale: 1), .timestamp(1), .timestamp(2)],
        [.decimal(unscaled: 300, scale: 1), .timestamp(1), .timestamp(1)],
      ])
  }

  @Test(arguments: Writer.allCases)
  func `rows that are no longer produced leave, outside the range they stay`(
    writer: Writer
  ) throws {
    try warehouse.stage(three: [10, 20, 30])
    try warehouse.write(by: writer, now: 1)
    try warehouse.stage(
      "('ann', DATE '2023-01-05', 10, 1, 1)",
      columns: "player, cache_date, points_mean, games, quality")
    // Only the 5th is written again: the row of the 6th is none of its business.
    #expect(
      try warehouse.write(by: writer, from: "2023-01-05", to: "2023-01-05", now: 2)
        == WriteCounts(inserted: 0, updated: 0, unchanged: 1, deleted: 1, duplicates: 0))
    #expect(
      try warehouse.rows(
        "SELECT player, CAST(cache_date AS VARCHAR) FROM made.player_form ORDER BY ALL")
        == [["ann", "2023-01-05"], ["ann", "2023-01-06"]])
  }

  @Test(arguments: Writer.allCases)
  func `an entity that fails loses its row and gets a failure row`(writer: Writer) throws {
    try warehouse.stage(three: [10, 20, 30])
    try warehouse.write(by: writer, now: 1)
    try warehouse.stage(
      """
      ('ann', DATE '2023-01-05', 10, 1, NULL, NULL, NULL),
      ('ann', DATE '2023-01-06', 20, 1, NULL, NULL, NULL),
      ('bob', DATE '2023-01-05', NULL, NULL, 'INCOMPLETE_DATA', 'only 3 of 5 games', 3)
      """,
      columns: """
        player, cache_date, points_mean, games, failure_category, failure_reason, failure_actual
        """)
    #expect(try warehouse.write(by: writer, now: 2).deleted == 1)
    for _ in 0..<2 {
      try warehouse.run(warehouse.write.deleteFailures)
      try warehouse.run(warehouse.write.insertFailures, now: 7)
    }
    #expect(
      try warehouse.rows(
        """
        SELECT processor_name, run_id, CAST(as_of AS VARCHAR), entity_id, failure_category,
          failure_reason, can_retry, expected_game_count, actual_game_count, failure_type,
          created_at
        FROM fastbreak.failures
        """) == [
          [
            "player_form", "run-1", "2023-01-05", "bob", "INCOMPLETE_DATA", "only 3 of 5 games",
            false, .null, 3, "UNKNOWN", .timestamp(7),
          ]
        ])
  }

  @Test(arguments: Writer.allCases)
  func `duplicates are counted, and one row of a key stays by a total order`(
    writer: Writer
  ) throws {
    let warehouse = try Warehouse.small(SmallPlan.processor(tolerance: 2))
    let columns = "player, cache_date, points_mean, games"
    let rows = [
      "('ann', DATE '2023-01-05', 12, 1)", "('ann', DATE '2023-01-05', 11, 9)",
      "('bob', DATE '2023-01-05', 5, 1)", "('ann', DATE '2023-01-05', 11, 8)",
    ]
    for order in [rows, rows.reversed()] {
      try warehouse.stage(order.joined(separator: ", "), columns: columns)
      let check = try warehouse.rows(warehouse.write.check)
      #expect(check == [[4, 2, 2, 0, "player=ann, cache_date=2023-01-05"]])
      let counts = try warehouse.write(by: writer, now: 1)
      #expect(counts.duplicates == 2)
      #expect(counts.stored == 2)
      // The smallest of all other columns: points first, then games.
      #expect(
        try warehouse.rows("SELECT player, games FROM made.player_form ORDER BY player")
          == [["ann", 8], ["bob", 1]])
    }
  }

  @Test func `both writers leave the same rows`() throws {
    let other = try Warehouse.small()
    for (now, points) in [(1, [10, 20, 30]), (2, [10, 25, 30]), (3, [11, 25, 30])] {
      try warehouse.stage(three: points)
      try other.stage(three: points)
      let merged = try warehouse.write(by: .merge, now: Int64(now))
      #expect(try merged == other.write(by: .replace, now: Int64(now)))
    }
    let all = "SELECT * FROM made.player_form ORDER BY player, cache_date"
    #expect(try warehouse.rows(all) == other.rows(all))
  }

  @Test func `a table without hashes updates where any column differs`() throws {
    let plain = try Warehouse.small(SmallPlan.processor(hashRule: .none))
    try plain.stage(three: [10, 20, 30])
    try plain.write(by: .merge, now: 1)
    try plain.stage(three: [10, 20, 30], quality: 5)
    #expect(try plain.write(by: .merge, now: 2).updated == 3)
    try plain.stage(three: [10, 21, 30], quality: 5)
    #expect(try plain.write(by: .merge, now: 3).updated == 1)
    #expect(try plain.write(by: .merge, now: 4).unchanged == 3)
  }

  /// what a row says of its source stays right, though its own hash is the same.
  @Test(arguments: Writer.allCases)
  func `a row whose source moved is written, though its values are the same`(
    writer: Writer
  ) throws {
    try warehouse.stage(three: [10, 20, 30])
    try warehouse.write(by: writer, now: 1)
    try warehouse.connection.execute(
      "UPDATE raw.games SET data_hash = '00000000000000aa' WHERE player = 'ann'")
    let before = try stored("source_games_hash, data_hash, created_at")
    #expect(try warehouse.write(by: writer, now: 2).updated == 3)
    let after = try stored("source_games_hash, data_hash, created_at")
    #expect(before.map { $0[0] } != after.map { $0[0] })
    #expect(before.map { Array($0[1...]) } == after.map { Array($0[1...]) })
  }

  @Test func `source tracking is that of the row's day`() throws {
    try warehouse.stage(three: [10, 20, 30])
    try warehouse.write(by: .merge, now: 1)
    let digest = try warehouse.rows(warehouse.sql.sourceHashes)
      .first { $0[1] == "source_games" && $0[2].asDate == Day("2023-01-05")?.ordinal }
    #expect(digest?[3] == 2)
    #expect(
      try stored(
        "source_games_rows_found, source_games_completeness_pct, source_games_hash, source_games_last_updated"
      ).first == [
        // 100 · 2 rows / 8 expected.
        2, .decimal(unscaled: 2500, scale: 2), digest?[5] ?? .null, digest?[4] ?? .null,
      ])
  }

  /// no column but the key and the time of creation is left out of the update.
  @Test func `the update covers every other column of the table`() throws {
    let merge = try MergeShape(landing: Landing(warehouse.processor)).merge()
    guard case .merge(let merge) = merge else {
      Issue.record("not a MERGE")
      return
    }
    let all = warehouse.processor.table.columns.map(\.name)
    #expect(
      merge.updates.map(\.column)
        == all.filter { !["player", "cache_date", "created_at"].contains($0) })
    #expect(merge.inserts.map(\.column) == all)
  }
}
